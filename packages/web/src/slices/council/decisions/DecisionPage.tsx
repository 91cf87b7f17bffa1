/** One decision: its state and clock first, then the text, who has spoken, and what can be done. */
import type { Decision } from '@kerege/contract/council/decisions'
import { stepOf } from '@kerege/contract/council/voting'
import { Link, useParams } from '@tanstack/react-router'
import { useFormat } from '../../../i18n/useFormat.tsx'
import { useT } from '../../../i18n/useT.tsx'
import { Answered } from '../../../ui/Answered.tsx'
import { Card } from '../../../ui/Card.tsx'
import { Facts } from '../../../ui/Facts.tsx'
import { PageHead } from '../../../ui/PageHead.tsx'
import { StatePill } from '../../../ui/StatePill.tsx'
import { DecisionActions } from '../actions/DecisionActions.tsx'
import { CitedPractices } from '../citations/CitedPractices.tsx'
import { GuidanceCard } from '../guidance/GuidanceCard.tsx'
import { PartyLabel, Said } from '../parts/Said.tsx'
import { PublicLink } from '../public/PublicLink.tsx'
import css from '../council.module.css'
import { useDecision } from './api.ts'
import { Clock } from './Clock.tsx'
import { Deciding } from './Deciding.tsx'
import { Speaking } from './Speaking.tsx'
import { Steps } from './Steps.tsx'
import { DecisionState } from './state.tsx'
import { Texts } from './Texts.tsx'

export function DecisionPage() {
  const { id = '' } = useParams({ strict: false }) as { id?: string }
  return <Answered query={useDecision(id)}>{({ body }) => <OneDecision decision={body} />}</Answered>
}

function OneDecision({ decision }: { decision: Decision }) {
  const t = useT()
  const format = useFormat()
  const open = decision.state === 'silence' || decision.state === 'room'
  return (
    <>
      <PageHead
        title={format.text(decision.title).text}
        eyebrow={
          <>
            <Link to="/decisions">{t('council.decisions')}</Link>
            {' · '}
            {decision.symbol ?? t('council.noNumber')}
          </>
        }
        facts={[
          <DecisionState key="state" decision={decision} />,
          ...(decision.closedAt ? [format.date(decision.closedAt, 'text')] : []),
        ]}
      />
      <div className="k-aside">
        <div className="k-stack">
          {decision.state === 'silence' && <Clock decision={decision} />}
          <Speaking decision={decision} />
          {decision.state === 'adopted' && <DecisionActions decisionId={decision.id} />}
          <Texts key={decision.text.number} decision={decision} />
          <CitedPractices source={{ kind: 'decision', id: decision.id }} />
          {decision.state === 'adopted' && <GuidanceCard decision={decision} />}
          {(open || decision.state === 'broken') && <Voices decision={decision} />}
        </div>
        <aside className="k-stack" aria-label={t('council.facts')}>
          <Deciding decision={decision} />
          <Card title={t('council.facts')}>
            <Facts
              facts={[
                [
                  t('council.body'),
                  <Link key="body" to={`/council/bodies/${decision.body.id}`}>
                    <Said text={decision.body.name} />
                  </Link>,
                ],
                ...(decision.session
                  ? [
                      [
                        t('council.session'),
                        <Link key="session" to={`/sessions/${decision.session.id}`}>
                          <Said text={decision.session.title} />
                        </Link>,
                      ] as const,
                    ]
                  : []),
                ...(decision.way ? [[t('council.way.label'), t(`council.by.${decision.way}`)] as const] : []),
                [
                  t('council.public'),
                  decision.state === 'adopted' && !decision.restricted ? (
                    <PublicLink key="public" what="decisions" one={decision} />
                  ) : (
                    t(decision.restricted ? 'council.public.no' : 'council.public.adopted')
                  ),
                ],
              ]}
            />
          </Card>
          <Steps decision={decision} />
        </aside>
      </div>
    </>
  )
}

const votes: readonly string[] = Object.values(stepOf)

/** Members whose voice counts, each with what it said of the text that is meant now. */
function Voices({ decision }: { decision: Decision }) {
  const t = useT()
  return (
    <Card flush title={t('council.voices')}>
      <ul className={css.rows}>
        {decision.counted.map(party => {
          const said = decision.steps.filter(
            step =>
              step.party?.id === party.id &&
              step.text === decision.text.number &&
              ['objected', 'reserved', 'interpreted', ...votes].includes(step.kind),
          )
          return (
            <li key={party.id}>
              <span className={css.words}>
                <PartyLabel party={party} />
              </span>
              {said.length === 0 ? (
                <span className="k-dim">{t('council.quiet')}</span>
              ) : (
                said.map(step => (
                  <StatePill key={step.id} kind={step.kind === 'objected' ? 'wait' : 'info'}>
                    {t(`council.step.${step.kind}`)}
                  </StatePill>
                ))
              )}
            </li>
          )
        })}
      </ul>
    </Card>
  )
}
