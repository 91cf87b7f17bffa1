import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { lineStates, mayLineBecome } from '../operations/states.ts'
import { codeOf, readCode } from './code.ts'
import { basisOf, type MarkFact, type MarkWord, standing } from './marks.ts'
import { stepsAfter } from './steps.ts'

const mark = (
  id: string,
  what: MarkWord,
  basedOn: string[] = [],
  at = `2026-01-01T0${id.length}:00:00Z`,
): MarkFact => ({
  id,
  what,
  basedOn,
  at,
})
const says = (...marks: MarkFact[]) => {
  const { verdict, heads } = standing(marks)
  return [verdict, heads.map(one => one.id)]
}

describe('what stands', () => {
  test.each<[string, MarkFact[], unknown]>([
    ['nothing', [], ['open', []]],
    ['one tick', [mark('a', 'there')], ['there', ['a']]],
    ['a tick taken back', [mark('a', 'there'), mark('b', 'withdrawn', ['a'])], ['open', []]],
    [
      'a tick, taken back, ticked again',
      [mark('a', 'there'), mark('b', 'withdrawn', ['a']), mark('c', 'there', ['b'])],
      ['there', ['c']],
    ],
    [
      'two phones tick: the first counts, the second is told',
      [mark('a', 'there', [], '2026-01-01T02:00:00Z'), mark('b', 'there', [], '2026-01-01T01:00:00Z')],
      ['there', ['b', 'a']],
    ],
    [
      'one of two takes back only what it said itself',
      [mark('a', 'there'), mark('b', 'there'), mark('c', 'withdrawn', ['b'])],
      ['there', ['a']],
    ],
    ['two phones say two things', [mark('a', 'there'), mark('b', 'not-there')], ['contradicted', ['a', 'b']]],
    [
      'a person settles it',
      [mark('a', 'there'), mark('b', 'not-there'), mark('c', 'not-there', ['a', 'b'])],
      ['not-there', ['c']],
    ],
    [
      'two people settle it in two ways: again it is a question',
      [
        mark('a', 'there'),
        mark('b', 'not-there'),
        mark('c', 'there', ['a', 'b']),
        mark('d', 'not-there', ['a', 'b']),
      ],
      ['contradicted', ['c', 'd']],
    ],
  ])('%s', (_, marks, expected) => {
    expect(says(...marks)).toEqual(expected)
  })

  /** Phones that tick and take back, each knowing only what it made itself. */
  const phones = fc.array(
    fc.record({
      phone: fc.integer({ min: 0, max: 2 }),
      what: fc.constantFrom<MarkWord>('there', 'not-there', 'withdrawn'),
    }),
    { maxLength: 12 },
  )
  const marksOf = (acts: { phone: number; what: MarkWord }[]) => {
    const own = new Map<number, MarkFact[]>()
    return acts.flatMap(({ phone, what }, at) => {
      const before = own.get(phone) ?? []
      const basis = basisOf(before)
      if (what === 'withdrawn' && basis.length === 0) return []
      const made = mark(
        `m${String(at).padStart(2, '0')}`,
        what,
        basis,
        `2026-01-01T00:00:${String(at).padStart(2, '0')}Z`,
      )
      own.set(phone, [...before, made])
      return [made]
    })
  }
  test('does not depend on the order in which phones come back, nor on what came twice', () => {
    fc.assert(
      fc.property(phones, fc.infiniteStream(fc.double({ min: 0, max: 1, noNaN: true })), (acts, chance) => {
        const marks = marksOf(acts)
        const key = new Map(marks.map(one => [one.id, chance.next().value as number]))
        const shuffled = marks.toSorted((one, other) => (key.get(one.id) ?? 0) - (key.get(other.id) ?? 0))
        expect(says(...shuffled, ...shuffled.slice(0, 2)).slice(0, 1)).toEqual(says(...marks).slice(0, 1))
      }),
    )
  })
  test('is settled by whoever knows all of it', () => {
    fc.assert(
      fc.property(phones, acts => {
        const marks = marksOf(acts)
        expect(says(...marks, mark('last', 'not-there', basisOf(marks)))).toEqual(['not-there', ['last']])
      }),
    )
  })
})

test('every step that follows from marks is one that a line may take', () => {
  for (const state of lineStates) {
    for (const at of ['leg', 'arrival'] as const) {
      for (const verdict of ['open', 'there', 'not-there', 'contradicted'] as const) {
        for (const elsewhere of [true, false]) {
          let from = state
          for (const to of stepsAfter(state, at, verdict, elsewhere) ?? []) {
            expect([from, to, mayLineBecome(from, to)]).toEqual([from, to, true])
            from = to
          }
        }
      }
    }
  }
})

test('who waits for a consent is not ticked, and nothing follows from a contradiction', () => {
  for (const state of ['identified', 'verified', 'refused', 'taken-off'] as const) {
    expect(stepsAfter(state, 'leg', 'there', false)).toBeNull()
    expect(stepsAfter(state, 'arrival', 'there', false)).toBeNull()
  }
  for (const state of lineStates) expect(stepsAfter(state, 'leg', 'contradicted', false)).toEqual([])
})

const line = '01985f2e-0000-7000-8000-00000000abcd'
test.each([
  [codeOf(line), { lineId: line }],
  [codeOf(line).toLowerCase(), { lineId: line }],
  [' 012 ', { number: '012' }],
  ['Д7-3', { number: 'Д7-3' }],
  ['KRG1:not-a-line', undefined],
  ['https://example.org/012', undefined],
  ['', undefined],
])('a code %s is read as %o', (text, expected) => {
  expect(readCode(text)).toEqual(expected)
})
