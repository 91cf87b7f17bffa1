/** What has to be known of somebody who was on no list: where their record stands, and whether their number is free. */
import { nextFree } from '@kerege/contract/repatriation/boarding/bracelets'
import type { MarkedLine } from '@kerege/contract/repatriation/boarding/schema'
import type { Context } from '../../../platform/context.ts'
import { wornIn } from '../operations/bracelets.ts'

/** The area of the one they came with, else the one where most of this list stand, else the first of the node. */
export async function areaAtDoor(
  ctx: Context,
  operationId: string,
  besidePersonId: string | undefined,
): Promise<string> {
  if (besidePersonId) {
    const beside = await ctx.tx
      .selectFrom('people.persons')
      .select('area_code')
      .where('id', '=', besidePersonId)
      .executeTakeFirst()
    if (beside) return beside.area_code
  }
  const most = await ctx.tx
    .selectFrom('repatriation.lines as l')
    .innerJoin('people.persons as p', 'p.id', 'l.person_id')
    .select(['p.area_code', eb => eb.fn.countAll<number>().as('n')])
    .where('l.operation_id', '=', operationId)
    .groupBy('p.area_code')
    .orderBy('n', 'desc')
    .orderBy('p.area_code')
    .executeTakeFirst()
  if (most) return most.area_code
  const [own] = ctx.actor.areas
  if (own) return own
  const any = await ctx.tx
    .selectFrom('access.areas')
    .select('code')
    .where('code', 'like', `${ctx.node.info.country}-%`)
    .orderBy('code')
    .executeTakeFirstOrThrow()
  return any.code
}

/** Nothing where the number is free, or is this line's own. */
export async function takenBracelet(
  ctx: Context,
  operationId: string,
  lineId: string,
  asked: string | undefined,
): Promise<MarkedLine['braceletTaken']> {
  if (asked === undefined) return undefined
  const worn = await wornIn(ctx, operationId)
  const by = worn.get(asked)
  if (by === undefined || by === lineId) return undefined
  return { asked, free: nextFree(asked, new Set(worn.keys())) }
}

/** Kept until they have a number: a command that waited on a phone is answered when nobody looks at that phone. */
export const askedFor = (ctx: Context, lineId: string, asked: string) =>
  ctx.tx
    .updateTable('repatriation.lines')
    .set({ bracelet_asked: asked })
    .where('id', '=', lineId)
    .where('bracelet', 'is', null)
    .execute()
