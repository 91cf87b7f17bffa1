/** Practices in the tables of a node: rows in, shapes out. */
import type { Language, MultiText } from '@kerege/contract/common'
import { notFound } from '@kerege/contract/errors'
import type { GivenPractice } from '@kerege/contract/exchange/practice'
import type {
  FindPractices,
  HeldPractice,
  HeldRow,
  HeldState,
  Kept,
  UseReport,
} from '@kerege/contract/exchange/schema'
import type { AdoptionState } from '@kerege/contract/practices/rules'
import { languages } from '@kerege/contract/common'
import { sql } from 'kysely'
import type { Context } from '../../platform/context.ts'
import { openCursor, pageOf } from '../../platform/cursor.ts'
import type { Tx } from '../../platform/database.ts'
import { questionOf } from '../../platform/vectors.ts'
import { nodeAnalyser } from './thesaurus.ts'

/** Which, and by what they are in order. Nothing else: what stands in a record is unpacked for those that are shown, and not for all that are looked through. */
const looked = (tx: Tx) => tx.selectFrom('exchange.practices as p').select(['p.id', 'p.changed_at'])

/** As lists read them: of a record its heads, since fifty whole ones are a megabyte. */
const listed = (tx: Tx, found: ReturnType<typeof looked>) =>
  tx
    .selectFrom(found.as('f'))
    .innerJoin('exchange.practices as p', 'p.id', 'f.id')
    .select(eb => [
      'p.id',
      'p.symbol',
      'p.state',
      'p.domains',
      'p.age_from',
      'p.age_to',
      'p.languages',
      'p.changed_at',
      sql<MultiText>`p.body #> '{texts,title}'`.as('title'),
      sql<MultiText | null>`p.body #> '{texts,summary}'`.as('summary'),
      sql<string | null>`p.body ->> 'country'`.as('country'),
      eb
        .selectFrom('exchange.reports as r')
        .whereRef('r.practice_id', '=', 'p.id')
        .where('r.confirmed_at', 'is not', null)
        .select('r.state')
        .orderBy('r.at', 'desc')
        .limit(1)
        .as('use'),
    ])
    .orderBy('f.changed_at', 'desc')
    .orderBy('f.id', 'desc')
type Listed = Awaited<ReturnType<ReturnType<typeof listed>['executeTakeFirstOrThrow']>>

const bodyOf = (row: { body: unknown }) => row.body as Pick<GivenPractice, 'texts'> & Partial<GivenPractice>
const givenOf = (row: { state: string; body: unknown }) =>
  row.state === 'withdrawn' ? {} : { given: row.body as GivenPractice }
const titleOf = (row: { body: unknown }): MultiText => bodyOf(row).texts.title

const toRow = (row: Listed): HeldRow => ({
  id: row.id,
  symbol: row.symbol,
  state: row.state as HeldState,
  title: row.title,
  ...(row.summary ? { summary: row.summary } : {}),
  domains: row.domains,
  ages: {
    ...(row.age_from === null ? {} : { from: row.age_from }),
    ...(row.age_to === null ? {} : { to: row.age_to }),
  },
  ...(row.country ? { country: row.country } : {}),
  languages: row.languages.filter((one): one is Language => languages.some(known => known === one)),
  changedAt: row.changed_at,
  ...(row.use === null ? {} : { use: row.use as AdoptionState }),
})

/** What is typed half is found by how words begin; what is typed whole also by what it means. Without a word, all of it. */
const saidBy = (words: string, meaning: string) =>
  sql<boolean>`(exchange.beginning_with(${words}) is null or p.id in (select exchange.held_with(${words}, ${meaning})))`

export async function find(ctx: Context, filter: FindPractices) {
  const after = openCursor(ctx.node.keys.cursors, 'exchange', filter.cursor)
  let query = looked(ctx.tx)
  const { domain, setting, age, language, words } = filter
  // Without being asked for, what is no longer given out is not offered.
  query = filter.state ? query.where('p.state', '=', filter.state) : query.where('p.state', '<>', 'withdrawn')
  if (domain) query = query.where(sql<boolean>`(cardinality(p.domains) = 0 or ${domain} = any (p.domains))`)
  if (setting) query = query.where(sql<boolean>`${setting} = any (p.settings)`)
  if (language) query = query.where(sql<boolean>`${language} = any (p.languages)`)
  if (age !== undefined)
    query = query.where(sql<boolean>`${age} between coalesce(p.age_from, 0) and coalesce(p.age_to, 200)`)
  if (words) query = query.where(saidBy(words, questionOf(await nodeAnalyser(ctx.tx), words)))
  if (filter.waiting)
    query = query.where(
      sql<boolean>`exists (select 1 from exchange.reports r where r.practice_id = p.id and r.confirmed_at is null)`,
    )
  if (after)
    query = query.where(sql<boolean>`(p.changed_at, p.id) < (${after[0]}::timestamptz, ${after[1]}::uuid)`)
  const page = query
    .orderBy('p.changed_at', 'desc')
    .orderBy('p.id', 'desc')
    .limit(filter.limit + 1)
  const found = await listed(ctx.tx, page).execute()
  const { shown, next } = pageOf(ctx.node.keys.cursors, 'exchange', { found, limit: filter.limit }, last => [
    last.changed_at,
    last.id,
  ])
  ctx.trail.shown(shown.map(row => row.id))
  return { rows: shown.map(toRow), ...next }
}

