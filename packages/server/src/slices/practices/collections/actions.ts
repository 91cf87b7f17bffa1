/** Making, changing and taking away a collection. */
import { DomainError, invalid } from '@kerege/contract/errors'
import type * as routes from '@kerege/contract/practices/collections/routes'
import type { Collection } from '@kerege/contract/practices/collections/schema'
import type { Parsed } from '@kerege/contract/route'
import type { Context } from '../../../platform/context.ts'
import { practiceRefs } from '../refs.ts'
import * as store from './store.ts'

type Draft = Parsed<typeof routes.changeCollection>['body']

/** What is not open to its reader is not there. Practices that were retracted may stay: their notice is read in it. */
async function requirePractices(ctx: Context, ids: readonly string[]) {
  const found = await practiceRefs(ctx.tx, ids)
  const missing = ids.findIndex(id => !found.has(id))
  if (missing >= 0) throw invalid([{ pointer: `/practiceIds/${missing}`, code: 'not-found' }])
}

const columns = (draft: Draft) => ({
  title: JSON.stringify(draft.title),
  about: draft.about ? JSON.stringify(draft.about) : null,
  domains: draft.domains,
  group_code: draft.group ?? null,
})

async function writeItems(ctx: Context, id: string, practiceIds: readonly string[]) {
  await ctx.tx.deleteFrom('practices.collection_items').where('collection_id', '=', id).execute()
  if (practiceIds.length === 0) return
  await ctx.tx
    .insertInto('practices.collection_items')
    .values(practiceIds.map((practice_id, ordinal) => ({ collection_id: id, practice_id, ordinal })))
    .execute()
}

/** @throws DomainError `not-yours` where somebody who does not moderate would curate */
export async function make(
  ctx: Context,
  { id, curated, ...draft }: Parsed<typeof routes.makeCollection>['body'],
): Promise<Collection> {
  if (curated && !ctx.actor.verbs.includes('practices.moderate')) {
    throw new DomainError('forbidden', 'moderators-curate')
  }
  await requirePractices(ctx, draft.practiceIds)
  const made = await ctx.tx
    .insertInto('practices.collections')
    .values({
      id,
      ...columns(draft),
      curated,
      shared: curated || draft.shared,
      account_id: ctx.actor.account,
      created_at: ctx.now,
      updated_at: ctx.now,
    })
    .onConflict(conflict => conflict.column('id').doNothing())
    .executeTakeFirst()
  // Sent again: it is there already.
  if (made.numInsertedOrUpdatedRows) await writeItems(ctx, id, draft.practiceIds)
  ctx.trail.touched(id)
  return store.whole(ctx, id)
}

async function mine(ctx: Context, id: string) {
  const row = await store.get(ctx.tx, id)
  if (!store.mayChange(ctx, row)) throw new DomainError('forbidden', 'not-yours')
  return row
}

/** @throws DomainError `not-yours`, `stale-version` */
export async function change(ctx: Context, id: string, draft: Draft): Promise<Collection> {
  const row = await mine(ctx, id)
  await requirePractices(ctx, draft.practiceIds)
  const done = await ctx.tx
    .updateTable('practices.collections')
    .set({
      ...columns(draft),
      shared: row.curated || draft.shared,
      version: row.version + 1,
      updated_at: ctx.now,
    })
    .where('id', '=', id)
    .where('version', '=', ctx.basedOn ?? row.version)
    .executeTakeFirst()
  if (!done.numUpdatedRows) throw new DomainError('conflict', 'stale-version', { version: row.version })
  await writeItems(ctx, id, draft.practiceIds)
  ctx.trail.touched(id, ['collection'])
  return store.whole(ctx, id)
}

/** @throws DomainError `not-yours` */
export async function remove(ctx: Context, id: string): Promise<undefined> {
  const row = await mine(ctx, id)
  await ctx.tx
    .updateTable('practices.collections')
    .set({ removed: true, version: row.version + 1, updated_at: ctx.now })
    .where('id', '=', id)
    .execute()
  ctx.trail.touched(id, ['removed'])
}
