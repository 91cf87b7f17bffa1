import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { agreed, findings, type Stated } from './arithmetic.ts'
import { readReported } from './reported.ts'
import { differences, points, stateTotal } from './sideBySide.ts'
import { type Part, parts } from './schema.ts'

let count = 0

/** `47 total, 30 children` as a statement of one series. */
function said(
  kind: Stated['series']['kind'],
  values: Partial<Record<Part, string>>,
  over: Partial<Stated> & { unit?: Stated['series']['unit'] } = {},
): Stated {
  const { unit = 'people', ...rest } = over
  count += 1
  return {
    id: String(count),
    series: { code: `kg-${kind}`, kind, state: 'KG', unit },
    values: Object.fromEntries(
      Object.entries(values).map(([part, text]) => [part, readReported(text) ?? expect.fail(text)]),
    ),
    sumOf: [],
    ...rest,
  }
}
const preferred = { reason: 'Said later', at: '2026-01-01T00:00:00Z' }
const shown = (found: ReturnType<typeof findings>) =>
  found.map(one => [one.rule, one.part, one.ours.low, one.ours.high, one.said.low])

describe('parts of one statement', () => {
  test.each([
    ['that fit', { total: '10', men: '1', women: '3', children: '6' }, []],
    [
      'that do not',
      { total: '531', men: '27', women: '125', children: '331' },
      [['parts-differ', 'total', 483, 483, 531]],
    ],
    ['some of which are not said', { total: '47', children: '30' }, []],
    [
      'some of which are too many already',
      { total: '47', children: '50' },
      [['parts-exceed', 'total', 50, 50, 47]],
    ],
    ['without a total', { women: '67', children: '171' }, []],
    ['with a total that says "more than"', { total: '>9', men: '1', women: '3', children: '6' }, []],
    [
      'with a total that is more than they give',
      { total: '>10', men: '1', women: '3', children: '6' },
      [['parts-differ', 'total', 10, 10, 11]],
    ],
    ['of which one says "about"', { total: '10', men: '1', women: '~3', children: '9' }, []],
    ['of which one is a range', { total: '10', men: '1', women: '3-4', children: '6' }, []],
    [
      'with those who are not told apart',
      { total: '10', men: '1', women: '3', children: '5', unknown: '1' },
      [],
    ],
  ] as const)('%s', (_, values, expected) =>
    expect(shown(findings([said('operations', values)]))).toEqual(expected),
  )

  test.each([
    [{ men: '33.3', women: '33.3', children: '33.3' }, 0],
    [{ men: '33', women: '33', children: '33' }, 0],
    [{ men: '33', women: '33', children: '30' }, 1],
  ] as const)('of a hundred: %j', (values, faults) =>
    expect(findings([said('measure', values, { unit: 'percent' })])).toHaveLength(faults),
  )
})

const flights = [
  said('operations', { total: '59', women: '18', children: '41' }, { operation: 'A' }),
  said('operations', { total: '95', women: '31', children: '64' }, { operation: 'B' }),
]

describe('a number that takes operations together', () => {
  const whole = (values: Partial<Record<Part, string>>, sumOf = ['A', 'B']) =>
    said('operations', values, { operation: 'Both', sumOf })
  test('says the same', () =>
    expect(findings([...flights, whole({ total: '154', children: '105' })])).toEqual([]))
  test('says another', () =>
    expect(shown(findings([...flights, whole({ total: '160', children: '105' })]))).toEqual([
      ['sum-differs', 'total', 154, 154, 160],
    ]))
  test('of which one operation has two values', () => {
    const other = said('operations', { total: '90' }, { operation: 'B' })
    expect(findings([...flights, other, whole({ total: '150' })])).toEqual([])
    expect(shown(findings([...flights, other, whole({ total: '160' })]))).toEqual([
      ['sum-differs', 'total', 149, 154, 160],
    ])
    // Once one of them is preferred, that one counts; the other stays beside it.
    const chosen = { ...other, preferred }
    expect(shown(findings([...flights, chosen, whole({ total: '150' })]))).toEqual([
      ['sum-differs', 'total', 149, 149, 150],
    ])
    expect(differences([...flights, chosen]).map(one => one.marks.map(mark => mark.reported.value))).toEqual([
      [90, 95],
    ])
  })
  test('of which one operation is not known says nothing, unless the others are too many', () => {
    expect(findings([...flights, whole({ total: '500' }, ['A', 'B', 'C'])])).toEqual([])
    expect(shown(findings([...flights, whole({ total: '100' }, ['A', 'B', 'C'])]))).toEqual([
      ['sum-exceeds', 'total', 154, 154, 100],
    ])
  })
  test('is not counted among the operations', () => {
    expect(stateTotal([...flights, whole({ total: '160' })], 'KG', false)).toMatchObject({
      kind: 'ours',
      low: 154,
      high: 154,
    })
  })
})

