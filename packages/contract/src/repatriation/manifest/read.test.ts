/** Lists as ministries and camps write them, as tables of cells: what becomes of them, and what is said. All names are invented. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Merge, RawBook, RawCell, RawSheet } from './grid.ts'
import { meaningOf } from './head.ts'
import { readManifest } from './read.ts'
import { ManifestReading } from './schema.ts'
import { fields, headings } from './words.ts'

const today = '2026-05-20'
type Value = string | number | null | RawCell

function sheet(values: readonly (readonly Value[])[], more: Partial<RawSheet> = {}): RawSheet {
  return {
    name: 'Sheet1',
    hidden: false,
    hiddenColumns: [],
    merges: [],
    from1904: false,
    rows: values.flatMap((cells, at) => {
      const own = new Map(
        cells.flatMap((value, place): [number, RawCell][] =>
          value === null ? [] : [[place, cellOf(value)]],
        ),
      )
      return own.size > 0 ? [{ row: at + 1, cells: own }] : []
    }),
    ...more,
  }
}
const cellOf = (value: string | number | RawCell): RawCell =>
  typeof value === 'string'
    ? { text: value }
    : typeof value === 'number'
      ? { text: String(value), number: value }
      : value
const book = (...sheets: RawSheet[]): RawBook => ({ sheets, macros: false, faults: [] })
const read = (values: readonly (readonly Value[])[], more: Partial<RawSheet> = {}) =>
  readManifest(book(sheet(values, more)), today)
const codes = (reading: ManifestReading) =>
  [...reading.problems, ...reading.rows.flatMap(row => row.problems)].map(
    ({ row, column, code }) => `${row}${column ?? ''} ${code}`,
  )
const people = (reading: ManifestReading) =>
  reading.rows.map(({ row, family, person }) => {
    const name = person.names[0]
    return `${row} f${family} ${[name?.family, name?.given, name?.patronymic].filter(Boolean).join('|')} ${person.sex} ${person.relation}${person.head ? ' HEAD' : ''}`
  })

describe('headings', () => {
  test('no word stands for two fields', () => {
    const all = fields.flatMap(field => headings[field].map(heading => ({ field, heading })))
    expect(all.filter(({ field, heading }) => meaningOf(heading)?.field !== field)).toEqual([])
  })
  test.each([
    ['Ф.И.О.', 'name', 1],
    ['Дата рождения (дд.мм.гггг)', 'birth', 0.5],
    ['№ п/п', 'number', 1],
    ['تاريخ الولادة', 'birth', 1],
    ['Relationship to head of household', 'relation', 0.5],
    ['Дата прибытия', undefined, 0],
  ])('%s is %s', (heading, field, least) => {
    const meant = meaningOf(heading)
    expect(meant?.field).toBe(field)
    expect(meant?.confidence ?? 0).toBeGreaterThanOrEqual(least)
  })
})

describe('a list', () => {
  test('with a title, two rows of headings, merged family cells, and totals that do not add up', () => {
    const merges: Merge[] = [
      { top: 4, bottom: 4, left: 2, right: 4 },
      { top: 6, bottom: 8, left: 1, right: 1 },
    ]
    const reading = read(
      [
        ['Список граждан, подлежащих возвращению'],
        ['по состоянию на 12.05.2026'],
        [],
        ['№', 'Семья', 'Данные лица', null, null, 'Родство'],
        [null, null, 'Фамилия', 'Имя', 'Дата рождения'],
        [1, '1', 'Демова', 'Айгуль', '03.04.1990', 'мать'],
        [2, null, 'Демов', 'Тимур', '05.06.2015', 'сын'],
        [3, null, 'Демова', 'Алия', 'около 2 лет', 'дочь'],
        [4, '2', 'Пробова', 'Нина', 32964, 'глава семьи'],
        ['Итого', '5', null, null, 'детей 2'],
      ],
      { merges },
    )
    expect(reading.map).toMatchObject({ head: { from: 4, to: 5 }, asOf: '2026-05-12' })
    expect(reading.map.columns).toEqual({
      A: 'number',
      B: 'family',
      C: 'surname',
      D: 'given',
      E: 'birth',
      F: 'relation',
    })
    expect(reading.familiesBy).toBe('column')
    expect(people(reading)).toEqual([
      '6 f0 Демова|Айгуль female mother HEAD',
      '7 f0 Демов|Тимур male child',
      '8 f0 Демова|Алия female child',
      '9 f1 Пробова|Нина unknown head HEAD',
    ])
    expect(reading.rows[2]?.person.birth).toEqual({ precision: 'estimated', age: 2, asOf: '2026-05-12' })
    expect(codes(reading)).toEqual(expect.arrayContaining(['10B total-differs', '8E birth-is-age']))
    expect(reading.problems.find(one => one.code === 'total-differs')?.params).toEqual({
      group: 'total',
      said: 5,
      counted: 4,
    })
    expect(reading.leftOut.map(({ row, why }) => `${row} ${why}`)).toEqual([
      '1 title',
      '2 title',
      '4 head',
      '5 head',
      '10 total',
    ])
  })

  test('in Arabic, a block a family, the head named', () => {
    const reading = read([
      ['العائلة رقم ١'],
      ['ت', 'الاسم الكامل', 'تاريخ الولادة', 'الجنس', 'صلة القرابة'],
      ['١', 'نموذجة خالد الاختبار', '٠٣/٠٤/١٩٩٠', 'أنثى', 'ربة الأسرة'],
      ['٢', 'ابن نموذجي', 'حوالي ٧ سنوات', 'ذكر', 'ابن'],
      ['العائلة رقم ٢'],
      ['٣', 'نموذجة أخرى', '١٩٩٢', 'أنثى', 'ربة الأسرة'],
      ['المجموع', '٣'],
    ])
    expect(reading.familiesBy).toBe('blocks')
    expect(reading.rows.map(row => row.family)).toEqual([0, 0, 1])
    expect(reading.rows.map(row => row.person.head)).toEqual([true, false, true])
    expect(reading.rows[1]?.person.birth).toMatchObject({ precision: 'estimated', age: 7 })
    expect(reading.rows[0]?.person.names[0]).toMatchObject({ script: 'Arab', source: 'list' })
    expect(codes(reading).filter(one => one.includes('total'))).toEqual([])
  })

  test('of blocks apart by empty rows, or set in below a name, or begun by a head', () => {
    const gaps = read([
      ['Name', 'Age'],
      ['Anna Test', '30'],
      ['Ben Test', '4'],
      [],
      ['Carla Probe', '28'],
      ['Dina Probe', '2'],
    ])
    expect([gaps.familiesBy, gaps.rows.map(row => row.family)]).toEqual(['blank-rows', [0, 0, 1, 1]])
    const indented = read([
      ['Name', 'Age'],
      ['Anna Test', '30'],
      [{ text: 'Ben Test', indent: 1 }, '4'],
      ['Carla Probe', '28'],
      ['   Dina Probe', '2'],
    ])
    expect([indented.familiesBy, indented.rows.map(row => row.family)]).toEqual(['indents', [0, 0, 1, 1]])
    const heads = read([
      ['Name', 'Age', 'Relationship'],
      ['Anna Test', '30', 'Head'],
      ['Ben Test', '4', 'son'],
      ['Carla Probe', '28', 'HoH'],
    ])
    expect([heads.familiesBy, heads.rows.map(row => row.family)]).toEqual(['heads', [0, 0, 1]])
    const alone = read([
      ['Name', 'Age'],
      ['Anna Test', '30'],
      ['Ben Test', '4'],
    ])
    expect([alone.familiesBy, alone.rows.map(row => row.family)]).toEqual(['alone', [0, 1]])
    expect(codes(alone)).toContain('0 families-assumed')
  })

  test('without any heading is read by what stands in it', () => {
    const reading = read([
      ['Анна Пробова', 'ж', '03.05.1990'],
      ['Пётр Пробов', 'м', '03.05.2015'],
      ['Нина Пробова', 'ж', '13.05.2017'],
    ])
    expect(reading.map.columns).toEqual({ A: 'name', B: 'sex', C: 'birth' })
    expect(reading.columns.every(column => column.confidence < 0.7)).toBe(true)
  })

  test('is read as somebody maps it, by letter or by heading', () => {
    const values = [
      ['Who', 'When', 'X'],
      ['Anna Test', '03/05/1990', 'F'],
      ['Ben Test', '04/06/2015', 'M'],
    ]
    const reading = readManifest(book(sheet(values)), today, {
      columns: { Who: 'name', B: 'birth', x: 'sex' },
      dates: 'month-first',
      head: { from: 1, to: 1 },
      asOf: '2026-01-01',
    })
    expect(reading.rows.map(row => row.person.birth)).toEqual([
      { precision: 'day', date: '1990-03-05' },
      { precision: 'day', date: '2015-04-06' },
    ])
    expect(codes(reading)).not.toContain('2B date-order-assumed')
    // What was answered reads the same again.
    expect(readManifest(book(sheet(values)), today, reading.map).rows).toEqual(reading.rows)
  })

  test('keeps every cell of every row as it stands', () => {
    const reading = read([
      ['Name', 'Age', '?'],
      [' Anna  Test', '٣٠', '‏x'],
      ['Total', 2],
    ])
    expect(reading.rows[0]?.cells).toEqual([' Anna  Test', '٣٠', '‏x'])
    expect(reading.leftOut.at(-1)).toEqual({ row: 3, cells: ['Total', '2'], why: 'total' })
  })
})

describe('what is said', () => {
  const head = ['Name', 'Date of birth', 'Age', 'Sex', 'Relationship', 'Flight', 'Passport', 'Family', 'Seat']
  test.each<[string, readonly (readonly Value[])[], string[]]>([
    ['no name', [[null, '2010', null, 'F', 'son', null, 'X1']], ['2A name-missing']],
    ['no letter of a name', [['???', '2010', null, 'F']], ['2A name-unreadable']],
    ['a birth in the future', [['Anna Test', '03.05.2031']], ['2B birth-in-future']],
    ['a birth too long ago', [['Anna Test', '03.05.1901', null]], ['2B birth-too-long-ago']],
    ['an age that is not that of the birth', [['Anna Test', '03.05.2010', '40']], ['2C birth-age-differ']],
    ['a sex that nobody can read', [['Anna Test', '2000', null, '?x']], ['2D sex-unreadable']],
    ['a son who is a girl', [['Anna Test', '2000', null, 'F', 'son']], ['2D sex-relation-differ']],
    ['a relation that nobody knows', [['Anna Test', '2000', null, 'F', 'zzz']], ['2E relation-unreadable']],
    ['a child as head', [['Anna Test', '2020', null, 'F', 'head']], ['2E child-as-head', '2 no-adult']],
    [
      'two heads',
      [
        ['Anna Test', '1990', null, 'F', 'head', null, null, '1'],
        ['Carla Probe', '1991', null, 'F', 'head', null, null, '1'],
      ],
      ['3E two-heads'],
    ],
    [
      'a family in two places',
      [
        ['Anna Test', '1990', null, 'F', 'head', null, null, '1'],
        ['Carla Probe', '1991', null, 'F', 'head', null, null, '2'],
        ['Ben Test', '1995', null, 'M', 'brother', null, null, '1'],
      ],
      ['4H family-split'],
    ],
    [
      'somebody twice',
      [
        ['Anna Test', '03.05.1990', null, 'F', 'head'],
        ['TEST Anna', '03.05.1990', null, 'F', 'head'],
      ],
      ['3 duplicate-row'],
    ],
    [
      'somebody on two legs',
      [
        ['Anna Test', '03.05.1990', null, 'F', 'head', 'AB 1'],
        ['Анна Тест', '03.05.1990', null, 'F', 'head', 'AB 2'],
      ],
      ['3 on-two-legs'],
    ],
    [
      'one passport of two',
      [
        ['Anna Test', '1990', null, 'F', 'head', null, 'N123'],
        ['Carla Probe', '1992', null, 'F', 'head', null, 'N 123'],
      ],
      ['3 paper-shared'],
    ],
    [
      'two persons on one seat',
      [
        ['Anna Test', '1990', null, 'F', 'head', 'AB 1', null, null, '12a'],
        ['Carla Probe', '1992', null, 'F', 'head', 'AB-1', null, null, '12 A'],
      ],
      ['3 seat-twice'],
    ],
    ['a formula', [['Anna Test', { text: '1990', number: 1990, formula: true }]], ['2B formula']],
    ['an error', [['Anna Test', { text: '#REF!', error: true }]], ['2B cell-error', '2B birth-unreadable']],
    [
      'dates in both orders',
      [
        ['Anna Test', '13/05/1990'],
        ['Ben Test', '05/13/1990'],
        ['Carla Probe', '03/04/1990'],
      ],
      ['4B date-order-unclear'],
    ],
    ['dates that could be two days', [['Anna Test', '03/04/1990']], ['2B date-order-assumed']],
  ])('of %s', (_, rows, expected) => {
    const reading = read([head, ...rows])
    expect(codes(reading)).toEqual(expect.arrayContaining(expected))
    expect(ManifestReading.safeParse(reading).error).toBeUndefined()
  })

  test('of what a workbook hides and carries', () => {
    const reading = readManifest(
      {
        sheets: [
          sheet(
            [
              ['Name', 'Age', 'Secret'],
              ['Anna Test', '30', 'x'],
            ],
            { hiddenColumns: [2] },
          ),
          sheet([['Name'], ['Other Probe']], { name: 'Old', hidden: true }),
          sheet([['Note', 'x']], { name: 'Notes' }),
        ],
        macros: true,
        faults: [{ code: 'encoding-guessed', row: 2, column: 1 }],
      },
      today,
    )
    expect(codes(reading)).toEqual(
      expect.arrayContaining([
        '0 macros',
        '0 sheet-hidden',
        '0 sheet-not-read',
        '0C column-hidden',
        '1C heading-not-read',
        '2A encoding-guessed',
      ]),
    )
  })

  test('of a file in which there is nobody', () => {
    expect(() => read([])).toThrow('manifest-empty')
    expect(() =>
      read([
        ['1', '2'],
        ['3', '4'],
      ]),
    ).toThrow('manifest-no-names')
    const many = Array.from({ length: 6_000 }, (_, at) => [`Anna Test${at}`, '30'])
    expect(() => read([['Name', 'Age'], ...many])).toThrow('manifest-too-long')
  })

  test('of look-alikes, with reasons, and of sisters nothing', () => {
    const reading = read([
      ['Name', 'Date of birth'],
      ['Гульнара Демова', '03.05.2010'],
      ['Gulnara Demova', '03.05.2010'],
      ['Мадина Демова', '03.05.2010'],
    ])
    expect(reading.rows.map(row => row.lookalikes.filter(one => one.match).map(one => one.row))).toEqual([
      [3],
      [2],
      [],
    ])
    expect(reading.rows[0]?.lookalikes[0]?.reasons.length).toBeGreaterThan(1)
  })
})

test('whatever stands in the cells, a reading or a refusal comes out, and no row is lost', () => {
  const cell = fc.oneof(
    fc.constant(null),
    fc.string({ unit: 'grapheme', maxLength: 20 }),
    fc.constantFrom(
      'Name',
      'ФИО',
      'Итого',
      'Семья 1',
      'глава',
      'ж',
      'Анна Пробова',
      '03.05.2010',
      '7 лет',
      'الاسم',
      '\0',
      '\ud800',
    ),
    fc.double(),
    fc.integer({ min: -5, max: 60_000 }),
  )
  const grid = fc.array(fc.array(cell, { maxLength: 6 }), { maxLength: 14 })
  const merge = fc.record({ top: fc.integer({ min: 1, max: 9 }), left: fc.integer({ min: 0, max: 5 }) })
  fc.assert(
    fc.property(grid, fc.array(merge, { maxLength: 3 }), (values, corners) => {
      const merges = corners.map(({ top, left }) => ({ top, bottom: top + 2, left, right: left + 1 }))
      const one = sheet([['Name', 'Date of birth', 'Age', 'Family', 'Relationship'], ...values], { merges })
      const reading = readManifest(book(one), today)
      expect(ManifestReading.safeParse(reading).error).toBeUndefined()
      expect(reading.rows.length + reading.leftOut.length).toBe(one.rows.length)
    }),
    { numRuns: 100 },
  )
})
