/**
 * The yes of the family, and what follows from it: a supervisor is asked, and their yes brings the version into force. What
 * they send back is a draft again with their words, and the family hears of what is changed.
 */
import type { ActOnPlan, AgreePlan } from '@kerege/contract/plans/schema'
import { type PlanState, planStepOf } from '@kerege/contract/plans/states'
import { DomainError, type Fault, invalid } from '@kerege/contract/errors'
import { ageOn } from '@kerege/contract/people/rules'
import type { BirthDate } from '@kerege/contract/people/schema'
import { sql } from 'kysely'
import type { Context } from '../../platform/context.ts'
import { newId } from '../../platform/ids.ts'
import { today } from '../../platform/localDay.ts'
import { emit } from '../../platform/outbox.ts'
import { approvalKind, askApproval } from '../approvals/index.ts'
import * as store from './store.ts'
import { worksOn } from './whole.ts'

const kind = 'plan'
const adult = 18

/** Sent again it is written once: the id was made by the device. */
export async function agree(ctx: Context, planId: string, body: AgreePlan): Promise<string> {
  const plan = await locked(ctx, planId)
  const known = await ctx.tx
    .selectFrom('plans.agreements')
    .select('plan_id')
    .where('id', '=', body.id)
    .executeTakeFirst()
  if (known?.plan_id === planId) return plan.case_id
  if (plan.state !== 'draft' && plan.state !== 'agreed') {
    throw new DomainError('conflict', 'plan-closed', { state: plan.state })
  }
  if (body.seen !== undefined && body.seen !== plan.version)
    throw new DomainError('conflict', 'stale-version')
  await requireWhole(ctx, plan, body)
  await ctx.tx
    .insertInto('plans.agreements')
    .values({
      id: body.id,
      plan_id: planId,
      person_id: plan.person_id,
      by_whom: body.by,
      who: body.who,
      how: body.how,
      document_id: body.documentId ?? null,
      agreed_on: body.on,
      words: body.words ?? null,
      child: body.child ?? null,
      child_words: body.childWords ?? null,
      actor_id: ctx.actor.account,
      at: ctx.now,
    })
    .execute()
  ctx.trail.touched(planId, ['agreements'])
  ctx.trail.touched(plan.person_id)
  if (plan.state === 'draft') await take(ctx, plan, 'agreed')
  return plan.case_id
}

/** A guardian's yes is not the child's: what the child says is asked for beside it. */
async function requireWhole(ctx: Context, plan: store.FoundPlan, body: AgreePlan): Promise<void> {
  const faults: Fault[] = []
  const goals = await ctx.tx.selectFrom('plans.goals').select('id').where('plan_id', '=', plan.id).execute()
  if (goals.length === 0) throw new DomainError('conflict', 'plan-empty')
  const person = await ctx.tx
    .selectFrom('people.persons')
    .select('birth')
    .where('id', '=', plan.person_id)
    .executeTakeFirst()
  const age = person && ageOn(person.birth as BirthDate, today(ctx))
  const child = age !== undefined && age !== null && age.max < adult
  if (plan.kind === 'individual' && child && body.by === 'guardian' && !body.child) {
    faults.push({ pointer: '/child', code: 'required' })
  }
  if (body.on > today(ctx)) faults.push({ pointer: '/on', code: 'in-the-future' })
  if (body.documentId) {
    const paper = await ctx.tx
      .selectFrom('documents.documents')
      .select('id')
      .where('id', '=', body.documentId)
      .where('subject_id', '=', plan.person_id)
      .executeTakeFirst()
    if (!paper) faults.push({ pointer: '/documentId', code: 'not-found' })
  }
  if (faults.length > 0) throw invalid(faults)
}

/** Asks for approval, opens an agreed version again, or drops a draft. */
export async function act(
  ctx: Context,
  planId: string,
  { act: what, seen, reason }: ActOnPlan,
): Promise<string> {
  const plan = await locked(ctx, planId, seen)
  const pending = await pendingOf(ctx, planId)
  if (pending) throw new DomainError('conflict', 'approval-pending')
  if (what === 'ask') {
    if (plan.state !== 'agreed') throw new DomainError('conflict', 'plan-closed', { state: plan.state })
    await askApproval(ctx, {
      kind,
      subjectKind: 'plan',
      subjectId: planId,
      personId: plan.person_id,
      params: { case: plan.case_id, number: plan.number },
      reason,
      steps: [{ verb: 'plans.approve' }],
    })
    return plan.case_id
  }
  const to = what === 'reopen' ? 'draft' : 'dropped'
  if (!planStepOf(plan.state as PlanState, to, 'worker')) {
    throw new DomainError('conflict', 'plan-closed', { state: plan.state })
  }
  await take(ctx, plan, to, reason)
  return plan.case_id
}

/** @throws DomainError `not-yours` for who does not work with the family */
async function locked(ctx: Context, planId: string, seen?: number): Promise<store.FoundPlan> {
  const plan = await store.lock(ctx, planId, seen)
  if (!(await worksOn(ctx, plan.case_id))) throw new DomainError('forbidden', 'not-yours')
  return plan
}

const pendingOf = (ctx: Context, planId: string) =>
  ctx.tx
    .selectFrom('approvals.approvals')
    .select('id')
    .where('kind', '=', kind)
    .where('subject_id', '=', planId)
    .where('state', '=', 'pending')
    .executeTakeFirst()

async function take(ctx: Context, plan: store.FoundPlan, to: PlanState, reason?: string, agreed?: string) {
  await sql`select plans.take_step(${newId(ctx.now.getTime())}::uuid, ${plan.id}::uuid, ${plan.state}, ${to}, ${reason ?? null},
    ${agreed ?? null}::uuid, ${ctx.now.toISOString()}::timestamptz)`.execute(ctx.tx)
  ctx.trail.touched(plan.id, ['state'])
  ctx.trail.touched(plan.person_id)
  if (reason) ctx.trail.because(reason, plan.person_id)
}

const find = (ctx: Context, id: string) => store.selected(ctx).where('p.id', '=', id).executeTakeFirst()

export const planKind = approvalKind({
  kind,
  mayDecide: async (ctx, { subjectId }) => (await find(ctx, subjectId)) !== undefined,
  execute: async (ctx, { id, subjectId }) => {
    const plan = await store.lock(ctx, subjectId)
    // Opened again or dropped meanwhile: what was asked is no longer there.
    if (plan.state !== 'agreed') throw new DomainError('conflict', 'plan-closed', { state: plan.state })
    await take(ctx, plan, 'current', undefined, id)
    const begun = await sql<{ task_id: string; owner_id: string }>`
      select task_id, owner_id from plans.begin_tasks(${subjectId}::uuid, ${id}::uuid, ${ctx.now.toISOString()}::timestamptz)`.execute(
      ctx.tx,
    )
    for (const { task_id, owner_id } of begun.rows) {
      await emit(ctx.tx, 'task.handed-over', { accountId: owner_id, taskId: task_id })
    }
    ctx.trail.counted('tasks', begun.rows.length)
  },
  refused: async (ctx, { id, subjectId }, comment) => {
    const plan = await find(ctx, subjectId)
    if (plan?.state === 'agreed') await take(ctx, plan, 'draft', comment, id)
  },
})
