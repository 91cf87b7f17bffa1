/** Plans in SQL: rows in, parsed shapes out. Policies filter underneath: goals by their sections. */
import type { Agreement, Plan, PlanAction, PlanGoal, PracticeUse } from '@kerege/contract/plans/schema'
import type { GoalDomain } from '@kerege/contract/plans/domains'
import type { PlanKind, PlanState } from '@kerege/contract/plans/states'
import type { MultiText } from '@kerege/contract/common'
import { DomainError, notFound } from '@kerege/contract/errors'
import { sql } from 'kysely'
import type { Context } from '../../platform/context.ts'

export const selected = (ctx: Context) =>
  ctx.tx
    .selectFrom('plans.plans as p')
    .innerJoin('access.accounts as a', 'a.id', 'p.made_by')
    .selectAll('p')
    .select('a.name as maker')
export type FoundPlan = Awaited<ReturnType<ReturnType<typeof selected>['execute']>>[number]

/** @throws DomainError `not-found`, for what is not open and for what is not there alike */
export async function get(ctx: Context, id: string): Promise<FoundPlan> {
  const row = await selected(ctx).where('p.id', '=', id).executeTakeFirst()
  if (!row) throw notFound()
  return row
}

/**
 * One command after the other on a plan, so that each judges what the last one left.
 * @throws DomainError `stale-version` for somebody who did not see what happened since
 */
export async function lock(ctx: Context, id: string, seen?: number): Promise<FoundPlan> {
  await get(ctx, id)
  await sql`select pg_advisory_xact_lock(hashtextextended(${id}, 63))`.execute(ctx.tx)
  const row = await get(ctx, id)
  if (seen !== undefined && seen !== row.version) throw new DomainError('conflict', 'stale-version')
  return row
}

/** All versions of a case, and those of its household, the latest first. */
export const plansOf = (ctx: Context, caseId: string, householdId: string | null): Promise<FoundPlan[]> =>
  selected(ctx)
    .where(eb =>
      eb.or([
        eb('p.case_id', '=', caseId),
        ...(householdId
          ? [eb.and([eb('p.household_id', '=', householdId), eb('p.kind', '=', 'family')])]
          : []),
      ]),
    )
    .orderBy('p.number', 'desc')
    .orderBy('p.made_at', 'desc')
    .execute()

/** A goal that is open to the actor, with the plan that it stands in. */
export async function goalOf(ctx: Context, id: string) {
  const row = await ctx.tx
    .selectFrom('plans.goals')
    .select(['id', 'plan_id', 'person_id', 'compartment', 'thread', 'version', 'domain'])
    .where('id', '=', id)
    .executeTakeFirst()
  if (!row) throw notFound()
  return row
}

const colleague = (id: string, name: string) => ({ id, name })

