/** A participant asks, the focal point of their state nominates within its places, the organiser confirms. */
import { DomainError, invalid } from '@kerege/contract/errors'
import type * as routes from '@kerege/contract/practices/trainings/events/routes'
import {
  type RegistrationSide,
  type RegistrationState,
  registrationMayBecome,
} from '@kerege/contract/practices/trainings/events/rules'
import type { Event } from '@kerege/contract/practices/trainings/events/schema'
import type { Parsed } from '@kerege/contract/route'
import { sql } from 'kysely'
import type { Context } from '../../../../platform/context.ts'
import { emitToAll } from '../../../../platform/outbox.ts'
import { agencyNames } from '../../agencies.ts'
import { fillPlaces } from './places.ts'
import * as registrations from './registrations.ts'
import { get, standingOf } from './store.ts'
import { whole } from './whole.ts'

/** @throws DomainError `registration-closed`, `registered-already`, `invalid` for a language that is not spoken there */
export async function register(
  ctx: Context,
  id: string,
  body: Parsed<typeof routes.register>['body'],
): Promise<Event> {
  const event = await get(ctx, id)
  const standing = standingOf(ctx, event)
  if (standing !== 'open') throw new DomainError('conflict', 'registration-closed', { standing })
  if (!event.languages.includes(body.language))
    throw invalid([{ pointer: '/language', code: 'not-spoken-there' }])
  const country = (await agencyNames(ctx.tx)).get(ctx.actor.agency)?.country ?? null
  const asked = {
    agency_id: ctx.actor.agency,
    country,
    profession: body.profession,
    language: body.language,
    words: body.words,
    state: 'asked',
    asked_at: ctx.now,
  }
  const made = await ctx.tx
    .insertInto('practices.training_registrations')
    .values({ id: body.id, event_id: id, account_id: ctx.actor.account, ...asked })
    .onConflict(conflict => conflict.doNothing())
    .executeTakeFirst()
  if (!made.numInsertedOrUpdatedRows) await askAgain(ctx, id, body.id, asked)
  await tellFocal(ctx, id, country)
  ctx.trail.touched(id, ['registrations'])
  return whole(ctx, id)
}

/** Sent again it is there already; who withdrew or was declined may ask anew. */
async function askAgain(ctx: Context, eventId: string, id: string, asked: { state: string; asked_at: Date }) {
  const row = await ctx.tx
    .selectFrom('practices.training_registrations')
    .selectAll()
    .where('event_id', '=', eventId)
    .where('account_id', '=', ctx.actor.account)
    .forUpdate()
    .executeTakeFirst()
  if (row?.id === id && row.state === 'asked') return
  if (!row || !registrationMayBecome(row.state as RegistrationState, 'asked', ['participant'])) {
    throw new DomainError('conflict', 'registered-already')
  }
  await ctx.tx
    .updateTable('practices.training_registrations')
    .set({
      ...asked,
      reason: null,
      nominated_by: null,
      nominated_at: null,
      decided_by: null,
      decided_at: null,
      version: row.version + 1,
    })
    .where('id', '=', row.id)
    .execute()
}

async function tellFocal(ctx: Context, eventId: string, country: string | null) {
  const event = await get(ctx, eventId)
  const { rows } = await (country === null
    ? sql<{ id: string }>`select practices.running_accounts(${event.agency_id}::uuid) as id`
    : sql<{ id: string }>`select practices.focal_accounts(${country}) as id`
  ).execute(ctx.tx)
  const others = rows.map(row => row.id).filter(id => id !== ctx.actor.account)
  await emitToAll(ctx.tx, 'training.asked', others, { eventId })
}

/** The registration under its lock, if the actor stands on a side that may bring it there. @throws DomainError `registration-state` */
async function lockFor(ctx: Context, id: string, to: RegistrationState, side: RegistrationSide) {
  const seen = await registrations.get(ctx, id)
  const event = await get(ctx, seen.event_id)
  const sides = registrations.sidesOf(ctx, event, seen)
  if (!sides.includes(side)) throw new DomainError('forbidden', 'not-allowed')
  await sql`select 1 from practices.training_registrations where id = ${id}::uuid for update`.execute(ctx.tx)
  const row = await registrations.get(ctx, id)
  const state = row.state as RegistrationState
  const standing = standingOf(ctx, event)
  if (standing !== 'open' && standing !== 'closed') {
    throw new DomainError('conflict', 'registration-closed', { standing })
  }
  if (!registrationMayBecome(state, to, [side])) {
    throw new DomainError('conflict', 'registration-state', { state })
  }
  return { row, event }
}

