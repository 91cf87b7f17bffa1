/** One session: when and where, what each source reports, who is invited and who came, and what became of it. */
import { getSession } from '@kerege/contract/council/routes'
import type { Session } from '@kerege/contract/council/schema'
import { Button } from '@mantine/core'
import { IconListDetails, IconPencil } from '@tabler/icons-react'
import { Link, useParams } from '@tanstack/react-router'
import { useGet } from '../../../api.ts'
import { useFormat } from '../../../i18n/useFormat.tsx'
import { useT } from '../../../i18n/useT.tsx'
import { useMay } from '../../../shell/session.ts'
import { Answered } from '../../../ui/Answered.tsx'
import { Card } from '../../../ui/Card.tsx'
import { Facts } from '../../../ui/Facts.tsx'
import { PageHead } from '../../../ui/PageHead.tsx'
import { StatePill } from '../../../ui/StatePill.tsx'
import { AgendaCard } from '../agenda/AgendaCard.tsx'
import { SessionNotes } from '../../practices/collections/SessionNotes.tsx'
import { CitedPractices } from '../citations/CitedPractices.tsx'
import { LinkedOffers } from '../offers/LinkedOffers.tsx'
import { Capitals } from '../parts/Capitals.tsx'
import { PartyLabel, Said, SaidFully } from '../parts/Said.tsx'
import { PlanLink } from '../plans/PlanLink.tsx'
import { PublicLink } from '../public/PublicLink.tsx'
import { RecordCard } from '../record/RecordCard.tsx'
import { StatementsCard } from '../record/StatementsCard.tsx'
import { placeText, sessionStateKind, whenText } from '../words.ts'
import { Invitations } from './Invitations.tsx'
import { MoveActs } from './MoveActs.tsx'
import { Participants } from './Participants.tsx'
import { Reports } from './Reports.tsx'
import { SessionDecisions } from './SessionDecisions.tsx'
import { SessionDocuments } from './SessionDocuments.tsx'
import { SessionSteps } from './SessionSteps.tsx'

export function SessionPage() {
  const { id = '' } = useParams({ strict: false }) as { id?: string }
  return (
    <Answered query={useGet(getSession, { params: { id } })}>
      {({ body }) => <OneSession session={body} />}
    </Answered>
  )
}

function OneSession({ session }: { session: Session }) {
  const t = useT()
  const format = useFormat()
  const may = useMay()
  return (
    <>
      <PageHead
        title={format.text(session.title).text}
        eyebrow={
          <>
            <Link to="/sessions">{t('council.sessions')}</Link>
            {session.symbol && <> · {session.symbol}</>}
          </>
        }
        facts={[
          <StatePill key="state" kind={sessionStateKind[session.state]}>
            {t(`council.state.${session.state}`)}
          </StatePill>,
          whenText(session, format, t, 'text'),
          ...[placeText(session, format, t)].filter(Boolean),
          t(`council.format.${session.format}`),
        ]}
        acts={
          <>
            {session.body && (
              <Button
                variant="default"
                component={Link}
                to={`/sessions/${session.id}/digest`}
                leftSection={<IconListDetails size={18} stroke={1.7} />}
              >
                {t('council.digest.title')}
              </Button>
            )}
            {may('council.prepare') && (
              <Button
                variant="default"
                component={Link}
                to={`/sessions/${session.id}/edit`}
                leftSection={<IconPencil size={18} stroke={1.7} />}
              >
                {t('council.change')}
              </Button>
            )}
          </>
        }
      />
      <div className="k-aside">
        <div className="k-stack">
          {session.starts.length > 0 && (
            <Card flush title={t('council.begins')}>
              <Capitals times={session.starts} label={t('council.begins')} />
            </Card>
          )}
          {session.summary && (
            <Card title={t('council.summary')}>
              <SaidFully text={session.summary} />
            </Card>
          )}
          {session.practicalNote && (
            <Card title={t('council.practical')}>
              <SaidFully text={session.practicalNote} />
            </Card>
          )}
          {session.body && <AgendaCard session={session} />}
          {session.body && <StatementsCard session={session} />}
          {session.body && <RecordCard session={session} />}
          {session.body && <SessionDocuments sessionId={session.id} />}
          <CitedPractices source={{ kind: 'session', id: session.id }} />
          <SessionNotes sessionId={session.id} />
          <LinkedOffers of={{ sessionId: session.id }} />
          {session.body && <SessionDecisions sessionId={session.id} />}
          <Reports session={session} />
          {(session.body || session.invitations.length > 0) && <Invitations session={session} />}
          {session.invitations.length > 0 && <Participants session={session} />}
        </div>
        <aside className="k-stack" aria-label={t('council.facts')}>
          <SessionFacts session={session} />
          {may('council.prepare') && <MoveActs session={session} />}
          {session.steps.length > 0 && <SessionSteps session={session} />}
        </aside>
      </div>
    </>
  )
}

function SessionFacts({ session }: { session: Session }) {
  const t = useT()
  const { quorum } = session
  return (
    <Card title={t('council.facts')}>
      <Facts
        facts={[
          [t('council.kind'), t(`council.kind.${session.kind}`)],
          [
            t('council.body'),
            session.body ? (
              <Link key="body" to={`/council/bodies/${session.body.id}`}>
                <Said text={session.body.name} />
              </Link>
            ) : (
              t('council.of.others')
            ),
          ],
          ...(session.host
            ? [[t('council.host'), <PartyLabel key="host" party={session.host} />] as const]
            : []),
          ...(session.venue ? [[t('council.venue'), <bdi key="venue">{session.venue}</bdi>] as const] : []),
          ...(session.organisers
            ? [[t('council.organisers'), <span key="organisers">{session.organisers}</span>] as const]
            : []),
          ...(session.externalPlan
            ? [[t('council.plan'), <PlanLink key="plan" name={session.externalPlan} />] as const]
            : []),
          ...(quorum
            ? [
                [
                  t('council.quorum'),
                  t(quorum.reached ? 'council.quorum.reached' : 'council.quorum.missing', {
                    n: quorum.present,
                    needed: quorum.needed,
                  }),
                ] as const,
              ]
            : []),
          [
            t('council.public'),
            session.public ? (
              <PublicLink key="public" what="sessions" one={session} />
            ) : (
              t('council.public.no')
            ),
          ],
        ]}
      />
    </Card>
  )
}
