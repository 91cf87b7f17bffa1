import type { Opening } from './groups.ts'

/** The words of a group's head, and how many it holds. */
export function GroupHead({ group, shown }: Opening) {
  return (
    <>
      {group.head}
      {group.note && <span className="k-dim k-small"> · {group.note(shown)}</span>}
    </>
  )
}
