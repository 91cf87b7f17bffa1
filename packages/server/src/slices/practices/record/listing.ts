/** The list of practices under its filter: editions for readers, and drafts for those who work on them. */
import type { PracticeContent } from '@kerege/contract/practices/content'
import type { PracticeFilter, PracticeRow } from '@kerege/contract/practices/record/schema'
import { sql } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import { openCursor, pageOf } from '../../../platform/cursor.ts'
import type { Tx } from '../../../platform/database.ts'
import { usesOf } from '../adoption/store.ts'
import { toRow } from './rows.ts'
import { selected } from './store.ts'

/** What a row shows: the edition, and the draft only where nothing is published yet. */
const shownContent = sql<PracticeContent>`coalesce(e.content, practices.working(p.id))`

type Wanted = Omit<PracticeFilter, 'cursor' | 'limit'>

export function filtered(tx: Tx, filter: Wanted, account: string) {
  let query = selected(tx).select(shownContent.as('shown'))
  if (filter.state) query = query.where('p.state', '=', filter.state)
  if (filter.country) query = query.where('p.country', '=', filter.country)
  if (filter.mine) query = query.where('p.author_id', '=', account)
  if (filter.domain)
    query = query.where(sql<boolean>`${shownContent} #> '{facts,domains}' ? ${filter.domain}`)
  if (filter.language)
    query = query.where(sql<boolean>`${shownContent} #> '{texts,title}' ? ${filter.language}`)
  if (filter.evidence)
    query = query.where(sql<boolean>`${shownContent} #>> '{facts,evidenceLevel}' = ${filter.evidence}`)
  return query
}

export async function list(ctx: Context, filter: PracticeFilter) {
  const { cursors } = ctx.node.keys
  if (filter.tried) return listTried(ctx, filter)
  const after = openCursor(cursors, 'practices', filter.cursor)
  let query = filtered(ctx.tx, filter, ctx.actor.account)
  if (after)
    query = query.where(sql<boolean>`(p.updated_at, p.id) < (${after[0]}::timestamptz, ${after[1]}::uuid)`)
  const found = await query
    .orderBy('p.updated_at', 'desc')
    .orderBy('p.id', 'desc')
    .limit(filter.limit + 1)
    .execute()
  const { shown, next } = pageOf(cursors, 'practices', { found, limit: filter.limit }, last => [
    last.updated_at,
    last.id,
  ])
  return { rows: await withUses(ctx, shown), ...next }
}

type Shown = Awaited<ReturnType<ReturnType<typeof filtered>['execute']>>[number]

async function withUses(ctx: Context, shown: readonly Shown[]): Promise<PracticeRow[]> {
  const ids = shown.map(row => row.id)
  const uses = await usesOf(ctx.tx, ids)
  ctx.trail.shown(ids)
  return shown.map(row => {
    const used = uses.get(row.id)
    return { ...toRow(row, row.shown), ...(used ? { uses: used } : {}) }
  })
}

/** By what was adopted and worked, never by how often somebody looked. */
async function listTried(ctx: Context, filter: PracticeFilter) {
  const { cursors } = ctx.node.keys
  const after = openCursor(cursors, 'practices.tried', filter.cursor)
  let query = filtered(ctx.tx, filter, ctx.actor.account)
    .innerJoin('practices.uses as u', 'u.practice_id', 'p.id')
    .select('u.bound')
    .where('u.tried', '>', 0)
  if (after) query = query.where(sql<boolean>`(u.bound, p.id) < (${after[0]}::float8, ${after[1]}::uuid)`)
  const found = await query
    .orderBy('u.bound', 'desc')
    .orderBy('p.id', 'desc')
    .limit(filter.limit + 1)
    .execute()
  const page = { found, limit: filter.limit }
  const { shown, next } = pageOf(cursors, 'practices.tried', page, last => [String(last.bound), last.id])
  return { rows: await withUses(ctx, shown), ...next }
}
