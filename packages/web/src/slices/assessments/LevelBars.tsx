/** How much help is needed, as one to four rising bars with an outline; the word always stands beside it. */
import { needLevels, type NeedLevel } from '@kerege/contract/assessments/needs'
import css from './assessments.module.css'

export function LevelBars({ level }: { level: NeedLevel }) {
  return (
    <svg className={css.bars} viewBox="0 0 34 18" aria-hidden="true">
      {needLevels.map(one => (
        <rect
          key={one}
          x={(one - 1) * 9 + 0.5}
          y={17 - 4 * one}
          width={6}
          height={4 * one}
          rx={1}
          className={one <= level ? css[`l${level}`] : css.empty}
        />
      ))}
    </svg>
  )
}
