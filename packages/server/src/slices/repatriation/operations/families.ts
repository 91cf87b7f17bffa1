/** Families of a list: who belongs together on the way, whatever the register says of their homes. */
import { invalid, notFound } from '@kerege/contract/errors'
import type { Family, WriteFamily } from '@kerege/contract/repatriation/operations/schema'
import { sql } from 'kysely'
import type { z } from 'zod'
import type { Context } from '../../../platform/context.ts'
import { toFamily } from './list.ts'
import { lock } from './store.ts'

export const findFamily = (ctx: Context, operationId: string, familyId: string) =>
  ctx.tx
    .selectFrom('repatriation.families')
    .select(['id', 'name', 'household_id'])
    .where('id', '=', familyId)
    .where('operation_id', '=', operationId)
    .executeTakeFirst()

/** Adds a family to the list, or renames it. */
export async function writeFamily(
  ctx: Context,
  operationId: string,
  familyId: string,
  body: z.infer<typeof WriteFamily>,
): Promise<Family> {
  await lock(ctx, operationId, 'keep')
  if (body.householdId) await requireHousehold(ctx, body.householdId)
  const columns = { name: body.name, household_id: body.householdId ?? null }
  if (await findFamily(ctx, operationId, familyId)) {
    await ctx.tx.updateTable('repatriation.families').set(columns).where('id', '=', familyId).execute()
  } else {
    await ctx.tx
      .insertInto('repatriation.families')
      .values({ id: familyId, operation_id: operationId, ...columns, created_at: ctx.now })
      .onConflict(conflict => conflict.column('id').doNothing())
      .execute()
  }
  const family = await findFamily(ctx, operationId, familyId)
  if (!family) throw notFound()
  ctx.trail.touched(operationId, ['families'])
  return toFamily(family)
}

/** Families that are new to the list, whose households the caller has made. */
export async function addFamilies(
  ctx: Context,
  operationId: string,
  families: readonly { id: string; name: string; householdId?: string }[],
): Promise<void> {
  if (families.length === 0) return
  await sql`
    insert into repatriation.families (id, operation_id, name, household_id, created_at)
      select n.id, ${operationId}::uuid, n.name, n."householdId", ${ctx.now.toISOString()}::timestamptz
      from jsonb_to_recordset(${JSON.stringify(families)}::jsonb) as n (id uuid, name text, "householdId" uuid)`.execute(
    ctx.tx,
  )
  ctx.trail.touched(operationId, ['families'])
}

async function requireHousehold(ctx: Context, id: string): Promise<void> {
  const found = await ctx.tx
    .selectFrom('people.households')
    .select('id')
    .where('id', '=', id)
    .executeTakeFirst()
  if (!found) throw invalid([{ pointer: '/householdId', code: 'not-found' }])
}