describe('totals over time', () => {
  const total = (when: string, values: Partial<Record<Part, string>>) =>
    said('running-total', values, { when })
  test('do not fall', () =>
    expect(
      shown(findings([total('2024-07', { children: '396' }), total('2025-09', { children: '382' })])),
    ).toEqual([['running-falls', 'children', 396, 396, 382]]))
  test('grow by what came between', () => {
    const between = said('operations', { total: '12' }, { operation: 'C', when: '2021-02-04' })
    const all = (last: string) => [
      total('2019', { total: '595' }),
      between,
      total('2021-02-04', { total: last }),
    ]
    expect(findings(all('607'))).toEqual([])
    expect(shown(findings(all('700')))).toEqual([['running-differs', 'total', 607, 607, 700]])
    // An operation of an unknown day may have come before or after: nothing can be said.
    const { when: _, ...undated } = between
    expect(findings([total('2019', { total: '595' }), undated, total('2022', { total: '700' })])).toEqual([])
  })
  test('of some operations do not grow by the others', () => {
    const named = (when: string, text: string) =>
      said('running-total', { total: text }, { when, operation: 'Zhusan' })
    const other = said('operations', { total: '14' }, { operation: 'Rusafa', when: '2020' })
    expect(findings([named('2019', '595'), other, named('2021', '607')])).toEqual([])
  })
})

describe('of one thing', () => {
  const split = (women: string, children: string) =>
    said('operations', { total: '146', women, children }, { operation: 'First group' })
  test('every value stands beside the others, the same value once', () => {
    const all = [split('42', '104'), split('44', '102'), split('24', '122'), split('42', '104')]
    const found = differences(all)
    expect(found.map(one => one.part)).toEqual(['women', 'children'])
    expect(found[1]?.marks.map(mark => [mark.reported.value, mark.statements.length])).toEqual([
      [102, 1],
      [104, 2],
      [122, 1],
    ])
  })
  test('totals of two days are two things', () => {
    const total = (when: string, text: string) => said('running-total', { total: text }, { when })
    expect(points([total('2024-05', '517'), total('2025-09', '551')])).toHaveLength(2)
    expect(differences([total('2024-05', '517'), total('2025-09', '551')])).toEqual([])
  })
  test('the newest total of a state is shown, from the least to the most that was said', () => {
    const total = (when: string, text: string, over = {}) =>
      said('running-total', { total: text }, { when, ...over })
    const all = [total('2024-05', '517'), total('2025-09', '551'), total('2025-09', '560')]
    expect(stateTotal(all, 'KG', false)).toMatchObject({ kind: 'said', low: 551, high: 560 })
    expect(stateTotal([...all, total('2025-09', '555', { preferred })], 'KG', false)).toMatchObject({
      low: 555,
      high: 555,
    })
  })
  test('nothing published is said where somebody has looked, and only there', () => {
    expect(stateTotal([], 'TM', true)).toEqual({ kind: 'nothing' })
    expect(stateTotal([], 'TM', false)).toEqual({ kind: 'unknown' })
  })
})

test('no value is ever made up: what is agreed lies between the least and the most that was said', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(1_000_000), { minLength: 1, maxLength: 8 }), numbers => {
      const all = numbers.map(number => said('operations', { total: String(number) }, { operation: 'X' }))
      expect(agreed(all, 'total')).toEqual({ low: Math.min(...numbers), high: Math.max(...numbers) })
    }),
  )
})

test('whatever the parts, the findings are those of adding up', () => {
  fc.assert(
    fc.property(fc.nat(999), fc.nat(999), fc.nat(999), fc.nat(3000), (men, women, children, total) => {
      const values = { men: `${men}`, women: `${women}`, children: `${children}`, total: `${total}` }
      const found = findings([said('operations', values)])
      expect(found.length).toBe(men + women + children === total ? 0 : 1)
    }),
  )
  expect(parts).toContain('unknown')
})
