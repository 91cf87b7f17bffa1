/** The readiness board: questions, checklists by step, who is on duty, papers, languages, needs on board. */
import type { Readiness } from '@kerege/contract/repatriation/operations/preparing'
import type { Operation } from '@kerege/contract/repatriation/operations/schema'
import { Link } from '@tanstack/react-router'
import { useFormat } from '../../../../i18n/useFormat.tsx'
import { useT } from '../../../../i18n/useT.tsx'
import { Answered } from '../../../../ui/Answered.tsx'
import { Card } from '../../../../ui/Card.tsx'
import { Facts } from '../../../../ui/Facts.tsx'
import { useReadiness } from '../api.ts'
import css from '../operations.module.css'
import { Shell } from '../Shell.tsx'
import { isEnded } from '../words.ts'
import { Agreed } from './Agreed.tsx'
import { Bars } from './Bars.tsx'
import { Carried } from './Carried.tsx'
import { Checks } from './Checks.tsx'
import { Questions } from './Questions.tsx'
import { Staff } from './Staff.tsx'

export const ReadinessPage = () => (
  <Shell tab="readiness">{operation => <Board operation={operation} />}</Shell>
)

function Board({ operation }: { operation: Operation }) {
  const t = useT()
  return (
    <Answered query={useReadiness(operation.id)}>
      {({ body: ready }) => (
        <div className="k-aside">
          <div className="k-stack">
            {!isEnded(operation) && <Questions operation={operation} ready={ready} />}
            <Agreed operation={operation} ready={ready} />
            <Checks operation={operation} checks={ready.checks} />
            <Staff operation={operation} />
          </div>
          <aside className="k-stack" aria-label={t('operations.numbers')}>
            <Bars operation={operation} ready={ready} />
            <Papers operation={operation} ready={ready} />
            <Numbers operation={operation} ready={ready} />
            <Carried operation={operation} ready={ready} />
          </aside>
        </div>
      )}
    </Answered>
  )
}

function Papers({ operation, ready }: { operation: Operation; ready: Readiness }) {
  const t = useT()
  if (ready.papers.length === 0) return null
  return (
    <Card
      title={t('operations.papersMissing')}
      note={t('operations.peopleN', { n: ready.papers.length })}
      flush
    >
      <ul className={css.rows}>
        {ready.papers.map(one => (
          <li key={one.lineId}>
            <div className={css.words}>
              <Link to={`/operations/${operation.id}/people/${one.lineId}`} className="k-link">
                <bdi>{one.name}</bdi>
              </Link>
              <div className="k-dim">{one.facts.map(fact => t(`papers.fact.${fact}`)).join(', ')}</div>
            </div>
          </li>
        ))}
      </ul>
    </Card>
  )
}

/** Languages with how many interpret them, and needs on board. */
function Numbers({ operation, ready }: { operation: Operation; ready: Readiness }) {
  const t = useT()
  const format = useFormat()
  const facts = [
    ...(ready.unaccompanied.length > 0
      ? [[t('operations.unaccompanied'), format.number(ready.unaccompanied.length)] as const]
      : []),
    ...ready.languages.map(
      one =>
        [
          format.language(one.tag),
          t('operations.interpreted', { people: one.people, n: one.interpreters }),
        ] as const,
    ),
    ...ready.needs.map(one => [t(`operations.need.${one.need}`), format.number(one.people)] as const),
  ]
  if (facts.length === 0) return null
  return (
    <Card
      title={t('operations.onBoard')}
      note={operation.legs.length > 0 ? undefined : t('operations.noLegs')}
    >
      <Facts facts={facts} />
    </Card>
  )
}
