/** Papers in a bucket, through HTTP: sealed before they leave, whole or not there whatever the store does, and gone when they should be. */
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { urlOf } from '@kerege/contract/client'
import {
  addDocument,
  getContent,
  getDocument,
  putContent,
  removeDocument,
} from '@kerege/contract/documents/routes'
import { registerPerson } from '@kerege/contract/people/routes'
import { afterAll, beforeAll, beforeEach, expect, onTestFinished, test } from 'vitest'
import { objectStore } from '../../../../../tests/support/objectStore.ts'
import { newKey } from '../../backup/keys.ts'
import { makeBackup } from '../../backup/make.ts'
import { readBackup } from '../../backup/read.ts'
import { inTransaction } from '../../platform/database.ts'
import { nameOf } from '../../platform/fileStore.ts'
import { newId } from '../../platform/ids.ts'
import { draft } from '../../testing/people.ts'
import { type Somebody, type World, world } from '../../testing/world.ts'
import { eraseDocumentsOf } from './index.ts'
import { sweep } from './sweep.ts'

let there: Awaited<ReturnType<typeof objectStore>>
let w: World
let worker: Somebody
let personId: string
beforeAll(async () => {
  there = await objectStore()
  w = await world({ objectStore: there.settings })
  worker = await w.somebody('caseManager')
  personId = await registered()
})
beforeEach(() => there.feel('well'))
afterAll(async () => {
  await w.close()
  await there.close()
})

async function registered() {
  const person = draft()
  expect(await w.as(worker)(registerPerson, { body: person })).toMatchObject({ status: 201 })
  return person.id
}

const letter = new TextEncoder().encode('A letter of the school, word by word.\n'.repeat(9000))

async function announced(subjectId = personId) {
  const body = { id: newId(), versionId: newId(), subjectId, compartment: 'social' as const }
  const made = await w.as(worker)(addDocument, { body: { ...body, name: 'a.txt', mediaType: 'text/plain' } })
  expect(made.status).toBe(201)
  return { id: body.id, versionId: body.versionId }
}
const stored = (params: { id: string; versionId: string }) =>
  w.as(worker)(putContent, { params, body: letter })
const opened = (params: { id: string; versionId: string }) => w.raw(urlOf(getContent, { params }), {}, worker)
async function attached(subjectId = personId) {
  const params = await announced(subjectId)
  expect(await stored(params)).toMatchObject({ status: 200 })
  const found = await w.admin.query('select file_id from documents.versions where id = $1', [
    params.versionId,
  ])
  return { ...params, key: nameOf(found.rows[0].file_id) }
}

test('a paper lies in the bucket alone, and nobody reads it there', async () => {
  const paper = await attached()
  const kept = there.objects.get(paper.key)?.body
  expect(kept?.length).toBeGreaterThan(letter.length)
  expect(kept?.includes('letter of the school')).toBe(false)
  expect(await (await opened(paper)).text()).toBe(new TextDecoder().decode(letter))
  // Neither the words nor a name travel: an address of an object is a number of the node's own.
  expect(there.asked.every(one => /^(GET|PUT) \/[a-z-]+\/documents\/[0-9a-f/-]+$/.test(one))).toBe(true)
  expect(await readdir(join(w.dataDir, 'leaving'))).toEqual([])
  expect(await readdir(w.dataDir)).not.toContain('documents')
  expect(there.faults).toEqual([])
})

test.each(['silent', 'busy', 'refuses'] as const)(
  'a store that is %s: nothing is half done, and the same command goes through later',
  async mood => {
    const params = await announced()
    const before = there.objects.size
    there.feel(mood)
    expect(await stored(params)).toMatchObject({ status: 503, body: { code: 'storage-away' } })
    there.feel('well')
    expect(there.objects.size).toBe(before)
    expect((await w.as(worker)(getDocument, { params: { id: params.id } })).body.versions).toMatchObject([
      { state: 'awaiting' },
    ])
    expect(await stored(params)).toMatchObject({ status: 200 })

    there.feel(mood)
    const away = await opened(params)
    expect([away.status, ((await away.json()) as { code: string }).code]).toEqual([503, 'storage-away'])
    there.feel('well')
    expect((await (await opened(params)).text()).length).toBe(letter.length)
    for (const word of [there.settings.bucket, there.settings.accessKeyId, there.settings.secretAccessKey])
      expect(w.logged.join()).not.toContain(word)
  },
)

