/** Conferences in SQL. Policies filter underneath: each has the readers of its section. */
import type { RoleName } from '@kerege/contract/access/roles'
import type { NoteSection } from '@kerege/contract/casework/notes'
import type { MultiText } from '@kerege/contract/common'
import { DomainError, notFound } from '@kerege/contract/errors'
import type { Conference, ConferenceRow, Done, Participant } from '@kerege/contract/meetings/conferences'
import type { TaskState } from '@kerege/contract/tasks/rules'
import { sql } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import { dayOf, timeOf } from '../times.ts'

const selected = (ctx: Context) =>
  ctx.tx
    .selectFrom('meetings.conferences as c')
    .innerJoin('people.persons as p', 'p.id', 'c.person_id')
    .innerJoin('access.accounts as a', 'a.id', 'c.called_by')
    .leftJoin('access.accounts as r', 'r.id', 'c.recorded_by')
    .selectAll('c')
    .select(['p.label as person', 'a.name as caller', 'r.name as recorder'])
    .select([dayOf(ctx, 'c.starts_at').as('day'), timeOf(ctx, 'c.starts_at').as('time')])
export type Found = Awaited<ReturnType<ReturnType<typeof selected>['execute']>>[number]

/** @throws DomainError `not-found`, for what is not open and for what is not there alike */
export async function get(ctx: Context, id: string): Promise<Found> {
  const row = await selected(ctx).where('c.id', '=', id).executeTakeFirst()
  if (!row) throw notFound()
  return row
}

/** Locks one that lies ahead. @throws DomainError `conference-over`, `stale-version` */
export async function lock(ctx: Context, id: string, seen: number | null): Promise<Found> {
  await get(ctx, id)
  await sql`select pg_advisory_xact_lock(hashtextextended(${id}, 72))`.execute(ctx.tx)
  const row = await get(ctx, id)
  if (seen !== null && row.version !== seen) {
    throw new DomainError('conflict', 'stale-version', { version: row.version })
  }
  if (row.state !== 'planned') throw new DomainError('conflict', 'conference-over', { state: row.state })
  return row
}

export const ofCase = (ctx: Context, caseId: string) =>
  selected(ctx)
    .select([
      sql<number>`(select count(*)::int from meetings.decisions d where d.conference_id = c.id)`.as(
        'decided',
      ),
      sql<number>`(select count(*)::int from meetings.participants x
        where x.conference_id = c.id and x.stand = 'dissents')`.as('dissents'),
    ])
    .where('c.case_id', '=', caseId)
    .orderBy('c.starts_at', 'desc')
    .limit(100)
    .execute()

const head = (row: Found) => ({
  id: row.id,
  version: row.version,
  // Constraints of the table.
  compartment: row.compartment as NoteSection,
  state: row.state as ConferenceRow['state'],
  startsAt: row.starts_at,
  day: row.day,
  time: row.time,
  minutes: row.minutes,
  way: row.way as ConferenceRow['way'],
  ...(row.place === null ? {} : { place: row.place }),
  purpose: row.purpose,
  by: { id: row.called_by, name: row.caller },
})
export const toRow = (row: Awaited<ReturnType<typeof ofCase>>[number]): ConferenceRow => ({
  ...head(row),
  decisions: row.decided,
  dissents: row.dissents,
})

const participantsOf = (ctx: Context, id: string) =>
  ctx.tx
    .selectFrom('meetings.participants as x')
    .leftJoin('access.accounts as a', 'a.id', 'x.account_id')
    .leftJoinLateral(
      eb =>
        eb
          .selectFrom('access.hats as h')
          .innerJoin('access.agencies as g', 'g.id', 'h.agency_id')
          .select(['h.role as post', 'g.name as at'])
          .whereRef('h.account_id', '=', 'x.account_id')
          .where('h.ended_at', 'is', null)
          .orderBy('h.created_at')
          .orderBy('h.id')
          .limit(1)
          .as('o'),
      join => join.onTrue(),
    )
    .select(['x.id', 'x.account_id', 'x.name', 'x.role', 'x.agency', 'x.came', 'x.stand', 'x.words'])
    .select(['a.name as account', 'o.post', 'o.at'])
    .where('x.conference_id', '=', id)
    .orderBy('x.ordinal')
    .execute()

