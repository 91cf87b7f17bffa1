import { describe, expect, test } from 'vitest'
import { defaultRules } from '../rules.ts'
import {
  correctionsOver,
  correctionsReminder,
  correctionsUntil,
  filingHindrance,
  takesStatements,
} from './term.ts'

const rules = defaultRules()
const now = '2026-11-26T09:00:00.000Z'

describe('the term of corrections', () => {
  test('is that of the rules, and over in the very second of its end', () => {
    const until = correctionsUntil(rules, now)
    expect(until).toBe('2026-12-10T09:00:00.000Z')
    expect(correctionsOver(until, '2026-12-10T08:59:59.999Z')).toBe(false)
    expect(correctionsOver(until, until)).toBe(true)
  })

  test.each([
    [14, 24, '2026-12-09T09:00:00.000Z'],
    [14, 0, null],
    [1, 24, null],
    [1, 48, null],
  ])('of %i days with a notice %i hours before reminds at %s', (correctionDays, reminderHours, at) =>
    expect(correctionsReminder({ correctionDays, reminderHours }, now)).toBe(at),
  )
})

const standing = { classification: 'member', credentials: 'accepted', from: '2026-01-01' }
test.each([
  ['nobody', undefined, 'no-delegation'],
  ['a member', standing, null],
  ['an observer, by the defaults', { ...standing, classification: 'observer' }, null],
  ['an organisation of experts', { ...standing, classification: 'experts' }, 'statements-not-taken'],
  ['credentials that are awaited', { ...standing, credentials: 'received' }, 'no-credentials'],
  ['a term that has ended', { ...standing, to: '2026-11-25' }, 'term-ended'],
])('filing for %s', (_, who, hindrance) => expect(filingHindrance(who, rules, now)).toBe(hindrance))

test('an observer files where the rules let observers', () => {
  const observer = { ...standing, classification: 'observer' }
  expect(filingHindrance(observer, { statements: ['member'] }, now)).toBe('statements-not-taken')
})

test.each([
  ['planned', false],
  ['invited', true],
  ['under-way', true],
  ['closed', true],
  ['called-off', false],
] as const)('a session that is %s takes statements: %s', (state, takes) =>
  expect(takesStatements(state)).toBe(takes),
)
