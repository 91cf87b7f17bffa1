import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { BirthDate } from '../schema.ts'
import { basesOf, canonical, inverseKind, kinKinds } from './kinds.ts'
import { basisOfCheck, checkKinship, type KinPerson, type KinTie } from './rules.ts'
import type { RoughDate } from './schema.ts'

const today = '2026-11-25'
const day = (date: string): BirthDate & RoughDate => ({ precision: 'day', date })
const year = (n: number): BirthDate & RoughDate => ({ precision: 'year', year: n })
const one = (key: string, birth?: BirthDate, more: Partial<KinPerson> = {}): KinPerson => ({
  key,
  sex: 'female',
  birth,
  ...more,
})
const man = (key: string, birth?: BirthDate, more: Partial<KinPerson> = {}) =>
  one(key, birth, { sex: 'male', ...more })
/** `to` is `kind` of `from`; its id is the two. */
const tie = (from: string, kind: KinTie['kind'], to: string, more: Partial<KinTie> = {}): KinTie => ({
  id: `${from}-${kind}-${to}`,
  version: 1,
  from,
  to,
  kind,
  basis: basesOf(kind)[0] ?? 'not-said',
  standing: 'claimed',
  ...more,
})
const proved = { standing: 'proved' as const }
/** "child-older!" is certain, "child-older?" possible; then the severity where it differs. */
const short = (people: KinPerson[], ties: KinTie[]) =>
  checkKinship(people, ties, today).map(
    check => `${check.code}${check.certain ? '!' : '?'} ${check.severity}`,
  )

type Case = readonly [says: string, people: KinPerson[], ties: KinTie[], expected: string[]]

