/** The library as one file: who may not have it, what is in it, and that whoever keeps it can tell whether it is whole. */
import { createHash } from 'node:crypto'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { concepts } from '@kerege/contract/analysis/thesaurus/concepts'
import { askExport } from '@kerege/contract/exports/routes'
import type { RoleName } from '@kerege/contract/access/roles'
import { adoptPractice } from '@kerege/contract/practices/adoption/routes'
import { addAttachment, putAttachment } from '@kerege/contract/practices/record/routes'
import { practiceSymbol } from '@kerege/contract/practices/rules'
import JSZip from 'jszip'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { checkArchive } from '../../../../platform/exports/archiveCheck.ts'
import { zipOf } from '../../../../platform/exports/zip.ts'
import { ZipFault } from '../../../../platform/exports/zipFile.ts'
import { newId } from '../../../../platform/ids.ts'
import type { Somebody } from '../../../../testing/world.ts'
import { type Library, library, practiceContent } from '../../testing/library.ts'

let l: Library
let author: Somebody
let folder: string
beforeAll(async () => {
  l = await library()
  author = await l.of('TJ')
  folder = await mkdtemp(join(tmpdir(), 'kerege-archive-'))
}, 60_000)
afterAll(async () => {
  await l.w.close()
  await rm(folder, { recursive: true })
})

const body = { of: 'practice-library', format: 'zip' as const, query: {}, reason: 'Moving to another house' }
const ask = (who: Somebody | null, over: object = {}) =>
  l.w.as(who)(askExport, { body: { ...body, ...over } })

async function taken(who: Somebody): Promise<string> {
  const ticket = await ask(who)
  expect(ticket.status).toBe(201)
  const reply = await l.w.raw(ticket.body.url, { headers: { cookie: who.cookie } })
  expect(reply.status).toBe(200)
  expect(reply.headers.get('content-type')).toBe('application/zip')
  const path = join(folder, `${Math.random()}.zip`)
  await writeFile(path, Buffer.from(await reply.arrayBuffer()))
  return path
}

describe('is not given', () => {
  test('to nobody, nor to a role that may not both moderate and take out', async () => {
    expect((await ask(null)).status).toBe(401)
    for (const role of ['expert', 'practitioner', 'observer', 'hubAuditor'] as RoleName[]) {
      const who = await l.w.somebody(role)
      expect([role, (await ask(who)).body.code]).toEqual([role, 'not-allowed'])
    }
  })
  test('without a reason, nor as a table, nor a table as an archive', async () => {
    expect((await ask(l.moderator, { reason: '' })).status).toBe(422)
    expect((await ask(l.moderator, { format: 'csv' })).body).toMatchObject({
      faults: [{ pointer: '/format' }],
    })
    expect((await ask(l.moderator, { of: 'initiatives' })).body).toMatchObject({
      faults: [{ pointer: '/format' }],
    })
  })
})

test('holds every practice whole, and a manifest that fits', async () => {
  const open = await l.published(author, { audience: 'public', content: practiceContent('Open one') })
  const closed = await l.published(author, { audience: 'state', content: practiceContent('Closed one') })
  const path = await taken(l.moderator)
  const zip = await JSZip.loadAsync(await readFile(path))
  for (const [{ number, id }, title] of [
    [open, 'Open one'],
    [closed, 'Closed one'],
  ] as const) {
    const text = (await zip.file(`practices/${practiceSymbol(number)}.json`)?.async('text')) ?? ''
    const record = JSON.parse(text) as Record<string, unknown>
    expect(record).toMatchObject({
      id,
      number,
      state: 'published',
      editions: [{ number: 1, content: practiceContent(title) }],
    })
    // Who wrote it is no part of a library.
    expect(text).not.toContain(author.name)
    expect(text).not.toContain(author.accountId)
  }
  const { manifest, findings } = await checkArchive(path)
  expect(findings).toEqual([])
  expect(manifest).toMatchObject({ kind: 'kerege.practice-library', version: 1, node: 'kz' })
  expect(manifest.files.length).toBe(Object.values(zip.files).filter(one => !one.dir).length - 1)
  const entries = await l.w.admin.query(
    "select action from audit.entries where action like 'practice-library.%' order by at",
  )
  expect(entries.rows.map(row => row.action)).toEqual(
    expect.arrayContaining(['practice-library.export-asked', 'practice-library.exported']),
  )
})

