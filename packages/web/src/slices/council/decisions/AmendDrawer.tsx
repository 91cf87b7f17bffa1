/** Another text under silence: every delegation is told, and the clock begins anew. */
import { amendDecision } from '@kerege/contract/council/decisionRoutes'
import type { Decision } from '@kerege/contract/council/decisions'
import { bodyOf, queryClient, send } from '../../../api.ts'
import { useT } from '../../../i18n/useT.tsx'
import { Drawer } from '../../../ui/Drawer.tsx'
import { Form } from '../../../ui/form/Form.tsx'
import { TextField } from '../../../ui/form/TextField.tsx'
import { useForm } from '../../../ui/form/useForm.ts'
import { MomentField } from '../parts/MomentField.tsx'
import { onlySaid, TextsField } from '../parts/TextsField.tsx'
import { nextHour } from './ExpiryDrawer.tsx'
import { StillRight } from './StillRight.tsx'

interface Props {
  decision: Decision
  opened: boolean
  onClose: () => void
}

export function AmendDrawer({ decision, opened, onClose }: Props) {
  const t = useT()
  return (
    <Drawer opened={opened} onClose={onClose} title={t('council.amend')}>
      <AmendForm key={decision.version} decision={decision} onDone={onClose} />
    </Drawer>
  )
}

// A text counts as checked once somebody says so: silence begins with checked texts only.
export const textShape = (values: unknown) => {
  const given = values as Record<string, unknown>
  return { ...given, title: onlySaid(given.title), texts: onlySaid(given.texts, 'draft') }
}

function AmendForm({ decision, onDone }: { decision: Decision; onDone: () => void }) {
  const t = useT()
  const { title, texts } = decision.text
  const form = useForm({
    name: `council.amend.${decision.id}`,
    schema: bodyOf(amendDecision),
    initial: { basedOn: decision.version, title, texts, expiresAt: nextHour(decision.earliest) },
    shape: textShape,
    send: (body, options) => send(amendDecision, { params: { id: decision.id }, body }, options),
    onDone: () => {
      void queryClient.invalidateQueries()
      onDone()
    },
  })
  return (
    <Form form={form} submit={t('council.amend')}>
      <p>{t('council.amend.consequence')}</p>
      <TextField at="/reason" label={t('ui.reason')} rows={2} maxLength={500} />
      <MomentField at="/expiresAt" label={t('council.expires')} />
      <TextsField at="/title" legend={t('council.title')} maxLength={300} required={decision.required} />
      <TextsField
        at="/texts"
        legend={t('council.decision.text')}
        rows={6}
        maxLength={10_000}
        required={decision.required}
      />
      <StillRight text={decision.text} />
    </Form>
  )
}
