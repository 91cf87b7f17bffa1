/** The log as a stranger has it: a signed checkpoint and tiles, from which alone any proof follows. */
import { Readable } from 'node:stream'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openPool } from '../platform/database.ts'
import {
  checkLog,
  consistencyFault,
  consistencyRanges,
  hashOfRange,
  inclusionFault,
  inclusionRanges,
  logKey,
  openCheckpoint,
  recordAlone,
  signCheckpoint,
} from '../slices/audit/index.ts'
import { type World, world } from '../testing/world.ts'
import type { Io } from './io.ts'
import { headOf, overTheLine } from './logSource.ts'
import { run } from './main.ts'

const sizes = [300, 530]
let w: World
const notes: string[] = []

beforeAll(async () => {
  w = await world()
  for (const size of sizes) {
    const { rows } = await w.admin.query<{ count: string }>('select count(*) from audit.entries')
    for (let count = Number(rows[0]?.count); count < size; count += 1) {
      const entry = {
        requestId: 'test',
        at: new Date(),
        actor: null,
        action: 'test.done',
        outcome: 'done',
      } as const
      await recordAlone(w.running.node.pool, entry)
    }
    await w.running.sequencer.flush()
    notes.push(await (await w.raw('/log/checkpoint')).text())
  }
})
afterAll(() => w.close())

const status = async (path: string) => {
  const response = await w.raw(path)
  await response.arrayBuffer()
  return response.status
}

describe('nobody gets', () => {
  test.each([
    'tile/0/002.p/19',
    'tile/0/002',
    'tile/0/003.p/1',
    'tile/1/000',
    'tile/2/000.p/1',
    'tile/0/2.p/18',
    'tile/entries/000',
    'tile/',
    'entries',
    '',
  ])('/log/%s', async path => expect(await status(`/log/${path}`)).toBe(404))
})

test('the checkpoint is signed by the node, and kept by nobody on the way', async () => {
  const response = await w.raw('/log/checkpoint')
  const note = await response.text()
  expect(openCheckpoint(note, 'kerege.kz', w.running.logPublicKey)).toMatchObject({ size: 530, more: [] })
  expect(response.headers.get('content-type')).toBe('text/plain; charset=utf-8')
  expect(response.headers.get('cache-control')).toBe('no-cache')
})

