import { describe, expect, test } from 'vitest'
import {
  answers,
  type CaseState,
  caseStates,
  caseSteps,
  isOver,
  joint,
  nextOf,
  stepOf,
  stepsFrom,
  turnOf,
  way,
} from './states.ts'

describe('the way of a case', () => {
  test('reaches every state from the door, and comes to an end from every one', () => {
    const reach = (start: CaseState) => {
      const seen = new Set<CaseState>([start])
      for (const state of seen) for (const one of caseSteps) if (one.from === state) seen.add(one.to)
      return seen
    }
    expect([...reach('arrived')].sort()).toEqual([...caseStates].sort())
    for (const state of caseStates) expect([...reach(state)].some(isOver), state).toBe(true)
  })

  test('is left by nobody once it is over', () => {
    expect(caseSteps.filter(one => isOver(one.from))).toEqual([])
  })

  test('has each step once', () => {
    const said = caseSteps.map(one => `${one.from} ${one.to}`)
    expect(new Set(said).size).toBe(said.length)
  })

  test.each([
    ['arrived', ['intake', 'ended', 'transferred']],
    ['intake', ['assessment', 'paused', 'transferred']],
    ['assessment', ['planning', 'paused', 'transferred']],
    ['planning', ['active', 'paused', 'transferred']],
    ['active', ['review-due', 'closing', 'paused', 'transferred']],
    ['review-due', ['active', 'closing', 'paused', 'transferred']],
    ['closing', ['active']],
    ['closed', ['follow-up', 'active']],
    ['follow-up', ['ended', 'active']],
    ['paused', ['transferred']],
    ['ended', []],
    ['transferred', []],
    ['merged', []],
  ] as const)('from %s a person can go to %j', (from, to) =>
    expect(stepsFrom(from).map(one => one.to)).toEqual(to),
  )

  test('comes back from a pause to where it stood, and nowhere else', () => {
    expect(stepsFrom('paused', 'planning').map(one => one.to)).toEqual(['planning', 'transferred'])
    expect(nextOf('paused', 'planning')?.to).toBe('planning')
    expect(stepOf('paused', 'active', 'planning')).toBeUndefined()
  })

  test('steps back, sideways and to an end ask why', () => {
    for (const one of caseSteps) {
      const grave =
        ['ended', 'paused', 'closing', 'transferred'].includes(one.to) ||
        (one.to === 'active' && one.from !== 'planning' && one.from !== 'review-due')
      if (grave) expect([one.from, one.to, one.reason]).toEqual([one.from, one.to, true])
    }
  })

  test.each([
    ['arrived', 'arrived'],
    ['closed', 'closing'],
    ['follow-up', 'follow-up'],
    ['paused', undefined],
    ['ended', undefined],
  ] as const)('%s stands at the joint %s', (state, at) => expect(joint(state)).toBe(at))

  test('the strip has the joints of the picture', () => expect(way).toHaveLength(8))
})

describe('what a step asks', () => {
  const intake = stepOf('arrived', 'intake')
  if (!intake) throw new Error('no first step')
  test.each([
    [{ worker: true }, 'met', 'worker'],
    [{ worker: false }, 'missing', 'lead'],
    [{}, 'shut', 'worker'],
  ] as const)('%j: %s, the turn of %s', (known, answer, turn) => {
    expect(answers(intake, known)).toEqual([{ guard: 'worker', answer }])
    expect(turnOf(intake, known)).toBe(turn)
  })

  test('is gathered before the step can be taken; what the program cannot know is said with it', () => {
    const next = nextOf('intake')
    if (!next) throw new Error('no next step')
    expect(next.to).toBe('assessment')
    const asked = (more: object) =>
      answers(next, { worker: true, home: false, birth: true, ...more }).map(one => [one.guard, one.answer])
    const gathered = [
      ['worker', 'met'],
      ['reachable', 'shut'],
      ['home', 'missing'],
      ['birth', 'met'],
    ]
    expect(asked({})).toEqual([...gathered, ['consent', 'ask']])
    // Once a slice knows, it is no longer said by hand.
    expect(asked({ consent: true })).toEqual([...gathered, ['consent', 'met']])
    expect(asked({ consent: undefined })).toEqual([...gathered, ['consent', 'shut']])
  })
})