/** @throws DomainError `account-ended` for somebody whose account is blocked meanwhile */
function requireActive(row: registrations.FoundRegistration) {
  if (row.account_state !== 'active') throw new DomainError('conflict', 'account-ended')
}

const set = (ctx: Context, id: string, version: number, values: object) =>
  ctx.tx
    .updateTable('practices.training_registrations')
    .set({ ...values, version: version + 1 })
    .where('id', '=', id)
    .execute()

/** Nominated are put in the queue and take a free place in the same breath, so that order and number of places decide alone. */
export async function nominate(
  ctx: Context,
  id: string,
  { yes, reason }: Parsed<typeof routes.nominate>['body'],
): Promise<Event> {
  const { row, event } = await lockFor(ctx, id, yes ? 'waiting' : 'declined', 'focal')
  if (yes) requireActive(row)
  await set(ctx, id, row.version, {
    state: yes ? 'waiting' : 'declined',
    reason: reason ?? null,
    nominated_by: ctx.actor.account,
    nominated_at: ctx.now,
  })
  await afterwards(ctx, event.id, row, reason)
  return whole(ctx, event.id)
}

export async function decide(
  ctx: Context,
  id: string,
  { yes, reason }: Parsed<typeof routes.decideRegistration>['body'],
): Promise<Event> {
  const { row, event } = await lockFor(ctx, id, yes ? 'confirmed' : 'declined', 'organiser')
  if (yes) requireActive(row)
  await set(ctx, id, row.version, {
    state: yes ? 'confirmed' : 'declined',
    reason: reason ?? null,
    decided_by: ctx.actor.account,
    decided_at: ctx.now,
  })
  await afterwards(ctx, event.id, row, reason)
  return whole(ctx, event.id)
}

export async function withdraw(ctx: Context, id: string, reason: string): Promise<Event> {
  const { row, event } = await lockFor(ctx, id, 'withdrawn', 'participant')
  await set(ctx, id, row.version, { state: 'withdrawn', reason })
  await afterwards(ctx, event.id, row, reason)
  return whole(ctx, event.id)
}

async function afterwards(
  ctx: Context,
  eventId: string,
  row: registrations.FoundRegistration,
  reason: string | undefined,
) {
  await fillPlaces(ctx, eventId)
  if (row.account_id !== ctx.actor.account) {
    await emitToAll(ctx.tx, 'training.moved', [row.account_id], { eventId })
  }
  ctx.trail.touched(eventId, ['registrations'])
  if (reason) ctx.trail.because(reason)
}

/** @throws DomainError `not-yours` for who neither runs the training nor holds that session, `not-coming`, `session-to-come` */
export async function noteAttendance(
  ctx: Context,
  eventId: string,
  { sessionId, registrationId, present }: Parsed<typeof routes.noteAttendance>['body'],
): Promise<Event> {
  const event = await whole(ctx, eventId)
  const session = event.sessions.find(one => one.id === sessionId)
  if (!session) throw invalid([{ pointer: '/sessionId', code: 'not-found' }])
  if (!event.may.run && !session.trainers.some(one => one.mine)) {
    throw new DomainError('forbidden', 'not-yours')
  }
  if (!event.may.attendance) throw new DomainError('conflict', 'session-to-come')
  const row = [...event.registrations, ...(event.mineWhole ? [event.mineWhole] : [])].find(
    one => one.id === registrationId,
  )
  if (row?.state !== 'confirmed') throw new DomainError('conflict', 'not-coming')
  if (row.certificate) throw new DomainError('conflict', 'certificate-issued')
  const noted = { present, noted_by: ctx.actor.account, at: ctx.now }
  await ctx.tx
    .insertInto('practices.training_attendance')
    .values({ session_id: sessionId, registration_id: registrationId, ...noted })
    .onConflict(conflict => conflict.columns(['session_id', 'registration_id']).doUpdateSet(noted))
    .execute()
  ctx.trail.touched(eventId, ['attendance'])
  return whole(ctx, eventId)
}
