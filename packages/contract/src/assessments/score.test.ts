/** Every instrument against its published rules: boundaries as tables, and what must hold for any answers. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { allowedFor, readAnswers } from './answers.ts'
import type { Instrument } from './instrument.ts'
import { findInstrument, instruments } from './instruments.ts'
import { type Answers, holds, score } from './score.ts'

const of = (id: string): Instrument => {
  const found = findInstrument(id)
  if (!found) throw new Error(`no ${id}`)
  return found
}
const result = (id: string, said: unknown) => {
  const { answers, faults } = readAnswers(of(id), said)
  expect(faults).toEqual([])
  return score(of(id), answers)
}
const same = (count: number, value: number) => Array(count).fill(value)
/** Adds up to `sum` with answers of at most `most`, the first items first. */
const upTo = (count: number, most: number, sum: number) =>
  Array.from({ length: count }, (_, at) => Math.max(0, Math.min(most, sum - at * most)))

describe('totals and bands', () => {
  test.each([
    ['who-5', same(5, 0), 0, 'low'],
    ['who-5', upTo(5, 5, 7), 28, 'low'],
    ['who-5', upTo(5, 5, 8), 32, 'reduced'],
    ['who-5', upTo(5, 5, 12), 48, 'reduced'],
    ['who-5', upTo(5, 5, 13), 52, 'good'],
    ['who-5', same(5, 5), 100, 'good'],
    ['phq-9', same(9, 0), 0, 'minimal'],
    ['phq-9', upTo(9, 3, 4), 4, 'minimal'],
    ['phq-9', upTo(9, 3, 5), 5, 'mild'],
    ['phq-9', upTo(9, 3, 9), 9, 'mild'],
    ['phq-9', upTo(9, 3, 10), 10, 'moderate'],
    ['phq-9', upTo(9, 3, 14), 14, 'moderate'],
    ['phq-9', upTo(9, 3, 15), 15, 'moderately-severe'],
    ['phq-9', upTo(9, 3, 19), 19, 'moderately-severe'],
    ['phq-9', upTo(9, 3, 20), 20, 'severe'],
    ['phq-9', same(9, 3), 27, 'severe'],
    ['gad-7', upTo(7, 3, 4), 4, 'minimal'],
    ['gad-7', upTo(7, 3, 5), 5, 'mild'],
    ['gad-7', upTo(7, 3, 10), 10, 'moderate'],
    ['gad-7', upTo(7, 3, 15), 15, 'severe'],
    ['gad-7', same(7, 3), 21, 'severe'],
    ['pcl-5', upTo(20, 4, 32), 32, 'below-cut-off'],
    ['pcl-5', upTo(20, 4, 33), 33, 'at-or-above-cut-off'],
    ['pcl-5', same(20, 4), 80, 'at-or-above-cut-off'],
    ['cries-8', [5, 5, 5, 1, 0, 0, 0, 0], 16, 'below-cut-off'],
    ['cries-8', [5, 5, 5, 1, 1, 0, 0, 0], 17, 'at-or-above-cut-off'],
    ['cries-8', same(8, 5), 40, 'at-or-above-cut-off'],
    ['cries-13', same(13, 5), 65, 'at-or-above-cut-off'],
  ])('%s %j: %i, %s', (id, said, total, band) => expect(result(id, said)).toMatchObject({ total, band }))

  test('item 10 of the PHQ-9 is no part of its total', () =>
    expect(result('phq-9', [...same(9, 1), 3])).toMatchObject({ total: 9, complete: true }))

  test('subscales', () => {
    expect(result('cries-8', [5, 1, 5, 0, 0, 5, 5, 0]).subscales).toEqual({ intrusion: 20, avoidance: 1 })
    expect(result('cries-13', [1, 3, 5, 1, 5, 3, 3, 1, 1, 3, 5, 5, 5])).toMatchObject({
      total: 41,
      subscales: { intrusion: 4, avoidance: 12, arousal: 25, 'intrusion-and-avoidance': 16 },
      band: 'below-cut-off',
    })
    const pcl = result('pcl-5', [...same(5, 1), ...same(2, 2), ...same(7, 3), ...same(6, 4)])
    expect(pcl.subscales).toEqual({ B: 5, C: 4, D: 21, E: 24 })
  })
})

