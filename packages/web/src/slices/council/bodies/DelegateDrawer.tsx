/** Somebody of a delegation: function, term, credentials, and the account that speaks for the party. */
import { listColleagues } from '@kerege/contract/access/routes'
import { addDelegate, changeDelegate } from '@kerege/contract/council/routes'
import { credentialStates, type Delegate, type Party } from '@kerege/contract/council/schema'
import { useState } from 'react'
import { bodyOf, queryClient, send, useGet } from '../../../api.ts'
import { useFormat } from '../../../i18n/useFormat.tsx'
import { useT } from '../../../i18n/useT.tsx'
import { Drawer } from '../../../ui/Drawer.tsx'
import { ChoiceField, TickField } from '../../../ui/form/ChoiceField.tsx'
import { DayField } from '../../../ui/form/DayField.tsx'
import { Form } from '../../../ui/form/Form.tsx'
import { SearchChoiceField } from '../../../ui/form/SearchChoiceField.tsx'
import { TextField } from '../../../ui/form/TextField.tsx'
import { useForm } from '../../../ui/form/useForm.ts'
import { newId } from '../../../ui/newId.ts'

interface Props {
  party: Party
  one: Delegate | undefined
  opened: boolean
  onClose: () => void
}

export function DelegateDrawer({ party, one, opened, onClose }: Props) {
  const t = useT()
  return (
    <Drawer
      opened={opened}
      onClose={onClose}
      title={one ? t('council.changeOf', { name: one.name }) : t('council.delegate.add')}
    >
      {one ? (
        <ChangeForm key={`${one.id}${one.version}`} one={one} onDone={onClose} />
      ) : (
        <AddForm party={party} onDone={onClose} />
      )}
    </Drawer>
  )
}

const done = (onDone: () => void) => () => {
  void queryClient.invalidateQueries()
  onDone()
}

function AddForm({ party, onDone }: { party: Party; onDone: () => void }) {
  const t = useT()
  const { today } = useFormat()
  const [initial] = useState(() => ({ id: newId(), from: today, credentials: 'awaited', head: false }))
  const form = useForm({
    name: `council.delegate.${party.id}`,
    schema: bodyOf(addDelegate),
    initial,
    send: (body, options) => send(addDelegate, { params: { id: party.id }, body }, options),
    onDone: done(onDone),
  })
  return (
    <Form form={form} submit={t('council.delegate.add')}>
      <Fields />
    </Form>
  )
}

function ChangeForm({ one, onDone }: { one: Delegate; onDone: () => void }) {
  const t = useT()
  const { name, function: post, head, account, from, to, credentials, credentialsOn } = one
  const form = useForm({
    name: `council.delegate.change.${one.id}`,
    schema: bodyOf(changeDelegate),
    initial: { name, function: post, head, accountId: account?.id, from, to, credentials, credentialsOn },
    send: (body, options) =>
      send(changeDelegate, { params: { id: one.id }, body }, { ...options, ifMatch: `"${one.version}"` }),
    onDone: done(onDone),
  })
  return (
    <Form form={form} submit={t('council.save')}>
      <Fields />
    </Form>
  )
}

function Fields() {
  const t = useT()
  const colleagues = useGet(listColleagues, { query: { limit: 200 } })
  return (
    <>
      <TextField at="/name" label={t('council.name')} maxLength={160} />
      <TextField at="/function" label={t('council.function')} optional maxLength={200} />
      <TickField at="/head" label={t('council.head')} />
      <DayField at="/from" label={t('council.from')} />
      <DayField at="/to" label={t('council.to')} hint={t('council.termHint')} optional />
      <ChoiceField
        at="/credentials"
        label={t('council.credentials')}
        options={credentialStates.map(value => ({ value, label: t(`council.credentials.${value}`) }))}
      />
      <DayField at="/credentialsOn" label={t('council.credentialsOn')} optional />
      <SearchChoiceField
        at="/accountId"
        label={t('council.account')}
        hint={t('council.accountHint')}
        optional
        options={(colleagues.data?.body.rows ?? []).map(row => ({
          value: row.accountId,
          label: [row.name, ...row.roles.map(role => t(`access.role.${role}`))].join(' · '),
        }))}
      />
    </>
  )
}
