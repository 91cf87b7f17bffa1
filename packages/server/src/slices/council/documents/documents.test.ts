/** Council documents through HTTP: who sees what, versions and languages, the way to an issue, files out and in. */
import { languages } from '@kerege/contract/common'
import {
  changeDocument,
  getChanges,
  getFile,
  listDocuments,
  listVersions,
  readFile,
  searchDocuments,
} from '@kerege/contract/council/documents/routes'
import { blockText } from '@kerege/contract/council/documents/rules'
import { giveSymbol } from '@kerege/contract/council/routes'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newId } from '../../../platform/ids.ts'
import type { Somebody } from '../../../testing/world.ts'
import { type Hub, hub, planned } from '../testing/hub.ts'
import { paperPdf, pdfOf } from '../../documents/testing/pdfs.ts'
import { openAknSchema } from './testing/aknSchema.ts'
import { type Desk, desk, paragraph, textOf } from './testing/drafts.ts'

let h: Hub
let d: Desk
let kg: Somebody
let icrc: Somebody
let session: string
const schema = openAknSchema()
const as = (who: Somebody | null) => h.w.as(who)
beforeAll(async () => {
  h = await hub({ now: () => new Date('2026-11-25T12:00:00Z') })
  d = desk(h)
  kg = await h.delegate('KG')
  icrc = await h.delegate('ICRC')
  session = (await planned(h)).id
  await as(h.secretariat)(giveSymbol, { params: { id: session }, body: { number: 3 } })
}, 60_000)
afterAll(async () => {
  schema.close()
  await h.w.close()
})

const file = (id: string, language: string, format: string, who?: Somebody) =>
  h.w.raw(`/api${getFile.path.replace(':id', id).replace(':language', language)}?format=${format}`, {}, who)
const bare = ({ status, body }: { status: number; body: object }) => ({
  status,
  body: { ...body, reference: '' },
})

describe('nobody', () => {
  test('who only reads drafts anything', async () => {
    expect((await d.draft({}, kg)).body.code).toBe('not-allowed')
    expect((await as(null)(listDocuments, { query: {} })).status).toBe(401)
  })

  test('sees a draft of the secretariat, nor one that was withdrawn before it was circulated', async () => {
    const { id } = (await d.draft()).body
    const absent = await d.read(newId(), kg)
    expect(bare(await d.read(id, kg))).toEqual(bare(absent))
    expect((await d.text(id, 'en', kg)).status).toBe(404)
    expect((await file(id, 'en', 'html', kg)).status).toBe(404)
    await d.move(id, 'withdrawn')
    expect(bare(await d.read(id, kg))).toEqual(bare(absent))
  })

  test('sees what is restricted but members, chair and secretariat', async () => {
    const { id } = (await d.draft({ distribution: 'restricted', text: textOf('Zirconium restricted') })).body
    await d.move(id, 'circulated')
    expect((await d.read(id, kg)).status).toBe(200)
    expect((await d.read(id, h.chair)).status).toBe(200)
    for (const who of [icrc, await h.w.somebody('practitioner'), await h.w.somebody('hubAuditor')]) {
      expect((await d.read(id, who)).status).toBe(404)
      expect((await as(who)(searchDocuments, { body: { words: 'zirconium' } })).body.rows).toEqual([])
      const { rows } = (await as(who)(listDocuments, { query: { limit: 200 } })).body
      expect(rows.map(row => row.id)).not.toContain(id)
    }
    expect((await as(kg)(searchDocuments, { body: { words: 'zirconium' } })).body.rows).toHaveLength(1)
  })

  test('names a body, a session or a document that is not there', async () => {
    const reply = await d.draft({ bodyId: newId(), sessionId: newId(), basedOn: newId(), relation: 'Rev' })
    expect(reply.body).toMatchObject({
      faults: [{ pointer: '/bodyId' }, { pointer: '/sessionId' }, { pointer: '/basedOn' }],
    })
    expect((await d.draft({ relation: 'Rev' })).body).toMatchObject({ faults: [{ pointer: '/relation' }] })
  })
})

