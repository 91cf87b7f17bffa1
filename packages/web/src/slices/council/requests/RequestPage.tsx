/** One request: the question, who has answered, what was said, and the one thing that waits for the reader. */
import { extendRequest, getRequest, withdrawRequest } from '@kerege/contract/council/requests/routes'
import type { InfoRequest, RequestTurn } from '@kerege/contract/council/requests/schema'
import { Button } from '@mantine/core'
import { Link, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { bodyOf, queryClient, send, useGet } from '../../../api.ts'
import { type Formatter, useFormat } from '../../../i18n/useFormat.tsx'
import { useT } from '../../../i18n/useT.tsx'
import { useMay } from '../../../shell/session.ts'
import { Answered } from '../../../ui/Answered.tsx'
import { Card } from '../../../ui/Card.tsx'
import { useDomainsText } from '../../../ui/domains/words.ts'
import { Drawer } from '../../../ui/Drawer.tsx'
import { Facts } from '../../../ui/Facts.tsx'
import { DayField } from '../../../ui/form/DayField.tsx'
import { Form } from '../../../ui/form/Form.tsx'
import { useForm } from '../../../ui/form/useForm.ts'
import { Joint } from '../../../ui/Joint.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { PageHead } from '../../../ui/PageHead.tsx'
import { ReasonDialog } from '../../../ui/ReasonDialog.tsx'
import { StatePill } from '../../../ui/StatePill.tsx'
import css from '../council.module.css'
import { PartyLabel, Said, SaidFully } from '../parts/Said.tsx'
import { useMyRequests } from './api.ts'
import { RequestState } from './state.tsx'
import { TurnDrawer } from './TurnDrawer.tsx'

export function RequestPage() {
  const { id = '' } = useParams({ strict: false }) as { id?: string }
  return (
    <Answered query={useGet(getRequest, { params: { id } })}>
      {({ body }) => <OneRequest request={body} />}
    </Answered>
  )
}

type Over = 'answer' | 'clarification' | 'extend' | 'withdraw'

function OneRequest({ request }: { request: InfoRequest }) {
  const t = useT()
  const format = useFormat()
  const [over, setOver] = useState<Over>()
  const close = () => setOver(undefined)
  const { may } = request
  return (
    <>
      <PageHead
        title={format.text(request.title).text}
        eyebrow={<Link to="/requests">{t('council.requests')}</Link>}
        facts={[
          <RequestState key="state" row={request} />,
          <PartyLabel key="party" party={request.party} />,
          format.date(request.due, 'text'),
        ]}
        acts={
          <>
            {may.change && (
              <>
                <Button variant="subtle" onClick={() => setOver('withdraw')}>
                  {t('council.request.withdraw')}
                </Button>
                <Button variant="default" onClick={() => setOver('extend')}>
                  {t('council.request.extend')}
                </Button>
              </>
            )}
            <AskAgain request={request} />
            {may.clarify && (
              <Button variant="default" onClick={() => setOver('clarification')}>
                {t('council.request.clarify')}
              </Button>
            )}
            {may.answer && <Button onClick={() => setOver('answer')}>{t('council.request.answer')}</Button>}
          </>
        }
      />
      <div className="k-aside">
        <div className="k-stack">
          {request.reason && (
            <Notice kind="info" title={t('council.request.withdrawn')}>
              <bdi>{request.reason}</bdi>
            </Notice>
          )}
          <Card title={t('council.request.question')}>
            <SaidFully text={request.question} />
          </Card>
          <Turns turns={request.turns} />
          <Linked request={request} />
        </div>
        <Aside request={request} />
      </div>
      <TurnDrawer
        requestId={request.id}
        kind={over === 'clarification' ? 'clarification' : 'answer'}
        opened={over === 'answer' || over === 'clarification'}
        onClose={close}
      />
      <Drawer opened={over === 'extend'} onClose={close} title={t('council.request.extend')}>
        {over === 'extend' && <ExtendForm request={request} onDone={close} />}
      </Drawer>
      <ReasonDialog
        opened={over === 'withdraw'}
        onClose={close}
        title={t('council.request.withdraw')}
        consequence={t('council.request.withdrawText')}
        act={t('council.request.withdraw')}
        slice="council"
        onAct={async reason => {
          await send(withdrawRequest, { params: { id: request.id }, body: { reason } })
          await queryClient.invalidateQueries()
        }}
      />
    </>
  )
}

/** Once somebody has answered: of other states, or of the practitioners. Whoever asks for nobody is not let begin. */
function AskAgain({ request }: { request: InfoRequest }) {
  const t = useT()
  const format = useFormat()
  const may = useMay()
  const side = useMyRequests()
  if (request.turns.every(turn => turn.kind !== 'answer')) return null
  const own = side?.party?.id === request.party.id
  return (
    <>
      {own && may('practices.write') && (
        <Button
          variant="subtle"
          component={Link}
          to="/questions/new"
          state={{ begun: begunOf(request, format) }}
        >
          {t('council.request.askLibrary')}
        </Button>
      )}
      {side?.party && !side.hindrance && (
        <Button variant="default" component={Link} to="/requests/new" search={{ from: request.id } as never}>
          {t('council.request.again')}
        </Button>
      )}
    </>
  )
}

/** A question of practitioners has one language: that of the reader, or the one in which it was asked. */
function begunOf({ title, question, domains }: InfoRequest, format: Formatter) {
  const { text, language } = format.text(question)
  return { language, title: format.text(title).text.slice(0, 200), words: text, domains }
}

/** The earlier request that was asked again, and those that came after. */
function Linked({ request: { after, again } }: { request: InfoRequest }) {
  const t = useT()
  const format = useFormat()
  if (!after && again.length === 0) return null
  const rows = [
    ...(after ? [{ ...after, label: t('council.request.after') }] : []),
    ...again.map(one => ({ ...one, label: t('council.request.later') })),
  ]
  return (
    <Card title={t('council.request.linked')}>
      <ul className={css.passed}>
        {rows.map(one => (
          <li key={one.id}>
            <div>
              <span className="k-dim">{one.label}</span>{' '}
              <Link to={`/requests/${one.id}`}>
                <Said text={one.title} />
              </Link>{' '}
              <span className="k-dim">
                · <PartyLabel party={one.party} /> · {format.date(one.at)}
              </span>
            </div>
          </li>
        ))}
      </ul>
    </Card>
  )
}

function Turns({ turns }: { turns: readonly RequestTurn[] }) {
  const t = useT()
  const format = useFormat()
  return (
    <Card title={t('council.request.said')}>
      {turns.length === 0 && <p className="k-dim">{t('council.request.nothingSaid')}</p>}
      <ol className={css.passed}>
        {turns.map(turn => (
          <li key={turn.id}>
            <Joint state={turn.kind === 'answer' ? 'done' : 'to-come'} />
            <div>
              <strong>
                <PartyLabel party={turn.party} />
              </strong>{' '}
              · {t(`council.request.kind.${turn.kind}`)}{' '}
              {turn.reusable && <StatePill kind="ok">{t('council.request.reusableMark')}</StatePill>}
              <p lang={turn.language} dir="auto" style={{ whiteSpace: 'pre-line' }}>
                {turn.words}
              </p>
              {turn.papers.map(paper => (
                <div key={paper.id}>
                  <Link to={`/documents/${paper.id}`}>
                    {paper.symbol} <Said text={paper.title} />
                  </Link>
                </div>
              ))}
              <div className="k-dim k-small">
                <bdi>{turn.by}</bdi> · {format.date(turn.at, 'exact')}
              </div>
            </div>
          </li>
        ))}
      </ol>
    </Card>
  )
}

function Aside({ request }: { request: InfoRequest }) {
  const t = useT()
  const format = useFormat()
  const domainsText = useDomainsText()
  return (
    <aside className="k-stack" aria-label={t('council.request.to')}>
      <Card title={t('council.request.to')}>
        <Facts
          facts={[
            [t('council.request.due'), format.date(request.due, 'text')],
            [t('domains.title'), domainsText(request.domains)],
          ]}
        />
        <ul>
          {request.addressees.map(({ party, answeredAt }) => (
            <li key={party.id}>
              <PartyLabel party={party} />:{' '}
              <span className="k-dim">
                {answeredAt
                  ? t('council.request.answeredOn', { when: format.date(answeredAt) })
                  : t('council.request.notYet')}
              </span>
            </li>
          ))}
        </ul>
      </Card>
    </aside>
  )
}

function ExtendForm({ request, onDone }: { request: InfoRequest; onDone: () => void }) {
  const t = useT()
  const form = useForm({
    name: `council.request.extend.${request.id}`,
    schema: bodyOf(extendRequest),
    initial: {},
    send: (body, options) => send(extendRequest, { params: { id: request.id }, body }, options),
    onDone: () => {
      void queryClient.invalidateQueries()
      onDone()
    },
  })
  return (
    <Form form={form} submit={t('council.request.extend')}>
      <DayField at="/due" label={t('council.request.due')} />
    </Form>
  )
}
