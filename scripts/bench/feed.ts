/**
 * A node that has just joined: its first look at a hub with 10,000 practices in seven languages, how much memory it takes and whom it keeps
 * waiting, and how long its own search takes then. The hub is played by this process, so that what is counted is the node's.
 */
import { Agent, createServer } from 'node:http'
import { mkdir, rm } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { checkpointPath, itemsPath, pageSize } from '../../packages/contract/src/exchange/feed.ts'
import { seeded } from '../../packages/contract/src/names/evaluation/people.ts'
import { startEngine } from '../../packages/server/src/platform/engine.ts'
import { provisionNode } from '../../packages/server/src/platform/provision.ts'
import { prepareDatabase } from '../../packages/server/src/setup.ts'
import {
  append,
  emptyFrontier,
  keyText,
  logKey,
  rootOf,
} from '../../packages/server/src/slices/audit/index.ts'
import { itemHash, signTree } from '../../packages/server/src/slices/exchange/log/tree.ts'
import { type Cpu, cpuBetween, cpuNow } from './cpu.ts'
import { openDoor } from './door.ts'
import { readVocabulary, type Vocabulary } from './hubFill.ts'
import { type Call, load, send } from './load.ts'
import type { Order } from './node.ts'
import { contentOf, questions } from './practices.ts'

interface BenchServer {
  url: string
  child: { kill(): unknown; pid?: number | undefined }
  memory(): Promise<number>
  hold(): Promise<number>
}
interface Row {
  what: string
  figure: string
  budget: string
}

const practices = 10_000
const port = 4921

export async function measureFeed(
  start: (order: Order) => Promise<BenchServer>,
  { quick, say }: { quick: boolean; say: (line: string) => void },
): Promise<{ rows: Row[]; raw: Record<string, unknown> }> {
  const folder = join(import.meta.dirname, '../../.cache/bench-feed')
  await rm(folder, { recursive: true, force: true })
  await mkdir(folder, { recursive: true })
  const engine = await startEngine(join(folder, 'engine'))
  const urls = await provisionNode(engine.adminUrl, 'kerege_bench_feed')
  await prepareDatabase(urls, { id: 'kz', kind: 'national', demo: false })
  const owner = new pg.Client({ connectionString: urls.ownerUrl })
  await owner.connect()
  const hub = await playedHub(say)
  let node: BenchServer | undefined
  try {
    const door = await openDoor(owner, urls, folder, 'kz')
    const cookies: string[] = []
    for (let at = 0; at < 10; at++) cookies.push((await door.open('caseManager')).cookie)
    await door.close()
    const role = decodeURIComponent(new URL(urls.serverUrl).username)
    node = await start({ kind: 'node', urls, dataDir: folder, port, sequencer: true, hub: hub.place })
    const pull = await firstLook(node, owner, role, say)
    const raw: Record<string, unknown> = { pull }
    const rows: Row[] = [
      {
        what: `node: first look at a hub with ${practices} practices x 7 languages`,
        figure: `${pull.seconds.toFixed(0)} s (CPU ${(pull.cpu.node / 1000).toFixed(0)} + ${(pull.cpu.database / 1000).toFixed(0)} s), memory ${mb(pull.before)} / ${mb(pull.most)} MB, longest hold ${pull.hold.toFixed(0)} ms`,
        budget: '400 MB, holds 50 ms',
      },
    ]
    for (const { what, words } of questions()) {
      const next = (asker: number, n: number) =>
        ask(cookies[asker % cookies.length] ?? '', words(asker * 31 + n))
      await failOnRefusal(node.url, what, next(0, 0))
      await load(node.url, 10, 5, next)
      await node.hold()
      const before = await cpuNow(owner, role, node.child.pid ?? 0)
      const ours = await load(node.url, 20, quick ? 5 : 20, next, 1000)
      const cpu = cpuBetween(before, await cpuNow(owner, role, node.child.pid ?? 0))
      const hold = await node.hold()
      raw[what] = { ours, cpu, hold }
      const each = (ms: number) => (ms / ours.requests).toFixed(1)
      rows.push({
        what: `node, practices: ${what}, p50 / p95`,
        figure: `${ours.p50.toFixed(1)} / ${ours.p95.toFixed(1)} ms (CPU ${each(cpu.node)} + ${each(cpu.database)} ms; longest hold ${hold.toFixed(0)} ms)`,
        budget: '50 ms, holds 50 ms',
      })
      say(`${rows.at(-1)?.what}: ${rows.at(-1)?.figure}`)
    }
    return { rows, raw: { feed: raw } }
  } finally {
    node?.child.kill()
    hub.close()
    await owner.end()
    await engine.stop()
    await rm(folder, { recursive: true, force: true })
  }
}

