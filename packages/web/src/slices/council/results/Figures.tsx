/** What stands of an indicator, by state: baseline, target, and what was reached by period. States stand in one order and are not compared. */
import { matrixStates } from '@kerege/contract/council/initiatives/codes'
import type { IndicatorRow, Standing } from '@kerege/contract/council/results/schema'
import { useFormat } from '../../../i18n/useFormat.tsx'
import { useT } from '../../../i18n/useT.tsx'
import css from './figures.module.css'
import { periodText, valueText } from './words.ts'

const aspects = ['baseline', 'target', 'actual'] as const

/** States that have said nothing are named above it; nobody gets a row of noughts. */
export function Figures({ row }: { row: IndicatorRow }) {
  const t = useT()
  const format = useFormat()
  const { stands } = row.coverage
  const said = matrixStates.filter(state => stands.some(one => one.state === state))
  if (said.length === 0) return null
  return (
    <table className={css.figures} aria-label={row.code}>
      <thead>
        <tr>
          <th scope="col">{t('results.column.state')}</th>
          {aspects.map(aspect => (
            <th key={aspect} scope="col">
              {t(`results.aspect.${aspect}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {said.map(state => (
          <tr key={state}>
            <th scope="row">{format.country(state)}</th>
            {aspects.map(aspect => (
              <td key={aspect}>
                <span className={css.aspect}>{t(`results.aspect.${aspect}`)}</span>
                <Values row={row} of={stands.filter(one => one.state === state && one.aspect === aspect)} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Values({ row, of }: { row: IndicatorRow; of: readonly Standing[] }) {
  const t = useT()
  const format = useFormat()
  if (of.length === 0) return <span className="k-dim">{t('results.notReported')}</span>
  return (
    <ul>
      {[...of]
        .sort((one, other) => (one.period < other.period ? -1 : 1))
        .map(({ period, value, check }) => (
          <li key={period}>
            {valueText(value, row.unit, format, t)} <span className="k-dim">{periodText(period, t)}</span>
            {check !== 'checked' && <span className="k-dim"> · {t(`results.check.${check}`)}</span>}
          </li>
        ))}
    </ul>
  )
}
