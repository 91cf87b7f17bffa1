import { describe, expect, test } from 'vitest'
import { type Criterion, criteria } from '../rules.ts'
import {
  betterFit,
  fitOf,
  freeSeat,
  type GivenReview,
  outcomeOf,
  publishedReview,
  type Recommendation,
  turnOf,
} from './rules.ts'

const given = (
  seat: number,
  recommendation: Recommendation,
  grade = 3,
  more: Partial<Record<Criterion, number>> = {},
): GivenReview => ({
  seat,
  recommendation,
  grades: Object.fromEntries(
    criteria.map(one => [
      one,
      { grade: more[one] ?? grade, reason: { en: { text: `${seat} ${one}`, state: 'checked' } } },
    ]),
  ) as GivenReview['grades'],
})

describe('what reviewers come to', () => {
  test.each<[string, GivenReview[], ReturnType<typeof outcomeOf>]>([
    ['nobody has spoken', [], 'waiting'],
    ['one has', [given(1, 'publish')], 'waiting'],
    ['both alike', [given(1, 'publish'), given(2, 'publish')], 'publish'],
    ['apart by one', [given(1, 'publish', 3), given(2, 'publish', 4)], 'publish'],
    ['apart by two in one criterion', [given(1, 'publish'), given(2, 'publish', 3, { rights: 1 })], 'third'],
    ['another word', [given(1, 'publish'), given(2, 'revise')], 'third'],
    ['another word, and a third', [given(1, 'publish'), given(2, 'revise'), given(3, 'decline')], 'decline'],
    ['a third that nobody needed', [given(1, 'revise'), given(2, 'revise'), given(3, 'publish')], 'revise'],
    ['a third without the second', [given(1, 'publish'), given(3, 'publish')], 'waiting'],
  ])('%s', (_, all, expected) => expect(outcomeOf(all)).toBe(expected))
})

test('the more careful of two grades is published, or that of the third, with every reason', () => {
  const two = publishedReview([given(2, 'publish', 3), given(1, 'publish', 4)])
  expect(two.grades.effect).toMatchObject({
    grade: 3,
    reasons: [{ en: { text: '1 effect' } }, { en: { text: '2 effect' } }],
  })
  expect(two.differed).toBe(false)
  const three = publishedReview([given(1, 'publish', 4), given(2, 'publish', 2), given(3, 'publish', 1)])
  expect(three.grades.effect?.grade).toBe(1)
  expect(three.grades.effect?.reasons.map(one => one.en?.text)).toEqual(['3 effect', '1 effect', '2 effect'])
  expect(three.differed).toBe(true)
})

test.each([
  ['draft', [], false, 'author'],
  ['revise', ['given', 'given'], true, 'author'],
  ['submitted', ['invited'], false, 'moderators'],
  ['review', ['invited', 'given'], false, 'reviewers'],
  ['review', ['given', 'given'], false, 'moderators'],
  ['review', ['given', 'given'], true, 'moderators'],
  ['review', ['given', 'given', 'invited'], true, 'moderators'],
  ['published', ['given', 'given'], true, 'nobody'],
] as const)('%s with %j, settled %s: the turn of %s', (state, seats, settled, turn) => {
  expect(turnOf(state, seats, settled)).toBe(turn)
})

test.each([
  [[], 'waiting', 1],
  [[{ seat: 1, state: 'accepted' }], 'waiting', 2],
  [
    [
      { seat: 1, state: 'conflict' },
      { seat: 2, state: 'given' },
    ],
    'waiting',
    1,
  ],
  [
    [
      { seat: 1, state: 'given' },
      { seat: 2, state: 'given' },
    ],
    'publish',
    undefined,
  ],
  [
    [
      { seat: 1, state: 'given' },
      { seat: 2, state: 'given' },
    ],
    'third',
    3,
  ],
  [
    [
      { seat: 1, state: 'given' },
      { seat: 2, state: 'given' },
      { seat: 3, state: 'invited' },
    ],
    'third',
    undefined,
  ],
] as const)('%j after %s leaves seat %s', (seats, outcome, seat) => {
  expect(freeSeat(seats, outcome)).toBe(seat)
})

test('who can read it comes before who knows the field, and who looks from elsewhere before a neighbour', () => {
  const practice = { domains: ['education', 'family'], languages: ['tg'], country: 'TJ' } as const
  const fits = {
    neighbour: fitOf({ domains: ['education', 'family'], languages: ['tg'], country: 'TJ' }, practice),
    reader: fitOf({ domains: [], languages: ['tg', 'ru'], country: 'KG' }, practice),
    knower: fitOf({ domains: ['education', 'family'], languages: ['ky'], country: 'KG' }, practice),
    both: fitOf({ domains: ['family'], languages: ['tg'], country: 'UZ' }, practice),
  }
  const order = Object.entries(fits).toSorted(([, one], [, other]) => betterFit(one, other))
  expect(order.map(([name]) => name)).toEqual(['both', 'reader', 'neighbour', 'knower'])
})
