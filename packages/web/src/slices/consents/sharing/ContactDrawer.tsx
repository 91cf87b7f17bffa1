/** Somebody who can be told: a new one, or one that changed. Of their work only. */
import { recipientKinds } from '@kerege/contract/consents/recipients'
import { addContact, changeContact } from '@kerege/contract/consents/tellingRoutes'
import type { Contact } from '@kerege/contract/consents/tellingSchema'
import { Button } from '@mantine/core'
import { useState } from 'react'
import { bodyOf, queryClient, send } from '../../../api.ts'
import { useT } from '../../../i18n/useT.tsx'
import { Drawer } from '../../../ui/Drawer.tsx'
import { ChoiceField, TickField } from '../../../ui/form/ChoiceField.tsx'
import { Form } from '../../../ui/form/Form.tsx'
import { TextField } from '../../../ui/form/TextField.tsx'
import { type FormState, useForm } from '../../../ui/form/useForm.ts'
import { newId } from '../../../ui/newId.ts'

interface Props {
  /** Absent where a new one is added. */
  one?: Contact | undefined
  opened: boolean
  onClose: () => void
  onDone?: (contact: Contact) => void
}

export function ContactDrawer(props: Props) {
  const t = useT()
  return (
    <Drawer
      opened={props.opened}
      onClose={props.onClose}
      title={t(props.one ? 'consents.contact.change' : 'consents.contact.add')}
    >
      {props.opened && (props.one ? <Changed {...props} one={props.one} /> : <Added {...props} />)}
    </Drawer>
  )
}

function Added(props: Props) {
  const [initial] = useState(() => ({ id: newId() }))
  const form = useForm({
    name: 'consents.contact.new',
    schema: bodyOf(addContact),
    initial,
    send: (body, options) => send(addContact, { body }, options),
    onDone: ({ body }) => done(props, body),
  })
  return <Fields form={form} {...props} />
}

function Changed(props: Props & { one: Contact }) {
  const { id, version, kind, organisation, person, reach, closed } = props.one
  const [initial] = useState(() => ({ kind, organisation, person, reach, closed }))
  const form = useForm({
    name: `consents.contact.${id}`,
    schema: bodyOf(changeContact),
    initial,
    draft: false,
    send: (body, options) =>
      send(changeContact, { params: { id }, body }, { ...options, ifMatch: `"${version}"` }),
    onDone: ({ body }) => done(props, body),
  })
  return <Fields form={form} {...props} />
}

function done({ onClose, onDone }: Props, contact: Contact) {
  void queryClient.invalidateQueries()
  onDone?.(contact)
  onClose()
}

function Fields({ form, one, onClose }: Props & { form: FormState }) {
  const t = useT()
  return (
    <Form
      form={form}
      submit={t('consents.contact.save')}
      beside={
        <Button variant="subtle" size="md" onClick={onClose}>
          {t('ui.cancel')}
        </Button>
      }
    >
      <p className="k-dim">{t('consents.contact.hint')}</p>
      <ChoiceField
        at="/kind"
        label={t('consents.contact.kind')}
        options={recipientKinds.map(value => ({ value, label: t(`consents.to.${value}`) }))}
      />
      <TextField at="/organisation" label={t('consents.contact.organisation')} maxLength={160} />
      <TextField at="/person" label={t('consents.contact.person')} optional maxLength={120} />
      <TextField at="/reach" label={t('consents.contact.reach')} optional maxLength={160} />
      {one && <TickField at="/closed" label={t('consents.contact.close')} />}
    </Form>
  )
}
