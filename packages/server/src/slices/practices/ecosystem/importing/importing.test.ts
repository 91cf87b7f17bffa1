/** Sheets and forms that come back: refusals first; what is written can be read again, and nothing is written unseen. */
import { languages } from '@kerege/contract/common'
import { urlOf } from '@kerege/contract/client'
import { textFields } from '@kerege/contract/practices/content'
import { importPractices, practiceForm, previewPractices } from '@kerege/contract/practices/importing/routes'
import { getPractice, listPractices } from '@kerege/contract/practices/record/routes'
import ExcelJS from 'exceljs'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Somebody } from '../../../../testing/world.ts'
import { type Library, library } from '../../testing/library.ts'
import { ownNames } from '../../../../platform/languageNames.ts'
import { words } from '../words.ts'
import { allWords, columnFor, factColumns, labelOf, textColumn, wordFor } from './columns.ts'
import { readForm, writeForm } from './form.ts'
import { planImport } from './plan.ts'
import { anyText } from '@kerege/contract/testing/anyText'

let l: Library
let author: Somebody
beforeAll(async () => {
  l = await library()
  author = await l.of('TJ')
}, 60_000)
afterAll(() => l.w.close())

const csv = (...rows: readonly (readonly string[])[]) =>
  Uint8Array.from(
    Buffer.from(rows.map(row => row.map(cell => `"${cell.replaceAll('"', '""')}"`).join(',')).join('\n')),
  )
const preview = (who: Somebody | null, body: Uint8Array<ArrayBuffer>) =>
  l.w.as(who)(previewPractices, { body })
const take = (who: Somebody, body: Uint8Array<ArrayBuffer>, seen: string) =>
  l.w.as(who)(importPractices, { query: { seen }, body })
const mine = async (who: Somebody) =>
  (await l.w.as(who)(listPractices, { query: { mine: 'true', limit: 200 } as never })).body.rows

/** A Word file with these paragraphs; `#` begins a heading. */
async function word(lines: readonly string[]): Promise<Uint8Array<ArrayBuffer>> {
  const { Document, HeadingLevel, Packer, Paragraph } = await import('docx')
  const children = lines.map(line =>
    line.startsWith('#')
      ? new Paragraph({ heading: HeadingLevel.HEADING_2, text: line.slice(1).trim() })
      : new Paragraph(line),
  )
  return Uint8Array.from(await Packer.toBuffer(new Document({ sections: [{ children }] })))
}

describe('refused', () => {
  test('nobody, and who may not bring a practice', async () => {
    const body = csv(['title_en'], ['A practice'])
    expect((await preview(null, body)).status).toBe(401)
    expect((await preview(await l.w.somebody('observer'), body)).body.code).toBe('not-allowed')
    expect((await l.w.as(null)(practiceForm, { query: { as: 'docx', language: 'kk' } })).status).toBe(401)
  })

  test('what was not looked at, or is no longer the same', async () => {
    const body = csv(['title_en'], ['Changed meanwhile'])
    const seen = (await preview(author, body)).body.seen
    expect((await take(author, csv(['title_en'], ['Another one']), seen)).body.code).toBe('import-changed')
    expect((await take(author, body, 'nothing')).body.code).toBe('import-changed')
    expect((await take(author, body, seen)).body.drafts).toBe(1)
    // Sent twice: the second time there is nothing left to make, and what was seen was something else.
    expect((await take(author, body, seen)).body.code).toBe('import-changed')
    expect((await preview(author, body)).body).toMatchObject({ drafts: 0, same: 1 })
  })

  test.each([
    ['a sheet without headings', csv(['one', 'two'], ['a', 'b']), 'sheet-without-head'],
    ['a broken file', Uint8Array.from([0x50, 0x4b, 3, 4, 1, 2, 3]), 'file-mixed'],
    ['an empty file', new Uint8Array(), 'sheet-without-head'],
  ])('%s', async (_, body, code) => {
    expect((await preview(author, body)).body.code).toBe(code)
  })

  test('a Word file without our headings, and one that only says that it is one', async () => {
    expect((await preview(author, await word(['Dear colleagues,', '# Hello', 'text']))).body.code).toBe(
      'form-without-headings',
    )
    const fake = Uint8Array.from(Buffer.from('PK\u0003\u0004 word/document.xml and nothing more', 'latin1'))
    expect((await preview(author, fake)).status).toBe(422)
  })
})

