/**
 * Who sleeps where. Several beds change in one transaction, and before anything is written the rule asks whether a
 * family would be apart: without the word of two people it is not done.
 */
import { DomainError, invalid, notFound } from '@kerege/contract/errors'
import type { EndStay, Interpreter, MoveBeds, TakeIn } from '@kerege/contract/repatriation/reception/schema'
import { sql } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import * as store from './store.ts'
import { requireTogether, sleeping } from './together.ts'
import { today } from '../../../platform/localDay.ts'

/** @throws DomainError `person-has-bed`, `house-closed`, `room-full`, `family-divided` */
export async function takeIn(ctx: Context, siteId: string, body: TakeIn): Promise<void> {
  const site = await store.lockSite(ctx, siteId)
  if (site.closed_at !== null) throw new DomainError('conflict', 'house-closed')
  const on = body.on ?? today(ctx)
  if (on > today(ctx)) throw invalid([{ pointer: '/on', code: 'in-the-future' }])
  const there = await store.openStaysOf(
    ctx,
    body.beds.map(bed => bed.personId),
  )
  const fresh = body.beds.filter(bed => !there.some(stay => stay.id === bed.id))
  if (there.some(stay => fresh.some(bed => bed.personId === stay.person_id))) {
    throw new DomainError('conflict', 'person-has-bed')
  }
  if (fresh.length === 0) return
  const people = await peopleOf(ctx, fresh)
  await requireRooms(
    ctx,
    siteId,
    fresh.flatMap(bed => bed.roomId ?? []),
  )
  for (const bed of fresh) {
    if (!people.has(bed.personId)) throw notFound()
    await ctx.tx
      .insertInto('repatriation.stays')
      .values({
        id: bed.id,
        person_id: bed.personId,
        line_id: bed.lineId ?? null,
        site_id: siteId,
        room_id: bed.roomId ?? null,
        since: on,
        from_at: ctx.now,
        taken_in_by: ctx.actor.account,
      })
      .execute()
    trace(ctx, bed.personId, { siteId, roomId: bed.roomId ?? null })
  }
  await requireTogether(
    ctx,
    fresh.map(bed => bed.personId),
    sleeping,
  )
  ctx.trail.touched(siteId, ['guests'])
}

/** Beds change together: a family moves whole. @throws DomainError `room-full`, `family-divided`, `bed-moved` */
export async function move(ctx: Context, siteId: string, body: MoveBeds): Promise<void> {
  const houses = [...new Set([siteId, ...body.beds.flatMap(bed => bed.siteId ?? [])])].sort()
  for (const house of houses) {
    const site = await store.lockSite(ctx, house)
    if (site.closed_at !== null) throw new DomainError('conflict', 'house-closed')
  }
  const moved: { id: string; stay: store.FoundStay; siteId: string; roomId: string | null }[] = []
  for (const bed of body.beds) {
    const stay = await store.getStay(ctx, bed.stayId)
    const to = { siteId: bed.siteId ?? siteId, roomId: bed.roomId ?? null }
    if (stay.site_id !== siteId && stay.site_id !== to.siteId) throw notFound()
    if (stay.to_at !== null) {
      // Sent twice is moved once; somebody else's move is said.
      const now = (await store.openStaysOf(ctx, [stay.person_id]))[0]
      if (now?.id === bed.id) continue
      throw new DomainError('conflict', 'bed-moved')
    }
    if (stay.site_id === to.siteId && stay.room_id === to.roomId) continue
    await endBed(ctx, stay, 'moved')
    moved.push({ id: bed.id, stay, ...to })
  }
  // Their old beds are free by now: two families may change places.
  for (const house of houses) {
    await requireRooms(
      ctx,
      house,
      moved.filter(one => one.siteId === house).flatMap(one => one.roomId ?? []),
    )
  }
  for (const { id, stay, siteId: house, roomId } of moved) {
    await ctx.tx
      .insertInto('repatriation.stays')
      .values({
        id,
        person_id: stay.person_id,
        line_id: stay.line_id,
        site_id: house,
        room_id: roomId,
        since: stay.since,
        from_at: ctx.now,
        language: stay.language,
        interpreter_id: stay.interpreter_id,
        interpreter: stay.interpreter,
        taken_in_by: ctx.actor.account,
      })
      .execute()
    trace(ctx, stay.person_id, { siteId: house, roomId })
  }
  await requireTogether(
    ctx,
    moved.map(one => one.stay.person_id),
    sleeping,
  )
  ctx.trail.touched(siteId, ['guests'])
}

