/**
 * Somebody is believed to be abroad: first the register is searched in any script, so that nobody is written down
 * twice; then who told, and where the person is believed to be.
 */
import { openAbroad } from '@kerege/contract/repatriation/register/routes'
import { heldAs, reliabilities, sourceKinds } from '@kerege/contract/repatriation/register/schema'
import { Button } from '@mantine/core'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { bodyOf, queryClient, send } from '../../api.ts'
import { useFormat } from '../../i18n/useFormat.tsx'
import { useT } from '../../i18n/useT.tsx'
import { useMay } from '../../shell/session.ts'
import { Card } from '../../ui/Card.tsx'
import { ChoiceField, TickField } from '../../ui/form/ChoiceField.tsx'
import { DayField } from '../../ui/form/DayField.tsx'
import { FieldGroup, Form, useFormState } from '../../ui/form/Form.tsx'
import { CountryField } from '../../ui/form/LanguageField.tsx'
import { TextField } from '../../ui/form/TextField.tsx'
import { useForm } from '../../ui/form/useForm.ts'
import { newId } from '../../ui/newId.ts'
import { PageHead } from '../../ui/PageHead.tsx'
import { toast } from '../../ui/toasts.ts'
import { usePerson } from '../people/api.ts'
import { PersonPicker } from '../people/search/PersonPicker.tsx'
import css from '../people/people.module.css'
import { usePersonName } from '../people/person/usePersonName.tsx'

interface Asked {
  shown?: string
  placeKnown?: boolean
  whereabouts?: object
}

/** What only the form knows is left out, and a place that is not known is no place. */
function shaped(values: unknown) {
  const { shown: _, placeKnown, whereabouts, ...rest } = values as Asked
  return { ...rest, ...(placeKnown ? { whereabouts: { ...whereabouts, kind: 'whereabouts' } } : {}) }
}

export function NewPage() {
  const t = useT()
  const { today } = useFormat()
  const navigate = useNavigate()
  const { subject } = useSearch({ strict: false }) as { subject?: string }
  const [initial] = useState(() => ({
    id: newId(),
    on: today,
    source: { kind: 'source', reliability: 'unclear' },
    whereabouts: { heldAs: 'not-known', reliability: 'unclear' },
    ...(subject ? { personId: subject } : {}),
  }))
  const form = useForm({
    name: subject ? `abroad.new.${subject}` : 'abroad.new',
    schema: bodyOf(openAbroad),
    initial,
    shape: shaped,
    send: (body, options) => send(openAbroad, { body }, options),
    onDone: async ({ body }) => {
      await queryClient.invalidateQueries()
      toast(t('abroad.opened'))
      await navigate({ to: `/abroad/${body.id}` })
    },
  })
  return (
    <>
      <PageHead
        title={t('abroad.new')}
        eyebrow={<Link to="/abroad">{t('abroad.title')}</Link>}
        facts={[t('abroad.newText')]}
      />
      <div className="k-narrow">
        <Card>
          <Form
            form={form}
            submit={t('abroad.make')}
            beside={
              <Button variant="subtle" size="md" component={Link} to="/abroad">
                {t('ui.cancel')}
              </Button>
            }
          >
            <WhoField />
            <ChoiceField
              compact
              at="/source/from"
              label={t('abroad.field.from')}
              options={sourceKinds.map(value => ({ value, label: t(`abroad.from.${value}`) }))}
            />
            <TextField at="/source/who" label={t('abroad.field.who')} optional maxLength={160} />
            <ReliabilityField at="/source/reliability" />
            <TextField at="/source/note" label={t('abroad.field.note')} optional rows={3} maxLength={1000} />
            <DayField at="/on" label={t('abroad.field.on')} hint={t('abroad.field.onHint')} />
            <PlaceFields />
          </Form>
        </Card>
      </div>
    </>
  )
}

function WhoField() {
  const t = useT()
  const may = useMay()
  const form = useFormState()
  const id = form.get('/personId')
  if (typeof id === 'string') {
    return (
      <div className={css.picked}>
        <strong>
          <bdi>{form.get('/shown') ? String(form.get('/shown')) : <Named id={id} />}</bdi>
        </strong>
        <Button variant="subtle" onClick={() => form.set('/personId', undefined)}>
          {t('abroad.another')}
        </Button>
      </div>
    )
  }
  return (
    <div>
      <PersonPicker
        at="/personId"
        label={t('abroad.pick')}
        hint={t('abroad.pickHint')}
        fits={() => true}
        onPick={row => {
          form.set('/personId', row.id)
          form.set('/shown', row.label)
        }}
      />
      {may('people.register') && (
        <Button variant="subtle" component={Link} to="/people/new">
          {t('abroad.register')}
        </Button>
      )}
    </div>
  )
}

/** Came here from the page of a person: the name is read under the reader's own rights. */
function Named({ id }: { id: string }) {
  const person = usePerson(id).data?.body
  return person ? <PersonName person={person} /> : null
}
function PersonName({ person }: { person: Parameters<typeof usePersonName>[0] }) {
  return <>{usePersonName(person)}</>
}

export function ReliabilityField({ at }: { at: string }) {
  const t = useT()
  return (
    <ChoiceField
      compact
      at={at}
      label={t('abroad.field.reliability')}
      options={reliabilities.map(value => ({ value, label: t(`abroad.reliability.${value}`) }))}
    />
  )
}

function PlaceFields() {
  const t = useT()
  const form = useFormState()
  return (
    <>
      <TickField at="/placeKnown" label={t('abroad.placeKnown')} />
      {form.get('/placeKnown') === true && (
        <FieldGroup legend={t('abroad.kind.whereabouts')}>
          <PlaceInside at="/whereabouts" />
        </FieldGroup>
      )}
    </>
  )
}

export function PlaceInside({ at }: { at: string }) {
  const t = useT()
  return (
    <>
      <CountryField at={`${at}/country`} label={t('abroad.field.country')} />
      <TextField at={`${at}/place`} label={t('abroad.field.place')} optional maxLength={160} />
      <ChoiceField
        compact
        at={`${at}/heldAs`}
        label={t('abroad.field.heldAs')}
        options={heldAs.map(value => ({ value, label: t(`abroad.heldAs.${value}`) }))}
      />
      <TextField at={`${at}/withWhom`} label={t('abroad.field.withWhom')} optional maxLength={300} />
      <TextField
        at={`${at}/since`}
        label={t('abroad.field.since')}
        hint={t('abroad.field.sinceHint')}
        optional
        maxLength={10}
      />
      <ReliabilityField at={`${at}/reliability`} />
      <TextField at={`${at}/note`} label={t('abroad.field.note')} optional rows={3} maxLength={1000} />
    </>
  )
}
