/** Beginning an operation, and changing its plan: its name for the house, from where, when, and who is wanted. */
import { changeOperation, makeOperation } from '@kerege/contract/repatriation/operations/routes'
import { type Duty, duties, type Operation } from '@kerege/contract/repatriation/operations/schema'
import { Button } from '@mantine/core'
import { Link, useNavigate, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { bodyOf, queryClient, send } from '../../../api.ts'
import { useT } from '../../../i18n/useT.tsx'
import { Answered } from '../../../ui/Answered.tsx'
import { Card } from '../../../ui/Card.tsx'
import { NumberField } from '../../../ui/form/DateField.tsx'
import { DayField } from '../../../ui/form/DayField.tsx'
import { FieldGroup, Form } from '../../../ui/form/Form.tsx'
import { CountryField } from '../../../ui/form/LanguageField.tsx'
import { TextField } from '../../../ui/form/TextField.tsx'
import { type FormState, useForm } from '../../../ui/form/useForm.ts'
import { newId } from '../../../ui/newId.ts'
import { PageHead } from '../../../ui/PageHead.tsx'
import { useOperation } from './api.ts'

export function NewPage() {
  const t = useT()
  const navigate = useNavigate()
  const [initial] = useState(() => ({ id: newId(), wanted: {} }))
  const form = useForm({
    name: 'operations.new',
    schema: bodyOf(makeOperation),
    initial,
    send: (body, options) => send(makeOperation, { body }, options),
    onDone: async ({ body }) => {
      await queryClient.invalidateQueries()
      await navigate({ to: `/operations/${body.id}` })
    },
  })
  return (
    <>
      <PageHead title={t('operations.new')} eyebrow={<Link to="/operations">{t('operations.title')}</Link>} />
      <Fields form={form} submit={t('operations.begin')} back="/operations" />
    </>
  )
}

export function EditPage() {
  const { id = '' } = useParams({ strict: false }) as { id?: string }
  return (
    <Answered query={useOperation(id)}>
      {({ body, etag }) => <Edit key={body.id} operation={body} etag={etag ?? ''} />}
    </Answered>
  )
}

function Edit({ operation, etag }: { operation: Operation; etag: string }) {
  const t = useT()
  const navigate = useNavigate()
  const back = `/operations/${operation.id}`
  const { name, fromCountry, plannedFrom, plannedTo, places, wanted } = operation
  const [initial] = useState({ name, fromCountry, plannedFrom, plannedTo, places, wanted })
  const form = useForm({
    name: `operations.plan.${operation.id}`,
    schema: bodyOf(changeOperation),
    initial,
    send: (body, options) =>
      send(changeOperation, { params: { id: operation.id }, body }, { ...options, ifMatch: etag }),
    onDone: async () => {
      await queryClient.invalidateQueries()
      await navigate({ to: back })
    },
  })
  return (
    <>
      <PageHead
        title={t('operations.plan')}
        eyebrow={
          <Link to={back}>
            <bdi>{operation.name}</bdi>
          </Link>
        }
      />
      <Fields form={form} submit={t('operations.save')} back={back} />
    </>
  )
}

function Fields({ form, submit, back }: { form: FormState; submit: string; back: string }) {
  const t = useT()
  return (
    <div className="k-narrow">
      <Card>
        <Form
          form={form}
          submit={submit}
          beside={
            <Button variant="subtle" size="md" component={Link} to={back}>
              {t('ui.cancel')}
            </Button>
          }
        >
          <TextField
            at="/name"
            label={t('operations.name')}
            hint={t('operations.nameHint')}
            maxLength={120}
          />
          <CountryField at="/fromCountry" label={t('operations.from')} />
          <DayField at="/plannedFrom" label={t('operations.plannedFrom')} optional />
          <DayField at="/plannedTo" label={t('operations.plannedTo')} optional />
          <NumberField at="/places" label={t('operations.places')} optional />
          <FieldGroup legend={t('operations.wanted')} hint={t('operations.wantedHint')}>
            {duties.map((duty: Duty) => (
              <NumberField key={duty} at={`/wanted/${duty}`} label={t(`operations.duty.${duty}`)} optional />
            ))}
          </FieldGroup>
        </Form>
      </Card>
    </div>
  )
}
