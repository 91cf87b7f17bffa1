/** The clock of silence, who may object, the order of chairs, quorum: tables, and what holds whatever comes. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Language, MultiText } from '../common.ts'
import { chairs, nextInOrder, termOn } from './rotation.ts'
import { BodyRules, defaultRules, ruleNames, ruleSources } from './rules.ts'
import { contradictions, sessionMayBecome, sessionStates } from './sessions.ts'
import {
  type DecisionState,
  decisionStates,
  earliestExpiry,
  expiryFault,
  isEnded,
  isOver,
  isQuorate,
  mayBecome,
  missingLanguages,
  objectionHindrance,
  type Standing,
  withStale,
} from './silence.ts'

const rules = defaultRules()
const end = '2026-11-27T12:00:00.000Z'

describe('the clock of silence', () => {
  test.each([
    ['2026-11-27T11:59:59.000Z', false],
    ['2026-11-27T11:59:59.999Z', false],
    ['2026-11-27T12:00:00.000Z', true],
    ['2026-11-27T12:00:01.000Z', true],
  ])('at %s it is over: %s', (now, over) => expect(isOver(end, now)).toBe(over))

  const now = '2026-11-24T12:00:00.000Z'
  test.each([
    ['the shortest', end, undefined, null],
    ['a second too short', '2026-11-27T11:59:59.000Z', undefined, 'silence-too-short'],
    ['in the past', '2026-11-20T12:00:00.000Z', undefined, 'silence-too-short'],
    ['years', '2028-11-27T12:00:00.000Z', undefined, 'silence-too-long'],
    ['extended by an hour', '2026-11-27T13:00:00.000Z', end, null],
    ['extended to the same', end, end, 'silence-not-longer'],
    ['extended backwards', '2026-11-26T12:00:00.000Z', end, 'silence-not-longer'],
  ] as const)('%s', (_, expiresAt, before, fault) =>
    expect(expiryFault(rules, now, expiresAt, before)).toBe(fault),
  )

  test('the earliest expiry is always allowed, one millisecond before never', () =>
    fc.assert(
      fc.property(
        fc.date({ min: new Date('2024-01-01'), max: new Date('2090-01-01'), noInvalidDate: true }),
        at => {
          const earliest = earliestExpiry(rules, at.toISOString())
          expect(expiryFault(rules, at.toISOString(), earliest)).toBeNull()
          const before = new Date(Date.parse(earliest) - 1).toISOString()
          expect(expiryFault(rules, at.toISOString(), before)).toBe('silence-too-short')
        },
      ),
    ))
})

describe('who may object', () => {
  const open = { state: 'silence' as const, expiresAt: end }
  const member: Standing = { classification: 'member', credentials: 'accepted', from: '2026-01-01' }
  const now = '2026-11-27T11:00:00.000Z'
  test.each([
    ['a member', open, member, null],
    ['a member in the room', { state: 'room' as const }, member, null],
    ['an observer', open, { ...member, classification: 'observer' }, 'not-counted'],
    ['a partner', open, { ...member, classification: 'partner' }, 'not-counted'],
    ['nobody’s delegate', open, undefined, 'no-delegation'],
    ['a term that ended yesterday', open, { ...member, to: '2026-11-26' }, 'term-ended'],
    ['a term that ends today', open, { ...member, to: '2026-11-27' }, null],
    ['a term that begins tomorrow', open, { ...member, from: '2026-11-28' }, 'term-ended'],
    ['without credentials', open, { ...member, credentials: 'received' }, 'no-credentials'],
    ['after adoption', { state: 'adopted' as const }, member, 'decision-not-open'],
    ['of a draft', { state: 'draft' as const }, member, 'decision-not-open'],
    ['after its end', { ...open, expiresAt: now }, member, 'silence-over'],
  ])('%s', (_, decision, standing, code) =>
    expect(objectionHindrance(decision, standing, rules, now)).toBe(code),
  )
})

describe('transitions', () => {
  test('ends stay ends, whatever is tried', () =>
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...decisionStates), { maxLength: 30 }), tries => {
        let state: DecisionState = 'draft'
        let ended: DecisionState | undefined
        for (const to of tries) {
          if (mayBecome(state, to)) state = to
          if (ended) expect(state).toBe(ended)
          if (isEnded(state)) ended = state
        }
      }),
    ))

  test('nothing is adopted without having been asked', () =>
    expect(decisionStates.filter(from => mayBecome(from, 'adopted'))).toEqual(['room', 'silence']))

  test('a session that is closed stays closed', () =>
    expect(sessionStates.filter(to => sessionMayBecome('closed', to))).toEqual([]))
})

describe('the chair', () => {
  const order = ['UZ', 'KZ', 'KG', 'TJ', 'TM']
  const terms = [
    { party: 'UZ', from: '2024-05-14', to: '2024-12-31' },
    { party: 'KZ', from: '2025-01-01', to: '2025-12-31' },
  ]
  test.each([
    ['2024-05-13', undefined, 'UZ'],
    ['2024-05-14', 'UZ', 'KZ'],
    ['2025-12-31', 'KZ', 'KG'],
    ['2026-06-01', undefined, 'KG'],
  ])('on %s is %s, then %s', (day, now, following) => {
    const found = chairs(order, terms, day)
    expect([found.now?.party, found.next]).toEqual([now, following])
  })
  test.each([
    ['TM', 'UZ'],
    ['XX', 'UZ'],
    [undefined, 'UZ'],
  ])('after %s comes %s', (party, following) => expect(nextInOrder(order, party)).toBe(following))
  test('nobody follows in an empty order', () => expect(nextInOrder([], 'UZ')).toBeUndefined())
  test('of two terms the later one stands', () =>
    expect(termOn([...terms, { party: 'KG', from: '2025-06-01' }], '2025-07-01')?.party).toBe('KG'))
})

test.each([
  [2, false],
  [3, true],
  [5, true],
])('%i present make a quorum of three: %s', (present, quorate) =>
  expect(isQuorate(present, rules)).toBe(quorate),
)

test('a language counts when its text is checked', () => {
  const texts = { en: { text: 'a', state: 'checked' as const }, ru: { text: 'б', state: 'draft' as const } }
  expect(missingLanguages(texts, ['en', 'ru', 'kk'])).toEqual(['ru', 'kk'])
})

describe('another version of a text', () => {
  const said = (words: Partial<Record<Language, string>>, state: 'checked' | 'draft' = 'checked') => {
    const map = Object.fromEntries(Object.entries(words).map(([id, text]) => [id, { text, state }]))
    return { title: { en: { text: 'T', state: 'checked' as const } }, texts: map as MultiText }
  }
  const before = said({ en: 'one', ru: 'odin', kk: 'bir' })
  const states = ({ texts }: { texts: MultiText }) =>
    Object.fromEntries(Object.entries(texts).map(([id, one]) => [id, one?.state]))

  test.each([
    [
      'nothing changed',
      { en: 'one', ru: 'odin', kk: 'bir' },
      [],
      { en: 'checked', ru: 'checked', kk: 'checked' },
    ],
    ['one changed', { en: 'two', ru: 'odin', kk: 'bir' }, [], { en: 'checked', ru: 'stale', kk: 'stale' }],
    [
      'one changed, one still right',
      { en: 'two', ru: 'odin', kk: 'bir' },
      ['ru'],
      { en: 'checked', ru: 'checked', kk: 'stale' },
    ],
    ['all changed', { en: 'two', ru: 'dva', kk: 'eki' }, [], { en: 'checked', ru: 'checked', kk: 'checked' }],
    [
      'one added',
      { en: 'one', ru: 'odin', kk: 'bir', uz: 'bir' },
      [],
      { en: 'checked', ru: 'checked', kk: 'checked', uz: 'checked' },
    ],
    ['one left out', { en: 'one', ru: 'odin' }, [], { en: 'checked', ru: 'checked' }],
  ] as const)('where %s', (_, after, stillRight, expected) => {
    expect(states(withStale(before, said(after), stillRight))).toEqual(expected)
  })

  test('that is a draft stays one', () => {
    expect(states(withStale(before, said({ en: 'two', ru: 'odin' }, 'draft'), []))).toEqual({
      en: 'draft',
      ru: 'draft',
    })
  })
})

test('the defaults are fit, and each says where it comes from', () => {
  for (const group of [undefined, 'WG.PSS', 'FP'])
    expect(BodyRules.safeParse(defaultRules(group)).success).toBe(true)
  expect(Object.keys(ruleSources).sort()).toEqual([...ruleNames].sort())
})

test('reports contradict each other only where both say something', () => {
  expect(contradictions([{ participants: 'over 40' }, {}])).toEqual([])
  expect(contradictions([{ numberSaid: 'a' }, { numberSaid: 'b', participants: '1' }])).toEqual(['number'])
})
