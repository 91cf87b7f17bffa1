/** A house as it leaves: rooms, guests, those without a bed, and what the reader may do in it. */
import { dayOfStay, lengthOf } from '@kerege/contract/repatriation/reception/rules'
import type { Site, SiteWhole, Stay } from '@kerege/contract/repatriation/reception/schema'
import type { Context } from '../../../platform/context.ts'
import * as store from './store.ts'
import { sleeping } from './together.ts'
import { today } from '../../../platform/localDay.ts'

export async function sites(ctx: Context): Promise<Site[]> {
  const found = await store.allSites(ctx)
  const ids = found.map(site => site.id)
  const [rooms, taken] = [await store.roomsOf(ctx, ids), await store.takenIn(ctx, ids)]
  return found.map(site =>
    store.toSite(
      site,
      rooms.filter(room => room.site_id === site.id).map(room => store.toRoom(room, 0)),
      sum(taken.filter(one => one.site_id === site.id)),
    ),
  )
}

const sum = (rows: readonly { people: number }[]) => rows.reduce((all, one) => all + one.people, 0)

/** @throws DomainError `not-found` */
export async function wholeSite(ctx: Context, id: string): Promise<SiteWhole> {
  const site = await store.getSite(ctx, id)
  const [rooms, taken] = [await store.roomsOf(ctx, [id]), await store.takenIn(ctx, [id])]
  const guests = await store.guestsOf(ctx, id)
  const waiting = site.kept ? await store.arrived(ctx) : []
  const parties = [...guests, ...waiting].flatMap(row => row.family_id ?? [])
  const shownRooms = rooms.map(room => store.toRoom(room, sum(taken.filter(one => one.room_id === room.id))))
  const mayWork = site.kept && ctx.actor.verbs.includes('reception.work')
  ctx.trail.shown([id, ...guests.map(row => row.person_id), ...waiting.map(row => row.person_id)])
  return {
    ...store.toSite(site, shownRooms, sum(taken)),
    rooms: shownRooms,
    stays: await toStays(ctx, guests),
    arrived: waiting.map(row => ({
      lineId: row.line_id,
      operationId: row.operation_id,
      operation: row.operation,
      guest: store.toGuest(row),
    })),
    notShown: Math.max(0, sum(taken) - guests.length),
    apart: await store.agreedApart(ctx, parties, sleeping.at),
    ...(usual(ctx) ? { usualDays: usual(ctx) ?? { from: 0, to: 0 } } : {}),
    mayWork,
  }
}

/** From the state's profile, never a constant; `null` where the state has not said. */
const usual = (ctx: Context) => ctx.node.profile.receptionStayDays?.value ?? null

async function toStays(ctx: Context, guests: readonly store.FoundStay[]): Promise<Stay[]> {
  const ids = guests.map(row => row.person_id)
  const [needs, kept] = [await store.needsOf(ctx, ids), await store.keptOf(ctx, ids)]
  return guests.map(row => {
    const day = dayOfStay(row.since, today(ctx))
    const need = needs.get(row.person_id)
    return {
      id: row.id,
      version: row.version,
      siteId: row.site_id,
      guest: store.toGuest(row),
      ...(row.room_id === null ? {} : { roomId: row.room_id }),
      since: row.since,
      day,
      long: lengthOf(day, usual(ctx)) === 'long',
      ...(row.language === null ? {} : { interpreter: interpreter(row, row.language) }),
      ...(need ? { needs: { urgency: need.urgency, codes: need.needs } as NonNullable<Stay['needs']> } : {}),
      kept: kept.get(row.person_id) ?? 0,
    }
  })
}

const interpreter = (row: store.FoundStay, language: string): NonNullable<Stay['interpreter']> => ({
  language,
  ...(row.interpreter_id === null
    ? {}
    : { who: { id: row.interpreter_id, name: row.interpreter_name ?? '' } }),
  ...(row.interpreter === null ? {} : { name: row.interpreter }),
})
