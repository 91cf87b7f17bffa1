import { describe, expect, test } from 'vitest'
import {
  actsAfter,
  type ComplaintActName,
  type ComplaintState,
  complaintStates,
  dueIn,
  mayAppeal,
  stateAfter,
} from './states.ts'

const days = { acknowledge: 3, answer: 30, appeal: 20 }

describe('a complaint', () => {
  test.each<[ComplaintState, ComplaintActName, boolean, ComplaintState | null]>([
    ['received', 'acknowledged', false, 'acknowledged'],
    ['received', 'answered', false, null],
    ['acknowledged', 'answered', false, 'answered'],
    ['looking', 'acknowledged', false, null],
    ['looking', 'answered', false, 'answered'],
    ['answered', 'answered', false, null],
    ['appealed', 'answered', true, null],
    ['appealed', 'looking', true, 'reviewing'],
    ['reviewing', 'answered', true, 'closed'],
    ['closed', 'noted', true, null],
    ['looking', 'noted', false, 'looking'],
  ])('%s, %s (appealed: %s) becomes %s', (state, act, appealed, after) =>
    expect(stateAfter(state, act, appealed)).toBe(after),
  )

  test('ends only answered or closed, and whatever follows leads somewhere', () => {
    for (const state of complaintStates) {
      for (const act of actsAfter(state)) expect(stateAfter(state, act, false)).not.toBeNull()
    }
  })

  test.each<[ComplaintState, string | null]>([
    ['received', '2026-03-04'],
    ['acknowledged', '2026-03-31'],
    ['looking', '2026-03-31'],
    ['answered', '2026-03-30'],
    ['appealed', '2026-04-19'],
    ['reviewing', '2026-04-19'],
    ['closed', null],
  ])('%s has a term until %s', (state, due) =>
    expect(
      dueIn(state, days, { receivedOn: '2026-03-01', answeredOn: '2026-03-10', appealedOn: '2026-03-20' }),
    ).toBe(due),
  )

  test('is appealed once, on the last day too', () => {
    const one = { state: 'answered' as const, due: '2026-03-30', appealed: false }
    expect(mayAppeal(one, '2026-03-30')).toBe(true)
    expect(mayAppeal(one, '2026-03-31')).toBe(false)
    expect(mayAppeal({ ...one, appealed: true }, '2026-03-30')).toBe(false)
    expect(mayAppeal({ ...one, state: 'closed' }, '2026-03-30')).toBe(false)
  })
})
