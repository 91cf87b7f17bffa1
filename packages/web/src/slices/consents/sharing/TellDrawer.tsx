/** Tells somebody: to whom and for what first, then what the file says of each field, and why some may not be told. */
import { chosenWays, purposes } from '@kerege/contract/consents/kinds'
import { tell } from '@kerege/contract/consents/tellingRoutes'
import { languages } from '@kerege/contract/common'
import { Button } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { bodyOf, queryClient, send } from '../../../api.ts'
import { useLoaded } from '../../../i18n/language.ts'
import { useFormat } from '../../../i18n/useFormat.tsx'
import { useT } from '../../../i18n/useT.tsx'
import { Drawer } from '../../../ui/Drawer.tsx'
import { ChoiceField } from '../../../ui/form/ChoiceField.tsx'
import { Form } from '../../../ui/form/Form.tsx'
import { SearchChoiceField } from '../../../ui/form/SearchChoiceField.tsx'
import { useForm } from '../../../ui/form/useForm.ts'
import { newId } from '../../../ui/newId.ts'
import { toast } from '../../../ui/toasts.ts'
import { useContacts } from './api.ts'
import { ContactDrawer } from './ContactDrawer.tsx'
import { TellFields } from './TellFields.tsx'

interface Props {
  personId: string
  opened: boolean
  onClose: () => void
}

export function TellDrawer(props: Props) {
  const t = useT()
  return (
    <Drawer opened={props.opened} onClose={props.onClose} title={t('consents.tell')}>
      {props.opened && <TellForm {...props} />}
    </Drawer>
  )
}

function TellForm({ personId, onClose }: Props) {
  const t = useT()
  const format = useFormat()
  const navigate = useNavigate()
  const { language } = useLoaded()
  const [adding, add] = useState(false)
  const contacts = useContacts().data?.body.rows ?? []
  const [initial] = useState(() => ({ id: newId(), language, how: 'sheet', fields: [] }))
  const form = useForm({
    name: `consents.tell.${personId}`,
    schema: bodyOf(tell),
    initial,
    // What the file says may be another thing tomorrow: nothing of it is kept on the device.
    draft: false,
    send: (body, options) => send(tell, { params: { id: personId }, body }, options),
    onDone: async ({ body }) => {
      await queryClient.invalidateQueries()
      toast(t('consents.tell.done'))
      void navigate({ to: `/sharing/told/${body.id}` })
    },
  })
  return (
    <>
      <Form
        form={form}
        submit={t('consents.tell.act')}
        beside={
          <Button variant="subtle" size="md" onClick={onClose}>
            {t('ui.cancel')}
          </Button>
        }
      >
        <SearchChoiceField
          at="/contactId"
          label={t('consents.tell.to')}
          options={contacts
            .filter(one => one.kind !== 'authority')
            .map(one => ({
              value: one.id,
              label: one.organisation,
              group: t(`consents.to.${one.kind}`),
            }))}
        />
        <Button variant="default" onClick={() => add(true)}>
          {t('consents.contact.add')}
        </Button>
        <ChoiceField
          at="/purpose"
          label={t('consents.purposes')}
          options={purposes.map(value => ({ value, label: t(`consents.purpose.${value}`) }))}
        />
        <ChoiceField
          at="/how"
          label={t('consents.tell.how')}
          options={chosenWays.map(value => ({ value, label: t(`consents.how.${value}`) }))}
        />
        <ChoiceField
          at="/language"
          compact
          label={t('consents.tell.language')}
          options={languages.map(value => ({ value, label: format.language(value) }))}
        />
        <TellFields personId={personId} />
      </Form>
      <ContactDrawer
        opened={adding}
        onClose={() => add(false)}
        onDone={contact => form.set('/contactId', contact.id)}
      />
    </>
  )
}
