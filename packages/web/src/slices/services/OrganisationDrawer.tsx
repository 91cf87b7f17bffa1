/** Who offers services: a new body, or one that changed. */
import { listAgencies } from '@kerege/contract/access/routes'
import { addOrganisation, changeOrganisation } from '@kerege/contract/services/routes'
import { type Organisation, organisationKinds } from '@kerege/contract/services/schema'
import { Button } from '@mantine/core'
import { useState } from 'react'
import { bodyOf, queryClient, send, useGet } from '../../api.ts'
import { useFormat } from '../../i18n/useFormat.tsx'
import { useT } from '../../i18n/useT.tsx'
import { Drawer } from '../../ui/Drawer.tsx'
import { ChoiceField, TickField } from '../../ui/form/ChoiceField.tsx'
import { Form } from '../../ui/form/Form.tsx'
import { SearchChoiceField } from '../../ui/form/SearchChoiceField.tsx'
import { TextField } from '../../ui/form/TextField.tsx'
import { type FormState, useForm } from '../../ui/form/useForm.ts'
import { newId } from '../../ui/newId.ts'
import { TextsField } from '../council/parts/TextsField.tsx'
import { organisationShape } from './shape.ts'

interface Props {
  /** Absent where a new one is added. */
  one?: Organisation | undefined
  opened: boolean
  onClose: () => void
  onDone?: (one: Organisation) => void
}

export function OrganisationDrawer(props: Props) {
  const t = useT()
  return (
    <Drawer
      opened={props.opened}
      onClose={props.onClose}
      title={t(props.one ? 'services.organisation.change' : 'services.organisation.add')}
    >
      {props.opened && (props.one ? <Changed {...props} one={props.one} /> : <Added {...props} />)}
    </Drawer>
  )
}

function Added(props: Props) {
  const [initial] = useState(() => ({ id: newId() }))
  const form = useForm({
    name: 'services.organisation.new',
    schema: bodyOf(addOrganisation),
    initial,
    shape: organisationShape,
    send: (body, options) => send(addOrganisation, { body }, options),
    onDone: ({ body }) => void done(props, body),
  })
  return <Fields form={form} {...props} />
}

function Changed(props: Props & { one: Organisation }) {
  const { id, version, services: _, ...facts } = props.one
  const [initial] = useState(() => facts)
  const form = useForm({
    name: `services.organisation.${id}.${version}`,
    schema: bodyOf(changeOrganisation),
    initial,
    shape: organisationShape,
    send: (body, options) =>
      send(changeOrganisation, { params: { id }, body }, { ...options, ifMatch: `"${version}"` }),
    onDone: ({ body }) => void done(props, body),
  })
  return <Fields form={form} {...props} />
}

async function done({ onClose, onDone }: Props, one: Organisation) {
  await queryClient.invalidateQueries()
  onDone?.(one)
  onClose()
}

function Fields({ form, one, onClose }: Props & { form: FormState }) {
  const t = useT()
  const format = useFormat()
  const agencies = useGet(listAgencies, {}).data?.body.agencies ?? []
  return (
    <Form
      form={form}
      submit={t('services.save')}
      beside={
        <Button variant="subtle" size="md" onClick={onClose}>
          {t('ui.cancel')}
        </Button>
      }
    >
      <TextsField at="/name" legend={t('services.name')} maxLength={300} required={[]} />
      <ChoiceField
        at="/kind"
        label={t('services.organisation.kind')}
        options={organisationKinds.map(value => ({ value, label: t(`consents.to.${value}`) }))}
      />
      <TextField at="/phone" kind="tel" label={t('services.phone')} optional maxLength={60} />
      <TextField at="/email" kind="email" label={t('services.email')} optional maxLength={200} />
      <TextField at="/website" label={t('services.website')} optional maxLength={300} />
      <SearchChoiceField
        at="/agencyId"
        optional
        label={t('services.organisation.agency')}
        hint={t('services.organisation.agencyHint')}
        options={agencies.map(({ id, name }) => ({ value: id, label: format.text(name).text }))}
      />
      {one && <TickField at="/closed" label={t('services.organisation.closed')} />}
    </Form>
  )
}
