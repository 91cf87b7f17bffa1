/**
 * Hub and node as two processes that meet by HTTP only, with whatever may stand between them: a line that drips, a hub that lies,
 * a process that is killed amid a look. Both are the command that an operator starts. What is only asked of them, and not killed,
 * is the same command within the process of the test: starting one anew takes two seconds of work each time.
 */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer, type Server, type ServerResponse } from 'node:http'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { PassThrough } from 'node:stream'
import { text as textOf } from 'node:stream/consumers'
import { setTimeout as pause } from 'node:timers/promises'
import { checkpointPath, itemsPath, type Page, pageSize } from '@kerege/contract/exchange/feed'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Io, processIo } from '../packages/server/src/cli/io.ts'
import { run } from '../packages/server/src/cli/main.ts'
import { freePorts } from '../packages/server/src/region/ports.ts'
import {
  append,
  emptyFrontier,
  type Frontier,
  keyText,
  logKey,
  rootOf,
} from '../packages/server/src/slices/audit/index.ts'
import { itemHash, signTree } from '../packages/server/src/slices/exchange/log/tree.ts'
import {
  type Library,
  library,
  practiceContent,
} from '../packages/server/src/slices/practices/testing/library.ts'
import { type Somebody, type World, world } from '../packages/server/src/testing/world.ts'

const main = resolve(import.meta.dirname, '../packages/server/src/cli/main.ts')
const patience = 120_000
/** Long enough for a page, short enough to be waited for. */
const patienceMs = 5000

let folder = ''
let hub: Library
let node: World
let author: Somebody
let worker: Somebody
let between: Server
let hubUrl = ''
let nodeUrl = ''
const running: ChildProcess[] = []

/** What stands between hub and node does with a request; straight on, unless a test says otherwise. */
type Way = (path: string, answer: ServerResponse) => void | Promise<void>
let way: Way
let asked: string[] = []

const straight: Way = async (path, answer) => {
  try {
    const came = await fetch(hubUrl + path)
    answer.writeHead(came.status, { 'content-type': came.headers.get('content-type') ?? '' })
    answer.end(Buffer.from(await came.arrayBuffer()))
  } catch {
    answer.destroy()
  }
}

/** The command on this very Node. */
function kerege(...args: string[]): ChildProcess {
  const child = spawn(process.execPath, [main, ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { TZ: 'UTC' },
  })
  running.push(child)
  return child
}

async function serve(config: string): Promise<ChildProcess> {
  const child = kerege('serve', '--config', config)
  const said: string[] = []
  child.stderr?.on('data', chunk => said.push(String(chunk)))
  await Promise.race([
    once(child.stdout ?? child, 'data'),
    once(child, 'exit').then(() => Promise.reject(new Error(`did not start: ${said.join('')}`))),
  ])
  return child
}

async function end(child: ChildProcess, signal: NodeJS.Signals = 'SIGTERM') {
  if (child.exitCode !== null || child.signalCode !== null) return
  const gone = once(child, 'exit')
  child.kill(signal)
  await gone
}

/** One look, as an operator asks for it. */
async function look(): Promise<string> {
  const { out, err } = await atNode('pull')
  if (!out) throw new Error(err)
  return String(out.result)
}
async function command(...args: string[]) {
  const [stdout, stderr] = [new PassThrough(), new PassThrough()]
  const said = Promise.all([textOf(stdout), textOf(stderr)])
  const io: Io = {
    ...processIo(),
    stdout,
    stderr,
    env: {},
  }
  const code = await run(['exchange', ...args], io)
  stdout.end()
  stderr.end()
  const [out, err] = await said
  return {
    code,
    out: out === '' ? null : (JSON.parse(out.trim().split('\n').at(-1) ?? '') as Record<string, unknown>),
    err,
  }
}
const atNode = (...args: string[]) => command(...args, '--config', join(folder, 'node.json'))

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kerege-exchange-'))
  await writeFile(join(folder, 'index.html'), '<!doctype html><title>Kerege</title>')
  hub = await library()
  node = await world()
  author = await hub.of('TJ')
  worker = await node.somebody('caseManager')
  const [hubPort = 0, nodePort = 0, linePort = 0] = await freePorts(24_700, 3)
  hubUrl = `http://localhost:${hubPort}`
  nodeUrl = `http://localhost:${nodePort}`
  way = straight
  between = createServer((request, answer) => {
    const path = request.url ?? ''
    asked.push(path)
    void way(path, answer)
  })
  between.listen(linePort, '127.0.0.1')
  await once(between, 'listening')
  const configure = (name: string, { database, dataDir }: World, kind: string, port: number, more: object) =>
    writeFile(
      join(folder, kind === 'hub' ? 'hub.json' : 'node.json'),
      JSON.stringify({
        node: { id: name, kind, profile: name },
        publicUrl: `http://localhost:${port}`,
        listen: { port },
        database: {
          owner: database.ownerUrl,
          server: database.serverUrl,
          auth: database.authUrl,
          jobs: database.jobsUrl,
        },
        dataDir,
        webDir: folder,
        log: { requests: false },
        // What comes by itself every ten seconds comes every half second: the test waits for it, not for the clock.
        pace: 0.05,
        ...more,
      }),
    )
  await configure('hub', hub.w, 'hub', hubPort, {})
  await configure('kz', node, 'national', nodePort, {
    hub: { url: `http://127.0.0.1:${linePort}`, key: keyText(hubKey()), patienceMs },
  })
  await Promise.all([serve(join(folder, 'hub.json')), serve(join(folder, 'node.json'))])
}, patience)

