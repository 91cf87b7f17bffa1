/** How long a confirmation holds, at its edges. */
import { expect, test } from 'vitest'
import { confirmationStanding, confirmedUntil } from './rules.ts'

test.each([
  ['2026-11-25', 'lapsed'],
  ['2026-11-26', 'ending'],
  ['2026-12-26', 'ending'],
  ['2026-12-27', 'running'],
] as const)('until %s is %s on 2026-11-26', (until, standing) => {
  expect(confirmationStanding(until, '2026-11-26')).toBe(standing)
})

test.each([
  ['2026-11-26', 12, '2027-11-26'],
  ['2028-02-29', 12, '2029-02-28'],
  ['2026-10-31', 1, '2026-11-30'],
  ['2026-12-31', 2, '2027-02-28'],
] as const)('%s and %i months end on %s', (today, months, until) => {
  expect(confirmedUntil(today, months)).toBe(until)
})
