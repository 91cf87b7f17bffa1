/** What is left of an operation: by sex and age, what was said in public beside it, the course of it, and lessons. */
import { isChildGroup } from '@kerege/contract/repatriation/operations/rules'
import type { Summary } from '@kerege/contract/repatriation/operations/preparing'
import type { Operation } from '@kerege/contract/repatriation/operations/schema'
import { useFormat } from '../../../../i18n/useFormat.tsx'
import { useT } from '../../../../i18n/useT.tsx'
import { Answered } from '../../../../ui/Answered.tsx'
import { Card } from '../../../../ui/Card.tsx'
import { Notice } from '../../../../ui/Notice.tsx'
import { Offers } from '../../lessons/Offers.tsx'
import { useSummary } from '../api.ts'
import css from '../operations.module.css'
import { Shell } from '../Shell.tsx'
import { Lessons } from './Lessons.tsx'
import { Published } from './Published.tsx'

export const SummaryPage = () => <Shell tab="summary">{operation => <Left operation={operation} />}</Shell>

function Left({ operation }: { operation: Operation }) {
  const t = useT()
  return (
    <Answered query={useSummary(operation.id)}>
      {({ body: summary }) => (
        <div className="k-aside">
          <div className="k-stack">
            {summary.countedHere ? (
              <ByAge summary={summary} />
            ) : (
              <Notice kind="info">{t('operations.notCounted')}</Notice>
            )}
            <Published operation={operation} summary={summary} />
            <Lessons operation={operation} summary={summary} />
            <Offers operationId={operation.id} lessons={summary.lessons} />
          </div>
          <aside className="k-stack" aria-label={t('operations.course')}>
            <ByState summary={summary} />
            <Course operation={operation} />
          </aside>
        </div>
      )}
    </Answered>
  )
}

function ByAge({ summary }: { summary: Summary }) {
  const t = useT()
  const format = useFormat()
  if (summary.byAge.length === 0) return null
  return (
    <Card title={t('operations.byAge')} note={t('operations.byAgeNote')} flush>
      <table className={css.table}>
        <thead>
          <tr>
            <th scope="col">{t('operations.ageGroup')}</th>
            <th scope="col" className={css.n}>
              {t('operations.female')}
            </th>
            <th scope="col" className={css.n}>
              {t('operations.male')}
            </th>
            <th scope="col" className={css.n}>
              {t('operations.all')}
            </th>
          </tr>
        </thead>
        <tbody>
          {summary.byAge.map(row => (
            <tr key={row.group}>
              <th scope="row">
                {row.group === 'unknown' ? t('operations.ageUnknown') : row.group.replace('-', '–')}
                {isChildGroup(row.group) && <span className="k-hidden"> {t('operations.child')}</span>}
              </th>
              <td className={css.n}>{format.number(row.female)}</td>
              <td className={css.n}>{format.number(row.male)}</td>
              <td className={css.n}>{format.number(row.female + row.male + row.notKnown)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Card>
  )
}

function ByState({ summary }: { summary: Summary }) {
  const t = useT()
  const format = useFormat()
  if (summary.byState.length === 0) return null
  return (
    <Card title={t('operations.byState')} flush>
      <table className={css.table}>
        <tbody>
          {summary.byState.map(row => (
            <tr key={row.state}>
              <th scope="row">{t(`operations.line.${row.state}`)}</th>
              <td className={css.n}>{format.number(row.people)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Card>
  )
}

/** Steps of the operation, versions of its list and its legs in one order, the latest first. */
function Course({ operation }: { operation: Operation }) {
  const t = useT()
  const format = useFormat()
  const rows = [
    ...operation.steps.map(step => ({
      at: step.at,
      what: t(`operations.state.${step.to}`),
      by: step.by.name,
      note: step.reason,
    })),
    ...operation.versions
      .filter(version => version.state === 'frozen')
      .map(version => ({
        at: version.at,
        what: t('operations.version.frozen', { n: version.number }),
        by: version.by.name,
        note: undefined,
      })),
    ...operation.legs.flatMap(leg =>
      leg.departsAt
        ? [{ at: leg.departsAt, what: `${leg.fromPlace} – ${leg.toPlace}`, by: undefined, note: undefined }]
        : [],
    ),
  ].toSorted((one, other) => (one.at < other.at ? 1 : -1))
  return (
    <Card title={t('operations.course')} flush>
      <ol className={css.rows}>
        {rows.map(row => (
          <li key={`${row.at} ${row.what}`}>
            <div className={css.words}>
              <strong>{row.what}</strong>
              {row.note && <p dir="auto">{row.note}</p>}
              <p className="k-dim k-small">
                {[format.date(row.at, 'exact'), row.by].filter(Boolean).join(' · ')}
              </p>
            </div>
          </li>
        ))}
      </ol>
    </Card>
  )
}