describe('the PHQ-9 algorithm', () => {
  const major = 'provisional-major-depressive-syndrome'
  const other = 'provisional-other-depressive-syndrome'
  test.each([
    ['five at 2 with item 1', [2, 0, 2, 2, 2, 2, 0, 0, 0], major],
    ['item 9 counts from 1', [0, 2, 2, 2, 2, 0, 0, 0, 1], major],
    ['without item 1 and 2 none', [1, 1, 3, 3, 3, 3, 3, 3, 3], undefined],
    ['two', [2, 2, 0, 0, 0, 0, 0, 0, 0], other],
    ['four', [2, 2, 2, 2, 1, 1, 1, 1, 0], other],
    ['one alone', [3, 1, 1, 1, 1, 1, 1, 1, 0], undefined],
  ])('%s', (_, said, flag) =>
    expect(result('phq-9', said).flags.filter(one => one.startsWith('provisional'))).toEqual(
      flag ? [flag] : [],
    ),
  )
  test('functional difficulty is said by item 10', () =>
    expect(result('phq-9', [...same(9, 0), 1]).flags).toEqual(['functional-difficulty']))
  test.each([1, 2, 3])('item 9 at %i asks for safety, in a form that is not full too', value => {
    expect(result('phq-9', [...same(8, 0), value]).flags).toEqual(['safety-item-9'])
    const torn = result('phq-9', { '9': value })
    expect(torn).toMatchObject({ total: null, band: null, complete: false, flags: ['safety-item-9'] })
    expect(torn.missing).toEqual(['1', '2', '3', '4', '5', '6', '7', '8'])
  })
})

describe('the PCL-5 cluster rule', () => {
  const pcl = (b: number, c: number, d: number, e: number) =>
    [...upTo(5, 1, b), ...upTo(2, 1, c), ...upTo(7, 1, d), ...upTo(6, 1, e)].map(one => one * 2)
  test.each([
    [1, 1, 2, 2, true],
    [0, 1, 2, 2, false],
    [1, 0, 2, 2, false],
    [1, 1, 1, 2, false],
    [1, 1, 2, 1, false],
    [5, 2, 7, 6, true],
  ])('%i B, %i C, %i D, %i E at 2: %s', (b, c, d, e, expected) =>
    expect(result('pcl-5', pcl(b, c, d, e)).flags.includes('provisional-ptsd')).toBe(expected),
  )
  test('answers of 1 are no symptoms', () => expect(result('pcl-5', same(20, 1)).flags).toEqual([]))
})

describe('Washington Group', () => {
  test.each([
    [[1, 1, 1, 1, 1, 1], [], 'without-difficulty'],
    [[2, 1, 1, 1, 1, 1], ['identifier-1'], 'without-difficulty'],
    [[2, 2, 1, 1, 1, 1], ['identifier-1', 'identifier-2'], 'without-difficulty'],
    [[3, 1, 1, 1, 1, 1], ['identifier-1', 'identifier-2', 'identifier-3'], 'with-difficulty'],
    [[1, 1, 1, 1, 1, 4], ['identifier-1', 'identifier-2', 'identifier-3', 'identifier-4'], 'with-difficulty'],
  ])('%j', (said, flags, band) => expect(result('wg-ss', said)).toMatchObject({ total: null, flags, band }))

  test('refused is no answer: a difficulty elsewhere stands, its absence does not', () => {
    expect(result('wg-ss', [3, 7, 1, 1, 1, 1])).toMatchObject({ band: 'with-difficulty', missing: ['2'] })
    expect(result('wg-ss', [1, 9, 1, 1, 1, 1])).toMatchObject({ band: null, complete: false })
  })

  const young = {
    CF1: 2,
    CF3: 1,
    CF4: 2,
    CF6: 1,
    CF7: 2,
    CF10: 1,
    CF11: 1,
    CF12: 1,
    CF13: 1,
    CF14: 1,
    CF15: 1,
    CF16: 3,
  }
  const older = {
    ...{
      CF1: 2,
      CF3: 1,
      CF4: 2,
      CF6: 1,
      CF7: 2,
      CF12: 1,
      CF13: 1,
      CF14: 1,
      CF15: 1,
      CF16: 1,
      CF17: 1,
      CF18: 1,
    },
    ...{ CF19: 1, CF20: 1, CF21: 1, CF22: 1, CF23: 5, CF24: 5 },
  }
  const cases: [string, Record<string, number>, string | null][] = [
    ['cfm-2-4', {}, null],
    ['cfm-2-4', { CF1: 1, CF2: 3 }, 'seeing'],
    ['cfm-2-4', { CF4: 1, CF5: 4 }, 'hearing'],
    ['cfm-2-4', { CF7: 1, CF8: 3, CF9: 1 }, 'walking'],
    ['cfm-2-4', { CF7: 1, CF8: 2, CF9: 4 }, null],
    ['cfm-2-4', { CF10: 4 }, 'walking'],
    ['cfm-2-4', { CF13: 3 }, 'communicating'],
    ['cfm-2-4', { CF16: 4 }, null],
    ['cfm-2-4', { CF16: 5 }, 'controlling-behaviour'],
    ['cfm-5-17', {}, null],
    ['cfm-5-17', { CF7: 1, CF8: 4, CF10: 1, CF11: 1 }, 'walking'],
    ['cfm-5-17', { CF12: 4 }, 'walking'],
    ['cfm-5-17', { CF13: 3 }, 'walking'],
    ['cfm-5-17', { CF15: 2, CF16: 3 }, 'communicating'],
    ['cfm-5-17', { CF21: 3 }, 'controlling-behaviour'],
    ['cfm-5-17', { CF23: 1 }, 'anxiety'],
    ['cfm-5-17', { CF24: 2 }, null],
    ['cfm-5-17', { CF24: 1 }, 'depression'],
  ]
  test.each(cases)('%s with %j: %s', (id, over, domain) => {
    const found = result(id, { ...(id === 'cfm-2-4' ? young : older), ...over })
    expect(found).toMatchObject({ complete: true, band: domain ? 'with-difficulty' : 'without-difficulty' })
    expect(Object.entries(found.subscales).filter(one => one[1] === 1)).toEqual(domain ? [[domain, 1]] : [])
  })
  test('what is skipped is not missing, what is asked is', () =>
    expect(result('cfm-5-17', { ...older, CF1: 1 }).missing).toEqual(['CF2']))
})

