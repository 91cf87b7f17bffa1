/** Calls a conference, or gives it another time, place or circle: why, what is to be answered, who is asked to come. */
import type { NoteSection } from '@kerege/contract/casework/notes'
import { changeConference, planConference } from '@kerege/contract/meetings/conferenceRoutes'
import { type Conference, conferenceWays, inviteKinds } from '@kerege/contract/meetings/conferences'
import { Button } from '@mantine/core'
import { useState } from 'react'
import { bodyOf, send } from '../../../api.ts'
import { useFormat } from '../../../i18n/useFormat.tsx'
import { useT } from '../../../i18n/useT.tsx'
import { Drawer } from '../../../ui/Drawer.tsx'
import { ChoiceField } from '../../../ui/form/ChoiceField.tsx'
import { ColleagueField } from '../../../ui/form/ColleagueField.tsx'
import { DayField } from '../../../ui/form/DayField.tsx'
import { Form, useFormState } from '../../../ui/form/Form.tsx'
import { RepeatField } from '../../../ui/form/RepeatField.tsx'
import { TextField } from '../../../ui/form/TextField.tsx'
import { useForm } from '../../../ui/form/useForm.ts'
import { newId } from '../../../ui/newId.ts'
import { toast } from '../../../ui/toasts.ts'
import { readAgain } from '../api.ts'

interface Props {
  caseId: string
  sections: readonly NoteSection[]
  /** One that lies ahead, to be changed. */
  conference?: Conference
  opened: boolean
  onClose: () => void
}

export function PlanDrawer({ opened, ...props }: Props) {
  const t = useT()
  const { conference } = props
  return (
    <Drawer
      opened={opened}
      onClose={props.onClose}
      title={t(conference ? 'meetings.change' : 'meetings.plan')}
    >
      {opened && conference && <ChangeForm key={conference.version} one={conference} {...props} />}
      {opened && !conference && <NewForm {...props} />}
    </Drawer>
  )
}

type FormProps = Omit<Props, 'opened' | 'conference'>

/** Minutes are a number in the shape, and a choice on the screen. */
const shaped = (values: unknown): unknown => {
  const { minutes, ...rest } = values as { minutes?: string | number }
  return minutes === undefined ? rest : { ...rest, minutes: Number(minutes) }
}
const colleague = () => ({ id: newId(), kind: 'colleague' })

function useDone(onClose: () => void) {
  const t = useT()
  return () => {
    readAgain()
    toast(t('meetings.kept'))
    onClose()
  }
}

function NewForm({ caseId, sections, onClose }: FormProps) {
  const { today } = useFormat()
  const [initial] = useState(() => ({
    id: newId(),
    compartment: sections.includes('social') ? 'social' : sections[0],
    day: today,
    minutes: '60',
    way: 'together',
    agenda: [{}],
    participants: [colleague()],
  }))
  const form = useForm({
    name: `meetings.plan.${caseId}`,
    schema: bodyOf(planConference),
    initial,
    shape: shaped,
    send: (body, options) => send(planConference, { params: { id: caseId }, body }, options),
    onDone: useDone(onClose),
  })
  return <Fields form={form} sections={sections} onClose={onClose} />
}

function ChangeForm({ one, onClose }: FormProps & { one: Conference }) {
  const [initial] = useState(() => ({
    day: one.day,
    time: one.time,
    minutes: String(one.minutes),
    way: one.way,
    place: one.place,
    purpose: one.purpose,
    agenda: one.agenda.map(words => ({ words })),
    participants: one.participants.map(it =>
      it.account
        ? { id: it.id, kind: 'colleague', accountId: it.account.id }
        : { id: it.id, kind: 'outside', role: it.role, agency: it.agency, name: it.name },
    ),
  }))
  const form = useForm({
    name: `meetings.change.${one.id}.${one.version}`,
    schema: bodyOf(changeConference),
    initial,
    shape: shaped,
    send: (body, options) =>
      send(changeConference, { params: { id: one.id }, body }, { ...options, ifMatch: `"${one.version}"` }),
    onDone: useDone(onClose),
  })
  return <Fields form={form} sections={[]} onClose={onClose} />
}

const lengths = [30, 45, 60, 90, 120, 180]

function Fields({
  form,
  sections,
  onClose,
}: Pick<Props, 'sections' | 'onClose'> & { form: ReturnType<typeof useForm> }) {
  const t = useT()
  return (
    <Form
      form={form}
      submit={t('meetings.save')}
      beside={
        <Button variant="subtle" size="md" onClick={onClose}>
          {t('ui.cancel')}
        </Button>
      }
    >
      <TextField
        at="/purpose"
        label={t('meetings.purpose')}
        hint={t('meetings.purposeHint')}
        rows={3}
        maxLength={1000}
      />
      <h3>{t('meetings.agenda')}</h3>
      <RepeatField
        at="/agenda"
        legend={n => t('meetings.agendaNo', { n })}
        add={t('meetings.agendaAdd')}
        blank={() => ({})}
        min={1}
        max={12}
      >
        {at => <TextField at={`${at}/words`} label={t('meetings.agendaWords')} maxLength={300} />}
      </RepeatField>
      <DayField at="/day" label={t('meetings.day')} />
      <TextField at="/time" label={t('meetings.time')} hint={t('meetings.timeHint')} maxLength={5} />
      <ChoiceField
        at="/minutes"
        label={t('meetings.length')}
        compact
        options={lengths.map(n => ({ value: String(n), label: t('meetings.minutes', { n }) }))}
      />
      <ChoiceField
        at="/way"
        label={t('meetings.way')}
        options={conferenceWays.map(value => ({ value, label: t(`meetings.way.${value}`) }))}
      />
      <TextField
        at="/place"
        label={t('meetings.place')}
        hint={t('meetings.placeHint')}
        optional
        maxLength={160}
      />
      <h3>{t('meetings.who')}</h3>
      <p className="k-dim">{t('meetings.whoHint')}</p>
      <RepeatField
        at="/participants"
        legend={n => t('meetings.whoNo', { n })}
        add={t('meetings.whoAdd')}
        blank={colleague}
        min={1}
        max={20}
      >
        {at => <Who at={at} />}
      </RepeatField>
      {sections.length > 0 && (
        <ChoiceField
          compact
          at="/compartment"
          label={t('meetings.section')}
          hint={t('meetings.sectionHint')}
          options={sections.map(value => ({ value, label: t(`access.compartment.${value}`) }))}
        />
      )}
    </Form>
  )
}

function Who({ at }: { at: string }) {
  const t = useT()
  const form = useFormState()
  return (
    <>
      <ChoiceField
        compact
        at={`${at}/kind`}
        label={t('meetings.whoKind')}
        options={inviteKinds.map(value => ({ value, label: t(`meetings.who.${value}`) }))}
      />
      {form.get(`${at}/kind`) === 'outside' ? (
        <>
          <TextField at={`${at}/role`} label={t('meetings.role')} maxLength={120} />
          <TextField at={`${at}/agency`} label={t('meetings.agency')} maxLength={160} />
          <TextField at={`${at}/name`} label={t('meetings.name')} optional maxLength={120} />
        </>
      ) : (
        <ColleagueField at={`${at}/accountId`} label={t('meetings.colleague')} />
      )}
    </>
  )
}
