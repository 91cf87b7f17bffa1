/** Pillars by states. On a phone each pillar is a list of states; a gap is a hatch and a word, never a colour alone. */
import { matrixStates, stateOf } from '@kerege/contract/council/initiatives/codes'
import type { Matrix } from '@kerege/contract/council/initiatives/schema'
import { IconCircleDashed, IconStack2 } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useFormat } from '../../../i18n/useFormat.tsx'
import { useT } from '../../../i18n/useT.tsx'
import { partyText, Said } from '../parts/Said.tsx'
import css from './matrix.module.css'

/** More stand on the list that the number opens. */
const namesShown = 6

export function MatrixTable({ matrix }: { matrix: Matrix }) {
  const t = useT()
  const format = useFormat()
  return (
    <div className={css.frame}>
      <table className={css.grid}>
        <caption className="k-hidden">{t('initiatives.matrix')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('initiatives.column.pillar')}</th>
            {matrixStates.map(state => (
              <th key={state} scope="col">
                {format.country(state)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {matrix.pillars.map(pillar => (
            <tr key={pillar.id}>
              <th scope="row">
                {pillar.code}. <Said text={pillar.name} />
              </th>
              {matrix.cells
                .filter(cell => cell.pillarId === pillar.id)
                .map(cell => (
                  <td
                    key={cell.state}
                    data-label={format.country(cell.state)}
                    className={cell.gap ? css.gap : ''}
                  >
                    <OneCell matrix={matrix} cell={cell} />
                  </td>
                ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function OneCell({ matrix, cell }: { matrix: Matrix; cell: Matrix['cells'][number] }) {
  const t = useT()
  const format = useFormat()
  // Whoever works with a matrix knows organisations by their letters; states have names.
  const names = matrix.parties
    .filter(one => cell.parties.includes(one.id))
    .map(one => (one.classification === 'member' ? partyText(one, format) : one.code))
  const ids = new Set([...cell.running, ...cell.planned])
  const overlaps = matrix.overlaps.filter(
    one => stateOf(one.places[0] ?? '') === cell.state && one.ids.some(id => ids.has(id)),
  ).length
  const year = matrix.from.slice(0, 4)
  const open = { pillarId: cell.pillarId, state: cell.state, year }
  return (
    <div className={css.cell}>
      {cell.gap ? (
        <span className={css.word}>
          <IconCircleDashed size={18} stroke={1.7} aria-hidden="true" />
          {t('initiatives.gap')}
        </span>
      ) : (
        <Link to="/initiatives" search={open as never} className={css.count}>
          {t('initiatives.runningN', { n: cell.running.length })}
        </Link>
      )}
      {cell.planned.length > 0 && (
        <span className="k-small">{t('initiatives.plannedN', { n: cell.planned.length })}</span>
      )}
      {names.length > 0 && (
        <span className="k-small k-dim">
          {names.slice(0, namesShown).join(', ')}
          {names.length > namesShown && ` ${t('initiatives.andMore', { n: names.length - namesShown })}`}
        </span>
      )}
      {overlaps > 0 && (
        <a href="#overlaps" className={css.word}>
          <IconStack2 size={18} stroke={1.7} aria-hidden="true" />
          {t('initiatives.overlapN', { n: overlaps })}
        </a>
      )}
    </div>
  )
}