describe('a text', () => {
  test('is saved on top of what was read, by one of two', async () => {
    const { id } = (await d.draft()).body
    const [one, other] = await Promise.all([
      d.save(id, 'en', 1, textOf('One')),
      d.save(id, 'en', 1, textOf('Other')),
    ])
    expect([one.status, other.status].sort()).toEqual([200, 412])
    const refused = one.status === 412 ? one : other
    expect(refused.body).toMatchObject({ code: 'stale-version', version: 2 })
    expect(
      (await as(h.secretariat)(listVersions, { params: { id, language: 'en' } })).body.rows,
    ).toHaveLength(2)
  })

  test('says what changed between two versions, and the same words are no version', async () => {
    const { id } = (await d.draft()).body
    const now = (await d.text(id, 'en')).body.text
    expect((await d.save(id, 'en', 1, now)).body.version).toBe(1)
    await d.save(id, 'en', 1, { ...now, blocks: [paragraph('b', 'Other words.'), paragraph('c', 'Third.')] })
    const { changes } = (
      await as(h.secretariat)(getChanges, { params: { id, language: 'en' }, query: { from: 1, to: 2 } })
    ).body
    expect(changes.map(one => one.kind)).toEqual(['changed', 'added', 'removed'])
  })

  test('that is saved stays as it was, whoever asks the database', async () => {
    const { id } = (await d.draft()).body
    await expect(
      h.w.admin.query(`update council.document_texts set body = '{}' where document_id = $1`, [id]),
    ).rejects.toThrow('stays said')
  })
})

describe('a translation', () => {
  test('grows stale by the paragraph when its source changes, and is checked again once it follows', async () => {
    const { id } = (await d.draft()).body
    const russian = textOf('Один контакт', paragraph('a', 'Первые слова.'), paragraph('b', 'Вторые слова.'))
    expect((await d.save(id, 'ru', 0, russian)).body).toMatchObject({ faults: [{ pointer: '/madeFrom' }] })
    expect((await d.save(id, 'ru', 0, russian, 7)).status).toBe(422)
    await d.save(id, 'ru', 0, russian, 1)
    expect((await d.check(id, 'ru', 1)).body.state).toBe('checked')
    expect((await d.read(id)).body.languages).toMatchObject({ en: 'draft', ru: 'checked', kk: 'missing' })

    const now = (await d.text(id, 'en')).body.text
    await d.save(id, 'en', 1, {
      ...now,
      blocks: [
        paragraph('a', 'First words.'),
        paragraph('b', 'Second words, amended.'),
        paragraph('c', 'Third.'),
      ],
    })
    const stale = (await d.read(id)).body
    expect(stale.languages.ru).toBe('stale')
    expect(stale.stands.find(one => one.language === 'ru')).toMatchObject({
      stale: ['b'],
      missing: ['c'],
      left: [],
    })
    expect((await d.check(id, 'ru', 1)).body.code).toBe('translation-incomplete')
    const { rows } = (await as(kg)(listDocuments, { query: { stale: 'ru' } })).body
    expect(rows).toEqual([])
    const seen = (await as(h.secretariat)(listDocuments, { query: { stale: 'ru' } })).body.rows
    expect(seen.map(row => row.id)).toContain(id)

    await d.save(id, 'ru', 1, { ...russian, blocks: [...russian.blocks, paragraph('c', 'Третьи.')] }, 2)
    expect((await d.check(id, 'ru', 2)).body.state).toBe('checked')
    expect((await d.read(id)).body.languages.ru).toBe('checked')
  })
})

