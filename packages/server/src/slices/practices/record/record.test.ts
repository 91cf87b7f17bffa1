/** The record through HTTP: who may not, what is not whole, and then the story of a draft that is handed in. */
import { enterSql } from '../../access/index.ts'
import { askExport } from '@kerege/contract/exports/routes'
import {
  addAttachment,
  getPractice,
  listVersions,
  putAttachment,
  removeAttachment,
  undoSave,
  listPractices,
  makePractice,
  savePractice,
  submitPractice,
} from '@kerege/contract/practices/record/routes'
import { audiences } from '@kerege/contract/practices/rules'
import type { Input } from '@kerege/contract/route'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newId } from '../../../platform/ids.ts'
import type { Somebody } from '../../../testing/world.ts'
import { pdfOf } from '../../documents/testing/pdfs.ts'
import { type Library, library, practiceContent } from '../testing/library.ts'

let l: Library
let author: Somebody
let other: Somebody
const as = (who: Somebody | null) => l.w.as(who)
type Draft = Input<typeof makePractice>['body']
const draft = (more: Partial<Draft> = {}): Draft => ({
  id: newId(),
  audience: 'practitioners',
  licence: 'CC-BY-4.0',
  content: practiceContent(),
  ...more,
})
const begin = (who = author, more: Partial<Draft> = {}) => as(who)(makePractice, { body: draft(more) })
const read = (who: Somebody, id: string) => as(who)(getPractice, { params: { id } })
const saved = ({ id: _, ...body }: Draft) => body

beforeAll(async () => {
  l = await library()
  author = await l.of('TJ')
  other = await l.of('UZ')
}, 60_000)
afterAll(() => l.w.close())

/** What a statement does as somebody, below the API; nothing of it stays. */
async function below(who: Somebody, sql: string, values: unknown[]) {
  const client = await l.w.running.node.pool.connect()
  try {
    await client.query(`begin; ${enterSql(l.w.running.signIn.tokenOf(who.cookie) ?? '', 60)}`)
    return await client.query(sql, values)
  } finally {
    await client.query('rollback')
    client.release()
  }
}

describe('is refused', () => {
  test('to nobody, and to whom may not write', async () => {
    expect((await as(null)(makePractice, { body: draft() })).status).toBe(401)
    expect((await begin(await l.w.somebody('observer'))).body.code).toBe('not-allowed')
  })
  test('a stranger’s draft, as one that does not exist', async () => {
    const { id } = (await begin()).body
    const absent = await read(other, newId())
    const strange = await read(other, id)
    expect(strange.status).toBe(404)
    expect({ ...strange.body, reference: '' }).toEqual({ ...absent.body, reference: '' })
    expect((await as(other)(submitPractice, { params: { id }, body: {} })).status).toBe(404)
    expect(
      (await as(other)(savePractice, { params: { id }, body: saved(draft()) }, { ifMatch: '"1"' })).status,
    ).toBe(404)
    expect((await begin(other, { id })).status).toBe(404)
  })
  test('a draft to whom reads what is published, even below the API', async () => {
    const { id } = await l.published(author)
    await expect(below(other, 'select content from practices.practices where id = $1', [id])).rejects.toThrow(
      'permission denied',
    )
    const { rows } = await below(other, 'select practices.working($1) as content', [id])
    expect(rows[0].content).toBeNull()
    await expect(
      below(author, `update practices.practices set state = 'published' where id = $1`, [id]),
    ).rejects.toThrow('permission denied')
  })
  test('what is not whole when it is handed in, all at once', async () => {
    const content = practiceContent('Thin', { texts: { limits: undefined, safeguards: undefined } })
    const { id } = (await begin(author, { content })).body
    const reply = await as(author)(submitPractice, { params: { id }, body: {} })
    expect(reply.body).toMatchObject({
      code: 'invalid',
      faults: [
        { pointer: '/content/texts/safeguards', code: 'required' },
        { pointer: '/content/texts/limits', code: 'required' },
      ],
    })
  })
  test('a change that is based on what was before the last one', async () => {
    const body = draft()
    const made = await as(author)(makePractice, { body })
    const save = (ifMatch: string) =>
      as(author)(savePractice, { params: { id: body.id }, body: saved(body) }, { ifMatch })
    expect((await save(made.etag ?? '')).body.version).toBe(2)
    expect((await save(made.etag ?? '')).body.code).toBe('stale-version')
  })
  test('a change while others read it, and handing in twice', async () => {
    const body = draft()
    await as(author)(makePractice, { body })
    const replies = await Promise.all(
      [1, 2].map(() => as(author)(submitPractice, { params: { id: body.id }, body: {} })),
    )
    expect(replies.map(one => one.status).sort()).toEqual([200, 409])
    const reply = await as(author)(
      savePractice,
      { params: { id: body.id }, body: saved(body) },
      { ifMatch: '"1"' },
    )
    expect(reply.body.code).toBe('practice-in-review')
  })
  test('other readers and another country, once published', async () => {
    const { id } = await l.published(author, { audience: 'state' })
    const body = { ...saved(draft()), audience: 'public' as const }
    const reply = await as(author)(savePractice, { params: { id }, body }, { ifMatch: '"1"' })
    expect(reply.body).toMatchObject({ faults: [{ pointer: '/audience', code: 'set-at-publication' }] })
  })
})

