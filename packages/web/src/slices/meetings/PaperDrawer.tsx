/** A record on paper, to be signed: asked for with a reason, fetched once. */
import { useT } from '../../i18n/useT.tsx'
import { Drawer } from '../../ui/Drawer.tsx'
import { PaperForm } from '../../ui/PaperForm.tsx'

interface Props {
  of: 'conference' | 'best-interests'
  query: Readonly<Record<string, string>>
  opened: boolean
  onClose: () => void
}

export function PaperDrawer({ of, query, opened, onClose }: Props) {
  const t = useT()
  return (
    <Drawer opened={opened} onClose={onClose} title={t('meetings.print')}>
      {opened && (
        <PaperForm
          name="meetings.paper"
          of={of}
          query={query}
          words={{
            text: t('meetings.print.text'),
            language: t('meetings.print.language'),
            format: t('meetings.print.format'),
            act: t('meetings.print.act'),
          }}
          onClose={onClose}
        />
      )}
    </Drawer>
  )
}
