/** What a record said before: every save, the way back by one, and every edition with its review. */
import { DomainError, notFound } from '@kerege/contract/errors'
import type { PracticeContent } from '@kerege/contract/practices/content'
import type { Practice, PublishedReview } from '@kerege/contract/practices/record/schema'
import type { Context } from '../../../platform/context.ts'
import { saveContent } from './actions.ts'
import { requireChange } from './policy.ts'
import * as store from './store.ts'
import { whole } from './whole.ts'

const saves = (ctx: Context, id: string) =>
  ctx.tx
    .selectFrom('practices.versions as v')
    .innerJoin('access.accounts as a', 'a.id', 'v.account_id')
    .select(['v.version', 'v.at', 'v.fields', 'a.name as by'])
    .where('v.practice_id', '=', id)

/** Who only reads has none to see. */
export async function versions(ctx: Context, id: string) {
  await store.get(ctx.tx, id)
  const rows = await saves(ctx, id).orderBy('v.version', 'desc').limit(500).execute()
  if (rows.length === 0) throw notFound()
  ctx.trail.shown([id])
  return { rows }
}

export async function versionOf(ctx: Context, id: string, version: number) {
  const row = await saves(ctx, id).select('v.content').where('v.version', '=', version).executeTakeFirst()
  if (!row) throw notFound()
  ctx.trail.shown([id])
  return { ...row, content: row.content as PracticeContent }
}

/** @param version the save that is taken back: it must be the last one, or another was made meanwhile */
export async function undo(ctx: Context, id: string, version: number): Promise<Practice> {
  const row = await store.lock(ctx.tx, id)
  requireChange(ctx, row)
  const last = await ctx.tx
    .selectFrom('practices.versions')
    .select(['version', 'content'])
    .where('practice_id', '=', id)
    .orderBy('version', 'desc')
    .limit(2)
    .execute()
  if (last[0]?.version !== version)
    throw new DomainError('conflict', 'stale-version', { version: row.version })
  const before = last[1]?.content as PracticeContent | undefined
  if (!before) throw new DomainError('conflict', 'nothing-to-undo')
  await saveContent(ctx, row, before)
  return whole(ctx, id)
}

export async function editions(ctx: Context, id: string) {
  await store.get(ctx.tx, id)
  const rows = await ctx.tx
    .selectFrom('practices.editions')
    .selectAll()
    .where('practice_id', '=', id)
    .orderBy('number', 'desc')
    .execute()
  ctx.trail.shown([id])
  return {
    rows: rows.map(row => ({
      id: row.id,
      number: row.number,
      publishedAt: row.published_at,
      content: row.content as PracticeContent,
      review: row.review as PublishedReview,
    })),
  }
}
