import { expect, test } from 'vitest'
import { firstWorkingDay, monthOf } from './rules.ts'

test.each([
  ['2026-11', '2026-11-02'],
  ['2026-12', '2026-12-01'],
  ['2027-01', '2027-01-04'],
  ['2026-01', '2026-01-05'],
  ['2025-01', '2025-01-03'],
  ['2026-08', '2026-08-03'],
])('the first working day of %s is %s', (month, day) => {
  expect(firstWorkingDay(month)).toBe(day)
  expect(monthOf(day)).toBe(month)
})
