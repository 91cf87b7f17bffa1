/** Whatever stands in a name field: nothing throws, nothing takes long, the answer is a number from 0 to 1. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  buildNameIndex,
  compareNames,
  comparePersons,
  foldedText,
  foldName,
  link,
  parseName,
  romanise,
  searchKeys,
} from './index.ts'
import { anyText } from '../testing/anyText.ts'

const odd = fc.constantFrom(
  ...[
    '',
    ' ',
    'а',
    'A',
    'ع',
    '😀',
    '\u0000',
    '\u200f',
    '\u202e',
    'е\u0301',
    '-',
    "'",
    'ʻ',
    'بن',
    'al',
    'abd',
    'уулу',
  ],
  ...[
    'Гүлнәр',
    'gulnаrа',
    'ова',
    'bin bin bin',
    'II',
    '１２',
    'ﷺ',
    'ß',
    'İ',
    'ﬁ',
    '\ud800',
    'Г.С.',
    ',',
    '،',
  ],
)
const text = fc.oneof(
  anyText({ maxLength: 60 }),
  fc.array(odd, { maxLength: 12 }).map(parts => parts.join('')),
  fc.array(odd, { maxLength: 12 }).map(parts => parts.join(' ')),
)

describe('hostile names', () => {
  test('fold to a-z and single spaces', () => {
    fc.assert(
      fc.property(text, name => {
        expect(foldName(name)).toMatch(/^([a-z]+( [a-z]+)*)?$/)
      }),
      { numRuns: 500 },
    )
  })
  test('parse, key and compare', () => {
    fc.assert(
      fc.property(text, text, (a, b) => {
        expect(parseName(a).words.length).toBeLessThanOrEqual(12)
        expect(searchKeys(a).length).toBeLessThanOrEqual(48)
        expect(foldedText(a)).toMatch(/^[a-z ]*$/)
        const there = compareNames(a, b)
        expect(there.score).toBeGreaterThanOrEqual(0)
        expect(there.score).toBeLessThanOrEqual(1)
        expect(compareNames(b, a).score).toBeCloseTo(there.score, 8)
      }),
      { numRuns: 400 },
    )
  })
  test('as persons and in an index', () => {
    const person = fc.record(
      { given: text, family: text, birthDate: text, sex: text, place: text },
      { requiredKeys: [] },
    )
    fc.assert(
      fc.property(person, person, (a, b) => {
        expect(comparePersons(a, b).score).toBeGreaterThanOrEqual(0)
        expect(buildNameIndex([a]).find(b).length).toBeLessThanOrEqual(1)
      }),
      { numRuns: 200 },
    )
  })
  test('linked', () => {
    const rows = fc.array(fc.tuple(text, text), { maxLength: 6 })
    const columns = [
      { name: 'name', kind: 'name' as const },
      { name: 'town', kind: 'text' as const },
    ]
    fc.assert(
      fc.property(rows, cells => {
        for (const { score } of link(columns, cells, undefined).links) expect(score).toBeLessThanOrEqual(1)
      }),
      { numRuns: 60 },
    )
  })
  test('romanised or refused with a code', () => {
    fc.assert(
      fc.property(text, name => {
        try {
          expect(typeof romanise(name, { lang: 'kk' })).toBe('string')
        } catch (error) {
          expect(error).toMatchObject({ kind: 'invalid' })
        }
      }),
      { numRuns: 300 },
    )
  })
  test.each([
    'а'.repeat(500),
    'аб'.repeat(50_000),
    `${'ә '.repeat(250)}`,
    `${'\u0301'.repeat(500)}`,
    `${'-'.repeat(100_000)}`,
    `${'ал-'.repeat(20_000)}`,
    `${'abd '.repeat(20_000)}`,
    'ا'.repeat(500),
  ])('long ones take milliseconds (%#)', name => {
    const start = performance.now()
    foldName(name)
    searchKeys(name)
    compareNames(name, `${name}б`)
    expect(performance.now() - start).toBeLessThan(1500)
  })
})
