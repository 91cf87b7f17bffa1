/** Certificates for those who took part; and taking one back. */
import { randomBytes } from 'node:crypto'
import { DomainError, notFound } from '@kerege/contract/errors'
import { hoursOf, tookPart } from '@kerege/contract/practices/trainings/events/rules'
import type { Event } from '@kerege/contract/practices/trainings/events/schema'
import { sql } from 'kysely'
import type { Context } from '../../../../platform/context.ts'
import { newId } from '../../../../platform/ids.ts'
import { emitToAll } from '../../../../platform/outbox.ts'
import { lockMine } from '../events/planning.ts'
import { whole } from '../events/whole.ts'
import { today } from '../../../../platform/localDay.ts'

// Letters and figures that nobody mistakes for one another on paper (Crockford's base 32).
const signs = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** Sixteen signs by chance, 80 bits: read from paper, and never guessed. */
export const newCode = (): string => [...randomBytes(16)].map(byte => signs[byte % signs.length]).join('')

/** @throws DomainError `training-to-come` before the last session has ended */
export async function issue(ctx: Context, id: string): Promise<{ issued: number }> {
  const { held: _, ...row } = await lockMine(ctx, id)
  const event = await whole(ctx, id)
  const last = Math.max(...event.sessions.map(one => Date.parse(one.endsAt)))
  if (row.state !== 'open' || event.sessions.length === 0 || ctx.now.getTime() < last) {
    throw new DomainError('conflict', 'training-to-come')
  }
  const due = event.registrations.filter(
    one =>
      one.state === 'confirmed' &&
      !one.certificate &&
      tookPart(event.sessions, new Set(one.present), row.share),
  )
  const year = Number(today(ctx).slice(0, 4))
  // Two who issue at once: numbers go on without a gap.
  await sql`select pg_advisory_xact_lock(33, ${year})`.execute(ctx.tx)
  const { rows } = await sql<{ last: number }>`select practices.last_certificate(${year}) as last`.execute(
    ctx.tx,
  )
  let number = rows[0]?.last ?? 0
  const accounts: string[] = []
  for (const one of due) {
    number += 1
    const holder = await ctx.tx
      .selectFrom('practices.training_registrations')
      .select('account_id')
      .where('id', '=', one.id)
      .executeTakeFirstOrThrow()
    accounts.push(holder.account_id)
    await ctx.tx
      .insertInto('practices.certificates')
      .values({
        id: newId(ctx.now.getTime()),
        registration_id: one.id,
        year,
        number,
        code: newCode(),
        holder: one.name,
        hours: String(hoursOf(event.sessions, new Set(one.present))),
        issued_by: ctx.actor.account,
        issued_at: ctx.now,
      })
      .execute()
  }
  await emitToAll(ctx.tx, 'training.moved', accounts, { eventId: id })
  ctx.trail.touched(id, ['certificates'])
  ctx.trail.counted('certificates', due.length)
  return { issued: due.length }
}

/** @throws DomainError `certificate-revoked` for one that was taken back already */
export async function revoke(ctx: Context, id: string, reason: string): Promise<Event> {
  const row = await ctx.tx
    .selectFrom('practices.certificates as c')
    .innerJoin('practices.training_registrations as r', 'r.id', 'c.registration_id')
    .select(['c.id', 'c.revoked_at', 'r.event_id', 'r.account_id'])
    .where('c.id', '=', id)
    .executeTakeFirst()
  if (!row) throw notFound()
  await lockMine(ctx, row.event_id)
  if (row.revoked_at !== null) throw new DomainError('conflict', 'certificate-revoked')
  await ctx.tx
    .updateTable('practices.certificates')
    .set({ revoked_at: ctx.now, revoked_by: ctx.actor.account, revoked_reason: reason })
    .where('id', '=', id)
    .execute()
  await emitToAll(ctx.tx, 'training.moved', [row.account_id], { eventId: row.event_id })
  ctx.trail.touched(id, ['revoked'])
  ctx.trail.because(reason)
  return whole(ctx, row.event_id)
}
