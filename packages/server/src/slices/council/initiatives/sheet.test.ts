/** Sheets: what we write can be read back unchanged, what others send is read with suspicion, nothing is written unseen. */
import { urlOf } from '@kerege/contract/client'
import { languages } from '@kerege/contract/common'
import {
  activityKinds,
  budgetBands,
  initiativeStatuses,
  targetGroups,
} from '@kerege/contract/council/initiatives/codes'
import {
  addInitiative,
  getInitiative,
  importInitiatives,
  initiativeSheet,
  listInitiatives,
  previewInitiatives,
} from '@kerege/contract/council/initiatives/routes'
import type { AddInitiative, SheetReport } from '@kerege/contract/council/initiatives/schema'
import { askExport } from '@kerege/contract/exports/routes'
import ExcelJS from 'exceljs'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newId } from '../../../platform/ids.ts'
import { zipOf } from '../../../platform/exports/zip.ts'
import type { Somebody } from '../../../testing/world.ts'
import { type Hub, hub, said } from '../testing/hub.ts'
import { allWords, headingOf, sheetColumns } from './sheet/columns.ts'
import { draftOf, pillarIds } from './testing/rows.ts'

let h: Hub
let undp: Somebody
let pillars: string[]
const as = (who: Somebody | null) => h.w.as(who)

beforeAll(async () => {
  h = await hub({ now: () => new Date('2026-11-25T12:00:00Z') })
  pillars = await pillarIds(h)
  undp = await h.delegate('UNDP')
}, 60_000)
afterAll(() => h.w.close())

const preview = (who: Somebody | null, body: Uint8Array<ArrayBuffer>) => as(who)(previewInitiatives, { body })
const take = (who: Somebody, body: Uint8Array<ArrayBuffer>, { seen }: SheetReport) =>
  as(who)(importInitiatives, { query: { seen }, body })
const counts = ({ added, changed, same, leftOut }: SheetReport) => ({ added, changed, same, leftOut })

/** As an office program writes it: shared texts, days as numbers. */
async function workbook(
  rows: readonly (readonly ExcelJS.CellValue[])[],
  name = 'Sheet',
): Promise<Buffer<ArrayBuffer>> {
  const book = new ExcelJS.Workbook()
  book.addWorksheet(name).addRows(rows as ExcelJS.CellValue[][])
  return Buffer.from(await book.xlsx.writeBuffer())
}
async function zipped(parts: readonly { name: string; chunks: Buffer[] }[]): Promise<Buffer<ArrayBuffer>> {
  const chunks: Uint8Array[] = []
  for await (const chunk of zipOf(parts)) chunks.push(chunk)
  return Buffer.concat(chunks)
}
const head = [
  'Pillar',
  'Title',
  'Lead organisation',
  'States and areas',
  'How it stands',
  'Kind of activity',
  'For whom',
  'Begins',
  'Ends',
]
const row = (title: string, more: Partial<Record<number, ExcelJS.CellValue>> = {}): ExcelJS.CellValue[] =>
  [
    'I',
    title,
    'UNDP',
    'Kazakhstan',
    'Running',
    'Training',
    'Children; Women',
    '01.02.2026',
    '31.12.2026',
  ].map((cell, at) => (at in more ? (more[at] as ExcelJS.CellValue) : cell))

async function exported(
  format: 'xlsx' | 'csv',
  language: (typeof languages)[number],
): Promise<Buffer<ArrayBuffer>> {
  const asked = await as(h.secretariat)(askExport, {
    body: { of: 'initiatives', format, query: {}, reason: 'To look at together', language },
  })
  const reply = await h.w.raw(asked.body.url, {}, h.secretariat)
  expect(reply.status).toBe(200)
  return Buffer.from(await reply.arrayBuffer())
}

