/** The person of a case as the way to its page, and before it the box that takes the case into a common act. */
import type { CaseRow } from '@kerege/contract/cases/schema'
import { isOver } from '@kerege/contract/cases/states'
import { Checkbox } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useT } from '../../i18n/useT.tsx'
import css from './cases.module.css'

interface Props {
  row: CaseRow
  /** Absent for those who give no cases out. */
  ticked: ReadonlySet<string> | undefined
  tick: (ids: ReadonlySet<string>) => void
}

export function Ticked({ row, ticked, tick }: Props) {
  const t = useT()
  return (
    <span className={css.ticked}>
      {ticked && !isOver(row.state) && (
        <Checkbox
          className={`${css.tick} k-screen`}
          aria-label={t('cases.tick', { name: row.person })}
          checked={ticked.has(row.id)}
          onChange={event => {
            const next = new Set(ticked)
            if (event.currentTarget.checked) next.add(row.id)
            else next.delete(row.id)
            tick(next)
          }}
        />
      )}
      <Link to={`/cases/${row.id}`}>
        <bdi>{row.person}</bdi>
      </Link>
    </span>
  )
}