describe('a sheet', () => {
  test('names every fault by row and column, and makes the rest, whole', async () => {
    const body = csv(
      [
        'Title (English)',
        'summary_kk',
        'Области',
        'Age from',
        'Age to',
        'Country',
        'Since (year)',
        'Level of evidence',
        'Sources',
        'Nonsense',
      ],
      [
        'First of sheet',
        'Қысқаша',
        'Образование; Health',
        '7',
        '17',
        'Қазақстан',
        '2023',
        'Followed over time',
        'A report, 2024, https://news.example/1',
        'x',
      ],
      ['Second of sheet', '', 'Образование; Weather', '17', '7', '', 'long ago', '', '', ''],
      ['', 'Атауы жоқ', '', '', '', '', '', '', '', ''],
      ['Third of sheet', '', '', '', '', '', '', '', '', ''],
    )
    const { body: report } = await preview(author, body)
    expect(report).toMatchObject({ kind: 'sheet', drafts: 2, leftOut: 2, unread: ['Nonsense'] })
    expect(report.faults).toEqual([
      { row: 3, column: 'C', field: 'domains', code: 'sheet-unknown-word' },
      { row: 3, column: 'G', field: 'since', code: 'sheet-number' },
      { row: 3, column: 'E', field: 'age_to', code: 'period-reversed' },
      { row: 4, column: 'A', field: 'title_en', code: 'required' },
    ])
    expect(report.rows[0]?.missing).toContain('safeguards')
    const before = (await mine(author)).length
    expect((await take(author, body, report.seen)).body.drafts).toBe(2)
    const rows = await mine(author)
    expect(rows.length).toBe(before + 2)
    const id = rows.find(row => row.title.en?.text === 'First of sheet')?.id ?? ''
    const { body: made } = await l.w.as(author)(getPractice, { params: { id } })
    expect(made).toMatchObject({
      state: 'draft',
      audience: 'practitioners',
      licence: 'CC-BY-4.0',
      country: 'KZ',
    })
    expect(made.working).toMatchObject({
      texts: {
        title: { en: { text: 'First of sheet', state: 'draft' } },
        summary: { kk: { text: 'Қысқаша' } },
      },
      facts: {
        domains: ['education', 'health'],
        ages: { from: 7, to: 17 },
        since: 2023,
        evidenceLevel: 'followed',
        sources: [{ title: 'A report, 2024', url: 'https://news.example/1', year: 2024 }],
      },
    })
    // Without a country it was done where its author works.
    expect(rows.find(row => row.title.en?.text === 'Third of sheet')?.country).toBe('TJ')
  })

  test.each(languages)('of ours in %s is read back when it is filled in', async language => {
    const reply = await l.w.raw(
      `/api${urlOf(practiceForm, { query: { as: 'xlsx', language } }).replace(/^\/api/, '')}`,
      {
        headers: { cookie: author.cookie },
      },
    )
    expect(reply.status).toBe(200)
    const book = new ExcelJS.Workbook()
    await book.xlsx.load(await reply.arrayBuffer())
    const own = book.worksheets[1]
    const headings = ((own?.getRow(1).values ?? []) as string[]).slice(1)
    expect(headings).toHaveLength(textFields.length + 1 + factColumns.length)
    own?.addRow(
      headings.map((_, at) => (at < textFields.length ? `Sheet ${language} ${textFields[at]}` : '')),
    )
    const filled = Uint8Array.from(Buffer.from(await book.xlsx.writeBuffer()))
    const { drafts, report } = await planImport(filled, { home: 'KZ', titles: new Set() })
    expect(report).toMatchObject({ drafts: 1, faults: [], unread: [] })
    for (const field of textFields)
      expect(drafts[0]?.content.texts[field]?.[language]?.text).toBe(`Sheet ${language} ${field}`)
  })

  test('may hold anything, and is answered', async () => {
    const cell = fc.oneof(
      anyText({ maxLength: 30 }),
      fc.constantFrom('=1+1', '\u202e', 'KZ', '7', '"', '🙂', ''),
    )
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(cell, { minLength: 4, maxLength: 4 }), { maxLength: 6 }),
        async rows => {
          const { drafts, report } = await planImport(
            csv(['title_en', 'domains', 'country', 'age_from'], ...rows),
            {
              home: 'KZ',
              titles: new Set(),
            },
          )
          expect(drafts.length + report.same + report.leftOut).toBe(report.rows.length)
        },
      ),
    )
  })
})

