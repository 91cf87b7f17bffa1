import { describe, expect, test } from 'vitest'
import {
  dueDay,
  mayBecome,
  needsReason,
  nextStates,
  type PaperState,
  paperStates,
  standing,
  waitingDays,
} from './rules.ts'

/** From each state: what follows freely, and what follows with a reason. Everything else is refused. */
const table: readonly [from: PaperState, free: string, withReason: string][] = [
  ['needed', 'preparing filed', 'not-needed'],
  ['preparing', 'filed', 'needed not-needed'],
  ['filed', 'waiting in-court issued', 'refused preparing not-needed'],
  ['waiting', 'issued in-court', 'refused filed not-needed'],
  ['in-court', 'issued waiting', 'refused filed not-needed'],
  ['refused', 'appealed', 'preparing not-needed'],
  ['appealed', 'in-court waiting issued', 'refused not-needed'],
  ['issued', 'handed-over', 'waiting'],
  ['handed-over', '', 'needed'],
  ['not-needed', '', 'needed'],
]

describe.each(table)('a paper that is %s', (from, free, withReason) => {
  const words = (text: string) => text.split(' ').filter(Boolean)
  const [on, back] = [words(free), words(withReason)]
  test.each(paperStates)('becoming %s', to => {
    expect(mayBecome(from, to)).toBe(on.includes(to) || back.includes(to))
    expect(needsReason(from, to)).toBe(back.includes(to))
  })
  test('offers steps on before steps back', () => expect(nextStates(from)).toEqual([...on, ...back]))
})

test('every state is reached from a need, and none is a trap', () => {
  const reached = new Set<PaperState>(['needed'])
  for (const state of reached) for (const next of nextStates(state)) reached.add(next)
  expect([...reached].sort()).toEqual([...paperStates].sort())
  for (const state of paperStates) expect(nextStates(state).length, state).toBeGreaterThan(0)
})

const passed = (line: string) =>
  line.split(', ').map((part, at, all) => {
    const [to = '', on = '', undone] = part.split(' ')
    const before = all.slice(0, at).findLast(one => !one.endsWith('undone'))
    return {
      ...(before ? { from: before.split(' ')[0] as PaperState } : {}),
      to: to as PaperState,
      on: `2026-${on}`,
      undone: undone === 'undone',
    }
  })

describe('where a paper stands', () => {
  test.each([
    ['needed 09-01', { state: 'needed', waitingSince: '2026-09-01' }],
    [
      'needed 09-01, filed 09-21, waiting 09-22',
      { state: 'waiting', waitingSince: '2026-09-01', filedOn: '2026-09-21', stateSince: '2026-09-22' },
    ],
    // Back on the family's table: no office has it, and the wait goes on.
    ['needed 09-01, filed 09-21, preparing 09-25', { state: 'preparing', waitingSince: '2026-09-01' }],
    [
      'needed 09-01, filed 09-21, preparing 09-25, filed 10-02',
      { state: 'filed', waitingSince: '2026-09-01', filedOn: '2026-10-02' },
    ],
    [
      'needed 09-01, filed 09-21, issued 10-02, handed-over 10-09',
      { state: 'handed-over', filedOn: '2026-09-21', closedOn: '2026-10-02' },
    ],
    // A mistake in it: the same wait goes on.
    [
      'needed 09-01, filed 09-21, issued 10-02, waiting 10-05',
      { state: 'waiting', waitingSince: '2026-09-01', filedOn: '2026-09-21' },
    ],
    // Lost: a new need, and a new wait.
    [
      'needed 09-01, filed 09-21, issued 10-02, handed-over 10-09, needed 11-01',
      { state: 'needed', waitingSince: '2026-11-01' },
    ],
    ['needed 09-01, not-needed 09-03, needed 09-10', { state: 'needed', waitingSince: '2026-09-10' }],
    ['needed 09-01, filed 09-21, issued 10-02 undone', { state: 'filed', waitingSince: '2026-09-01' }],
  ] as const)('%s', (line, expected) => {
    const found = standing(passed(line))
    expect(found).toMatchObject(expected)
    for (const name of ['filedOn', 'closedOn'] as const) {
      if (!(name in expected) && !line.includes('undone')) expect(found, name).not.toHaveProperty(name)
    }
  })
  test('nowhere, when nothing was recorded', () => expect(standing([])).toBeNull())
})

describe('days of waiting', () => {
  test.each([
    ['2026-09-21', undefined, '2026-11-24', 64],
    ['2026-11-24', undefined, '2026-11-24', 0],
    // Over the end of a year and over a night in which clocks somewhere else change.
    ['2025-12-31', undefined, '2026-01-01', 1],
    ['2026-03-28', undefined, '2026-03-30', 2],
    ['2026-09-21', '2026-10-01', '2026-11-24', 10],
  ])('since %s, until %s, on %s: %i', (waitingSince, closedOn, today, expected) =>
    expect(waitingDays({ waitingSince, closedOn }, today)).toBe(expected),
  )
})

test.each([
  ['the step in hand before the written date', [{ due: '2026-03-02' }], '2026-03-05', '2026-03-02'],
  ['the written date before the step', [{ due: '2026-03-09' }], '2026-03-05', '2026-03-05'],
  ['not a step that is done', [{ due: '2026-03-01', doneOn: '2026-03-01' }, {}], undefined, undefined],
  ['not a step that comes later', [{}, { due: '2026-03-01' }], undefined, undefined],
])('somebody has to look: %s', (_, steps, nextOn, expected) => expect(dueDay(steps, nextOn)).toBe(expected))
