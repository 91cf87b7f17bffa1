/**
 * What was taken from the library for a goal, and how it went. What practices there are, a later slice knows: the composition
 * of the node hands in how one is found.
 */
import type { MultiText } from '@kerege/contract/common'
import type { SayWent, TakePractice } from '@kerege/contract/plans/schema'
import { DomainError, invalid, notFound } from '@kerege/contract/errors'
import type { Context } from '../../platform/context.ts'
import { emit } from '../../platform/outbox.ts'
import * as store from './store.ts'

export type FindSource = (
  ctx: Context,
  source: TakePractice['source'],
  id: string,
) => Promise<{ symbol: string; title: MultiText } | undefined>

/** Taken twice it is taken once. */
export async function takeUse(
  ctx: Context,
  goalId: string,
  body: TakePractice,
  findSource: FindSource,
): Promise<string> {
  const goal = await store.goalOf(ctx, goalId)
  const plan = await store.lock(ctx, goal.plan_id)
  if (plan.state === 'replaced' || plan.state === 'dropped') {
    throw new DomainError('conflict', 'plan-closed', { state: plan.state })
  }
  const found = await findSource(ctx, body.source, body.sourceId)
  if (!found) throw invalid([{ pointer: '/sourceId', code: 'not-found' }])
  await ctx.tx
    .insertInto('plans.uses')
    .values({
      id: body.id,
      plan_id: plan.id,
      person_id: plan.person_id,
      compartment: goal.compartment,
      thread: goal.thread,
      source: body.source,
      source_id: body.sourceId,
      symbol: found.symbol,
      title: JSON.stringify(found.title),
      taken_by: ctx.actor.account,
      taken_at: ctx.now,
    })
    .onConflict(conflict => conflict.doNothing())
    .execute()
  ctx.trail.touched(plan.id, ['uses'])
  ctx.trail.touched(plan.person_id)
  return plan.case_id
}

/** Words for the library wait there for a coordinator; those about the family stay in their file. */
export async function sayWent(ctx: Context, useId: string, body: SayWent): Promise<string> {
  const use = await ctx.tx
    .selectFrom('plans.uses')
    .select(['plan_id', 'source'])
    .where('id', '=', useId)
    .executeTakeFirst()
  if (!use) throw notFound()
  const plan = await store.lock(ctx, use.plan_id)
  if (body.library && use.source !== 'practice') throw invalid([{ pointer: '/library', code: 'not-asked' }])
  const changed = await ctx.tx
    .updateTable('plans.uses')
    .set({
      went: body.went,
      words: body.words ?? null,
      library_words: body.library ?? null,
      library_language: body.library ? ctx.actor.language : null,
      went_by: ctx.actor.account,
      went_at: ctx.now,
    })
    .where('id', '=', useId)
    .executeTakeFirst()
  if (!changed.numUpdatedRows) throw new DomainError('forbidden', 'not-yours')
  if (body.library) await emit(ctx.tx, 'plan.practice-went', { useId })
  ctx.trail.touched(plan.id, ['uses'])
  ctx.trail.touched(plan.person_id)
  return plan.case_id
}
