/** Beginning a version, and writing goals in it. What is in force is never rewritten: it is changed by the next version. */
import { sectionOf } from '@kerege/contract/plans/domains'
import { isOver } from '@kerege/contract/cases/states'
import type { BeginPlan, SaveGoal } from '@kerege/contract/plans/schema'
import { type Fault, DomainError, invalid, notFound } from '@kerege/contract/errors'
import { sql } from 'kysely'
import type { Context } from '../../platform/context.ts'
import { newId } from '../../platform/ids.ts'
import { findCase, worksOnCase } from '../cases/index.ts'
import { requireTaskOwner } from '../tasks/index.ts'
import * as store from './store.ts'

/**
 * Sent again it begins once: the id was made by the device.
 * @throws DomainError `plan-open` while another version is being written
 */
export async function begin(ctx: Context, caseId: string, body: BeginPlan): Promise<void> {
  const row = await findCase(ctx, caseId)
  if (!row) throw notFound()
  if (!worksOnCase(ctx, row)) throw new DomainError('forbidden', 'not-yours')
  const known = await store.selected(ctx).where('p.id', '=', body.id).executeTakeFirst()
  if (known) {
    if (known.case_id !== caseId) throw notFound()
    return
  }
  if (isOver(row.state as never)) throw new DomainError('conflict', 'case-cannot', { state: row.state })
  if (body.kind === 'family' && !row.household_id) throw invalid([{ pointer: '/kind', code: 'no-household' }])
  await sql`select pg_advisory_xact_lock(hashtextextended(${caseId}, 63))`.execute(ctx.tx)
  const line = (await store.plansOf(ctx, caseId, row.household_id)).filter(plan => plan.kind === body.kind)
  if (line.some(plan => plan.state === 'draft' || plan.state === 'agreed')) {
    throw new DomainError('conflict', 'plan-open')
  }
  const current = line.find(plan => plan.state === 'current')
  // A family has one plan: it is gone on with where it began.
  if (current && current.case_id !== caseId) throw new DomainError('conflict', 'plan-elsewhere')
  if (current && !body.reason) throw invalid([{ pointer: '/reason', code: 'required' }])
  const number = Math.max(0, ...line.filter(plan => plan.case_id === caseId).map(plan => plan.number)) + 1
  const made = await ctx.tx
    .insertInto('plans.plans')
    .values({
      id: body.id,
      case_id: caseId,
      person_id: row.person_id,
      kind: body.kind,
      household_id: row.household_id,
      number,
      why: current ? (body.reason ?? null) : null,
      made_by: ctx.actor.account,
      made_at: ctx.now,
      updated_at: ctx.now,
    })
    .onConflict(conflict => conflict.column('id').doNothing())
    .executeTakeFirst()
  // Somebody else's id: not seen, so not there.
  if (!made.numInsertedOrUpdatedRows) throw notFound()
  if (current) {
    await sql`select plans.copy_goals(${current.id}::uuid, ${body.id}::uuid, ${ctx.now.toISOString()}::timestamptz)`.execute(
      ctx.tx,
    )
    if (body.reason) ctx.trail.because(body.reason, row.person_id)
  }
  ctx.trail.touched(body.id, ['state'])
  ctx.trail.touched(row.person_id)
}

/**
 * @throws DomainError `plan-closed` when the version is no draft, `stale-version` when somebody changed the goal meanwhile,
 * `invalid` with every fault of the form
 */
export async function saveGoal(ctx: Context, planId: string, body: SaveGoal): Promise<string> {
  const plan = await store.lock(ctx, planId)
  if (plan.state !== 'draft') throw new DomainError('conflict', 'plan-closed', { state: plan.state })
  const compartment = sectionOf[body.domain]
  await requireWritable(ctx, plan.person_id, compartment)
  const before = await ctx.tx
    .selectFrom('plans.goals')
    .selectAll()
    .where('plan_id', '=', planId)
    .where('thread', '=', body.thread)
    .executeTakeFirst()
  if (before && body.seen === undefined && sameGoal(before, body)) return plan.case_id
  if (before ? before.version !== body.seen : body.seen !== undefined) {
    throw new DomainError('conflict', 'stale-version')
  }
  const ownerId = body.ownerId ?? before?.owner_id ?? ctx.actor.account
  await requireOwners(ctx, plan.person_id, compartment, { ...body, ownerId })
  const fields = {
    domain: body.domain,
    compartment,
    words: body.words,
    language: body.language,
    baseline: body.baseline ?? null,
    target: body.target,
    indicator: body.indicator ?? null,
    due: body.due,
    owner_id: ownerId,
    version: (before?.version ?? 0) + 1,
    updated_at: ctx.now,
  }
  const id = before?.id ?? newId(ctx.now.getTime())
  if (before) await ctx.tx.updateTable('plans.goals').set(fields).where('id', '=', id).execute()
  else {
    const { person_id } = plan
    await ctx.tx
      .insertInto('plans.goals')
      .values({
        ...fields,
        id,
        plan_id: planId,
        person_id,
        thread: body.thread,
        author_id: ctx.actor.account,
        created_at: ctx.now,
      })
      .execute()
  }
  await saveActions(ctx, { id, personId: plan.person_id, compartment, ownerId }, body)
  ctx.trail.changed({
    personId: plan.person_id,
    subjectId: planId,
    compartment,
    kind: before ? 'update' : 'created',
    version: fields.version,
    changes: [
      { field: 'goal', before: before ? goalWords(before) : null, after: goalWords(fields) },
      {
        field: 'actions',
        before: null,
        after: body.actions.map(one => ({ kind: one.kind, words: one.words })),
      },
    ],
  })
  ctx.trail.touched(plan.person_id)
  return plan.case_id
}

