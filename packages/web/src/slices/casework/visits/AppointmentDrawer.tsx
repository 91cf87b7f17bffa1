/** Makes an appointment with a family, or gives one another time or place. */
import {
  type Appointment,
  appointmentKinds,
  appointmentRhythms,
  reminders,
} from '@kerege/contract/casework/appointments'
import { changeAppointment, makeAppointment } from '@kerege/contract/casework/appointmentRoutes'
import { listNotes } from '@kerege/contract/casework/routes'
import { Button } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { bodyOf, queryClient, send, useGet } from '../../../api.ts'
import { useFormat } from '../../../i18n/useFormat.tsx'
import { useT } from '../../../i18n/useT.tsx'
import { Drawer } from '../../../ui/Drawer.tsx'
import { ChoiceField } from '../../../ui/form/ChoiceField.tsx'
import { DayField } from '../../../ui/form/DayField.tsx'
import { Form, useFormState } from '../../../ui/form/Form.tsx'
import { TextField } from '../../../ui/form/TextField.tsx'
import { useForm } from '../../../ui/form/useForm.ts'
import { newId } from '../../../ui/newId.ts'
import { toast } from '../../../ui/toasts.ts'

interface Props {
  personId: string
  appointment: Appointment | 'new' | undefined
  onClose: () => void
}

export function AppointmentDrawer({ personId, appointment, onClose }: Props) {
  const t = useT()
  return (
    <Drawer
      opened={appointment !== undefined}
      onClose={onClose}
      title={t(appointment === 'new' ? 'visits.make' : 'visits.change')}
    >
      {appointment === 'new' && <NewForm personId={personId} onClose={onClose} />}
      {appointment && appointment !== 'new' && (
        <ChangeForm key={appointment.version} one={appointment} onClose={onClose} />
      )}
    </Drawer>
  )
}

/** Minutes are a number in the shape, and a choice on the screen. */
const shaped = (values: unknown): unknown => {
  const { minutes, repeat, ...rest } = values as {
    minutes?: string | number
    repeat?: { every?: string; times?: string | number; until?: string }
  }
  return {
    ...rest,
    ...(minutes === undefined ? {} : { minutes: Number(minutes) }),
    // Once is no repeat.
    ...(repeat?.every && repeat.every !== 'none'
      ? { repeat: { ...repeat, ...(repeat.times === undefined ? {} : { times: Number(repeat.times) }) } }
      : {}),
  }
}

function useDone(onClose: () => void) {
  const t = useT()
  return async () => {
    await queryClient.invalidateQueries()
    toast(t('visits.kept'))
    onClose()
  }
}

function NewForm({ personId, onClose }: Pick<Props, 'personId' | 'onClose'>) {
  const { today } = useFormat()
  const [initial] = useState(() => ({
    id: newId(),
    kind: 'visit',
    day: today,
    minutes: '60',
    remind: 'day',
    repeat: { every: 'none' },
  }))
  const form = useForm({
    name: `visits.make.${personId}`,
    schema: bodyOf(makeAppointment),
    initial,
    shape: shaped,
    send: (body, options) => send(makeAppointment, { params: { id: personId }, body }, options),
    onDone: useDone(onClose),
  })
  return (
    <Fields form={form} personId={personId} onClose={onClose}>
      <Repeat />
    </Fields>
  )
}

function Repeat() {
  const t = useT()
  const form = useFormState()
  return (
    <>
      <ChoiceField
        at="/repeat/every"
        label={t('visits.repeat')}
        compact
        options={(['none', ...appointmentRhythms] as const).map(value => ({
          value,
          label: t(`tasks.recurrence.${value}`),
        }))}
      />
      {form.get('/repeat/every') !== 'none' && (
        <>
          <TextField
            at="/repeat/times"
            label={t('visits.repeat.times')}
            hint={t('visits.repeat.hint')}
            optional
            maxLength={2}
          />
          <DayField at="/repeat/until" label={t('visits.repeat.until')} optional />
        </>
      )}
    </>
  )
}

function ChangeForm({ one, onClose }: { one: Appointment; onClose: () => void }) {
  const { kind, compartment, day, time, withWhom, place, remind } = one
  const [initial] = useState(() => ({
    ...{ kind, compartment, day, time, remind, minutes: String(one.minutes) },
    ...(withWhom ? { withWhom } : {}),
    ...(place ? { place } : {}),
  }))
  const form = useForm({
    name: `visits.change.${one.id}.${one.version}`,
    schema: bodyOf(changeAppointment),
    initial,
    shape: shaped,
    send: (body, options) =>
      send(changeAppointment, { params: { id: one.id }, body }, { ...options, ifMatch: `"${one.version}"` }),
    onDone: useDone(onClose),
  })
  return <Fields form={form} personId={one.personId} onClose={onClose} />
}

const lengths = [15, 30, 45, 60, 90, 120, 180, 240]

function Fields({
  form,
  personId,
  onClose,
  children,
}: Pick<Props, 'personId' | 'onClose'> & { form: ReturnType<typeof useForm>; children?: ReactNode }) {
  const t = useT()
  // The sections in which one writes are those of notes.
  const sections =
    useGet(listNotes, { params: { id: personId }, query: { limit: 1 } }).data?.body.mayWrite ?? []
  return (
    <Form
      form={form}
      submit={t('visits.save')}
      beside={
        <Button variant="subtle" size="md" onClick={onClose}>
          {t('ui.cancel')}
        </Button>
      }
    >
      <ChoiceField
        at="/kind"
        label={t('visits.kind')}
        compact
        options={appointmentKinds.map(value => ({ value, label: t(`visits.kind.${value}`) }))}
      />
      <DayField at="/day" label={t('visits.day')} />
      <TextField at="/time" label={t('visits.time')} hint={t('visits.timeHint')} maxLength={5} />
      <ChoiceField
        at="/minutes"
        label={t('visits.length')}
        compact
        options={lengths.map(n => ({ value: String(n), label: t('visits.minutes', { n }) }))}
      />
      {children}
      <TextField
        at="/withWhom"
        label={t('visits.withWhom')}
        hint={t('visits.withWhomHint')}
        optional
        maxLength={160}
      />
      <TextField
        at="/place"
        label={t('visits.place')}
        hint={t('visits.placeHint')}
        optional
        maxLength={160}
      />
      <ChoiceField
        at="/compartment"
        label={t('casework.note.section')}
        compact
        options={sections.map(value => ({ value, label: t(`access.compartment.${value}`) }))}
      />
      <ChoiceField
        at="/remind"
        label={t('visits.remind')}
        hint={t('visits.remindHint')}
        options={reminders.map(value => ({ value, label: t(`visits.remind.${value}`) }))}
      />
    </Form>
  )
}
