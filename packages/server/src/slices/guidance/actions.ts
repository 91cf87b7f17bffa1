/** What a coordinator says of putting guidance into practice. Leaves the node only where they choose that. */
import type { Guidance } from '@kerege/contract/guidance/schema'
import type * as routes from '@kerege/contract/guidance/routes'
import { DomainError, notFound } from '@kerege/contract/errors'
import type { Parsed } from '@kerege/contract/route'
import { sql } from 'kysely'
import type { Context } from '../../platform/context.ts'
import { whole } from './store.ts'

/** @throws DomainError `guidance-ended` for what is not in force any more */
export async function sayUse(
  ctx: Context,
  id: string,
  body: Parsed<typeof routes.sayUse>['body'],
): Promise<Guidance> {
  const entry = await ctx.tx
    .selectFrom('guidance.entries')
    .select('state')
    .where('id', '=', id)
    .executeTakeFirst()
  if (!entry) throw notFound()
  if (entry.state !== 'in-force') throw new DomainError('conflict', 'guidance-ended', { state: entry.state })
  // Two coordinators at once: numbers go on without a gap.
  await sql`select pg_advisory_xact_lock(hashtextextended(${id}, 23))`.execute(ctx.tx)
  await ctx.tx
    .insertInto('guidance.uses')
    .values({
      id: body.id,
      entry_id: id,
      number: sql<number>`(select count(*) + 1 from guidance.uses u where u.entry_id = ${id}::uuid)`,
      state: body.state,
      language: ctx.actor.language,
      words: body.words ?? null,
      account_id: ctx.actor.account,
      at: ctx.now,
      shared: body.share,
      due_at: body.share ? ctx.now : null,
    })
    .onConflict(conflict => conflict.column('id').doNothing())
    .execute()
  ctx.trail.touched(id, ['use'])
  if (body.share) ctx.trail.counted('told', 1)
  return whole(ctx, id)
}
