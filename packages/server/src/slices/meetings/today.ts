/** What waits for somebody at meetings. Every row is one that they may open, except of whom an invitation is. */
import type { MeetingsToday } from '@kerege/contract/meetings/today'
import { addDays } from '@kerege/contract/tasks/rules'
import { sql } from 'kysely'
import type { Context } from '../../platform/context.ts'
import { today } from '../../platform/localDay.ts'
import { between } from './conferences/reading.ts'
import { dayOf } from './times.ts'

/** So long after the day one is still reminded to write a record. */
const longestBack = 30

export async function meetingsToday(ctx: Context): Promise<MeetingsToday> {
  const day = today(ctx)
  const rows = await between(ctx, { from: addDays(day, -longestBack), to: addDays(day, 1) })
  const now = ctx.now.toISOString()
  const planned = rows.filter(one => one.state === 'planned')
  return {
    ahead: planned.filter(one => one.startsAt > now || one.day === day),
    toRecord: planned.filter(
      one =>
        one.startsAt <= now && one.by.id === ctx.actor.account && one.caseId !== undefined && one.day < day,
    ),
    opinions: ctx.actor.verbs.includes('interests.read') ? await opinionsOf(ctx) : [],
    back: ctx.actor.verbs.includes('interests.write') ? await backOf(ctx) : [],
  }
}

/** Panels on which I sit, that have not decided, and that have not heard me. */
async function opinionsOf(ctx: Context): Promise<MeetingsToday['opinions']> {
  const rows = await ctx.tx
    .selectFrom('meetings.members as m')
    .innerJoin('meetings.panels as p', 'p.id', 'm.panel_id')
    .innerJoin('meetings.interests as i', 'i.id', 'p.interest_id')
    .select(['i.id', 'i.question', 'p.called_at', 'p.id as panel_id'])
    .select(dayOf(ctx, 'p.sits_at').as('day'))
    .where('m.account_id', '=', ctx.actor.account)
    .where('m.said_at', 'is', null)
    .where('p.state', '=', 'called')
    .orderBy('p.sits_at')
    .limit(50)
    .execute()
  ctx.trail.shown(rows.flatMap(row => [row.id, row.panel_id]))
  return rows.map(row => ({
    id: row.id,
    question: row.question as MeetingsToday['opinions'][number]['question'], // a constraint of the table
    day: row.day,
    since: row.called_at,
  }))
}

async function backOf(ctx: Context): Promise<MeetingsToday['back']> {
  const rows = await ctx.tx
    .selectFrom('meetings.interests as i')
    .innerJoin('people.persons as p', 'p.id', 'i.person_id')
    .innerJoinLateral(
      eb =>
        eb
          .selectFrom('meetings.interest_steps as s')
          .select(['s.from_state', 's.reason', 's.at', 's.actor_id'])
          .whereRef('s.interest_id', '=', 'i.id')
          .orderBy('s.number', 'desc')
          .limit(1)
          .as('l'),
      join => join.onTrue(),
    )
    .select(['i.id', 'i.question', 'p.label', 'l.reason', 'l.at', 'i.person_id'])
    .where('i.written_by', '=', ctx.actor.account)
    .where('i.state', '=', 'draft')
    .where('l.from_state', '=', 'review')
    .where(sql<boolean>`l.actor_id <> ${ctx.actor.account}::uuid`)
    .orderBy('l.at')
    .limit(50)
    .execute()
  ctx.trail.shown(rows.flatMap(row => [row.id, row.person_id]))
  return rows.map(row => ({
    id: row.id,
    person: row.label,
    question: row.question as MeetingsToday['back'][number]['question'], // a constraint of the table
    reason: row.reason ?? '',
    at: row.at,
  }))
}
