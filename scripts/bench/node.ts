/**
 * A server process of the benchmark: one real node, or the floor it is measured against. Tells its parent when it
 * listens, and its memory and longest hold when asked.
 */
import { createServer } from 'node:http'
import { flushCompileCache } from 'node:module'
import type { AddressInfo } from 'node:net'
import pg from 'pg'
import { startNode } from '../../packages/server/src/main.ts'
import type { HubPlace } from '../../packages/server/src/platform/hubLink.ts'
import { openLog } from '../../packages/server/src/platform/log.ts'
import { nodeFacts } from '../../packages/server/src/platform/profile.ts'
import type { DatabaseUrls } from '../../packages/server/src/platform/provision.ts'
import { tokenHash } from '../../packages/server/src/slices/access/index.ts'
import { watchHolds } from './holds.ts'

export interface Order {
  kind: 'node' | 'floor' | 'hub' | 'hub-floor'
  urls: DatabaseUrls
  dataDir: string
  port: number
  sequencer: boolean
  /** Of a node: the hub that it looks at. */
  hub?: HubPlace
}

const holds = watchHolds()
process.on('message', (message: Order | { ask: 'memory' | 'hold' | 'end' }) => {
  if ('kind' in message) void start(message)
  else if (message.ask === 'memory') process.send?.({ rss: process.memoryUsage().rss })
  else if (message.ask === 'hold') process.send?.({ hold: holds.longest() })
  else process.exit(0)
})
process.on('disconnect', () => process.exit(0))
process.on('SIGTERM', () => process.exit(0))

async function start(order: Order) {
  const url = order.kind === 'node' || order.kind === 'hub' ? await startReal(order) : await startFloor(order)
  // Killed at the end, and the next one starts as a server does that has started here before.
  flushCompileCache()
  process.send?.({ url })
}

async function startReal({ kind, urls, dataDir, port, sequencer, hub }: Order): Promise<string> {
  const is =
    kind === 'hub' ? ({ id: 'hub', kind: 'hub' } as const) : ({ id: 'kz', kind: 'national' } as const)
  const node = await startNode({
    info: {
      ...is,
      name: { en: { text: 'Bench', state: 'checked' } },
      demo: false,
      languages: ['en'],
      timeZone: 'Asia/Almaty',
    },
    profile: nodeFacts({ ...is, profile: is.id }, false).profile,
    baseUrl: `http://127.0.0.1:${port}`,
    urls,
    dataDir,
    log: openLog({ requests: false }),
    host: '127.0.0.1',
    port,
    ...(hub ? { hub } : {}),
    // One hour is never within a run.
    sequencerEveryMs: sequencer ? 1000 : 3_600_000,
  })
  return node.url
}

/**
 * The least that a filtered list can cost: the identical transaction (role, policy, audit row, commit) through `pg`
 * and bare `node:http`; no routing, no parsing, no checks of what goes in or out.
 */
async function startFloor({ kind, urls, port }: Order): Promise<string> {
  const pool = new pg.Pool({ connectionString: urls.serverUrl, max: 12 })
  const server = createServer((request, response) => {
    const asked = new URL(request.url ?? '', 'http://x').searchParams
    const cookie = request.headers.cookie ?? ''
    const answer =
      kind === 'floor'
        ? answered(pool, cookie, 'people.listed', client => people(client, asked.get('area') ?? ''))
        : answered(pool, cookie, 'council-documents.listed', documents)
    void answer.then(
      body => response.writeHead(200, { 'content-type': 'application/json' }).end(body),
      () => response.writeHead(500).end(),
    )
  })
  await new Promise<void>(done => server.listen(port, '127.0.0.1', done))
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

interface Answer {
  ids: string[]
  body: object
}

async function answered(
  pool: pg.Pool,
  cookie: string,
  action: string,
  read: (client: pg.PoolClient) => Promise<Answer>,
): Promise<string> {
  const token = decodeURIComponent(cookie.slice(cookie.indexOf('=') + 1)).split('.')[0] ?? ''
  const client = await pool.connect()
  try {
    const entered = (await client.query(
      `begin; select access.enter('\\x${tokenHash(token).toString('hex')}'::bytea, 30) as actor`,
    )) as unknown as pg.QueryResult[] // two statements
    const actor = (entered[1]?.rows[0] as { actor: { account: string; role: string } } | undefined)?.actor
    if (!actor) throw new Error('No session.')
    const { ids, body } = await read(client)
    await client.query({
      name: 'entry',
      text: `insert into audit.entries (id, at, request_id, account_id, role, action, outcome, subjects, salt)
       values (gen_random_uuid(), now(), 'floor', $1, $2, $3, 'done', $4, '\\x00112233445566778899aabbccddeeff')`,
      values: [actor.account, actor.role, action, ids],
    })
    await client.query('commit')
    return JSON.stringify(body)
  } catch (error) {
    await client.query('rollback')
    throw error
  } finally {
    client.release()
  }
}

// Prepared, as the node's own statements are: the floor has to be a real one.
async function people(client: pg.PoolClient, area: string): Promise<Answer> {
  const rows = await client.query<{ id: string }>({
    name: 'rows',
    text: `select p.id, p.label, p.sex, p.birth, p.area_code, p.updated_at, p.sort_key from people.persons p
      where (p.area_code = $1 or (p.area_code > $2 and p.area_code < $3)) order by p.sort_key, p.id limit 51`,
    values: [area, `${area}.`, `${area}/`],
  })
  const shown = rows.rows.slice(0, 50)
  const ids = shown.map(row => row.id)
  const names = await client.query({
    name: 'names',
    text: "select person_id, concat_ws(' ', family, given, patronymic) as text from people.names where person_id = any ($1::uuid[]) order by ordinal",
    values: [ids],
  })
  const homes = await client.query({
    name: 'homes',
    text: 'select m.person_id, h.id, h.name from people.household_members m join people.households h on h.id = m.household_id where m.valid_to is null and m.person_id = any ($1::uuid[])',
    values: [ids],
  })
  return { ids, body: { rows: shown, names: names.rows, homes: homes.rows } }
}

async function documents(client: pg.PoolClient): Promise<Answer> {
  const rows = await client.query<{ id: string; session_id: string }>({
    name: 'documents',
    text: `select d.id, d.version, d.body_id, d.session_id, d.kind, d.source_language, d.distribution, d.state, d.symbol, d.updated_at
      from council.documents d order by d.updated_at desc, d.id desc limit 51`,
  })
  const shown = rows.rows.slice(0, 50)
  const ids = shown.map(row => row.id)
  const texts = await client.query({
    name: 'texts',
    text: 'select document_id, language, number, state, stale, title from council.document_languages where document_id = any ($1::uuid[])',
    values: [ids],
  })
  const sessions = await client.query({
    name: 'sessions',
    text: 'select id, title, symbol from council.sessions where id = any ($1::uuid[])',
    values: [shown.map(row => row.session_id)],
  })
  return { ids, body: { rows: shown, texts: texts.rows, sessions: sessions.rows } }
}
