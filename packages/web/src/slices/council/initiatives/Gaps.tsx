/** Where nothing runs, in words: the same that the grid draws. A plan is named, since it may fill the gap. */
import { matrixStates } from '@kerege/contract/council/initiatives/codes'
import type { Matrix } from '@kerege/contract/council/initiatives/schema'
import { useFormat } from '../../../i18n/useFormat.tsx'
import { useT } from '../../../i18n/useT.tsx'
import { Card } from '../../../ui/Card.tsx'
import css from '../council.module.css'
import { Said } from '../parts/Said.tsx'

export function Gaps({ matrix }: { matrix: Matrix }) {
  const t = useT()
  const format = useFormat()
  const gaps = matrix.cells.filter(cell => cell.gap)
  return (
    <Card flush title={t('initiatives.gaps')} note={t('initiatives.gapsNote')}>
      {gaps.length === 0 && <p className={css.empty}>{t('initiatives.noGaps')}</p>}
      <ul className={css.rows}>
        {matrix.pillars.map(pillar => {
          const own = gaps.filter(cell => cell.pillarId === pillar.id)
          if (own.length === 0) return null
          const states = matrixStates.flatMap(state => {
            const cell = own.find(one => one.state === state)
            if (!cell) return []
            const planned = cell.planned.length
            return [
              planned > 0
                ? `${format.country(state)} (${t('initiatives.plannedN', { n: planned })})`
                : format.country(state),
            ]
          })
          return (
            <li key={pillar.id}>
              <div className={css.words}>
                <strong>
                  {pillar.code}. <Said text={pillar.name} />
                </strong>
                <div>{states.join(', ')}</div>
              </div>
            </li>
          )
        })}
      </ul>
    </Card>
  )
}
