/** Writes down a record, or says how it is now: a change of life or a correction, which has its reason. */
import { concernSources } from '@kerege/contract/casework/concerns'
import type { SituationKind } from '@kerege/contract/situation/kinds'
import { addEntry, changeEntry } from '@kerege/contract/situation/routes'
import type { Entry } from '@kerege/contract/situation/schema'
import { addMonths } from '@kerege/contract/tasks/rules'
import { Button } from '@mantine/core'
import { useState } from 'react'
import { bodyOf, queryClient, send } from '../../api.ts'
import { useFormat } from '../../i18n/useFormat.tsx'
import { useT } from '../../i18n/useT.tsx'
import { Drawer } from '../../ui/Drawer.tsx'
import { ChoiceField } from '../../ui/form/ChoiceField.tsx'
import { Form, useFormState } from '../../ui/form/Form.tsx'
import { TextField } from '../../ui/form/TextField.tsx'
import { type FormState, useForm } from '../../ui/form/useForm.ts'
import { newId } from '../../ui/newId.ts'
import { toast } from '../../ui/toasts.ts'
import { RoughDateField } from '../people/kinship/RoughDateField.tsx'
import { EntryFields } from './EntryFields.tsx'

export interface Fresh {
  kind: SituationKind
  parentId?: string
}
interface Props {
  personId: string
  of: Fresh | Entry | undefined
  onClose: () => void
}
const isEntry = (of: Fresh | Entry): of is Entry => 'content' in of

export function EntryDrawer({ personId, of, onClose }: Props) {
  const t = useT()
  const kind = of && (isEntry(of) ? of.content.kind : of.kind)
  return (
    <Drawer opened={of !== undefined} onClose={onClose} title={kind && t(`situation.kind.${kind}`)}>
      {of && isEntry(of) && <ChangeForm key={of.version} one={of} onClose={onClose} />}
      {of && !isEntry(of) && <AddForm personId={personId} of={of} onClose={onClose} />}
    </Drawer>
  )
}

function useDone(onClose: () => void) {
  const t = useT()
  return async () => {
    await queryClient.invalidateQueries()
    toast(t('situation.kept'))
    onClose()
  }
}

function AddForm({ personId, of, onClose }: { personId: string; of: Fresh; onClose: () => void }) {
  const { today } = useFormat()
  const [initial] = useState(() => ({
    id: newId(),
    ...(of.parentId ? { parentId: of.parentId } : {}),
    source: 'family',
    content: { kind: of.kind, ...startOf(of.kind, today) },
  }))
  const form = useForm({
    name: `situation.${of.kind}.${of.parentId ?? personId}`,
    schema: bodyOf(addEntry),
    initial,
    send: (body, options) => send(addEntry, { params: { id: personId }, body }, options),
    onDone: useDone(onClose),
  })
  return <Fields form={form} kind={of.kind} personId={personId} onClose={onClose} />
}

/** What is likely: the month that has just ended, a contact of today. */
function startOf(kind: SituationKind, today: string): object {
  if (kind === 'attendance') return { month: addMonths(`${today.slice(0, 7)}-01`, -1).slice(0, 7) }
  return kind === 'contact' ? { day: today } : {}
}

function ChangeForm({ one, onClose }: { one: Entry; onClose: () => void }) {
  const t = useT()
  const { since, source, content } = one
  const [initial] = useState(() => ({ ...(since ? { since } : {}), source, content, what: 'update' }))
  const form = useForm({
    name: `situation.change.${one.id}.${one.version}`,
    schema: bodyOf(changeEntry),
    initial,
    send: (body, options) =>
      send(changeEntry, { params: { id: one.id }, body }, { ...options, ifMatch: `"${one.version}"` }),
    onDone: useDone(onClose),
  })
  return (
    <Fields form={form} kind={content.kind} personId={one.personId} onClose={onClose}>
      <ChoiceField
        at="/what"
        label={t('situation.what')}
        options={(['update', 'correction'] as const).map(value => ({
          value,
          label: t(`situation.what.${value}`),
        }))}
      />
      <Reason />
    </Fields>
  )
}

function Reason() {
  const t = useT()
  return useFormState().get('/what') === 'correction' ? (
    <TextField at="/reason" label={t('situation.reason')} rows={2} maxLength={500} />
  ) : null
}

interface FieldsProps {
  form: FormState
  kind: SituationKind
  personId: string
  onClose: () => void
  children?: React.ReactNode
}

/** Those have a day of their own. */
const dated: readonly SituationKind[] = ['attendance', 'hearing', 'contact', 'health']

function Fields({ form, kind, personId, onClose, children }: FieldsProps) {
  const t = useT()
  return (
    <Form
      form={form}
      submit={t('situation.save')}
      beside={
        <Button variant="subtle" size="md" onClick={onClose}>
          {t('ui.cancel')}
        </Button>
      }
    >
      {children}
      <EntryFields kind={kind} personId={personId} />
      {!dated.includes(kind) && <RoughDateField at="/since" label={t('situation.since')} />}
      <ChoiceField
        at="/source"
        label={t('situation.source')}
        compact
        options={concernSources.map(value => ({ value, label: t(`casework.source.${value}`) }))}
      />
    </Form>
  )
}
