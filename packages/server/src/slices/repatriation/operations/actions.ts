/** Beginning an operation, changing its plan, taking it a step on. Who is on its list stands in lines.ts. */
import { DomainError, invalid } from '@kerege/contract/errors'
import type {
  ChangeOperation,
  MakeOperation,
  MoveOperation,
} from '@kerege/contract/repatriation/operations/schema'
import {
  guardsOf,
  mayOperationBecome,
  operationNeedsReason,
  type OperationState,
} from '@kerege/contract/repatriation/operations/states'
import type { z } from 'zod'
import type { Context } from '../../../platform/context.ts'
import { newId } from '../../../platform/ids.ts'
import { get, lock, totalsOf } from './store.ts'
import { shareList } from './staff.ts'
import { factsOf, legsOf } from './whole.ts'

/** A command that is sent again begins nothing new: the id was made by the device. */
export async function make(ctx: Context, plan: MakeOperation): Promise<void> {
  const made = await ctx.tx
    .insertInto('repatriation.operations')
    .values({
      id: plan.id,
      agency_id: ctx.actor.agency,
      ...columnsOf(plan),
      created_by: ctx.actor.account,
      created_at: ctx.now,
      updated_at: ctx.now,
    })
    .onConflict(conflict => conflict.column('id').doNothing())
    .executeTakeFirst()
  const row = await get(ctx, plan.id)
  if (!made.numInsertedOrUpdatedRows) return
  await record(ctx, row.id, 0, { from: null, to: 'planned' })
  await ctx.tx
    .insertInto('repatriation.manifests')
    .values({
      id: newId(ctx.now.getTime()),
      operation_id: row.id,
      number: 1,
      state: 'open',
      at: ctx.now,
      by: ctx.actor.account,
    })
    .execute()
  ctx.trail.touched(row.id, Object.keys(columnsOf(plan)))
}

export async function change(ctx: Context, id: string, plan: ChangeOperation): Promise<void> {
  const before = await lock(ctx, id, 'lead', { basedOn: ctx.basedOn })
  await ctx.tx
    .updateTable('repatriation.operations')
    .set({ ...columnsOf(plan), version: before.version + 1, updated_at: ctx.now })
    .where('id', '=', id)
    .execute()
  ctx.trail.touched(id, Object.keys(columnsOf(plan)))
}

const columnsOf = (plan: ChangeOperation) => ({
  name: plan.name,
  from_country: plan.fromCountry,
  planned_from: plan.plannedFrom ?? null,
  planned_to: plan.plannedTo ?? null,
  places: plan.places ?? null,
  wanted: JSON.stringify(plan.wanted),
})

/**
 * Moved twice is moved once. The end of an operation ends what its staff was given.
 * @throws DomainError `operation-cannot` when it cannot go there, with what is `missing` where something is
 */
export async function move(
  ctx: Context,
  id: string,
  { to, reason }: z.infer<typeof MoveOperation>,
): Promise<void> {
  const before = await lock(ctx, id, 'lead', { over: true })
  const from = before.state as OperationState
  if (from === to) return
  if (!mayOperationBecome(from, to)) throw new DomainError('conflict', 'operation-cannot', { state: from })
  if (operationNeedsReason(from, to) && !reason) throw invalid([{ pointer: '/reason', code: 'required' }])
  const facts = await factsOf(ctx, before, await legsOf(ctx, id), (await totalsOf(ctx, [id])).get(id))
  const missing = guardsOf(from, to).filter(guard => !facts[guard])
  if (missing.length > 0) throw new DomainError('conflict', 'operation-cannot', { state: from, missing })
  const recorded = await ctx.tx
    .selectFrom('repatriation.operation_steps')
    .select(eb => eb.fn.countAll<number>().as('n'))
    .where('operation_id', '=', id)
    .executeTakeFirstOrThrow()
  await record(ctx, id, recorded.n, { from, to, reason })
  await shareList(ctx, id)
  ctx.trail.touched(id, ['state'])
  if (reason) ctx.trail.because(reason)
}

async function record(
  ctx: Context,
  operationId: string,
  recorded: number,
  step: { from: OperationState | null; to: OperationState; reason?: string | undefined },
): Promise<void> {
  await ctx.tx
    .insertInto('repatriation.operation_steps')
    .values({
      id: newId(ctx.now.getTime()),
      operation_id: operationId,
      number: recorded + 1,
      from_state: step.from,
      to_state: step.to,
      at: ctx.now,
      actor_id: ctx.actor.account,
      reason: step.reason ?? null,
    })
    .execute()
}