afterAll(async () => {
  await Promise.all(running.map(child => end(child)))
  between.closeAllConnections()
  between.close()
  await Promise.all([hub.w.close(), node.close()])
  await rm(folder, { recursive: true, force: true })
}, patience)

const hubKey = () => logKey('kerege.hub', hub.w.running.node.keys.log)
const given = (title: string) =>
  hub.published(author, { audience: 'public', content: practiceContent(title) })

/** Until the process of the hub has written what it was given into its log. */
async function logged(): Promise<number> {
  const count = async (sql: string) => Number((await hub.w.admin.query(sql)).rows[0].n)
  await expect
    .poll(() => count('select count(*) as n from exchange.changed'), { timeout: 30_000, interval: 50 })
    .toBe(0)
  return count('select count(*) as n from exchange.items')
}
async function find(words: string): Promise<string[]> {
  const answer = await fetch(`${nodeUrl}/api/exchange/practices/search`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-kerege': '1', cookie: worker.cookie },
    body: JSON.stringify({ ...(words ? { words } : {}), limit: 200 }),
  })
  const { rows } = (await answer.json()) as { rows: { id: string }[] }
  return rows.map(row => row.id)
}
const wentBack = (times: number) =>
  expect
    .poll(
      async () =>
        Number(
          (
            await node.admin.query(
              "select count(*) as n from audit.entries where action = 'exchange.went-back'",
            )
          ).rows[0].n,
        ),
      { timeout: 40_000, interval: 50 },
    )
    .toBe(times)
const staged = async () =>
  Number((await node.admin.query('select count(*) as n from exchange.staged')).rows[0].n)

async function items(): Promise<string[]> {
  const { rows } = await hub.w.admin.query('select text from exchange.items order by number')
  return rows.map(row => row.text as string)
}
/** A hub that lies has the key of the hub: it signs whatever it likes. */
const lying =
  (list: readonly string[], signedAt = new Date(Date.now() + 1000).toISOString()): Way =>
  (path, answer) => {
    const tree = list.reduce<Frontier>((grown, text) => append(grown, itemHash(text)), emptyFrontier())
    if (path === checkpointPath) {
      answer.end(signTree(hubKey(), { size: tree.size, root: rootOf(tree), signedAt }))
      return
    }
    const from = Number(path.split('/').at(-1))
    const page: Page = { type: 'kerege-exchange-page/1', from, items: list.slice(from, from + pageSize) }
    answer.writeHead(page.items.length > 0 ? 200 : 404).end(JSON.stringify(page))
  }

