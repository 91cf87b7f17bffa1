/** Assessments on the page of a person or a case: the latest of each, its trend, and the way to begin one. */
import { findInstrument } from '@kerege/contract/assessments/instruments'
import { needsId } from '@kerege/contract/assessments/needs'
import type { AssessmentRow, PersonAssessments as Body } from '@kerege/contract/assessments/schema'
import { Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useFormat } from '../../i18n/useFormat.tsx'
import { useT } from '../../i18n/useT.tsx'
import { useMay } from '../../shell/session.ts'
import { Card } from '../../ui/Card.tsx'
import { useOfPerson } from './api.ts'
import css from './assessments.module.css'
import { LevelBars } from './LevelBars.tsx'
import { StartDrawer } from './StartDrawer.tsx'
import { Trend } from './Trend.tsx'
import { bandText, nameOf, seriesOf, totalText } from './words.ts'

export function PersonAssessments({ personId }: { personId: string }) {
  const may = useMay()
  return may('assessments.read') ? <Latest personId={personId} /> : null
}

function Latest({ personId }: { personId: string }) {
  const t = useT()
  const [starting, start] = useState(false)
  const body = useOfPerson(personId).data?.body
  // Whoever reads nothing here and may take nothing is not told of it.
  if (!body || (body.rows.length === 0 && body.mayTake.length === 0)) return null
  const latest = body.rows.filter(
    (row, at) => body.rows.findIndex(one => one.instrument === row.instrument) === at,
  )
  return (
    <Card
      flush
      title={t('assessments.title')}
      count={latest.length}
      side={
        body.mayTake.length > 0 && (
          <Button variant="subtle" onClick={() => start(true)}>
            {t('assessments.take')}
          </Button>
        )
      }
      foot={body.rows.length > 0 && <Link to={`/assessments/of/${personId}`}>{t('assessments.see')}</Link>}
    >
      {latest.length === 0 ? (
        <p className={css.none}>{t('assessments.none')}</p>
      ) : (
        <ul>
          {latest.map(row => (
            <OneRow key={row.id} row={row} body={body} />
          ))}
        </ul>
      )}
      <StartDrawer personId={personId} body={body} opened={starting} onClose={() => start(false)} />
    </Card>
  )
}

function OneRow({ row, body }: { row: AssessmentRow; body: Body }) {
  const t = useT()
  const format = useFormat()
  return (
    <li className={css.row}>
      <div className={css.words}>
        <Link to={`/assessments/${row.id}`}>{nameOf(row.instrument, t)}</Link>
        <Found row={row} />
        <div className="k-dim k-small">
          {[row.state === 'draft' ? t('assessments.draft') : format.date(row.takenOn), row.by.name].join(
            ' · ',
          )}
        </div>
      </div>
      {row.instrument !== needsId && <RowTrend row={row} rows={body.rows} />}
    </li>
  )
}

/** What came of one, in a line: the total and its band, or the domains that ask for something. */
export function Found({ row }: { row: AssessmentRow }) {
  const t = useT()
  if (row.outcome) {
    const total = totalText(row.instrument, row.instrumentVersion, row.outcome, t)
    const band = bandText(row.outcome.band, t)
    return <div>{[...new Set([total, band])].filter(Boolean).join(' · ')}</div>
  }
  const asking = (row.levels ?? [])
    .filter(one => one.level > 1)
    .toSorted((one, other) => other.level - one.level)
  if (asking.length === 0) return null
  return (
    <ul className={css.asking}>
      {asking.slice(0, 4).map(one => (
        <li key={one.domain}>
          <LevelBars level={one.level} /> {t(`needs.${one.domain}`)}
          <span className="k-hidden">: {t(`needs.level.${one.level}`)}</span>
        </li>
      ))}
    </ul>
  )
}

export function RowTrend({ row, rows }: { row: AssessmentRow; rows: readonly AssessmentRow[] }) {
  const t = useT()
  const format = useFormat()
  const scale = findInstrument(row.instrument, row.instrumentVersion)?.scales.find(one => one.id === 'total')
  const series = seriesOf(rows, row.instrument, row.instrumentVersion).flatMap(one =>
    typeof one.outcome?.total === 'number' ? [{ value: one.outcome.total, day: one.takenOn }] : [],
  )
  if (!scale || series.length < 2) return null
  const list = series.map(one => `${format.date(one.day)}: ${one.value}`).join(', ')
  return (
    <Trend
      points={series}
      least={scale.least}
      most={scale.most}
      label={t('assessments.trendOf', { name: nameOf(row.instrument, t), list })}
    />
  )
}
