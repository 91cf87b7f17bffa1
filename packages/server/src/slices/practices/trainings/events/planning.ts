/** Planning a training: what, where, how many places, its programme; opening it and calling it off. */
import { DomainError, invalid } from '@kerege/contract/errors'
import type { Zone } from '@kerege/contract/practices/trainings/common'
import type * as routes from '@kerege/contract/practices/trainings/events/routes'
import type { Event } from '@kerege/contract/practices/trainings/events/schema'
import type { Parsed } from '@kerege/contract/route'
import { sql } from 'kysely'
import type { Context } from '../../../../platform/context.ts'
import { emitToAll } from '../../../../platform/outbox.ts'
import { requireVersion } from '../../version.ts'
import { fillPlaces } from './places.ts'
import { type FoundEvent, get, runs, sessionsOf, standingOf } from './store.ts'
import { momentAt } from './times.ts'
import { whole } from './whole.ts'

type Body = Parsed<typeof routes.changeEvent>['body']

const columns = (body: Body) => ({
  kind: body.kind,
  title: JSON.stringify(body.title),
  words: body.words ? JSON.stringify(body.words) : null,
  domains: body.domains,
  professions: body.professions,
  languages: body.languages,
  country: body.country,
  city: body.city,
  zone: body.zone,
  from_day: body.from,
  until_day: body.until,
  register_until: body.registerUntil,
  places: body.places,
  quotas: JSON.stringify(Object.fromEntries(body.quotas.map(one => [one.country, one.places]))),
  curriculum_id: body.curriculumId ?? null,
  wish_id: body.wishId ?? null,
  course_url: body.courseUrl ?? null,
  share: body.share,
})

async function requireLinks(ctx: Context, { curriculumId, wishId }: Body) {
  if (curriculumId) {
    const found = await ctx.tx
      .selectFrom('practices.curricula')
      .select('id')
      .where('id', '=', curriculumId)
      .executeTakeFirst()
    if (!found) throw invalid([{ pointer: '/curriculumId', code: 'not-found' }])
  }
  if (wishId) {
    const found = await ctx.tx
      .selectFrom('practices.training_wishes')
      .select('id')
      .where('id', '=', wishId)
      .executeTakeFirst()
    if (!found) throw invalid([{ pointer: '/wishId', code: 'not-found' }])
  }
}

async function writeRoom(ctx: Context, id: string, { room }: Body) {
  const given = { venue: room.venue ?? null, url: room.url ?? null }
  await ctx.tx
    .insertInto('practices.training_rooms')
    .values({ event_id: id, ...given })
    .onConflict(conflict => conflict.column('event_id').doUpdateSet(given))
    .execute()
}

export async function plan(ctx: Context, body: Parsed<typeof routes.planEvent>['body']): Promise<Event> {
  await requireLinks(ctx, body)
  const made = await ctx.tx
    .insertInto('practices.training_events')
    .values({
      id: body.id,
      agency_id: ctx.actor.agency,
      account_id: ctx.actor.account,
      ...columns(body),
      state: 'planned',
      created_at: ctx.now,
      updated_at: ctx.now,
    })
    .onConflict(conflict => conflict.column('id').doNothing())
    .executeTakeFirst()
  if (made.numInsertedOrUpdatedRows) await writeRoom(ctx, body.id, body)
  ctx.trail.touched(body.id)
  return whole(ctx, body.id)
}

/** The training under its lock, for whoever runs it. @throws DomainError `not-yours` */
export async function lockMine(ctx: Context, id: string): Promise<FoundEvent> {
  const seen = await get(ctx, id)
  if (!runs(ctx, seen)) throw new DomainError('forbidden', 'not-yours')
  await sql`select 1 from practices.training_events where id = ${id}::uuid for update`.execute(ctx.tx)
  return get(ctx, id)
}

/** @throws DomainError `training-over` for what was held or called off */
async function lockComing(ctx: Context, id: string): Promise<FoundEvent> {
  const row = await lockMine(ctx, id)
  const standing = standingOf(ctx, row)
  if (standing === 'held' || standing === 'called-off') {
    throw new DomainError('conflict', 'training-over', { standing })
  }
  requireVersion(ctx, row.version)
  return row
}

async function tellComing(ctx: Context, eventId: string) {
  const rows = await ctx.tx
    .selectFrom('practices.training_registrations')
    .select('account_id')
    .where('event_id', '=', eventId)
    .where('state', 'in', ['nominated', 'confirmed', 'waiting'])
    .execute()
  const others = rows.map(row => row.account_id).filter(id => id !== ctx.actor.account)
  await emitToAll(ctx.tx, 'training.moved', others, { eventId })
}

/** @throws DomainError `invalid` where fewer places are left than are held already */
export async function change(ctx: Context, id: string, body: Body): Promise<Event> {
  const row = await lockComing(ctx, id)
  await requireLinks(ctx, body)
  if (body.places < row.held) {
    throw invalid([{ pointer: '/places', code: 'too-small', params: { minimum: row.held } }])
  }
  await ctx.tx
    .updateTable('practices.training_events')
    .set({ ...columns(body), version: row.version + 1, updated_at: ctx.now })
    .where('id', '=', id)
    .execute()
  await writeRoom(ctx, id, body)
  await tellComing(ctx, id)
  // There may be more places now.
  await fillPlaces(ctx, id)
  ctx.trail.touched(id, ['training'])
  return whole(ctx, id)
}

