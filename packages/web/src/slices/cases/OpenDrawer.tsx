/** Opens a case for a person: how they came, in one choice. */
import { openCase } from '@kerege/contract/cases/routes'
import { saidOrigins } from '@kerege/contract/cases/schema'
import { Button } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { bodyOf, queryClient, send } from '../../api.ts'
import { useT } from '../../i18n/useT.tsx'
import { Drawer } from '../../ui/Drawer.tsx'
import { ChoiceField } from '../../ui/form/ChoiceField.tsx'
import { Form, useFormState } from '../../ui/form/Form.tsx'
import { TextField } from '../../ui/form/TextField.tsx'
import { type FormState, useForm } from '../../ui/form/useForm.ts'
import { newId } from '../../ui/newId.ts'
import { toast } from '../../ui/toasts.ts'

interface Props {
  personId: string
  opened: boolean
  onClose: () => void
}

export function OpenDrawer(props: Props) {
  const t = useT()
  return (
    <Drawer opened={props.opened} onClose={props.onClose} title={t('cases.open')}>
      {props.opened && <OpenForm {...props} />}
    </Drawer>
  )
}

function OpenForm({ personId, onClose }: Props) {
  const t = useT()
  const navigate = useNavigate()
  const [initial] = useState(() => ({ id: newId(), personId }))
  const form: FormState = useForm({
    name: `cases.open.${personId}`,
    schema: bodyOf(openCase),
    initial,
    send: (body, options) => send(openCase, { body }, options),
    onDone: ({ body }) => {
      form.startOver()
      void queryClient.invalidateQueries()
      toast(t(body.joined ? 'cases.open.joined' : 'cases.open.done'))
      void navigate({ to: `/cases/${body.id}` })
    },
  })
  return (
    <Form
      form={form}
      submit={t('cases.open')}
      beside={
        <Button variant="subtle" size="md" onClick={onClose}>
          {t('ui.cancel')}
        </Button>
      }
    >
      <p>{t('cases.open.text')}</p>
      <ChoiceField
        at="/origin"
        label={t('cases.came')}
        options={saidOrigins.map(value => ({ value, label: t(`cases.origin.${value}`) }))}
      />
      <Sender />
    </Form>
  )
}

function Sender() {
  const t = useT()
  const form = useFormState()
  if (form.get('/origin') !== 'referral') return null
  return (
    <TextField
      at="/sentBy"
      label={t('cases.open.sentBy')}
      hint={t('cases.open.sentByHint')}
      optional
      maxLength={160}
    />
  )
}