/** Ended twice is ended once. A family is not divided by who leaves: handing over asks by itself. */
export async function end(ctx: Context, id: string, { why, on, reason }: EndStay): Promise<void> {
  const stay = await store.getStay(ctx, id)
  await store.lockSite(ctx, stay.site_id)
  if (stay.to_at !== null) return ctx.trail.shown([stay.person_id])
  if ((why === 'left' || why === 'mistake') && !reason) {
    throw invalid([{ pointer: '/reason', code: 'required' }])
  }
  if (on && on > today(ctx)) throw invalid([{ pointer: '/on', code: 'in-the-future' }])
  await endBed(ctx, stay, why)
  if (reason) ctx.trail.because(reason, stay.person_id)
  trace(ctx, stay.person_id, { ended: why })
}

/** Ends the beds of people who are handed over, in the transaction of the handover. */
export async function endBedsOf(ctx: Context, personIds: readonly string[]): Promise<void> {
  for (const stay of await store.openStaysOf(ctx, personIds)) {
    await endBed(ctx, stay, 'handed-over')
    trace(ctx, stay.person_id, { ended: 'handed-over' })
  }
}

export async function interpreterFor(ctx: Context, id: string, body: Interpreter): Promise<void> {
  const stay = await store.getStay(ctx, id)
  await store.lockSite(ctx, stay.site_id)
  if (body.language === undefined && (body.accountId ?? body.name) !== undefined) {
    throw invalid([{ pointer: '/language', code: 'required' }])
  }
  if (body.accountId) {
    const account = await ctx.tx
      .selectFrom('access.accounts')
      .select('id')
      .where('id', '=', body.accountId)
      .where('state', '=', 'active')
      .executeTakeFirst()
    if (!account) throw invalid([{ pointer: '/accountId', code: 'not-found' }])
  }
  await ctx.tx
    .updateTable('repatriation.stays')
    .set({
      language: body.language ?? null,
      interpreter_id: body.accountId ?? null,
      interpreter: body.name ?? null,
      version: stay.version + 1,
    })
    .where('id', '=', id)
    .execute()
  trace(ctx, stay.person_id, { language: body.language ?? null })
}

const endBed = (ctx: Context, stay: store.FoundStay, ended: string) =>
  ctx.tx
    .updateTable('repatriation.stays')
    .set({ to_at: ctx.now, ended, version: stay.version + 1 })
    .where('id', '=', stay.id)
    .execute()

/** Those whose daily section the actor may write. */
async function peopleOf(ctx: Context, beds: TakeIn['beds']): Promise<Set<string>> {
  const found = await ctx.tx
    .selectFrom('people.persons as p')
    .select('p.id')
    .where(sql<boolean>`p.id = any (${beds.map(bed => bed.personId)}::uuid[])`)
    .where(sql<boolean>`access.covers('write', 'contact', p.id)`)
    .where('p.merged_into', 'is', null)
    .execute()
  return new Set(found.map(row => row.id))
}

/** Before anything is written: rooms of this house, open, with a bed for each. */
async function requireRooms(ctx: Context, siteId: string, wanted: readonly string[]): Promise<void> {
  const taken = await store.takenIn(ctx, [siteId])
  const rooms = new Map((await store.roomsOf(ctx, [siteId])).map(room => [room.id, room]))
  for (const id of new Set(wanted)) {
    const room = rooms.get(id)
    if (!room || room.closed_at !== null) throw invalid([{ pointer: '/beds', code: 'not-found' }])
    const sleeping = taken.find(one => one.room_id === id)?.people ?? 0
    if (sleeping + wanted.filter(one => one === id).length > room.places) throw full(room.name)
  }
}

const full = (room: string) => new DomainError('conflict', 'room-full', { room })

/** In the history of the person: where they slept, by ids. */
function trace(ctx: Context, personId: string, after: Record<string, unknown>): void {
  ctx.trail.touched(personId, ['stay'])
  ctx.trail.changed({
    personId,
    subjectId: personId,
    compartment: 'contact',
    kind: 'update',
    version: 0,
    changes: [{ field: 'stay', before: null, after }],
  })
}
