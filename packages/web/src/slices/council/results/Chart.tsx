/**
 * Small pictures beside each other, one for each state in the fixed order and on one scale. A period that was not reported
 * breaks the line and is drawn as a cross; the table below says the same in words.
 */
import { matrixStates, type MatrixState } from '@kerege/contract/council/initiatives/codes'
import { periodsUntil, startOfPeriod } from '@kerege/contract/council/results/periods'
import type { Indicator } from '@kerege/contract/council/results/schema'
import { useFormat } from '../../../i18n/useFormat.tsx'
import { useT } from '../../../i18n/useT.tsx'
import css from './results.module.css'
import { periodText, valueText } from './words.ts'

const box = { width: 240, height: 120, left: 12, right: 228, top: 12, bottom: 92 }

export function Charts({ indicator }: { indicator: Indicator }) {
  const t = useT()
  const years = indicator.values.map(one => Number(one.period.slice(0, 4)))
  const thisYear = Number(indicator.today.slice(0, 4))
  const first = Math.max(thisYear - 5, Math.min(thisYear - 1, ...years))
  const periods = periodsUntil(indicator.frequency, first, indicator.today)
  const most = Math.max(1, ...indicator.values.map(one => one.value ?? 0))
  return (
    <>
      <div className={`${css.legend} k-small k-dim`} aria-hidden="true">
        <span>
          <svg width="24" height="12" aria-hidden="true">
            <line x1="0" x2="24" y1="6" y2="6" className={css.line} />
            <circle cx="12" cy="6" r="4" className={css.dot} />
          </svg>
          {t('results.aspect.actual')}
        </span>
        <span>
          <svg width="24" height="12" aria-hidden="true">
            <line x1="0" x2="24" y1="6" y2="6" className={css.baseline} />
          </svg>
          {t('results.aspect.baseline')}
        </span>
        <span>
          <svg width="16" height="14" aria-hidden="true">
            <path d="M8 1L14 7L8 13L2 7Z" className={css.target} />
          </svg>
          {t('results.aspect.target')}
        </span>
        <span>
          <svg width="12" height="12" aria-hidden="true">
            <path d="M2 2L10 10M10 2L2 10" className={css.missing} />
          </svg>
          {t('results.notReported')}
        </span>
      </div>
      <ul className={css.states}>
        {matrixStates.map(state => (
          <li key={state}>
            <OneState indicator={indicator} state={state} periods={periods} most={most} />
          </li>
        ))}
      </ul>
    </>
  )
}

interface Props {
  indicator: Indicator
  state: MatrixState
  periods: readonly string[]
  most: number
}

function OneState({ indicator, state, periods, most }: Props) {
  const t = useT()
  const format = useFormat()
  const own = indicator.values.filter(one => one.state === state && one.value !== undefined)
  const y = (value: number) => box.bottom - ((box.bottom - box.top) * value) / most
  const x = (at: number) =>
    periods.length < 2
      ? (box.left + box.right) / 2
      : box.left + ((box.right - box.left) * at) / (periods.length - 1)
  const actual = periods.map(
    period => own.find(one => one.aspect === 'actual' && one.period === period)?.value,
  )
  const baseline = own.find(one => one.aspect === 'baseline')?.value
  const targets = own.filter(one => one.aspect === 'target')
  const last = own.findLast(one => one.aspect === 'actual')
  return (
    <figure>
      <figcaption>
        <strong>{format.country(state)}</strong>
        <br />
        <span className="k-dim k-small">
          {last
            ? `${valueText(last.value, indicator.unit, format, t)} · ${periodText(last.period, t)}`
            : t('results.notReported')}
        </span>
      </figcaption>
      <svg viewBox={`0 0 ${box.width} ${box.height}`} className={css.chart} aria-hidden="true">
        <line x1={box.left} x2={box.right} y1={box.bottom} y2={box.bottom} className={css.axis} />
        {baseline !== undefined && (
          <line x1={box.left} x2={box.right} y1={y(baseline)} y2={y(baseline)} className={css.baseline} />
        )}
        {targets.map(one => {
          // At the last period of its year; one of a later year stands at the end.
          const at = periods.findLastIndex(period => startOfPeriod(period) <= `${one.period}-12-31`)
          const [cx, cy] = [x(Math.max(0, at)), y(one.value ?? 0)]
          return (
            <path
              key={one.period}
              d={`M${cx} ${cy - 8}L${cx + 8} ${cy}L${cx} ${cy + 8}L${cx - 8} ${cy}Z`}
              className={css.target}
            />
          )
        })}
        {actual.map((value, at) => {
          const before = actual[at - 1]
          return value !== undefined && before !== undefined ? (
            <line
              key={periods[at]}
              x1={x(at - 1)}
              y1={y(before)}
              x2={x(at)}
              y2={y(value)}
              className={css.line}
            />
          ) : null
        })}
        {actual.map((value, at) =>
          value === undefined ? (
            <path
              key={periods[at]}
              d={`M${x(at) - 4} ${box.bottom - 4}l8 8m0 -8l-8 8`}
              className={css.missing}
            />
          ) : (
            <circle key={periods[at]} cx={x(at)} cy={y(value)} r="4.5" className={css.dot} />
          ),
        )}
        <text x={box.left} y={box.height - 6} className={css.tick}>
          {periods[0]}
        </text>
        <text x={box.right} y={box.height - 6} textAnchor="end" className={css.tick}>
          {periods.length > 1 ? periods.at(-1) : ''}
        </text>
      </svg>
    </figure>
  )
}
