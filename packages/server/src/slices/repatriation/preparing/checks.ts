/** Checklists of an operation: begun from what is usual, then whose each is, until when, and done. */
import { invalid, notFound } from '@kerege/contract/errors'
import { checkSteps, checkTemplates } from '@kerege/contract/repatriation/operations/checks'
import type { WriteCheck } from '@kerege/contract/repatriation/operations/preparing'
import type { Context } from '../../../platform/context.ts'
import { newId } from '../../../platform/ids.ts'
import { get, lock } from '../operations/store.ts'

const dayBefore = (day: string, days: number) =>
  new Date(Date.parse(`${day}T00:00:00Z`) - days * 86_400_000).toISOString().slice(0, 10)

/** What stands there already stays as it is. */
export async function begin(ctx: Context, operationId: string): Promise<void> {
  const operation = await lock(ctx, operationId, 'lead')
  const known = await ctx.tx
    .selectFrom('repatriation.checks')
    .select('code')
    .where('operation_id', '=', operationId)
    .execute()
  const codes = new Set(known.map(row => row.code))
  const staff = await ctx.tx
    .selectFrom('repatriation.staff')
    .select(['duty', 'account_id'])
    .where('operation_id', '=', operationId)
    .where('ended_at', 'is', null)
    .orderBy('added_at')
    .execute()
  const rows = checkTemplates.filter(one => !codes.has(one.code))
  if (rows.length > 0) {
    await ctx.tx
      .insertInto('repatriation.checks')
      .values(
        rows.map(one => ({
          id: newId(ctx.now.getTime()),
          operation_id: operationId,
          step: one.step,
          ordinal: checkTemplates.indexOf(one),
          code: one.code,
          owner_id: staff.find(who => who.duty === one.duty)?.account_id ?? null,
          due: operation.planned_from ? dayBefore(operation.planned_from, one.daysBefore) : null,
        })),
      )
      .execute()
  }
  ctx.trail.touched(operationId, ['checks'])
}

export async function write(ctx: Context, operationId: string, id: string, body: WriteCheck): Promise<void> {
  await lock(ctx, operationId, 'keep')
  await requireAccount(ctx, body.ownerId)
  const columns = { step: body.step, owner_id: body.ownerId ?? null, due: body.due ?? null }
  const before = await find(ctx, operationId, id)
  if (before) {
    await ctx.tx
      .updateTable('repatriation.checks')
      .set({
        ...columns,
        ...(before.code === null && body.text ? { text: body.text } : {}),
        version: before.version + 1,
      })
      .where('id', '=', id)
      .execute()
  } else {
    if (!body.text) throw invalid([{ pointer: '/text', code: 'required' }])
    await ctx.tx
      .insertInto('repatriation.checks')
      .values({
        id,
        operation_id: operationId,
        ...columns,
        text: body.text,
        // After those of the template, by step.
        ordinal: checkTemplates.length + checkSteps.indexOf(body.step),
      })
      .onConflict(conflict => conflict.column('id').doNothing())
      .execute()
    if (!(await find(ctx, operationId, id))) throw notFound()
  }
  ctx.trail.touched(operationId, ['checks'])
}

async function requireAccount(ctx: Context, id: string | undefined): Promise<void> {
  if (!id) return
  const found = await ctx.tx
    .selectFrom('access.accounts')
    .select('id')
    .where('id', '=', id)
    .where('state', '=', 'active')
    .executeTakeFirst()
  if (!found) throw invalid([{ pointer: '/ownerId', code: 'not-found' }])
}

export async function end(ctx: Context, operationId: string, id: string): Promise<void> {
  await lock(ctx, operationId, 'lead')
  if (!(await find(ctx, operationId, id))) throw notFound()
  await ctx.tx.deleteFrom('repatriation.checks').where('id', '=', id).execute()
  ctx.trail.touched(operationId, ['checks'])
}

/** Whoever works in the operation, or owns it; marked twice is marked once. */
export async function mark(ctx: Context, operationId: string, id: string, done: boolean): Promise<void> {
  const operation = await get(ctx, operationId)
  const check = await find(ctx, operationId, id)
  if (!check || !operation.kept) throw notFound()
  if ((check.done_at !== null) !== done) {
    await ctx.tx
      .updateTable('repatriation.checks')
      .set({
        done_at: done ? ctx.now : null,
        done_by: done ? ctx.actor.account : null,
        version: check.version + 1,
      })
      .where('id', '=', id)
      .execute()
  }
  ctx.trail.touched(operationId, ['checks'])
}

const find = (ctx: Context, operationId: string, id: string) =>
  ctx.tx
    .selectFrom('repatriation.checks')
    .selectAll()
    .where('id', '=', id)
    .where('operation_id', '=', operationId)
    .executeTakeFirst()
