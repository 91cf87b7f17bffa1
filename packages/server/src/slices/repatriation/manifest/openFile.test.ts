/** Files as they come: the three samples, what a workbook hides, and workbooks that are broken on purpose. */
import { readFile } from 'node:fs/promises'
import ExcelJS from 'exceljs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { DomainError } from '@kerege/contract/errors'
import { comparePersons, preparePerson } from '@kerege/contract/names/index'
import { birthText } from '@kerege/contract/people/rules'
import { fieldsOf } from '@kerege/contract/repatriation/manifest/alike'
import { readManifest } from '@kerege/contract/repatriation/manifest/read'
import { problemCodes } from '@kerege/contract/repatriation/manifest/schema'
import { languages } from '@kerege/contract/common'
import { inflateRawSync } from 'node:zlib'
import { inventNode } from '../../../demo/node.ts'
import { demoSeed } from '../../../demo/seed.ts'
import { zipOf } from '../../../platform/exports/zip.ts'
import { zipEntries } from '../../documents/zip.ts'
import { openManifest } from './openFile.ts'
import { problemText } from './words.ts'

const today = '2026-11-26'
const sample = (name: string) => readFile(new URL(`../../../demo/manifests/${name}`, import.meta.url))
const read = (bytes: Uint8Array) => readManifest(openManifest(bytes), today)
async function workbook(fill: (book: ExcelJS.Workbook) => void): Promise<Buffer> {
  const book = new ExcelJS.Workbook()
  fill(book)
  return Buffer.from(await book.xlsx.writeBuffer())
}
const people = (book: ExcelJS.Workbook) => {
  const sheet = book.addWorksheet('List')
  sheet.addRows([
    ['Name', 'Date of birth'],
    ['Anna Test', '03.05.1990'],
  ])
  return sheet
}
const codeOf = (bytes: Uint8Array) => {
  try {
    openManifest(bytes)
    return 'opened'
  } catch (error) {
    return error instanceof DomainError ? error.code : String(error)
  }
}

test.each([
  ['camp-arabic-cyrillic.xlsx', 34, 8, 'blocks', ['child-as-head', 'no-adult']],
  ['hand-kept-latin.csv', 32, 10, 'heads', ['encoding-guessed', 'on-two-legs']],
  [
    'ministry-two-headings.xlsx',
    35,
    8,
    'column',
    ['total-differs', 'birth-in-future', 'column-hidden', 'sheet-hidden'],
  ],
])('the sample %s is read whole', async (name, persons, families, by, codes) => {
  const reading = read(await sample(name))
  expect(reading).toMatchObject({ familiesBy: by })
  expect([reading.rows.length, reading.families.length]).toEqual([persons, families])
  const said = [...reading.problems, ...reading.rows.flatMap(row => row.problems)].map(one => one.code)
  expect(said).toEqual(expect.arrayContaining(codes))
  expect(said.filter(code => /unreadable|missing|unclear/.test(code))).toEqual([])
})

test('two families of the first sample are those in reception at the demo node', async () => {
  const { people, accounts, grants } = inventNode('kz', demoSeed, today)
  const lead = accounts.find(one => one.role === 'operationLead')
  const given = new Set(grants.filter(one => one.accountId === lead?.id).map(one => one.subjectId))
  const known = people
    .filter(one => given.has(one.id))
    .map(({ contact: { names, sex, birth } }) =>
      names.map(({ family, given, patronymic }) =>
        preparePerson({ family, given, patronymic, sex, birthDate: birthText(birth) }),
      ),
    )
  const alike = read(await sample('camp-arabic-cyrillic.xlsx')).rows.filter(({ person }) => {
    const asked = preparePerson(fieldsOf(person))
    return known.some(names => names.some(name => comparePersons(asked, name).match))
  })
  // Chance finds others, too: the register knows how frequent a name is, and this comparison does not.
  expect(alike.map(row => row.family)).toEqual(expect.arrayContaining([0, 1]))
  expect(alike.filter(row => row.family < 2).length).toBeGreaterThanOrEqual(4)
})

test('of a workbook everything is taken as it stands: merges, indents, formulas, what is hidden', async () => {
  const book = openManifest(
    await workbook(book => {
      const sheet = people(book)
      sheet.addRow(['Ben Test', { formula: 'DATE(2015,5,3)', result: new Date('2015-05-03T00:00:00Z') }])
      sheet.addRow([{ formula: 'A2' }, { error: '#REF!' }])
      sheet.getCell('A3').alignment = { indent: 2 }
      sheet.mergeCells('A5:B6')
      sheet.getRow(3).hidden = true
      sheet.getColumn(2).hidden = true
      book.addWorksheet('Old', { state: 'veryHidden' }).addRow(['x'])
    }),
  )
  const [list, old] = book.sheets
  expect(list).toMatchObject({ hiddenColumns: [1], merges: [{ top: 5, bottom: 6, left: 0, right: 1 }] })
  expect(list?.rows[2]).toMatchObject({ row: 3, hidden: true })
  expect(list?.rows[2]?.cells.get(0)).toMatchObject({ text: 'Ben Test', indent: 2 })
  expect(list?.rows[2]?.cells.get(1)).toMatchObject({ number: 42127, formula: true })
  expect(list?.rows[3]?.cells.get(1)).toMatchObject({ text: '#REF!', error: true })
  expect(old).toMatchObject({ name: 'Old', hidden: true })
})

