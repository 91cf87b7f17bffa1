/**
 * Opening a file in an emergency, closing it, and saying afterwards whether it was right. What may be opened is the database's answer
 * (glass.break_open); the reason is sealed under the key of the person, so that it goes when the person goes.
 */
import type { BreakGlass, BreakGlassByNumber, Opening, ReviewOpening } from '@kerege/contract/glass/schema'
import { DomainError, notFound } from '@kerege/contract/errors'
import { addDays } from '@kerege/contract/tasks/rules'
import { sql } from 'kysely'
import type { Context } from '../../platform/context.ts'
import { today } from '../../platform/localDay.ts'
import { sealApprovalWords } from '../approvals/index.ts'
import { find, whole } from './store.ts'

/** Where the profile of a state says nothing. */
const usual = { minutes: 60, reviewDays: 3 }

/** @throws DomainError `not-found`, `glass-open-already`, `glass-nobody-told` */
export const open = (ctx: Context, personId: string, draft: BreakGlass): Promise<Opening> =>
  breakOpen(ctx, personId, draft, false)

/** A number that is nobody's is answered like somebody who is not there. */
export async function openByNumber(ctx: Context, draft: BreakGlassByNumber): Promise<Opening> {
  const { rows } = await sql<{ id: string | null }>`
    select glass.whose(${draft.system}, ${draft.number}) as id`.execute(ctx.tx)
  const id = rows[0]?.id
  if (!id) throw notFound()
  return breakOpen(ctx, id, draft, true)
}

async function breakOpen(
  ctx: Context,
  personId: string,
  { id, reason }: BreakGlass,
  byNumber: boolean,
): Promise<Opening> {
  const { minutes, reviewDays } = ctx.node.profile.emergency?.value ?? usual
  // Nothing is written for who is not there: a key is made for a person only.
  if (!(await isThere(ctx, personId, byNumber))) throw notFound()
  const sealed = await sealApprovalWords(ctx, personId, id, reason)
  const until = new Date(ctx.now.getTime() + minutes * 60_000)
  const due = addDays(today(ctx), reviewDays)
  const { rows } = await sql<{ answer: string }>`
    select glass.break_open(${id}::uuid, ${personId}::uuid, ${byNumber}, ${sealed}::bytea, ${ctx.now.toISOString()}::timestamptz,
      ${until.toISOString()}::timestamptz, ${due}::date) as answer`.execute(ctx.tx)
  const answer = rows[0]?.answer ?? 'not-found'
  if (answer === 'not-found') throw notFound()
  if (answer !== 'opened' && answer !== 'known') throw new DomainError('conflict', answer)
  if (answer === 'opened') ctx.trail.because(reason, personId)
  ctx.trail.touched(personId, ['glass'])
  ctx.trail.touched(id)
  return whole(ctx, id)
}

async function isThere(ctx: Context, personId: string, byNumber: boolean): Promise<boolean> {
  if (byNumber) return true
  const { rows } = await sql<{ open: boolean }>`
    select access.covers('read', 'contact', ${personId}::uuid) as open`.execute(ctx.tx)
  return rows[0]?.open ?? false
}

/** Closed already is closed. */
export async function close(ctx: Context, id: string): Promise<Opening> {
  const held = await find(ctx, id)
  if (!held || held.account_id !== ctx.actor.account) throw notFound()
  await sql`select glass.close(${id}::uuid, ${ctx.now.toISOString()}::timestamptz)`.execute(ctx.tx)
  ctx.trail.touched(id, ['state'])
  return whole(ctx, id)
}

/** @throws DomainError `not-found`, `own-opening`, `glass-still-open`, `glass-reviewed`, `stale-version` */
export async function review(ctx: Context, id: string, draft: ReviewOpening): Promise<Opening> {
  const held = await find(ctx, id)
  if (!held) throw notFound()
  if (held.account_id === ctx.actor.account) throw new DomainError('forbidden', 'own-opening')
  if (held.verdict) throw new DomainError('conflict', 'glass-reviewed')
  if (held.version !== draft.seen)
    throw new DomainError('conflict', 'stale-version', { version: held.version })
  if (!held.ended_at && held.ends_at > ctx.now.toISOString())
    throw new DomainError('conflict', 'glass-still-open')
  const saved = await ctx.tx
    .updateTable('glass.openings')
    .set({
      verdict: draft.verdict,
      words: await sealApprovalWords(ctx, held.person_id, `${id}.words`, draft.words),
      reviewed_by: ctx.actor.account,
      reviewed_at: ctx.now,
      version: held.version + 1,
    })
    .where('id', '=', id)
    .where('version', '=', held.version)
    .executeTakeFirst()
  // Somebody was quicker between our look and now.
  if (!saved.numUpdatedRows) throw new DomainError('conflict', 'glass-reviewed')
  ctx.trail.touched(id, ['verdict'])
  if (held.person_id) ctx.trail.because(draft.words, held.person_id)
  return whole(ctx, id)
}
