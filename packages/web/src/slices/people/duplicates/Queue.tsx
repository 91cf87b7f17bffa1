/** The pairs that wait, each a link: how alike, both names, and what else speaks for looking. */
import type { Duplicate } from '@kerege/contract/people/duplicates/schema'
import { Link } from '@tanstack/react-router'
import { useFormat } from '../../../i18n/useFormat.tsx'
import { useT } from '../../../i18n/useT.tsx'
import { Joints } from '../../../ui/Joint.tsx'
import { gradeOf } from '../likeness.ts'
import { Spelling } from '../Spelling.tsx'
import css from './duplicates.module.css'

interface Props {
  rows: readonly Duplicate[]
  here: string | undefined
  /** Adds the pair to what stands in the address. */
  search: (pair: string) => Record<string, string>
}

export function Queue({ rows, here, search }: Props) {
  const t = useT()
  return (
    <ol className={css.queue} aria-label={t('people.dup.queue')}>
      {rows.map(row => (
        <li key={row.id}>
          <Link
            to="/duplicates"
            search={search(row.id) as never}
            className={css.waiting}
            {...(row.id === here ? { 'aria-current': 'true' as const } : {})}
          >
            <span className={css.names}>
              <Spelling text={row.one.label} />
              <Spelling text={row.other.label} />
            </span>
            <Signs row={row} />
          </Link>
        </li>
      ))}
    </ol>
  )
}

function Signs({ row }: { row: Duplicate }) {
  const t = useT()
  const format = useFormat()
  const grade = gradeOf(row.score)
  const words = [
    ...(row.sameNumber ? [t('people.dup.sameNumber')] : []),
    ...(row.proposedBy ? [t('people.dup.proposedBy', { name: row.proposedBy })] : []),
    ...(row.later
      ? [
          row.later === 'change'
            ? t('people.dup.laterChange')
            : t('people.dup.laterUntil', { day: format.date(row.later) }),
        ]
      : []),
  ]
  return (
    <span className={css.signs}>
      <Joints filled={grade} of={5} label={t('people.likeness.of', { n: grade })} />
      {words.map(word => (
        <span key={word} className="k-small">
          {word}
        </span>
      ))}
    </span>
  )
}