describe('a file', () => {
  test('with a program in it is read, the program is not', async () => {
    const plain = await workbook(people)
    const packed = await repacked(plain, [
      { name: 'xl/vbaProject.bin', content: Buffer.from('Sub Auto_Open()') },
    ])
    const reading = read(packed)
    expect(reading.rows.length).toBe(1)
    expect(reading.problems.map(one => one.code)).toContain('macros')
    expect(JSON.stringify(reading)).not.toContain('Auto_Open')
  })
  test.each<[string, Uint8Array, string]>([
    ['that is empty', Buffer.alloc(0), 'manifest-empty'],
    [
      'of Excel before 2007, or with a password',
      Buffer.from('d0cf11e0a1b11ae1', 'hex'),
      'sheet-other-format',
    ],
    ['that is a picture', Buffer.from('89504e470d0a1a0a0000000d', 'hex'), 'sheet-other-format'],
    ['that is a ZIP and breaks off', Buffer.from('PK\x03\x04half'), 'file-mixed'],
    ['that is larger than any list', Buffer.alloc(8_000_001, 65), 'too-large'],
    ['of 50,000 rows', Buffer.from(`Name;Age\n${'Anna Test;30\n'.repeat(50_000)}`), 'sheet-too-long'],
  ])('%s is refused with a code', (_, bytes, code) => {
    expect(codeOf(bytes)).toBe(code)
  })
  test('of a workbook with 50,000 rows is refused with the limit', async () => {
    const rows = Array.from(
      { length: 50_000 },
      (_, at) => `<row r="${at + 1}"><c t="inlineStr"><is><t>A</t></is></c></row>`,
    )
    const parts = sheetParts(`<worksheet><sheetData>${rows.join('')}</sheetData></worksheet>`)
    expect(codeOf(await zipped(parts))).toBe('sheet-too-long')
  })
  test('that declares entities, or nests them, is refused', async () => {
    const bomb = '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><worksheet>&b;</worksheet>'
    expect(codeOf(await zipped(sheetParts(bomb)))).toBe('file-broken')
  })
  test('of which any byte was changed is read or refused, and nothing else', async () => {
    const good = await workbook(people)
    fc.assert(
      fc.property(fc.nat(good.length - 1), fc.nat(255), fc.nat(good.length), (at, byte, end) => {
        const bytes = Buffer.from(good)
        bytes[at] = byte
        expect(codeOf(bytes)).toMatch(/^(opened|[a-z]+(-[a-z]+)+)$/)
        expect(codeOf(bytes.subarray(0, end))).toMatch(/^(opened|[a-z]+(-[a-z]+)+)$/)
      }),
      { numRuns: 150 },
    )
  })
  test('of comma, semicolon or tab is told apart though a title stands above, in UTF-16 too', () => {
    for (const mark of [',', ';', '\t']) {
      const text = `Passengers, as of 12.05.2026\nName${mark}Age\nAnna Test${mark}30\nBen Test${mark}4\n`
      expect(read(Buffer.from(text)).rows.map(row => row.person.birth)).toMatchObject([
        { age: 30 },
        { age: 4 },
      ])
    }
    const wide = Buffer.concat([
      Buffer.from([0xff, 0xfe]),
      Buffer.from('Имя;Возраст\nАнна Пробова;30\n', 'utf16le'),
    ])
    expect(read(wide).rows.length).toBe(1)
  })
})

test('every problem has words in every language', () => {
  const params = {
    other: 3,
    said: 1,
    counted: 2,
    group: 'women',
    name: 'x',
    heading: 'y',
    most: 1,
    bracelet: '7',
    seat: '4A',
    leg: 'XX 101',
    free: '8',
  }
  for (const language of languages)
    for (const code of problemCodes)
      expect(problemText(language, { row: 1, code, level: 'note', params }).length).toBeGreaterThan(5)
})

interface Part {
  name: string
  content: Buffer
}
const sheetParts = (xml: string): Part[] => [
  { name: '[Content_Types].xml', content: Buffer.from('<Types/>') },
  {
    name: 'xl/workbook.xml',
    content: Buffer.from('<workbook xmlns:r="r"><sheets><sheet name="A" r:id="r1"/></sheets></workbook>'),
  },
  {
    name: 'xl/_rels/workbook.xml.rels',
    content: Buffer.from('<Relationships><Relationship Id="r1" Target="sheet.xml"/></Relationships>'),
  },
  { name: 'xl/sheet.xml', content: Buffer.from(xml) },
]

async function zipped(parts: readonly Part[]): Promise<Buffer> {
  const chunks: Uint8Array[] = []
  for await (const chunk of zipOf(parts.map(({ name, content }) => ({ name, chunks: [content] }))))
    chunks.push(chunk)
  return Buffer.concat(chunks)
}

/** The same file with more in it. */
async function repacked(file: Buffer, more: readonly Part[]): Promise<Buffer> {
  const entries = zipEntries(file)
  if (typeof entries === 'string') throw new Error(entries)
  const parts = entries.map(({ name, at, packed, stored }) => {
    const content = file.subarray(at, at + packed)
    return { name, content: stored ? content : inflateRawSync(content) }
  })
  return zipped([...parts, ...more])
}
