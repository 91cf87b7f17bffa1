import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { Profile } from '../profile/schema.ts'
import { Entitlement, fitsAge } from './profile.ts'
import { claimStates, needsWords, stepsOf } from './rules.ts'

describe('a claim', () => {
  test.each([
    [undefined, ['applies', 'asked', 'given', 'not']],
    ['applies', ['asked', 'given', 'not', 'word']],
    ['not', ['applies', 'word']],
    ['asked', ['given', 'refused', 'ended', 'word']],
    ['refused', ['appealed', 'asked', 'ended', 'word']],
    ['appealed', ['given', 'refused', 'ended', 'word']],
    ['given', ['ended', 'word']],
    ['ended', ['applies', 'word']],
  ] as const)('from %s goes to %j', (from, to) => expect(stepsOf(from)).toEqual(to))
  test('is never at an end from which nobody can look again', () => {
    for (const state of claimStates) expect(stepsOf(state).length).toBeGreaterThan(1)
  })
  test('says why it was refused, and why it does not concern somebody', () =>
    expect(claimStates.filter(needsWords)).toEqual(['not', 'refused', 'ended']))
})

test.each([
  [{}, { from: 0, to: 0 }, true],
  [{ untilAge: 17 }, { from: 18, to: 19 }, false],
  [{ untilAge: 17 }, { from: 17, to: 18 }, true],
  [{ fromAge: 18 }, { from: 3, to: 4 }, false],
  [{ fromAge: 18 }, undefined, true],
] as const)('%j of somebody of %j: %s', (one, ages, fits) => expect(fitsAge(one, ages)).toBe(fits))

describe.each(['kz', 'kg', 'tj', 'uz'])('what can be claimed in %s', code => {
  const file = join(import.meta.dirname, '../../../../profiles', `${code}.json`)
  const { entitlements, requiredLanguages } = Profile.parse(JSON.parse(readFileSync(file, 'utf8')))
  test('has its title in the languages of the state and in English', () => {
    for (const { title } of entitlements?.items ?? []) {
      expect(Object.keys(title)).toEqual(expect.arrayContaining(['en', ...(requiredLanguages.value ?? [])]))
    }
    expect(entitlements?.items.length).toBeGreaterThan(8)
  })
  test('names no law that nobody has read', () => {
    for (const { basis, verified } of entitlements?.items ?? []) if (basis) expect(verified).toBe(true)
  })
})

test('what is verified names its source and its law', () => {
  const one = {
    ...{ code: 'a', title: { en: { text: 'A', state: 'checked' } }, whose: 'everybody', desk: 'benefits' },
    ...{ helper: 'worker', papers: [], verified: true },
  }
  expect(Entitlement.safeParse(one).success).toBe(false)
  expect(Entitlement.safeParse({ ...one, source: 'https://law.example', basis: 'b' }).success).toBe(true)
})
