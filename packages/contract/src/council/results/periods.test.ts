import { describe, expect, test } from 'vitest'
import { frequencyOf, periodFault, periodsUntil, ResultPeriod, startOfPeriod } from './periods.ts'

test.each([
  ['2026', 'year', '2026-01-01'],
  ['2026-H1', 'half-year', '2026-01-01'],
  ['2026-H2', 'half-year', '2026-07-01'],
  ['2026-Q1', 'quarter', '2026-01-01'],
  ['2026-Q4', 'quarter', '2026-10-01'],
] as const)('%s is a %s from %s on', (period, frequency, start) => {
  expect(frequencyOf(period)).toBe(frequency)
  expect(startOfPeriod(period)).toBe(start)
})
test.each(['1999', '2026-H3', '2026-Q5', '2026-1', '2026-01', '26', ''])('"%s" is no period', text =>
  expect(ResultPeriod.safeParse(text).success).toBe(false),
)
test('periods end with the one that has begun', () => {
  expect(periodsUntil('half-year', 2025, '2026-06-30')).toEqual(['2025-H1', '2025-H2', '2026-H1'])
  expect(periodsUntil('quarter', 2026, '2026-11-25')).toEqual(['2026-Q1', '2026-Q2', '2026-Q3', '2026-Q4'])
  expect(periodsUntil('year', 2027, '2026-11-25')).toEqual([])
})
describe('a period', () => {
  test.each([
    ['actual', '2026-H1', 'half-year', null],
    ['actual', '2026', 'half-year', 'result-rhythm'],
    ['actual', '2027-H1', 'half-year', 'in-the-future'],
    ['target', '2030', 'half-year', null],
    ['target', '2030-H1', 'half-year', 'result-rhythm'],
    ['baseline', '2024', 'quarter', null],
    ['baseline', '2027', 'quarter', 'in-the-future'],
  ] as const)('%s of %s, reported by %s: %s', (aspect, period, frequency, expected) =>
    expect(periodFault(aspect, period, frequency, '2026-11-25')).toBe(expected),
  )
})
