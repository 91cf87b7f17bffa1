/** A state asks one of its people to stand in the directory. They decide: without their own act nothing of them is shown. */
import { DomainError, invalid, notFound } from '@kerege/contract/errors'
import type { Nomination } from '@kerege/contract/practices/people/schema'
import { sql } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import { emit } from '../../../platform/outbox.ts'

const selected = (ctx: Context) =>
  ctx.tx
    .selectFrom('practices.nominations as n')
    .innerJoin('access.accounts as a', 'a.id', 'n.account_id')
    .select(['n.id', 'n.account_id', 'n.country', 'n.at', 'n.state', 'a.name'])
type Found = Awaited<ReturnType<ReturnType<typeof selected>['executeTakeFirstOrThrow']>>

const toShape = (row: Found): Nomination => ({
  id: row.id,
  accountId: row.account_id,
  name: row.name,
  ...(row.country === null ? {} : { country: row.country }),
  at: row.at,
  state: row.state as Nomination['state'],
})

export async function openNomination(ctx: Context): Promise<Nomination | undefined> {
  const row = await selected(ctx)
    .where('n.account_id', '=', ctx.actor.account)
    .where('n.state', '=', 'open')
    .executeTakeFirst()
  return row && toShape(row)
}

/** One's own, and those of one's state; the newest first. */
export async function list(ctx: Context) {
  const found = await selected(ctx).orderBy('n.at', 'desc').orderBy('n.id').limit(200).execute()
  ctx.trail.shown(found.map(row => row.id))
  return { rows: found.map(toShape) }
}

/** @throws DomainError with faults at `/accountId`; `not-allowed` for somebody of another state; `nominated-already` */
export async function nominate(ctx: Context, { id, accountId }: { id: string; accountId: string }) {
  const { rows } = await sql<{ country: string | null; may: boolean; takes_part: boolean; stands: boolean }>`
    select practices.country_of(${accountId}::uuid) as country,
      practices.may_confirm(practices.country_of(${accountId}::uuid)) as may,
      practices.takes_part(${accountId}::uuid) as takes_part,
      exists (select 1 from practices.entries where account_id = ${accountId}::uuid) as stands`.execute(
    ctx.tx,
  )
  const [found] = rows
  if (!found?.takes_part) throw invalid([{ pointer: '/accountId', code: 'not-found' }])
  if (!found.may || accountId === ctx.actor.account) throw new DomainError('forbidden', 'not-allowed')
  if (found.stands) throw new DomainError('conflict', 'entry-exists')
  const made = await ctx.tx
    .insertInto('practices.nominations')
    .values({
      id,
      account_id: accountId,
      country: found.country,
      by_id: ctx.actor.account,
      at: ctx.now,
      state: 'open',
    })
    .onConflict(conflict => conflict.doNothing())
    .executeTakeFirst()
  if (made.numInsertedOrUpdatedRows) {
    await emit(ctx.tx, 'entry.standing', { accountId, state: 'nominated' })
  } else {
    const known = await selected(ctx).where('n.id', '=', id).executeTakeFirst()
    if (!known) throw new DomainError('conflict', 'nominated-already')
  }
  ctx.trail.touched(id)
  return list(ctx)
}

/** The person declines; who asked takes it back. */
export async function end(ctx: Context, id: string) {
  const row = await selected(ctx).where('n.id', '=', id).executeTakeFirst()
  if (!row) throw notFound()
  if (row.state !== 'open') throw new DomainError('conflict', 'nomination-ended', { state: row.state })
  await ctx.tx
    .updateTable('practices.nominations')
    .set({
      state: row.account_id === ctx.actor.account ? 'declined' : 'withdrawn',
      decided_at: ctx.now,
    })
    .where('id', '=', id)
    .execute()
  ctx.trail.touched(id, ['state'])
  return list(ctx)
}
