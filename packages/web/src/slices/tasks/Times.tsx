/** My tasks in numbers, each a way into the list that it counts. */
import { Link, useSearch } from '@tanstack/react-router'
import { useFormat } from '../../i18n/useFormat.tsx'
import { useT } from '../../i18n/useT.tsx'
import { useSummary } from './api.ts'
import css from './tasks.module.css'

const times = ['overdue', 'today', 'week', 'later', 'done-today'] as const

export function Times() {
  const t = useT()
  const format = useFormat()
  const { when } = useSearch({ strict: false }) as { when?: string }
  const counts = useSummary().data?.body.counts
  if (!counts) return null
  return (
    <ul className={`${css.times} k-screen`}>
      {times
        // What there is none of is not offered, unless it is what stands in the list now.
        .filter(time => counts[time] > 0 || when === time)
        .map(time => (
          <li key={time}>
            <Link
              to="/tasks"
              search={(when === time ? {} : { when: time }) as never}
              className={css.time}
              {...(when === time ? { 'aria-current': true as const } : {})}
            >
              <strong className={time === 'overdue' && counts.overdue > 0 ? css.late : ''}>
                {format.number(counts[time])}
              </strong>
              {t(`tasks.when.${time}`)}
            </Link>
          </li>
        ))}
    </ul>
  )
}