describe('the way to an issue', () => {
  test('wants a checked text and a session with a symbol, and gives the next symbol of its series', async () => {
    const lonely = (await d.draft()).body
    expect((await d.move(lonely.id, 'issued')).body.code).toBe('document-unchecked')
    await d.check(lonely.id, 'en', 1)
    expect((await d.move(lonely.id, 'issued')).body.code).toBe('symbol-without-base')

    const symbols: (string | undefined)[] = []
    for (const kind of ['recommendation', 'recommendation', 'working-paper'] as const) {
      const { id } = (await d.draft({ kind, sessionId: session })).body
      await d.check(id, 'en', 1)
      symbols.push((await d.move(id, 'issued')).body.symbol)
    }
    expect(symbols).toEqual(['REC/2026/SES.3/L.1', 'REC/2026/SES.3/L.2', 'REC/2026/SES.3/CRP.1'])
  })

  test('a revision supersedes, what is issued stays, and readers without an account see what was checked', async () => {
    const { id } = (
      await d.draft({ sessionId: session, kind: 'note', text: textOf('Ytterbium', paragraph('a', 'x')) })
    ).body
    await d.check(id, 'en', 1)
    const issued = (await d.move(id, 'issued')).body
    expect(issued).toMatchObject({ state: 'issued', symbol: 'REC/2026/SES.3/INF.1' })
    expect((await d.save(id, 'en', 1, textOf('Other'))).body.code).toBe('document-state')
    const facts = { bodyId: h.council, kind: 'note' as const, distribution: 'restricted' as const }
    const changed = await as(h.secretariat)(
      changeDocument,
      { params: { id }, body: facts },
      { ifMatch: `"${issued.version}"` },
    )
    expect(changed.body).toMatchObject({ code: 'document-state' })

    const revision = (await d.draft({ sessionId: session, kind: 'note', basedOn: id, relation: 'Rev' })).body
    await d.check(revision.id, 'en', 1)
    expect((await d.move(revision.id, 'issued')).body.symbol).toBe('REC/2026/SES.3/INF.1/Rev.1')
    const before = (await d.read(id, kg)).body
    expect(before.state).toBe('superseded')
    expect(before.followedBy).toMatchObject([{ id: revision.id, relation: 'Rev', state: 'issued' }])
    expect((await d.save(id, 'ru', 0, textOf('Иттербий'), 1)).body.code).toBe('document-state')
    expect(
      (await as(kg)(searchDocuments, { body: { words: 'INF.1/Rev.1' } })).body.rows[0]?.document.id,
    ).toBe(revision.id)
  })
})

describe('a file', () => {
  test('leaves in every form, named by its symbol; Akoma Ntoso is valid in seven languages', async () => {
    const { id } = (await d.draft({ sessionId: session, kind: 'report', distribution: 'restricted' })).body
    const source = (await d.text(id, 'en')).body.text
    for (const language of languages) {
      if (language !== 'en') await d.save(id, language, 0, { ...source, title: `${source.title} ʻқғҷӣ` }, 1)
    }
    await d.check(id, 'en', 1)
    await d.move(id, 'issued')
    for (const language of languages) {
      const reply = await file(id, language, 'akn', kg)
      expect(reply.headers.get('content-disposition')).toContain(`REC_2026_SES.3_1.${language}.xml`)
      expect(schema.faultsOf(await reply.text())).toEqual([])
    }
    const html = await (await file(id, 'kk', 'html', kg)).text()
    expect(html).toContain('ШЕКТЕУЛІ')
    const docx = Buffer.from(await (await file(id, 'ru', 'docx', kg)).arrayBuffer())
    const read = await as(h.secretariat)(readFile, { query: { format: 'docx' }, body: docx })
    expect(JSON.stringify(read.body.text.blocks)).toContain('Second words.')
    const pdf = Buffer.from(await (await file(id, 'tg', 'pdf', kg)).arrayBuffer())
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-')
  })

  test.each([
    ['docx', 'no zip at all'],
    ['akn', '<a><b></a>'],
    ['akn', '<html/>'],
    ['html', new Uint8Array([0xff, 0xfe, 0x00])],
  ] as const)('that is no %s is refused in plain words', async (format, bytes) => {
    const reply = await as(h.secretariat)(readFile, { query: { format }, body: Buffer.from(bytes as string) })
    expect(reply.status).toBe(422)
    expect((await as(kg)(readFile, { query: { format }, body: Buffer.from('x') })).body).toMatchObject({
      code: 'not-allowed',
    })
  })

  test('a PDF brings its paragraphs, without heads and numbers of pages', async () => {
    const long = 'Мемлекеттер бір байланыс адамын тағайындайды және оны хатшылыққа айтады. '.repeat(12).trim()
    const pdf = await paperPdf('REC/2026/SES.3/7', 'Бала күтпейді', [
      '1. Every state names one contact.',
      'No child waits for infor-\nmation about the way home.',
      ...Array.from({ length: 6 }, (_, at) => `${at + 2}. ${long}`),
    ])
    const reply = await as(h.secretariat)(readFile, { query: { format: 'pdf' }, body: Buffer.from(pdf) })
    expect(reply.status).toBe(200)
    expect(reply.body.text.title).toBe('Бала күтпейді')
    expect(reply.body.text.blocks.map(block => [block.kind, blockText(block)])).toEqual([
      ['heading', 'Бала күтпейді'],
      ['paragraph', '1. Every state names one contact.'],
      ['paragraph', 'No child waits for information about the way home.'],
      ...Array.from({ length: 6 }, (_, at) => ['paragraph', `${at + 2}. ${long}`]),
    ])
  })

  test.each([
    ['of pictures, as a scan is', () => pdfOf(['']), 'document-without-words'],
    ['behind a password', () => pdfOf(['Words'], 'password'), 'document-behind-password'],
    ['cut in the middle', async () => (await pdfOf(['One', 'Two'])).subarray(0, 700), /^(document|file)-/],
  ])('a PDF %s is refused in plain words', async (_, make, code) => {
    const body = Buffer.from(await make())
    const reply = await as(h.secretariat)(readFile, { query: { format: 'pdf' }, body })
    expect(reply.status).toBe(422)
    expect(reply.body.code).toMatch(code)
  })

  test('pasted from Word brings words and leaves scripts behind', async () => {
    const hostile = `<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style>p{}</style><script>alert(1)</script></head>
      <body><p class=MsoNormal onclick="alert(2)">Safe <b>words</b><o:p></o:p></p><img src=x onerror=alert(3)>
      <a href="javascript:alert(4)">link</a><svg onload=alert(5)><script>alert(6)</script></svg></body></html>`
    const { body } = await as(h.secretariat)(readFile, {
      query: { format: 'html' },
      body: Buffer.from(hostile),
    })
    const text = JSON.stringify(body)
    expect(text).toContain('Safe ')
    expect(text).not.toMatch(/alert|javascript|onclick|onerror|script/)
  })
})

