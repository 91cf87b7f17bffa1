/** A training planned or changed. */
import { changeEvent, getEvent, planEvent } from '@kerege/contract/practices/trainings/events/routes'
import { eventKinds } from '@kerege/contract/practices/trainings/events/rules'
import type { Event } from '@kerege/contract/practices/trainings/events/schema'
import { listCurricula } from '@kerege/contract/practices/trainings/catalogue/routes'
import { zones } from '@kerege/contract/practices/trainings/common'
import { Link, useNavigate, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { bodyOf, queryClient, send, useGet } from '../../../../api.ts'
import { useLoaded } from '../../../../i18n/language.ts'
import { useFormat } from '../../../../i18n/useFormat.tsx'
import { useT } from '../../../../i18n/useT.tsx'
import { Answered } from '../../../../ui/Answered.tsx'
import { DomainsField } from '../../../../ui/domains/DomainsField.tsx'
import { ChoiceField } from '../../../../ui/form/ChoiceField.tsx'
import { NumberField } from '../../../../ui/form/DateField.tsx'
import { DayField } from '../../../../ui/form/DayField.tsx'
import { FieldGroup, Form } from '../../../../ui/form/Form.tsx'
import { CountryField } from '../../../../ui/form/LanguageField.tsx'
import { ManyChoiceField } from '../../../../ui/form/ManyChoiceField.tsx'
import { RepeatField } from '../../../../ui/form/RepeatField.tsx'
import { SearchChoiceField } from '../../../../ui/form/SearchChoiceField.tsx'
import { TextField } from '../../../../ui/form/TextField.tsx'
import { useForm } from '../../../../ui/form/useForm.ts'
import { newId } from '../../../../ui/newId.ts'
import { PageHead } from '../../../../ui/PageHead.tsx'
import { onlySaid, TextsField } from '../../../council/parts/TextsField.tsx'
import { useLanguageOptions, useProfessionOptions, zoneText } from '../parts/words.ts'

export function NewEventPage() {
  const t = useT()
  return (
    <>
      <PageHead title={t('trainings.new')} eyebrow={<Link to="/trainings">{t('trainings.title')}</Link>} />
      <Plan />
    </>
  )
}

export function EditEventPage() {
  const { id = '' } = useParams({ strict: false }) as { id?: string }
  return (
    <Answered query={useGet(getEvent, { params: { id } })}>{({ body }) => <Edit event={body} />}</Answered>
  )
}

const shape = (values: unknown) => {
  const { title, words, ...rest } = values as Record<string, unknown>
  return {
    domains: [],
    professions: [],
    quotas: [],
    ...rest,
    title: onlySaid(title),
    words: onlySaid(words),
  }
}

function useDone() {
  const navigate = useNavigate()
  return (id: string) => {
    void queryClient.invalidateQueries()
    void navigate({ to: `/trainings/${id}` as never })
  }
}

function Plan() {
  const t = useT()
  const done = useDone()
  const [initial] = useState(() => ({
    id: newId(),
    kind: 'training',
    share: 80,
    domains: [],
    professions: [],
    quotas: [],
    ...fromBoard(),
  }))
  const form = useForm({
    name: 'trainings.new',
    schema: bodyOf(planEvent),
    initial,
    shape,
    send: (body, options) => send(planEvent, { body }, options),
    onDone: ({ body }) => done(body.id),
  })
  return (
    <Form form={form} submit={t('trainings.plan')}>
      <Fields />
    </Form>
  )
}

/** A training that answers a request names it. */
const fromBoard = () => {
  const wishId = new URLSearchParams(window.location.search).get('wish')
  return wishId ? { wishId } : {}
}

function Edit({ event }: { event: Event }) {
  const t = useT()
  const format = useFormat()
  const done = useDone()
  const { curriculum, wish } = event
  const form = useForm({
    name: `trainings.change.${event.id}`,
    schema: bodyOf(changeEvent),
    initial: {
      kind: event.kind,
      title: event.title,
      words: event.words,
      domains: event.domains,
      professions: event.professions,
      languages: event.languages,
      country: event.country,
      city: event.city,
      zone: event.zone,
      from: event.from,
      until: event.until,
      registerUntil: event.registerUntil,
      places: event.places,
      quotas: event.quotas,
      curriculumId: curriculum?.id,
      wishId: wish?.id,
      courseUrl: event.courseUrl,
      share: event.share,
      room: event.room ?? {},
    },
    shape,
    send: (body, options) =>
      send(changeEvent, { params: { id: event.id }, body }, { ...options, ifMatch: `"${event.version}"` }),
    onDone: () => done(event.id),
  })
  return (
    <>
      <PageHead
        title={t('trainings.change')}
        eyebrow={<Link to={`/trainings/${event.id}`}>{format.text(event.title).text}</Link>}
      />
      <Form form={form} submit={t('trainings.save')}>
        <Fields />
      </Form>
    </>
  )
}

function Fields() {
  const t = useT()
  const { language } = useLoaded()
  const languages = useLanguageOptions()
  const professions = useProfessionOptions()
  return (
    <>
      <ChoiceField
        at="/kind"
        label={t('trainings.kind')}
        options={eventKinds.map(value => ({ value, label: t(`trainings.kind.${value}`) }))}
      />
      <TextsField at="/title" legend={t('trainings.what')} maxLength={300} required={[language]} />
      <TextsField at="/words" legend={t('trainings.about')} rows={3} maxLength={10_000} required={[]} />
      <DomainsField at="/domains" />
      <ManyChoiceField
        at="/professions"
        label={t('trainings.forWhom')}
        hint={t('trainings.forWhomHint')}
        options={professions}
        max={12}
      />
      <ManyChoiceField at="/languages" label={t('trainings.languages')} options={languages} max={20} />
      <Where />
      <Places />
      <More />
    </>
  )
}

function Where() {
  const t = useT()
  return (
    <FieldGroup legend={t('trainings.whenWhere')}>
      <DayField at="/from" label={t('trainings.from')} />
      <DayField at="/until" label={t('trainings.until')} />
      <CountryField at="/country" label={t('trainings.country')} />
      <TextField at="/city" label={t('trainings.city')} maxLength={120} />
      <ChoiceField
        compact
        at="/zone"
        label={t('trainings.zone')}
        options={zones.map(value => ({ value, label: zoneText(value, t) }))}
      />
      <TextField
        at="/room/venue"
        label={t('trainings.venue')}
        hint={t('trainings.roomNote')}
        optional
        maxLength={300}
      />
      <TextField at="/room/url" label={t('trainings.callInUrl')} optional maxLength={500} />
    </FieldGroup>
  )
}

function Places() {
  const t = useT()
  return (
    <FieldGroup legend={t('trainings.places')}>
      <DayField at="/registerUntil" label={t('trainings.registerUntil')} />
      <NumberField at="/places" label={t('trainings.placesAll')} />
      <RepeatField
        at="/quotas"
        legend={n => t('trainings.quotaNo', { n })}
        add={t('trainings.quotaAdd')}
        blank={() => ({})}
        max={30}
      >
        {at => (
          <>
            <CountryField at={`${at}/country`} label={t('trainings.country')} />
            <NumberField at={`${at}/places`} label={t('trainings.places')} />
          </>
        )}
      </RepeatField>
      <NumberField at="/share" label={t('trainings.share')} hint={t('trainings.shareHint')} />
    </FieldGroup>
  )
}

function More() {
  const t = useT()
  const format = useFormat()
  const curricula = useGet(listCurricula, { query: { limit: 200 } }).data?.body.rows ?? []
  return (
    <>
      <SearchChoiceField
        at="/curriculumId"
        label={t('trainings.curriculum')}
        optional
        options={curricula.map(row => ({ value: row.id, label: format.text(row.title).text }))}
      />
      <TextField
        at="/courseUrl"
        label={t('trainings.course')}
        hint={t('trainings.courseHint')}
        optional
        maxLength={500}
      />
    </>
  )
}
