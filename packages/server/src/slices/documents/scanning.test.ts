/** Papers and a scanner: one that answers by the protocol of clamd, by a command, slowly, wrongly, or not at all. */
import { readdir } from 'node:fs/promises'
import { createServer, type Server, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { urlOf } from '@kerege/contract/client'
import { addDocument, getContent, getDocument, putContent } from '@kerege/contract/documents/routes'
import { registerPerson } from '@kerege/contract/people/routes'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newId } from '../../platform/ids.ts'
import { openScanner } from '../../platform/scanner.ts'
import { draft } from '../../testing/people.ts'
import { type Somebody, type World, world } from '../../testing/world.ts'
import { readingTogether } from '../../testing/together.ts'
import { scanWaiting } from './scanning.ts'
import { pdf } from './testing/samples.ts'

const harm = 'INVENTED-HARM-FOR-A-TEST'

/** clamd as far as INSTREAM goes; `mood` says how it behaves. */
function openClamd() {
  const heard = { bytes: 0, looks: 0 }
  const clamd = {
    mood: 'well' as 'well' | 'shut' | 'mute' | 'error',
    heard,
    server: undefined as unknown as Server,
  }
  const read = (socket: Socket) => {
    let held = Buffer.alloc(0)
    let content = Buffer.alloc(0)
    let begun = false
    socket.on('error', () => undefined)
    socket.on('data', part => {
      held = Buffer.concat([held, part as Buffer])
      if (!begun) {
        if (held.length < 10) return
        expect(held.toString('latin1', 0, 10)).toBe('zINSTREAM\0')
        held = held.subarray(10)
        begun = true
      }
      while (held.length >= 4 && held.length >= 4 + held.readUInt32BE(0)) {
        const length = held.readUInt32BE(0)
        content = Buffer.concat([content, held.subarray(4, 4 + length)])
        held = held.subarray(4 + length)
        if (length > 0) continue
        heard.looks += 1
        heard.bytes = content.length
        if (clamd.mood === 'mute') return
        const found = content.includes(harm)
        const says =
          clamd.mood === 'error'
            ? 'INSTREAM size limit exceeded. ERROR'
            : `stream: ${found ? 'Invented.Test FOUND' : 'OK'}`
        socket.end(`${says}\0`)
      }
    })
  }
  clamd.server = createServer(socket => (clamd.mood === 'shut' ? socket.destroy() : read(socket)))
  return clamd
}

const clamd = openClamd()
const socketPath = join(tmpdir(), `kerege-clamd-${newId()}.sock`)
const scanner = openScanner(`unix://${socketPath}`)
let w: World
let worker: Somebody
let personId: string
beforeAll(async () => {
  await new Promise<void>(resolve => clamd.server.listen(socketPath, resolve))
  w = await world({ scanner: `unix://${socketPath}` })
  worker = await w.somebody('caseManager')
  const person = draft()
  personId = person.id
  expect((await w.as(worker)(registerPerson, { body: person })).status).toBe(201)
})
afterAll(async () => {
  await w.close()
  clamd.server.close()
})

async function announced() {
  const body = {
    id: newId(),
    versionId: newId(),
    subjectId: personId,
    compartment: 'social' as const,
    name: 'paper.pdf',
    mediaType: 'application/pdf' as const,
  }
  expect((await w.as(worker)(addDocument, { body })).status).toBe(201)
  return { id: body.id, versionId: body.versionId }
}
type Place = Awaited<ReturnType<typeof announced>>
const put = (params: Place, bytes: ReturnType<typeof pdf>) =>
  w.as(worker)(putContent, { params, body: bytes })
const state = async ({ id }: Place) =>
  (await w.as(worker)(getDocument, { params: { id } })).body.versions[0]?.state
const opened = async (params: Place) => {
  const answer = await w.raw(urlOf(getContent, { params }), {}, worker)
  return { status: answer.status, text: await answer.text() }
}
const files = async () =>
  (
    await readdir(join(w.dataDir, 'documents'), { recursive: true, withFileTypes: true }).catch(() => [])
  ).filter(one => one.isFile()).length
