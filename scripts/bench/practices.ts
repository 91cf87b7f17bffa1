/**
 * The hub with 10,000 practices in seven languages: how long the index takes to be written anew, and how long a question takes that somebody
 * might type, beside the floor of the same minute.
 */
import { Agent } from 'node:http'
import pg from 'pg'
import { topics } from '../../packages/contract/src/analysis/evaluation/judgements.ts'
import { concepts } from '../../packages/contract/src/analysis/thesaurus/concepts.ts'
import { languages } from '../../packages/contract/src/common.ts'
import { domains } from '../../packages/contract/src/domains.ts'
import { seeded } from '../../packages/contract/src/names/evaluation/people.ts'
import type { PracticeContent } from '../../packages/contract/src/practices/content.ts'
import { copyRows } from '../../packages/server/src/demo/copy.ts'
import type { Node } from '../../packages/server/src/platform/context.ts'
import { openPool } from '../../packages/server/src/platform/database.ts'
import { newId } from '../../packages/server/src/platform/ids.ts'
import { openLog } from '../../packages/server/src/platform/log.ts'
import { indexPractices } from '../../packages/server/src/slices/practices/finding/indexing.ts'
import { cpuBetween, cpuNow } from './cpu.ts'
import { readVocabulary, type Vocabulary } from './hubFill.ts'
import { openHubGround } from './hubGround.ts'
import { untilKeyed } from './keyed.ts'
import { type Call, load, send } from './load.ts'
import { watchHolds } from './holds.ts'
import type { Order } from './node.ts'

interface BenchServer {
  url: string
  child: { kill(): unknown; pid?: number | undefined }
  hold(): Promise<number>
}
interface Row {
  what: string
  figure: string
  budget: string
}

const practices = 10_000
/** Words of a record in one language, and how many of them are labels of our concepts. */
const recordWords = 150

export async function measurePractices(
  start: (order: Order) => Promise<BenchServer>,
  { quick, say }: { quick: boolean; say: (line: string) => void },
): Promise<{ rows: Row[]; raw: Record<string, unknown> }> {
  const ground = await openHubGround(100, say, 'bench-practices')
  const servers: BenchServer[] = []
  const owner = new pg.Client({ connectionString: ground.urls.ownerUrl })
  await owner.connect()
  try {
    await fill(owner, say)
    const rows = [await writeIndex(ground.urls.serverUrl, owner, say)]
    const order = { urls: ground.urls, dataDir: ground.dataDir, sequencer: true }
    const hub = await start({ ...order, kind: 'hub', port: 4917 })
    servers.push(hub)
    const floor = await start({ ...order, kind: 'hub-floor', port: 4918 })
    servers.push(floor)
    await untilKeyed(ground.urls.serverUrl)
    const role = decodeURIComponent(new URL(ground.urls.serverUrl).username)
    const raw: Record<string, unknown> = {}
    const repeats = quick ? 5 : 20
    const cookies = ground.secretariat
    for (const { what, words } of questions()) {
      const next = (asker: number, n: number) =>
        ask(cookies[asker % cookies.length] ?? '', words(asker * 31 + n))
      await failOnRefusal(hub.url, what, next(0, 0))
      await load(hub.url, 10, 5, next)
      await hub.hold()
      const before = await cpuNow(owner, role, hub.child.pid ?? 0)
      const ours = await load(hub.url, 20, repeats, next, 1000)
      const cpu = cpuBetween(before, await cpuNow(owner, role, hub.child.pid ?? 0))
      const hold = await hub.hold()
      const floorNow = await load(floor.url, 20, repeats, (asker, n) => next(asker, n), 1000)
      raw[what] = { ours, floor: floorNow, cpu, hold }
      const each = (ms: number) => (ms / ours.requests).toFixed(1)
      rows.push({
        what: `practices: ${what}, p50 / p95`,
        figure: `${ours.p50.toFixed(1)} / ${ours.p95.toFixed(1)} ms (floor ${floorNow.p50.toFixed(1)} / ${floorNow.p95.toFixed(1)}; CPU ${each(cpu.node)} + ${each(cpu.database)} ms; longest hold ${hold.toFixed(0)} ms)`,
        budget: '50 ms, holds 50 ms',
      })
      say(`${rows.at(-1)?.what}: ${rows.at(-1)?.figure}`)
    }
    return { rows, raw: { practices: raw } }
  } finally {
    await owner.end()
    for (const one of servers) one.child.kill()
    await ground.engine.stop()
  }
}

const ask = (cookie: string, words: string): Call => ({
  method: 'POST',
  path: '/api/practices/search',
  cookie,
  body: JSON.stringify({ words }),
})

/** What is asked: whole questions, single words, slips, and nothing. */
export function questions(): { what: string; words: (at: number) => string }[] {
  const all = topics.flatMap(({ questions: asked }) => Object.values(asked))
  const of = <T>(list: readonly T[], at: number) => list[at % list.length] as T // never empty here
  return [
    { what: 'questions of the judgements', words: at => of(all, at) },
    { what: 'one word', words: at => of(all, at).split(' ')[0] ?? '' },
    {
      what: 'a slip of the pen',
      words: at =>
        (
          of(all, at)
            .split(' ')
            .find(word => word.length > 5) ?? 'maktab'
        )
          .slice(0, -2)
          .concat('q'),
    },
    { what: 'nothing typed', words: () => '' },
  ]
}

async function failOnRefusal(url: string, what: string, call: Call) {
  const agent = new Agent()
  const reply = await send(agent, url, call)
  agent.destroy()
  if (reply.status !== 200) throw new Error(`${what}: ${reply.status} ${reply.text.slice(0, 300)}`)
}

