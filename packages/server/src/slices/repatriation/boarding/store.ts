/** Marks in SQL: made once and never changed. Policies open them where the line is open. */
import type { MarkWord } from '@kerege/contract/repatriation/boarding/marks'
import type { MakeMark, Mark } from '@kerege/contract/repatriation/boarding/schema'
import type { Context } from '../../../platform/context.ts'

const marks = (ctx: Context, operationId: string) =>
  ctx.tx
    .selectFrom('repatriation.marks as m')
    .innerJoin('access.accounts as a', 'a.id', 'm.by')
    .selectAll('m')
    .select('a.name')
    .where('m.operation_id', '=', operationId)
    .orderBy('m.done_at')
    .orderBy('m.id')
type FoundMark = Awaited<ReturnType<ReturnType<typeof marks>['execute']>>[number]

/** Of one leg, or of the arrival; of one line of it where that is meant. */
export async function marksAt(
  ctx: Context,
  operationId: string,
  legId: string | undefined,
  lineId?: string,
): Promise<Mark[]> {
  let query = marks(ctx, operationId)
  query = legId === undefined ? query.where('m.leg_id', 'is', null) : query.where('m.leg_id', '=', legId)
  if (lineId !== undefined) query = query.where('m.line_id', '=', lineId)
  return (await query.execute()).map(toMark)
}

/** Of one line on all legs, by leg. */
export async function marksOnLegs(
  ctx: Context,
  operationId: string,
  lineId: string,
): Promise<Map<string, Mark[]>> {
  const found = await marks(ctx, operationId)
    .where('m.line_id', '=', lineId)
    .where('m.leg_id', 'is not', null)
    .execute()
  const byLeg = new Map<string, Mark[]>()
  for (const row of found) {
    const leg = row.leg_id ?? ''
    byLeg.set(leg, [...(byLeg.get(leg) ?? []), toMark(row)])
  }
  return byLeg
}

const toMark = (row: FoundMark): Mark => ({
  id: row.id,
  lineId: row.line_id,
  what: row.what as MarkWord,
  basedOn: row.based_on,
  at: row.done_at,
  by: { id: row.by, name: row.name },
  how: row.how as Mark['how'],
  ...(row.reason === null ? {} : { reason: row.reason }),
  ...(row.device_id === null ? {} : { device: row.device_id }),
  ...(row.device_at === null ? {} : { deviceAt: row.device_at }),
  ...(row.skew_ms === null ? {} : { skewMs: row.skew_ms }),
  receivedAt: row.received_at,
})

/** Made by the device: the same mark again is no other one. @returns whether it is new */
export async function addMark(ctx: Context, operationId: string, mark: MakeMark): Promise<boolean> {
  const { device } = ctx
  const made = await ctx.tx
    .insertInto('repatriation.marks')
    .values({
      id: mark.id,
      operation_id: operationId,
      line_id: mark.lineId,
      leg_id: mark.legId ?? null,
      what: mark.what,
      based_on: mark.basedOn,
      how: mark.how,
      reason: mark.reason ?? null,
      by: ctx.actor.account,
      device_id: device?.id ?? null,
      device_at: device?.doneAt ?? null,
      skew_ms: device?.skewMs ?? null,
      done_at: doneAt(ctx),
      received_at: ctx.now,
    })
    .onConflict(conflict => conflict.column('id').doNothing())
    .executeTakeFirst()
  return made.numInsertedOrUpdatedRows === 1n
}

/** By the clock of the node; a device cannot have done tomorrow what it sends today. */
function doneAt({ device, now }: Context): Date {
  if (!device) return now
  return new Date(Math.min(device.doneAt.getTime() - device.skewMs, now.getTime()))
}
