/** What changed: reviews of a plan in force, goal by goal; what came of a goal at the end; services that were there. */
import type { CloseGoal, ReviewPlan, SayDone } from '@kerege/contract/plans/schema'
import { DomainError, type Fault, invalid, notFound } from '@kerege/contract/errors'
import type { Compartment } from '@kerege/contract/access/compartments'
import { sql } from 'kysely'
import type { Context } from '../../platform/context.ts'
import { newId } from '../../platform/ids.ts'
import { today } from '../../platform/localDay.ts'
import * as store from './store.ts'
import { worksOn } from './whole.ts'

/** Sent again it is written once. Each goal that is the actor's to write has a word. */
export async function review(ctx: Context, planId: string, body: ReviewPlan): Promise<string> {
  const plan = await store.lock(ctx, planId)
  if (!(await worksOn(ctx, plan.case_id))) throw new DomainError('forbidden', 'not-yours')
  const known = await ctx.tx
    .selectFrom('plans.reviews')
    .select('plan_id')
    .where('id', '=', body.id)
    .executeTakeFirst()
  if (known?.plan_id === planId) return plan.case_id
  if (plan.state !== 'current') throw new DomainError('conflict', 'plan-closed', { state: plan.state })
  const goals = await store.wholePlans(ctx, [plan], () => [])
  const [{ goals: open } = { goals: [] }] = goals
  const threads = new Set(open.map(goal => goal.thread))
  const faults: Fault[] = [
    ...(body.on > today(ctx) ? [{ pointer: '/on', code: 'in-the-future' }] : []),
    ...body.goals.flatMap((one, at) =>
      threads.has(one.thread) && body.goals.findIndex(other => other.thread === one.thread) === at
        ? []
        : [{ pointer: `/goals/${at}/thread`, code: 'not-found' }],
    ),
  ]
  if (faults.length > 0) throw invalid(faults)
  await ctx.tx
    .insertInto('plans.reviews')
    .values({
      id: body.id,
      plan_id: planId,
      person_id: plan.person_id,
      reviewed_on: body.on,
      family_words: body.familyWords ?? null,
      actor_id: ctx.actor.account,
      at: ctx.now,
    })
    .execute()
  const sections = await ctx.tx
    .selectFrom('plans.goals')
    .select(['thread', 'compartment'])
    .where('plan_id', '=', planId)
    .execute()
  for (const one of body.goals) {
    const compartment = sections.find(goal => goal.thread === one.thread)?.compartment
    if (!compartment) throw notFound()
    await ctx.tx
      .insertInto('plans.progress')
      .values({
        id: newId(ctx.now.getTime()),
        review_id: body.id,
        person_id: plan.person_id,
        compartment,
        thread: one.thread,
        progress: one.progress,
        words: one.words ?? null,
      })
      .execute()
  }
  ctx.trail.touched(planId, ['reviews'])
  ctx.trail.touched(plan.person_id)
  return plan.case_id
}

/** May be said anew until the case is closed; the last word counts. */
export async function close(ctx: Context, goalId: string, body: CloseGoal): Promise<string> {
  const goal = await store.goalOf(ctx, goalId)
  const plan = await store.lock(ctx, goal.plan_id)
  if (plan.state !== 'current') throw new DomainError('conflict', 'plan-closed', { state: plan.state })
  const fields = {
    came: body.came,
    words: body.words,
    family: body.family,
    family_words: body.familyWords,
    actor_id: ctx.actor.account,
    at: ctx.now,
  }
  await ctx.tx
    .insertInto('plans.outcomes')
    .values({
      ...fields,
      id: newId(ctx.now.getTime()),
      plan_id: plan.id,
      person_id: plan.person_id,
      compartment: goal.compartment,
      thread: goal.thread,
    })
    .onConflict(conflict => conflict.columns(['plan_id', 'thread']).doUpdateSet(fields))
    .execute()
  ctx.trail.changed({
    personId: plan.person_id,
    subjectId: plan.id,
    compartment: goal.compartment as Compartment, // a section of the contract wrote it
    kind: 'update',
    version: goal.version,
    changes: [{ field: 'outcome', before: null, after: body }],
  })
  ctx.trail.touched(plan.person_id)
  return plan.case_id
}

/** A step of the plan in force for which somebody else was asked, and the family says that it was there; by its thread, once. */
export async function doneByThread(ctx: Context, personId: string, thread: string): Promise<void> {
  const found = await ctx.tx
    .selectFrom('plans.actions as x')
    .innerJoin('plans.goals as g', 'g.id', 'x.goal_id')
    .innerJoin('plans.plans as p', 'p.id', 'g.plan_id')
    .select('x.id')
    .where('x.thread', '=', thread)
    .where('x.person_id', '=', personId)
    .where('x.kind', '<>', 'task')
    .where('x.done_at', 'is', null)
    .where('p.state', '=', 'current')
    // Of a goal that the actor does not write somebody else says it.
    .where(sql<boolean>`access.may('plans.write') and access.covers('write', x.compartment, x.person_id)`)
    .executeTakeFirst()
  if (found) await done(ctx, found.id, {})
}

/** A task is done where tasks are done. */
export async function done(ctx: Context, actionId: string, { words }: SayDone): Promise<string> {
  const action = await ctx.tx
    .selectFrom('plans.actions')
    .select(['goal_id', 'kind', 'done_at'])
    .where('id', '=', actionId)
    .executeTakeFirst()
  if (!action) throw notFound()
  const goal = await store.goalOf(ctx, action.goal_id)
  const plan = await store.lock(ctx, goal.plan_id)
  if (action.done_at) return plan.case_id
  if (plan.state !== 'current' || action.kind === 'task') {
    throw new DomainError('conflict', 'plan-closed', { state: plan.state })
  }
  const changed = await ctx.tx
    .updateTable('plans.actions')
    .set({ done_at: ctx.now, done_by: ctx.actor.account, done_words: words ?? null })
    .where('id', '=', actionId)
    .executeTakeFirst()
  if (!changed.numUpdatedRows) throw new DomainError('forbidden', 'not-yours')
  ctx.trail.touched(plan.id, ['actions'])
  ctx.trail.touched(plan.person_id)
  return plan.case_id
}
