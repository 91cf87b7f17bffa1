import type { FoundPerson, PersonRow } from '@kerege/contract/people/schema'
import { describe, expect, test } from 'vitest'
import { likenessOf, resemblance } from './likeness.ts'

const person: FoundPerson = {
  id: '01835fe6-0288-7c31-991f-82ad0d8047b4',
  label: 'Көктемова Әлия Бақытқызы',
  otherNames: ['Кәктемова Алия'],
  sex: 'female',
  birth: { precision: 'year', year: 2017 },
  area: 'KZ-61',
  updatedAt: '2026-11-24T08:00:00Z',
  score: 0.8,
  matched: 'name',
}

describe('likeness', () => {
  test('another script is very alike, and says why', () => {
    const { grade, reasons } = likenessOf('Koktemova Aliya', person)
    expect(grade).toBe(5)
    expect(reasons[0]?.kind).toBe('for')
  })
  test('another given name is another person', () => {
    expect(likenessOf('Көктемова Айгүл', person).grade).toBeLessThanOrEqual(2)
  })
  test('a spelling of one word is no evidence against a whole name', () => {
    const another = { ...person, label: 'Еменбаева Әлия', otherNames: ['Әлия'] }
    expect(likenessOf('Көктемова Әлия', another).grade).toBeLessThanOrEqual(2)
    expect(likenessOf('Әлия', another).grade).toBeGreaterThanOrEqual(4)
  })
  test('a number is the same or is not', () => {
    expect(likenessOf('0417', { ...person, matched: 'identifier' })).toMatchObject({
      grade: 5,
      reasons: [{ code: 'identifier-same' }],
    })
  })
  test('a half-filled form looks less alike with another birth year', () => {
    const row: PersonRow = person
    const near = resemblance({ names: ['Көктемова Әлия'], birth: { precision: 'year', year: 2017 } }, row)
    const far = resemblance({ names: ['Көктемова Әлия'], birth: { precision: 'year', year: 1990 } }, row)
    expect(near.grade).toBeGreaterThan(far.grade)
  })
})
