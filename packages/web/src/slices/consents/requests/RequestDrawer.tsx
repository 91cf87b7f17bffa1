/** Records what an authority asks in writing: who, by which paper, on which law, what, until when. */
import { recordRequest } from '@kerege/contract/consents/requestRoutes'
import { addDays } from '@kerege/contract/tasks/rules'
import { Button } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { bodyOf, queryClient, send } from '../../../api.ts'
import { useFormat } from '../../../i18n/useFormat.tsx'
import { useT } from '../../../i18n/useT.tsx'
import { useMay } from '../../../shell/session.ts'
import { Drawer } from '../../../ui/Drawer.tsx'
import { DayField } from '../../../ui/form/DayField.tsx'
import { Form } from '../../../ui/form/Form.tsx'
import { SearchChoiceField } from '../../../ui/form/SearchChoiceField.tsx'
import { TextField } from '../../../ui/form/TextField.tsx'
import { type FormState, useForm } from '../../../ui/form/useForm.ts'
import { newId } from '../../../ui/newId.ts'
import { Notice } from '../../../ui/Notice.tsx'
import { useContacts } from '../sharing/api.ts'
import { ContactDrawer } from '../sharing/ContactDrawer.tsx'

interface Props {
  personId: string
  opened: boolean
  onClose: () => void
}
/** An answer is usually due within so many days. */
const usualDays = 10

export function RequestDrawer(props: Props) {
  const t = useT()
  return (
    <Drawer opened={props.opened} onClose={props.onClose} title={t('consents.request.record')}>
      {props.opened && <RequestForm {...props} />}
    </Drawer>
  )
}

function RequestForm({ personId, onClose }: Props) {
  const t = useT()
  const may = useMay()
  const { today } = useFormat()
  const navigate = useNavigate()
  const [adding, add] = useState(false)
  const authorities = (useContacts().data?.body.rows ?? []).filter(one => one.kind === 'authority')
  const [initial] = useState(() => ({ id: newId(), paperOn: today, due: addDays(today, usualDays) }))
  const form: FormState = useForm({
    name: `consents.request.${personId}`,
    schema: bodyOf(recordRequest),
    initial,
    send: (body, options) => send(recordRequest, { params: { id: personId }, body }, options),
    onDone: ({ body }) => {
      form.startOver()
      void queryClient.invalidateQueries()
      void navigate({ to: `/sharing/requests/${body.id}` })
    },
  })
  return (
    <>
      <Form
        form={form}
        submit={t('consents.request.record')}
        beside={
          <Button variant="subtle" size="md" onClick={onClose}>
            {t('ui.cancel')}
          </Button>
        }
      >
        <Notice kind="seal">{t('consents.request.text')}</Notice>
        <SearchChoiceField
          at="/contactId"
          label={t('consents.request.who')}
          options={authorities.map(one => ({ value: one.id, label: one.organisation }))}
        />
        {may('disclosures.make') && (
          <Button variant="default" onClick={() => add(true)}>
            {t('consents.contact.add')}
          </Button>
        )}
        <TextField at="/paper" label={t('consents.request.paper')} maxLength={120} />
        <DayField at="/paperOn" label={t('consents.request.paperOn')} />
        <TextField at="/legalBasis" label={t('consents.request.basis')} maxLength={300} />
        <TextField at="/asks" label={t('consents.request.asks')} rows={3} maxLength={1000} />
        <DayField at="/due" label={t('consents.request.due')} />
      </Form>
      <ContactDrawer
        opened={adding}
        onClose={() => add(false)}
        onDone={contact => contact.kind === 'authority' && form.set('/contactId', contact.id)}
      />
    </>
  )
}
