import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Ages, careGaps, divided, type Group, notAgreed, unaccompanied } from './unity.ts'

const member = (id: string, ages: Ages | null) => ({ id, name: id, ages })
const adult = { min: 31, max: 31 }
const child = { min: 7, max: 7 }
const group = (id: string, members: Record<string, Ages | null>): Group => ({
  id,
  name: id,
  members: Object.entries(members).map(([name, ages]) => member(name, ages)),
})
const family = group('family', { mother: adult, eldest: { min: 17, max: 18 }, small: child })
const at = (places: Record<string, string>) => (id: string) => places[id]
const found = (places: Record<string, string>, groups = [family]) =>
  divided(groups, at(places)).map(one =>
    one.parts.map(part => [part.place, part.members.map(({ id }) => id).join('+'), part.childrenAlone]),
  )

describe('a family', () => {
  test.each([
    ['without places is not divided', {}, []],
    ['in one bus is not divided', { mother: '1', eldest: '1', small: '1' }, []],
    [
      'in two buses is, and whoever may be a child is alone there',
      { mother: '1', eldest: '2', small: '2' },
      [
        [
          ['2', 'eldest+small', true],
          ['1', 'mother', false],
        ],
      ],
    ],
    [
      'of which one was forgotten is',
      { mother: '1', eldest: '1' },
      [
        [
          ['1', 'mother+eldest', false],
          [null, 'small', true],
        ],
      ],
    ],
  ] as const)('%s', (_, places, expected) => expect(found(places)).toEqual(expected))

  test('is divided exactly when its members are not all in one place', () => {
    const place = fc.constantFrom('1', '2', undefined)
    fc.assert(
      fc.property(fc.array(place, { minLength: 1, maxLength: 8 }), places => {
        const one = group('g', Object.fromEntries(places.map((_, index) => [`m${index}`, child])))
        const result = divided([one], id => places[Number(id.slice(1))])
        expect(result.length).toBe(new Set(places).size > 1 ? 1 : 0)
        const members = result.flatMap(({ parts }) => parts.flatMap(part => part.members))
        if (result.length > 0) expect(members.length).toBe(places.length)
      }),
    )
  })

  test('may be divided there and then when two agreed, and not after that', () => {
    const two = divided([family], at({ mother: '1', eldest: '1', small: '2' }))
    const agreed = [{ groupId: 'family', at: 'leg' as const, endsAt: '2026-12-13T00:00:00Z' }]
    expect(notAgreed(two, agreed, 'leg', '2026-12-12T00:00:00Z')).toEqual([])
    expect(notAgreed(two, agreed, 'room', '2026-12-12T00:00:00Z')).toHaveLength(1)
    expect(notAgreed(two, agreed, 'leg', '2026-12-13T00:00:00Z')).toHaveLength(1)
  })
})

test('whoever may be a child and has nobody surely grown up beside them is unaccompanied', () => {
  const siblings = group('siblings', { big: { min: 16, max: 19 }, small: child })
  const unknown = group('alone', { somebody: null })
  expect(unaccompanied([family, siblings, unknown, group('empty', {})]).map(one => one.group.id)).toEqual([
    'siblings',
    'alone',
  ])
})

test.each([
  ['nobody', [], [['08', '18']]],
  ['one until noon', [['07', '12']], [['12', '18']]],
  [
    'two with a pause, in any order',
    [
      ['14', '20'],
      ['08', '12'],
    ],
    [['12', '14']],
  ],
  [
    'one within another',
    [
      ['08', '16'],
      ['09', '10'],
      ['16', '18'],
    ],
    [],
  ],
  ['one after the end', [['18', '20']], [['08', '18']]],
] as const)('hours without a carer: %s', (_, spans, gaps) => {
  const span = ([from, to]: readonly [string, string]) => ({ from, to })
  expect(careGaps({ from: '08', to: '18' }, spans.map(span))).toEqual(gaps.map(span))
})
