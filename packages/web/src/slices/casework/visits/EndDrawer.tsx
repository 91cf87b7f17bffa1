/** Says how an appointment went, or calls it off. */
import { type Appointment, appointmentEnds } from '@kerege/contract/casework/appointments'
import { endAppointment } from '@kerege/contract/casework/appointmentRoutes'
import { Button } from '@mantine/core'
import { useState } from 'react'
import { bodyOf, queryClient, send } from '../../../api.ts'
import { useT } from '../../../i18n/useT.tsx'
import { Drawer } from '../../../ui/Drawer.tsx'
import { ChoiceField } from '../../../ui/form/ChoiceField.tsx'
import { Form, useFormState } from '../../../ui/form/Form.tsx'
import { TextField } from '../../../ui/form/TextField.tsx'
import { useForm } from '../../../ui/form/useForm.ts'
import { toast } from '../../../ui/toasts.ts'

interface Props {
  one: Appointment
  passed: boolean
  opened: boolean
  onClose: () => void
}

export function EndDrawer(props: Props) {
  const t = useT()
  const { opened, onClose, passed } = props
  return (
    <Drawer opened={opened} onClose={onClose} title={t(passed ? 'visits.say' : 'visits.callOff')}>
      {opened && <EndForm {...props} />}
    </Drawer>
  )
}

function EndForm({ one, passed, onClose }: Props) {
  const t = useT()
  const [initial] = useState(() => ({
    seen: one.version,
    state: passed ? 'kept' : 'called-off',
    rest: 'one',
  }))
  const form = useForm({
    name: `visits.end.${one.id}.${one.version}`,
    schema: bodyOf(endAppointment),
    initial,
    shape: shaped,
    send: (body, options) => send(endAppointment, { params: { id: one.id }, body }, options),
    onDone: async () => {
      await queryClient.invalidateQueries()
      toast(t('visits.kept'))
      onClose()
    },
  })
  return (
    <Form
      form={form}
      submit={t(passed ? 'visits.say' : 'visits.callOff')}
      beside={
        <Button variant="subtle" size="md" onClick={onClose}>
          {t('ui.cancel')}
        </Button>
      }
    >
      {passed && (
        <ChoiceField
          at="/state"
          label={t('visits.say')}
          options={appointmentEnds.map(value => ({ value, label: t(`visits.state.${value}`) }))}
        />
      )}
      <Why />
      {!passed && one.following > 0 && (
        <ChoiceField
          at="/rest"
          label={t('visits.rest')}
          options={[
            { value: 'one', label: t('visits.rest.one') },
            { value: 'all', label: t('visits.rest.all', { n: one.following }) },
          ]}
        />
      )}
    </Form>
  )
}

/** Those that follow are a yes or no in the shape, and a choice in words on the screen. */
const shaped = (values: unknown): unknown => {
  const { rest, ...said } = values as { rest?: string; state?: string }
  return { ...said, rest: rest === 'all' && said.state === 'called-off' }
}

/** Asked where it did not take place. */
function Why() {
  const t = useT()
  const form = useFormState()
  if (form.get('/state') === 'kept') return <p className="k-dim">{t('visits.noteNext')}</p>
  return <TextField at="/why" label={t('visits.why')} rows={2} maxLength={300} />
}