describe('is refused', () => {
  test('to nobody', async () => expect((await preview(null, await workbook([head]))).status).toBe(401))
  test('when it is no sheet, or has no head that we know', async () => {
    expect((await preview(undp, Buffer.from('%PDF-1.7 and so on'))).body.code).toBe('sheet-without-head')
    expect((await preview(undp, await workbook([['Name', 'Age']]))).body.code).toBe('sheet-without-head')
    expect((await preview(undp, new Uint8Array())).body.code).toBe('sheet-without-head')
  })
  test('when it breaks off, carries a program, or would unpack to far more than it is', async () => {
    const good = await workbook([head, row('Anything')])
    expect((await preview(undp, good.subarray(0, good.length - 40))).status).toBe(422)
    const parts = (more: { name: string; chunks: Buffer[] }[]) => [
      { name: '[Content_Types].xml', chunks: [Buffer.from('<Types/>')] },
      { name: 'xl/workbook.xml', chunks: [Buffer.from('<workbook/>')] },
      ...more,
    ]
    const packed = async (more: { name: string; chunks: Buffer[] }[]) => await zipped(parts(more))
    expect(
      (await preview(undp, await packed([{ name: 'xl/vbaProject.bin', chunks: [Buffer.from('x')] }]))).body
        .code,
    ).toBe('file-active')
    const zeros = Array.from({ length: 40 }, () => Buffer.alloc(1_000_000, 32))
    expect(
      (await preview(undp, await packed([{ name: 'xl/worksheets/sheet1.xml', chunks: zeros }]))).body.code,
    ).toBe('file-too-swollen')
  })
  test('when a part is larger than the table says', async () => {
    const file = await workbook([head, row('Anything')])
    // The size of the first entry, in the table at the end: one byte less than what comes out.
    const entry = file.indexOf(Buffer.from('PK\x01\x02', 'latin1'))
    let at = entry
    while (
      file.toString('utf8', at + 46, at + 46 + file.readUInt16LE(at + 28)) !== 'xl/worksheets/sheet1.xml'
    ) {
      at = file.indexOf(Buffer.from('PK\x01\x02', 'latin1'), at + 4)
    }
    file.writeUInt32LE(file.readUInt32LE(at + 24) - 1, at + 24)
    expect((await preview(undp, file)).body.code).toMatch(/^file-(too-swollen|broken)$/)
  })
  test('with a document type, which could expand', async () => {
    const bomb = '<!DOCTYPE x [<!ENTITY a "aaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]><workbook>&b;</workbook>'
    const file = await zipped([
      { name: '[Content_Types].xml', chunks: [Buffer.from('<Types/>')] },
      { name: 'xl/workbook.xml', chunks: [Buffer.from(bomb)] },
    ])
    expect((await preview(undp, file)).status).toBe(422)
  })
  test('whatever bytes come', async () => {
    const good = await workbook([head, row('Anything')])
    await fc.assert(
      fc.asyncProperty(fc.nat(good.length - 1), fc.nat(255), async (at, value) => {
        const bytes = Buffer.from(good)
        bytes[at] = value
        const { status } = await preview(undp, bytes)
        expect([200, 422]).toContain(status)
      }),
      { numRuns: 60 },
    )
  }, 60_000)
})

test('no word stands for two codes, in whatever language', () => {
  const seen = new Map<string, string>()
  for (const { list, code, word } of allWords()) {
    const key = `${list} ${word}`
    expect(seen.get(key) ?? code, `${key} is ${seen.get(key)} and ${code}`).toBe(code)
    seen.set(key, code)
  }
})
test('no heading stands for two columns of one language', () => {
  for (const language of languages) {
    const all = sheetColumns.map(column => headingOf(column, language))
    expect(new Set(all).size).toBe(all.length)
  }
})

