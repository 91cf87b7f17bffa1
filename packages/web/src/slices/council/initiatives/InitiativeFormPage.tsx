/** Puts an initiative into the matrix, or changes it. Asks of programmes, never of people. */
import { listActions } from '@kerege/contract/council/actionRoutes'
import { listDecisions } from '@kerege/contract/council/decisionRoutes'
import {
  activityKinds,
  budgetBands,
  initiativeStatuses,
  targetGroups,
} from '@kerege/contract/council/initiatives/codes'
import {
  addInitiative,
  changeInitiative,
  getInitiative,
  keepingRights,
  listPillars,
} from '@kerege/contract/council/initiatives/routes'
import type { Initiative, KeepingRights } from '@kerege/contract/council/initiatives/schema'
import { listParties } from '@kerege/contract/council/routes'
import { Button } from '@mantine/core'
import { Link, useNavigate, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { bodyOf, queryClient, send, useGet } from '../../../api.ts'
import { useFormat } from '../../../i18n/useFormat.tsx'
import { useT } from '../../../i18n/useT.tsx'
import { Answered } from '../../../ui/Answered.tsx'
import { Card } from '../../../ui/Card.tsx'
import { ChoiceField, TickField } from '../../../ui/form/ChoiceField.tsx'
import { DayField } from '../../../ui/form/DayField.tsx'
import { Form } from '../../../ui/form/Form.tsx'
import { ManyChoiceField } from '../../../ui/form/ManyChoiceField.tsx'
import { SearchChoiceField } from '../../../ui/form/SearchChoiceField.tsx'
import { TextField } from '../../../ui/form/TextField.tsx'
import { type FormState, useForm } from '../../../ui/form/useForm.ts'
import { newId } from '../../../ui/newId.ts'
import { PageHead } from '../../../ui/PageHead.tsx'
import { partyText } from '../parts/Said.tsx'
import { onlySaid, TextsField } from '../parts/TextsField.tsx'
import { usePlaces } from './words.ts'

/** Plans are typed a line each; lists that nobody opened are empty. */
const shape = (values: unknown) => {
  const given = values as Record<string, unknown>
  const list = (key: string) => (given[key] as string[] | undefined) ?? []
  return {
    ...given,
    title: onlySaid(given.title),
    description: onlySaid(given.description),
    partnerIds: list('partnerIds'),
    places: list('places'),
    groups: list('groups'),
    actionIds: list('actionIds'),
    decisionIds: list('decisionIds'),
    plans: String(given.plans ?? '')
      .split('\n')
      .map(line => line.trim())
      .filter(line => line !== ''),
  }
}

export function NewInitiativePage() {
  const t = useT()
  return (
    <>
      <PageHead
        title={t('initiatives.new')}
        eyebrow={<Link to="/initiatives">{t('initiatives.title')}</Link>}
        facts={[t('initiatives.noPersons')]}
      />
      <Answered query={useGet(keepingRights, {})}>{({ body }) => <NewForm rights={body} />}</Answered>
    </>
  )
}

function NewForm({ rights }: { rights: KeepingRights }) {
  const t = useT()
  const navigate = useNavigate()
  const { party } = rights
  const [initial] = useState(() => ({
    id: newId(),
    status: 'planned',
    public: false,
    ...(party ? { leadId: party.id } : {}),
    ...(party?.classification === 'member' ? { places: [party.code] } : {}),
  }))
  const form = useForm({
    name: 'initiatives.new',
    schema: bodyOf(addInitiative),
    initial,
    shape,
    send: (body, options) => send(addInitiative, { body }, options),
    onDone: async ({ body }) => {
      await queryClient.invalidateQueries()
      await navigate({ to: `/initiatives/${body.id}` })
    },
  })
  return <Fields form={form} rights={rights} submit={t('initiatives.enter')} back="/initiatives" />
}

export function EditInitiativePage() {
  const { id = '' } = useParams({ strict: false }) as { id?: string }
  const rights = useGet(keepingRights, {})
  return (
    <Answered query={useGet(getInitiative, { params: { id } })}>
      {({ body, etag }) => (
        <Answered query={rights}>
          {answer => <EditForm key={body.version} initiative={body} etag={etag ?? ''} rights={answer.body} />}
        </Answered>
      )}
    </Answered>
  )
}

function EditForm({
  initiative,
  etag,
  rights,
}: {
  initiative: Initiative
  etag: string
  rights: KeepingRights
}) {
  const t = useT()
  const format = useFormat()
  const navigate = useNavigate()
  const { id, title, description, places, status, kind, groups, from, to, budget, funding, contact } =
    initiative
  const form = useForm({
    name: `initiatives.change.${id}`,
    schema: bodyOf(changeInitiative),
    initial: {
      ...{ title, description, places, status, kind, groups, from, to, budget, funding, contact },
      pillarId: initiative.pillar.id,
      leadId: initiative.lead.id,
      partnerIds: initiative.partners.map(one => one.id),
      actionIds: initiative.actions.map(one => one.id),
      decisionIds: initiative.decisions.map(one => one.id),
      plans: initiative.plans.join('\n'),
      public: initiative.public,
    },
    shape,
    send: (body, options) => send(changeInitiative, { params: { id }, body }, { ...options, ifMatch: etag }),
    onDone: async () => {
      await queryClient.invalidateQueries()
      await navigate({ to: `/initiatives/${id}` })
    },
  })
  return (
    <>
      <PageHead
        title={t('initiatives.change')}
        eyebrow={<Link to={`/initiatives/${id}`}>{format.text(title).text}</Link>}
      />
      <Fields form={form} rights={rights} submit={t('initiatives.save')} back={`/initiatives/${id}`} reason />
    </>
  )
}

interface Props {
  form: FormState
  rights: KeepingRights
  submit: string
  back: string
  reason?: boolean
}

function Fields({ form, rights, submit, back, reason = false }: Props) {
  const t = useT()
  const format = useFormat()
  const places = usePlaces()
  const pillars = useGet(listPillars, {}).data?.body.rows ?? []
  const parties = useGet(listParties, {}).data?.body.rows ?? []
  const partyOptions = parties.map(one => ({ value: one.id, label: partyText(one, format) }))
  const own = rights.party?.classification === 'member' ? rights.party.code : undefined
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
          <TextsField
            at="/title"
            legend={t('initiatives.column.title')}
            hint={t('initiatives.titleHint')}
            maxLength={300}
            required={[]}
          />
          <ChoiceField
            compact
            at="/pillarId"
            label={t('initiatives.column.pillar')}
            options={pillars
              .filter(one => !one.retired || one.id === form.get('/pillarId'))
              .map(one => ({ value: one.id, label: `${one.code}. ${format.text(one.name).text}` }))}
          />
          {rights.all && (
            <SearchChoiceField at="/leadId" label={t('initiatives.column.lead')} options={partyOptions} />
          )}
          <ManyChoiceField
            at="/partnerIds"
            label={t('initiatives.column.partners')}
            optional
            max={20}
            options={partyOptions.filter(one => one.value !== form.get('/leadId'))}
          />
          <ManyChoiceField
            at="/places"
            label={t('initiatives.column.places')}
            hint={t(own ? 'initiatives.ownPlacesHint' : 'initiatives.placesHint')}
            max={40}
            options={own ? places.options.filter(one => one.value.startsWith(own)) : places.options}
          />
          <ChoiceField
            compact
            at="/kind"
            label={t('initiatives.column.kind')}
            options={activityKinds.map(value => ({ value, label: t(`initiatives.kind.${value}`) }))}
          />
          <ManyChoiceField
            at="/groups"
            label={t('initiatives.column.groups')}
            max={8}
            options={targetGroups.map(value => ({ value, label: t(`initiatives.group.${value}`) }))}
          />
          <ChoiceField
            at="/status"
            label={t('initiatives.column.status')}
            options={initiativeStatuses.map(value => ({ value, label: t(`initiatives.status.${value}`) }))}
          />
          <DayField at="/from" label={t('initiatives.column.from')} />
          <DayField at="/to" label={t('initiatives.column.to')} optional />
          <TextsField
            at="/description"
            legend={t('initiatives.column.description')}
            hint={t('initiatives.noPersons')}
            rows={3}
            maxLength={4000}
            required={[]}
          />
          <ChoiceField
            compact
            at="/budget"
            label={t('initiatives.column.budget')}
            hint={t('initiatives.budgetHint')}
            optional
            options={budgetBands.map(value => ({ value, label: t(`initiatives.budget.${value}`) }))}
          />
          <TextField at="/funding" label={t('initiatives.column.funding')} optional maxLength={300} />
          <TextField
            at="/contact"
            label={t('initiatives.column.contact')}
            hint={t('initiatives.contactHint')}
            optional
            maxLength={200}
          />
          <TextField
            at="/plans"
            label={t('initiatives.column.plans')}
            hint={t('initiatives.plansHint')}
            optional
            rows={2}
            maxLength={3000}
          />
          <LinkFields />
          {rights.all && (
            <TickField at="/public" label={t('initiatives.publicTick')} hint={t('initiatives.publicHint')} />
          )}
          {reason && <TextField at="/reason" label={t('initiatives.reason')} optional maxLength={500} />}
        </Form>
      </Card>
    </div>
  )
}

function LinkFields() {
  const t = useT()
  const format = useFormat()
  const actions = useGet(listActions, { query: { limit: 200 } }).data?.body.rows ?? []
  const decisions = useGet(listDecisions, { query: { limit: 200 } }).data?.body.rows ?? []
  return (
    <>
      <ManyChoiceField
        at="/decisionIds"
        label={t('initiatives.column.decisions')}
        optional
        max={20}
        options={decisions.map(one => ({
          value: one.id,
          label: [one.symbol, format.text(one.title).text].filter(Boolean).join(' · '),
        }))}
      />
      <ManyChoiceField
        at="/actionIds"
        label={t('initiatives.column.actions')}
        optional
        max={20}
        options={actions.map(one => ({ value: one.id, label: format.text(one.title).text }))}
      />
    </>
  )
}