test('a paper that was lost or cut over there is damaged, and never given out in part as if it were whole', async () => {
  const paper = await attached()
  there.feel('cut')
  await expect(opened(paper).then(answer => answer.text())).rejects.toThrow()
  there.feel('short')
  await expect(
    opened(paper).then(async answer => {
      if (answer.status === 200) return answer.text()
      throw new Error('refused')
    }),
  ).rejects.toThrow()
  there.feel('well')
  there.objects.delete(paper.key)
  const gone = await opened(paper)
  expect([gone.status, ((await gone.json()) as { code: string }).code]).toEqual([503, 'document-damaged'])
})

test('what is removed goes from the bucket, at the latest when the store is there again', async () => {
  const [paper, other] = [await attached(), await attached()]
  const params = { id: paper.id }
  expect(await w.as(worker)(removeDocument, { params, body: { reason: 'Of somebody else' } })).toMatchObject({
    status: 204,
  })
  there.feel('busy')
  await expect(sweep(w.running.node)).rejects.toThrow('The object store answered 503.')
  there.feel('well')
  expect(await sweep(w.running.node)).toMatchObject({ discarded: 1 })
  expect(there.objects.has(paper.key)).toBe(false)
  expect(there.objects.has(other.key)).toBe(true)
})

test('what is erased with somebody goes too', async () => {
  const own = await registered()
  const [paper, other] = [await attached(own), await attached()]
  const { node } = w.running
  await inTransaction(node.pool, async (tx, client) => {
    const found = await w.admin.query('select token_hash from access.sessions where account_id = $1', [
      worker.accountId,
    ])
    await client.query('select access.enter($1, 60)', [found.rows[0].token_hash])
    // The rest of a context belongs to requests, and erasure asks for none of it.
    await eraseDocumentsOf({ node, tx, client } as unknown as Parameters<typeof eraseDocumentsOf>[0], [own])
  })
  await sweep(node)
  expect([there.objects.has(paper.key), there.objects.has(other.key)]).toEqual([false, true])
})

test('what no row names is swept after its time', async () => {
  const orphan = newId()
  there.objects.set(nameOf(orphan), { body: Buffer.from('noise'), at: new Date(Date.now() - 7_200_000) })
  const kept = await attached()
  const one = there.objects.get(kept.key)
  if (one) one.at = new Date(0)
  expect(await sweep(w.running.node)).toMatchObject({ orphaned: 1 })
  expect([there.objects.has(nameOf(orphan)), there.objects.has(kept.key)]).toEqual([false, true])
})

test('a backup takes the papers out of the bucket', async () => {
  const paper = await attached()
  const folder = await mkdtemp(join(tmpdir(), 'kerege-bucket-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  const key = await newKey(false)
  const identity = { id: 'kz', kind: 'national', demo: false } as const
  const { file, manifest } = await makeBackup(
    { identity, urls: w.database, files: w.running.node.files, masterKeyFile: join(w.dataDir, 'master.key') },
    { folder, recipients: [key.recipient], at: new Date(), keepDays: 2, program: 'test' },
  )
  const held = new Map<string, Buffer>()
  await readBackup(file, [key.identity], {
    about: async () => undefined,
    document: async (id, content) => {
      held.set(nameOf(id), await buffer(content))
    },
    table: async (_, content) => {
      for await (const _chunk of content);
    },
  })
  expect(held.get(paper.key)).toEqual(there.objects.get(paper.key)?.body)
  expect(held.size).toBe(manifest.documents.files)
})
