/**
 * `npm run bench`: the budgets that apply, measured on this machine on 200,000 invented people. A table for people,
 * bench-results/latest.json for comparison. A benchmark, never a test: it judges nothing.
 *
 * Latency is taken with fifty workers who think for a second between two requests; throughput with as many askers as
 * fast as they get answers, beside a floor that does the identical transaction with nothing around it.
 */
import { type ChildProcess, fork } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import { Agent } from 'node:http'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { measureCouncil } from './bench/council.ts'
import { measureFeed } from './bench/feed.ts'
import { measureManifest } from './bench/manifest.ts'
import { measurePractices } from './bench/practices.ts'
import { measurePhone } from './bench/phone.ts'
import { measureRegion } from './bench/region.ts'
import { type CopyFloor, copyOut, takeOut } from './bench/export.ts'
import { type Ground, openGround } from './bench/ground.ts'
import { type Call, type Figures, load, send } from './bench/load.ts'
import type { Order } from './bench/node.ts'
import { drawQueries, queryKinds } from './bench/queries.ts'
import { measureRecall } from './bench/recall.ts'
import { measureSecurity } from './bench/security.ts'

const { values } = parseArgs({
  options: {
    people: { type: 'string', default: '200000' },
    quick: { type: 'boolean', default: false },
    // One or more of: idle requests recall floor export manifest security council practices feed region phone bundle.
    only: { type: 'string', multiple: true },
  },
})
const size = Number(values.people)
const say = (line: string) => process.stderr.write(`${line}\n`)

interface Row {
  what: string
  figure: string
  budget: string
}
const rows: Row[] = []
const raw: Record<string, unknown> = { people: size, at: new Date().toISOString(), node: process.version }

interface BenchServer {
  url: string
  child: ChildProcess
  /** Bytes, resident. */
  memory(): Promise<number>
  /** Milliseconds of processor time, the longest in which it answered nobody. */
  hold(): Promise<number>
}

const ms = (figures: Figures) =>
  `${figures.p50.toFixed(1)} / ${figures.p95.toFixed(1)} / ${figures.p99.toFixed(1)} ms`