export async function whole(ctx: Context, id: string): Promise<HeldPractice> {
  const row = await ctx.tx
    .selectFrom('exchange.practices as p')
    .select(['p.id', 'p.state', 'p.symbol', 'p.body', 'p.came_at', 'p.changed_at'])
    .where('p.id', '=', id)
    .executeTakeFirst()
  if (!row) throw notFound()
  const reports = await ctx.tx
    .selectFrom('exchange.reports as r')
    .leftJoin('access.accounts as a', 'a.id', 'r.account_id')
    .selectAll('r')
    .select('a.name as who')
    .where('r.practice_id', '=', id)
    .orderBy('r.at', 'desc')
    .orderBy('r.id', 'desc')
    .execute()
  ctx.trail.shown([id])
  return {
    id: row.id,
    state: row.state as HeldState,
    symbol: row.symbol,
    title: titleOf(row),
    ...givenOf(row),
    themes: await themesOf(ctx.tx, bodyOf(row).facts?.themes ?? []),
    cameAt: row.came_at,
    changedAt: row.changed_at,
    reports: reports.map(one => ({
      id: one.id,
      state: one.state as AdoptionState,
      language: one.language as Language,
      ...(one.words === null ? {} : { words: one.words }),
      by: one.who ?? '',
      at: one.at,
      told: toldOf(one),
    })),
  }
}

/** Labels as they came with the hub's thesaurus, in the order of the practice; a code without one is left out. */
async function themesOf(tx: Tx, ids: readonly string[]): Promise<MultiText[]> {
  if (ids.length === 0) return []
  const { rows } = await sql<{ label: MultiText }>`
    select c.value -> 'label' as label
    from exchange.definitions d, jsonb_array_elements(d.body -> 'concepts') c
    where d.id = 'thesaurus' and c.value ->> 'id' = any (${[...ids]}::text[])
    order by array_position(${[...ids]}::text[], c.value ->> 'id')`.execute(tx)
  return rows.map(row => row.label)
}

interface Sending {
  confirmed_at: string | null
  shared: boolean
  sent_at: string | null
  fault: string | null
  due_at: string | null
}
function toldOf(row: Sending): UseReport['told'] {
  if (row.confirmed_at === null) return 'draft'
  if (!row.shared) return 'kept'
  if (row.sent_at !== null) return 'sent'
  if (row.fault === 'overtaken') return 'overtaken'
  return row.due_at === null ? 'refused' : 'waiting'
}

const keptAtOnce = 50

export async function kept(
  ctx: Context,
  after: number,
): Promise<{ rows: Kept[]; more: boolean; newest: number }> {
  const { newest } = await ctx.tx
    .selectFrom('exchange.practices')
    .select(eb => eb.fn.max('change').as('newest'))
    .executeTakeFirstOrThrow()
  const found = await ctx.tx
    .selectFrom('exchange.practices')
    .select(['id', 'change', 'state', 'symbol', 'body', 'changed_at'])
    .where('change', '>', after)
    .orderBy('change')
    .limit(keptAtOnce + 1)
    .execute()
  const rows = found.slice(0, keptAtOnce)
  ctx.trail.counted('practices', rows.length)
  return {
    rows: rows.map(row => ({
      id: row.id,
      change: row.change,
      state: row.state as HeldState,
      symbol: row.symbol,
      title: titleOf(row),
      ...givenOf(row),
      changedAt: row.changed_at,
    })),
    more: found.length > keptAtOnce,
    newest: newest ?? 0,
  }
}

/** What may be taken up, by its id; nothing for what was taken back, has ended or is not there. */
export async function findHeldPractice(ctx: Context, id: string) {
  const row = await ctx.tx
    .selectFrom('exchange.practices')
    .select(['symbol', 'body'])
    .where('id', '=', id)
    .where('state', '=', 'published')
    .executeTakeFirst()
  return row && { symbol: row.symbol, title: titleOf(row) }
}