/** @param writable sections that the actor writes with the person of each plan */
export async function wholePlans(
  ctx: Context,
  rows: readonly FoundPlan[],
  writable: (personId: string) => readonly string[],
): Promise<Plan[]> {
  const ids = rows.map(row => row.id)
  if (ids.length === 0) return []
  const parts = await partsOf(ctx, ids)
  return rows.map(row => {
    const its = <Row extends { plan_id: string }>(list: readonly Row[]) =>
      list.filter(one => one.plan_id === row.id)
    // What was tried for a goal is told with it through all versions of the same plan.
    const line = new Set(
      rows.filter(one => one.case_id === row.case_id && one.kind === row.kind).map(one => one.id),
    )
    const ofLine = <Row extends { plan_id: string; thread: string }>(list: readonly Row[], thread: string) =>
      list.filter(one => line.has(one.plan_id) && one.thread === thread)
    const open = parts.pending.find(one => one.subject_id === row.id)
    return {
      id: row.id,
      version: row.version,
      caseId: row.case_id,
      personId: row.person_id,
      kind: row.kind as PlanKind,
      number: row.number,
      state: row.state as PlanState,
      madeBy: colleague(row.made_by, row.maker),
      madeAt: row.made_at,
      ...(row.why === null ? {} : { why: row.why }),
      goals: its(parts.goals).map((goal): PlanGoal => {
        const outcome = its(parts.outcomes).find(one => one.thread === goal.thread)
        return {
          id: goal.id,
          thread: goal.thread,
          version: goal.version,
          domain: goal.domain as GoalDomain,
          words: goal.words,
          language: goal.language,
          ...(goal.baseline === null ? {} : { baseline: goal.baseline }),
          target: goal.target,
          ...(goal.indicator === null ? {} : { indicator: goal.indicator }),
          due: goal.due,
          owner: colleague(goal.owner_id, goal.owner),
          actions: parts.actions
            .filter(one => one.goal_id === goal.id)
            .map(one => toAction(one, parts.tasks)),
          progress: ofLine(parts.progress, goal.thread).map(one => ({
            on: one.reviewed_on,
            progress: one.progress as PlanGoal['progress'][number]['progress'],
            ...(one.words === null ? {} : { words: one.words }),
            by: colleague(one.actor_id, one.actor),
          })),
          ...(outcome
            ? {
                outcome: {
                  came: outcome.came as NonNullable<PlanGoal['outcome']>['came'],
                  words: outcome.words,
                  family: outcome.family as NonNullable<PlanGoal['outcome']>['family'],
                  familyWords: outcome.family_words,
                  by: colleague(outcome.actor_id, outcome.actor),
                  at: outcome.at,
                },
              }
            : {}),
          uses: ofLine(parts.uses, goal.thread).map(toUse),
          writable: writable(row.person_id).includes(goal.compartment),
        }
      }),
      agreements: its(parts.agreements).map(toAgreement),
      steps: its(parts.steps).map(one => ({
        ...(one.from_state === null ? {} : { from: one.from_state as PlanState }),
        to: one.to_state as PlanState,
        at: one.at,
        by: colleague(one.actor_id, one.actor),
        ...(one.reason === null ? {} : { reason: one.reason }),
      })),
      reviews: its(parts.reviews).map(one => ({
        id: one.id,
        on: one.reviewed_on,
        by: colleague(one.actor_id, one.actor),
        ...(one.family_words === null ? {} : { familyWords: one.family_words }),
      })),
      ...(open ? { approvalId: open.id } : {}),
      waits: open !== undefined,
    }
  })
}

