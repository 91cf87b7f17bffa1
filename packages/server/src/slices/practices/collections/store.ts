/** Collections in the tables: rows in, shapes out. Of each only what the reader may read is counted and shown. */
import type { MultiText } from '@kerege/contract/common'
import type { Domain } from '@kerege/contract/domains'
import { notFound } from '@kerege/contract/errors'
import type {
  Collection,
  CollectionFilter,
  CollectionItem,
  CollectionRow,
} from '@kerege/contract/practices/collections/schema'
import { sql } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import { openCursor, pageOf } from '../../../platform/cursor.ts'
import type { Tx } from '../../../platform/database.ts'
import { usesOf } from '../adoption/store.ts'
import { refColumns, toRef } from '../refs.ts'

const selected = (tx: Tx) =>
  tx
    .selectFrom('practices.collections as c')
    .innerJoin('access.accounts as o', 'o.id', 'c.account_id')
    .selectAll('c')
    .select('o.name')
    .select(
      sql<number>`(select count(*)::int from practices.collection_items i where i.collection_id = c.id)`.as(
        'size',
      ),
    )
    .where('c.removed', '=', false)
type Found = Awaited<ReturnType<ReturnType<typeof selected>['executeTakeFirstOrThrow']>>

const toRow = (row: Found): CollectionRow => ({
  id: row.id,
  version: row.version,
  title: row.title as MultiText,
  ...(row.about === null ? {} : { about: row.about as MultiText }),
  domains: row.domains as Domain[],
  ...(row.group_code === null ? {} : { group: row.group_code }),
  curated: row.curated,
  shared: row.shared,
  by: row.name,
  size: row.size,
  updatedAt: row.updated_at,
})

export async function list(ctx: Context, filter: CollectionFilter) {
  const after = openCursor(ctx.node.keys.cursors, 'collections', filter.cursor)
  let query = selected(ctx.tx)
  const { domain } = filter
  if (domain) query = query.where(sql<boolean>`(cardinality(c.domains) = 0 or ${domain} = any (c.domains))`)
  if (filter.group) query = query.where('c.group_code', '=', filter.group)
  if (filter.curated) query = query.where('c.curated', '=', true)
  if (filter.mine) query = query.where('c.account_id', '=', ctx.actor.account)
  if (after)
    query = query.where(sql<boolean>`(c.updated_at, c.id) < (${after[0]}::timestamptz, ${after[1]}::uuid)`)
  const found = await query
    .orderBy('c.updated_at', 'desc')
    .orderBy('c.id', 'desc')
    .limit(filter.limit + 1)
    .execute()
  const { shown, next } = pageOf(
    ctx.node.keys.cursors,
    'collections',
    { found, limit: filter.limit },
    last => [last.updated_at, last.id],
  )
  ctx.trail.shown(shown.map(row => row.id))
  return { rows: shown.map(toRow), ...next }
}

export async function get(tx: Tx, id: string): Promise<Found> {
  const row = await selected(tx).where('c.id', '=', id).executeTakeFirst()
  if (!row) throw notFound()
  return row
}

/** Those who moderate keep what is curated; whoever made another one keeps it. */
export const mayChange = (ctx: Context, row: Pick<Found, 'curated' | 'account_id'>): boolean =>
  ctx.actor.verbs.includes('practices.moderate') ||
  (!row.curated && row.account_id === ctx.actor.account && ctx.actor.verbs.includes('practices.write'))

export async function whole(ctx: Context, id: string): Promise<Collection> {
  const row = await get(ctx.tx, id)
  ctx.trail.shown([id])
  return { ...toRow(row), items: await itemsOf(ctx.tx, id), mayChange: mayChange(ctx, row) }
}

async function itemsOf(tx: Tx, id: string): Promise<CollectionItem[]> {
  const rows = await tx
    .selectFrom('practices.collection_items as i')
    .innerJoin('practices.practices as p', 'p.id', 'i.practice_id')
    .innerJoin('practices.editions as e', 'e.id', 'p.edition_id')
    .select(refColumns)
    .select(sql<MultiText | null>`e.content #> '{texts,summary}'`.as('summary'))
    .where('i.collection_id', '=', id)
    .orderBy('i.ordinal')
    .execute()
  const uses = await usesOf(
    tx,
    rows.map(row => row.practice_id),
  )
  return rows.map(row => {
    const used = uses.get(row.practice_id)
    return {
      practice: toRef(row),
      ...(row.summary === null ? {} : { summary: row.summary }),
      ...(used ? { uses: used } : {}),
    }
  })
}
