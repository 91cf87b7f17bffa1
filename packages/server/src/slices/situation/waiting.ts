/** What waits in the lives of many, in SQL. Policies filter underneath; a child without any record is found by the section that is open. */
import type { Page } from '@kerege/contract/common'
import { addMonths } from '@kerege/contract/tasks/rules'
import {
  schoolYears,
  type WaitingFilter,
  type WaitingKind,
  type WaitingRow,
} from '@kerege/contract/situation/waiting'
import { sql } from 'kysely'
import type { Context } from '../../platform/context.ts'
import { openCursor, pageOf } from '../../platform/cursor.ts'
import { today as dayOf } from '../../platform/localDay.ts'

interface Found {
  id: string
  what: WaitingKind
  person_id: string
  person: string
  day: string | null
  words: string | null
  worker_id: string | null
  worker: string | null
  place: string
}
type Filter = Omit<WaitingFilter, 'limit' | 'cursor'>

/** Those with whom the actor works, or all of the team. */
const whose = (ctx: Context, { of }: Filter) =>
  of === 'mine'
    ? sql`(c.worker_id = ${ctx.actor.account}::uuid or exists (select 1 from access.grants g
        where g.account_id = ${ctx.actor.account}::uuid and g.subject_id = p.id
          and g.valid_from <= now() and (g.valid_to is null or g.valid_to > now())))`
    : sql`p.team_id = ${ctx.actor.team}::uuid`

/** Days first, the nearest on top; then children who wait, in the order of the register. */
function rowsOf(ctx: Context, filter: Filter) {
  const today = dayOf(ctx)
  const born = (years: number) => addMonths(today, -12 * years)
  const all = sql<Found>`(
    select w.id, w.what, p.id as person_id, p.label as person, w.day, w.words, c.worker_id, a.name as worker,
      coalesce(w.day::text, '9999') || ' ' || p.sort_key || ' ' || w.what || ' ' || w.id as place
    from people.persons p
    left join cases.cases c on c.person_id = p.id and c.state not in ('ended', 'transferred', 'merged')
    left join access.accounts a on a.id = c.worker_id
    cross join lateral (
      select p.id, 'no-school' as what, null::date as day, null::text as words
      where p.birth_to <= ${born(schoolYears.from)}::date and p.birth_from > ${born(schoolYears.until)}::date
        and access.covers('read', 'education', p.id)
        and not exists (select 1 from situation.entries e where e.person_id = p.id and e.kind = 'schooling' and e.state = 'open')
      union all
      select e.id, 'no-placement', null, e.content ->> 'school' from situation.entries e
      where e.person_id = p.id and e.kind = 'schooling' and e.state = 'open' and e.content ->> 'placedOn' is null
      union all
      select e.id, 'hearing', e.ahead_on, e.content ->> 'place' from situation.entries e
      where e.person_id = p.id and e.kind = 'hearing' and e.state = 'open' and e.ahead_on >= ${today}::date
      union all
      select e.id, 'deadline', e.deadline_on, e.content ->> 'toHandIn' from situation.entries e
      where e.person_id = p.id and e.kind = 'hearing' and e.state = 'open' and e.deadline_on >= ${today}::date
    ) w
    where p.merged_into is null and ${whose(ctx, filter)}
  )`.as('x')
  const query = ctx.tx.selectFrom(all)
  return filter.what ? query.where('x.what', '=', filter.what) : query
}

export const sorted = (ctx: Context, filter: Filter) => rowsOf(ctx, filter).selectAll('x').orderBy('x.place')

export async function list(ctx: Context, filter: WaitingFilter): Promise<Page<WaitingRow>> {
  const { cursors } = ctx.node.keys
  const after = openCursor(cursors, 'situation', filter.cursor)
  let query = sorted(ctx, filter)
  if (after) query = query.where('x.place', '>', String(after[0]))
  const found = await query.limit(filter.limit + 1).execute()
  const { shown, next } = pageOf(cursors, 'situation', { found, limit: filter.limit }, last => [
    last.place,
    last.id,
  ])
  ctx.trail.shown(shown.flatMap(row => [row.id, row.person_id]))
  return { rows: shown.map(toRow), ...next }
}

export async function count(ctx: Context, filter: Filter): Promise<number> {
  const query = rowsOf(ctx, filter).select(eb => eb.fn.countAll<number>().as('total'))
  return (await query.executeTakeFirstOrThrow()).total
}

export const toRow = (row: Found): WaitingRow => ({
  id: row.id,
  what: row.what,
  personId: row.person_id,
  person: row.person,
  ...(row.day ? { day: row.day } : {}),
  ...(row.words ? { words: row.words } : {}),
  ...(row.worker_id && row.worker ? { worker: { id: row.worker_id, name: row.worker } } : {}),
})