async function firstLook(node: BenchServer, owner: pg.Client, role: string, say: (line: string) => void) {
  const begun = performance.now()
  const spent: { node: number; database: number } = { node: 0, database: 0 }
  let last: Cpu = await cpuNow(owner, role, node.child.pid ?? 0)
  const before = await node.memory()
  let most = before
  let hold = 0
  for (;;) {
    await pause(500)
    const now = await cpuNow(owner, role, node.child.pid ?? 0)
    const more = cpuBetween(last, now)
    spent.node += more.node
    spent.database += more.database
    last = now
    most = Math.max(most, await node.memory())
    hold = Math.max(hold, await node.hold())
    const { rows } = await owner.query<{ size: number; fault: string | null }>(
      'select size::int, fault from exchange.line',
    )
    if (rows[0]?.fault) throw new Error(`The node says: ${rows[0].fault}`)
    if (rows[0]?.size === practices) break
  }
  const seconds = (performance.now() - begun) / 1000
  say(
    `first look: ${seconds.toFixed(0)} s, ${mb(before)} / ${mb(most)} MB, longest hold ${hold.toFixed(0)} ms`,
  )
  return { seconds, cpu: spent, before, most, hold }
}

const mb = (bytes: number) => (bytes / 1_048_576).toFixed(0)

const ask = (cookie: string, words: string): Call => ({
  method: 'POST',
  path: '/api/exchange/practices/search',
  cookie,
  body: JSON.stringify(words === '' ? {} : { words }),
})

async function failOnRefusal(url: string, what: string, call: Call) {
  const agent = new Agent()
  const reply = await send(agent, url, call)
  agent.destroy()
  if (reply.status !== 200) throw new Error(`${what}: ${reply.status} ${reply.text.slice(0, 300)}`)
}

/** Items are made when they are asked for, the same every time: all of them at once would be half a gigabyte. */
async function playedHub(say: (line: string) => void) {
  const vocabulary = await readVocabulary()
  const key = logKey('kerege.hub', Buffer.alloc(32, 7))
  say(`Hashing ${practices} items.`)
  let tree = emptyFrontier()
  for (let at = 0; at < practices; at++) tree = append(tree, itemHash(itemAt(vocabulary, at)))
  const signedAt = new Date().toISOString()
  const note = signTree(key, { size: practices, root: rootOf(tree), signedAt })
  const server = createServer((request, response) => {
    const path = request.url ?? ''
    if (path === checkpointPath) return void response.end(note)
    const from = Number(path.split('/').at(-1))
    if (path !== itemsPath(from)) return void response.writeHead(404).end('{}')
    const items = Array.from({ length: Math.min(pageSize, practices - from) }, (_, at) =>
      itemAt(vocabulary, from + at),
    )
    response.setHeader('content-type', 'application/json')
    response.end(JSON.stringify({ type: 'kerege-exchange-page/1', from, items }))
  })
  await new Promise<void>(done => server.listen(0, '127.0.0.1', done))
  return {
    place: {
      url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
      key: keyText(key),
      everySeconds: 3600,
    },
    close: () => server.close(),
  }
}

const published = '2026-01-01T00:00:00.000Z'

function itemAt(vocabulary: Vocabulary, at: number): string {
  const content = contentOf(seeded(1000 + at), vocabulary)
  return JSON.stringify({
    type: 'kerege-exchange-item/1',
    kind: 'practice',
    id: `00000000-0000-7000-8000-${at.toString(16).padStart(12, '0')}`,
    revision: 1,
    at: published,
    body: {
      symbol: `PR-${at + 1}`,
      state: 'published',
      edition: 1,
      publishedAt: published,
      licence: 'CC-BY-4.0',
      country: content.facts.country,
      papers: [],
      ...content,
    },
  })
}
