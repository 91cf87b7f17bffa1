/** Marks adopted decisions as guidance for the nodes, says anew where they apply, takes them back. */
import type * as routes from '@kerege/contract/council/guidance/routes'
import type { DecisionGuidance } from '@kerege/contract/council/guidance/schema'
import { DomainError, invalid, notFound } from '@kerege/contract/errors'
import type { Parsed } from '@kerege/contract/route'
import type { Context } from '../../../platform/context.ts'
import { get } from '../decisionStore.ts'
import { guidanceOf, inForce } from './store.ts'

export async function list(ctx: Context) {
  const rows = await inForce(ctx.tx)
  ctx.trail.shown(rows.map(row => row.id))
  return { rows }
}

export async function read(ctx: Context, decisionId: string): Promise<DecisionGuidance> {
  await get(ctx.tx, decisionId)
  ctx.trail.shown([decisionId])
  return guidanceOf(ctx.tx, decisionId)
}

/** @throws DomainError `guidance-not-public` for what is not adopted, or restricted: the nodes read what everybody reads */
export async function mark(
  ctx: Context,
  decisionId: string,
  body: Parsed<typeof routes.markGuidance>['body'],
): Promise<DecisionGuidance> {
  const decision = await get(ctx.tx, decisionId)
  if (decision.state !== 'adopted' || decision.restricted) {
    throw new DomainError('conflict', 'guidance-not-public', { state: decision.state })
  }
  if (body.replacesId) await supersede(ctx, body.replacesId)
  const made = await ctx.tx
    .insertInto('council.guidance')
    .values({
      id: body.id,
      decision_id: decisionId,
      ...columns(body),
      replaces_id: body.replacesId ?? null,
      state: 'in-force',
      account_id: ctx.actor.account,
      created_at: ctx.now,
      updated_at: ctx.now,
    })
    .onConflict(conflict => conflict.column('decision_id').doNothing())
    .executeTakeFirst()
  if (!made.numInsertedOrUpdatedRows) {
    const known = await guidanceOf(ctx.tx, decisionId)
    if (known.mark?.id !== body.id) throw new DomainError('conflict', 'guidance-marked')
  }
  ctx.trail.touched(decisionId)
  ctx.trail.touched(body.id)
  return guidanceOf(ctx.tx, decisionId)
}

const columns = (body: Pick<Parsed<typeof routes.markGuidance>['body'], 'domains' | 'ages' | 'note'>) => ({
  domains: body.domains,
  age_from: body.ages.from ?? null,
  age_to: body.ages.to ?? null,
  note: body.note ? JSON.stringify(body.note) : null,
})

async function supersede(ctx: Context, id: string) {
  const done = await ctx.tx
    .updateTable('council.guidance')
    .set(eb => ({ state: 'superseded', version: eb('version', '+', 1), updated_at: ctx.now }))
    .where('id', '=', id)
    .where('state', '=', 'in-force')
    .executeTakeFirst()
  if (!done.numUpdatedRows) throw invalid([{ pointer: '/replacesId', code: 'not-found' }])
}

async function lockInForce(ctx: Context, decisionId: string) {
  const row = await ctx.tx
    .selectFrom('council.guidance')
    .select(['id', 'state', 'version'])
    .where('decision_id', '=', decisionId)
    .forUpdate()
    .executeTakeFirst()
  if (!row) throw notFound()
  if (row.state !== 'in-force') throw new DomainError('conflict', 'guidance-ended', { state: row.state })
  return row
}

export async function change(
  ctx: Context,
  decisionId: string,
  body: Parsed<typeof routes.changeGuidance>['body'],
): Promise<DecisionGuidance> {
  const row = await lockInForce(ctx, decisionId)
  if (row.version !== body.version) {
    throw new DomainError('conflict', 'stale-version', { version: row.version })
  }
  await ctx.tx
    .updateTable('council.guidance')
    .set({ ...columns(body), version: row.version + 1, updated_at: ctx.now })
    .where('id', '=', row.id)
    .execute()
  ctx.trail.touched(row.id, ['domains', 'ages', 'note'])
  return guidanceOf(ctx.tx, decisionId)
}

export async function withdraw(ctx: Context, decisionId: string, reason: string): Promise<DecisionGuidance> {
  const row = await lockInForce(ctx, decisionId)
  await ctx.tx
    .updateTable('council.guidance')
    .set({ state: 'withdrawn', reason, version: row.version + 1, updated_at: ctx.now })
    .where('id', '=', row.id)
    .execute()
  ctx.trail.touched(row.id, ['state'])
  ctx.trail.because(reason)
  return guidanceOf(ctx.tx, decisionId)
}
