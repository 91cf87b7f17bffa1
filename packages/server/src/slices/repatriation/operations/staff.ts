/**
 * Who works in an operation. The people on its list become open to them as a task, until their last day and never
 * longer than the operation; giving and ending is one function of the database (`repatriation.give`).
 */
import { invalid, notFound } from '@kerege/contract/errors'
import type { AddStaff } from '@kerege/contract/repatriation/operations/schema'
import { sql } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import { lock } from './store.ts'
import { today } from '../../../platform/localDay.ts'

/** Makes the grants of the operation what its list and its staff say; to be called after each change of either. */
export async function shareList(ctx: Context, operationId: string): Promise<void> {
  await sql`select repatriation.give(${operationId}::uuid, ${ctx.now.toISOString()}::timestamptz)`.execute(
    ctx.tx,
  )
}

/** Named twice for one duty is named once, with the later last day. */
export async function add(ctx: Context, operationId: string, body: AddStaff): Promise<void> {
  await lock(ctx, operationId, 'lead')
  if (body.until < today(ctx)) throw invalid([{ pointer: '/until', code: 'in-the-past' }])
  const account = await ctx.tx
    .selectFrom('access.accounts')
    .select('id')
    .where('id', '=', body.accountId)
    .where('state', '=', 'active')
    .executeTakeFirst()
  if (!account) throw invalid([{ pointer: '/accountId', code: 'not-found' }])
  const standing = await ctx.tx
    .updateTable('repatriation.staff')
    .set({ languages: body.languages, until: body.until })
    .where('operation_id', '=', operationId)
    .where('account_id', '=', account.id)
    .where('duty', '=', body.duty)
    .where('ended_at', 'is', null)
    .executeTakeFirst()
  if (standing.numUpdatedRows === 0n) {
    await ctx.tx
      .insertInto('repatriation.staff')
      .values({
        id: body.id,
        operation_id: operationId,
        account_id: account.id,
        duty: body.duty,
        languages: body.languages,
        until: body.until,
        added_by: ctx.actor.account,
        added_at: ctx.now,
      })
      .onConflict(conflict => conflict.column('id').doNothing())
      .execute()
  }
  await shareList(ctx, operationId)
  ctx.trail.touched(operationId, ['staff'])
  ctx.trail.touched(account.id)
}

export async function end(ctx: Context, operationId: string, staffId: string): Promise<void> {
  await lock(ctx, operationId, 'lead', { over: true })
  const ended = await ctx.tx
    .updateTable('repatriation.staff')
    .set({ ended_at: ctx.now })
    .where('id', '=', staffId)
    .where('operation_id', '=', operationId)
    .where('ended_at', 'is', null)
    .returning('account_id')
    .executeTakeFirst()
  if (!ended) throw notFound()
  await shareList(ctx, operationId)
  ctx.trail.touched(operationId, ['staff'])
  ctx.trail.touched(ended.account_id)
}
