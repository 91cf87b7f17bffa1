import { useT } from '../../i18n/useT.tsx'

/** The label, with "(if known)" where an answer may be missing. */
export function useLabel({ label, optional }: { label: string; optional?: boolean | undefined }): string {
  const t = useT()
  return optional ? t('ui.form.optional', { label }) : label
}
