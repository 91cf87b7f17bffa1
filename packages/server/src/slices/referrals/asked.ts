/**
 * What was asked of somebody inside. They read the task and what was told for it: no person, no case, no id of either. The policies show
 * a referral as long as it runs; what has ended is not there any more.
 */
import type { Language, MultiText, Page } from '@kerege/contract/common'
import { notFound } from '@kerege/contract/errors'
import { isUnanswered, nextOf, type ReferralState } from '@kerege/contract/referrals/rules'
import type { Asked, AskedFilter, AskedRow, ReceiverStep } from '@kerege/contract/referrals/schema'
import { sql } from 'kysely'
import type { Context } from '../../platform/context.ts'
import { openCursor, pageOf } from '../../platform/cursor.ts'
import { today } from '../../platform/localDay.ts'
import { take } from './steps.ts'
import { inOrder } from './store.ts'

const selected = (ctx: Context) =>
  ctx.tx
    .selectFrom('referrals.referrals as r')
    .innerJoin('services.services as s', 's.id', 'r.service_id')
    .innerJoin('access.accounts as a', 'a.id', 'r.account_id')
    .select(['r.id', 'r.version', 'r.purpose', 'r.state', 'r.answer_by', 'r.sent_at', 'r.receiver_id'])
    .select(['r.task', 'r.language', 's.name as service', 'a.id as sender_id', 'a.name as sender'])
    // Somebody may also work with the family: here is only what was asked of them.
    .where(sql<boolean>`referrals.asks_me(r.state, r.receiver_id, r.agency_id)`)
type Found = Awaited<ReturnType<ReturnType<typeof selected>['execute']>>[number]

const toRow = (ctx: Context, row: Found): AskedRow => ({
  id: row.id,
  version: row.version,
  service: row.service as MultiText, // the schema of the directory let it in
  purpose: row.purpose as AskedRow['purpose'],
  state: row.state as ReferralState,
  answerBy: row.answer_by,
  late: isUnanswered(row.state as ReferralState, row.answer_by, today(ctx)),
  from: { id: row.sender_id, name: row.sender },
  sentAt: row.sent_at ?? '',
  anybody: row.receiver_id === null,
})

export async function list(ctx: Context, filter: AskedFilter): Promise<Page<AskedRow>> {
  const { cursors } = ctx.node.keys
  const after = openCursor(cursors, 'asked', filter.cursor)
  let query = selected(ctx)
  if (filter.state) query = query.where('r.state', '=', filter.state)
  if (after) query = query.where(sql<boolean>`(r.answer_by, r.id) > (${after[0]}::date, ${after[1]}::uuid)`)
  const found = await query
    .orderBy('r.answer_by')
    .orderBy('r.id')
    .limit(filter.limit + 1)
    .execute()
  const { shown, next } = pageOf(cursors, 'asked', { found, limit: filter.limit }, last => [
    last.answer_by,
    last.id,
  ])
  ctx.trail.shown(shown.map(row => row.id))
  return { rows: shown.map(row => toRow(ctx, row)), ...next }
}

/** Reading it for the first time is said to the sender by the state, and by nothing else. */
export async function whole(ctx: Context, id: string): Promise<Asked> {
  const before = await selected(ctx).where('r.id', '=', id).executeTakeFirst()
  if (!before) throw notFound()
  if (before.state === 'sent') await take(ctx, id, 'receiver', { becomes: 'seen', seen: before.version })
  const row = await selected(ctx).where('r.id', '=', id).executeTakeFirst()
  if (!row) throw notFound()
  const told = await sql<{ field: string; value: string }>`
    select * from referrals.told_to_me(${id}::uuid)`.execute(ctx.tx)
  ctx.trail.shown([id])
  return {
    ...toRow(ctx, row),
    task: row.task,
    language: row.language as Language,
    told: inOrder(told.rows),
    may: nextOf(row.state as ReferralState, 'receiver').filter(one => one !== 'seen'),
  }
}

/** The way back to it is shut where the answer ends it, so that only the state is answered. */
export async function answer(
  ctx: Context,
  id: string,
  body: ReceiverStep,
): Promise<{ state: ReferralState }> {
  const before = await selected(ctx).where('r.id', '=', id).executeTakeFirst()
  if (!before) throw notFound()
  await take(ctx, id, 'receiver', body)
  return { state: body.becomes }
}
