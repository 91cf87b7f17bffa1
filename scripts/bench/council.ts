/**
 * The hub with 10,000 documents in seven languages: register and search as members read them, public pages as anybody
 * does. Each page beside the floor of the same minute, since a busy machine slows both.
 */
import type { Order } from './node.ts'
import { cpuBetween, cpuNow } from './cpu.ts'
import { openHubGround } from './hubGround.ts'
import { untilKeyed } from './keyed.ts'
import { type Call, type Figures, load, send } from './load.ts'
import { Agent } from 'node:http'
import pg from 'pg'

interface BenchServer {
  url: string
  child: { kill(): unknown; pid?: number | undefined }
}
interface Row {
  what: string
  figure: string
  budget: string
}

const budget = '60 ms'

export async function measureCouncil(
  start: (order: Order) => Promise<BenchServer>,
  { quick, say }: { quick: boolean; say: (line: string) => void },
): Promise<{ rows: Row[]; raw: Record<string, unknown> }> {
  const ground = await openHubGround(10_000, say)
  const servers: BenchServer[] = []
  try {
    const order = { urls: ground.urls, dataDir: ground.dataDir, sequencer: true }
    const hub = await start({ ...order, kind: 'hub', port: 4907 })
    servers.push(hub)
    const floor = await start({ ...order, kind: 'hub-floor', port: 4908 })
    servers.push(floor)
    await untilKeyed(ground.urls.serverUrl)
    const known = await drawKnown(ground.urls.ownerUrl)
    const owner = new pg.Client({ connectionString: ground.urls.ownerUrl })
    await owner.connect()
    const role = decodeURIComponent(new URL(ground.urls.serverUrl).username)
    const rows: Row[] = []
    const raw: Record<string, unknown> = {}
    try {
      for (const { what, next } of visits(ground, known)) {
        const repeats = quick ? 5 : 20
        await load(hub.url, 10, 5, next)
        await failOnRefusal(hub.url, what, await next(0, 0))
        const before = await cpuNow(owner, role, hub.child.pid ?? 0)
        const ours = await load(hub.url, 20, repeats, next, 1000)
        const cpu = cpuBetween(before, await cpuNow(owner, role, hub.child.pid ?? 0))
        const each = (ms: number) => (ms / ours.requests).toFixed(1)
        const least = await load(floor.url, 20, repeats, list(ground.secretariat), 1000)
        raw[what] = { ours, floor: least, cpu }
        const figure = `${shown(ours)} (floor ${shown(least)}; CPU ${each(cpu.node)} + ${each(cpu.database)} ms)`
        rows.push({ what, figure, budget })
        say(`${what}: ${figure}`)
      }
    } finally {
      await owner.end()
    }
    return { rows, raw: { council: raw } }
  } finally {
    for (const one of servers) one.child.kill()
    await ground.engine.stop()
  }
}

const shown = ({ p50, p95 }: Figures) => `${p50.toFixed(1)} / ${p95.toFixed(1)} ms`

async function failOnRefusal(url: string, what: string, call: Call) {
  const agent = new Agent()
  const reply = await send(agent, url, call)
  agent.destroy()
  if (reply.status !== 200) throw new Error(`${what}: ${reply.status} ${reply.text.slice(0, 300)}`)
}

interface Known {
  symbols: string[]
  sessions: string[]
  /** Words of titles, in several languages. */
  words: string[]
}

async function drawKnown(url: string): Promise<Known> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const column = async (text: string) => (await client.query<{ one: string }>(text)).rows.map(row => row.one)
  try {
    return {
      symbols: await column(
        'select symbol as one from council.documents where is_public order by id limit 500',
      ),
      sessions: await column('select id as one from council.sessions order by id limit 200'),
      words: await column(
        'select title as one from council.document_languages order by document_id, language limit 700',
      ),
    }
  } finally {
    await client.end()
  }
}

const get = (path: string, cookie = ''): Call => ({ method: 'GET', path, cookie })
/** Nobody in particular asks more than three hundred times a minute; on Linux every asker has an address. */
const open = (path: string, asker: number): Call => ({
  ...get(path),
  ...(process.platform === 'linux' ? { from: `127.0.1.${1 + asker}` } : {}),
})
const list = (cookies: readonly string[]) => (asker: number) =>
  get('/api/council/documents?limit=50', cookies[asker % cookies.length])

type Next = (asker: number, n: number) => Call

function visits(
  { secretariat, delegates }: { secretariat: string[]; delegates: string[] },
  known: Known,
): { what: string; next: Next }[] {
  const of = <T>(all: readonly T[], at: number) => all[at % all.length] as T // never empty here
  const filtered =
    (query: (at: number) => string): Next =>
    (asker, n) =>
      get(
        `/api/council/documents?limit=50&${query(asker * 7 + n)}`,
        of(n % 2 ? secretariat : delegates, asker),
      )
  const find =
    (words: (at: number) => string): Next =>
    (asker, n) => ({
      method: 'POST',
      path: '/api/council/documents/search',
      cookie: of(n % 2 ? secretariat : delegates, asker),
      body: JSON.stringify({ words: words(asker * 31 + n) }),
    })
  const word = (at: number, from: number, to: number) =>
    of(known.words, at).split(' ').slice(from, to).join(' ')
  const kinds = ['agenda', 'decision', 'recommendation', 'statement', 'record', 'report']
  const languages = ['en', 'ru', 'kk', 'ky', 'tg', 'tk', 'uz']
  return [
    { what: 'documents: register, 50 of 10,000, p50 / p95', next: list(secretariat) },
    { what: 'documents: register, a delegate', next: list(delegates) },
    { what: 'documents: by kind', next: filtered(at => `kind=${of(kinds, at)}`) },
    {
      what: 'documents: by state',
      next: filtered(at => `state=${of(['draft', 'circulated', 'issued', 'superseded'], at)}`),
    },
    { what: 'documents: by session', next: filtered(at => `sessionId=${of(known.sessions, at)}`) },
    { what: 'documents: a language missing', next: filtered(at => `missing=${of(languages, at)}`) },
    { what: 'documents: a language stale', next: filtered(at => `stale=${of(languages, at)}`) },
    { what: 'documents: search, one word', next: find(at => word(at, 0, 1)) },
    { what: 'documents: search, two words', next: find(at => word(at, 0, 2)) },
    { what: 'documents: search, a slip of the pen', next: find(at => `${word(at, 0, 1).slice(0, -2)}zq`) },
    { what: 'documents: search, a symbol', next: find(at => of(known.symbols, at)) },
    {
      what: '/public/documents/SYMBOL',
      next: (asker, n) =>
        open(`/public/documents/${of(known.symbols, asker * 7 + n)}?lang=${of(languages, n)}`, asker),
    },
    {
      what: '/public/documents',
      next: (asker, n) => open(`/public/documents?lang=${of(languages, n)}`, asker),
    },
    {
      what: '/public/search',
      next: (asker, n) =>
        open(`/public/search?q=${encodeURIComponent(word(asker * 31 + n, 0, 1 + (n % 2)))}&lang=en`, asker),
    },
    {
      what: '/public/sessions',
      next: (asker, n) => open(`/public/sessions?lang=${of(languages, n)}`, asker),
    },
    {
      what: 'decisions: register',
      next: (asker, n) => get('/api/council/decisions?limit=50', of(n % 2 ? secretariat : delegates, asker)),
    },
    {
      what: 'sessions: register',
      next: (asker, n) => get('/api/council/sessions?limit=50', of(n % 2 ? secretariat : delegates, asker)),
    },
  ]
}
