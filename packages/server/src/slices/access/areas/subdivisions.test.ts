import { Area } from '@kerege/contract/access/schema'
import { describe, expect, test } from 'vitest'
import { iso31662 } from 'iso-3166'
import { subdivisions } from './subdivisions.ts'

describe('regions by ISO 3166-2', () => {
  test.each([
    ['KZ', 20, 'KZ-62'],
    ['KG', 9, 'KG-GO'],
    ['TJ', 5, 'TJ-RA'],
    ['TM', 6, 'TM-S'],
    ['UZ', 14, 'UZ-QR'],
  ])('of %s are %i, %s among them', (country, count, one) => {
    const codes = subdivisions(country).map(({ code }) => code)
    expect(codes).toHaveLength(count)
    expect(new Set(codes).size).toBe(count)
    expect(codes).toContain(one)
  })

  test('are those of the published list', () => {
    const states = ['KZ', 'KG', 'TJ', 'TM', 'UZ']
    const published = iso31662.filter(one => states.includes(one.parent)).map(one => one.code)
    expect(
      subdivisions()
        .map(({ code }) => code)
        .sort(),
    ).toEqual(published.sort())
  })

  test('fit the shape, are real, and have a name in each of seven languages', () => {
    for (const area of subdivisions()) {
      expect(Area.parse(area)).toEqual(area)
      expect(area.invented).toBe(false)
      expect(Object.keys(area.name)).toHaveLength(7)
      for (const language of ['ru', 'kk', 'ky', 'tg'] as const) {
        expect(area.name[language]?.text).toMatch(/^[\p{Script=Cyrillic} -]+$/u)
      }
      for (const language of ['en', 'tk', 'uz'] as const) {
        expect(area.name[language]?.text).toMatch(/^[\p{Script=Latin} ʻ-]+$/u)
      }
    }
  })

  test('are told apart by name within a state, in every language', () => {
    for (const country of ['KZ', 'KG', 'TJ', 'TM', 'UZ']) {
      const areas = subdivisions(country)
      for (const language of ['en', 'ru', 'kk', 'ky', 'tg', 'tk', 'uz'] as const) {
        expect(new Set(areas.map(({ name }) => name[language]?.text)).size).toBe(areas.length)
      }
    }
  })
})
