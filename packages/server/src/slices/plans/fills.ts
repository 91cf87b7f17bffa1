/** What plans know of the guards of a case: the family's yes, the approval, the last review, what came of each goal. */
import type { Known } from '@kerege/contract/cases/states'
import { sql } from 'kysely'
import type { Context } from '../../platform/context.ts'
import type { AskedCase, GuardFill } from '../cases/index.ts'

interface Standing {
  case_id: string
  agreed: boolean
  approved: boolean
  reviewed_at: string | null
}

const standing = async (ctx: Context, ids: readonly string[]): Promise<Standing[]> =>
  (
    await sql<Standing>`select case_id, agreed, approved, reviewed_at from plans.standing(${ids}::uuid[])`.execute(
      ctx.tx,
    )
  ).rows

/** Since when the work goes on: what was seen before counted then. */
async function workingSince(ctx: Context, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map()
  const { rows } = await sql<{ case_id: string; at: string }>`
    select case_id, max(at) as at from cases.steps where to_state = 'active' and case_id = any (${ids}::uuid[])
    group by case_id`.execute(ctx.tx)
  return new Map(rows.map(row => [row.case_id, row.at]))
}

/** Cases with a goal that has no outcome, of the goals that are open to the reader: what lies in other sections is for those who work there. */
async function withOpenGoals(ctx: Context, ids: readonly string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set()
  const { rows } = await sql<{ case_id: string }>`
    select distinct p.case_id from plans.plans p join plans.goals g on g.plan_id = p.id
    where p.state = 'current' and p.kind = 'individual' and p.case_id = any (${ids}::uuid[])
      and not exists (select 1 from plans.outcomes o where o.plan_id = p.id and o.thread = g.thread)`.execute(
    ctx.tx,
  )
  return new Set(rows.map(row => row.case_id))
}

/** A case that was begun before there were plans has none in force: its worker goes on saying in words what came of it. */
async function known(ctx: Context, cases: readonly AskedCase[]): Promise<Map<string, Known>> {
  const rows = await standing(
    ctx,
    cases.map(one => one.id),
  )
  const inForce = new Set(rows.filter(one => one.approved).map(row => row.case_id))
  const asking = (guard: 'review' | 'goals') =>
    cases.filter(one => one.guards.has(guard) && inForce.has(one.id)).map(one => one.id)
  const [reviewing, ending] = [asking('review'), asking('goals')]
  const reads = ctx.actor.verbs.includes('plans.read')
  const since = await workingSince(ctx, reviewing)
  const open = await withOpenGoals(ctx, reads ? ending : [])
  const of = ({ case_id, agreed, approved, reviewed_at }: Standing): Known => ({
    'plan-agreed': agreed,
    'plan-approved': approved,
    ...(reviewing.includes(case_id)
      ? { review: reviewed_at !== null && reviewed_at > (since.get(case_id) ?? '') }
      : {}),
    ...(ending.includes(case_id) ? { goals: reads ? !open.has(case_id) : undefined } : {}),
  })
  return new Map(rows.map(row => [row.case_id, of(row)]))
}

export const planFill: GuardFill = {
  guards: ['plan-agreed', 'plan-approved', 'review', 'goals'],
  of: known,
}
