/** The formats by themselves: what a spreadsheet gets to see, and that memory does not grow with the rows. */
import { parse } from 'csv-parse/sync'
import ExcelJS from 'exceljs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { memoryHeld } from '../../testing/memory.ts'
import { csvOf, guarded } from './csv.ts'
import type { Sheet } from './sheet.ts'
import { xlsxOf } from './xlsx.ts'

type Rows = readonly (readonly string[])[]

const sheet = (batches: Iterable<Rows> | AsyncIterable<Rows>, over: Partial<Sheet> = {}): Sheet => ({
  title: 'People',
  aboutTitle: 'About this file',
  about: [
    ['Taken out by', 'Aigerim, "the second"'],
    ['Why', '=1+1, for the review'],
    ['Keep it safe', ''],
  ],
  columns: ['Name', 'Other', 'Note'].map(heading => ({ heading, width: 20 })),
  batches: (async function* () {
    yield* batches
  })(),
  ...over,
})

async function whole(chunks: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const parts: Uint8Array[] = []
  for await (const part of chunks) parts.push(part)
  return Buffer.concat(parts)
}

const awkward = [
  ['Көктемова Әлия Бақытқызы', 'Ўткир Ғанӣ Ҷамшед', 'Gözel, "Ýagmyr"'],
  ['كوكتيموفا عليا', 'Oʻgʻiloy 👩‍👧', ' двe строки\r\nи ещё '],
  ['', 'a;b\tc', "d'e"],
  ['_x0041_ & <b>"x"</b>', '\u0007bell', '\ud800lone'],
]

const readCsv = (bytes: Buffer) =>
  parse(bytes, { bom: true, relax_column_count: true, skip_records_with_error: false }) as string[][]

async function readXlsx(bytes: Buffer) {
  const book = new ExcelJS.Workbook()
  // Its types know only the Buffer of an older Node.
  await book.xlsx.load(bytes as unknown as Parameters<typeof book.xlsx.load>[0])
  return book
}

describe('CSV', () => {
  test('parses back as it was, Cyrillic and Arabic intact, and says who took it out', async () => {
    const bytes = await whole(csvOf(sheet([awkward.slice(0, 3)])))
    expect(bytes.subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]))
    const [about, headings, ...rows] = readCsv(bytes)
    expect(about).toEqual([
      '# People · Taken out by: Aigerim, "the second" · Why: =1+1, for the review · Keep it safe',
    ])
    expect(headings).toEqual(['Name', 'Other', 'Note'])
    expect(rows).toEqual(awkward.slice(0, 3))
  })

  test('parses back whatever was typed', async () => {
    const cell = fc.string({ unit: 'grapheme' }).map(text => text.replaceAll('\0', ''))
    // A record of one empty cell is an empty line, which readers skip.
    const wild = fc.array(fc.array(cell, { minLength: 2, maxLength: 5 }), { maxLength: 8 })
    const quotes = fc.array(
      fc.array(fc.string({ unit: fc.constantFrom('"', ',', '\r', '\n', ' ', "'", '=', 'ә') }), {
        minLength: 2,
      }),
    )
    await fc.assert(
      fc.asyncProperty(fc.oneof(wild, quotes), async rows => {
        const read = readCsv(await whole(csvOf(sheet([rows])))).slice(2)
        expect(read).toEqual(rows.map(row => row.map(guarded)))
      }),
    )
  })

  test.each(['=1+1', '+7 700', '-2', '@SUM(A1)', '\t=1', '\r=1', '\n=1', '＝1', '－1'])(
    'shows what would be computed: %j',
    async cell => {
      expect(guarded(cell)).toBe(`'${cell}`)
      const rows = readCsv(await whole(csvOf(sheet([[[cell, 'plain', `x${cell}`]]]))))
      expect(rows[2]).toEqual([`'${cell}`, 'plain', `x${cell}`])
    },
  )

  test('of nothing has its headings', async () => {
    expect(readCsv(await whole(csvOf(sheet([]))))).toHaveLength(2)
  })
})

describe('XLSX', () => {
  test('is read back as it was, every cell a text, headings held in place', async () => {
    const formulas = [['=1+1', '+7 700', '@SUM(A1)']]
    const book = await readXlsx(await whole(xlsxOf(sheet([awkward, formulas]))))
    expect(book.worksheets.map(one => one.name)).toEqual(['About this file', 'People'])
    const [about, people] = book.worksheets
    expect(about?.getCell('B2').value).toBe('Aigerim, "the second"')
    expect(about?.getCell('B3').value).toBe('=1+1, for the review')
    expect(people?.views).toMatchObject([{ state: 'frozen', ySplit: 1 }])
    expect(people?.getRow(1).font?.bold ?? people?.getCell('A1').font?.bold).toBe(true)
    const cells = (number: number) =>
      [1, 2, 3].map(column => String(people?.getRow(number).getCell(column).value ?? ''))
    expect(cells(1)).toEqual(['Name', 'Other', 'Note'])
    expect(cells(2)).toEqual(awkward[0])
    // XML has one kind of line end.
    expect(cells(3)).toEqual(awkward[1]?.map(cell => cell.replace('\r\n', '\n')))
    expect(cells(4)).toEqual(awkward[2])
    expect(cells(5)).toEqual(['_x005F_x0041_ & <b>"x"</b>', 'bell', '\ufffdlone'])
    expect(cells(6)).toEqual(formulas[0])
    expect(people?.getCell('A6').type).toBe(ExcelJS.ValueType.String)
    expect(people?.getCell('A6').numFmt).toBe('@')
  })

  test('goes on in a further sheet where Excel has no more rows', async () => {
    const many = Array.from({ length: 1000 }, () => ['a'])
    async function* batches() {
      for (let i = 0; i < 1000; i += 1) yield many
      yield [['the last']]
    }
    const narrow = sheet(batches(), { columns: [{ heading: 'Name', width: 5 }] })
    const bytes = await whole(xlsxOf(narrow))
    const found = bytes.toString('latin1').match(/xl\/worksheets\/sheet\d\.xml/g)
    expect(new Set(found).size).toBe(3)
  })
})

describe.each([
  ['CSV', csvOf],
  ['XLSX', xlsxOf],
] as const)('%s of 200,000 rows', (_, format) => {
  test('keeps memory flat, and takes nothing that nobody reads', async () => {
    let made = 0
    let ended = false
    async function* batches() {
      try {
        for (; made < 200_000; made += 1000) {
          yield Array.from({ length: 1000 }, (_, i) => ['Көктемова Әлия', `${made + i}`, 'x'.repeat(80)])
        }
      } finally {
        ended = true
      }
    }
    const before = memoryHeld()
    let most = 0
    let bytes = 0
    let chunks = 0
    for await (const chunk of format(sheet(batches()))) {
      bytes += chunk.length
      chunks += 1
      if (chunks % 90 === 0) most = Math.max(most, memoryHeld() - before)
    }
    expect(made).toBe(200_000)
    expect(chunks, 'looked twice').toBeGreaterThan(2 * 90)
    expect(bytes).toBeGreaterThan(1_000_000)
    expect(most).toBeLessThan(12_000_000)

    made = 0
    ended = false
    const chunksOf = format(sheet(batches()))
    for (let i = 0; i < 30; i += 1) await chunksOf.next()
    await chunksOf.return(undefined)
    expect(made).toBeLessThan(40_000)
    expect(ended).toBe(true)
  })
})