test('tells what would happen and writes nothing; then does just that, and once', async () => {
  const file = await workbook([
    ['Matrix of the partners', '', ''],
    head,
    row('Courses for teachers'),
    [],
    row('Play rooms', { 3: 'KZ-71; kg', 7: new Date('2026-03-01T00:00:00Z'), 8: null }),
  ])
  const shown = await preview(undp, file)
  expect(shown.body).toMatchObject({ added: 2, changed: 0, same: 0, leftOut: 0, faults: [], unread: [] })
  expect(shown.body.rows.map(one => [one.row, one.outcome, one.title])).toEqual([
    [3, 'new', 'Courses for teachers'],
    [5, 'new', 'Play rooms'],
  ])
  const titles = async () =>
    (await as(undp)(listInitiatives, { query: { limit: 200 } })).body.rows.map(one => one.title.en?.text)
  expect(await titles()).not.toContain('Play rooms')
  expect(counts((await take(undp, file, shown.body)).body)).toEqual({
    added: 2,
    changed: 0,
    same: 0,
    leftOut: 0,
  })
  const [rooms] = (await as(undp)(listInitiatives, { query: { limit: 200, state: 'KG' } })).body.rows
  expect(rooms).toMatchObject({ places: ['KZ-71', 'KG'], from: '2026-03-01', groups: ['children', 'women'] })
  expect(rooms?.to).toBeUndefined()
  // The same file once more finds everything there.
  const again = await preview(undp, file)
  expect(counts(again.body)).toEqual({ added: 0, changed: 0, same: 2, leftOut: 0 })
  expect((await titles()).filter(one => one === 'Play rooms')).toHaveLength(1)
})

test('takes only what was seen: a row that changed meanwhile is shown anew', async () => {
  const file = await workbook([head, row('Courses for judges')])
  await take(undp, file, (await preview(undp, file)).body)
  const other = await workbook([head, row('Courses for judges', { 6: 'Children' })])
  const shown = (await preview(undp, other)).body
  expect(shown.rows).toMatchObject([{ outcome: 'changed', fields: ['groups'] }])
  const third = await workbook([head, row('Courses for judges', { 6: 'Women' })])
  await take(undp, third, (await preview(undp, third)).body)
  expect((await take(undp, other, shown)).body.code).toBe('import-changed')
})

test('faults are told by row and column, and only their rows are left out', async () => {
  const file = await workbook([
    [...head, 'Colour'],
    row('Good row'),
    row('Unknown words', { 2: 'Nobody', 3: 'Atlantis', 4: 'Sleeping' }),
    row('Turned round', { 7: '01.02.2027' }),
    row('No day', { 7: '31.02.2026' }),
    row('Computed', { 1: { formula: 'A1&"x"', result: 'Courses' } }),
    row('Of another', { 2: 'OSCE' }),
    row('Good row'),
    row('Nothing for whom', { 6: '' }),
  ])
  const { body } = await preview(undp, file)
  expect(counts(body)).toEqual({ added: 1, changed: 0, same: 0, leftOut: 7 })
  expect(body.unread).toEqual(['Colour'])
  expect(body.faults.map(one => [one.row, one.column, one.field, one.code])).toEqual([
    [3, 'C', 'lead', 'sheet-unknown-word'],
    [3, 'D', 'places', 'sheet-unknown-word'],
    [3, 'E', 'status', 'sheet-unknown-word'],
    [4, 'I', 'to', 'period-reversed'],
    [5, 'H', 'from', 'sheet-day'],
    [6, 'B', 'title_en', 'sheet-computed'],
    [7, 'C', 'lead', 'not-yours'],
    [8, '', 'id', 'twice'],
    [9, 'G', 'groups', 'required'],
  ])
})

test('a heading in any language is found, and a plain title is in the language of its heading', async () => {
  const file = await workbook([
    [
      'Бағыт',
      'Атауы',
      'Жетекші ұйым',
      'Мемлекеттер мен өңірлер',
      'Жай-күйі',
      'Қызмет түрі',
      'Кім үшін',
      'Басталуы',
    ],
    ['ii', 'Мектеп психологтары', 'undp', 'Қырғызстан', 'жоспарда', 'Оқыту', 'балалар', 2027],
  ])
  const shown = await preview(undp, file)
  expect(shown.body).toMatchObject({ added: 1, faults: [] })
  await take(undp, file, shown.body)
  const rows = (await as(undp)(listInitiatives, { query: { year: 2027, status: 'planned' } })).body.rows
  expect(rows).toMatchObject([
    { title: { kk: { text: 'Мектеп психологтары', state: 'draft' } }, from: '2027-01-01', places: ['KG'] },
  ])
})

