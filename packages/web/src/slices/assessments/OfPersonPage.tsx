/** Everything that was assessed of one person and is open to the reader: each kind with its line over time and its table. */
import { findInstrument } from '@kerege/contract/assessments/instruments'
import { needDomains, needsId } from '@kerege/contract/assessments/needs'
import type { AssessmentRow, PersonAssessments } from '@kerege/contract/assessments/schema'
import { Button } from '@mantine/core'
import { Link, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { useFormat } from '../../i18n/useFormat.tsx'
import { useT } from '../../i18n/useT.tsx'
import { Answered } from '../../ui/Answered.tsx'
import { Card } from '../../ui/Card.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { PageHead } from '../../ui/PageHead.tsx'
import { PrintButton } from '../../ui/PrintButton.tsx'
import { useOfPerson } from './api.ts'
import css from './assessments.module.css'
import { LevelBars } from './LevelBars.tsx'
import { LevelsTable } from './LevelsTable.tsx'
import { Found, RowTrend } from './PersonAssessments.tsx'
import { StartDrawer } from './StartDrawer.tsx'
import { Trend } from './Trend.tsx'
import { nameOf, seriesOf } from './words.ts'

export function OfPersonPage() {
  const { id = '' } = useParams({ strict: false }) as { id?: string }
  return <Answered query={useOfPerson(id)}>{({ body }) => <Whole id={id} body={body} />}</Answered>
}

function Whole({ id, body }: { id: string; body: PersonAssessments }) {
  const t = useT()
  const [starting, start] = useState(false)
  const kinds = [...new Set(body.rows.map(row => row.instrument))]
  const screened = kinds.some(kind => kind !== needsId)
  return (
    <>
      <PageHead
        title={t('assessments.title')}
        eyebrow={
          <Link to={`/people/${id}`}>
            <bdi>{body.person}</bdi>
          </Link>
        }
        facts={screened ? [t('assessments.notDiagnosis')] : []}
        acts={
          <>
            {body.mayTake.length > 0 && <Button onClick={() => start(true)}>{t('assessments.take')}</Button>}
            {kinds.length > 0 && <PrintButton />}
          </>
        }
      />
      {kinds.length === 0 && (
        <EmptyState title={t('assessments.none')}>{t('assessments.noneText')}</EmptyState>
      )}
      <div className="k-stack">
        {kinds.map(kind => (
          <Kind key={kind} kind={kind} rows={body.rows} />
        ))}
      </div>
      <StartDrawer personId={id} body={body} opened={starting} onClose={() => start(false)} />
    </>
  )
}

function Kind({ kind, rows }: { kind: string; rows: readonly AssessmentRow[] }) {
  const t = useT()
  const format = useFormat()
  const mine = rows.filter(row => row.instrument === kind)
  const [last] = seriesOf(rows, kind).toReversed()
  return (
    <Card
      flush
      title={nameOf(kind, t)}
      side={last && kind !== needsId && <RowTrend row={last} rows={rows} />}
    >
      {kind === needsId && <Domains rows={seriesOf(rows, kind)} />}
      {kind === needsId && <LevelsTable rows={seriesOf(rows, kind)} />}
      <ul>
        {mine.map(row => (
          <li key={row.id} className={css.row}>
            <div className={css.words}>
              <Link to={`/assessments/${row.id}`}>
                {row.state === 'draft' ? t('assessments.draft') : format.date(row.takenOn, 'text')}
              </Link>
              {row.outcome && <Found row={row} />}
              <div className="k-dim k-small">
                {[row.by.name, t(`assessments.about.${row.about}`), row.besideId && t('assessments.compared')]
                  .filter(Boolean)
                  .join(' · ')}
              </div>
            </div>
          </li>
        ))}
      </ul>
      {findInstrument(kind) && (
        <p className={css.none}>
          {t(
            findInstrument(kind)?.compartment === 'mhpss' ? 'assessments.sealed' : 'assessments.sealedHealth',
          )}
        </p>
      )}
    </Card>
  )
}

/** Each domain by itself: where it stands, and how it went. */
function Domains({ rows }: { rows: readonly AssessmentRow[] }) {
  const t = useT()
  const format = useFormat()
  const series = needDomains.flatMap(domain => {
    const points = rows.flatMap(row =>
      (row.levels ?? [])
        .filter(one => one.domain === domain)
        .map(one => ({ value: one.level, level: one.level, day: row.takenOn })),
    )
    const last = points.at(-1)
    return last ? [{ domain, points, last }] : []
  })
  return (
    <ul className={css.domains}>
      {series.map(({ domain, points, last }) => (
        <li key={domain} className={css.domain}>
          <span>{t(`needs.${domain}`)}</span>
          <span className={css.level}>
            <LevelBars level={last.level} /> {t(`needs.level.${last.level}`)}
          </span>
          {points.length > 1 && (
            <Trend
              points={points}
              least={1}
              most={4}
              label={t('assessments.trendOf', {
                name: t(`needs.${domain}`),
                list: points
                  .map(one => `${format.date(one.day)}: ${t(`needs.level.${one.level}`)}`)
                  .join(', '),
              })}
            />
          )}
        </li>
      ))}
    </ul>
  )
}
