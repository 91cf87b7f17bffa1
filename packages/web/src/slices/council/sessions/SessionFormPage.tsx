/** Puts a session on the register, or changes its facts. */
import {
  changeSession,
  getSession,
  listBodies,
  listParties,
  planSession,
} from '@kerege/contract/council/routes'
import type { Session } from '@kerege/contract/council/schema'
import { formats, sessionKinds } from '@kerege/contract/council/sessions'
import { Button } from '@mantine/core'
import { Link, useNavigate, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { bodyOf, queryClient, send, useGet } from '../../../api.ts'
import { useFormat } from '../../../i18n/useFormat.tsx'
import { useT } from '../../../i18n/useT.tsx'
import { OnlyFor } from '../../../shell/OnlyFor.tsx'
import { Answered } from '../../../ui/Answered.tsx'
import { Card } from '../../../ui/Card.tsx'
import { ChoiceField, TickField } from '../../../ui/form/ChoiceField.tsx'
import { Form } from '../../../ui/form/Form.tsx'
import { CountryField } from '../../../ui/form/LanguageField.tsx'
import { SearchChoiceField } from '../../../ui/form/SearchChoiceField.tsx'
import { TextField } from '../../../ui/form/TextField.tsx'
import { useForm } from '../../../ui/form/useForm.ts'
import { newId } from '../../../ui/newId.ts'
import { PageHead } from '../../../ui/PageHead.tsx'
import { MomentField } from '../parts/MomentField.tsx'
import { onlySaid, TextsField } from '../parts/TextsField.tsx'
import { usePlanNames } from '../plans/api.ts'

// What stands in several languages is sent with the languages that have words.
const shape = (values: unknown) => {
  const given = values as Record<string, unknown>
  return {
    ...given,
    title: onlySaid(given.title),
    summary: onlySaid(given.summary),
    practicalNote: onlySaid(given.practicalNote),
  }
}

export function NewSessionPage() {
  return (
    <OnlyFor verb="council.prepare">
      <NewSession />
    </OnlyFor>
  )
}

function NewSession() {
  const t = useT()
  const navigate = useNavigate()
  const [initial] = useState(() => ({ id: newId(), kind: 'session', format: 'in-person', public: false }))
  const form = useForm({
    name: 'council.session.new',
    schema: bodyOf(planSession),
    initial,
    shape,
    send: (body, options) => send(planSession, { body }, options),
    onDone: async ({ body }) => {
      await queryClient.invalidateQueries()
      await navigate({ to: `/sessions/${body.id}` })
    },
  })
  return (
    <>
      <PageHead
        title={t('council.session.new')}
        eyebrow={<Link to="/sessions">{t('council.sessions')}</Link>}
      />
      <SessionForm form={form} submit={t('council.session.plan')} back="/sessions" />
    </>
  )
}

export function EditSessionPage() {
  const { id = '' } = useParams({ strict: false }) as { id?: string }
  return (
    <OnlyFor verb="council.prepare">
      <Answered query={useGet(getSession, { params: { id } })}>
        {({ body, etag }) => <EditSession key={body.version} session={body} etag={etag ?? ''} />}
      </Answered>
    </OnlyFor>
  )
}

function EditSession({ session, etag }: { session: Session; etag: string }) {
  const t = useT()
  const format = useFormat()
  const navigate = useNavigate()
  const { kind, title, format: how, startsAt, endsAt, from, to, city, country, venue, organisers } = session
  const form = useForm({
    name: `council.session.${session.id}`,
    schema: bodyOf(changeSession),
    initial: {
      ...{ kind, title, format: how, startsAt, endsAt, city, country, venue, organisers },
      ...(startsAt ? {} : { from, to }),
      bodyId: session.body?.id,
      hostId: session.host?.id,
      summary: session.summary,
      practicalNote: session.practicalNote,
      externalPlan: session.externalPlan,
      public: session.public,
    },
    shape,
    send: (body, options) =>
      send(changeSession, { params: { id: session.id }, body }, { ...options, ifMatch: etag }),
    onDone: async () => {
      await queryClient.invalidateQueries()
      await navigate({ to: `/sessions/${session.id}` })
    },
  })
  return (
    <>
      <PageHead
        title={t('council.session.change')}
        eyebrow={<Link to={`/sessions/${session.id}`}>{format.text(title).text}</Link>}
      />
      <SessionForm form={form} submit={t('council.save')} back={`/sessions/${session.id}`} />
    </>
  )
}

interface Props {
  form: ReturnType<typeof useForm>
  submit: string
  back: string
}

function SessionForm({ form, submit, back }: Props) {
  const t = useT()
  const format = useFormat()
  const bodies = useGet(listBodies, {})
  const plans = usePlanNames()
  const parties = useGet(listParties, {})
  const named = (rows: readonly { id: string; name: Parameters<typeof format.text>[0] }[] = []) =>
    rows.map(row => ({ value: row.id, label: format.text(row.name).text }))
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
          <TextsField at="/title" legend={t('council.title')} maxLength={300} />
          <SearchChoiceField
            at="/bodyId"
            label={t('council.body')}
            hint={t('council.bodyHint')}
            optional
            options={named(bodies.data?.body.rows)}
          />
          <ChoiceField
            compact
            at="/kind"
            label={t('council.kind')}
            options={sessionKinds.map(value => ({ value, label: t(`council.kind.${value}`) }))}
          />
          <ChoiceField
            at="/format"
            label={t('council.format')}
            options={formats.map(value => ({ value, label: t(`council.format.${value}`) }))}
          />
          <MomentField at="/startsAt" label={t('council.starts')} optional />
          <MomentField at="/endsAt" label={t('council.ends')} optional />
          <TextField at="/city" label={t('council.city')} optional maxLength={100} />
          <CountryField at="/country" label={t('council.country')} optional />
          <TextField at="/venue" label={t('council.venue')} optional maxLength={300} />
          <SearchChoiceField
            at="/hostId"
            label={t('council.host')}
            optional
            options={named(parties.data?.body.rows)}
          />
          <TextField at="/organisers" label={t('council.organisers')} optional maxLength={1000} />
          <TextField
            at="/externalPlan"
            label={t('council.plan')}
            known={plans}
            hint={t('council.planHint')}
            optional
            maxLength={300}
          />
          <TextsField at="/summary" legend={t('council.summary')} rows={4} maxLength={10_000} required={[]} />
          <TextsField
            at="/practicalNote"
            legend={t('council.practical')}
            rows={4}
            maxLength={10_000}
            required={[]}
          />
          <TickField at="/public" label={t('council.publicTick')} hint={t('council.publicHint')} />
        </Form>
      </Card>
    </div>
  )
}
