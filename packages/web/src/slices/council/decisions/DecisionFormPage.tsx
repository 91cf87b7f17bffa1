/** Drafts a decision, or writes another version of its text. */
import { draftDecision, rewriteDecision } from '@kerege/contract/council/decisionRoutes'
import type { Decision } from '@kerege/contract/council/decisions'
import { getBody, listBodies, listSessions } from '@kerege/contract/council/routes'
import { Button } from '@mantine/core'
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { bodyOf, queryClient, send, useGet } from '../../../api.ts'
import { useFormat } from '../../../i18n/useFormat.tsx'
import { useT } from '../../../i18n/useT.tsx'
import { OnlyFor } from '../../../shell/OnlyFor.tsx'
import { Answered } from '../../../ui/Answered.tsx'
import { Card } from '../../../ui/Card.tsx'
import { ChoiceField, TickField } from '../../../ui/form/ChoiceField.tsx'
import { Form } from '../../../ui/form/Form.tsx'
import { SearchChoiceField } from '../../../ui/form/SearchChoiceField.tsx'
import { useForm } from '../../../ui/form/useForm.ts'
import { newId } from '../../../ui/newId.ts'
import { PageHead } from '../../../ui/PageHead.tsx'
import { TextsField } from '../parts/TextsField.tsx'
import { textShape } from './AmendDrawer.tsx'
import { useDecision } from './api.ts'
import { StillRight } from './StillRight.tsx'

export function NewDecisionPage() {
  const { session } = useSearch({ strict: false }) as { session?: string }
  const bodies = useGet(listBodies, {})
  return (
    <OnlyFor verb="council.prepare">
      <Answered query={bodies}>
        {({ body }) => (
          <NewDecision key={session} session={session} council={body.rows[0]?.id} rows={body.rows} />
        )}
      </Answered>
    </OnlyFor>
  )
}

interface NewProps {
  session: string | undefined
  council: string | undefined
  rows: readonly { id: string; name: Parameters<ReturnType<typeof useFormat>['text']>[0] }[]
}

function NewDecision({ session, council, rows }: NewProps) {
  const t = useT()
  const format = useFormat()
  const navigate = useNavigate()
  const [initial] = useState(() => ({
    id: newId(),
    bodyId: council,
    restricted: false,
    ...(session ? { sessionId: session } : {}),
  }))
  const form = useForm({
    name: 'council.decision.new',
    schema: bodyOf(draftDecision),
    initial,
    shape: textShape,
    send: (body, options) => send(draftDecision, { body }, options),
    onDone: async ({ body }) => {
      await queryClient.invalidateQueries()
      await navigate({ to: `/decisions/${body.id}` })
    },
  })
  return (
    <>
      <PageHead
        title={t('council.decision.new')}
        eyebrow={<Link to="/decisions">{t('council.decisions')}</Link>}
      />
      <div className="k-narrow">
        <Card>
          <Form form={form} submit={t('council.decision.draftIt')} beside={<Back to="/decisions" />}>
            <ChoiceField
              compact
              at="/bodyId"
              label={t('council.body')}
              options={rows.map(row => ({ value: row.id, label: format.text(row.name).text }))}
            />
            <TextFields bodyId={form.get('/bodyId') as string | undefined} />
          </Form>
        </Card>
      </div>
    </>
  )
}

export function EditDecisionPage() {
  const { id = '' } = useParams({ strict: false }) as { id?: string }
  return (
    <OnlyFor verb="council.prepare">
      <Answered query={useDecision(id)}>
        {({ body, etag }) => <EditDecision key={body.version} decision={body} etag={etag ?? ''} />}
      </Answered>
    </OnlyFor>
  )
}

function EditDecision({ decision, etag }: { decision: Decision; etag: string }) {
  const t = useT()
  const format = useFormat()
  const navigate = useNavigate()
  const back = `/decisions/${decision.id}`
  const { title, texts } = decision.text
  const form = useForm({
    name: `council.decision.${decision.id}`,
    schema: bodyOf(rewriteDecision),
    initial: { title, texts, restricted: decision.restricted, sessionId: decision.session?.id },
    shape: textShape,
    send: (body, options) =>
      send(rewriteDecision, { params: { id: decision.id }, body }, { ...options, ifMatch: etag }),
    onDone: async () => {
      await queryClient.invalidateQueries()
      await navigate({ to: back })
    },
  })
  return (
    <>
      <PageHead
        title={t('council.decision.edit')}
        eyebrow={<Link to={back}>{format.text(title).text}</Link>}
      />
      <div className="k-narrow">
        <Card>
          <Form form={form} submit={t('council.save')} beside={<Back to={back} />}>
            <TextFields bodyId={decision.body.id} />
            <StillRight text={decision.text} />
          </Form>
        </Card>
      </div>
    </>
  )
}

function Back({ to }: { to: string }) {
  const t = useT()
  return (
    <Button variant="subtle" size="md" component={Link} to={to}>
      {t('ui.cancel')}
    </Button>
  )
}

/** The languages that the rules of the body ask for before silence are not the optional ones. */
function TextFields({ bodyId }: { bodyId: string | undefined }) {
  const t = useT()
  const format = useFormat()
  const body = useGet(getBody, { params: { id: bodyId ?? '' } }, { enabled: bodyId !== undefined })
  const required = body.data?.body.rules.languages ?? ['en']
  const sessions = useGet(listSessions, { query: { of: 'council', limit: 200 } })
  return (
    <>
      <SearchChoiceField
        at="/sessionId"
        label={t('council.session')}
        optional
        options={(sessions.data?.body.rows ?? []).map(row => ({
          value: row.id,
          label: [row.symbol, format.text(row.title).text].filter(Boolean).join(' '),
        }))}
      />
      <TextsField at="/title" legend={t('council.title')} maxLength={300} required={required} />
      <TextsField
        at="/texts"
        legend={t('council.decision.text')}
        hint={t('council.decision.textHint')}
        rows={6}
        maxLength={10_000}
        required={required}
      />
      <TickField at="/restricted" label={t('council.restricted')} hint={t('council.restrictedHint')} />
    </>
  )
}
