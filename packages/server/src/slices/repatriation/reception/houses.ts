/** Houses and their rooms: added, renamed, closed when nobody is in them. */
import { DomainError, invalid, notFound } from '@kerege/contract/errors'
import type { WriteRoom, WriteSite } from '@kerege/contract/repatriation/reception/schema'
import type { Context } from '../../../platform/context.ts'
import * as store from './store.ts'

/** @throws DomainError `house-not-empty` when somebody sleeps in a house that is to be closed */
export async function writeSite(ctx: Context, body: WriteSite): Promise<void> {
  const area = await ctx.tx
    .selectFrom('access.areas')
    .select('code')
    .where('code', '=', body.area)
    .executeTakeFirst()
  if (!area) throw invalid([{ pointer: '/area', code: 'not-found' }])
  const columns = {
    name: body.name,
    kind: body.kind,
    area_code: body.area,
    updated_at: ctx.now,
  }
  const known = (await store.allSites(ctx)).find(site => site.id === body.id)
  if (known) {
    await store.lockSite(ctx, body.id)
    if (body.closed && (await store.takenIn(ctx, [body.id])).length > 0) {
      throw new DomainError('conflict', 'house-not-empty')
    }
    await ctx.tx
      .updateTable('repatriation.sites')
      .set({
        ...columns,
        closed_at: body.closed ? (known.closed_at ?? ctx.now) : null,
        version: known.version + 1,
      })
      .where('id', '=', body.id)
      .execute()
  } else {
    const made = await ctx.tx
      .insertInto('repatriation.sites')
      .values({
        id: body.id,
        agency_id: ctx.actor.agency,
        ...columns,
        closed_at: body.closed ? ctx.now : null,
        created_at: ctx.now,
      })
      .onConflict(conflict => conflict.column('id').doNothing())
      .executeTakeFirst()
    if (!made.numInsertedOrUpdatedRows) throw notFound()
  }
  ctx.trail.touched(body.id, ['name', 'kind', 'area', 'closed'])
}

/** @throws DomainError `room-too-small` with fewer beds than guests, `room-not-empty`, `room-name-taken` */
export async function writeRoom(ctx: Context, siteId: string, body: WriteRoom): Promise<void> {
  await store.lockSite(ctx, siteId)
  const rooms = await store.roomsOf(ctx, [siteId])
  const taken = (await store.takenIn(ctx, [siteId])).find(one => one.room_id === body.id)?.people ?? 0
  if (taken > body.places) throw new DomainError('conflict', 'room-too-small', { taken })
  if (body.closed && taken > 0) throw new DomainError('conflict', 'room-not-empty')
  const name = body.name.toLocaleLowerCase('en')
  if (rooms.some(room => room.id !== body.id && room.name.toLocaleLowerCase('en') === name)) {
    throw new DomainError('conflict', 'room-name-taken')
  }
  const known = rooms.find(room => room.id === body.id)
  const columns = { name: body.name, kind: body.kind, places: body.places }
  if (known) {
    await ctx.tx
      .updateTable('repatriation.rooms')
      .set({ ...columns, closed_at: body.closed ? (known.closed_at ?? ctx.now) : null })
      .where('id', '=', body.id)
      .execute()
  } else {
    const made = await ctx.tx
      .insertInto('repatriation.rooms')
      .values({ id: body.id, site_id: siteId, ...columns, closed_at: body.closed ? ctx.now : null })
      .onConflict(conflict => conflict.column('id').doNothing())
      .executeTakeFirst()
    if (!made.numInsertedOrUpdatedRows) throw notFound()
  }
  ctx.trail.touched(siteId, ['rooms'])
}
