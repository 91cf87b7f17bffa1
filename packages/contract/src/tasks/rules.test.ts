import { describe, expect, test } from 'vitest'
import { addDays, canBecome, dueGroup, nextDue } from './rules.ts'

describe('a task refuses to become', () => {
  test.each([
    ['done', 'cancelled'],
    ['cancelled', 'done'],
    ['open', 'open'],
    ['done', 'done'],
  ] as const)('from %s: %s', (from, to) => expect(canBecome(from, to)).toBe(false))

  test.each([
    ['open', 'done'],
    ['open', 'cancelled'],
    ['done', 'open'],
    ['cancelled', 'open'],
  ] as const)('but from %s: %s', (from, to) => expect(canBecome(from, to)).toBe(true))
})

describe('a task that comes back', () => {
  test.each([
    ['2026-03-02', 'none', '2026-03-02', null],
    ['2026-03-02', 'weekly', '2026-03-02', '2026-03-09'],
    // Done late: what would already be over is left out.
    ['2026-03-02', 'weekly', '2026-03-24', '2026-03-30'],
    ['2026-03-02', 'weekly', '2026-03-30', '2026-04-06'],
    // Done early: still the next one, not the one just done.
    ['2026-03-02', 'fortnightly', '2026-02-20', '2026-03-16'],
    ['2026-01-31', 'monthly', '2026-01-31', '2026-02-28'],
    ['2026-01-31', 'monthly', '2026-02-28', '2026-03-31'],
    ['2028-01-31', 'monthly', '2028-02-10', '2028-02-29'],
    ['2026-01-15', 'monthly', '2026-04-14', '2026-04-15'],
    ['2026-01-15', 'monthly', '2026-04-15', '2026-05-15'],
    ['2025-11-30', 'quarterly', '2025-11-30', '2026-02-28'],
    ['2025-11-30', 'quarterly', '2026-03-01', '2026-05-30'],
    ['2028-02-29', 'yearly', '2028-02-29', '2029-02-28'],
    ['2028-02-29', 'yearly', '2031-03-01', '2032-02-29'],
  ] as const)('%s %s, after %s: %s', (anchor, recurrence, after, expected) =>
    expect(nextDue(anchor, recurrence, after)).toBe(expected),
  )
})

describe('a due date', () => {
  test.each([
    ['2026-03-09', 'overdue'],
    ['2026-03-10', 'today'],
    ['2026-03-11', 'week'],
    ['2026-03-17', 'week'],
    ['2026-03-18', 'later'],
  ] as const)('%s on 10 March is %s', (due, group) => expect(dueGroup(due, '2026-03-10')).toBe(group))

  test('counts over the ends of months and years', () => {
    expect(addDays('2025-12-30', 3)).toBe('2026-01-02')
    expect(addDays('2026-03-01', -1)).toBe('2026-02-28')
  })
})