async function partsOf(ctx: Context, ids: string[]) {
  const within = sql<boolean>`plan_id = any (${ids}::uuid[])`
  const goals = await ctx.tx
    .selectFrom('plans.goals as g')
    .innerJoin('access.accounts as a', 'a.id', 'g.owner_id')
    .selectAll('g')
    .select('a.name as owner')
    .where(within)
    // Those of one moment in the order of their threads, which every version keeps.
    .orderBy('g.created_at')
    .orderBy('g.thread')
    .execute()
  const actions = await ctx.tx
    .selectFrom('plans.actions as x')
    .leftJoin('access.accounts as a', 'a.id', 'x.owner_id')
    .selectAll('x')
    .select('a.name as owner')
    .where(sql<boolean>`x.goal_id = any (${goals.map(one => one.id)}::uuid[])`)
    .orderBy('x.ordinal')
    .orderBy('x.id')
    .execute()
  const tasks = await sql<{ action_id: string; state: string; done_at: string | null }>`
    select action_id, state, done_at from plans.tasks_of(${ids}::uuid[])`.execute(ctx.tx)
  const steps = await ctx.tx
    .selectFrom('plans.steps as s')
    .innerJoin('access.accounts as a', 'a.id', 's.actor_id')
    .selectAll('s')
    .select('a.name as actor')
    .where(within)
    .orderBy('s.number')
    .execute()
  const agreements = await ctx.tx
    .selectFrom('plans.agreements as s')
    .innerJoin('access.accounts as a', 'a.id', 's.actor_id')
    .selectAll('s')
    .select('a.name as actor')
    .where(within)
    .orderBy('s.at')
    .execute()
  const reviews = await ctx.tx
    .selectFrom('plans.reviews as s')
    .innerJoin('access.accounts as a', 'a.id', 's.actor_id')
    .selectAll('s')
    .select('a.name as actor')
    .where(within)
    .orderBy('s.reviewed_on', 'desc')
    .orderBy('s.at', 'desc')
    .execute()
  const progress = await ctx.tx
    .selectFrom('plans.progress as g')
    .innerJoin('plans.reviews as r', 'r.id', 'g.review_id')
    .innerJoin('access.accounts as a', 'a.id', 'r.actor_id')
    .select([
      'r.plan_id',
      'g.thread',
      'g.progress',
      'g.words',
      'r.reviewed_on',
      'r.actor_id',
      'a.name as actor',
    ])
    .where(sql<boolean>`r.plan_id = any (${ids}::uuid[])`)
    .orderBy('r.reviewed_on', 'desc')
    .orderBy('r.at', 'desc')
    .execute()
  const outcomes = await ctx.tx
    .selectFrom('plans.outcomes as s')
    .innerJoin('access.accounts as a', 'a.id', 's.actor_id')
    .selectAll('s')
    .select('a.name as actor')
    .where(within)
    .execute()
  const uses = await ctx.tx
    .selectFrom('plans.uses as s')
    .innerJoin('access.accounts as a', 'a.id', 's.taken_by')
    .selectAll('s')
    .select('a.name as actor')
    .where(within)
    .orderBy('s.taken_at')
    .execute()
  const pending = await ctx.tx
    .selectFrom('approvals.approvals')
    .select(['id', 'subject_id'])
    .where('kind', '=', 'plan')
    .where('state', '=', 'pending')
    .where(sql<boolean>`subject_id = any (${ids}::uuid[])`)
    .execute()
  return { goals, actions, tasks: tasks.rows, steps, agreements, reviews, progress, outcomes, uses, pending }
}
type Parts = Awaited<ReturnType<typeof partsOf>>

function toAction(row: Parts['actions'][number], tasks: Parts['tasks']): PlanAction {
  const task = tasks.find(one => one.action_id === row.id)
  const doneOn = row.done_at ?? task?.done_at
  return {
    id: row.id,
    thread: row.thread,
    kind: row.kind as PlanAction['kind'],
    words: row.words,
    ...(row.who === null ? {} : { who: row.who }),
    ...(row.owner_id && row.owner !== null ? { owner: colleague(row.owner_id, row.owner) } : {}),
    ...(row.due === null ? {} : { due: row.due }),
    ...(row.task_id === null ? {} : { taskId: row.task_id }),
    ...(task ? { task: task.state as NonNullable<PlanAction['task']> } : {}),
    ...(doneOn ? { doneOn } : {}),
    ...(row.done_words === null ? {} : { doneWords: row.done_words }),
  }
}

const toUse = (row: Parts['uses'][number]): PracticeUse => ({
  id: row.id,
  source: row.source as PracticeUse['source'],
  sourceId: row.source_id,
  symbol: row.symbol,
  title: row.title as MultiText,
  by: colleague(row.taken_by, row.actor),
  at: row.taken_at,
  ...(row.went === null ? {} : { went: row.went as NonNullable<PracticeUse['went']> }),
  ...(row.words === null ? {} : { words: row.words }),
  ...(row.went_at === null ? {} : { wentAt: row.went_at }),
})

const toAgreement = (row: Parts['agreements'][number]): Agreement => ({
  id: row.id,
  by: row.by_whom as Agreement['by'],
  who: row.who,
  how: row.how as Agreement['how'],
  ...(row.document_id === null ? {} : { documentId: row.document_id }),
  on: row.agreed_on,
  ...(row.words === null ? {} : { words: row.words }),
  ...(row.child === null ? {} : { child: row.child as NonNullable<Agreement['child']> }),
  ...(row.child_words === null ? {} : { childWords: row.child_words }),
  heardBy: colleague(row.actor_id, row.actor),
})
