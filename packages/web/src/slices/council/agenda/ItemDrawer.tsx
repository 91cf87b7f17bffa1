/** One item of an agenda: what it is called, how long it takes, which papers and decisions belong to it. */
import { addItem, changeItem } from '@kerege/contract/council/agendaRoutes'
import type { AgendaItem } from '@kerege/contract/council/agenda'
import { listDecisions } from '@kerege/contract/council/decisionRoutes'
import { listSessions } from '@kerege/contract/council/routes'
import type { Session } from '@kerege/contract/council/schema'
import { useState } from 'react'
import { bodyOf, queryClient, send, useGet } from '../../../api.ts'
import { useFormat } from '../../../i18n/useFormat.tsx'
import { useT } from '../../../i18n/useT.tsx'
import { Drawer } from '../../../ui/Drawer.tsx'
import { Form } from '../../../ui/form/Form.tsx'
import { RepeatField } from '../../../ui/form/RepeatField.tsx'
import { SearchChoiceField } from '../../../ui/form/SearchChoiceField.tsx'
import { TextField } from '../../../ui/form/TextField.tsx'
import { useForm } from '../../../ui/form/useForm.ts'
import { newId } from '../../../ui/newId.ts'
import { onlySaid, TextsField } from '../parts/TextsField.tsx'

interface Props {
  session: Session
  item: AgendaItem | undefined
  opened: boolean
  onClose: () => void
}

export function ItemDrawer({ session, item, opened, onClose }: Props) {
  const t = useT()
  return (
    <Drawer opened={opened} onClose={onClose} title={t('council.item.add')}>
      {item ? (
        <ChangeForm key={`${item.id}${item.version}`} {...{ session, item }} onDone={onClose} />
      ) : (
        <AddForm session={session} onDone={onClose} />
      )}
    </Drawer>
  )
}

const shape = (values: unknown) => {
  const { title, note, minutes, ...rest } = values as Record<string, unknown>
  return {
    ...rest,
    title: onlySaid(title),
    note: onlySaid(note),
    ...(minutes === undefined ? {} : { minutes: Number(minutes) }),
  }
}

const done = (onDone: () => void) => () => {
  void queryClient.invalidateQueries()
  onDone()
}

function AddForm({ session, onDone }: { session: Session; onDone: () => void }) {
  const t = useT()
  const [initial] = useState(() => ({ id: newId(), papers: [], decisions: [] }))
  const form = useForm({
    name: `council.item.${session.id}`,
    schema: bodyOf(addItem),
    initial,
    shape,
    send: (body, options) => send(addItem, { params: { id: session.id }, body }, options),
    onDone: done(onDone),
  })
  return (
    <Form form={form} submit={t('council.item.add')}>
      <Fields session={session} />
    </Form>
  )
}

function ChangeForm({ session, item, onDone }: { session: Session; item: AgendaItem; onDone: () => void }) {
  const t = useT()
  const { title, note, minutes, papers, decisions, approves } = item
  const form = useForm({
    name: `council.item.${item.id}`,
    schema: bodyOf(changeItem),
    initial: {
      title,
      note,
      minutes: minutes === undefined ? undefined : String(minutes),
      papers,
      decisions,
      approves,
    },
    shape,
    send: (body, options) => send(changeItem, { params: { id: session.id, itemId: item.id }, body }, options),
    onDone: done(onDone),
  })
  return (
    <Form form={form} submit={t('council.save')}>
      <Fields session={session} />
    </Form>
  )
}

function Fields({ session }: { session: Session }) {
  const t = useT()
  const format = useFormat()
  const decisions = useGet(listDecisions, { query: { limit: 100 } }).data?.body.rows ?? []
  const sessions = useGet(listSessions, { query: { of: 'council', limit: 100 } }).data?.body.rows ?? []
  const earlier = sessions.filter(one => one.body?.id === session.body?.id && one.id !== session.id)
  return (
    <>
      <TextsField at="/title" legend={t('council.title')} maxLength={300} />
      <TextField at="/minutes" label={t('council.item.minutes')} optional maxLength={4} />
      <RepeatField
        at="/papers"
        legend={n => t('council.item.paperNo', { n })}
        add={t('council.item.paperAdd')}
        blank={() => ''}
        max={30}
      >
        {at => (
          <TextField
            at={at}
            label={t('council.symbol')}
            placeholder="REC/2026/SES.2/L.4/Rev.1"
            maxLength={60}
          />
        )}
      </RepeatField>
      <RepeatField
        at="/decisions"
        legend={n => t('council.item.decisionNo', { n })}
        add={t('council.item.decisionAdd')}
        blank={() => undefined}
        max={30}
      >
        {at => (
          <SearchChoiceField
            at={at}
            label={t('council.item.decision')}
            options={decisions.map(row => ({
              value: row.id,
              label: [row.symbol, format.text(row.title).text].filter(Boolean).join(' '),
            }))}
          />
        )}
      </RepeatField>
      <SearchChoiceField
        at="/approves"
        label={t('council.rec.approves')}
        optional
        options={earlier.map(row => ({
          value: row.id,
          label: [row.symbol, format.text(row.title).text].filter(Boolean).join(' '),
        }))}
      />
      <TextsField at="/note" legend={t('council.item.note')} rows={3} maxLength={10_000} required={[]} />
    </>
  )
}
