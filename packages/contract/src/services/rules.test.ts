import { expect, test } from 'vitest'
import { isStale } from './rules.ts'

test.each([
  [undefined, '2026-03-01', true],
  ['2026-03-01', '2026-03-01', false],
  ['2025-09-01', '2026-03-01', false],
  ['2025-08-31', '2026-03-01', true],
  // Half a year before 31 August is the last day of February.
  ['2026-02-28', '2026-08-31', false],
  ['2026-02-27', '2026-08-31', true],
] as const)('checked on %s is too old on %s: %s', (on, today, stale) => {
  expect(isStale(on, today, 6)).toBe(stale)
})

test('by the term of the state', () => {
  expect(isStale('2025-12-15', '2026-03-01', 2)).toBe(true)
  expect(isStale('2025-12-15', '2026-03-01', 12)).toBe(false)
})