const cases: readonly Case[] = [
  ['a mother of thirty', [one('c', year(2017)), one('m', year(1987))], [tie('c', 'parent', 'm', proved)], []],
  [
    'a child older than the parent',
    [one('c', year(1985)), one('m', year(1990))],
    [tie('c', 'parent', 'm')],
    ['child-older! contradiction'],
  ],
  [
    'the same, told from the other side',
    [one('c', year(1985)), one('m', year(1990))],
    [tie('m', 'child', 'c')],
    ['child-older! contradiction'],
  ],
  [
    'both born in the same year',
    [one('c', year(1990)), one('m', year(1990))],
    [tie('c', 'parent', 'm')],
    ['parent-too-young! contradiction'],
  ],
  [
    'eleven at the birth, to the day',
    [one('c', day('2010-06-01')), one('m', day('1998-06-02'))],
    [tie('c', 'parent', 'm')],
    ['parent-too-young! contradiction'],
  ],
  [
    'twelve at the birth, to the day',
    [one('c', day('2010-06-01')), one('m', day('1998-06-01'))],
    [tie('c', 'parent', 'm')],
    [],
  ],
  [
    'eleven or twelve',
    [one('c', year(2010)), one('m', year(1998))],
    [tie('c', 'parent', 'm')],
    ['parent-too-young? question'],
  ],
  [
    'a birth that nobody knows',
    [one('c', { precision: 'unknown' }), one('m', year(1990))],
    [tie('c', 'parent', 'm')],
    [],
  ],
  [
    'a stepmother of any age',
    [one('c', year(1985)), one('m', year(1990))],
    [tie('c', 'parent', 'm', { basis: 'marital' })],
    [],
  ],
  [
    'what was never so, and what was found untrue',
    [one('c', year(1985)), one('m', year(1990))],
    [
      tie('c', 'parent', 'm', { endReason: 'corrected' }),
      tie('c', 'parent', 'm', { id: 'x', standing: 'refuted' }),
    ],
    [],
  ],
  [
    'two mothers by birth, both proved',
    [one('c'), one('m'), one('n')],
    [tie('c', 'parent', 'm', proved), tie('c', 'parent', 'n', proved)],
    ['two-birth-mothers! contradiction'],
  ],
  [
    'two fathers as told',
    [one('c'), man('f'), man('g')],
    [tie('c', 'parent', 'f'), tie('c', 'parent', 'g', proved)],
    ['two-birth-fathers? question'],
  ],
  [
    'two fathers, both contested: known to be open',
    [one('c'), man('f'), man('g')],
    [tie('c', 'parent', 'f', { standing: 'contested' }), tie('c', 'parent', 'g', { standing: 'contested' })],
    [],
  ],
  [
    'a mother by birth and one by adoption',
    [one('c'), one('m'), one('n')],
    [tie('c', 'parent', 'm', proved), tie('c', 'parent', 'n', { basis: 'legal', ...proved })],
    [],
  ],
  [
    'a mother, and a father whom nobody knows',
    [one('c'), one('m'), man('u', undefined, { unknown: true })],
    [tie('c', 'parent', 'm'), tie('c', 'parent', 'u')],
    [],
  ],
  [
    'a circle of three',
    [one('a'), one('b'), one('c')],
    [tie('a', 'parent', 'b'), tie('b', 'parent', 'c'), tie('c', 'grandparent', 'a')],
    ['own-ancestor! contradiction'],
  ],
  [
    'two ways up to one grandmother are no circle',
    [one('a'), one('b'), man('d'), one('c')],
    [tie('a', 'parent', 'b'), tie('a', 'parent', 'd'), tie('b', 'parent', 'c'), tie('d', 'parent', 'c')],
    [],
  ],
  [
    'married to a sister',
    [one('a'), man('b')],
    [tie('a', 'spouse', 'b'), tie('b', 'sibling', 'a')],
    ['spouse-of-kin! contradiction'],
  ],
  ['married to a cousin', [one('a'), man('b')], [tie('a', 'spouse', 'b'), tie('a', 'cousin', 'b')], []],
  [
    'brothers without a parent in common, all four known',
    [man('a'), man('b'), one('m'), man('f'), one('n'), man('g')],
    [
      tie('a', 'sibling', 'b'),
      tie('a', 'parent', 'm'),
      tie('a', 'parent', 'f'),
      tie('b', 'parent', 'n'),
      tie('b', 'parent', 'g'),
    ],
    ['siblings-differ! contradiction'],
  ],
  [
    'brothers with different mothers, fathers not written down',
    [man('a'), man('b'), one('m'), one('n')],
    [tie('a', 'sibling', 'b'), tie('a', 'parent', 'm'), tie('b', 'parent', 'n')],
    ['siblings-differ? question'],
  ],
  [
    'brothers, of one the mother known, of the other the father',
    [man('a'), man('b'), one('m'), man('f')],
    [tie('a', 'sibling', 'b'), tie('a', 'parent', 'm'), tie('b', 'parent', 'f')],
    [],
  ],
  [
    'a guardian of seventeen',
    [one('c', year(2017)), one('g', day('2009-11-26'))],
    [tie('c', 'guardian', 'g')],
    ['guardian-is-child! contradiction'],
  ],
  [
    'a guardian of eighteen today',
    [one('c', year(2017)), one('g', day('2008-11-25'))],
    [tie('c', 'guardian', 'g')],
    [],
  ],
  [
    'a guardian of seventeen or eighteen',
    [one('c', year(2017)), one('g', year(2008))],
    [tie('c', 'guardian', 'g')],
    ['guardian-is-child? question'],
  ],
  [
    'a mother who died before the birth',
    [one('c', day('2017-03-14')), one('m', year(1980), { dead: true, died: day('2017-03-13') })],
    [tie('c', 'parent', 'm')],
    ['died-before-birth! contradiction'],
  ],
  [
    'a mother who died at the birth',
    [one('c', day('2017-03-14')), one('m', year(1980), { dead: true, died: day('2017-03-14') })],
    [tie('c', 'parent', 'm')],
    [],
  ],
  [
    'a father who died nine months before',
    [one('c', day('2017-03-14')), man('f', year(1980), { dead: true, died: day('2016-06-14') })],
    [tie('c', 'parent', 'f')],
    [],
  ],
  [
    'a father who died a year before',
    [one('c', day('2017-03-14')), man('f', year(1980), { dead: true, died: day('2016-03-14') })],
    [tie('c', 'parent', 'f')],
    ['died-before-birth! contradiction'],
  ],
  [
    'a father who died in the year before, and nothing more exact',
    [one('c', day('2017-03-14')), man('f', year(1980), { dead: true, died: year(2016) })],
    [tie('c', 'parent', 'f')],
    ['died-before-birth? question'],
  ],
  [
    'guardianship of somebody grown up, without an end',
    [one('w', year(2001)), one('g', year(1970))],
    [tie('w', 'guardian', 'g')],
    ['ward-is-adult! question'],
  ],
  [
    'and with its end',
    [one('w', year(2001)), one('g', year(1970))],
    [tie('w', 'guardian', 'g', { endReason: 'came-of-age' })],
    [],
  ],
  [
    'married before eighteen: a question, however sure',
    [one('a', day('2005-01-01')), man('b', year(1990))],
    [tie('a', 'spouse', 'b', { since: day('2022-05-01') })],
    ['married-as-child! question'],
  ],
  [
    'married perhaps before eighteen',
    [one('a', year(2005)), man('b', year(1990))],
    [tie('a', 'spouse', 'b', { since: year(2023) })],
    ['married-as-child? question'],
  ],
  [
    'a guardianship that ended, and nobody since',
    [one('c', year(2017)), one('g', year(1960))],
    [tie('c', 'guardian', 'g', { endReason: 'died' })],
    ['no-carer! question'],
  ],
  [
    'and somebody since',
    [one('c', year(2017)), one('g', year(1960)), one('h', year(1985))],
    [tie('c', 'guardian', 'g', { endReason: 'died' }), tie('c', 'foster-carer', 'h')],
    [],
  ],
  [
    'and the mother, who is alive',
    [one('c', year(2017)), one('g', year(1960)), one('m', year(1990))],
    [tie('c', 'guardian', 'g', { endReason: 'guardianship-ended' }), tie('c', 'parent', 'm')],
    [],
  ],
  [
    'and a mother who is dead',
    [one('c', year(2017)), one('g', year(1960)), one('m', year(1990), { dead: true })],
    [tie('c', 'guardian', 'g', { endReason: 'died' }), tie('c', 'parent', 'm')],
    ['no-carer! question'],
  ],
]

