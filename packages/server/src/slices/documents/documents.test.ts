import {
  addDocument,
  addVersion,
  entitleDocument,
  getContent,
  getDocument,
  listDocuments,
  putContent,
  removeDocument,
} from '@kerege/contract/documents/routes'
import type { AddDocument } from '@kerege/contract/documents/schema'
import { personHistory, registerPerson } from '@kerege/contract/people/routes'
import { urlOf } from '@kerege/contract/client'
import { randomBytes } from 'node:crypto'
import { readdir, readFile, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { draft as personDraft } from '../../testing/people.ts'
import { type Somebody, type World, world } from '../../testing/world.ts'
import { newId } from '../../platform/ids.ts'
import { eraseDocumentsOf } from './index.ts'
import { nameOf } from '../../platform/fileStore.ts'
import { placeFile } from './files.ts'
import { sweep } from './sweep.ts'
import { docx, pdf, png } from './testing/samples.ts'

let w: World
let worker: Somebody
let personId: string
beforeAll(async () => {
  w = await world()
  worker = await w.somebody('caseManager')
  personId = await registered(worker)
})
afterAll(() => w.close())

async function registered(who: Somebody): Promise<string> {
  const person = personDraft()
  expect(await w.as(who)(registerPerson, { body: person })).toMatchObject({ status: 201 })
  return person.id
}

const draft = (over: Partial<AddDocument> = {}): AddDocument => ({
  id: newId(),
  versionId: newId(),
  subjectId: personId,
  compartment: 'legal',
  name: 'Туу тууралы күбөлүк.pdf',
  mediaType: 'application/pdf',
  ...over,
})

/** A case manager of `education`, `social` ...: what may be written there. */
async function attached(over: Partial<AddDocument> = {}, bytes = pdf(), who = worker) {
  const body = draft({ compartment: 'social', ...over })
  expect(await w.as(who)(addDocument, { body })).toMatchObject({ status: 201 })
  const params = { id: body.id, versionId: body.versionId }
  expect(await w.as(who)(putContent, { params, body: bytes })).toMatchObject({ status: 200 })
  return { ...params, body }
}

const pathOf = (fileId: string) => join(w.dataDir, nameOf(fileId))

const download = (who: Somebody, params: { id: string; versionId: string }) =>
  w.raw(urlOf(getContent, { params }), {}, who)

const titled = (id: string) => ({
  params: { id },
  body: { title: { ky: { text: 'Чечим', state: 'draft' as const } } },
})

const fileOf = async (versionId: string) => {
  const found = await w.admin.query('select file_id from documents.versions where id = $1', [versionId])
  return found.rows[0].file_id as string
}

describe('an attachment is refused', () => {
  test('to somebody who is not signed in', async () => {
    expect(await w.as(null)(addDocument, { body: draft() })).toMatchObject({ status: 401 })
  })

  test('to a role without the verb', async () => {
    const helper = await w.somebody('ngoWorker')
    expect(await w.as(helper)(listDocuments, { query: { subjectId: personId } })).toMatchObject({
      status: 403,
      body: { code: 'not-allowed' },
    })
  })

  test('to a stranger, who learns nothing: neither that it is there nor that the person is', async () => {
    const document = await attached()
    const stranger = w.as(await w.somebody('caseManager', await w.agency()))
    const { id, versionId } = document
    const tries = [
      await stranger(getDocument, { params: { id } }),
      await stranger(getContent, { params: { id, versionId } }),
      await stranger(putContent, { params: { id, versionId }, body: pdf() }),
      await stranger(addVersion, {
        params: { id },
        body: { id: newId(), name: 'a.pdf', mediaType: 'application/pdf' },
      }),
      await stranger(removeDocument, { params: { id }, body: { reason: 'It is in my way' } }),
      await stranger(addDocument, { body: draft({ compartment: 'social' }) }),
      // The id of somebody else's document makes nothing new and gives nothing away.
      await stranger(addDocument, { body: document.body }),
      await stranger(getDocument, { params: { id: newId() } }),
    ]
    const bare = (reply: { status: number; body: object }) => ({
      ...reply,
      body: { ...reply.body, reference: '' },
    })
    for (const one of tries) {
      expect(one).toMatchObject({ status: 404, body: { code: 'not-found' } })
      expect(bare(one)).toEqual(bare(tries[0] as (typeof tries)[0]))
    }
    const theirs = await stranger(listDocuments, { query: { subjectId: personId } })
    const nobodys = await stranger(listDocuments, { query: { subjectId: newId() } })
    expect(theirs.body).toEqual({ rows: [] })
    expect(theirs.body).toEqual(nobodys.body)
  })

  test('in a compartment that is shut, to write or to read', async () => {
    // A case manager reads the legal compartment and does not write it, and has nothing of mhpss.
    expect(await w.as(worker)(addDocument, { body: draft({ compartment: 'legal' }) })).toMatchObject({
      status: 404,
    })
    const psychologist = await w.somebody('psychologist')
    await w.grant(psychologist, personId, 'task')
    const notes = await attached({ compartment: 'mhpss' }, pdf(), psychologist)
    expect(await w.as(worker)(getDocument, { params: { id: notes.id } })).toMatchObject({ status: 404 })
    expect((await download(worker, notes)).status).toBe(404)
    const shown = await w.as(worker)(listDocuments, { query: { subjectId: personId } })
    expect(shown.body.rows.map(row => row.id)).not.toContain(notes.id)
    const theirs = await w.as(psychologist)(listDocuments, { query: { subjectId: personId } })
    expect(theirs.body.rows.map(row => row.compartment)).toEqual(['mhpss'])
    const history = await w.as(worker)(personHistory, { params: { id: personId } })
    expect(history.body.rows.map(row => row.compartment)).not.toContain('mhpss')
  })

  test('to those who read and do not write, when they would change it', async () => {
    const document = await attached()
    const { id } = document
    const member = await w.somebody('guardianshipOfficer')
    await w.grant(member, personId, 'sitting')
    expect(await w.as(member)(getDocument, { params: { id } })).toMatchObject({
      status: 200,
      body: { writable: false },
    })
    const body = { reason: 'Not needed' }
    expect(await w.as(member)(removeDocument, { params: { id }, body })).toMatchObject({ status: 403 })
    // A lawyer has the verb, and reads the social compartment never: what cannot be read cannot be removed.
    const lawyer = await w.somebody('lawyer')
    await w.grant(lawyer, personId, 'task')
    expect(await w.as(lawyer)(removeDocument, { params: { id }, body })).toMatchObject({ status: 404 })
    // A case manager has the verb too, and reads what a lawyer attached, but does not write there.
    const ruling = await attached({ compartment: 'legal' }, pdf(), lawyer)
    const as = w.as(worker)
    expect(await as(getDocument, { params: { id: ruling.id } })).toMatchObject({
      status: 200,
      body: { writable: false },
    })
    expect(await as(removeDocument, { params: { id: ruling.id }, body })).toMatchObject({ status: 404 })
    expect(await as(entitleDocument, titled(ruling.id), { ifMatch: '"2"' })).toMatchObject({ status: 404 })
    expect(await as(putContent, { params: ruling, body: pdf() })).toMatchObject({ status: 404 })
  })

  test.each([
    ['a path', '../../etc/passwd.pdf', 'file-name'],
    ['a drive', 'C:\\Users\\a.pdf', 'file-name'],
    ['a hidden file', '.htaccess.pdf', 'file-name'],
    ['a stream', 'a.pdf:evil.pdf', 'file-name'],
    ['NUL', 'a\0.pdf', 'forbidden-characters'],
    ['a mark that turns the reading round', 'a\u202efdp.exe.pdf', 'forbidden-characters'],
    ['an ending of another type', 'scan.pdf.exe', 'file-ending'],
    ['no ending', 'scan', 'file-ending'],
    ['nothing', ' ', 'required'],
  ])('by its name: %s', async (_, name, code) => {
    const reply = await w.as(worker)(addDocument, { body: draft({ compartment: 'social', name }) })
    expect(reply).toMatchObject({ status: 422, body: { code: 'invalid' } })
    const { faults } = reply.body as unknown as { faults: { pointer: string; code: string }[] }
    expect(faults).toContainEqual(expect.objectContaining({ pointer: '/name', code }))
  })

  test('when its type is not on the list', async () => {
    const body = { ...draft({ compartment: 'social' }), mediaType: 'image/svg+xml', name: 'a.svg' }
    expect(await w.as(worker)(addDocument, { body: body as never })).toMatchObject({
      status: 422,
      body: { faults: [{ pointer: '/mediaType' }] },
    })
  })

  test('when it is too large, empty, of another type or two files in one', async () => {
    const body = draft({ compartment: 'social' })
    await w.as(worker)(addDocument, { body })
    const params = { id: body.id, versionId: body.versionId }
    const put = (bytes: Buffer<ArrayBuffer>) => w.as(worker)(putContent, { params, body: bytes })
    expect(await put(Buffer.concat([pdf(), Buffer.alloc(20_000_000, 32)]))).toMatchObject({
      status: 413,
      body: { code: 'too-large', limit: 20_000_000 },
    })
    expect(await put(Buffer.alloc(25_000_001))).toMatchObject({ status: 413 })
    expect(await put(Buffer.alloc(0))).toMatchObject({ status: 422 })
    expect(await put(png())).toMatchObject({ status: 422, body: { code: 'file-type-differs' } })
    const polyglot = Buffer.concat([pdf(), Buffer.from('<html><script>alert(1)</script>')])
    expect(await put(polyglot)).toMatchObject({ status: 422, body: { code: 'file-mixed' } })
    const told = await w.as(worker)(getDocument, { params: { id: body.id } })
    expect(told.body.versions).toMatchObject([{ state: 'awaiting' }])
    expect((await download(worker, params)).status).toBe(404)
    expect(await put(pdf())).toMatchObject({ status: 200 })
  })

  test('to be written over', async () => {
    const { id, versionId } = await attached()
    const put = (bytes: Buffer<ArrayBuffer>) =>
      w.as(worker)(putContent, { params: { id, versionId }, body: bytes })
    const again = await put(pdf())
    expect(again).toMatchObject({ status: 200 })
    expect(await put(pdf('Another'))).toMatchObject({ status: 409, body: { code: 'content-stored' } })
    // Not by the back door either: the database refuses what the code might forget.
    const changed = await w.admin.query(
      "select has_column_privilege(rolname, 'documents.versions', 'name', 'update') as may from pg_roles where rolname = $1",
      [decodeURIComponent(new URL(w.database.serverUrl).username)],
    )
    expect(changed.rows[0].may).toBe(false)
  })
})

describe('an attachment', () => {
  test('is added, read, given a title, followed by a newer version, and removed with a reason', async () => {
    const own = await registered(worker)
    const as = w.as(worker)
    const { id, versionId, body } = await attached({ subjectId: own })
    const again = await as(addDocument, { body })
    expect(again).toMatchObject({ status: 201, body: { versions: [{ id: versionId, number: 1 }] } })

    const file = await download(worker, { id, versionId })
    expect(file.status).toBe(200)
    expect(Object.fromEntries(file.headers)).toMatchObject({
      'content-type': 'application/pdf',
      'content-disposition': 'attachment; filename="document-1.pdf"',
      'content-length': String(pdf().length),
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
    })
    expect(Buffer.from(await file.arrayBuffer())).toEqual(pdf())

    const title = {
      kk: { text: 'Туу туралы куәлік', state: 'checked' as const },
      en: { text: 'Birth certificate', state: 'machine' as const },
    }
    const { etag } = await as(getDocument, { params: { id } })
    expect(await as(entitleDocument, { params: { id }, body: { title } }, { ifMatch: '"77"' })).toMatchObject(
      {
        status: 412,
      },
    )
    const titled = await as(entitleDocument, { params: { id }, body: { title } }, { ifMatch: etag ?? '' })
    expect(titled).toMatchObject({ status: 200, body: { title } })

    const next = { id: newId(), name: 'Certificate, translated.docx', mediaType: docxType }
    expect(await as(addVersion, { params: { id }, body: next })).toMatchObject({ status: 201 })
    expect(await as(addVersion, { params: { id }, body: next })).toMatchObject({ status: 201 })
    await as(putContent, { params: { id, versionId: next.id }, body: docx() })
    const both = await as(listDocuments, { query: { subjectId: own } })
    expect(both.body.rows).toMatchObject([
      {
        id,
        writable: true,
        versions: [
          { number: 2, name: next.name, state: 'stored', size: docx().length },
          { number: 1, name: body.name, state: 'stored', by: worker.name },
        ],
      },
    ])
    expect(Buffer.from(await (await download(worker, { id, versionId: next.id })).arrayBuffer())).toEqual(
      docx(),
    )

    const files = [await fileOf(versionId), await fileOf(next.id)]
    const reason = 'It belongs to another family'
    expect(await as(removeDocument, { params: { id }, body: { reason } })).toMatchObject({ status: 204 })
    expect(await as(getDocument, { params: { id } })).toMatchObject({ status: 404 })
    expect((await download(worker, { id, versionId })).status).toBe(404)
    const history = await as(personHistory, { params: { id: own } })
    expect(history.body.rows[0]).toMatchObject({
      reason,
      compartment: 'social',
      changes: [{ field: 'documents', before: { id, files: [{ number: 2 }, { name: body.name }] } }],
    })
    expect(await sweep(w.running.node)).toMatchObject({ discarded: 2 })
    for (const one of files) await expect(readFile(pathOf(one))).rejects.toThrow('ENOENT')
  })

  test('leaves its names in no log and no address, and each download in the audit', async () => {
    const name = 'Сот шешімі 2025.pdf'
    const { id, versionId } = await attached({ name })
    await (await download(worker, { id, versionId })).arrayBuffer()
    expect(w.logged.join('')).not.toContain('Сот')
    const entries = await w.admin.query(
      "select action, account_id from audit.entries where $1 = any (subjects) and action = 'document.downloaded'",
      [id],
    )
    expect(entries.rows).toEqual([{ action: 'document.downloaded', account_id: worker.accountId }])
    const whole = await w.admin.query('select e::text as text from audit.entries e')
    expect(whole.rows.map(row => row.text).join('')).not.toContain('Сот')
  })

  test('is listed page by page', async () => {
    const own = await registered(worker)
    const ids: string[] = []
    for (let i = 0; i < 5; i += 1) ids.unshift((await attached({ subjectId: own })).id)
    const as = w.as(worker)
    const first = await as(listDocuments, { query: { subjectId: own, limit: 3 } })
    const second = await as(listDocuments, { query: { subjectId: own, limit: 3, cursor: first.body.next } })
    expect([...first.body.rows, ...second.body.rows].map(row => row.id)).toEqual(ids)
    expect(second.body.next).toBeUndefined()
  })
})

const docxType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document' as const

describe('a file on the disk', () => {
  test('shows nothing of its content or its name', async () => {
    const { versionId } = await attached({}, pdf('Көктемова Әлия'))
    const path = pathOf(await fileOf(versionId))
    const bytes = await readFile(path)
    expect(bytes.length).toBeGreaterThan(pdf().length)
    expect(bytes.includes('PDF')).toBe(false)
    expect(bytes.includes('Әлия')).toBe(false)
    expect(path.slice(w.dataDir.length)).toMatch(/^\/documents\/[0-9a-f]{2}\/[0-9a-f]{2}\/[0-9a-f-]{36}$/)
  })

  test('is found out when one byte of it was changed', async () => {
    const long = Buffer.concat([pdf().subarray(0, -6), randomBytes(300_000), Buffer.from('\n%%EOF\n')])
    const first = await attached({}, long)
    const path = pathOf(await fileOf(first.versionId))
    const change = async (at: number) => {
      const bytes = await readFile(path)
      bytes[at] = (bytes[at] ?? 0) ^ 1
      await writeFile(path, bytes)
    }
    await change(200_000)
    const broken = await download(worker, first)
    await expect(broken.arrayBuffer()).rejects.toThrow()
    await change(200_000)
    expect(Buffer.from(await (await download(worker, first)).arrayBuffer())).toEqual(long)
    await change(1000)
    const refused = await download(worker, first)
    expect(refused.status).toBe(503)
    expect(await refused.json()).toMatchObject({ code: 'document-damaged' })
    expect(w.logged.some(line => line.includes('document-damaged'))).toBe(true)
  })

  test('cannot be read by the row of another version', async () => {
    const [a, b] = [await attached({}, pdf('one')), await attached({}, pdf('two'))]
    const file = await fileOf(b.versionId)
    await w.admin.query(
      'update documents.versions set file_id = null, size = null, digest = null, wrapped = null, person_id = null, stored_at = null where id = $1',
      [b.versionId],
    )
    await w.admin.query('update documents.versions set file_id = $2 where id = $1', [a.versionId, file])
    expect((await download(worker, a)).status).toBe(503)
  })

  test('is swept when no row names it, and only after its time', async () => {
    const { versionId } = await attached()
    const orphan = await placeFile(w.running.node, randomBytes(32), [pdf()])
    const piece = `${pathOf(orphan)}.part`
    await writeFile(piece, 'half')
    await sweep(w.running.node)
    await readFile(pathOf(orphan))
    const old = new Date(w.running.node.now().getTime() - 3 * 3_600_000)
    for (const path of [piece, pathOf(orphan), pathOf(await fileOf(versionId))]) {
      await utimes(path, old, old)
    }
    expect(await sweep(w.running.node)).toMatchObject({ orphaned: 2 })
    await expect(readFile(pathOf(orphan))).rejects.toThrow('ENOENT')
    await expect(readFile(piece)).rejects.toThrow('ENOENT')
    await readFile(pathOf(await fileOf(versionId)))
  })

  test('that never came takes its announcement with it after a day', async () => {
    const body = draft({ compartment: 'social' })
    await w.as(worker)(addDocument, { body })
    const kept = await attached()
    await sweep(w.running.node)
    expect(await w.as(worker)(getDocument, { params: { id: body.id } })).toMatchObject({ status: 200 })
    await w.admin.query("update documents.versions set created_at = now() - interval '2 days'")
    await w.admin.query("update documents.documents set created_at = now() - interval '2 days'")
    await sweep(w.running.node)
    expect(await w.as(worker)(getDocument, { params: { id: body.id } })).toMatchObject({ status: 404 })
    expect(await w.as(worker)(getDocument, { params: { id: kept.id } })).toMatchObject({ status: 200 })
  })
})

describe('erasure', () => {
  test('takes rows, keys and files in every compartment, also those shut to who erases', async () => {
    const own = await registered(worker)
    const psychologist = await w.somebody('psychologist')
    await w.grant(psychologist, own, 'task')
    const notes = await attached({ subjectId: own, compartment: 'mhpss' }, pdf('notes'), psychologist)
    const other = await attached({ subjectId: own })
    const paths = [await fileOf(notes.versionId), await fileOf(other.versionId)].map(id => pathOf(id))
    await asActor(worker, ctx => eraseDocumentsOf(ctx, [own]))
    const left = await w.admin.query('select 1 from documents.versions where subject_id = $1', [own])
    expect(left.rowCount).toBe(0)
    await sweep(w.running.node)
    for (const path of paths) await expect(readFile(path)).rejects.toThrow('ENOENT')
    expect((await readdir(join(w.dataDir, 'documents'))).length).toBeGreaterThan(0)
  })

  test('is refused for a record that is not open', async () => {
    const { id } = await attached()
    const stranger = await w.somebody('supervisor', await w.agency())
    await expect(asActor(stranger, ctx => eraseDocumentsOf(ctx, [personId]))).rejects.toMatchObject({
      code: '42501',
    })
    expect(await w.as(worker)(getDocument, { params: { id } })).toMatchObject({ status: 200 })
  })

  test('of the key alone leaves a file that nobody can read', async () => {
    const own = await registered(worker)
    const document = await attached({ subjectId: own })
    await w.admin.query('delete from audit.person_keys where person_id = $1', [own])
    expect((await download(worker, document)).status).toBe(404)
  })
})

type Ctx = Parameters<typeof eraseDocumentsOf>[0]

/** Runs an action as later slices call it: inside a request's transaction of somebody. */
async function asActor<T>(who: Somebody, work: (ctx: Ctx) => Promise<T>): Promise<T> {
  const { inTransaction } = await import('../../platform/database.ts')
  return inTransaction(w.running.node.pool, async (tx, client) => {
    const found = await w.admin.query('select token_hash from access.sessions where account_id = $1', [
      who.accountId,
    ])
    await client.query('select access.enter($1, 60)', [found.rows[0].token_hash])
    // The rest of a context belongs to requests, and erasure asks for none of it.
    return work({ node: w.running.node, tx, client } as unknown as Ctx)
  })
}
