/**
 * What the landing page says of needs, in one query: cases of mine or of my team by the latest level of each domain. Levels of sections
 * that are shut to the actor are not counted, as they are not found in the list that a number opens (cases/store.ts).
 */
import type { NeedsToday } from '@kerege/contract/assessments/today'
import { sql } from 'kysely'
import type { Context } from '../../platform/context.ts'

export async function needsToday(ctx: Context): Promise<NeedsToday> {
  const { actor } = ctx
  const of = actor.verbs.includes('cases.assign') ? 'team' : 'mine'
  if (!actor.verbs.includes('cases.read')) return { of, rows: [] }
  const whose =
    of === 'team' ? sql`c.team_id = ${actor.team}::uuid` : sql`c.worker_id = ${actor.account}::uuid`
  // Cases first, then assessments, and each once: what is not materialised here the planner asks of every level.
  const found = await sql<NeedsToday['rows'][number]>`
    with held as materialized (
      select c.id, c.person_id from cases.cases c where ${whose} and c.state not in ('ended', 'transferred', 'merged')),
    seen as materialized (
      select s.id, s.taken_on, s.finished_at from assessments.assessments s
      where s.person_id = any (array(select person_id from held)) and s.state = 'finished'),
    latest as (
      select distinct on (l.person_id, l.domain) l.person_id, l.domain, l.level
      from assessments.levels l join seen s on s.id = l.assessment_id
      order by l.person_id, l.domain, s.taken_on desc, s.finished_at desc, s.id desc)
    select t.domain, count(*) filter (where t.level = 3)::int as soon, count(*) filter (where t.level = 4)::int as now
    from held h join latest t on t.person_id = h.person_id
    where t.level >= 3 group by t.domain order by now desc, soon desc, t.domain`.execute(ctx.tx)
  ctx.trail.counted('domains', found.rows.length)
  return { of, rows: found.rows }
}
