/** What is said at a node of using a practice: written by who used it, confirmed by a coordinator, told only where they choose. */
import { DomainError, notFound } from '@kerege/contract/errors'
import type * as routes from '@kerege/contract/exchange/routes'
import type { LineFault } from '@kerege/contract/exchange/rules'
import type { HeldPractice, Source } from '@kerege/contract/exchange/schema'
import type { Parsed } from '@kerege/contract/route'
import { sql } from 'kysely'
import type { Context } from '../../platform/context.ts'
import { whole } from './store.ts'

export async function source(ctx: Context): Promise<Source> {
  const row = await ctx.tx
    .selectFrom('exchange.line')
    .select(['size', 'taken_at', 'tried_at', 'signed_at', 'fault'])
    .executeTakeFirstOrThrow()
  return {
    connected: ctx.node.hub !== undefined,
    size: row.size,
    ...(row.taken_at === null ? {} : { takenAt: row.taken_at }),
    ...(row.tried_at === null ? {} : { triedAt: row.tried_at }),
    ...(row.signed_at === null ? {} : { signedAt: row.signed_at }),
    ...(row.fault === null ? {} : { fault: row.fault as LineFault }),
  }
}

/** @throws DomainError `practice-ended` for what is no longer given out; of what was taken back, one may still say how it went */
export async function sayUsed(
  ctx: Context,
  id: string,
  body: Parsed<typeof routes.sayUsed>['body'],
): Promise<HeldPractice> {
  const practice = await ctx.tx
    .selectFrom('exchange.practices')
    .select('state')
    .where('id', '=', id)
    .executeTakeFirst()
  if (!practice) throw notFound()
  const ended = practice.state === 'withdrawn' || (practice.state === 'retracted' && body.state === 'trying')
  if (ended) throw new DomainError('conflict', 'practice-ended', { state: practice.state })
  await ctx.tx
    .insertInto('exchange.reports')
    .values({
      id: body.id,
      practice_id: id,
      state: body.state,
      language: ctx.actor.language,
      words: body.words ?? null,
      account_id: ctx.actor.account,
      at: ctx.now,
    })
    .onConflict(conflict => conflict.column('id').doNothing())
    .execute()
  ctx.trail.touched(id, ['report'])
  return whole(ctx, id)
}

/** Safe to repeat; what was kept may be told later, and what was told stays told. */
export async function confirmUse(ctx: Context, id: string, share: boolean): Promise<HeldPractice> {
  const report = await ctx.tx
    .selectFrom('exchange.reports')
    .select(['practice_id', 'confirmed_at', 'shared'])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (!report) throw notFound()
  const practice = report.practice_id
  // Two coordinators at once: numbers go on without a gap.
  await sql`select pg_advisory_xact_lock(hashtextextended(${practice}, 31))`.execute(ctx.tx)
  if (report.confirmed_at === null) {
    await ctx.tx
      .updateTable('exchange.reports')
      .set({ confirmed_by: ctx.actor.account, confirmed_at: ctx.now })
      .where('id', '=', id)
      .execute()
  }
  if (share && !report.shared) {
    await ctx.tx
      .updateTable('exchange.reports')
      .set({
        shared: true,
        due_at: ctx.now,
        number: sql<number>`(select coalesce(max(r.number), 0) + 1 from exchange.reports r where r.practice_id = ${practice}::uuid)`,
      })
      .where('id', '=', id)
      .execute()
    ctx.trail.counted('told', 1)
  }
  ctx.trail.touched(practice, ['report'])
  return whole(ctx, practice)
}