describe('anybody', () => {
  const page = async (path: string) => {
    const reply = await h.w.raw(path)
    return { status: reply.status, text: await reply.text() }
  }

  test('reads what is general, issued and checked, by its symbol, and nothing else', async () => {
    const evil = textOf(
      'Promethium <script>alert(1)</script>',
      paragraph('a', '<img src=x onerror=alert(1)>'),
    )
    const { id } = (await d.draft({ sessionId: session, kind: 'statement', text: evil })).body
    await d.check(id, 'en', 1)
    await d.save(id, 'ru', 0, textOf('Прометий, черновик', paragraph('a', 'черновик')), 1)
    const symbol = 'REC/2026/SES.3/STA.1'
    expect((await page(`/public/documents/${symbol}`)).status).toBe(404)
    await d.move(id, 'issued')
    const shown = await page(`/public/documents/${symbol}?lang=ru`)
    expect(shown.status).toBe(200)
    expect(shown.text).toContain('Promethium &lt;script&gt;')
    expect(shown.text).not.toMatch(/<script|<img/)
    expect(shown.text).not.toContain('черновик')
    const feed = async () => (await page('/public/documents.atom?lang=ru')).text
    expect((await page('/public/documents')).text).toMatch(/<link rel="alternate"[^>]*documents\.atom/)
    expect((await page('/public/documents')).text).toContain(symbol)
    expect(await feed()).toContain(`<title>${symbol} Promethium &#60;script&#62;`)
    await d.check(id, 'ru', 1)
    expect(await feed()).toContain(`<title>${symbol} Прометий, черновик</title>`)
    expect(await feed()).toContain(`/public/documents/${symbol}?lang=ru`)
    expect((await page(`/public/documents/${symbol}?lang=ru`)).text).toContain('Прометий, черновик')

    const secret = (await d.draft({ sessionId: session, kind: 'statement', distribution: 'restricted' })).body
    await d.check(secret.id, 'en', 1)
    expect((await d.move(secret.id, 'issued')).body.symbol).toBe('REC/2026/SES.3/STA.2')
    expect((await page('/public/documents/REC/2026/SES.3/STA.2')).status).toBe(404)
    for (const path of ['/public/documents', '/public/documents.atom'])
      expect((await page(path)).text).not.toContain('STA.2')
  })
})

describe('search', () => {
  test('finds words of any language by their beginning, without their marks, and titles with a slip', async () => {
    const { id } = (
      await d.draft({ text: textOf('Psychosocial reintegration', paragraph('a', 'Kindergarten places')) })
    ).body
    await d.save(id, 'kk', 0, textOf('Әлеуметтік оңалту', paragraph('a', 'Балабақша')), 1)
    const found = async (words: string) =>
      (await as(h.secretariat)(searchDocuments, { body: { words } })).body.rows.map(row => [
        row.document.id,
        row.language,
      ])
    expect(await found('kinderg')).toContainEqual([id, 'en'])
    expect(await found('алеуметтик оналту')).toContainEqual([id, 'kk'])
    expect(await found('psihosocial reintegraton')).toContainEqual([id, 'en'])
    expect(await found('!!! & | :*')).toEqual([])
  })
})
