/** The record of a conference, written once: who was there, what the family said, what was decided, who saw it differently. */
import { recordConference } from '@kerege/contract/meetings/conferenceRoutes'
import { cameOrNot, type Conference, familyParts, stands } from '@kerege/contract/meetings/conferences'
import { Button } from '@mantine/core'
import { useState } from 'react'
import { bodyOf, send } from '../../../api.ts'
import { useT } from '../../../i18n/useT.tsx'
import { Drawer } from '../../../ui/Drawer.tsx'
import { ChoiceField } from '../../../ui/form/ChoiceField.tsx'
import { DayField } from '../../../ui/form/DayField.tsx'
import { FieldGroup, Form, useFormState } from '../../../ui/form/Form.tsx'
import { RepeatField } from '../../../ui/form/RepeatField.tsx'
import { TextField } from '../../../ui/form/TextField.tsx'
import { useForm } from '../../../ui/form/useForm.ts'
import { newId } from '../../../ui/newId.ts'
import { toast } from '../../../ui/toasts.ts'
import { readAgain } from '../api.ts'
import { FollowUpFields } from '../FollowUpFields.tsx'
import { whoIs } from './whoIs.ts'

interface Props {
  one: Conference
  onClose: () => void
}

export function RecordDrawer({ opened, ...props }: Props & { opened: boolean }) {
  const t = useT()
  return (
    <Drawer opened={opened} onClose={props.onClose} title={t('meetings.record')}>
      {opened && <RecordForm {...props} />}
    </Drawer>
  )
}

function RecordForm({ one, onClose }: Props) {
  const t = useT()
  const [initial] = useState(() => ({
    seen: one.version,
    family: {},
    participants: one.participants.map(it => ({ id: it.id })),
    decisions: [{ id: newId() }],
  }))
  const form = useForm({
    name: `meetings.record.${one.id}.${one.version}`,
    schema: bodyOf(recordConference),
    initial,
    send: (body, options) => send(recordConference, { params: { id: one.id }, body }, options),
    onDone: () => {
      readAgain()
      toast(t('meetings.kept'))
      onClose()
    },
  })
  return (
    <Form
      form={form}
      submit={t('meetings.recordKeep')}
      beside={
        <Button variant="subtle" size="md" onClick={onClose}>
          {t('ui.cancel')}
        </Button>
      }
    >
      <p className="k-dim">{t('meetings.recordText')}</p>
      <ChoiceField
        at="/family/part"
        label={t('meetings.familyPart')}
        options={familyParts.map(value => ({ value, label: t(`meetings.family.${value}`) }))}
      />
      <FamilyWords />
      {one.participants.map((it, at) => (
        <FieldGroup key={it.id} legend={whoIs(it, t)}>
          <ChoiceField
            at={`/participants/${at}/came`}
            label={t('meetings.came')}
            compact
            options={cameOrNot.map(value => ({ value, label: t(`meetings.came.${value}`) }))}
          />
          <Stand at={`/participants/${at}`} />
        </FieldGroup>
      ))}
      <h3>{t('meetings.decisions')}</h3>
      <RepeatField
        at="/decisions"
        legend={n => t('meetings.decisionNo', { n })}
        add={t('meetings.decisionAdd')}
        blank={() => ({ id: newId() })}
        max={20}
      >
        {at => <FollowUpFields at={at} label={t('meetings.decisionWords')} />}
      </RepeatField>
      <TextField
        at="/words"
        label={t('meetings.said')}
        hint={t('meetings.saidHint')}
        optional
        rows={4}
        maxLength={6000}
      />
      <DayField at="/nextOn" label={t('meetings.next')} optional />
    </Form>
  )
}

function FamilyWords() {
  const t = useT()
  const form = useFormState()
  const asked = form.get('/family/part') !== 'not-heard'
  return (
    <TextField
      at="/family/words"
      label={t(asked ? 'meetings.familyWords' : 'meetings.familyWhy')}
      hint={t('meetings.familyHint')}
      rows={3}
      maxLength={4000}
    />
  )
}

/** Only of who was there; a dissent is told in their words. */
function Stand({ at }: { at: string }) {
  const t = useT()
  const form = useFormState()
  if (form.get(`${at}/came`) !== 'yes') return null
  const dissents = form.get(`${at}/stand`) === 'dissents'
  return (
    <>
      <ChoiceField
        at={`${at}/stand`}
        label={t('meetings.stand')}
        compact
        optional
        options={stands.map(value => ({ value, label: t(`meetings.stand.${value}`) }))}
      />
      <TextField
        at={`${at}/words`}
        label={t(dissents ? 'meetings.dissentWords' : 'meetings.theirWords')}
        optional={!dissents}
        rows={2}
        maxLength={2000}
      />
    </>
  )
}
