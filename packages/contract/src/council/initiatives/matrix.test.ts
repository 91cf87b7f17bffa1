import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { activityKinds, initiativeStatuses, liesIn, matrixStates, targetGroups } from './codes.ts'
import { dayPeriod, type Entry, liesWithin, matrixOf, overlapsOf, yearPeriod } from './matrix.ts'

let count = 0
const entry = (more: Partial<Entry> = {}): Entry => ({
  id: `${++count}`,
  pillarId: 'I',
  leadId: 'UNDP',
  partnerIds: [],
  places: ['KZ'],
  status: 'running',
  kind: 'training',
  groups: ['professionals'],
  from: '2026-01-01',
  to: '2026-12-31',
  ...more,
})
const year = yearPeriod(2026)

test.each([
  ['KZ-71', 'KZ', true],
  ['KZ', 'KZ', true],
  ['KZ-71.arys', 'KZ-71', true],
  ['KZ', 'KZ-71', false],
  ['KZ-710', 'KZ-71', false],
  ['KG', 'KZ', false],
])('%s lies in %s: %s', (place, around, expected) => expect(liesIn(place, around)).toBe(expected))

describe('a gap', () => {
  const gapIn = (entries: Entry[], period = year) =>
    matrixOf(entries, ['I'], period).find(cell => cell.state === 'KZ')?.gap
  test.each<[string, Partial<Entry> | null, boolean]>([
    ['where nothing is', null, true],
    ['not where something runs', {}, false],
    ['not where something runs in one area', { places: ['KZ-71'] }, false],
    ['not where something has no end', { to: undefined }, false],
    ['not where something ended within the year', { status: 'ended', to: '2026-02-01' }, false],
    ['not where something was stopped within the year', { status: 'stopped', to: '2026-02-01' }, false],
    ['where something is only planned', { status: 'planned' }, true],
    [
      'where something ended the year before',
      { status: 'ended', from: '2024-01-01', to: '2025-12-31' },
      true,
    ],
    ['where something begins the year after', { from: '2027-01-01', to: '2027-12-31' }, true],
    ['where another state has it', { places: ['KG', 'UZ-TK'] }, true],
    ['where it stands under another pillar', { pillarId: 'II' }, true],
    ['not on its first day', { from: '2026-12-31' }, false],
  ])('%s', (_, more, expected) => expect(gapIn(more ? [entry(more)] : [])).toBe(expected))
  test('on a day before it begins', () => {
    const late = entry({ from: '2026-05-01' })
    expect(gapIn([late], dayPeriod('2026-04-30'))).toBe(true)
    expect(gapIn([late], dayPeriod('2026-05-01'))).toBe(false)
  })
})

test('a cell names organisations once, and those of plans not at all', () => {
  const cells = matrixOf(
    [
      entry({ leadId: 'UNDP', partnerIds: ['KZ'] }),
      entry({ leadId: 'KZ', partnerIds: ['UNDP'] }),
      entry({ leadId: 'EU', status: 'planned' }),
    ],
    ['I', 'II'],
    year,
  )
  expect(cells).toHaveLength(2 * matrixStates.length)
  expect(cells[0]).toMatchObject({ state: 'KZ', parties: ['UNDP', 'KZ'], gap: false })
  expect(cells[0]?.planned).toHaveLength(1)
})

describe('an overlap', () => {
  const of = (...rows: Partial<Entry>[]) => overlapsOf(rows.map(entry), year)
  const other = { leadId: 'OSCE' }
  test.each<[string, Partial<Entry>, Partial<Entry>, boolean]>([
    ['same kind, group, state and time', {}, other, true],
    ['one in the state, one in an area of it', {}, { ...other, places: ['KZ-71'] }, true],
    ['two areas of one state', { places: ['KZ-71'] }, { ...other, places: ['KZ-75'] }, false],
    ['two states', {}, { ...other, places: ['KG'] }, false],
    ['another kind', {}, { ...other, kind: 'policy' }, false],
    ['another group', {}, { ...other, groups: ['children'] }, false],
    ['one group in common', { groups: ['children', 'women'] }, { ...other, groups: ['women'] }, true],
    ['another pillar', {}, { ...other, pillarId: 'IV' }, true],
    ['one after the other', { to: '2026-05-31' }, { ...other, from: '2026-06-01' }, false],
    ['one day in common', { to: '2026-06-01' }, { ...other, from: '2026-06-01' }, true],
    [
      'in common only before the year',
      { from: '2025-01-01', to: '2026-02-01' },
      { ...other, from: '2025-06-01', to: '2025-07-01' },
      false,
    ],
    ['one of them planned', { status: 'planned' }, other, true],
    ['the same organisation', {}, {}, false],
    ['one takes part in the other', { partnerIds: ['OSCE'] }, other, false],
    ['kind "other"', { kind: 'other' }, { ...other, kind: 'other' }, false],
    ['group "other"', { groups: ['other'] }, { ...other, groups: ['other'] }, false],
  ])('%s', (_, one, two, expected) => expect(of(one, two)).toHaveLength(expected ? 1 : 0))

  test('names where they meet', () => {
    expect(of({}, { ...other, places: ['KZ-71', 'KZ-75'] })[0]?.places).toEqual(['KZ-71', 'KZ-75'])
    expect(of({ places: ['KZ', 'KZ-71'] }, { ...other, places: ['KZ'] })[0]?.places).toEqual(['KZ'])
  })
  test('of three is one', () => {
    const found = of({}, other, { leadId: 'EU' })
    expect(found).toHaveLength(1)
    expect(found[0]?.ids).toHaveLength(3)
  })
  test('of two states is told for each, in the fixed order', () => {
    const found = of({ places: ['UZ', 'KG'] }, { ...other, places: ['KG', 'UZ'] })
    expect(found.map(one => one.places)).toEqual([['KG'], ['UZ']])
  })
})

const anyEntry = fc.record({
  id: fc.uuid(),
  pillarId: fc.constantFrom('I', 'II'),
  leadId: fc.constantFrom('A', 'B', 'C'),
  partnerIds: fc.subarray(['A', 'B', 'C']),
  places: fc.subarray(['KZ', 'KZ-71', 'KG', 'UZ-TK'], { minLength: 1 }),
  status: fc.constantFrom(...initiativeStatuses),
  kind: fc.constantFrom(...activityKinds),
  groups: fc.subarray([...targetGroups], { minLength: 1 }),
  from: fc.constantFrom('2025-01-01', '2026-03-01', '2026-09-01'),
  to: fc.constantFrom('2026-04-01', '2026-12-31', undefined),
})
test('whatever the rows: an overlap names two leads at least, all of it within the year', () => {
  fc.assert(
    fc.property(fc.uniqueArray(anyEntry, { selector: one => one.id, maxLength: 12 }), rows => {
      for (const found of overlapsOf(rows, year)) {
        const members = rows.filter(row => found.ids.includes(row.id))
        expect(new Set(members.map(row => row.leadId)).size).toBeGreaterThan(1)
        expect(members.every(row => liesWithin(row, year) && row.kind === found.kind)).toBe(true)
        expect(found.ids).toHaveLength(new Set(found.ids).size)
      }
    }),
  )
})
