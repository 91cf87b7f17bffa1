/** Half a year later: what I use, what hindered. */
import { answerFollowUp } from '@kerege/contract/practices/trainings/after/routes'
import { obstacles, usedKinds } from '@kerege/contract/practices/trainings/after/schema'
import type { Event } from '@kerege/contract/practices/trainings/events/schema'
import { bodyOf, queryClient, send } from '../../../../api.ts'
import { useT } from '../../../../i18n/useT.tsx'
import { Drawer } from '../../../../ui/Drawer.tsx'
import { ChoiceField } from '../../../../ui/form/ChoiceField.tsx'
import { Form } from '../../../../ui/form/Form.tsx'
import { ManyChoiceField } from '../../../../ui/form/ManyChoiceField.tsx'
import { TextField } from '../../../../ui/form/TextField.tsx'
import { useForm } from '../../../../ui/form/useForm.ts'

interface Props {
  event: Event
  opened: boolean
  onClose: () => void
}

export function FollowUpDrawer({ event, opened, onClose }: Props) {
  const t = useT()
  return (
    <Drawer opened={opened} onClose={onClose} title={t('trainings.followUp')}>
      {opened && <Answer event={event} onDone={onClose} />}
    </Drawer>
  )
}

function Answer({ event, onDone }: { event: Event; onDone: () => void }) {
  const t = useT()
  const form = useForm({
    name: `trainings.followUp.${event.id}`,
    schema: bodyOf(answerFollowUp),
    initial: { hindered: [] },
    shape: values => ({ hindered: [], ...(values as object) }),
    draft: false,
    send: (body, options) => send(answerFollowUp, { params: { id: event.id }, body }, options),
    onDone: () => {
      void queryClient.invalidateQueries()
      onDone()
    },
  })
  return (
    <Form form={form} submit={t('trainings.answer.send')}>
      <p className="k-dim">{t('trainings.followUp.kept')}</p>
      <ChoiceField
        at="/used"
        label={t('trainings.used')}
        options={usedKinds.map(value => ({ value, label: t(`trainings.used.${value}`) }))}
      />
      <TextField at="/usedWords" label={t('trainings.usedWords')} optional rows={3} maxLength={2000} />
      <ManyChoiceField
        at="/hindered"
        label={t('trainings.hindered')}
        options={obstacles.map(value => ({ value, label: t(`trainings.hindered.${value}`) }))}
        max={obstacles.length}
      />
      <TextField
        at="/hinderedWords"
        label={t('trainings.hinderedWords')}
        optional
        rows={3}
        maxLength={2000}
      />
    </Form>
  )
}
