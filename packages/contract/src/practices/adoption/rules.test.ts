import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  adopterFault,
  type AdoptionStanding,
  adoptionStandings,
  placeKey,
  resultsOf,
  workedBound,
} from './rules.ts'

describe('who says it of which place', () => {
  test.each([
    [{ speaks: true, country: 'UZ' }, 'state', 'UZ', null],
    [{ speaks: false, country: 'UZ' }, 'state', 'UZ', 'not-for-state'],
    [{ speaks: true }, 'state', 'UZ', 'not-for-state'],
    [{ speaks: true, country: 'UZ' }, 'state', 'KZ', 'not-your-country'],
    [{ speaks: false, country: 'UZ' }, 'worker', 'KZ', 'not-your-country'],
    [{ speaks: false, country: 'UZ' }, 'worker', 'UZ', null],
    [{ speaks: false }, 'organisation', 'TJ', null],
  ] as const)('%o as %s in %s: %s', (who, by, country, fault) => {
    expect(adopterFault(who, { by, country })).toBe(fault)
  })
})

test.each([
  ['Tashkent', ' TASHKENT ', true],
  ['Turkistan region', 'Turkistan-region', true],
  ['Хатлон', 'хатлон', true],
  ['Хатлон', 'Khatlon', true],
  ['Хатлон', 'Xatlon', true],
  ['Тошкент', 'Toshkent', true],
  ['Ташкент', 'Tashkent', true],
  ['Қызылорда', 'Kyzylorda', true],
  ['Шымкент', 'Shymkent', true],
  ['Жалал-Абад', 'Jalal Abad', true],
  ['Джалал-Абад', 'Jalal-Abad', true],
  ['Oʻsh', "O'sh", true],
  ['Ташкент', 'Toshkent', false],
  ['Ош', 'Osh', true],
  ['Ош', 'Ашт', false],
  ['Osh', 'Osh city', false],
])('"%s" and "%s" are one place: %s', (one, other, same) => {
  expect(placeKey(one) === placeKey(other)).toBe(same)
})

describe('what may be relied on', () => {
  test.each([
    [{ worked: 0, partly: 0, stopped: 0 }, 0],
    [{ worked: 1, partly: 0, stopped: 0 }, 0.2065],
    [{ worked: 9, partly: 0, stopped: 1 }, 0.5958],
    [{ worked: 0, partly: 2, stopped: 0 }, 0.0945],
    [{ worked: 0, partly: 0, stopped: 5 }, 0],
  ])('%o: %s', (results, bound) => {
    expect(workedBound(results)).toBeCloseTo(bound, 3)
  })

  const some = fc.nat({ max: 500 })
  test('stays between 0 and the share that worked, and one more success never lowers it', () => {
    fc.assert(
      fc.property(some, some, some, (worked, partly, stopped) => {
        const bound = workedBound({ worked, partly, stopped })
        expect(bound).toBeGreaterThanOrEqual(0)
        expect(bound).toBeLessThanOrEqual(
          worked + partly + stopped === 0 ? 0 : (worked + partly / 2) / (worked + partly + stopped) + 1e-9,
        )
        expect(workedBound({ worked: worked + 1, partly, stopped })).toBeGreaterThan(bound - 1e-9)
        expect(workedBound({ worked, partly, stopped: stopped + 1 })).toBeLessThanOrEqual(bound + 1e-9)
      }),
    )
  })
})

test('each place counts once, by its newest word; what was withdrawn counts nowhere', () => {
  const one = (place: string, standing: AdoptionStanding, at: string) => ({ place, standing, at })
  expect(
    resultsOf([
      one('tashkent', 'stopped', '2026-01-01'),
      one('tashkent', 'worked', '2026-03-01'),
      one('osh', 'withdrawn', '2026-03-01'),
      one('khatlon', 'trying', '2026-02-01'),
    ]),
  ).toEqual({ tried: 2, trying: 1, worked: 1, partly: 0, stopped: 0 })
  expect(adoptionStandings).toHaveLength(5)
})