test.each([
  ['0/000', 256],
  ['0/001', 256],
  ['0/002.p/18', 18],
  // Of the size of the checkpoint before, which somebody may still be at.
  ['0/001.p/44', 44],
  ['1/000.p/2', 2],
])('tile %s has %i hashes, for ever', async (path, width) => {
  const response = await w.raw(`/log/tile/${path}`)
  expect((await response.arrayBuffer()).byteLength).toBe(width * 32)
  expect(response.headers.get('content-type')).toBe('application/octet-stream')
  expect(response.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
})

test('from the address alone follows every proof, and the later checkpoint goes on from the earlier', async () => {
  const asked: string[] = []
  const source = overTheLine('http://localhost:4999', async url => {
    asked.push(String(url))
    return w.raw(new URL(String(url)).pathname)
  })
  const key = { name: 'kerege.kz', public: w.running.logPublicKey }
  const head = await headOf(source, key)
  const read = source.hashes(head.size)
  const hashes = (ranges: ReturnType<typeof inclusionRanges>) =>
    Promise.all(ranges.map(range => hashOfRange(read, range)))
  for (const leafIndex of [0, 255, 256, 511, 529]) {
    const proof = await hashes(inclusionRanges(leafIndex, head.size))
    const leafHash = await hashOfRange(read, [leafIndex, leafIndex + 1])
    const { rows } = await w.admin.query<{ hash: Buffer }>(
      'select hash from audit.leaves where number = $1',
      [leafIndex],
    )
    expect(leafHash).toEqual(rows[0]?.hash)
    expect(inclusionFault({ leafIndex, treeSize: head.size, root: head.root, leafHash, proof })).toBeNull()
  }
  const earlier = openCheckpoint(notes[0] ?? '', key.name, key.public)
  const proof = await hashes(consistencyRanges(300, 530))
  const whole = { size1: 300, size2: 530, root1: earlier?.root ?? head.root, root2: head.root, proof }
  expect(consistencyFault(whole)).toBeNull()
  expect(new Set(asked).size, 'no tile is asked for twice').toBe(asked.length)
})

test('another key, or another tree than the signed one, is refused in a sentence', async () => {
  const key = { name: 'kerege.kz', public: Buffer.alloc(32, 7) }
  const honest = async (url: string | URL | Request) => w.raw(new URL(String(url)).pathname)
  await expect(headOf(overTheLine('http://localhost:4999', honest), key)).rejects.toThrow(
    'The checkpoint is not signed by this key.',
  )
  const lying = overTheLine('http://localhost:4999', async url =>
    String(url).endsWith('0/002.p/18') ? new Response(new Uint8Array(18 * 32)) : honest(url),
  )
  await expect(headOf(lying, undefined)).rejects.toThrow('do not lead to the root that is signed')
  const silent = overTheLine('http://localhost:4999', async () => new Response('no', { status: 500 }))
  await expect(headOf(silent, undefined)).rejects.toThrow(
    'http://localhost:4999 does not give its checkpoint.',
  )
})

describe('the commands', () => {
  const call = async (args: string[], input = '', kept = '') => {
    const said = { out: '', err: '' }
    const writer = (name: 'out' | 'err') =>
      ({
        write: (chunk: string) => {
          said[name] += chunk
        },
      }) as unknown as NodeJS.WritableStream // `write` alone is used
    const { ownerUrl, serverUrl, authUrl, jobsUrl } = w.database
    const io: Io = {
      stdin: Readable.from([input]),
      stdout: writer('out'),
      stderr: writer('err'),
      readFile: async () => Buffer.from(kept),
      env: {
        KEREGE_NODE_ID: 'kz',
        KEREGE_NODE_KIND: 'national',
        KEREGE_PROFILE: 'kz',
        KEREGE_PUBLIC_URL: 'https://kerege.example',
        KEREGE_DATA: w.dataDir,
        KEREGE_DATABASE_OWNER: ownerUrl,
        KEREGE_DATABASE_SERVER: serverUrl,
        KEREGE_DATABASE_AUTH: authUrl,
        KEREGE_DATABASE_JOBS: jobsUrl,
      },
      askedToEnd: () => new Promise(() => undefined),
    }
    return { code: await run(['log', ...args], io), ...said }
  }

  test('give what verifies', async () => {
    const checkpoint = await call(['checkpoint'])
    expect(checkpoint).toEqual({ code: 0, out: notes[1], err: '' })
    for (const args of [
      ['prove', '--entry', '299'],
      ['prove', '--entry', '299', '--size', '300'],
      ['consistency', '--from', '1', '--to', '529'],
      ['consistency', '--since', 'checkpoint.txt'],
    ]) {
      const { code, out, err } = await call(args, '', notes[0])
      expect({ code, err }, args.join(' ')).toEqual({ code: 0, err: '' })
      expect(await call(['verify'], out)).toMatchObject({ code: 0, out: '{"valid":true}\n' })
    }
  })

  test.each([
    [['prove'], 2, '--entry must be a whole number.'],
    [['prove', '--entry', '530'], 2, 'A tree of 530 has entries from 0 to 529.'],
    [['prove', '--entry', '0', '--size', '531'], 2, '--size must be from 1 to 530, the size of the newest'],
    [['consistency', '--from', '0'], 2, '--from must be a size from 1 to 530'],
    [['checkpoint', '--key', 'x'], 2, '--key must be a word as'],
    [
      ['checkpoint', '--url', 'https://a.example', '--demo', 'kz'],
      2,
      'Either --url or a node of this machine',
    ],
  ])('%j is refused', async (args, code, sentence) => {
    const said = await call(args)
    expect(said).toMatchObject({ code, out: '' })
    expect(said.err).toContain(sentence)
  })

  test('say when the log does not go on from what was kept', async () => {
    const sign = (size: number) =>
      signCheckpoint(logKey('kerege.kz', w.running.node.keys.log), size, Buffer.alloc(32, 1))
    const changed = await call(['consistency', '--since', 'checkpoint.txt'], '', sign(300))
    expect(changed).toMatchObject({ code: 1, out: '' })
    expect(changed.err).toContain('The log does not go on from the checkpoint that was kept')
    const shorter = await call(['consistency', '--since', 'checkpoint.txt'], '', sign(600))
    expect(shorter.err).toContain('The log has 530 entries, and 600 stand on the checkpoint that was kept.')
    const forged = await call(['consistency', '--since', 'checkpoint.txt'], '', 'kerege.kz\n300\nAAAA\n')
    expect(forged.err).toContain('is no checkpoint that this key has signed')
  })
})

test('a subtree that does not follow from the leaves is found, and one that is missing comes back', async () => {
  const owner = openPool(w.database.ownerUrl, 'check', 1)
  const client = await owner.connect()
  const findings = async () => (await checkLog(client, 'kerege.kz', w.running.logPublicKey)).findings
  try {
    expect(await findings()).toEqual([])
    await w.admin.query("set session_replication_role = 'replica'")
    await w.admin.query("update audit.subtrees set hash = sha256('x') where number = 1")
    expect(await findings()).toEqual([{ code: 'subtree-wrong', at: '1:1' }])
    await w.admin.query('delete from audit.subtrees')
    expect(await findings()).toEqual([])
    for (let more = 0; more < 256; more += 1)
      await recordAlone(w.running.node.pool, {
        requestId: 'test',
        at: new Date(),
        actor: null,
        action: 'test.done',
        outcome: 'done',
      })
    await w.running.sequencer.flush()
    const { rows } = await w.admin.query('select number::int from audit.subtrees order by number')
    expect(rows).toEqual([{ number: 0 }, { number: 1 }, { number: 2 }])
    expect(await findings()).toEqual([])
  } finally {
    client.release()
    await owner.end()
  }
})
