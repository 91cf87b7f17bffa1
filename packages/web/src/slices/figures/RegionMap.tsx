/** The newest total of each state on a map: shades by size, a hatch where nothing is published, a list for the ear. */
import { type FiguresView, type FigureState, figureStates } from '@kerege/contract/figures/schema'
import { plane, shapes } from '@kerege/contract/figures/shapes.generated'
import { type StateTotal, stateTotal } from '@kerege/contract/figures/sideBySide'
import { labelPlaces, shadeOf, stepOf } from '@kerege/contract/figures/shades'
import { useId } from 'react'
import { useT } from '../../i18n/useT.tsx'
import { Card } from '../../ui/Card.tsx'
import { shownOf } from './api.ts'
import css from './figures.module.css'
import { useFigureWords } from './words.ts'

export function RegionMap({ view }: { view: FiguresView }) {
  const t = useT()
  const words = useFigureWords()
  const hatch = useId()
  const all = shownOf(view)
  const silent = new Set(view.series.flatMap(one => (one.nothingPublished && one.state ? [one.state] : [])))
  const totals = new Map<FigureState, StateTotal>(
    figureStates.map(state => [state, stateTotal(all, state, silent.has(state))]),
  )
  const step = stepOf([...totals.values()])
  const text = (state: FigureState) => {
    const total = totals.get(state)
    if (total && 'low' in total) return words.bounds(total)
    return t(total?.kind === 'nothing' ? 'figures.nothingPublished' : 'figures.notEntered')
  }
  return (
    <Card title={t('figures.region')} note={t('figures.regionNote')}>
      <svg viewBox={`-6 -6 ${plane.width + 12} ${plane.height + 12}`} className={css.map} aria-hidden="true">
        <defs>
          <pattern
            id={hatch}
            width="12"
            height="12"
            patternUnits="userSpaceOnUse"
            patternTransform="rotate(45)"
          >
            <rect width="12" height="12" className={css.ground} />
            <path d="M0 0V12" className={css.stripe} />
          </pattern>
        </defs>
        {figureStates.map(state => {
          const shade = shadeOf(totals.get(state), step)
          return (
            <path
              key={state}
              d={shapes[state]}
              className={css.state}
              fill={shade === 0 ? `url(#${hatch})` : `var(--s${shade})`}
            />
          )
        })}
        {figureStates.map(state => {
          const total = totals.get(state)
          const [x, y] = labelPlaces[state]
          return (
            <text key={state} x={x} y={y} className={css.label}>
              <tspan className={css.count}>{total && 'low' in total ? words.bounds(total) : '–'}</tspan>
              <tspan x={x} dy="1.1em">
                {state}
              </tspan>
            </text>
          )
        })}
      </svg>
      <ul className={css.totals}>
        {figureStates.map(state => (
          <li key={state}>
            <span>
              {words.state(state)} <span className="k-dim">{state}</span>
            </span>
            <strong className="k-num">{text(state)}</strong>
            {totals.get(state)?.kind === 'ours' && <span className="k-dim">{t('figures.ours')}</span>}
          </li>
        ))}
      </ul>
    </Card>
  )
}