test('a draft sent twice is one; every save is kept with its fields', async () => {
  const body = draft()
  await as(author)(makePractice, { body })
  const made = await as(author)(makePractice, { body })
  expect(made.body).toMatchObject({ version: 1, state: 'draft', mine: true, mayChange: true })
  const content = practiceContent('Bridge classes in spring')
  await as(author)(
    savePractice,
    { params: { id: body.id }, body: { ...saved(body), content } },
    { ifMatch: '"1"' },
  )
  const { rows } = await l.w.admin.query(
    'select version, fields from practices.versions where practice_id = $1 order by version',
    [body.id],
  )
  expect(rows).toEqual([
    { version: 1, fields: ['*'] },
    { version: 2, fields: ['texts.title'] },
  ])
  await expect(l.w.admin.query(`update practices.versions set fields = '{}'`)).rejects.toThrow('stays said')
})

test('handed in, it stands where everybody concerned can see it', async () => {
  const { id } = (await begin()).body
  const reply = await as(author)(submitPractice, { params: { id }, body: {} })
  expect(reply.body).toMatchObject({ state: 'submitted', round: 1, mayChange: false })
  expect(reply.body.steps?.map(step => step.to)).toEqual(['draft', 'submitted'])
  expect((await read(l.moderator, id)).body.working?.texts.title.en?.text).toBe('Bridge classes')
  expect((await read(other, id)).status).toBe(404)
})

test('readers are those of its audience, and no others', async () => {
  const readers: Record<string, Somebody> = {
    author,
    neighbour: await l.of('TJ'),
    stranger: other,
    delegate: await l.of('KG', 'delegate'),
    observer: await l.w.somebody('observer'),
  }
  const sees: Record<string, string[]> = {}
  for (const audience of audiences) {
    const { id } = await l.published(author, { audience })
    sees[audience] = []
    for (const [name, who] of Object.entries(readers)) {
      const { status, body } = await read(who, id)
      if (status === 200) sees[audience].push(name)
      if (status === 200 && name !== 'author') expect(body.working).toBeUndefined()
      const listed = (await as(who)(listPractices, { query: { limit: 200 } })).body.rows
      expect(listed.some(row => row.id === id)).toBe(status === 200)
    }
  }
  expect(sees).toEqual({
    state: ['author', 'neighbour'],
    council: ['author', 'delegate', 'observer'],
    practitioners: Object.keys(readers),
    public: Object.keys(readers),
  })
})

test('a list follows its filter', async () => {
  const content = practiceContent('Papers for all', {
    texts: { title: { tg: { text: 'Ҳуҷҷатҳо барои ҳама', state: 'checked' } } },
    facts: { domains: ['papers'], country: 'UZ', evidenceLevel: 'repeated' },
  })
  const { id } = await l.published(other, { content })
  const found = async (query: object) =>
    (await as(author)(listPractices, { query: { limit: 200, ...query } })).body.rows.some(
      row => row.id === id,
    )
  expect(await found({ domain: 'papers', country: 'UZ', language: 'tg', evidence: 'repeated' })).toBe(true)
  for (const query of [
    { domain: 'law' },
    { country: 'KZ' },
    { language: 'en' },
    { evidence: 'told' },
    { mine: 'true' },
    { state: 'draft' },
  ]) {
    expect(await found(query)).toBe(false)
  }
})

