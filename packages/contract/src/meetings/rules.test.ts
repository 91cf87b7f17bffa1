import { describe, expect, test } from 'vitest'
import { Content, lacksOf } from './interests.ts'
import { quorumOf, type Seat, seatFaults, usualPanel } from './panel.ts'
import { interestStates, interestSteps, mayMove, panelMoves, panelStates, panelSteps } from './states.ts'

const seat = (accountId: string, agencyId = accountId): Seat => ({ accountId, agencyId })
const not = { worker: 'worker', caller: 'caller' }

describe('a panel', () => {
  test.each([
    ['of three from two agencies is whole', [seat('a', 'x'), seat('b', 'x'), seat('c', 'y')], []],
    ['of two is too small', [seat('a'), seat('b')], [{ code: 'panel-too-small' }]],
    [
      'of one house decides nothing',
      [seat('a', 'x'), seat('b', 'x'), seat('c', 'x')],
      [{ code: 'panel-one-agency' }],
    ],
    [
      'is without who works with the child',
      [seat('a'), seat('worker'), seat('c')],
      [{ at: 1, code: 'panel-case-worker' }],
    ],
    ['is without who called it', [seat('a'), seat('b'), seat('caller')], [{ at: 2, code: 'panel-caller' }]],
    ['of nobody is only too small', [], [{ code: 'panel-too-small' }]],
  ])('%s', (_, seats, faults) => expect(seatFaults(seats, usualPanel, not)).toEqual(faults))

  test.each([
    [3, 2],
    [4, 3],
    [5, 3],
    [9, 5],
  ])('of %i decides by %i voices', (seats, voices) => expect(quorumOf(seats, usualPanel)).toBe(voices))
  test('decides by as many as the state asks for', () =>
    expect(quorumOf(3, { ...usualPanel, quorum: 3 })).toBe(3))
})

describe('the way', () => {
  test('of an assessment ends with the word of a second person, never with the writer’s', () => {
    expect(mayMove('review', 'reviewed', 'second')).toBe(true)
    expect(mayMove('review', 'reviewed', 'worker')).toBe(false)
    expect(mayMove('draft', 'reviewed', 'worker')).toBe(false)
    expect(mayMove('reviewed', 'draft', 'worker')).toBe(false)
  })
  test('of a panel ends with its voices', () => {
    expect(panelMoves('proposed', 'decided', 'second')).toBe(true)
    expect(panelMoves('proposed', 'decided', 'worker')).toBe(false)
    expect(panelMoves('decided', 'called', 'worker')).toBe(false)
  })
  test('asks for a reason wherever something comes back or ends', () => {
    for (const { from, to, reason } of [...interestSteps, ...panelSteps]) {
      expect([from, to, reason]).toEqual([from, to, ['draft', 'dropped', 'called'].includes(to)])
    }
  })
  test('leads out of every state that is not the end', () => {
    const ends = (states: readonly string[], steps: readonly { from: string }[]) =>
      states.filter(state => !steps.some(one => one.from === state))
    expect(ends(interestStates, interestSteps)).toEqual(['reviewed', 'dropped'])
    expect(ends(panelStates, panelSteps)).toEqual(['decided', 'dropped'])
  })
})

describe('an assessment lacks', () => {
  const one = '0190c0de-0000-7000-8000-000000000001'
  const two = '0190c0de-0000-7000-8000-000000000002'
  const side = { for: 'Close to school' }
  const whole = {
    matter: 'Who is the guardian',
    child: { heard: 'asked', words: 'I want to stay' },
    views: [{ of: 'carer', words: 'I am well' }],
    options: [one, two].map(id => ({ id, words: 'A way', safety: side, family: side, development: side })),
    recommended: one,
    reasons: 'It is what the child wants',
  }
  test.each([
    ['nothing', {}, []],
    ['the child', { child: {} }, ['child']],
    ['the reason why it was not asked', { child: { heard: 'not-asked' } }, ['child']],
    ['others', { views: [] }, ['views']],
    ['a second way', { options: whole.options.slice(0, 1) }, ['options']],
    [
      'a factor that nobody weighed',
      { options: [whole.options[0], { ...whole.options[1], family: {} }] },
      ['weighed'],
    ],
    [
      'a recommendation that stands among the ways',
      { recommended: '0190c0de-0000-7000-8000-000000000003' },
      ['recommended'],
    ],
    ['its reasons', { reasons: undefined }, ['reasons']],
  ])('%s', (_, change, lacks) => expect(lacksOf(Content.parse({ ...whole, ...change }))).toEqual(lacks))
})
