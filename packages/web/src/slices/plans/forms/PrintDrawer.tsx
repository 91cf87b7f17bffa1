/** The plan on paper, in the family's language: asked for with a reason, fetched once. */
import { languages } from '@kerege/contract/common'
import type { Plan } from '@kerege/contract/plans/schema'
import { useT } from '../../../i18n/useT.tsx'
import { Drawer } from '../../../ui/Drawer.tsx'
import { PaperForm } from '../../../ui/PaperForm.tsx'

interface Props {
  plan: Plan
  /** Of the family, where it is written down and is one of ours. */
  language: string | undefined
  opened: boolean
  onClose: () => void
}

export function PrintDrawer({ plan, language, opened, onClose }: Props) {
  const t = useT()
  return (
    <Drawer opened={opened} onClose={onClose} title={t('plans.print')}>
      {opened && (
        <PaperForm
          name="plans.paper"
          of="plan"
          query={{ planId: plan.id }}
          language={languages.find(one => one === language)}
          words={{
            text: t('plans.print.text'),
            language: t('plans.print.language'),
            format: t('plans.print.format'),
            act: t('plans.print.act'),
          }}
          onClose={onClose}
        />
      )}
    </Drawer>
  )
}
