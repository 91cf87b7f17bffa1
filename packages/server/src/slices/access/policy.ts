/** Who may change whose account, beyond what the verb says. */
import { DomainError } from '@kerege/contract/errors'
import { sql } from 'kysely'
import type { Context } from '../../platform/context.ts'

/** Rights are given by somebody else, and nobody shuts the door on themself. */
export function requireOther(ctx: Context, accountId: string): void {
  if (ctx.actor.account === accountId) throw new DomainError('forbidden', 'own-account')
}

/**
 * Somebody must be left who can administer. Two administrators who block each other at the same moment stand in line
 * here, and the second one finds nobody left.
 */
export async function requireAdministratorBeside(ctx: Context, accountId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('access.administrators'))`.execute(ctx.tx)
  const others = await ctx.tx
    .selectFrom('access.accounts as a')
    .innerJoin('access.hats as h', 'h.account_id', 'a.id')
    .select('a.id')
    .where('a.state', '=', 'active')
    .where('h.ended_at', 'is', null)
    .where('h.role', '=', 'administrator')
    .where('a.id', '<>', accountId)
    .limit(1)
    .execute()
  if (others.length === 0) throw new DomainError('conflict', 'last-administrator')
}
