/** Where the groups of a list begin, and how many rows each shows: rows of one group stand beside each other. */
import type { Group } from './types.ts'

export interface Opening {
  group: Group
  /** Rows of the group that are loaded. */
  shown: number
}

/** By the index of the row before which a group's head stands. */
export function openingsOf<Row>(
  rows: readonly Row[],
  groupOf: ((row: Row) => Group | undefined) | undefined,
): ReadonlyMap<number, Opening> {
  const openings = new Map<number, Opening>()
  if (!groupOf) return openings
  let last: Opening | undefined
  for (const [index, row] of rows.entries()) {
    const group = groupOf(row)
    if (group && group.id === last?.group.id) {
      last.shown += 1
      continue
    }
    last = group && { group, shown: 1 }
    if (last) openings.set(index, last)
  }
  return openings
}
