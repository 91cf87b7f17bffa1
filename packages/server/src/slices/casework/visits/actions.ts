/** Making an appointment, another time for it, and how it ended. One's own: a colleague's day is theirs to fill. */
import {
  type Appointment,
  type AppointmentFilter,
  type AppointmentList,
  type ChangeAppointment,
  daysOf,
  type EndAppointment,
  type MakeAppointment,
} from '@kerege/contract/casework/appointments'
import { noteSections } from '@kerege/contract/casework/notes'
import { invalid, notFound } from '@kerege/contract/errors'
import { addDays } from '@kerege/contract/tasks/rules'
import { sql } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import { newId } from '../../../platform/ids.ts'
import { today } from '../../../platform/localDay.ts'
import { caseOf, standing } from '../standing.ts'
import * as store from './store.ts'

/** The most days of one answer. */
const mostDays = 62

export async function list(ctx: Context, { of, from, to }: AppointmentFilter): Promise<AppointmentList> {
  const first = from ?? today(ctx)
  const last = to ?? addDays(first, 6)
  if (last < first || last > addDays(first, mostDays)) {
    throw invalid([{ pointer: '/to', code: 'period-reversed' }])
  }
  const rows = await store.between(ctx, of, { from: first, to: last })
  ctx.trail.shown(rows.flatMap(row => [row.id, row.person_id]))
  return { from: first, to: last, rows: rows.map(row => store.toAppointment(ctx, row)) }
}

export async function ofPerson(ctx: Context, personId: string) {
  const { writable } = await standing(ctx, personId)
  const rows = await store.ahead(ctx, personId, today(ctx))
  ctx.trail.shown([personId, ...rows.map(row => row.id)])
  return {
    rows: rows.map(row => store.toAppointment(ctx, row)),
    mayMake: noteSections.some(one => writable.includes(one)),
  }
}

export async function whole(ctx: Context, id: string): Promise<Appointment> {
  const row = await store.get(ctx, id)
  ctx.trail.shown([id, row.person_id])
  return store.toAppointment(ctx, row)
}

/** A command that is sent again makes nothing new: the id was made by the device. */
export async function make(ctx: Context, personId: string, draft: MakeAppointment): Promise<void> {
  await requireSection(ctx, personId, draft)
  const known = await ctx.tx
    .selectFrom('casework.appointments')
    .select(['person_id', 'account_id'])
    .where('id', '=', draft.id)
    .executeTakeFirst()
  if (known) {
    if (known.person_id !== personId || known.account_id !== ctx.actor.account) throw notFound()
    return
  }
  // Each of a row stands by itself: it is moved, ended and reminded of like any other.
  const days = daysOf(draft.day, draft.repeat)
  const series = days.length > 1 ? draft.id : null
  for (const [at, day] of days.entries()) {
    const id = at === 0 ? draft.id : newId(ctx.now.getTime())
    const made = await ctx.tx
      .insertInto('casework.appointments')
      .values({
        id,
        person_id: personId,
        case_id: caseOf(personId),
        account_id: ctx.actor.account,
        ...columns(ctx, { ...draft, day }),
        series_id: series,
        state: 'planned',
        made_at: ctx.now,
        updated_at: ctx.now,
      })
      // Somebody else's with this id: the answer is the one for what cannot be seen.
      .onConflict(conflict => conflict.column('id').doNothing())
      .executeTakeFirst()
    if (!made.numInsertedOrUpdatedRows) throw notFound()
    leave(ctx, id, personId, 'state')
  }
}

/** @throws DomainError `not-yours`, `appointment-ended`, `stale-version` */
export async function change(ctx: Context, id: string, draft: ChangeAppointment): Promise<void> {
  const row = await store.lock(ctx, id, ctx.basedOn)
  await requireSection(ctx, row.person_id, draft)
  const moved = draft.day !== row.day || draft.time !== row.time || draft.remind !== row.remind
  await ctx.tx
    .updateTable('casework.appointments')
    .set({
      ...columns(ctx, draft),
      // Of another time one is reminded anew.
      ...(moved ? { reminded_at: null } : {}),
      version: row.version + 1,
      updated_at: ctx.now,
    })
    .where('id', '=', id)
    .execute()
  leave(ctx, id, row.person_id, 'time')
}

/** @throws DomainError `not-yours`, `appointment-ended`, `stale-version` */
export async function end(
  ctx: Context,
  id: string,
  { state, seen, why, rest }: EndAppointment,
): Promise<void> {
  const row = await store.lock(ctx, id, seen)
  // What lies ahead can be called off, and has not taken place.
  if (state !== 'called-off' && row.starts_at > ctx.now.toISOString()) {
    throw invalid([{ pointer: '/state', code: 'day-ahead' }])
  }
  await ctx.tx
    .updateTable('casework.appointments')
    .set({ state, why: why ?? null, version: row.version + 1, updated_at: ctx.now })
    .where('id', '=', id)
    .execute()
  leave(ctx, id, row.person_id, 'state')
  if (!rest || row.series_id === null) return
  const others = await ctx.tx
    .updateTable('casework.appointments')
    .set({
      state,
      why: why ?? null,
      version: sql`version + 1`,
      updated_at: ctx.now,
    })
    .where('series_id', '=', row.series_id)
    .where('account_id', '=', ctx.actor.account)
    .where('state', '=', 'planned')
    .where('starts_at', '>', row.starts_at)
    .returning('id')
    .execute()
  for (const other of others) leave(ctx, other.id, row.person_id, 'state')
}

const columns = (ctx: Context, draft: ChangeAppointment) => ({
  compartment: draft.compartment,
  kind: draft.kind,
  with_whom: draft.withWhom ?? null,
  place: draft.place ?? null,
  starts_at: store.momentOf(ctx, draft.day, draft.time),
  minutes: draft.minutes,
  remind: draft.remind,
})

async function requireSection(ctx: Context, personId: string, draft: ChangeAppointment): Promise<void> {
  const { writable } = await standing(ctx, personId)
  if (!writable.includes(draft.compartment)) throw invalid([{ pointer: '/compartment', code: 'not-found' }])
  if (draft.day < today(ctx)) throw invalid([{ pointer: '/day', code: 'in-the-past' }])
}

function leave(ctx: Context, id: string, personId: string, field: string): void {
  ctx.trail.touched(id, [field])
  ctx.trail.touched(personId)
}