test('a list leaves as a file with what its reader may see', async () => {
  const content = practiceContent('Seen by the Council only')
  await l.published(author, { audience: 'council', content })
  await begin(author, { content: practiceContent('Nobody else’s draft') })
  const auditor = await l.w.somebody('hubAuditor')
  const ask = { of: 'practices', format: 'csv' as const, reason: 'For the report', language: 'kk' as const }
  expect((await as(author)(askExport, { body: ask })).body.code).toBe('not-allowed')
  const ticket = await as(auditor)(askExport, { body: ask })
  const file = await (await l.w.raw(ticket.body.url, {}, auditor)).text()
  expect(file).toContain('Seen by the Council only')
  expect(file).toContain('Пікірімен жарияланды')
  expect(file).not.toContain('draft')
})

describe('files', () => {
  const announce = (id: string, more: object = {}, who = author) =>
    as(who)(addAttachment, {
      params: { id },
      body: { id: newId(), name: 'form.txt', mediaType: 'text/plain', ...more } as never,
    })
  const store = (id: string, fileId: string, bytes: string, who = author) =>
    as(who)(putAttachment, { params: { id, fileId }, body: new TextEncoder().encode(bytes) })
  const take = async (id: string, fileId: string, who: Somebody) =>
    l.w.raw(`/api/practices/${id}/attachments/${fileId}/content`, {}, who)

  test('are refused to strangers, under a false name, and when they are not what they say', async () => {
    const { id } = (await begin()).body
    expect((await announce(id, {}, other)).status).toBe(404)
    expect((await announce(id, { name: 'form.pdf' })).body).toMatchObject({
      faults: [{ pointer: '/name', code: 'file-ending' }],
    })
    const fileId = newId()
    await announce(id, { id: fileId, name: 'form.pdf', mediaType: 'application/pdf' })
    expect((await store(id, fileId, '<script>alert(1)</script>')).body.code).toBe('file-type-differs')
    const put = (body: Uint8Array<ArrayBuffer>) => as(author)(putAttachment, { params: { id, fileId }, body })
    expect(await put(new Uint8Array(20_000_001))).toMatchObject({ status: 413, body: { limit: 20_000_000 } })
  })

  test('of 50 MB are refused before they are read to their end, and a smaller one still comes', async () => {
    const { id } = (await begin()).body
    const fileId = newId()
    await announce(id, { id: fileId, name: 'guide.pdf', mediaType: 'application/pdf' })
    const put = (body: Uint8Array<ArrayBuffer>) => as(author)(putAttachment, { params: { id, fileId }, body })
    const page = await pdfOf(['A guide for the first talk'])
    const book = new Uint8Array(50_000_000)
    book.set(page)
    expect(await put(book)).toMatchObject({ status: 413, body: { code: 'too-large' } })
    expect((await put(new Uint8Array(page))).status).toBe(200)
  })

  test('reach readers with the edition, lie sealed, and go when they are removed', async () => {
    const { id } = await l.published(author)
    const fileId = newId()
    await announce(id, { id: fileId })
    await store(id, fileId, 'A form for the first talk')
    expect((await store(id, fileId, 'A form for the first talk')).status).toBe(200)
    expect((await store(id, fileId, 'Another')).body.code).toBe('content-stored')
    expect((await take(id, fileId, other)).status).toBe(404)
    expect(await (await take(id, fileId, author)).text()).toBe('A form for the first talk')
    await l.w.admin.query('update practices.attachments set since_edition = 1 where id = $1', [fileId])
    expect(await (await take(id, fileId, other)).text()).toBe('A form for the first talk')
    const { rows } = await l.w.admin.query('select file_id from practices.attachments where id = $1', [
      fileId,
    ])
    expect(rows[0].file_id).not.toBe(fileId)
    const { rows: unnamed } = await l.w.admin.query('select documents.unnamed($1::uuid[])', [
      [rows[0].file_id],
    ])
    expect(unnamed).toEqual([])
    const gone = await as(author)(removeAttachment, {
      params: { id, fileId },
      body: { reason: 'Out of date' },
    })
    expect(gone.body.rows).toEqual([])
    expect((await take(id, fileId, other)).status).toBe(404)
    const { rows: discarded } = await l.w.admin.query(
      'select 1 from documents.discarded where file_id = $1',
      [rows[0].file_id],
    )
    expect(discarded).toHaveLength(1)
  })
})

