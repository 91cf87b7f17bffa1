/** Begins a form: which, and to which visit, review or closing it belongs. */
import type { FormStep } from '@kerege/contract/forms/definition'
import { beginForm } from '@kerege/contract/forms/routes'
import type { PersonForms } from '@kerege/contract/forms/schema'
import { Button } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { bodyOf, queryClient, send } from '../../api.ts'
import { useFormat } from '../../i18n/useFormat.tsx'
import { useT } from '../../i18n/useT.tsx'
import { Drawer } from '../../ui/Drawer.tsx'
import { ChoiceField } from '../../ui/form/ChoiceField.tsx'
import { Form, useFormState } from '../../ui/form/Form.tsx'
import { useForm } from '../../ui/form/useForm.ts'
import { newId } from '../../ui/newId.ts'

interface Props {
  personId: string
  body: PersonForms
  /** The one that comes next, chosen already. */
  step?: FormStep | undefined
  opened: boolean
  onClose: () => void
}

export function BeginDrawer(props: Props) {
  const t = useT()
  return (
    <Drawer opened={props.opened} onClose={props.onClose} title={t('forms.begin')}>
      {props.opened && <BeginForm {...props} />}
    </Drawer>
  )
}

function BeginForm({ personId, body, step, onClose }: Props) {
  const t = useT()
  const navigate = useNavigate()
  const [initial] = useState(() => ({ id: newId(), step: step ?? body.next }))
  const form = useForm({
    name: 'forms.begin',
    schema: bodyOf(beginForm),
    initial,
    draft: false,
    shape: values => {
      const { aboutId, ...rest } = values as { aboutId?: string; step?: FormStep }
      const about = body.abouts.find(one => one.id === aboutId && one.kind === kindOf(rest.step))
      return about ? { ...rest, about: { kind: about.kind, id: about.id } } : rest
    },
    send: (value, options) => send(beginForm, { params: { id: personId }, body: value }, options),
    onDone: answer => {
      void queryClient.invalidateQueries()
      void navigate({ to: `/forms/${answer.body.id}` })
    },
  })
  return (
    <Form
      form={form}
      submit={t('forms.begin')}
      beside={
        <Button variant="subtle" size="md" onClick={onClose}>
          {t('ui.cancel')}
        </Button>
      }
    >
      <ChoiceField
        at="/step"
        label={t('forms.which')}
        options={body.mayBegin.map(value => ({ value, label: t(`forms.step.${value}`) }))}
      />
      <About body={body} />
    </Form>
  )
}

const kinds = { intake: undefined, visit: 'appointment', review: 'review', closure: 'closing' } as const
const kindOf = (step: FormStep | undefined) => step && kinds[step]

function About({ body }: { body: PersonForms }) {
  const t = useT()
  const format = useFormat()
  const form = useFormState()
  const kind = kindOf(form.get('/step') as FormStep | undefined)
  const known = body.abouts.filter(one => one.kind === kind)
  if (!kind || known.length === 0) return null
  return (
    <ChoiceField
      compact
      optional
      at="/aboutId"
      label={t(`forms.about.${kind}`)}
      options={known.map(one => ({ value: one.id, label: format.date(one.day, 'text') }))}
    />
  )
}
