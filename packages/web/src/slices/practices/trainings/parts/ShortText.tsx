/** A short text in the language of the screen; what it says in others stays as it is. */
import { useLoaded } from '../../../../i18n/language.ts'
import { useFormat } from '../../../../i18n/useFormat.tsx'
import { useT } from '../../../../i18n/useT.tsx'
import { TextField } from '../../../../ui/form/TextField.tsx'

export function ShortText({ at, label, maxLength = 300 }: { at: string; label: string; maxLength?: number }) {
  const t = useT()
  const format = useFormat()
  const { language } = useLoaded()
  return (
    <TextField
      at={`${at}/${language}/text`}
      label={label}
      hint={t('trainings.inLanguage', { language: format.language(language) })}
      lang={language}
      maxLength={maxLength}
    />
  )
}