test('columns that a sheet does not have keep what is there', async () => {
  const body = draftOf(h, pillars[0] ?? '', {
    title: said('Kept whole'),
    funding: 'A fund',
    plans: ['A roadmap'],
  })
  await as(undp)(addInitiative, { body })
  const file = await workbook([head, row('Kept whole', { 3: 'KZ', 6: 'Families', 7: '01.01.2026' })])
  const shown = (await preview(undp, file)).body
  expect(shown.rows).toMatchObject([{ outcome: 'changed', fields: ['groups'] }])
  await take(undp, file, shown)
  expect((await as(undp)(getInitiative, { params: { id: body.id } })).body).toMatchObject({
    funding: 'A fund',
    plans: ['A roadmap'],
    title: body.title,
    groups: ['families'],
  })
})

test('the sheet to fill in is empty, or has the rows that one keeps, and says what may stand where', async () => {
  const fetched = async (who: Somebody, rows: 'none' | 'mine') => {
    const reply = await h.w.raw(urlOf(initiativeSheet, { query: { rows, language: 'ru' } }), {}, who)
    return Buffer.from(await reply.arrayBuffer())
  }
  const empty = await fetched(undp, 'none')
  expect(counts((await preview(undp, empty)).body)).toEqual({ added: 0, changed: 0, same: 0, leftOut: 0 })
  const mine = (await preview(undp, await fetched(undp, 'mine'))).body
  expect(mine.same).toBeGreaterThan(3)
  expect(counts(mine)).toEqual({ added: 0, changed: 0, same: mine.same, leftOut: 0 })
  const book = new ExcelJS.Workbook()
  await book.xlsx.load(empty as unknown as ArrayBuffer)
  expect(JSON.stringify(book.worksheets[0]?.getSheetValues())).toContain('UNICEF')
})

const words = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 60 })
  .filter(text => text.trim() !== '' && !/[\p{Cc}\u202a-\u202e\u2066-\u2069\ufffe\uffff]/u.test(text))
const tricky = fc.oneof(
  words,
  fc.constantFrom('=1+1', '_x0041_', "'quoted", '<b>&amp;</b>', 'a; b, c', 'Қызмет ʻ ӣ'),
)
const anyText = fc.record({ en: tricky, ru: tricky, uz: tricky }, { requiredKeys: ['en'] })
const anyDraft = fc.record({
  title: anyText,
  description: fc.option(
    fc.tuple(tricky, tricky).map(([one, two]) => `${one}\n\n${two}`),
    { nil: undefined },
  ),
  places: fc.subarray(['KZ', 'KZ-71', 'KG', 'UZ-TK', 'TM'], { minLength: 1 }),
  status: fc.constantFrom(...initiativeStatuses),
  kind: fc.constantFrom(...activityKinds),
  groups: fc.subarray([...targetGroups], { minLength: 1 }),
  budget: fc.option(fc.constantFrom(...budgetBands), { nil: undefined }),
  funding: fc.option(tricky, { nil: undefined }),
  plans: fc.array(tricky, { maxLength: 3 }),
  partners: fc.subarray(['UNICEF', 'OSCE', 'SCO-RATS']),
})

test('what leaves comes back unchanged: any text, any language of the sheet, XLSX and CSV', async () => {
  const drafts = fc.sample(anyDraft, { numRuns: 60, seed: 7 })
  for (const { title, description, partners, ...rest } of drafts) {
    const body: AddInitiative = draftOf(h, pillars[1] ?? '', {
      ...rest,
      title: Object.fromEntries(
        Object.entries(title).map(([language, text]) => [language, { text, state: 'machine' }]),
      ),
      ...(description ? { description: { ru: { text: description, state: 'checked' } } } : {}),
      partnerIds: partners.map(h.party),
      to: '2026-06-30',
      id: newId(),
    })
    const reply = await as(h.secretariat)(addInitiative, { body })
    expect(reply.status, JSON.stringify(reply.body)).toBe(201)
  }
  for (const language of languages) {
    const { body } = await preview(h.secretariat, await exported('xlsx', language))
    expect({ language, faults: body.faults, ...counts(body) }).toMatchObject({
      language,
      faults: [],
      added: 0,
      changed: 0,
      leftOut: 0,
    })
    expect(body.same).toBeGreaterThanOrEqual(60)
  }
  const csv = (await preview(h.secretariat, await exported('csv', 'en'))).body
  expect(csv).toMatchObject({ faults: [], added: 0, leftOut: 0 })
}, 60_000)
