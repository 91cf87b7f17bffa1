/** What stands of one person, one record with its history, and the days that lie ahead of many. */
import type { Compartment } from '@kerege/contract/access/compartments'
import { invalid } from '@kerege/contract/errors'
import { situationSections } from '@kerege/contract/situation/kinds'
import type { DayAhead, DaysAhead, Entry, EntryVersion, Situation } from '@kerege/contract/situation/schema'
import { addDays } from '@kerege/contract/tasks/rules'
import { sql } from 'kysely'
import type { Context } from '../../platform/context.ts'
import { standing } from '../casework/index.ts'
import * as store from './store.ts'

/** The most days of one answer. */
const mostDays = 62

export async function ofPerson(ctx: Context, personId: string): Promise<Situation> {
  const { readable, writable } = await standing(ctx, personId)
  const rows = await store.ofPerson(ctx, personId)
  ctx.trail.shown([personId, ...rows.map(row => row.id)])
  const kept = (list: readonly Compartment[]) => situationSections.filter(one => list.includes(one))
  return {
    rows: rows.map(row => store.toEntry(row, writable)),
    readable: kept(readable),
    writable: kept(writable),
  }
}

export async function whole(ctx: Context, id: string): Promise<Entry> {
  const row = await store.get(ctx, id)
  const { writable } = await standing(ctx, row.person_id)
  ctx.trail.shown([id, row.person_id])
  return store.toEntry(row, writable)
}

export async function history(ctx: Context, id: string): Promise<{ rows: EntryVersion[] }> {
  const row = await store.get(ctx, id)
  await standing(ctx, row.person_id)
  ctx.trail.shown([id, row.person_id])
  return { rows: await store.versionsOf(ctx, id) }
}

/** Of those whose work is mine, or of my team's families; by the policies of each section. */
export async function days(ctx: Context, { of, from, to }: DaysAhead): Promise<{ rows: DayAhead[] }> {
  if (to < from || to > addDays(from, mostDays)) throw invalid([{ pointer: '/to', code: 'period-reversed' }])
  const whose =
    of === 'mine'
      ? sql`(c.worker_id = ${ctx.actor.account}::uuid or exists (select 1 from access.grants g
          where g.account_id = ${ctx.actor.account}::uuid and g.subject_id = e.person_id
            and g.valid_from <= now() and (g.valid_to is null or g.valid_to > now())))`
      : sql`exists (select 1 from access.subjects s where s.id = e.person_id and s.team_id = ${ctx.actor.team}::uuid)`
  const found = await sql<{
    id: string
    person_id: string
    person: string
    case_id: string | null
    what: DayAhead['what']
    day: string
    time: string | null
    place: string | null
  }>`
    select e.id, e.person_id, p.label as person, c.id as case_id, d.what, d.day::text as day,
      case d.what when 'hearing' then e.content ->> 'time' end as time,
      case d.what when 'hearing' then e.content ->> 'place' when 'deadline' then e.content ->> 'toHandIn' end as place
    from situation.entries e
    join people.persons p on p.id = e.person_id
    left join cases.cases c on c.person_id = e.person_id and c.state not in ('ended', 'transferred', 'merged')
    cross join lateral (values
      (case e.kind when 'detention' then 'release' else e.kind end, e.ahead_on), ('deadline', e.deadline_on)) d (what, day)
    where e.state = 'open' and (e.ahead_on between ${from}::date and ${to}::date or e.deadline_on between ${from}::date and ${to}::date)
      and d.day between ${from}::date and ${to}::date and ${whose}
    order by d.day, e.content ->> 'time' nulls last, e.id limit 300`.execute(ctx.tx)
  ctx.trail.shown(found.rows.flatMap(row => [row.id, row.person_id]))
  return {
    rows: found.rows.map(row => ({
      entryId: row.id,
      personId: row.person_id,
      person: row.person,
      ...(row.case_id ? { caseId: row.case_id } : {}),
      what: row.what,
      day: row.day,
      ...(row.time ? { time: row.time } : {}),
      ...(row.place ? { place: row.place } : {}),
    })),
  }
}
