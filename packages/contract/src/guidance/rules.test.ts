/** Whom guidance reaches. */
import { expect, test } from 'vitest'
import { appliesToAge, appliesToDomain, type Ages, type KnownAge } from './rules.ts'

test.each<[Ages, KnownAge | null, boolean]>([
  [{}, { min: 9, max: 9 }, true],
  [{}, null, true],
  [{ from: 6, to: 17 }, { min: 6, max: 6 }, true],
  [{ from: 6, to: 17 }, { min: 17, max: 17 }, true],
  [{ from: 6, to: 17 }, { min: 18, max: 18 }, false],
  [{ from: 6, to: 17 }, { min: 5, max: 5 }, false],
  // Taken for five: may be six tomorrow.
  [{ from: 6, to: 17 }, { min: 5, max: 6 }, true],
  [{ from: 18 }, { min: 30, max: 30 }, true],
  [{ from: 18 }, { min: 17, max: 17 }, false],
  [{ to: 3 }, { min: 0, max: 0 }, true],
  [{ to: 3 }, null, false],
])('ages %j for %j: %s', (ages, age, applies) => {
  expect(appliesToAge({ ages }, age)).toBe(applies)
})

test('no domain is every domain', () => {
  expect(appliesToDomain({ domains: [] }, 'papers')).toBe(true)
  expect(appliesToDomain({ domains: ['papers'] }, 'papers')).toBe(true)
  expect(appliesToDomain({ domains: ['health'] }, 'papers')).toBe(false)
})
