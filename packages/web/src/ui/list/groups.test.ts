import { expect, test } from 'vitest'
import { openingsOf } from './groups.ts'

const rows = [
  { id: 'a', family: 'x' },
  { id: 'b', family: 'x' },
  { id: 'c' },
  { id: 'd', family: 'y' },
  { id: 'e', family: 'y' },
]

test('a head stands where a group begins, and counts what is loaded of it', () => {
  const openings = openingsOf<{ id: string; family?: string }>(rows, ({ family }) =>
    family ? { id: family, head: family } : undefined,
  )
  expect([...openings].map(([at, { group, shown }]) => [at, group.id, shown])).toEqual([
    [0, 'x', 2],
    [3, 'y', 2],
  ])
})

test('without groups there are no heads', () => expect(openingsOf(rows, undefined).size).toBe(0))
