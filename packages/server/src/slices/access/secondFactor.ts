/**
 * Taking a second factor off an account whose owner has lost it together with the recovery codes. Whoever holds the
 * password could then set up a factor of their own, so this is never one person's act: it is asked for and decided
 * elsewhere (slices/administration), and done here.
 */
import { DomainError, notFound } from '@kerege/contract/errors'
import { sql } from 'kysely'
import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/database.ts'
import { emit } from '../../platform/outbox.ts'
import { requireOther } from './policy.ts'

/** @throws DomainError `own-account`, `no-second-factor`; `second-administrator-missing` when nobody could decide */
export async function requireResettable(ctx: Context, accountId: string): Promise<void> {
  requireOther(ctx, accountId)
  const account = await ctx.tx
    .selectFrom('access.accounts')
    .select(['state', sql<boolean>`access.has_second_factor(id)`.as('second_factor')])
    .where('id', '=', accountId)
    .executeTakeFirst()
  if (!account) throw notFound()
  if (account.state !== 'active' || !account.second_factor) {
    throw new DomainError('conflict', 'no-second-factor')
  }
  await requireSecondAdministrator(ctx, accountId)
}

/** Somebody besides who asks and whom it is about, who could decide it. @throws DomainError `second-administrator-missing` */
export async function requireSecondAdministrator(ctx: Context, accountId: string): Promise<void> {
  const others = (await activeAdministrators(ctx.tx)).filter(
    id => id !== accountId && id !== ctx.actor.account,
  )
  if (others.length === 0) throw new DomainError('conflict', 'second-administrator-missing')
}

async function activeAdministrators(tx: Tx): Promise<string[]> {
  const rows = await tx
    .selectFrom('access.accounts as a')
    .innerJoin('access.hats as h', 'h.account_id', 'a.id')
    .select('a.id')
    .distinct()
    .where('a.state', '=', 'active')
    .where('h.ended_at', 'is', null)
    .where('h.role', '=', 'administrator')
    .execute()
  return rows.map(row => row.id)
}

/** Every session ends at once; what the sign-in library keeps goes with the event, and then the owner is told. */
export async function resetSecondFactor(ctx: Context, accountId: string): Promise<void> {
  const found = await ctx.tx
    .updateTable('access.accounts')
    .set({ second_factor: false, used_codes: [] })
    .where('id', '=', accountId)
    .executeTakeFirst()
  if (!found.numUpdatedRows) throw notFound()
  await ctx.tx.deleteFrom('access.sessions').where('account_id', '=', accountId).execute()
  // Whoever lost the phone lost what is on it; the database lets a stranger's keys go to nobody else.
  await sql`select access.drop_passkeys(${accountId}::uuid)`.execute(ctx.tx)
  await emit(ctx.tx, 'account.second-factor-reset', { accountId })
  ctx.trail.touched(accountId, ['secondFactor'])
}

/** Names of accounts, which are no secret among those who work here. */
export async function accountNames(tx: Tx, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map()
  const rows = await tx
    .selectFrom('access.accounts')
    .select(['id', 'name'])
    .where(sql<boolean>`id = any (${[...ids]}::uuid[])`)
    .execute()
  return new Map(rows.map(row => [row.id, row.name]))
}
