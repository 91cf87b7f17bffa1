/** One moment on the wall of each capital, as the node computed it. */
import type { CapitalTime } from '@kerege/contract/council/schema'
import { useFormat } from '../../../i18n/useFormat.tsx'
import { useT } from '../../../i18n/useT.tsx'
import css from '../council.module.css'
import { cityText } from '../words.ts'

export function Capitals({ times, label }: { times: readonly CapitalTime[]; label: string }) {
  const t = useT()
  const format = useFormat()
  return (
    <ul className={css.capitals} aria-label={label}>
      {times.map(({ city, local, offsetMinutes }) => (
        <li key={city}>
          <span className="k-dim k-small">{cityText(city, t)}</span>
          <strong className="k-num">{local.slice(11)}</strong>
          <span className="k-dim k-small k-num">
            {format.date(local.slice(0, 10))} · {offset(offsetMinutes)}
          </span>
        </li>
      ))}
    </ul>
  )
}

const offset = (minutes: number): string => {
  const sign = minutes < 0 ? '\u2212' : '+'
  const [hours, rest] = [Math.floor(Math.abs(minutes) / 60), Math.abs(minutes) % 60]
  return `UTC${sign}${hours}${rest ? `:${String(rest).padStart(2, '0')}` : ''}`
}
