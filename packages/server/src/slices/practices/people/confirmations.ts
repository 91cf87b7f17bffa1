/** A state says that somebody works there; for people of organisations the secretariat says it. It holds for a term. */
import { DomainError } from '@kerege/contract/errors'
import { confirmedUntil } from '@kerege/contract/practices/people/rules'
import type { PractitionerWhole } from '@kerege/contract/practices/people/schema'
import { sql } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import { emit } from '../../../platform/outbox.ts'
import { settings } from './settings.ts'
import { get, ownEntry, waits, whole } from './store.ts'
import { today } from '../../../platform/localDay.ts'

async function requireConfirmer(ctx: Context, id: string) {
  const row = await get(ctx.tx, id)
  const { rows } = await sql<{ may: boolean }>`select practices.may_confirm(${row.country}) as may`.execute(
    ctx.tx,
  )
  if (!rows[0]?.may) throw new DomainError('forbidden', 'not-allowed')
  if (row.account_id === ctx.actor.account) throw new DomainError('forbidden', 'own-entry')
  return row
}

const endRunning = (ctx: Context, entryId: string) =>
  ctx.tx
    .updateTable('practices.entry_confirmations')
    .set({ ended_at: ctx.now })
    .where('entry_id', '=', entryId)
    .where('ended_at', 'is', null)
    .executeTakeFirst()

/** @throws DomainError `not-allowed` for another state's, `own-entry` */
export async function confirm(ctx: Context, entryId: string, id: string): Promise<PractitionerWhole> {
  const row = await requireConfirmer(ctx, entryId)
  const known = await ctx.tx
    .selectFrom('practices.entry_confirmations')
    .select('id')
    .where('id', '=', id)
    .executeTakeFirst()
  if (known) return whole(ctx, entryId)
  await endRunning(ctx, entryId)
  const { confirmMonths } = await settings(ctx.tx)
  const made = await ctx.tx
    .insertInto('practices.entry_confirmations')
    .values({
      id,
      entry_id: entryId,
      country: row.country,
      account_id: ctx.actor.account,
      at: ctx.now,
      until: confirmedUntil(today(ctx), confirmMonths),
    })
    .onConflict(conflict => conflict.doNothing())
    .executeTakeFirst()
  if (made.numInsertedOrUpdatedRows) {
    await emit(ctx.tx, 'entry.standing', { accountId: row.account_id, state: 'confirmed', entryId })
  }
  ctx.trail.touched(entryId, ['confirmation'])
  return whole(ctx, entryId)
}

export async function endConfirmation(
  ctx: Context,
  entryId: string,
  reason: string,
): Promise<PractitionerWhole> {
  const row = await requireConfirmer(ctx, entryId)
  const ended = await endRunning(ctx, entryId)
  if (ended.numUpdatedRows) {
    await emit(ctx.tx, 'entry.standing', { accountId: row.account_id, state: 'ended', entryId })
  }
  ctx.trail.touched(entryId, ['confirmation'])
  ctx.trail.because(reason)
  return whole(ctx, entryId)
}

/** What the landing page says of the directory. */
export async function count(ctx: Context) {
  const waiting = await ctx.tx
    .selectFrom('practices.entries as e')
    .select(eb => [eb.fn.countAll<number>().as('n'), eb.fn.min('e.updated_at').as('since')])
    .where('e.hidden_at', 'is', null)
    .where(waits(ctx))
    .executeTakeFirstOrThrow()
  const mine = await ownEntry(ctx)
  const own = mine && (await whole(ctx, mine.id)).confirmed
  const nominated = await ctx.tx
    .selectFrom('practices.nominations')
    .select(['at', 'country'])
    .where('account_id', '=', ctx.actor.account)
    .where('state', '=', 'open')
    .executeTakeFirst()
  const letters = await ctx.tx
    .selectFrom('practices.letters')
    .select(eb => eb.fn.countAll<number>().as('n'))
    .where('to_id', '=', ctx.actor.account)
    .where('read_at', 'is', null)
    .where('hidden_at', 'is', null)
    .executeTakeFirstOrThrow()
  return {
    toConfirm: waiting.n,
    ...(waiting.since === null ? {} : { since: waiting.since }),
    ...(mine && own && own.standing !== 'running'
      ? { mine: { entryId: mine.id, standing: own.standing, until: own.until } }
      : {}),
    ...(nominated
      ? { nominated: { at: nominated.at, ...(nominated.country ? { country: nominated.country } : {}) } }
      : {}),
    letters: letters.n,
  }
}