/** @throws DomainError `programme-missing` for a registration without a programme */
export async function move(
  ctx: Context,
  id: string,
  { to, reason }: Parsed<typeof routes.moveEvent>['body'],
): Promise<Event> {
  const row = await lockComing(ctx, id)
  if (row.state === to) return whole(ctx, id)
  if (to === 'open' && (await sessionsOf(ctx, id)).length === 0) {
    throw new DomainError('conflict', 'programme-missing')
  }
  await ctx.tx
    .updateTable('practices.training_events')
    .set({ state: to, reason: reason ?? null, version: row.version + 1, updated_at: ctx.now })
    .where('id', '=', id)
    .execute()
  if (to === 'called-off') await tellComing(ctx, id)
  ctx.trail.touched(id, ['state'])
  if (reason) ctx.trail.because(reason)
  return whole(ctx, id)
}

type Sessions = Parsed<typeof routes.writeProgramme>['body']['sessions']

async function requireTrainers(ctx: Context, sessions: Sessions) {
  const ids = [...new Set(sessions.flatMap(one => one.trainerIds))]
  if (ids.length === 0) return
  const rows = await ctx.tx
    .selectFrom('practices.roster')
    .select('id')
    .where('id', 'in', ids)
    .where('confirmed_at', 'is not', null)
    .where(sql<boolean>`'train' = any (gives)`)
    .execute()
  const known = new Set(rows.map(row => row.id))
  const faults = sessions.flatMap((one, at) =>
    one.trainerIds.every(id => known.has(id))
      ? []
      : [{ pointer: `/sessions/${at}/trainerIds`, code: 'not-a-trainer' }],
  )
  if (faults.length > 0) throw invalid(faults)
}

/** An id that names a session of another training was not made for this one. */
async function requireOwn(ctx: Context, eventId: string, sessions: Sessions) {
  if (sessions.length === 0) return
  const rows = await ctx.tx
    .selectFrom('practices.training_sessions')
    .select('id')
    .where(
      'id',
      'in',
      sessions.map(one => one.id),
    )
    .where('event_id', '<>', eventId)
    .execute()
  const at = sessions.findIndex(one => rows.some(row => row.id === one.id))
  if (at >= 0) throw invalid([{ pointer: `/sessions/${at}/id`, code: 'not-found' }])
  if (new Set(sessions.map(one => one.id)).size < sessions.length) {
    throw invalid([{ pointer: '/sessions', code: 'twice' }])
  }
}

/** @throws DomainError `session-attended` for taking away a session at which people were noted */
export async function writeProgramme(
  ctx: Context,
  id: string,
  { sessions }: Parsed<typeof routes.writeProgramme>['body'],
): Promise<Event> {
  const row = await lockComing(ctx, id)
  const outside = sessions.flatMap((one, at) =>
    one.day < row.from_day || one.day > row.until_day
      ? [{ pointer: `/sessions/${at}/day`, code: 'outside-the-days' }]
      : [],
  )
  if (outside.length > 0) throw invalid(outside)
  await requireTrainers(ctx, sessions)
  await requireOwn(ctx, id, sessions)
  const before = await sessionsOf(ctx, id)
  const kept = new Set(sessions.map(one => one.id))
  await dropSessions(
    ctx,
    before.filter(one => !kept.has(one.id)).map(one => one.id),
  )
  for (const one of sessions) await writeSession(ctx, row, one)
  await ctx.tx
    .updateTable('practices.training_events')
    .set({ version: row.version + 1, updated_at: ctx.now })
    .where('id', '=', id)
    .execute()
  if (row.state === 'open') await tellComing(ctx, id)
  ctx.trail.touched(id, ['programme'])
  return whole(ctx, id)
}

async function dropSessions(ctx: Context, ids: readonly string[]) {
  if (ids.length === 0) return
  const noted = await ctx.tx
    .selectFrom('practices.training_attendance')
    .select('session_id')
    .where('session_id', 'in', [...ids])
    .limit(1)
    .executeTakeFirst()
  if (noted) throw new DomainError('conflict', 'session-attended')
  await ctx.tx
    .deleteFrom('practices.training_sessions')
    .where('id', 'in', [...ids])
    .execute()
}

async function writeSession(ctx: Context, event: FoundEvent, one: Sessions[number]) {
  const zone = event.zone as Zone
  const values = {
    title: JSON.stringify(one.title),
    starts_at: momentAt({ day: one.day, time: one.from }, zone),
    ends_at: momentAt({ day: one.day, time: one.until }, zone),
  }
  await ctx.tx
    .insertInto('practices.training_sessions')
    .values({ id: one.id, event_id: event.id, ...values })
    .onConflict(conflict => conflict.column('id').doUpdateSet(values))
    .execute()
  await ctx.tx.deleteFrom('practices.training_trainers').where('session_id', '=', one.id).execute()
  if (one.trainerIds.length === 0) return
  await ctx.tx
    .insertInto('practices.training_trainers')
    .values([...new Set(one.trainerIds)].map(entryId => ({ session_id: one.id, entry_id: entryId })))
    .execute()
}