describe('the checklist', () => {
  test.each(cases)('%s', (_, people, ties, expected) => {
    expect(short(people, ties)).toEqual(expected)
  })

  test('names both relations of a marriage of kin, and nobody who has no part in it', () => {
    const [check] = checkKinship(
      [one('a'), man('b'), one('z')],
      [tie('a', 'spouse', 'b'), tie('a', 'sibling', 'b')],
      today,
    )
    expect(check).toMatchObject({ relationIds: ['a-sibling-b', 'a-spouse-b'], about: ['a', 'b'] })
  })

  test('another version or another birth is another question', () => {
    const people = [one('c', year(1985)), one('m', year(1990))]
    const ties = [tie('c', 'parent', 'm')]
    const [check] = checkKinship(people, ties, today)
    if (!check) throw new Error('no check')
    const base = basisOfCheck(check, people, ties)
    expect(basisOfCheck(check, people, ties)).toBe(base)
    expect(basisOfCheck(check, people, [tie('c', 'parent', 'm', { version: 2 })])).not.toBe(base)
    expect(basisOfCheck(check, [one('c', year(1986)), one('m', year(1990))], ties)).not.toBe(base)
  })
})

const wildKey = fc.constantFrom('a', 'b', 'c', 'd', 'e')
const wildTie = fc
  .record({
    from: wildKey,
    to: wildKey,
    kind: fc.constantFrom(...kinKinds),
    basis: fc.constantFrom('biological', 'legal', 'care', 'marital', 'not-said'),
    standing: fc.constantFrom('claimed', 'proved', 'contested', 'refuted'),
  })
  .filter(one => one.from !== one.to)

describe('any tangle of relations', () => {
  test('comes to an end, names only what is there, and says each thing once', () => {
    fc.assert(
      fc.property(
        fc.array(wildTie, { maxLength: 40 }),
        fc.array(fc.integer({ min: 1900, max: 2026 })),
        (wild, years) => {
          const people = ['a', 'b', 'c', 'd', 'e'].map((key, at) =>
            one(key, years[at] ? year(years[at]) : undefined),
          )
          const ties = wild.map((drawn, at) => ({ ...(drawn as KinTie), id: `t${at}`, version: 1 }))
          const checks = checkKinship(people, ties, today)
          const ids = new Set(ties.map(({ id }) => id))
          for (const check of checks) {
            expect(check.relationIds.length).toBeGreaterThan(0)
            expect(check.relationIds.every(id => ids.has(id))).toBe(true)
          }
          const names = checks.map(({ code, relationIds, about }) => [code, ...relationIds, ...about].join())
          expect(new Set(names).size).toBe(names.length)
        },
      ),
    )
  })

  test('is kept in one direction, whichever side tells it', () => {
    fc.assert(
      fc.property(fc.constantFrom(...kinKinds), wildKey, wildKey, (kind, person, other) => {
        fc.pre(person !== other)
        expect(canonical(person, kind, other)).toEqual(canonical(other, inverseKind(kind), person))
        expect(inverseKind(inverseKind(kind))).toBe(kind)
        expect(basesOf(inverseKind(kind))).toEqual(basesOf(kind))
      }),
    )
  })
})