test('the last save is taken back, once, and both stay in the history', async () => {
  const body = draft()
  await as(author)(makePractice, { body })
  const content = practiceContent('A title by mistake')
  await as(author)(
    savePractice,
    { params: { id: body.id }, body: { ...saved(body), content } },
    { ifMatch: '"1"' },
  )
  const undo = (version: number) => as(author)(undoSave, { params: { id: body.id }, body: { version } })
  const back = await undo(2)
  expect(back.body).toMatchObject({ version: 3, title: { en: { text: 'Bridge classes' } } })
  expect((await undo(2)).body.code).toBe('stale-version')
  const { rows } = (await as(author)(listVersions, { params: { id: body.id } })).body
  expect(rows.map(row => row.version)).toEqual([3, 2, 1])
  expect((await as(other)(listVersions, { params: { id: body.id } })).status).toBe(404)
})

test('a script that somebody pasted stays words', async () => {
  const title = { en: { text: '<script>alert(1)</script> Bridge classes', state: 'checked' as const } }
  const made = await begin(author, { content: practiceContent('', { texts: { title } }) })
  expect(made.body.title.en?.text).toBe('<script>alert(1)</script> Bridge classes')
  const hidden = { en: { text: 'Bridge \u202eclasses', state: 'checked' as const } }
  const refused = await begin(author, { content: practiceContent('', { texts: { title: hidden } }) })
  expect(refused.body).toMatchObject({ faults: [{ code: 'forbidden-characters' }] })
})

test('what the check finds is changed, or kept with a word why that reviewers see', async () => {
  const contact = { en: { text: 'Call +996 555 123 456', state: 'checked' as const } }
  const { id } = (await begin(author, { content: practiceContent('With a number', { texts: { contact } }) }))
    .body
  const [thing] = (await read(author, id)).body.things ?? []
  if (!thing) throw new Error('nothing was found')
  const { field, language, code, words } = thing
  const hand = (kept: object[]) =>
    as(author)(submitPractice, { params: { id }, body: { kept: kept as never } })
  expect((await hand([])).body).toMatchObject({
    faults: [{ pointer: '/content/texts/contact/en/text', code: 'look-at-this' }],
  })
  expect((await hand([{ field, language, code, words, why: '' }])).status).toBe(422)
  expect((await hand([{ field, language, code, words, why: 'office' }])).status).toBe(200)
  expect((await read(l.moderator, id)).body.kept).toEqual([{ field, language, code, words, why: 'office' }])
})

test('an organisation that the hub does not know is asked about, and meant it goes in', async () => {
  const { rows } = await l.w.admin.query<{ name: { en: { text: string } } }>(
    'select name from access.agencies where id = $1',
    [author.agencyId],
  )
  const named = (text: string) => ({ organisation: { en: { text, state: 'checked' as const } } })
  const hand = (id: string, kept: object[] = []) =>
    as(author)(submitPractice, { params: { id }, body: { kept: kept as never } })
  const known = (await begin(author, named(`${rows[0]?.name.en.text}, Khujand`))).body
  expect(known.things).toEqual([])
  expect((await hand(known.id)).status).toBe(200)
  const strange = (await begin(author, named('School 5 of Isfara'))).body
  expect((await hand(strange.id)).body).toMatchObject({
    faults: [{ pointer: '/organisation/en/text', code: 'look-at-this' }],
  })
  const [thing] = strange.things ?? []
  const { field, language, code, words } = thing ?? {}
  expect({ field, code, words }).toEqual({
    field: 'organisation',
    code: 'organisation-unknown',
    words: 'School 5 of Isfara',
  })
  const kept = [{ field, language, code, words, why: 'A school' }]
  expect((await hand(strange.id, kept)).body).toMatchObject({ state: 'submitted', kept })
})
