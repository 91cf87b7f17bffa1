import { expect, test } from 'vitest'
import { endsBadly, isUnanswered, needsWords, nextOf, referralStates, runs } from './rules.ts'

test('what has ended goes nowhere, and nobody sees it any more', () => {
  for (const state of referralStates) {
    const ways = [...nextOf(state, 'sender'), ...nextOf(state, 'receiver')]
    expect(ways.length > 0, state).toBe(state === 'draft' || runs(state))
  }
})

test('only the sender sends, calls off and hears the family', () => {
  for (const state of referralStates)
    for (const own of ['sent', 'called-off', 'confirmed'] as const)
      expect(nextOf(state, 'receiver')).not.toContain(own)
})

test.each([
  ['declined', 'receiver', true],
  ['declined', 'sender', true],
  ['not-delivered', 'receiver', true],
  ['called-off', 'sender', true],
  ['accepted', 'receiver', false],
  ['confirmed', 'sender', false],
] as const)('%s by the %s needs words: %s', (state, side, needed) => {
  expect(needsWords(state, side)).toBe(needed)
})

test.each([
  ['sent', '2026-03-01', true],
  ['seen', '2026-03-01', true],
  ['seen', '2026-03-02', false],
  ['accepted', '2026-03-01', false],
] as const)('%s, to be answered by %s, on 2 March: %s', (state, by, late) => {
  expect(isUnanswered(state, by, '2026-03-02')).toBe(late)
})

test('what ends badly is read by the sender', () => {
  expect(referralStates.filter(endsBadly)).toEqual(['declined', 'not-delivered', 'stopped'])
})
