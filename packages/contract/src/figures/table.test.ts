import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { manners, readReported, Reported, writeReported } from './reported.ts'
import type { Statement } from './schema.ts'
import { readTable, tableColumns, writeRow } from './table.ts'
import { endOf, startOf, When } from './when.ts'

const url = 'https://news.example/1'
const read = (head: string, ...rows: string[]) =>
  readTable([head, ...rows].map((text, at) => ({ cells: text.split(','), line: at + 1 })))

describe('a table is refused as a whole', () => {
  test.each([
    ['without a head', 'Zhusan-1,KZ,47', ['state', 'source_url', 'total']],
    ['without a source', 'state,total', ['source_url']],
    ['without a number column', 'state,source_url', ['total']],
  ])('%s', (_, head, columns) => {
    const found = read(head, 'KZ,1')
    expect(found.rows).toEqual([])
    expect(found.leftOut).toBe(1)
    expect(found.faults.filter(one => one.code === 'required').map(one => one.column)).toEqual(columns)
  })
})

describe('a row is told and left out, the next one is read', () => {
  test.each([
    [`KZ,2019-02-30,47,${url}`, 'date', 'figure-date'],
    [`KZ,2019-05/2019-01,47,${url}`, 'date', 'figure-date'],
    [`KZ,2019,forty,${url}`, 'total', 'figure-number'],
    [`KZ,2019,-4,${url}`, 'total', 'figure-number'],
    [`KZ,2019,20-10,${url}`, 'total', 'figure-number'],
    [`XX,2019,47,${url}`, 'state', 'figure-state'],
    [`,2019,47,${url}`, 'state', 'required'],
    ['KZ,2019,47,', 'source_url', 'required'],
    ['KZ,2019,47,javascript:alert(1)', 'source_url', 'figure-url'],
    ['KZ,2019,47,https://x.example/"onclick="x', 'source_url', 'figure-url'],
    ['KZ,2019,47,news', 'source_url', 'figure-url'],
    [`KZ,2019,47,${url},extra`, '', 'too-many-cells'],
  ])('%s', (row, column, code) => {
    const found = read('state,date,total,source_url', row, `UZ,2019,9,${url}`)
    expect(found.faults).toEqual([{ line: 2, column, code }])
    expect(found.rows.map(one => one.state)).toEqual(['UZ'])
    expect(found.leftOut).toBe(1)
  })

  test('an id that stands in an earlier row', () => {
    const id = '01980000-0000-7000-8000-000000000001'
    const found = read('id,state,total,source_url', `${id},KZ,1,${url}`, `${id},KZ,2,${url}`)
    expect(found.faults).toEqual([{ line: 3, column: 'id', code: 'twice' }])
    expect(found.rows).toHaveLength(1)
  })

  test('columns that are unknown or stand twice are told; what can be read is', () => {
    const found = read('state,total,source_url,mood,total', `KZ,1,${url},good,2`)
    expect(found.faults).toEqual([
      { line: 1, column: 'mood', code: 'unknown-field' },
      { line: 1, column: 'total', code: 'twice' },
    ])
    expect(found.rows[0]?.content.values).toEqual({ total: { manner: 'exact', value: 1 } })
  })
})

test('a row without numbers is a gap that is told honestly, and an empty cell is no zero', () => {
  const found = read(
    'operation_name,state,total,men,source_url',
    `Zhusan-4,KZ,,,${url}`,
    `Rusafa,KZ,14,0,${url}`,
  )
  expect(found.faults).toEqual([])
  expect(found.rows.map(one => one.content.values)).toEqual([
    {},
    { total: { manner: 'exact', value: 14 }, men: { manner: 'exact', value: 0 } },
  ])
  expect(found.rows[0]).toMatchObject({
    seriesCode: 'kz-operations',
    content: { source: { publisher: 'news.example' } },
  })
})

const reported = fc
  .record({
    manner: fc.constantFrom(...manners),
    value: fc.nat(100_000),
    more: fc.integer({ min: 1, max: 99 }),
  })
  .map(
    ({ manner, value, more }): Reported =>
      manner === 'range' ? { manner, value, to: value + more } : { manner, value },
  )

test('every number that can be kept is written and read back', () => {
  fc.assert(
    fc.property(reported, one => {
      expect(Reported.safeParse(one).success).toBe(true)
      expect(readReported(writeReported(one))).toEqual(one)
    }),
  )
})

test('every statement is written and read back', () => {
  const words = fc
    .string({ unit: fc.constantFrom(...'aбғ "\',=+-@'), minLength: 1, maxLength: 20 })
    .filter(text => text.trim() === text && text !== '')
  fc.assert(
    fc.property(
      words,
      words,
      fc.dictionary(fc.constantFrom('total', 'men', 'unknown'), reported),
      (name, note, values) => {
        const one: Statement = {
          id: '01980000-0000-7000-8000-000000000001',
          version: 1,
          seriesId: '01980000-0000-7000-8000-000000000002',
          operation: name,
          when: '2019-05-28/2019-05-31',
          values,
          sumOf: [],
          source: { url, publisher: 'News, "daily"', language: 'ky' },
          note,
          isPublic: false,
          stand: 'current',
          updatedAt: '2026-01-01T00:00:00Z',
        }
        const cells = writeRow('kz-operations', 'KZ', one)
        const found = readTable([
          { cells: tableColumns, line: 1 },
          { cells, line: 2 },
        ])
        expect(found.faults).toEqual([])
        expect(found.rows[0]).toMatchObject({
          id: one.id,
          content: { operation: name, note, values, isPublic: false },
        })
      },
    ),
  )
})

describe('a time', () => {
  test.each([
    ['2019', '2019-01-01', '2019-12-31'],
    ['2024-02', '2024-02-01', '2024-02-29'],
    ['2019-05-28', '2019-05-28', '2019-05-28'],
    ['2023/2024', '2023-01-01', '2024-12-31'],
    ['2019-05-28/2019-06', '2019-05-28', '2019-06-30'],
  ])('%s is %s to %s', (when, from, to) => {
    expect(When.safeParse(when).success).toBe(true)
    expect([startOf(when), endOf(when)]).toEqual([from, to])
  })
  test.each([
    '',
    '19',
    '2019-13',
    '2019-02-30',
    '2019-1-1',
    '2019/2018',
    '2019/2020/2021',
    '28.05.2019',
    '2019-05-28T00:00',
  ])('%j is none', when => expect(When.safeParse(when).success).toBe(false))
})