test('holds attachments as they were put in, where practices are tried, and the thesaurus', async () => {
  const { id, number } = await l.published(author, { audience: 'public' })
  const fileId = newId()
  const bytes = new TextEncoder().encode('Анкета для первой беседы\n')
  const params = { id, fileId }
  await l.w.as(author)(addAttachment, {
    params: { id },
    body: { id: fileId, name: 'Анкета.TXT', mediaType: 'text/plain' },
  })
  expect((await l.w.as(author)(putAttachment, { params, body: bytes })).status).toBe(200)
  const lost = newId()
  await l.w.as(author)(addAttachment, {
    params: { id },
    body: { id: lost, name: 'lost.txt', mediaType: 'text/plain' },
  })
  await l.w.as(author)(putAttachment, { params: { id, fileId: lost }, body: bytes })
  // As if the disk had lost it.
  await l.w.admin.query('update practices.attachments set file_id = $2 where id = $1', [lost, newId()])
  const uz = await l.of('UZ')
  const adopted = await l.w.as(uz)(adoptPractice, {
    params: { id },
    body: {
      ...{ id: newId(), reportId: newId(), by: 'organisation', country: 'UZ', place: 'Samarkand' },
      ...{ since: '2026-09-01', words: 'Two schools have begun', language: 'en' },
    },
  })
  expect(adopted.status).toBe(201)
  const path = await taken(l.moderator)
  const zip = await JSZip.loadAsync(await readFile(path))
  const symbol = practiceSymbol(number)
  expect(await zip.file(`attachments/${symbol}/${fileId}.txt`)?.async('uint8array')).toEqual(bytes)
  expect(zip.file(`attachments/${symbol}/${lost}.damaged`)).not.toBeNull()
  const uses = (await zip.file(`adoption/${symbol}.json`)?.async('text')) ?? ''
  expect(JSON.parse(uses)).toMatchObject([
    { place: 'Samarkand', standing: 'trying', edition: 1, reports: [{ words: 'Two schools have begun' }] },
  ])
  expect(uses).not.toContain(uz.name)
  expect(uses).not.toContain(uz.accountId)
  const skos = JSON.parse((await zip.file('thesaurus.jsonld')?.async('text')) ?? '') as {
    '@graph': object[]
  }
  expect(skos['@graph']).toHaveLength(concepts.length + 1)
  expect((await checkArchive(path)).findings).toEqual([])
})

describe('an archive that is not whole', () => {
  const sha = (text: string) => createHash('sha256').update(text).digest('hex')
  const manifest = (files: object[]) =>
    JSON.stringify({
      kind: 'kerege.practice-library',
      version: 1,
      node: 'hub',
      madeAt: '2026-11-26T00:00:00Z',
      files,
    })
  async function made(parts: Record<string, string>): Promise<string> {
    const chunks: Uint8Array[] = []
    const all = Object.entries(parts).map(([name, text]) => ({ name, chunks: [Buffer.from(text)] }))
    for await (const chunk of zipOf(all)) chunks.push(chunk)
    const path = join(folder, `${Math.random()}.zip`)
    await writeFile(path, Buffer.concat(chunks))
    return path
  }

  test('says which part is changed, missing or not on its list', async () => {
    const path = await made({
      'a.json': 'as it was',
      'b.json': 'changed meanwhile',
      'extra.json': 'slipped in',
      'manifest.json': manifest([
        { name: 'a.json', size: 9, sha256: sha('as it was') },
        { name: 'b.json', size: 9, sha256: sha('as it was') },
        { name: 'c.json', size: 9, sha256: sha('as it was') },
      ]),
    })
    expect((await checkArchive(path)).findings).toEqual([
      { file: 'extra.json', finding: 'unlisted' },
      { file: 'b.json', finding: 'changed' },
      { file: 'c.json', finding: 'missing' },
    ])
  })

  test('or cannot be opened at all', async () => {
    const whole = await readFile(await made({ 'manifest.json': manifest([]) }))
    const cases: [string, Buffer][] = [
      ['cut off', whole.subarray(0, whole.length - 10)],
      ['empty', Buffer.alloc(0)],
      ['no archive', Buffer.from('hello'.repeat(100))],
      ['without a manifest', await readFile(await made({ 'a.json': 'x' }))],
      ['with another manifest', await readFile(await made({ 'manifest.json': '{"kind":"other"}' }))],
    ]
    for (const [name, bytes] of cases) {
      const path = join(folder, 'broken.zip')
      await writeFile(path, bytes)
      await expect(checkArchive(path), name).rejects.toThrow(ZipFault)
    }
  })

  test('also when bytes inside of it have turned', async () => {
    const text = 'a text of a practice, long enough to be packed '.repeat(40)
    const path = await made({
      'a.json': text,
      'manifest.json': manifest([{ name: 'a.json', size: text.length, sha256: sha(text) }]),
    })
    expect((await checkArchive(path)).findings).toEqual([])
    const bytes = await readFile(path)
    bytes[50] = (bytes[50] ?? 0) ^ 0xff
    await writeFile(path, bytes)
    const { findings } = await checkArchive(path)
    expect(findings).toHaveLength(1)
    expect(findings[0]?.file).toBe('a.json')
  })
})
