/** Appointments in SQL. Policies filter underneath: each has the readers of its section. */
import type { Appointment } from '@kerege/contract/casework/appointments'
import type { NoteSection } from '@kerege/contract/casework/notes'
import { DomainError, notFound } from '@kerege/contract/errors'
import { type RawBuilder, sql } from 'kysely'
import type { Context } from '../../../platform/context.ts'

const selected = (ctx: Context) => {
  const zone = ctx.node.info.timeZone
  return ctx.tx
    .selectFrom('casework.appointments as a')
    .innerJoin('people.persons as p', 'p.id', 'a.person_id')
    .innerJoin('access.accounts as w', 'w.id', 'a.account_id')
    .selectAll('a')
    .select(['p.label as person', 'w.name as by'])
    .select(sql<string>`to_char(a.starts_at at time zone ${zone}, 'YYYY-MM-DD')`.as('day'))
    .select(sql<string>`to_char(a.starts_at at time zone ${zone}, 'HH24:MI')`.as('time'))
    .select(
      sql<number>`case when a.series_id is null then 0 else (select count(*)::int from casework.appointments o
        where o.series_id = a.series_id and o.state = 'planned' and o.starts_at > a.starts_at) end`.as(
        'following',
      ),
    )
}
export type Found = Awaited<ReturnType<ReturnType<typeof selected>['execute']>>[number]

/** The moment of a day and a clock time where the node stands. */
export const momentOf = (ctx: Context, day: string, time = '00:00'): RawBuilder<string> =>
  sql<string>`((${day}::date + ${time}::time) at time zone ${ctx.node.info.timeZone})`

/** @param days both included */
export async function between(
  ctx: Context,
  of: 'mine' | 'team',
  days: { from: string; to: string },
): Promise<Found[]> {
  let query = selected(ctx)
    .where(sql<boolean>`a.starts_at >= ${momentOf(ctx, days.from)}`)
    .where(
      sql<boolean>`a.starts_at < ((${days.to}::date + 1)::timestamp at time zone ${ctx.node.info.timeZone})`,
    )
  query =
    of === 'mine'
      ? query.where('a.account_id', '=', ctx.actor.account)
      : query.where(
          sql<boolean>`a.account_id in (select h.account_id from access.hats h
            where h.team_id = ${ctx.actor.team}::uuid and h.ended_at is null)`,
        )
  return query.orderBy('a.starts_at').orderBy('a.id').limit(500).execute()
}

export const ahead = (ctx: Context, personId: string, today: string): Promise<Found[]> =>
  selected(ctx)
    .where('a.person_id', '=', personId)
    .where(sql<boolean>`(a.starts_at >= ${momentOf(ctx, today)} or a.state = 'planned')`)
    .orderBy('a.starts_at')
    .orderBy('a.id')
    .limit(50)
    .execute()

/** @throws DomainError `not-found`, for what is not open and for what is not there alike */
export async function get(ctx: Context, id: string): Promise<Found> {
  const row = await selected(ctx).where('a.id', '=', id).executeTakeFirst()
  if (!row) throw notFound()
  return row
}

/** Locks one of one's own that is planned. @throws DomainError `not-yours`, `appointment-ended`, `stale-version` */
export async function lock(ctx: Context, id: string, seen: number | null): Promise<Found> {
  const found = await get(ctx, id)
  if (found.account_id !== ctx.actor.account) throw new DomainError('forbidden', 'not-yours')
  await sql`select 1 from casework.appointments where id = ${id}::uuid for update`.execute(ctx.tx)
  const row = await get(ctx, id)
  if (seen !== null && row.version !== seen) {
    throw new DomainError('conflict', 'stale-version', { version: row.version })
  }
  if (row.state !== 'planned') throw new DomainError('conflict', 'appointment-ended', { state: row.state })
  return row
}

export const toAppointment = (ctx: Context, row: Found): Appointment => ({
  id: row.id,
  version: row.version,
  personId: row.person_id,
  person: row.person,
  ...(row.case_id ? { caseId: row.case_id } : {}),
  // Constraints of the table.
  compartment: row.compartment as NoteSection,
  kind: row.kind as Appointment['kind'],
  by: { id: row.account_id, name: row.by },
  ...(row.with_whom === null ? {} : { withWhom: row.with_whom }),
  ...(row.place === null ? {} : { place: row.place }),
  startsAt: row.starts_at,
  day: row.day,
  time: row.time,
  minutes: row.minutes,
  remind: row.remind as Appointment['remind'],
  state: row.state as Appointment['state'],
  ...(row.why === null ? {} : { why: row.why }),
  following: row.following,
  mayChange:
    row.account_id === ctx.actor.account &&
    row.state === 'planned' &&
    ctx.actor.verbs.includes('casework.write'),
})
