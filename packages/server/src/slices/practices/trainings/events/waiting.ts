/** What waits for the reader: for "what needs me". Counts and titles of trainings, no names. */
import type { MultiText } from '@kerege/contract/common'
import type { Waiting } from '@kerege/contract/practices/trainings/events/schema'
import { sql } from 'kysely'
import type { Context } from '../../../../platform/context.ts'
import { today } from '../../../../platform/localDay.ts'

interface Found {
  kind: Waiting['rows'][number]['kind']
  id: string
  title: MultiText
  count: number
  since: string
}

/** The policies decide what is counted; the conditions here, what waits for whom. */
export async function waiting(ctx: Context): Promise<Waiting> {
  const me = ctx.actor.account
  const [day, now] = [today(ctx), ctx.now.toISOString()]
  const { rows } = await sql<Found>`
    with coming as (
      select e.*, (select min(s.starts_at) from practices.training_sessions s where s.event_id = e.id) as first,
        (select max(s.ends_at) from practices.training_sessions s where s.event_id = e.id) as last
      from practices.training_events e where e.state = 'open'
    ), mine as (
      select r.id, r.event_id from practices.training_registrations r where r.account_id = ${me}::uuid and r.state = 'confirmed'
    ), asked as (
      select exists (select 1 from practices.training_questions q where q.event_id = c.id) as any, c.id from coming c
    )
    select 'nominate' as kind, c.id, c.title, count(*)::int as count, min(r.asked_at) as since
      from coming c join practices.training_registrations r on r.event_id = c.id
      where r.state = 'asked' and c.from_day > ${day}::date and r.account_id <> ${me}::uuid
        and (practices.speaks_for(r.country) or (r.country is null and practices.runs_training(c.id)))
      group by c.id, c.title
    union all
    select 'confirm', c.id, c.title, count(*)::int, min(r.nominated_at)
      from coming c join practices.training_registrations r on r.event_id = c.id
      where r.state = 'nominated' and c.from_day > ${day}::date and c.agency_id = (select access.actor_agency())
        and practices.runs_training(c.id)
      group by c.id, c.title
    union all
    select 'before', c.id, c.title, 1, c.created_at from coming c join mine m on m.event_id = c.id join asked a on a.id = c.id
      where a.any and c.first > ${now}::timestamptz
        and not exists (select 1 from practices.training_answered d where d.registration_id = m.id and d.phase = 'before')
    union all
    select 'after', c.id, c.title, 1, c.last from coming c join mine m on m.event_id = c.id join asked a on a.id = c.id
      where a.any and c.last <= ${now}::timestamptz and c.last > ${now}::timestamptz - interval '14 days'
        and not exists (select 1 from practices.training_answered d where d.registration_id = m.id and d.phase = 'after')
    union all
    select 'follow-up', c.id, c.title, 1, c.follow_up_at from coming c join mine m on m.event_id = c.id
      where c.follow_up_at > ${now}::timestamptz - interval '30 days'
        and exists (select 1 from practices.training_attendance t where t.registration_id = m.id and t.present)
        and not exists (select 1 from practices.training_follow_ups f where f.registration_id = m.id)
    union all
    select 'deployment', coalesce(r.id, d.id), d.title, 1, d.updated_at
      from practices.deployments d left join practices.roster r on r.account_id = d.account_id
      where (d.state = 'asked' and d.account_id = ${me}::uuid)
        or (d.state = 'offered' and d.account_id <> ${me}::uuid and practices.speaks_for(d.country))
    union all
    select 'roster', r.id, g.name, 1, r.updated_at
      from practices.roster r join access.agencies g on g.id = r.agency_id
      where r.confirmed_at is null and r.account_id <> ${me}::uuid and practices.speaks_for(g.country)
    order by 5, 2 limit 50`.execute(ctx.tx)
  return { rows: rows.map(row => ({ ...row, since: new Date(row.since).toISOString() })) }
}