const logged = async (action: string, code: string) =>
  (
    await w.admin.query<{ subjects: string[] }>(
      "select subjects from audit.entries where action = $1 and code = $2 and outcome = 'refused'",
      [action, code],
    )
  ).rows.flatMap(row => row.subjects)

const clean = pdf()
const harmful = pdf(harm)

describe('a paper', () => {
  test('in which something is found is refused, written down, and never kept', async () => {
    clamd.mood = 'well'
    const before = await files()
    const place = await announced()
    expect(await put(place, harmful)).toMatchObject({ status: 422, body: { code: 'file-infected' } })
    expect([await state(place), await files()]).toEqual(['awaiting', before])
    expect(await logged('document.content-stored', 'file-infected')).toContain(place.id)
  })

  test('that is clean opens, after every byte was looked at', async () => {
    const place = await announced()
    expect(await put(place, clean)).toMatchObject({ status: 200 })
    expect([await state(place), clamd.heard.bytes]).toEqual(['stored', clean.length])
    expect((await opened(place)).status).toBe(200)
  })

  test.each(['shut', 'error'] as const)(
    'waits while the scanner is %s, and says so; then it opens',
    async mood => {
      clamd.mood = mood
      const place = await announced()
      expect(await put(place, clean)).toMatchObject({ status: 200 })
      expect(await state(place)).toBe('checking')
      expect(await opened(place)).toMatchObject({
        status: 503,
        text: expect.stringContaining('document-waits'),
      })
      await scanWaiting(w.running.node)
      expect(await state(place)).toBe('checking')
      clamd.mood = 'well'
      await scanWaiting(w.running.node)
      expect(await state(place)).toBe('stored')
      expect((await opened(place)).status).toBe(200)
    },
  )

  test('that waited and is found then is gone, and the log says so without anybody’s name', async () => {
    clamd.mood = 'shut'
    const place = await announced()
    expect(await put(place, harmful)).toMatchObject({ status: 200 })
    clamd.mood = 'well'
    // Two processes look at the same moment, and one of them says so.
    const node = readingTogether(w.running.node, 'documents.unscanned')
    await Promise.all([scanWaiting(node), scanWaiting(node)])
    expect(await state(place)).toBe('refused')
    expect((await opened(place)).status).toBe(404)
    expect(await logged('document.infected', 'file-infected')).toEqual([personId, place.id])
    const left = await w.admin.query('select file_id, wrapped, size from documents.versions where id = $1', [
      place.versionId,
    ])
    expect(left.rows).toEqual([{ file_id: null, wrapped: null, size: null }])
    expect((await w.admin.query('select 1 from documents.discarded')).rowCount).toBe(1)
  })

  test('is asked about by the node itself and by nobody else', async () => {
    const client = new (await import('pg')).default.Client({ connectionString: w.database.serverUrl })
    await client.connect()
    await client.query("select set_config('kerege.account', $1, false)", [newId()])
    await expect(client.query('select * from documents.unscanned(5)')).rejects.toMatchObject({
      code: '42501',
    })
    await expect(client.query('select documents.scanned($1, true)', [newId()])).rejects.toMatchObject({
      code: '42501',
    })
    await client.end()
  })
})

describe('no answer is never taken for clean', () => {
  test('nobody there, one that says nothing, and one that says something else', async () => {
    expect(await openScanner(`unix://${socketPath}.none`).look([clean], 2000)).toBe('away')
    clamd.mood = 'mute'
    expect(await scanner.look([clean], 200)).toBe('away')
    clamd.mood = 'error'
    expect(await scanner.look([clean], 2000)).toBe('away')
    clamd.mood = 'well'
    expect([await scanner.look([clean], 5000), await scanner.look([harmful], 5000)]).toEqual([
      'clean',
      'found',
    ])
  })

  test.each([
    ['/bin/true', 'clean'],
    ['/bin/false', 'found'],
    ['/nowhere/at-all', 'away'],
    ['/bin/sleep 30', 'away'],
    ['/usr/bin/env sh /nowhere/at-all', 'away'],
  ])('a command: %s', async (command, said) => {
    expect(await openScanner(command).look([Buffer.alloc(300_000)], 1500)).toBe(said)
  })
})
