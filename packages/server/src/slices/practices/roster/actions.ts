/** Standing on the roster by own choice, leaving it at once, and the word of the own state. */
import type * as routes from '@kerege/contract/practices/roster/routes'
import { isOpenDeployment } from '@kerege/contract/practices/roster/rules'
import type { RosterEntry } from '@kerege/contract/practices/roster/schema'
import { DomainError } from '@kerege/contract/errors'
import type { Parsed } from '@kerege/contract/route'
import { sql } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import { newId } from '../../../platform/ids.ts'
import { emitToAll } from '../../../platform/outbox.ts'
import { requireVersion } from '../version.ts'
import { step, tellSides } from './deployments.ts'
import * as store from './store.ts'
import { whole } from './whole.ts'

type Body = Parsed<typeof routes.changeEntry>['body']

const columns = (ctx: Context, body: Body) => ({
  agency_id: ctx.actor.agency,
  domains: body.domains,
  languages: body.languages,
  gives: body.gives,
  about: body.about ? JSON.stringify(body.about) : null,
  held: JSON.stringify(body.held),
  updated_at: ctx.now,
})

async function writePeriods(ctx: Context, id: string, periods: Body['periods']) {
  await ctx.tx.deleteFrom('practices.roster_periods').where('entry_id', '=', id).execute()
  if (periods.length === 0) return
  await ctx.tx
    .insertInto('practices.roster_periods')
    .values(
      periods.map(one => ({
        id: newId(),
        entry_id: id,
        from_day: one.from,
        until_day: one.until,
        note: one.note ?? null,
      })),
    )
    .execute()
}

async function tellState(ctx: Context, id: string) {
  const { country } = await store.get(ctx, id)
  if (country === null) return
  const { rows } = await sql<{ id: string }>`select practices.focal_accounts(${country}) as id`.execute(
    ctx.tx,
  )
  const others = rows.map(row => row.id).filter(account => account !== ctx.actor.account)
  await emitToAll(ctx.tx, 'roster.moved', others, { entryId: id })
}

/** @throws DomainError `on-roster` for somebody who stands there already */
export async function join(
  ctx: Context,
  body: Parsed<typeof routes.joinRoster>['body'],
): Promise<RosterEntry> {
  const made = await ctx.tx
    .insertInto('practices.roster')
    .values({
      id: body.id,
      account_id: ctx.actor.account,
      ...columns(ctx, body),
      created_at: ctx.now,
    })
    .onConflict(conflict => conflict.doNothing())
    .executeTakeFirst()
  if (!made.numInsertedOrUpdatedRows) {
    const mine = await store.ofAccount(ctx)
    if (mine?.id !== body.id) throw new DomainError('conflict', 'on-roster')
    return whole(ctx, body.id)
  }
  await writePeriods(ctx, body.id, body.periods)
  await tellState(ctx, body.id)
  ctx.trail.touched(body.id)
  return whole(ctx, body.id)
}

const same = (one: readonly string[], other: readonly string[]) =>
  one.toSorted().join(' ') === other.toSorted().join(' ')

/** A state has confirmed what somebody gives and about what; free days and words change without asking it again. */
const keepsConfirmation = (row: store.FoundEntry, ctx: Context, body: Body) =>
  row.agency_id === ctx.actor.agency && same(row.domains, body.domains) && same(row.gives, body.gives)

export async function change(ctx: Context, id: string, body: Body): Promise<RosterEntry> {
  await sql`select 1 from practices.roster where id = ${id}::uuid for update`.execute(ctx.tx)
  const row = await store.get(ctx, id)
  if (row.account_id !== ctx.actor.account) throw new DomainError('forbidden', 'not-yours')
  requireVersion(ctx, row.version)
  const waits = row.confirmed_at !== null && !keepsConfirmation(row, ctx, body)
  await ctx.tx
    .updateTable('practices.roster')
    .set({
      ...columns(ctx, body),
      ...(waits ? { confirmed_at: null, confirmed_by: null } : {}),
      version: row.version + 1,
    })
    .where('id', '=', id)
    .execute()
  await writePeriods(ctx, id, body.periods)
  if (waits) await tellState(ctx, id)
  ctx.trail.touched(id, waits ? ['entry', 'confirmed'] : ['entry'])
  return whole(ctx, id)
}

/** Gone at once, with free days and places in programmes. Open deployments end; of those that were, the person is taken off. */
export async function leave(ctx: Context, id: string): Promise<undefined> {
  const row = await store.get(ctx, id)
  if (row.account_id !== ctx.actor.account) throw new DomainError('forbidden', 'not-yours')
  const all = await ctx.tx
    .selectFrom('practices.deployments')
    .selectAll()
    .where('account_id', '=', ctx.actor.account)
    .forUpdate()
    .execute()
  for (const one of all) {
    const open = isOpenDeployment(one.state as Parameters<typeof isOpenDeployment>[0])
    if (open) {
      await step(ctx, one.id, 'withdrawn', undefined, null)
      await tellSides(ctx, one, id)
    }
    await sql`select practices.let_go(${one.id}::uuid, ${open}, ${ctx.now.toISOString()}::timestamptz)`.execute(
      ctx.tx,
    )
  }
  await ctx.tx.deleteFrom('practices.roster').where('id', '=', id).execute()
  ctx.trail.touched(id, ['left'])
  return undefined
}

/** @throws DomainError `not-allowed` for anybody but the own state */
export async function confirm(ctx: Context, id: string, yes: boolean): Promise<RosterEntry> {
  const row = await store.get(ctx, id)
  // Somebody who speaks for a state does not confirm themselves.
  if (row.account_id === ctx.actor.account || !(await store.mayConfirm(ctx, row.country))) {
    throw new DomainError('forbidden', 'not-allowed')
  }
  requireVersion(ctx, row.version)
  await ctx.tx
    .updateTable('practices.roster')
    .set({
      confirmed_at: yes ? ctx.now : null,
      confirmed_by: yes ? ctx.actor.account : null,
      version: row.version + 1,
      updated_at: ctx.now,
    })
    .where('id', '=', id)
    .execute()
  await emitToAll(ctx.tx, 'roster.moved', [row.account_id], { entryId: id })
  ctx.trail.touched(id, ['confirmed'])
  return whole(ctx, id)
}
