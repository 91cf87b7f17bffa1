/** Who stands beside a person: work of one's own, a task, a sitting. Giving and ending it is a verb of its own. */
import type * as routes from '@kerege/contract/people/routes'
import { invalid, notFound } from '@kerege/contract/errors'
import type { Output, Parsed } from '@kerege/contract/route'
import type { Context } from '../../platform/context.ts'
import { newId } from '../../platform/ids.ts'
import * as store from './store.ts'

type Grant = Output<typeof routes.grantPerson>

export async function list(ctx: Context, personId: string): Promise<{ rows: Grant[] }> {
  await store.get(ctx.tx, personId)
  ctx.trail.shown([personId])
  return { rows: await rows(ctx, personId) }
}

async function rows(ctx: Context, personId: string): Promise<Grant[]> {
  const found = await ctx.tx
    .selectFrom('access.grants as g')
    .innerJoin('access.accounts as a', 'a.id', 'g.account_id')
    .select(['g.id', 'g.account_id', 'a.name', 'g.kind', 'g.valid_from', 'g.valid_to'])
    .where('g.subject_id', '=', personId)
    // What was opened in an emergency has a page of its own, and ends by itself.
    .where('g.kind', '<>', 'glass')
    .where(eb => eb.or([eb('g.valid_to', 'is', null), eb('g.valid_to', '>', ctx.now.toISOString())]))
    .orderBy('g.valid_from')
    .execute()
  return found.map(row => ({
    id: row.id,
    accountId: row.account_id,
    name: row.name,
    kind: row.kind as Grant['kind'],
    from: row.valid_from,
    ...(row.valid_to ? { until: row.valid_to } : {}),
  }))
}

/** A task or a sitting ends by itself: it wants a last day. */
export async function give(
  ctx: Context,
  personId: string,
  grant: Parsed<typeof routes.grantPerson>['body'],
): Promise<Grant> {
  await store.lock(ctx.tx, personId, null)
  if (grant.kind !== 'own' && !grant.until) throw invalid([{ pointer: '/until', code: 'required' }])
  if (grant.until && grant.until < ctx.now.toISOString().slice(0, 10)) {
    throw invalid([{ pointer: '/until', code: 'in-the-past' }])
  }
  const account = await ctx.tx
    .selectFrom('access.accounts')
    .select('id')
    .where('id', '=', grant.accountId)
    .where('state', '=', 'active')
    .executeTakeFirst()
  if (!account) throw invalid([{ pointer: '/accountId', code: 'not-found' }])
  await ctx.tx
    .insertInto('access.grants')
    .values({
      id: grant.id,
      account_id: account.id,
      subject_id: personId,
      kind: grant.kind,
      granted_by: ctx.actor.account,
      valid_from: ctx.now,
      valid_to: grant.until ? `${grant.until}T23:59:59.999Z` : null,
    })
    .onConflict(conflict => conflict.column('id').doNothing())
    .execute()
  ctx.trail.touched(personId, ['grants'])
  ctx.trail.touched(account.id)
  ctx.trail.because(grant.reason, personId)
  await ctx.tx
    .insertInto('platform.outbox')
    .values({
      id: newId(),
      topic: 'person.granted',
      payload: JSON.stringify({ accountId: account.id, personId }),
    })
    .execute()
  const given = (await rows(ctx, personId)).find(row => row.id === grant.id)
  if (!given) throw notFound()
  return given
}

export async function end(ctx: Context, personId: string, grantId: string): Promise<void> {
  await store.get(ctx.tx, personId)
  const ended = await ctx.tx
    .updateTable('access.grants')
    .set({ valid_to: ctx.now })
    .where('id', '=', grantId)
    .where('subject_id', '=', personId)
    .where('kind', '<>', 'glass')
    .where(eb => eb.or([eb('valid_to', 'is', null), eb('valid_to', '>', ctx.now.toISOString())]))
    .returning('account_id')
    .executeTakeFirst()
  if (!ended) throw notFound()
  ctx.trail.touched(personId, ['grants'])
  ctx.trail.touched(ended.account_id)
}
