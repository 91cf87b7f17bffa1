/** Guidance in the tables of a node: rows in, shapes out. */
import type { Language, MultiText } from '@kerege/contract/common'
import { type Domain, domains } from '@kerege/contract/domains'
import type { GuidanceState, UseState } from '@kerege/contract/guidance/rules'
import type { Guidance, GuidanceFilter, GuidanceRow } from '@kerege/contract/guidance/schema'
import { notFound } from '@kerege/contract/errors'
import { sql } from 'kysely'
import type { Context } from '../../platform/context.ts'
import { openCursor, pageOf } from '../../platform/cursor.ts'
import type { Tx } from '../../platform/database.ts'

const selected = (tx: Tx) =>
  tx
    .selectFrom('guidance.entries as e')
    .selectAll('e')
    .select(eb => [
      eb
        .selectFrom('guidance.uses as u')
        .whereRef('u.entry_id', '=', 'e.id')
        .select('u.state')
        .orderBy('u.number', 'desc')
        .limit(1)
        .as('use'),
    ])
type Found = Awaited<ReturnType<ReturnType<typeof selected>['executeTakeFirstOrThrow']>>

// A newer hub may know domains that we do not: what is left says where it applies, and nothing left says everywhere.
const ours = (list: readonly string[]) => list.filter((one): one is Domain => domains.some(d => d === one))

const toRow = (row: Found): GuidanceRow => ({
  id: row.id,
  symbol: row.symbol,
  title: row.title as MultiText,
  domains: ours(row.domains),
  ages: {
    ...(row.age_from === null ? {} : { from: row.age_from }),
    ...(row.age_to === null ? {} : { to: row.age_to }),
  },
  state: row.state as GuidanceState,
  adoptedAt: row.adopted_at,
  cameAt: row.came_at,
  ...(row.use === null ? {} : { use: row.use as UseState }),
})

export async function list(ctx: Context, filter: GuidanceFilter) {
  const after = openCursor(ctx.node.keys.cursors, 'guidance', filter.cursor)
  let query = selected(ctx.tx)
  if (filter.state) query = query.where('e.state', '=', filter.state)
  const { domain, age } = filter
  if (domain)
    query = query.where(eb =>
      eb.or([sql<boolean>`cardinality(e.domains) = 0`, sql<boolean>`${domain} = any (e.domains)`]),
    )
  if (age !== undefined)
    query = query.where(sql<boolean>`${age} between coalesce(e.age_from, 0) and coalesce(e.age_to, 200)`)
  if (after)
    query = query.where(sql<boolean>`(e.changed_at, e.id) < (${after[0]}::timestamptz, ${after[1]}::uuid)`)
  const found = await query
    .orderBy('e.changed_at', 'desc')
    .orderBy('e.id', 'desc')
    .limit(filter.limit + 1)
    .execute()
  const { shown, next } = pageOf(ctx.node.keys.cursors, 'guidance', { found, limit: filter.limit }, last => [
    last.changed_at,
    last.id,
  ])
  ctx.trail.shown(shown.map(row => row.id))
  return {
    rows: shown.map(toRow),
    ...next,
  }
}

export async function whole(ctx: Context, id: string): Promise<Guidance> {
  const row = await selected(ctx.tx).where('e.id', '=', id).executeTakeFirst()
  if (!row) throw notFound()
  const linked = await ctx.tx
    .selectFrom('guidance.entries')
    .select(['id', 'symbol', 'title', 'replaces_id'])
    .where(eb => eb.or([eb('replaces_id', '=', id), eb('id', '=', row.replaces_id)]))
    .execute()
  const other = (one: (typeof linked)[number]) => ({
    id: one.id,
    symbol: one.symbol,
    title: one.title as MultiText,
  })
  const before = linked.find(one => one.id === row.replaces_id)
  const after = linked.find(one => one.replaces_id === id)
  ctx.trail.shown([id])
  return {
    ...toRow(row),
    texts: row.texts as MultiText,
    ...(row.note === null ? {} : { note: row.note as MultiText }),
    ...(row.reason === null ? {} : { reason: row.reason }),
    ...(before ? { replaces: other(before) } : {}),
    ...(after ? { replacedBy: other(after) } : {}),
    uses: await usesOf(ctx.tx, id),
  }
}

async function usesOf(tx: Tx, entryId: string): Promise<Guidance['uses']> {
  const rows = await tx
    .selectFrom('guidance.uses as u')
    .innerJoin('access.accounts as a', 'a.id', 'u.account_id')
    .selectAll('u')
    .select('a.name')
    .where('u.entry_id', '=', entryId)
    .orderBy('u.number', 'desc')
    .execute()
  return rows.map(row => ({
    id: row.id,
    state: row.state as UseState,
    language: row.language as Language,
    ...(row.words === null ? {} : { words: row.words }),
    by: row.name,
    at: row.at,
    told: toldOf(row),
  }))
}

function toldOf(row: {
  shared: boolean
  sent_at: string | null
  due_at: string | null
  fault: string | null
}): Guidance['uses'][number]['told'] {
  if (!row.shared) return 'kept'
  if (row.sent_at !== null) return 'sent'
  if (row.due_at !== null) return 'waiting'
  return row.fault === 'overtaken' ? 'overtaken' : 'refused'
}

/** What is in force, by its id; nothing for what has ended or is not there. */
export async function findGuidance(ctx: Context, id: string) {
  const row = await ctx.tx
    .selectFrom('guidance.entries')
    .select(['symbol', 'title'])
    .where('id', '=', id)
    .where('state', '=', 'in-force')
    .executeTakeFirst()
  return row && { symbol: row.symbol, title: row.title as MultiText }
}