describe('hub and node as two processes', { timeout: patience }, () => {
  test('a practice that is published at the one is found at the other, by itself', async () => {
    const { id } = await given('Bridge classes')
    await expect.poll(() => find('bridge'), { timeout: patience - 10_000, interval: 100 }).toEqual([id])
  })

  test('it stays readable while the hub is away, and the next one comes when it is back', async () => {
    way = (_, answer) => void answer.destroy()
    expect(await look()).toBe('hub-away')
    expect(await find('bridge')).toHaveLength(1)
    expect(await atNode('status')).toMatchObject({ code: 1, out: { fault: 'hub-away' } })
    way = straight
    const { id } = await given('Grandparents first')
    await logged()
    expect(await look()).toBe('taken')
    expect(await find('grandparents')).toEqual([id])
    expect(await atNode('status')).toMatchObject({ code: 0, out: { fault: null } })
  })

  test('a look that is killed amid its pages goes on where it was, and shows nothing before it is whole', async () => {
    const before = await logged()
    for (let at = 0; at < pageSize * 4; at++) await given(`Killed ${at}`)
    await logged()
    let pages = 0
    let held: () => void = () => undefined
    const holding = new Promise<void>(tell => {
      held = tell
    })
    way = (path, answer) => {
      // The third page never comes.
      if (path !== checkpointPath && ++pages > 2) return held()
      return straight(path, answer)
    }
    const child = kerege('exchange', 'pull', '--config', join(folder, 'node.json'))
    await holding
    await end(child, 'SIGKILL')
    expect(await staged()).toBeGreaterThanOrEqual(pageSize)
    expect(await find('killed')).toEqual([])
    const first = itemsPath(before - (before % pageSize))
    way = straight
    asked = []
    expect(await look()).toBe('taken')
    expect(asked).not.toContain(first)
    expect(await find('killed')).toHaveLength(pageSize * 4)
    expect(await staged()).toBe(0)
    expect(await atNode('verify')).toMatchObject({ code: 0, out: { whole: true, changed: [] } })
  })

  test('a line that drips is given up after a while, and what came before it is kept', async () => {
    for (let at = 0; at < pageSize * 2; at++) await given(`Slow ${at}`)
    await logged()
    let pages = 0
    way = async (path, answer) => {
      if (path === checkpointPath || ++pages < 2) return straight(path, answer)
      answer.writeHead(200, { 'content-type': 'application/json' })
      for (let drops = 0; drops < 60 && !answer.destroyed; drops++) {
        answer.write(' ')
        await pause(1000)
      }
      answer.end()
    }
    const started = Date.now()
    expect(await look()).toBe('hub-away')
    expect(Date.now() - started).toBeLessThan(3 * patienceMs)
    expect(await staged()).toBeGreaterThan(0)
    way = straight
    expect(await look()).toBe('taken')
    expect(await find('slow')).toHaveLength(pageSize * 2)
  })

  test.each<[string, () => Promise<Way>, string]>([
    ['garbage', async () => (_, answer) => void answer.end('\0\x01<html>'.repeat(1000)), 'not-a-feed'],
    [
      'an endless page',
      async () => {
        const list = [...(await items()), 'one more']
        return (path, answer) => {
          if (path === checkpointPath) return lying(list)(path, answer)
          const flood = () => {
            while (!answer.destroyed && answer.write('x'.repeat(1_000_000)));
            if (!answer.destroyed) answer.once('drain', flood)
          }
          flood()
        }
      },
      'too-much',
    ],
    [
      'fewer items than were signed',
      async () => {
        const list = [...(await items()), 'one more', 'and another']
        return (path, answer) =>
          path === checkpointPath ? lying(list)(path, answer) : lying(list.slice(0, -1))(path, answer)
      },
      'withheld',
    ],
    [
      'other items than were signed',
      async () => {
        const list = [...(await items()), 'one more']
        return (path, answer) =>
          path === checkpointPath
            ? lying(list)(path, answer)
            : lying([...list.slice(0, -1), 'another'])(path, answer)
      },
      'wrong-items',
    ],
    [
      'an older word',
      async () => lying((await items()).slice(0, -3), new Date(Date.now() - 3_600_000).toISOString()),
      'replayed',
    ],
    ['a shorter log, newly signed', async () => lying((await items()).slice(0, -3)), 'restored'],
    [
      'another past',
      async () => {
        const list = await items()
        return lying([...list.slice(0, 2), 'Nobody was told this', ...list.slice(3)])
      },
      'forked',
    ],
    [
      'another past, and more of it',
      async () => {
        const list = await items()
        return lying([...list.slice(0, 5), 'Nobody was told this', ...list.slice(6), 'more'])
      },
      'forked',
    ],
  ])('of a hub that sends %s nothing is taken, and it is said', async (_, make, says) => {
    const before = await find('')
    way = await make()
    expect(await look()).toBe(says)
    expect((await node.admin.query('select fault from exchange.line')).rows).toEqual([{ fault: says }])
    expect(await find('')).toEqual(before)
    way = straight
    expect(await look()).toBe('same')
  })

  test('a hub that was put back goes on only when an operator of the node has said so', async () => {
    for (const title of ['One more', 'And another']) await given(title)
    await logged()
    expect(await look()).toBe('taken')
    const list = await items()
    const other = lying([
      ...list.slice(0, -2),
      JSON.stringify({
        type: 'kerege-exchange-item/1',
        kind: 'practice',
        id: 'x',
        revision: 1,
        at: new Date().toISOString(),
      }),
    ])
    way = other
    expect(await look()).toBe('forked')
    expect(await atNode('accept-restored')).toMatchObject({ code: 2, out: null })
    expect(
      await atNode('accept-restored', '--reason', 'Restored from the copy of Monday, said by telephone'),
    ).toMatchObject({
      code: 0,
      out: { size: list.length - 1, from: list.length - 2 },
    })
    // The node itself, or whoever asks it to look at once.
    await wentBack(1)
    expect(await atNode('verify')).toMatchObject({ code: 0, out: { items: list.length - 1, whole: true } })
    // And the real one again, which has those two items: for this node that is another past now.
    way = straight
    expect(await look()).toBe('forked')
    expect(
      await atNode('accept-restored', '--reason', 'That was a trial; the real hub is back'),
    ).toMatchObject({
      code: 0,
    })
    await wentBack(2)
    expect(await look()).toBe('same')
  })

  test('the hub verifies its own log, and finds what was changed behind its back', async () => {
    const atHub = () => command('verify', '--config', join(folder, 'hub.json'))
    expect(await atHub()).toMatchObject({ code: 0, out: { faults: 0 } })
    await hub.w.admin.query('alter table exchange.items disable trigger items_keep')
    await hub.w.admin.query("update exchange.items set text = text || ' ' where number = 1")
    expect(await atHub()).toMatchObject({ code: 1, out: { faults: 1 } })
    await hub.w.admin.query('update exchange.items set text = left(text, -1) where number = 1')
    await hub.w.admin.query('alter table exchange.items enable trigger items_keep')
    expect(await atHub()).toMatchObject({ code: 0 })
    expect(await command('pull', '--config', join(folder, 'hub.json'))).toMatchObject({ code: 1, out: null })
  })
})
