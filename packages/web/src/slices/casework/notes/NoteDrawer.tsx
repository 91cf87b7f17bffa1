/** Writes a note or an incident, or changes one's own before it locks. A task can be done with it in the same step. */
import {
  incidentKinds,
  type Note,
  noteKinds,
  type NoteSection,
  toldTo,
} from '@kerege/contract/casework/notes'
import { changeNote, notePeople, writeNote } from '@kerege/contract/casework/routes'
import { listTasks } from '@kerege/contract/tasks/routes'
import { Button } from '@mantine/core'
import { useState } from 'react'
import { bodyOf, queryClient, send, useGet } from '../../../api.ts'
import { useFormat } from '../../../i18n/useFormat.tsx'
import { useT } from '../../../i18n/useT.tsx'
import { Drawer } from '../../../ui/Drawer.tsx'
import { ChoiceField } from '../../../ui/form/ChoiceField.tsx'
import { DayField } from '../../../ui/form/DayField.tsx'
import { FieldGroup, Form, useFormState } from '../../../ui/form/Form.tsx'
import { ManyChoiceField } from '../../../ui/form/ManyChoiceField.tsx'
import { TextField } from '../../../ui/form/TextField.tsx'
import { useColleagues } from '../../../ui/form/useColleagues.ts'
import { useForm } from '../../../ui/form/useForm.ts'
import { newId } from '../../../ui/newId.ts'
import { toast } from '../../../ui/toasts.ts'
import { titleText } from '../../tasks/words.ts'
import { mayFinish } from '../../tasks/DoneButton.tsx'
import { shaped, valuesOf } from './values.ts'

interface Props {
  personId: string
  sections: readonly NoteSection[]
  note: Note | 'new' | undefined
  onClose: () => void
}

export function NoteDrawer({ personId, sections, note, onClose }: Props) {
  const t = useT()
  return (
    <Drawer
      opened={note !== undefined}
      onClose={onClose}
      title={t(note === 'new' ? 'casework.notes.write' : 'casework.notes.change')}
    >
      {note === 'new' && <NewForm personId={personId} sections={sections} onClose={onClose} />}
      {note && note !== 'new' && <ChangeForm note={note} sections={sections} onClose={onClose} />}
    </Drawer>
  )
}

function useDone(onClose: () => void) {
  const t = useT()
  return async () => {
    await queryClient.invalidateQueries()
    toast(t('casework.notes.done'))
    onClose()
  }
}

function NewForm({ personId, sections, onClose }: Pick<Props, 'personId' | 'sections' | 'onClose'>) {
  const { today } = useFormat()
  const [initial] = useState(() => ({
    id: newId(),
    heldOn: today,
    kind: 'visit',
    compartment: sections[0],
    taskId: 'none',
  }))
  const form = useForm({
    name: `casework.note.${personId}`,
    schema: bodyOf(writeNote),
    initial,
    shape: shaped,
    send: (body, options) => send(writeNote, { params: { id: personId }, body }, options),
    onDone: useDone(onClose),
  })
  return (
    <Fields form={form} personId={personId} sections={sections} onClose={onClose}>
      <TaskField personId={personId} />
    </Fields>
  )
}

function ChangeForm({ note, sections, onClose }: Pick<Props, 'sections' | 'onClose'> & { note: Note }) {
  const [initial] = useState(() => valuesOf(note))
  const form = useForm({
    name: `casework.note.${note.id}.${note.version}`,
    schema: bodyOf(changeNote),
    initial,
    shape: shaped,
    send: (body, options) =>
      send(changeNote, { params: { id: note.id }, body }, { ...options, ifMatch: `"${note.version}"` }),
    onDone: useDone(onClose),
  })
  return <Fields form={form} personId={note.personId} sections={sections} onClose={onClose} />
}

interface FieldsProps extends Pick<Props, 'personId' | 'sections' | 'onClose'> {
  form: ReturnType<typeof useForm>
  children?: React.ReactNode
}

function Fields({ form, personId, sections, onClose, children }: FieldsProps) {
  const t = useT()
  return (
    <Form
      form={form}
      submit={t('casework.notes.save')}
      beside={
        <Button variant="subtle" size="md" onClick={onClose}>
          {t('ui.cancel')}
        </Button>
      }
    >
      <ChoiceField
        at="/kind"
        label={t('casework.note.kind')}
        options={noteKinds.map(value => ({ value, label: t(`casework.note.kind.${value}`) }))}
      />
      <DayField at="/heldOn" label={t('casework.note.heldOn')} />
      <ChoiceField
        at="/compartment"
        label={t('casework.note.section')}
        hint={t('casework.note.sectionHint')}
        compact
        options={sections.map(value => ({ value, label: t(`access.compartment.${value}`) }))}
      />
      <IncidentFields />
      <TextField
        at="/words"
        label={t('casework.note.words')}
        hint={t('casework.note.wordsHint')}
        rows={6}
        maxLength={8000}
      />
      <ThereFields personId={personId} />
      {children}
    </Form>
  )
}

/** Asked where something happened to somebody. */
function IncidentFields() {
  const t = useT()
  const form = useFormState()
  if (form.get('/kind') !== 'incident') return null
  return (
    <FieldGroup legend={t('casework.incident.title')}>
      <ChoiceField
        at="/incident/what"
        label={t('casework.incident')}
        options={incidentKinds.map(value => ({ value, label: t(`casework.incident.${value}`) }))}
      />
      <TextField
        at="/incident/place"
        label={t('casework.incident.place')}
        hint={t('casework.incident.placeHint')}
        optional
        maxLength={160}
      />
      <TextField at="/incident/done" label={t('casework.incident.done')} optional rows={3} maxLength={2000} />
      <ManyChoiceField
        at="/incident/told"
        label={t('casework.incident.told')}
        optional
        max={toldTo.length}
        options={toldTo.map(value => ({ value, label: t(`casework.told.${value}`) }))}
      />
    </FieldGroup>
  )
}

function ThereFields({ personId }: { personId: string }) {
  const t = useT()
  const people = useGet(notePeople, { params: { id: personId } }).data?.body.rows ?? []
  const { options } = useColleagues()
  return (
    <FieldGroup legend={t('casework.note.who')}>
      {people.length > 0 && (
        <ManyChoiceField
          at="/family"
          label={t('casework.note.family')}
          optional
          max={20}
          options={people.map(one => ({ value: one.id, label: one.name }))}
        />
      )}
      <ManyChoiceField
        at="/colleagues"
        label={t('casework.note.colleagues')}
        optional
        max={20}
        options={options}
      />
      <TextField
        at="/others"
        label={t('casework.note.others')}
        hint={t('casework.note.othersHint')}
        optional
        maxLength={200}
      />
    </FieldGroup>
  )
}

/** Open tasks of this person that one may finish; absent where there is none. */
function TaskField({ personId }: { personId: string }) {
  const t = useT()
  const query = useGet(listTasks, { query: { of: 'anyone', subjectId: personId, limit: 50 } })
  const tasks = (query.data?.body.rows ?? []).filter(task => mayFinish(task))
  if (tasks.length === 0) return null
  return (
    <ChoiceField
      at="/taskId"
      label={t('casework.note.task')}
      compact
      options={[
        { value: 'none', label: t('casework.note.noTask') },
        ...tasks.map(task => ({ value: task.id, label: titleText(task, t) })),
      ]}
    />
  )
}
