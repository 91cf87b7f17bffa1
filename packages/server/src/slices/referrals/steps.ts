/** What the sender says of a referral: answered by telephone, confirmed by the family, called off, read, given to somebody else. */
import { DomainError, notFound } from '@kerege/contract/errors'
import { endsBadly, type ReferralState, type Side } from '@kerege/contract/referrals/rules'
import type { HandReferral, Referral, SenderStep } from '@kerege/contract/referrals/schema'
import { sql } from 'kysely'
import type { Context } from '../../platform/context.ts'
import { doneByThread } from '../plans/index.ts'
import { writable } from './sending.ts'
import * as store from './store.ts'

export async function bySender(ctx: Context, id: string, body: SenderStep): Promise<Referral> {
  const row = await store.get(ctx, id)
  if (!(await store.writes(ctx, [row.person_id])).has(row.person_id))
    throw new DomainError('forbidden', 'not-yours')
  await take(ctx, id, 'sender', body)
  // What the family says was there is done in its plan, too.
  if (body.becomes === 'confirmed' && row.plan_thread) await doneByThread(ctx, row.person_id, row.plan_thread)
  ctx.trail.touched(row.person_id)
  return store.whole(ctx, id)
}

interface Step {
  becomes: ReferralState
  seen: number
  words?: string | undefined
}

/** @throws DomainError `not-found`, `stale-version`, `referral-cannot` */
export async function take(ctx: Context, id: string, side: Side, step: Step): Promise<void> {
  const found = await sql<{ said: string }>`
    select referrals.step(${id}::uuid, ${step.seen}::int, ${side}, ${step.becomes}, ${step.words ?? null},
      ${ctx.now.toISOString()}::timestamptz) as said`.execute(ctx.tx)
  refuseUnlessDone(found.rows[0]?.said)
  ctx.trail.touched(id, [step.becomes])
}

export function refuseUnlessDone(said: string | undefined): void {
  switch (said) {
    case 'done':
      return
    case 'stale':
      throw new DomainError('conflict', 'stale-version')
    case 'cannot':
      throw new DomainError('conflict', 'referral-cannot')
    default:
      throw notFound()
  }
}

/** Read twice it is read once. */
export async function note(ctx: Context, id: string, seen: number): Promise<Referral> {
  const row = await writable(ctx, id, seen)
  if (!endsBadly(row.state as ReferralState))
    throw new DomainError('conflict', 'referral-cannot', { state: row.state })
  await ctx.tx
    .updateTable('referrals.referrals')
    .set({ noted_at: ctx.now })
    .where('id', '=', id)
    .where('noted_at', 'is', null)
    .execute()
  ctx.trail.touched(id, ['noted'])
  return store.whole(ctx, id)
}

export async function hand(ctx: Context, id: string, { receiverId, seen }: HandReferral): Promise<Referral> {
  await writable(ctx, id, seen)
  const found = await sql<{ said: string }>`
    select referrals.hand(${id}::uuid, ${seen}::int, ${receiverId}::uuid, ${ctx.now.toISOString()}::timestamptz) as said`.execute(
    ctx.tx,
  )
  refuseUnlessDone(found.rows[0]?.said)
  ctx.trail.touched(id, ['receiver'])
  return store.whole(ctx, id)
}