describe('a form', () => {
  test.each(languages)('of ours in %s, filled in, becomes a draft in that language', async language => {
    const empty = Uint8Array.from(await writeForm(language))
    // Untouched it has every heading, and no answer.
    const { cells } = await readForm(empty)
    expect([...cells.keys()]).toEqual([
      ...textFields.map(field => textColumn(field, language)),
      textColumn('organisation', language),
      ...factColumns,
    ])
    expect((await planImport(empty, { home: 'KZ', titles: new Set() })).report).toMatchObject({
      kind: 'form',
      drafts: 0,
      faults: [{ code: 'required' }],
    })
    const filled = await word([
      `${words(language, 'template.language')}: ${ownNames[language]}`,
      ...textFields.flatMap(field => [
        `# ${labelOf(textColumn(field, language), language)}`,
        `Answer ${field}`,
        'and a second line',
      ]),
      `# ${labelOf('domains', language)}`,
      `[${wordFor('domain', 'education', language)}; ${wordFor('domain', 'law', language)}]`,
    ])
    const { drafts } = await planImport(filled, { home: 'KZ', titles: new Set() })
    expect(drafts[0]?.content.facts.domains).toEqual(['education', 'law'])
    for (const field of textFields) {
      expect(drafts[0]?.content.texts[field]?.[language]?.text).toBe(`Answer ${field}\nand a second line`)
    }
  })

  test('is read by headings in its own language, also where one lost its style', async () => {
    const body = await word([
      'Тіл: Қазақша',
      '# Атауы',
      'Мектепке көпір',
      '# Не істелді, қадам-қадаммен',
      'Әңгіме',
      'Ойын',
      'Әсері туралы сөз',
      'Нәтижесі',
      'Балалар мектепте қалды',
      '# Салалар',
      '[Білім беру]',
      '# Жасы (бастап)',
      '7',
      '# Біздің жеке тарау',
      'бұл оқылмайды',
    ])
    const { body: report } = await preview(author, body)
    expect(report).toMatchObject({ kind: 'form', drafts: 1, faults: [], unread: ['Біздің жеке тарау'] })
    expect((await take(author, body, report.seen)).body.drafts).toBe(1)
    const row = (await mine(author)).find(one => one.title.kk?.text === 'Мектепке көпір')
    const { body: made } = await l.w.as(author)(getPractice, { params: { id: row?.id ?? '' } })
    expect(made.working?.texts.steps?.kk?.text).toBe('Әңгіме\nОйын\nӘсері туралы сөз')
    expect(made.working?.texts.results?.kk?.text).toBe('Балалар мектепте қалды')
    expect(made.working?.facts).toMatchObject({ domains: ['education'], ages: { from: 7 } })
  })

  test('tells a fault by its heading', async () => {
    const body = await word(['# Title', 'Faulty form', '# Country', 'Atlantis', '# Age from', 'seven'])
    expect((await preview(author, body)).body).toMatchObject({
      drafts: 0,
      leftOut: 1,
      faults: [
        { row: 1, column: '', field: 'country', code: 'sheet-unknown-word' },
        { row: 1, column: '', field: 'age_from', code: 'sheet-number' },
      ],
    })
  })
})

describe('words', () => {
  test('none stands for two codes of a list', () => {
    for (const [word, all] of Map.groupBy(allWords(), one => `${one.list} ${one.word}`)) {
      expect([word, new Set(all.map(one => one.code)).size]).toEqual([word, 1])
    }
  })
  test('a heading of a language stands for one column in that language', () => {
    for (const language of languages) {
      for (const column of [...textFields.map(field => textColumn(field, language)), ...factColumns]) {
        expect([language, column, columnFor(labelOf(column, language), language)]).toEqual([
          language,
          column,
          column,
        ])
      }
    }
  })
})