type FoundParticipant = Awaited<ReturnType<typeof participantsOf>>[number]
const toParticipant = (row: FoundParticipant): Participant => ({
  id: row.id,
  kind: row.account_id === null ? 'outside' : 'colleague',
  ...(row.account_id && row.account !== null ? { account: { id: row.account_id, name: row.account } } : {}),
  ...(row.post === null ? {} : { post: row.post as RoleName }),
  ...(row.at === null ? {} : { at: row.at as MultiText }),
  ...(row.name === null ? {} : { name: row.name }),
  ...(row.role === null ? {} : { role: row.role }),
  ...(row.agency === null ? {} : { agency: row.agency }),
  ...(row.came === null ? {} : { came: row.came ? 'yes' : 'no' }),
  ...(row.stand === null ? {} : { stand: row.stand as NonNullable<Participant['stand']> }),
  ...(row.words === null ? {} : { words: row.words }),
})

async function decisionsOf(ctx: Context, id: string): Promise<Done[]> {
  const rows = await ctx.tx
    .selectFrom('meetings.decisions as d')
    .leftJoin('access.accounts as a', 'a.id', 'd.owner_id')
    .select(['d.id', 'd.words', 'd.owner_id', 'd.who', 'd.due', 'd.task_id', 'a.name as owner'])
    .where('d.conference_id', '=', id)
    .orderBy('d.ordinal')
    .execute()
  const tasks = await sql<{ task_id: string; state: TaskState }>`
    select task_id, state from meetings.decision_tasks(${[id]}::uuid[])`.execute(ctx.tx)
  return rows.map(row => toDone(row, tasks.rows))
}

export const toDone = (
  row: {
    id: string
    words: string
    owner_id: string | null
    owner: string | null
    who: string | null
    due: string | null
    task_id: string | null
  },
  tasks: readonly { task_id: string; state: TaskState }[],
): Done => {
  const task = tasks.find(one => one.task_id === row.task_id)
  return {
    id: row.id,
    words: row.words,
    ...(row.owner_id && row.owner !== null ? { owner: { id: row.owner_id, name: row.owner } } : {}),
    ...(row.who === null ? {} : { who: row.who }),
    ...(row.due === null ? {} : { due: row.due }),
    ...(row.task_id ? { taskId: row.task_id } : {}),
    ...(task ? { task: task.state } : {}),
  }
}

/** @param writes whether the actor writes in its section */
export async function toConference(ctx: Context, row: Found, writes: boolean): Promise<Conference> {
  const amendments = await ctx.tx
    .selectFrom('meetings.amendments as m')
    .innerJoin('access.accounts as a', 'a.id', 'm.actor_id')
    .select(['m.id', 'm.words', 'm.at', 'm.actor_id', 'a.name'])
    .where('m.conference_id', '=', row.id)
    .orderBy('m.at')
    .execute()
  return {
    ...head(row),
    caseId: row.case_id,
    personId: row.person_id,
    person: row.person,
    agenda: row.agenda,
    participants: (await participantsOf(ctx, row.id)).map(toParticipant),
    ...(row.family === null
      ? {}
      : {
          family: {
            part: row.family as NonNullable<Conference['family']>['part'],
            words: row.family_words ?? '',
          },
        }),
    ...(row.words === null ? {} : { words: row.words }),
    decisions: await decisionsOf(ctx, row.id),
    ...(row.next_on === null ? {} : { nextOn: row.next_on }),
    ...(row.recorded_by && row.recorded_at && row.recorder !== null
      ? { recorded: { by: { id: row.recorded_by, name: row.recorder }, at: row.recorded_at } }
      : {}),
    ...(row.why === null ? {} : { why: row.why }),
    amendments: amendments.map(one => ({
      id: one.id,
      words: one.words,
      by: { id: one.actor_id, name: one.name },
      at: one.at,
    })),
    mayChange: writes && row.state === 'planned',
    mayAmend: writes && row.state === 'held',
  }
}
