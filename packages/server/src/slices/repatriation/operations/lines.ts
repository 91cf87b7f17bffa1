/** What a person does with a line of the list: put somebody there, change family, carer and bracelet, take a step. */
import type { AddLine, ChangeLine, MoveLine } from '@kerege/contract/repatriation/operations/schema'
import type { Context } from '../../../platform/context.ts'
import { naming } from './constraints.ts'
import { getLine, lockLine, requireOpenList } from './list.ts'
import { placeColumns, put, requireFit } from './putting.ts'
import { shareList } from './staff.ts'
import { step } from './steps.ts'
import { get, lock } from './store.ts'
import { trace } from './traces.ts'

export async function add(ctx: Context, operationId: string, body: AddLine): Promise<void> {
  const operation = await lock(ctx, operationId, body.door ? 'board' : 'keep')
  if (!body.door) requireOpenList(operation)
  await put(ctx, operation, body)
  await shareList(ctx, operationId)
}

export async function change(
  ctx: Context,
  operationId: string,
  lineId: string,
  body: ChangeLine,
): Promise<void> {
  const operation = await lock(ctx, operationId, 'keep')
  const before = await lockLine(ctx, operationId, lineId, ctx.basedOn)
  // A frozen list keeps its families; a bracelet and a carer are given until the last moment.
  if ((body.familyId ?? null) !== before.family_id || body.head !== before.head) requireOpenList(operation)
  await requireFit(ctx, operationId, before.person_id, body)
  await naming(
    ctx.tx
      .updateTable('repatriation.lines')
      // Whoever changes it has seen what was asked for at the door.
      .set({
        ...placeColumns(body),
        bracelet_asked: null,
        version: before.version + 1,
        updated_at: ctx.now,
      })
      .where('id', '=', lineId)
      .execute(),
  )
  trace(ctx, 'update', before, await getLine(ctx, operationId, lineId))
}

/** For who ticks, receives or keeps the list: which of them it wants, the step says. */
export async function move(ctx: Context, operationId: string, lineId: string, body: MoveLine): Promise<void> {
  await step(ctx, await get(ctx, operationId), lineId, body)
}
