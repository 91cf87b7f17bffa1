import css from './list.module.css'
import type { Opening } from './groups.ts'

/** The words of a group's head, and how many it holds. */
export function GroupHead({ group, shown }: Opening) {
  return (
    <>
      {group.head}
      {group.note && <span className={css.groupNote}> · {group.note(shown)}</span>}
    </>
  )
}
