/** Plans of others: gathered from the actions and sessions that name them, and followed back to these. */
import { type Plan, planKey, type PlanRow } from '@kerege/contract/council/plans'
import { notFound } from '@kerege/contract/errors'
import { sql } from 'kysely'
import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/database.ts'
import { today } from '../../platform/localDay.ts'
import { ofPlan } from './actions.ts'
import { namesOf } from './planNames.ts'
import { reportsOf, selected as sessionsSelected, toRow as sessionRow } from './sessionStore.ts'

interface Named {
  name: string
  actions: number
  done: number
  late: number
  sessions: number
}

/** One row a spelling, that which was entered first before the others; there are some dozens. */
async function spellings(tx: Tx, day: string): Promise<Named[]> {
  const { rows } = await sql<Named>`
    select name, sum(action)::int as actions, sum(done)::int as done, sum(late)::int as late, sum(1 - action)::int as sessions
    from (
      select external_plan as name, created_at, id, 1 as action, (state = 'done')::int as done,
        (state in ('open', 'under-way') and due < ${day}::date)::int as late
      from council.actions where external_plan is not null and state <> 'dropped'
      union all
      select external_plan, created_at, id, 0, 0, 0 from council.sessions where external_plan is not null) n
    group by name order by min(created_at), min(id::text)`.execute(tx)
  return rows
}

export async function list(ctx: Context): Promise<{ rows: PlanRow[] }> {
  const plans = Map.groupBy(await spellings(ctx.tx, today(ctx)), one => planKey(one.name))
  const sum = (all: readonly Named[], what: 'actions' | 'done' | 'late' | 'sessions') =>
    all.reduce((total, one) => total + one[what], 0)
  const rows = [...plans.values()].map(all => ({
    name: all[0]?.name ?? '',
    actions: sum(all, 'actions'),
    done: sum(all, 'done'),
    late: sum(all, 'late'),
    sessions: sum(all, 'sessions'),
  }))
  ctx.trail.counted('plans', rows.length)
  return { rows: rows.toSorted((one, other) => one.name.localeCompare(other.name)) }
}

export async function whole(ctx: Context, plan: string): Promise<Plan> {
  const names = await namesOf(ctx.tx, plan)
  const [name] = names
  if (name === undefined) throw notFound()
  const actions = await ofPlan(ctx, names)
  const sessions = await sessionsSelected(ctx.tx)
    .where('s.external_plan', 'in', names)
    .orderBy('s.sorts_on', 'desc')
    .orderBy('s.id', 'desc')
    .limit(500)
    .execute()
  const reports = await reportsOf(
    ctx.tx,
    sessions.map(row => row.id),
  )
  const decisions = new Map(actions.flatMap(({ decision }) => (decision ? [[decision.id, decision]] : [])))
  ctx.trail.shown([...actions, ...sessions].map(row => row.id))
  return {
    name,
    actions,
    decisions: [...decisions.values()],
    sessions: sessions.map(row => sessionRow(row, reports.get(row.id) ?? [])),
  }
}
