/** Names a focal point or a deputy, changes one, or ends a term: whose term has ended asks, answers and receives no more. */
import { listColleagues } from '@kerege/contract/access/routes'
import { languages } from '@kerege/contract/common'
import { addFocalPoint, changeFocalPoint } from '@kerege/contract/council/focalPoints/routes'
import { focalRoles, type FocalPoint } from '@kerege/contract/council/focalPoints/schema'
import { listParties } from '@kerege/contract/council/routes'
import { Checkbox } from '@mantine/core'
import { useState } from 'react'
import { bodyOf, queryClient, send, useGet } from '../../../api.ts'
import { choices } from '../../../i18n/language.ts'
import { useFormat } from '../../../i18n/useFormat.tsx'
import { useT } from '../../../i18n/useT.tsx'
import { Drawer } from '../../../ui/Drawer.tsx'
import { ChoiceField } from '../../../ui/form/ChoiceField.tsx'
import { DayField } from '../../../ui/form/DayField.tsx'
import { Form } from '../../../ui/form/Form.tsx'
import { SearchChoiceField } from '../../../ui/form/SearchChoiceField.tsx'
import { TextField } from '../../../ui/form/TextField.tsx'
import { useField } from '../../../ui/form/useField.ts'
import { useForm } from '../../../ui/form/useForm.ts'
import { newId } from '../../../ui/newId.ts'
import css from '../council.module.css'
import { partyText } from '../parts/Said.tsx'

interface Props {
  one: FocalPoint | undefined
  opened: boolean
  onClose: () => void
}

export function FocalDrawer({ one, opened, onClose }: Props) {
  const t = useT()
  return (
    <Drawer
      opened={opened}
      onClose={onClose}
      title={one ? t('council.focal.changeOf', { name: one.name }) : t('council.focal.add')}
    >
      {opened &&
        (one ? (
          <ChangeForm key={`${one.id}${one.version}`} one={one} onDone={onClose} />
        ) : (
          <AddForm onDone={onClose} />
        ))}
    </Drawer>
  )
}

const done = (onDone: () => void) => () => {
  void queryClient.invalidateQueries()
  onDone()
}

function AddForm({ onDone }: { onDone: () => void }) {
  const t = useT()
  const format = useFormat()
  const parties = useGet(listParties, {}).data?.body.rows ?? []
  const [initial] = useState(() => ({ id: newId(), role: 'focal-point', from: format.today, languages: [] }))
  const form = useForm({
    name: 'council.focal.new',
    schema: bodyOf(addFocalPoint),
    initial,
    send: (body, options) => send(addFocalPoint, { body }, options),
    onDone: done(onDone),
  })
  return (
    <Form form={form} submit={t('council.focal.add')}>
      <SearchChoiceField
        at="/partyId"
        label={t('council.focal.party')}
        options={parties.map(one => ({ value: one.id, label: partyText(one, format) }))}
      />
      <Fields />
    </Form>
  )
}

function ChangeForm({ one, onDone }: { one: FocalPoint; onDone: () => void }) {
  const t = useT()
  const { role, name, office, account, from, to, contact } = one
  const form = useForm({
    name: `council.focal.change.${one.id}`,
    schema: bodyOf(changeFocalPoint),
    initial: { role, name, office, languages: one.languages, accountId: account?.id, from, to, contact },
    send: (body, options) =>
      send(changeFocalPoint, { params: { id: one.id }, body }, { ...options, ifMatch: `"${one.version}"` }),
    onDone: done(onDone),
  })
  return (
    <Form form={form} submit={t('council.focal.save')}>
      <Fields />
    </Form>
  )
}

function Fields() {
  const t = useT()
  const colleagues = useGet(listColleagues, { query: { limit: 200 } }).data?.body.rows ?? []
  return (
    <>
      <ChoiceField
        at="/role"
        label={t('council.focal.role')}
        options={focalRoles.map(value => ({ value, label: t(`council.focal.${value}`) }))}
      />
      <TextField at="/name" label={t('council.focal.name')} maxLength={160} />
      <TextField at="/office" label={t('council.focal.office')} maxLength={300} />
      <LanguagesField />
      <DayField at="/from" label={t('council.focal.from')} />
      <DayField at="/to" label={t('council.focal.to')} optional />
      <SearchChoiceField
        at="/accountId"
        label={t('council.focal.account')}
        optional
        options={colleagues.map(row => ({
          value: row.accountId,
          label: [row.name, ...row.roles.map(role => t(`access.role.${role}`))].join(' · '),
        }))}
      />
      <TextField at="/contact/email" label={t('council.focal.email')} kind="email" optional maxLength={200} />
      <TextField at="/contact/phone" label={t('council.focal.phone')} kind="tel" optional maxLength={60} />
      <TextField at="/contact/note" label={t('council.focal.note')} optional maxLength={300} />
    </>
  )
}

function LanguagesField() {
  const t = useT()
  const label = t('council.focal.languages')
  const field = useField<string[]>({ at: '/languages', label })
  return (
    <Checkbox.Group label={label} error={field.fault} value={field.value ?? []} onChange={field.set}>
      <div className={css.acts} style={{ marginTop: 8 }}>
        {languages.map((one, index) => (
          <Checkbox
            key={one}
            value={one}
            lang={one}
            label={choices.find(([id]) => id === one)?.[1] ?? one}
            {...(index === 0 ? { id: field.id } : {})}
          />
        ))}
      </div>
    </Checkbox.Group>
  )
}
