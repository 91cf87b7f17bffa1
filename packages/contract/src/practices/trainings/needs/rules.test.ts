/** Needs against who took part since: counted by state, profession, theme and language, never below nought. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { gaps, type NeedLine, type TrainedLine } from './rules.ts'

const need: NeedLine = {
  country: 'KZ',
  asOf: '2026-03-01',
  profession: 'psychologist',
  domain: 'psychosocial',
  language: 'kk',
  people: 10,
  by: '2026-12-01',
}
const trained: TrainedLine = {
  country: 'KZ',
  profession: 'psychologist',
  language: 'kk',
  domains: ['psychosocial'],
  until: '2026-04-01',
  people: 4,
}

test.each<[string, Partial<TrainedLine>, number]>([
  ['the same', {}, 6],
  ['about every domain', { domains: [] }, 6],
  ['on the day of the answer', { until: '2026-03-01' }, 6],
  ['before the answer', { until: '2026-02-28' }, 10],
  ['in another language', { language: 'ru' }, 10],
  ['of another state', { country: 'KG' }, 10],
  ['of no state', { country: undefined }, 10],
  ['of another profession', { profession: 'teacher' }, 10],
  ['about something else', { domains: ['health'] }, 10],
  ['more than needed', { people: 40 }, 0],
])('%s', (_, more, missing) => {
  expect(gaps([need], [{ ...trained, ...more }])).toMatchObject([{ needed: 10, missing }])
})

test('two agencies of one state are one row, with the earlier day', () => {
  expect(gaps([need, { ...need, people: 5, by: '2026-06-01', asOf: '2026-02-01' }], [trained])).toEqual([
    {
      ...{ country: 'KZ', profession: 'psychologist', domain: 'psychosocial', language: 'kk' },
      ...{ needed: 15, trained: 4, missing: 11, by: '2026-06-01' },
    },
  ])
})

test('nobody is missing twice, whatever was answered', () => {
  const line = fc.record({
    country: fc.constantFrom('KZ', 'KG', undefined),
    language: fc.constantFrom('kk', 'ru'),
    people: fc.integer({ min: 1, max: 500 }),
  })
  fc.assert(
    fc.property(fc.array(line), fc.array(line), (asked, took) => {
      const needs = asked.map(one => ({ ...need, ...one }))
      const found = gaps(
        needs,
        took.map(one => ({ ...trained, ...one })),
      )
      expect(found.reduce((sum, one) => sum + one.needed, 0)).toBe(
        needs.reduce((sum, one) => sum + one.people, 0),
      )
      for (const one of found) expect(one.missing).toBe(Math.max(0, one.needed - one.trained))
    }),
  )
})
