import { expect, test } from 'vitest'
import { actionMayBecome, isLate } from './actions.ts'

test.each([
  ['open', '2026-11-24', true],
  ['under-way', '2026-11-24', true],
  ['open', '2026-11-25', false],
  ['open', '2026-11-26', false],
  ['done', '2020-01-01', false],
  ['dropped', '2020-01-01', false],
] as const)('%s, due %s, is late on the 25th: %s', (state, due, late) =>
  expect(isLate({ state, due }, '2026-11-25')).toBe(late),
)

test('done is taken back by saying so, not by forgetting it', () => {
  expect(actionMayBecome('done', 'under-way')).toBe(true)
  expect(actionMayBecome('done', 'open')).toBe(false)
  expect(actionMayBecome('dropped', 'done')).toBe(false)
})