async function fill(owner: pg.Client, say: (line: string) => void): Promise<void> {
  const there = await owner.query<{ n: number }>('select count(*)::int as n from practices.practices')
  if ((there.rows[0]?.n ?? 0) >= practices) return
  say(`Filling ${practices} practices, once.`)
  const vocabulary = await readVocabulary()
  const draw = seeded(29)
  const who = await owner.query<{ account_id: string; agency_id: string }>(
    'select account_id, agency_id from access.hats limit 1',
  )
  const { account_id: author, agency_id: agency } = who.rows[0] ?? { account_id: '', agency_id: '' }
  const all = Array.from({ length: practices }, (_, at) => {
    const content = JSON.stringify(contentOf(draw, vocabulary))
    return { id: newId(), edition: newId(), number: at + 1, content }
  })
  await owner.query('begin')
  const now = new Date().toISOString()
  await copyRows(
    owner,
    'practices.practices',
    [
      'id',
      'number',
      'state',
      'audience',
      'licence',
      'country',
      'author_id',
      'agency_id',
      'content',
      'edition_id',
      'confirm_by',
      'created_at',
      'updated_at',
      'published_at',
    ],
    all.map(({ id, edition, number, content }) => [
      ...[
        id,
        number,
        'published',
        number % 10 === 0 ? 'council' : 'practitioners',
        'CC-BY-4.0',
        'KZ',
        author,
        agency,
      ],
      ...[content, edition, '2030-01-01', now, now, now],
    ]),
  )
  await copyRows(
    owner,
    'practices.editions',
    ['id', 'practice_id', 'number', 'content', 'published_at', 'review'],
    all.map(({ id, edition, content }) => [
      edition,
      id,
      1,
      content,
      now,
      '{"grades":{},"words":[],"reviewers":[],"differed":false}',
    ]),
  )
  await owner.query('commit')
  await owner.query('vacuum analyze practices.practices, practices.editions')
}

/** A record of the size of a whole one, in words of ours. */
export function contentOf(draw: (below: number) => number, vocabulary: Vocabulary): PracticeContent {
  const some = <T>(list: readonly T[]) => list[draw(list.length)] as T // never empty here
  const about = [some(concepts), some(concepts), some(concepts)]
  const said = (n: number) =>
    Object.fromEntries(
      languages.map(language => {
        const words = vocabulary[language]
        const text = Array.from({ length: n }, () =>
          draw(12) === 0
            ? some(some(about).labels[language])
            : (words[Math.floor((draw(10_000) / 10_000) ** 2.2 * words.length)] ?? ''),
        )
        return [language, { text: text.join(' '), state: 'checked' as const }]
      }),
    )
  const part = Math.round(recordWords / 8)
  return {
    texts: {
      title: said(6),
      summary: said(part),
      problem: said(part),
      forWhom: said(part),
      steps: said(part * 2),
      results: said(part),
      safeguards: said(part),
      limits: said(part),
    },
    facts: {
      domains: [some(domains)],
      themes: [],
      settings: ['school'],
      audience: ['children'],
      ages: {},
      sex: 'any',
      country: some(['KZ', 'KG', 'TJ', 'TM', 'UZ']),
      evidenceLevel: some(['told', 'followed', 'compared'] as const),
      figures: [],
      sources: [],
      related: [],
    },
  }
}

/** All of it anew, as after a change of the analyser. */
async function writeIndex(serverUrl: string, owner: pg.Client, say: (line: string) => void): Promise<Row> {
  await owner.query('truncate practices.index_postings, practices.index_keys, practices.index_practices')
  const pool = openPool(serverUrl, 'bench', 2)
  const role = decodeURIComponent(new URL(serverUrl).username)
  await pool.query('select 1')
  const before = await cpuNow(owner, role, process.pid)
  const begun = performance.now()
  const holds = watchHolds()
  let count = 0
  let cpu = { node: 0, database: 0 }
  try {
    // What the job needs of a node.
    const node = { pool, log: openLog({ requests: false }) } as unknown as Node
    for (let written = 1; written > 0; count += written) written = await indexPractices(node)
    cpu = cpuBetween(before, await cpuNow(owner, role, process.pid))
  } finally {
    holds.end()
    await pool.end()
  }
  const seconds = (performance.now() - begun) / 1000
  await owner.query(
    'vacuum analyze practices.index_postings, practices.index_keys, practices.index_practices',
  )
  const hold = holds.longest().toFixed(0)
  const size = await owner.query<{ rows: number; bytes: number }>(
    `select count(*)::int as rows, pg_total_relation_size('practices.index_postings')::float8 as bytes from practices.index_postings`,
  )
  const { rows = 0, bytes = 0 } = size.rows[0] ?? {}
  say(
    `index of ${count} practices: ${seconds.toFixed(0)} s (CPU ${(cpu.node / 1000).toFixed(1)} + ${(cpu.database / 1000).toFixed(1)} s), ${rows} rows, longest hold ${hold} ms`,
  )
  return {
    what: `practices: index of ${practices} x 7 languages, ${recordWords} words each`,
    figure: `${seconds.toFixed(0)} s (CPU ${(cpu.node / 1000).toFixed(1)} + ${(cpu.database / 1000).toFixed(1)} s), ${(rows / 1e6).toFixed(2)} million rows, ${(bytes / 1e6).toFixed(0)} MB, longest hold ${hold} ms`,
    budget: '60 s, holds 50 ms',
  }
}