describe('answers are refused', () => {
  test.each([
    [{ '12': 1 }, 'unknown-item'],
    [{ '1': 4 }, 'not-an-answer'],
    [{ '1': -1 }, 'not-an-answer'],
    [{ '1': 1.5 }, 'not-an-answer'],
    [{ '1': '2' }, 'not-a-number'],
    [{ '1': 1, q1: 1 }, 'twice'],
    [same(11, 0), 'too-many'],
    ['3', 'not-answers'],
    [null, 'not-answers'],
  ])('%j: %s', (said, code) =>
    expect(readAnswers(of('phq-9'), said).faults.map(one => one.code)).toContain(code),
  )
  test('CRIES knows no 2 and no 4', () => {
    for (const value of [2, 4]) expect(readAnswers(of('cries-8'), [value]).faults).toHaveLength(1)
  })
})

describe('what a node sets itself', () => {
  test('a cut-off moves the band and the flag', () => {
    const { answers } = readAnswers(of('pcl-5'), upTo(20, 4, 31))
    expect(score(of('pcl-5'), answers).flags).not.toContain('look-further')
    expect(score(of('pcl-5'), answers, { 'look-further': 31 })).toMatchObject({
      band: 'at-or-above-cut-off',
      flags: expect.arrayContaining(['look-further']),
    })
  })
})

/** Rules that no shipped instrument has, and the engine keeps. */
describe('an invented instrument', () => {
  const { rules: _, cutOffs: __, ...who } = of('who-5')
  const invented: Instrument = {
    ...who,
    items: who.items.map((item, at) => (at === 1 ? { ...item, reversed: true } : item)),
    scales: who.scales.map(one => ({ ...one, times: 1, prorate: { atMost: 1, source: 'invented' } })),
    cutOffs: [],
    rules: [],
  }
  test('reverses an item', () => expect(score(invented, { 1: 5, 2: 5, 3: 5, 4: 5, 5: 5 }).total).toBe(20))
  test('lets the mean stand for one missing answer, not for two', () => {
    expect(score(invented, { 1: 4, 2: 1, 3: 4, 4: 4 })).toMatchObject({
      total: 20,
      complete: false,
      missing: ['5'],
    })
    expect(score(invented, { 1: 4, 2: 1, 3: 4 }).total).toBeNull()
  })
})

const someAnswers = (instrument: Instrument) =>
  fc.record(
    Object.fromEntries(
      instrument.items.map(item => [item.id, fc.constantFrom(...allowedFor(instrument, item.id))]),
    ),
    { requiredKeys: [] },
  ) as fc.Arbitrary<Answers>

describe.each(instruments.map(one => [one.id, one] as const))('%s for any answers', (_, instrument) => {
  test('sums stay in their range; without total there is no band by it', () =>
    fc.assert(
      fc.property(someAnswers(instrument), answers => {
        const found = score(instrument, answers)
        for (const scale of instrument.scales) {
          const sum = scale.id === 'total' ? found.total : (found.subscales[scale.id] ?? null)
          if (sum === null) expect(found.complete).toBe(false)
          else expect(sum >= scale.least && sum <= scale.most).toBe(true)
        }
        if (found.complete) expect(found.band).not.toBeNull()
      }),
    ))
  test('what is said of a torn form stays true when the rest is filled in', () =>
    fc.assert(
      fc.property(someAnswers(instrument), someAnswers(instrument), (some, rest) => {
        const whole = { ...rest, ...some }
        // "Refused" is open: what somebody says later takes its place.
        for (const rule of instrument.rules) {
          const before = holds(rule.if, some)
          if (before !== null) expect(holds(rule.if, whole)).toBe(before)
        }
      }),
    ))
  test('names its items once, and every rule asks for items that there are', () => {
    const ids = instrument.items.map(item => item.id)
    expect(new Set(ids).size).toBe(ids.length)
    const asked = [...JSON.stringify(instrument).matchAll(/"item":"([^"]+)"/g)].map(one => one[1] ?? '')
    const summed = instrument.scales.flatMap(scale => scale.items)
    for (const id of [...asked, ...summed]) expect(ids).toContain(id)
    for (const item of instrument.items) expect(instrument.responses[item.responses]).toBeDefined()
    // No text of an item ships: none is on file with its source and licence.
    expect(instrument.languages).toEqual([])
  })
})
