/**
 * What the landing page adds from casework, in one answer: what stands in the way too long, what was sent back, and, for who gives
 * cases out, each worker of the team. Every number is that of the list which it opens, counted under the same policies.
 */
import type { CaseworkToday } from '@kerege/contract/casework/today'
import { sql } from 'kysely'
import type { Context } from '../../platform/context.ts'
import { today } from '../../platform/localDay.ts'
import { rowsOf } from './obstacles/actions.ts'
import * as obstacles from './obstacles/store.ts'
import { between, toAppointment } from './visits/store.ts'

/** As many rows as a page shows of them; the numbers count all. */
const most = 10

export async function caseworkToday(ctx: Context): Promise<CaseworkToday> {
  const gives = ctx.actor.verbs.includes('cases.assign')
  const everywhere = ctx.actor.rights.read?.contact?.includes('node') ?? false
  const of = !gives ? 'mine' : everywhere ? 'all' : 'team'
  const late = { of, late: 'yes' } as const
  const { rows } = await obstacles.list(ctx, { ...late, limit: most })
  return {
    of,
    late: await obstacles.count(ctx, late),
    obstacles: await rowsOf(ctx, rows),
    visits: await visitsOf(ctx),
    back: of === 'mine' ? await sentBack(ctx) : [],
    team: of === 'team' ? await teamOf(ctx) : [],
  }
}

async function visitsOf(ctx: Context): Promise<CaseworkToday['visits']> {
  if (!ctx.actor.verbs.includes('casework.read')) return []
  const day = today(ctx)
  const rows = await between(ctx, 'mine', { from: day, to: day })
  ctx.trail.shown(rows.flatMap(row => [row.id, row.person_id]))
  return rows.map(row => toAppointment(ctx, row))
}

/** Closings of mine that were refused, and where nothing was done since: as the list of cases filters them. */
async function sentBack(ctx: Context): Promise<CaseworkToday['back']> {
  const found = await sql<{
    id: string
    number: number
    person_id: string
    person: string
    at: string
    by_id: string | null
    by: string | null
    reason: string | null
  }>`
    select c.id, c.number, c.person_id, p.label as person, s.at, s.actor_id as by_id, a.name as by, s.reason
    from cases.cases c
    join people.persons p on p.id = c.person_id
    join lateral (select t.from_state, t.at, t.actor_id, t.reason from cases.steps t
      where t.case_id = c.id order by t.number desc limit 1) s on true
    left join access.accounts a on a.id = s.actor_id
    where c.worker_id = ${ctx.actor.account}::uuid and c.state not in ('ended', 'transferred', 'merged')
      and c.state = 'active' and s.from_state = 'closing' and s.actor_id is distinct from c.worker_id
    order by s.at limit 50`.execute(ctx.tx)
  ctx.trail.shown(found.rows.flatMap(row => [row.id, row.person_id]))
  return found.rows.map(row => ({
    caseId: row.id,
    number: row.number,
    person: row.person,
    at: row.at,
    ...(row.by_id && row.by !== null ? { by: { id: row.by_id, name: row.by } } : {}),
    ...(row.reason === null ? {} : { reason: row.reason }),
  }))
}

/** One walk over the team's cases, one over its tasks. */
async function teamOf(ctx: Context): Promise<CaseworkToday['team']> {
  const found = await sql<CaseworkToday['team'][number]>`
    with workers as (
      select distinct a.id, a.name from access.hats h
      join access.accounts a on a.id = h.account_id and a.state = 'active'
      join access.roles r on r.name = h.role and 'cases.work' = any (r.verbs) and r.rights -> 'read' -> 'contact' ? 'own'
      where h.ended_at is null and h.team_id = ${ctx.actor.team}::uuid),
    loads as (select l.account_id, l.families from cases.caseloads(array(select id from workers)) l),
    dues as (
      select c.worker_id, count(*)::int as n from cases.cases c
      where c.team_id = ${ctx.actor.team}::uuid and c.state not in ('ended', 'transferred', 'merged')
        and c.look_on <= ${today(ctx)}::date and c.state in ('review-due', 'follow-up') group by c.worker_id),
    late as (
      select t.owner_id, count(*)::int as n from tasks.tasks t
      where t.team_id = ${ctx.actor.team}::uuid and t.state = 'open' and t.due < ${today(ctx)}::date group by t.owner_id)
    select w.id, w.name, coalesce(l.families, 0) as families, coalesce(d.n, 0) as due, coalesce(o.n, 0) as overdue
    from workers w left join loads l on l.account_id = w.id left join dues d on d.worker_id = w.id
      left join late o on o.owner_id = w.id
    order by w.name, w.id limit 60`.execute(ctx.tx)
  return found.rows
}
