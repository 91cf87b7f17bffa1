/** Saying that two records are one: which stays, each value that differs, what moves, and why. */
import { mergePeople } from '@kerege/contract/people/duplicates/routes'
import { type ChoiceField as Field, MergePeople } from '@kerege/contract/people/duplicates/merges'
import type { DuplicateView } from '@kerege/contract/people/duplicates/schema'
import { Button } from '@mantine/core'
import { useState } from 'react'
import { send } from '../../../api.ts'
import { useFormat } from '../../../i18n/useFormat.tsx'
import { useT } from '../../../i18n/useT.tsx'
import { Drawer } from '../../../ui/Drawer.tsx'
import { ChoiceField } from '../../../ui/form/ChoiceField.tsx'
import { DayField } from '../../../ui/form/DayField.tsx'
import { Form, useFormState } from '../../../ui/form/Form.tsx'
import { TextField } from '../../../ui/form/TextField.tsx'
import { type FormState, useForm } from '../../../ui/form/useForm.ts'
import { Notice } from '../../../ui/Notice.tsx'
import { newId } from '../../../ui/newId.ts'
import { useAreas } from '../../../ui/form/useAreas.ts'
import { fieldKey } from '../person/FieldValue.tsx'
import css from './duplicates.module.css'

interface Props {
  view: DuplicateView
  opened: boolean
  onClose: () => void
  onMerged: (mergeId: string) => void
}

export function MergeDrawer({ view, opened, onClose, onMerged }: Props) {
  const t = useT()
  return (
    <Drawer opened={opened} onClose={onClose} title={t('people.dup.merge.title')}>
      {opened && <MergeForm {...{ view, onClose, onMerged }} />}
    </Drawer>
  )
}

type Which = '1' | '2'

function MergeForm({ view, onClose, onMerged }: Omit<Props, 'opened'>) {
  const t = useT()
  const { pair } = view
  // The older record stays unless told: most others refer to it.
  const [initial] = useState(() => ({
    id: newId(),
    keep: view.first.createdAt <= view.second.createdAt ? '1' : '2',
    choices: {},
  }))
  const form: FormState = useForm({
    name: `people.merge.${view.id}`,
    schema: MergePeople,
    initial,
    draft: false,
    shape: values => bodyOf(values as Values, view), // this form's own values
    send: (body, options) => send(mergePeople, { body }, options),
    onDone: ({ body }) => {
      onClose()
      onMerged(body.id)
    },
  })
  return (
    <Form
      form={form}
      submit={t('people.dup.merge.act')}
      beside={
        <Button variant="subtle" size="md" onClick={onClose}>
          {t('people.dup.merge.keep')}
        </Button>
      }
    >
      <p>{t('people.dup.merge.text')}</p>
      <ChoiceField
        at="/keep"
        label={t('people.dup.merge.stays')}
        hint={t('people.dup.merge.staysHint')}
        options={[
          { value: '1', label: t('people.dup.lettered', { letter: '1', text: view.one.label }) },
          { value: '2', label: t('people.dup.lettered', { letter: '2', text: view.other.label }) },
        ]}
      />
      {pair.differing.map(field => (
        <Differing key={field} view={view} field={field} />
      ))}
      {pair.homes && <Homes homes={pair.homes} />}
      <Moving view={view} />
      <TextField at="/reason" label={t('ui.reason')} rows={2} maxLength={500} />
    </Form>
  )
}

interface Values {
  id: string
  keep: Which
  choices: { readonly [F in Field]?: Which }
  home?: Which
  leftOn?: string
  reason?: string
}

/** Values are chosen by record, and sent by which of them stays. */
function bodyOf({ id, keep, choices, home, leftOn, reason }: Values, { pair }: DuplicateView) {
  const [a, b] = [
    { id: pair.one, version: pair.oneVersion },
    { id: pair.other, version: pair.otherVersion },
  ]
  const [stays, joins] = keep === '1' ? [a, b] : [b, a]
  const side = (letter: Which | undefined) => (letter === keep ? 'stays' : 'joins')
  return {
    id,
    stays: stays.id,
    staysVersion: stays.version,
    joins: joins.id,
    joinsVersion: joins.version,
    choices: Object.fromEntries(Object.entries(choices).map(([field, letter]) => [field, side(letter)])),
    ...(home ? { home: side(home) } : {}),
    ...(leftOn ? { leftOn } : {}),
    reason,
  }
}

function Differing({ view, field }: { view: DuplicateView; field: Field }) {
  const t = useT()
  const format = useFormat()
  const areas = useAreas()
  const say = (person: DuplicateView['first']): string => {
    switch (field) {
      case 'area':
        return areas.name(person.area)
      case 'sex':
        return t(`people.sex.${person.contact?.sex ?? 'unknown'}`)
      case 'birth':
        return person.contact ? format.birth(person.contact.birth) : ''
      case 'birthPlace': {
        const place = person.journey?.birthPlace
        return [place?.place, place && format.country(place.country)].filter(Boolean).join(', ')
      }
      case 'disability':
        return person.health?.disability ? format.date(person.health.disability.askedOn) : ''
    }
  }
  return (
    <ChoiceField
      at={`/choices/${field}`}
      label={t('people.dup.merge.which', { field: t(fieldKey(field)) })}
      options={[
        { value: '1', label: t('people.dup.lettered', { letter: '1', text: say(view.first) }) },
        { value: '2', label: t('people.dup.lettered', { letter: '2', text: say(view.second) }) },
      ]}
    />
  )
}

/** Nobody lives in two homes: one is that of today, the other one an earlier one. */
function Homes({ homes }: { homes: NonNullable<DuplicateView['pair']['homes']> }) {
  const t = useT()
  const format = useFormat()
  const say = ({ name, since }: typeof homes.one) =>
    since ? t('people.dup.merge.homeSince', { name, day: format.date(since) }) : name
  return (
    <>
      <ChoiceField
        at="/home"
        label={t('people.dup.merge.home')}
        hint={t('people.dup.merge.homeHint')}
        options={[
          { value: '1', label: t('people.dup.lettered', { letter: '1', text: say(homes.one) }) },
          { value: '2', label: t('people.dup.lettered', { letter: '2', text: say(homes.other) }) },
        ]}
      />
      <DayField at="/leftOn" label={t('people.dup.merge.leftOn')} hint={t('people.dup.merge.leftOnHint')} />
    </>
  )
}

function Moving({ view }: { view: DuplicateView }) {
  const t = useT()
  const form = useFormState()
  const moves = form.get('/keep') === '1' ? view.pair.moves.other : view.pair.moves.one
  return (
    <Notice kind="info" title={t('people.dup.merge.moves')}>
      <ul className={css.moves}>
        <li>{t('people.dup.merge.documents', { n: moves.documents })}</li>
        <li>{t('people.dup.merge.tasks', { n: moves.tasks })}</li>
        <li>{t('people.dup.merge.colleagues', { n: moves.grants })}</li>
      </ul>
      <p>{t('people.dup.merge.told')}</p>
    </Notice>
  )
}
