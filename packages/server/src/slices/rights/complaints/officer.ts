/** The sheet that hangs on the wall: whom families turn to, and how long an answer takes. */
import type { RightsSheet, SaveOfficer } from '@kerege/contract/rights/complaints'
import { DomainError } from '@kerege/contract/errors'
import type { z } from 'zod'
import type { Context, Node } from '../../../platform/context.ts'
import { inTransaction, type Tx } from '../../../platform/database.ts'
import { daysOf } from './days.ts'

export const sheet = (node: Node): Promise<RightsSheet> => inTransaction(node.pool, tx => read(node, tx))

async function read(node: Node, tx: Tx): Promise<RightsSheet> {
  const found = await tx
    .selectFrom('rights.officer')
    .select(['version', 'name', 'reach', 'hours'])
    .executeTakeFirst()
  return {
    ...(found
      ? {
          officer: {
            version: found.version,
            name: found.name,
            reach: found.reach,
            ...(found.hours === null ? {} : { hours: found.hours }),
          },
        }
      : {}),
    days: daysOf(node),
    address: node.baseUrl,
  }
}

/** @throws DomainError `stale-version` when somebody wrote it anew meanwhile */
export async function save(
  ctx: Context,
  { seen, ...draft }: z.output<typeof SaveOfficer>,
): Promise<RightsSheet> {
  const values = { name: draft.name, reach: draft.reach, hours: draft.hours ?? null, updated_at: ctx.now }
  const made =
    seen === 0
      ? await ctx.tx
          .insertInto('rights.officer')
          .values(values)
          .onConflict(conflict => conflict.doNothing())
          .executeTakeFirst()
          .then(result => result.numInsertedOrUpdatedRows)
      : await ctx.tx
          .updateTable('rights.officer')
          .set({ ...values, version: seen + 1 })
          .where('version', '=', seen)
          .executeTakeFirst()
          .then(result => result.numUpdatedRows)
  if (!made) throw new DomainError('conflict', 'stale-version')
  ctx.trail.touched(ctx.actor.account, ['officer'])
  return read(ctx.node, ctx.tx)
}
