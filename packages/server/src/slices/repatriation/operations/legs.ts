/** Legs of an operation, and who travels on which: several in a row, never two at the same time. */
import { DomainError, type Fault, invalid, notFound } from '@kerege/contract/errors'
import { atOnce } from '@kerege/contract/repatriation/operations/rules'
import type { Leg, PlaceOnLeg, WriteLeg } from '@kerege/contract/repatriation/operations/schema'
import { sql } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import { requireOpenList } from './list.ts'
import { lock } from './store.ts'
import { legsOf } from './whole.ts'

/** @throws DomainError `legs-at-once` when the new times put somebody on two legs at a time */
export async function write(ctx: Context, operationId: string, legId: string, leg: WriteLeg): Promise<void> {
  const operation = await lock(ctx, operationId, 'keep')
  const columns = {
    ordinal: leg.ordinal,
    kind: leg.kind,
    from_place: leg.fromPlace,
    to_place: leg.toPlace,
    vehicle: leg.vehicle ?? null,
    seats: leg.seats ?? null,
    of_country: leg.ofCountry ?? null,
    departs_at: leg.departsAt ?? null,
    arrives_at: leg.arrivesAt ?? null,
    updated_at: ctx.now,
  }
  const before = await find(ctx, operationId, legId)
  if (before) {
    await requireInARow(ctx, operationId, { ...leg, id: legId, version: 0, people: 0 })
    await ctx.tx
      .updateTable('repatriation.legs')
      .set({ ...columns, version: before.version + 1 })
      .where('id', '=', legId)
      .execute()
  } else {
    await ctx.tx
      .insertInto('repatriation.legs')
      .values({ id: legId, operation_id: operation.id, ...columns, created_at: ctx.now })
      .onConflict(conflict => conflict.column('id').doNothing())
      .execute()
    // Another operation's leg with this id: the answer is the one for what cannot be seen.
    if (!(await find(ctx, operationId, legId))) throw notFound()
  }
  ctx.trail.touched(operationId, ['legs'])
  ctx.trail.touched(legId)
}

const find = async (ctx: Context, operationId: string, legId: string): Promise<Leg | undefined> =>
  (await legsOf(ctx, operationId)).find(one => one.id === legId)

async function requireInARow(ctx: Context, operationId: string, leg: Leg): Promise<void> {
  const others = (await legsOf(ctx, operationId)).filter(other => atOnce(leg, other))
  if (others.length === 0) return
  const found = await sql<{ n: number }>`
    select count(*) as n from repatriation.line_legs a join repatriation.line_legs b on b.line_id = a.line_id
     where a.leg_id = ${leg.id}::uuid and b.leg_id = any (${others.map(one => one.id)}::uuid[])`.execute(
    ctx.tx,
  )
  if ((found.rows[0]?.n ?? 0) > 0) throw new DomainError('conflict', 'legs-at-once')
}

/** @throws DomainError `leg-used` once somebody has boarded it */
export async function end(ctx: Context, operationId: string, legId: string): Promise<void> {
  const operation = await lock(ctx, operationId, 'keep')
  requireOpenList(operation)
  if (!(await find(ctx, operationId, legId))) throw notFound()
  const used = await ctx.tx
    .selectFrom('repatriation.line_steps')
    .select('id')
    .where('leg_id', '=', legId)
    .executeTakeFirst()
  if (used) throw new DomainError('conflict', 'leg-used')
  await ctx.tx.deleteFrom('repatriation.legs').where('id', '=', legId).execute()
  ctx.trail.touched(operationId, ['legs'])
  ctx.trail.touched(legId)
}

/** All of it or nothing; every fault is told with its place in what was sent. */
export async function place(
  ctx: Context,
  operationId: string,
  legId: string,
  { put, take }: PlaceOnLeg,
): Promise<void> {
  const operation = await lock(ctx, operationId, 'keep')
  requireOpenList(operation)
  const legs = await legsOf(ctx, operationId)
  const leg = legs.find(one => one.id === legId)
  if (!leg) throw notFound()
  await ctx.tx
    .deleteFrom('repatriation.line_legs')
    .where('leg_id', '=', legId)
    .where(sql<boolean>`line_id = any (${[...take, ...put.map(one => one.lineId)]}::uuid[])`)
    .execute()
  const faults = await faultsOf(ctx, operationId, leg, legs, put)
  if (faults.length > 0) throw invalid(faults)
  if (put.length > 0) {
    await ctx.tx
      .insertInto('repatriation.line_legs')
      .values(
        put.map(one => ({
          line_id: one.lineId,
          leg_id: legId,
          operation_id: operationId,
          seat: one.seat ?? null,
        })),
      )
      .execute()
  }
  ctx.trail.touched(operationId, ['places'])
  ctx.trail.shown([...new Set([...put.map(one => one.lineId), ...take])])
}

async function faultsOf(
  ctx: Context,
  operationId: string,
  leg: Leg,
  legs: readonly Leg[],
  put: PlaceOnLeg['put'],
): Promise<Fault[]> {
  const ids = put.map(one => one.lineId)
  const known = await ctx.tx
    .selectFrom('repatriation.lines')
    .select('id')
    .where('operation_id', '=', operationId)
    .where(sql<boolean>`id = any (${ids}::uuid[])`)
    .execute()
  const open = new Set(known.map(row => row.id))
  const clashing = legs.filter(other => atOnce(leg, other)).map(other => other.id)
  const elsewhere = await ctx.tx
    .selectFrom('repatriation.line_legs')
    .select(['line_id', 'leg_id', 'seat'])
    .where('operation_id', '=', operationId)
    .execute()
  const twice = new Set(elsewhere.filter(row => clashing.includes(row.leg_id)).map(row => row.line_id))
  const taken = new Set(elsewhere.filter(row => row.leg_id === leg.id).flatMap(row => row.seat ?? []))
  return put.flatMap((one, at) => {
    const faults: Fault[] = []
    if (!open.has(one.lineId) || ids.indexOf(one.lineId) !== at) {
      faults.push({ pointer: `/put/${at}/lineId`, code: open.has(one.lineId) ? 'twice' : 'not-found' })
    }
    if (twice.has(one.lineId)) faults.push({ pointer: `/put/${at}/lineId`, code: 'legs-at-once' })
    if (one.seat && taken.has(one.seat)) faults.push({ pointer: `/put/${at}/seat`, code: 'seat-taken' })
    if (one.seat) taken.add(one.seat)
    return faults
  })
}
