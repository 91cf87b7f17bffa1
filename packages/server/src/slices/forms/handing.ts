/** A draft is handed to a colleague, who goes on with it: somebody who writes in one of its sections anyhow. Nothing is opened by it. */
import { DomainError, invalid } from '@kerege/contract/errors'
import type { FormDraft, HandOverForm } from '@kerege/contract/forms/schema'
import { sql } from 'kysely'
import type { Context } from '../../platform/context.ts'
import { emit } from '../../platform/outbox.ts'
import { standing } from './beginning.ts'
import * as store from './store.ts'

/** @throws DomainError `form-handed-in`, `stale-version`, `not-yours`; a fault for a colleague who could not write on it */
export async function handOver(ctx: Context, id: string, { accountId, seen }: HandOverForm): Promise<void> {
  const row = await store.lock(ctx, id)
  if (row.state !== 'draft') throw new DomainError('conflict', 'form-handed-in')
  // Handed over twice is handed over once.
  if (row.with_id === accountId) return ctx.trail.shown([id, row.person_id])
  if (row.version !== seen) throw new DomainError('conflict', 'stale-version')
  const { writable } = await standing(ctx, row.person_id)
  if (!row.sections.some(one => writable.some(section => section === one)))
    throw new DomainError('forbidden', 'not-yours')
  const { rows } = await sql<{ writes: boolean }>`
    select exists (select 1 from unnest(${row.sections}::text[]) s
      where access.opens_to(${accountId}::uuid, 'write', s, ${row.person_id}::uuid, 'casework.write')) as writes`.execute(
    ctx.tx,
  )
  if (!rows[0]?.writes) throw invalid([{ pointer: '/accountId', code: 'owner-cannot-see' }])
  await ctx.tx
    .updateTable('forms.forms')
    .set({ with_id: accountId, given_by: ctx.actor.account, given_at: ctx.now, version: sql`version + 1` })
    .where('id', '=', id)
    .execute()
  ctx.trail.touched(id, ['with'])
  ctx.trail.touched(row.person_id)
  ctx.trail.shown([accountId])
  if (accountId !== ctx.actor.account)
    await emit(ctx.tx, 'form.handed-over', { accountId, formId: id, personId: row.person_id })
}

/** Drafts that colleagues handed to the actor and that are still open to them, the longest first. */
export async function drafts(ctx: Context): Promise<FormDraft[]> {
  const found = await store
    .selected(ctx)
    .where('f.state', '=', 'draft')
    .where('f.with_id', '=', ctx.actor.account)
    .where('f.given_by', '<>', ctx.actor.account)
    .where(sql<boolean>`forms.reaches('write', f.sections, f.person_id)`)
    .orderBy('f.given_at')
    .orderBy('f.id')
    .limit(100)
    .execute()
  ctx.trail.shown(found.flatMap(row => [row.id, row.person_id]))
  return found.map(row => ({ ...store.toRow(row), person: row.person }))
}