type Goal = { domain: string; words: string; target: string; baseline: string | null; due: string }
const goalWords = ({ domain, words, target, baseline, due }: Goal) => ({
  domain,
  words,
  target,
  baseline,
  due,
})
const sameGoal = (before: Goal, body: SaveGoal) =>
  before.words === body.words && before.target === body.target && before.due === body.due

/** Their own section, or none that is there. */
async function requireWritable(ctx: Context, personId: string, compartment: string): Promise<void> {
  const found = await sql<{ open: boolean }>`
    select access.covers('write', ${compartment}, ${personId}::uuid) as open`.execute(ctx.tx)
  if (!found.rows[0]?.open) throw invalid([{ pointer: '/domain', code: 'not-found' }])
}

type Owned = { ownerId: string; actions: SaveGoal['actions'] }
/** Work goes only to somebody who may see what it is about; all faults at once. */
async function requireOwners(
  ctx: Context,
  personId: string,
  compartment: string,
  { ownerId, actions }: Owned,
) {
  const faults: Fault[] = []
  const look = async (account: string, pointer: string) => {
    try {
      await requireTaskOwner(ctx, account, { subjectId: personId, compartment })
    } catch (error) {
      if (!(error instanceof DomainError) || error.kind !== 'invalid') throw error
      const [fault] = error.details['faults'] as Fault[]
      faults.push({ pointer, code: fault?.code ?? 'not-found' })
    }
  }
  await look(ownerId, '/ownerId')
  for (const [at, action] of actions.entries()) {
    if (action.ownerId) await look(action.ownerId, `/actions/${at}/ownerId`)
  }
  if (faults.length > 0) throw invalid(faults)
}

interface ForGoal {
  id: string
  personId: string
  compartment: string
  ownerId: string
}

/** Those that are no longer named go; those that have a task keep it. */
async function saveActions(ctx: Context, goal: ForGoal, { actions }: SaveGoal): Promise<void> {
  const kept = actions.map(one => one.thread)
  await ctx.tx
    .deleteFrom('plans.actions')
    .where('goal_id', '=', goal.id)
    .where(sql<boolean>`thread <> all (${kept}::uuid[])`)
    .execute()
  for (const [ordinal, action] of actions.entries()) {
    const fields = {
      compartment: goal.compartment,
      ordinal,
      kind: action.kind,
      words: action.words,
      who: action.who ?? null,
      owner_id: action.ownerId ?? (action.kind === 'task' ? goal.ownerId : null),
      due: action.due ?? null,
    }
    await ctx.tx
      .insertInto('plans.actions')
      .values({
        ...fields,
        id: newId(ctx.now.getTime()),
        goal_id: goal.id,
        person_id: goal.personId,
        thread: action.thread,
        author_id: ctx.actor.account,
      })
      .onConflict(conflict => conflict.columns(['goal_id', 'thread']).doUpdateSet(fields))
      .execute()
  }
}

export async function dropGoal(ctx: Context, goalId: string): Promise<string> {
  const goal = await store.goalOf(ctx, goalId)
  const plan = await store.lock(ctx, goal.plan_id)
  if (plan.state !== 'draft') throw new DomainError('conflict', 'plan-closed', { state: plan.state })
  const gone = await ctx.tx.deleteFrom('plans.goals').where('id', '=', goalId).executeTakeFirst()
  if (!gone.numDeletedRows) throw new DomainError('forbidden', 'not-yours')
  ctx.trail.touched(plan.id, ['goals'])
  ctx.trail.touched(plan.person_id)
  return plan.case_id
}
