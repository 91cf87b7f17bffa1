import { describe, expect, test } from 'vitest'
import { afterDecision, deadlineOf, delegationHindrance, hindrance, type RuleApproval } from './rules.ts'

const at = '2026-03-10T08:00:00.000Z'
const approval = (over: Partial<RuleApproval> = {}): RuleApproval => ({
  state: 'pending',
  askedBy: 'asker',
  step: 0,
  steps: [{ quorum: 1 }],
  decisions: [],
  delegations: [],
  ...over,
})
const yes = (accountId: string, step = 0) => ({ accountId, step, verdict: 'approved' as const })

describe('a decision is hindered', () => {
  test.each([
    ['once it is closed', approval({ state: 'approved' }), 'other', 'approval-closed'],
    ['once it was withdrawn', approval({ state: 'withdrawn' }), 'other', 'approval-closed'],
    ['after its deadline', approval({ deadline: '2026-03-10T07:59:59.000Z' }), 'other', 'approval-expired'],
    ['at the very end of its deadline', approval({ deadline: at }), 'other', 'approval-expired'],
    ['for who asked', approval(), 'asker', 'own-request'],
    [
      'for who decided this step',
      approval({ steps: [{ quorum: 2 }], decisions: [yes('other')] }),
      'other',
      'decided-already',
    ],
    [
      'for who decided an earlier step',
      approval({ step: 1, steps: [{ quorum: 1 }, { quorum: 1 }], decisions: [yes('other')] }),
      'other',
      'decided-already',
    ],
    [
      'for who gave the voice away',
      approval({ delegations: [{ from: 'other', to: 'third' }] }),
      'other',
      'delegated',
    ],
  ] as const)('%s', (_, given, account, code) => expect(hindrance(given, account, at)).toBe(code))

  test('and not otherwise', () => {
    expect(hindrance(approval({ deadline: '2026-03-10T08:00:01.000Z' }), 'other', at)).toBeNull()
    expect(hindrance(approval({ delegations: [{ from: 'third', to: 'other' }] }), 'other', at)).toBeNull()
  })
})

describe('a voice is not handed', () => {
  test.each([
    ['to oneself', approval(), 'other', 'other'],
    ['to who asked', approval(), 'other', 'asker'],
    [
      'to who decided already',
      approval({ steps: [{ quorum: 2 }], decisions: [yes('third')] }),
      'other',
      'third',
    ],
    ['to who stands for another', approval({ delegations: [{ from: 'x', to: 'third' }] }), 'other', 'third'],
    ['on to a next one', approval({ delegations: [{ from: 'x', to: 'other' }] }), 'other', 'third'],
  ] as const)('%s', (_, given, from, to) =>
    expect(delegationHindrance(given, from, to, at)).toBe('delegate-unfit'),
  )

  test('by who asked', () => expect(delegationHindrance(approval(), 'asker', 'x', at)).toBe('own-request'))
  test('but else it is', () => expect(delegationHindrance(approval(), 'other', 'third', at)).toBeNull())
})

describe('a decision makes the request', () => {
  const two = approval({ steps: [{ quorum: 2 }, { quorum: 1, dueInDays: 5 }], deadline: 'soon' })
  test.each([
    ['refused by one no', two, 'refused', { state: 'refused', step: 0 }],
    ['wait for the quorum', two, 'approved', { state: 'pending', step: 0, deadline: 'soon' }],
    [
      'go on to the next step, whose days begin now',
      { ...two, decisions: [yes('a')] },
      'approved',
      { state: 'pending', step: 1, deadline: '2026-03-15T08:00:00.000Z' },
    ],
    [
      'approved by the last step',
      { ...two, step: 1, decisions: [yes('a'), yes('b')] },
      'approved',
      { state: 'approved', step: 1 },
    ],
    ['refused at the last step', { ...two, step: 1 }, 'refused', { state: 'refused', step: 1 }],
  ] as const)('%s', (_, given, verdict, expected) =>
    expect(afterDecision(given, verdict, at)).toEqual(expected),
  )

  test('and a step without days has no deadline', () => expect(deadlineOf({ quorum: 1 }, at)).toBeUndefined())
})
