/** Writes down what a party said in the room or wrote on paper. */
import { recordOnDecision } from '@kerege/contract/council/decisionRoutes'
import { listParties } from '@kerege/contract/council/routes'
import type { Decision } from '@kerege/contract/council/decisions'
import { bodyOf, queryClient, send, useGet } from '../../../api.ts'
import { useFormat } from '../../../i18n/useFormat.tsx'
import { useT } from '../../../i18n/useT.tsx'
import { Drawer } from '../../../ui/Drawer.tsx'
import { ChoiceField } from '../../../ui/form/ChoiceField.tsx'
import { Form } from '../../../ui/form/Form.tsx'
import { TextField } from '../../../ui/form/TextField.tsx'
import { useForm } from '../../../ui/form/useForm.ts'
import { partyText } from '../parts/Said.tsx'

interface Props {
  decision: Decision
  opened: boolean
  onClose: () => void
}

export function RecordDrawer({ decision, opened, onClose }: Props) {
  const t = useT()
  return (
    <Drawer opened={opened} onClose={onClose} title={t('council.record')}>
      <RecordForm key={decision.version} decision={decision} onDone={onClose} />
    </Drawer>
  )
}

function RecordForm({ decision, onDone }: { decision: Decision; onDone: () => void }) {
  const t = useT()
  const format = useFormat()
  const parties = useGet(listParties, {})
  const form = useForm({
    name: `council.record.${decision.id}`,
    schema: bodyOf(recordOnDecision),
    initial: { kind: 'reserved', text: decision.text.number },
    send: (body, options) => send(recordOnDecision, { params: { id: decision.id }, body }, options),
    onDone: () => {
      void queryClient.invalidateQueries()
      onDone()
    },
  })
  return (
    <Form form={form} submit={t('council.record')}>
      <p>{t('council.record.consequence')}</p>
      <ChoiceField
        compact
        at="/partyId"
        label={t('council.party')}
        options={(parties.data?.body.rows ?? []).map(one => ({
          value: one.id,
          label: partyText(one, format),
        }))}
      />
      <ChoiceField
        at="/kind"
        label={t('council.record.what')}
        options={(['objected', 'reserved', 'interpreted'] as const).map(value => ({
          value,
          label: t(`council.step.${value}`),
        }))}
      />
      <TextField at="/words" label={t('council.record.words')} rows={4} maxLength={4000} />
    </Form>
  )
}