async function startServer(order: Order): Promise<BenchServer> {
  const child = fork(join(import.meta.dirname, 'bench/node.ts'), {
    // As `kerege serve` starts.
    execArgv: ['--max-semi-space-size=4', '--heap-growing-percent=50'],
    env: {
      ...process.env,
      MALLOC_ARENA_MAX: '1',
      MALLOC_TRIM_THRESHOLD_: '65536',
      NODE_COMPILE_CACHE: join(import.meta.dirname, '../.cache/compile'),
    },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  const answer = <T>() => new Promise<T>(resolve => child.once('message', message => resolve(message as T)))
  const ready = answer<{ url: string }>()
  child.send(order)
  const { url } = await ready
  return {
    url,
    child,
    async memory() {
      const told = answer<{ rss: number }>()
      child.send({ ask: 'memory' })
      return (await told).rss
    },
    async hold() {
      const told = answer<{ hold: number }>()
      child.send({ ask: 'hold' })
      return (await told).hold
    },
  }
}

const get = (path: string, cookie: string): Call => ({ method: 'GET', path, cookie })

async function idsOf(url: string, cookie: string, list: string): Promise<string[]> {
  const agent = new Agent()
  const reply = await send(agent, url, get(list, cookie))
  return (JSON.parse(reply.text) as { rows: { id: string }[] }).rows.map(row => row.id)
}

async function measureIdle(ground: Ground) {
  const order = { kind: 'node', urls: ground.urls, dataDir: ground.dataDir, sequencer: true } as const
  // The first start after a change of the code also strips types and compiles: told beside the one that counts.
  const memories: number[] = []
  for (const port of [4905, 4906]) {
    const server = await startServer({ ...order, port })
    await new Promise(done => setTimeout(done, 3000))
    memories.push(await server.memory())
    server.child.kill()
  }
  raw.memoryFirstStart = memories[0]
  raw.memoryIdle = memories[1]
  rows.push({ what: 'memory of one node, idle', figure: `${mb(memories[1])} MB`, budget: '150 MB' })
  say(`idle: ${mb(memories[1])} MB, at the first start ${mb(memories[0])} MB`)
}

async function measureRequests(ground: Ground) {
  const server = await startServer({
    kind: 'node',
    urls: ground.urls,
    dataDir: ground.dataDir,
    port: 4901,
    sequencer: true,
  })
  try {
    const allOf = (list: string) => Promise.all(ground.workers.map(cookie => idsOf(server.url, cookie, list)))
    const mine = await allOf('/api/people?mine=true&limit=200')
    const cases = await allOf('/api/cases?of=mine&limit=200')
    const worker = (asker: number) => ground.workers[asker % ground.workers.length] ?? ''
    const coordinator = (asker: number) => ground.coordinators[asker % ground.coordinators.length] ?? ''
    const oneOf = (lists: string[][]) => (asker: number, n: number) => {
      const list = lists[asker % lists.length] ?? []
      return list[n % list.length] ?? ''
    }
    const one = oneOf(mine)
    const oneCase = oneOf(cases)
    const areas = ['KZ-75', 'KZ-71', 'KZ-61', 'KZ-47', 'KZ-19', 'KZ-10']
    const repeats = values.quick ? 5 : 20
    const measure = async (
      what: string,
      budget: string,
      next: (asker: number, n: number) => Call | Promise<Call>,
    ) => {
      // By as many as will ask, so that each connection has its plans: a node is not measured in its first minute.
      const warm = await load(server.url, 50, 5, next)
      const figures = await load(server.url, 50, repeats, next, 1000)
      raw[what] = figures
      rows.push({
        what,
        figure: `${ms(figures)}${figures.failed + warm.failed > 0 ? ` (${figures.failed + warm.failed} failed)` : ''}`,
        budget,
      })
      say(`${what}: ${ms(figures)}`)
    }
    await measure('open a case, p50 / p95 / p99', '60 ms', (asker, n) =>
      get(`/api/cases/${oneCase(asker, n)}`, worker(asker)),
    )
    await measure('open a person', '60 ms (open a case)', (asker, n) =>
      get(`/api/people/${one(asker, n)}`, worker(asker)),
    )
    await measure('list of own people, 50 rows', '40 ms (work queue)', asker =>
      get('/api/people?mine=true&limit=50', worker(asker)),
    )
    await measure('cases: work queue of one worker, 50 rows', '40 ms (work queue)', asker =>
      get('/api/cases?of=mine&limit=50', worker(asker)),
    )
    await measure('cases: without a worker, 50 of 200,000 rows', '40 ms', asker =>
      get('/api/cases?of=unassigned&limit=50', coordinator(asker)),
    )
    await measure('filtered list, 50 of 200,000 rows', '40 ms', (asker, n) =>
      get(`/api/people?limit=50&area=${areas[n % areas.length]}`, coordinator(asker)),
    )
    await measure('register by families, 100 of 200,000 rows', '40 ms', asker =>
      get('/api/people?sort=family&limit=100', coordinator(asker)),
    )
    await measure('count of a filter, 200,000 rows', '200 ms (dashboard)', (asker, n) =>
      get(`/api/people/count?sex=female&maxAge=${6 + (n % 10)}`, coordinator(asker)),
    )
    // What the landing page of a worker asks, one after the other; and the two of who leads that read most.
    const landing = [
      'cases/summary',
      'today/casework',
      'today/needs',
      'cases?of=mine&due=now&limit=50',
      'today/referrals',
    ]
    await measure(
      'dashboard: the five questions of the landing page, each',
      '200 ms (dashboard)',
      (asker, n) => get(`/api/${landing[n % landing.length]}`, worker(asker)),
    )
    const queries = await drawQueries(ground)
    const mixed = queryKinds
      .flatMap(kind => queries[kind].map((q, at) => ({ q, at })))
      .sort((a, b) => a.at - b.at)
    const asking = (who: (asker: number) => string) => (asker: number, n: number) => ({
      method: 'POST' as const,
      path: '/api/people/search',
      cookie: who(asker),
      body: JSON.stringify({ q: mixed[(asker * 7 + n) % mixed.length]?.q ?? '' }),
    })
    await measure('search: mixed queries, the whole register', '60 ms', asking(coordinator))
    await measure('search: mixed queries, a case manager', '60 ms', asking(worker))
    const agent = new Agent({ keepAlive: true })
    await measure('save a section (rules, audit, history)', '100 ms', async (asker, n) => {
      const id = one(asker, n)
      const before = await send(agent, server.url, get(`/api/people/${id}`, worker(asker)))
      const { contact } = JSON.parse(before.text) as { contact?: { contacts: unknown[] } }
      if (!contact) throw new Error(`A person of a caseload answered ${before.status}.`)
      contact.contacts = [
        {
          system: 'phone',
          value: `+7 700 000 ${String(1000 + ((asker * 31 + n) % 9000))}`,
          discretion: 'open',
        },
      ]
      return {
        method: 'PUT',
        path: `/api/people/${id}/sections/contact`,
        cookie: worker(asker),
        body: JSON.stringify({ section: contact, kind: 'update' }),
        ifMatch: before.etag ?? '',
      }
    })
    agent.destroy()
    raw.memoryLoaded = await server.memory()
    rows.push({
      what: 'memory of one node, under load',
      figure: `${mb(raw.memoryLoaded)} MB`,
      budget: '400 MB',
    })
  } finally {
    server.child.kill()
  }
}

/** The whole register as CSV through the node, beside what the database alone can do; rows a second. */
async function measureExport(ground: Ground) {
  const order = { kind: 'node', urls: ground.urls, dataDir: ground.dataDir, port: 4904 } as const
  const server = await startServer({ ...order, sequencer: true })
  try {
    const cookie = ground.coordinators[0] ?? ''
    const ours: number[] = []
    const copies: Record<CopyFloor, number[]> = { policies: [], owner: [] }
    let memory: number[] = []
    for (let round = 0; round < 3; round++) {
      const done = await takeOut(server, cookie)
      ours.push(done.perSecond)
      memory = done.memory
      // In turns, so that a drifting machine drifts for all.
      copies.policies.push(await copyOut('policies', ground.urls, cookie, size))
      copies.owner.push(await copyOut('owner', ground.urls, cookie, size))
    }
    const half = Math.ceil(memory.length / 2)
    const [early, late] = [Math.max(...memory.slice(0, half)), Math.max(...memory.slice(half))]
    raw.export = { ours, copies, memory }
    // Round by round: both stood on the same machine at nearly the same time.
    const share = (floor: CopyFloor) =>
      `${(median(ours.map((speed, round) => speed / (copies[floor][round] ?? 1))) * 100).toFixed(0)} %`
    rows.push({
      what: 'CSV export of the register against COPY under the same policies',
      figure: `${share('policies')} (${median(ours).toFixed(0)} rows/s)`,
      budget: '50 %',
    })
    rows.push({
      what: 'the same against COPY by the owner of the tables',
      figure: share('owner'),
      budget: '',
    })
    rows.push({
      what: `memory of the node while it exports ${size} rows, first / second half`,
      figure: `${mb(early)} / ${mb(late)} MB`,
      budget: '250 MB, flat',
    })
    say(`export: ${share('policies')}, ${mb(early)} / ${mb(late)} MB`)
  } finally {
    server.child.kill()
  }
}

/** The same list through the node and through the floor, in turns, so that a drifting machine drifts for both. */
async function measureFloor(ground: Ground) {
  const list = (asker: number, n: number) =>
    get(
      `/api/people?limit=50&area=${['KZ-75', 'KZ-71', 'KZ-61'][n % 3]}`,
      ground.coordinators[asker % ground.coordinators.length] ?? '',
    )
  for (const sequencer of [true, false]) {
    const node = await startServer({
      kind: 'node',
      urls: ground.urls,
      dataDir: ground.dataDir,
      port: 4902,
      sequencer,
    })
    const floor = await startServer({
      kind: 'floor',
      urls: ground.urls,
      dataDir: ground.dataDir,
      port: 4903,
      sequencer,
    })
    try {
      const ratios: number[] = []
      const speeds: number[] = []
      for (let round = 0; round < (values.quick ? 2 : 5); round++) {
        const ours = await load(node.url, 16, 60, list)
        const least = await load(floor.url, 16, 60, list)
        if (round === 0) continue
        ratios.push(ours.perSecond / least.perSecond)
        speeds.push(ours.perSecond)
      }
      const ratio = median(ratios)
      raw[`floor ${sequencer}`] = { ratios, speeds }
      rows.push({
        what: `list throughput against the floor, ${sequencer ? 'with' : 'without'} sequencer`,
        figure: `${(ratio * 100).toFixed(0)} % (${median(speeds).toFixed(0)}/s)`,
        budget: '70 %',
      })
      say(`floor ${sequencer}: ${ratio.toFixed(2)}`)
    } finally {
      node.child.kill()
      floor.child.kill()
    }
  }
}

const mb = (bytes: unknown) => (Number(bytes) / 1_048_576).toFixed(0)
const median = (numbers: number[]) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0

/** Script that the first page loads before it can be used: the entry, what it imports at once, one language. */
function measureBundle() {
  const dist = join(import.meta.dirname, '../packages/web/dist')
  const manifestFile = join(dist, '.vite/manifest.json')
  if (!existsSync(manifestFile)) return say('The web app is not built: no bundle size.')
  const manifest = JSON.parse(readFileSync(manifestFile, 'utf8')) as Record<
    string,
    { file: string; imports?: string[]; isEntry?: boolean }
  >
  const wanted = new Set<string>()
  const walk = (key: string) => {
    const chunk = manifest[key]
    if (!chunk || wanted.has(chunk.file)) return
    wanted.add(chunk.file)
    for (const one of chunk.imports ?? []) walk(one)
  }
  for (const [key, chunk] of Object.entries(manifest)) if (chunk.isEntry) walk(key)
  const size = (file: string) =>
    statSync(existsSync(join(dist, `${file}.gz`)) ? join(dist, `${file}.gz`) : join(dist, file)).size
  const script = [...wanted].filter(file => file.endsWith('.js')).reduce((sum, file) => sum + size(file), 0)
  const languages = readdirSync(join(dist, 'assets'))
    .filter(file => /^kk-open[-.].*\.js$/.test(file))
    .reduce((most, file) => Math.max(most, size(`assets/${file}`)), 0)
  raw.bundle = script + languages
  rows.push({
    what: 'script of the first page, gzip',
    figure: `${((script + languages) / 1024).toFixed(0)} KB`,
    budget: '250 KB',
  })
}

/** The labelled set: registered as one paper writes them, asked for as another does, among everybody else. */
async function measureSearchRecall(ground: Ground) {
  for (const dated of [false, true]) {
    const recall = await measureRecall(ground, values.quick ? 5 : 20, dated)
    raw[dated ? 'recallWithYear' : 'recall'] = recall
    const lowest = Math.min(...Object.values(recall.byPaper))
    rows.push({
      what: `search: found in the first ten, ${dated ? 'name and year of birth' : 'by name alone'}`,
      figure: `${recall.all.toFixed(1)} % (lowest pair of papers ${lowest.toFixed(1)} %)`,
      budget: '95 %',
    })
    say(`recall ${dated}: ${JSON.stringify(recall)}`)
  }
}

async function measureLists(ground: Ground) {
  const { urls, dataDir } = ground
  const server = await startServer({ kind: 'node', urls, dataDir, port: 4909, sequencer: true })
  try {
    rows.push(...(await measureManifest(ground, server, say)))
  } finally {
    server.child.kill()
  }
}

const wanted = (part: string) => !values.only || values.only.includes(part)

if (['idle', 'requests', 'recall', 'floor', 'export', 'manifest', 'security'].some(wanted)) {
  const ground = await openGround(size, say)
  try {
    if (wanted('idle')) await measureIdle(ground)
    if (wanted('requests')) await measureRequests(ground)
    if (wanted('recall')) await measureSearchRecall(ground)
    if (wanted('floor')) await measureFloor(ground)
    if (wanted('export')) await measureExport(ground)
    if (wanted('manifest')) await measureLists(ground)
    if (wanted('security')) {
      const security = await measureSecurity(ground, values.quick, say)
      rows.push(...security.rows)
      Object.assign(raw, security.raw)
    }
  } finally {
    await ground.engine.stop()
  }
}
if (wanted('council')) {
  const council = await measureCouncil(startServer, { quick: values.quick, say })
  rows.push(...council.rows)
  Object.assign(raw, council.raw)
}
if (wanted('practices')) {
  const practices = await measurePractices(startServer, { quick: values.quick, say })
  rows.push(...practices.rows)
  Object.assign(raw, practices.raw)
}
if (wanted('feed')) {
  const feed = await measureFeed(startServer, { quick: values.quick, say })
  rows.push(...feed.rows)
  Object.assign(raw, feed.raw)
}
if (wanted('region')) rows.push(...(await measureRegion(say)))
if (wanted('phone')) rows.push(...(await measurePhone(values.quick ? 3 : 7, say)))
if (wanted('bundle')) measureBundle()

const width = Math.max(...rows.map(row => row.what.length))
for (const row of rows)
  process.stdout.write(`${row.what.padEnd(width)}  ${row.figure.padEnd(32)}  ${row.budget}\n`)
await mkdir('bench-results', { recursive: true })
await writeFile('bench-results/latest.json', `${JSON.stringify({ ...raw, rows }, null, 2)}\n`)
