/** Lessons of an operation, offered by who leads it. */
import * as routes from '@kerege/contract/lessons/routes'
import type { LessonOffers } from '@kerege/contract/lessons/offers'
import type { KnownNames } from '@kerege/contract/lessons/rules'
import type { Context } from '../../../platform/context.ts'
import { handler } from '../../../platform/handler.ts'
import { offerLesson, offersAbout } from '../../lessons/index.ts'
import { get, lock } from '../operations/store.ts'
import { legsOf } from '../operations/whole.ts'

export const operationLessonHandlers = [
  handler(routes.lessonOffers, (ctx, { params }) => offersOf(ctx, params.id)),
  handler(routes.offerLessons, async (ctx, { params, body }) => {
    await lock(ctx, params.id, 'keep')
    await offerLesson(ctx, { operation: params.id }, body, () => namesOf(ctx, params.id))
    return offersOf(ctx, params.id)
  }),
]

async function offersOf(ctx: Context, id: string): Promise<LessonOffers> {
  const operation = await get(ctx, id)
  const rows = await offersAbout(ctx, { operation: id })
  return { rows, mayOffer: operation.kept && ctx.actor.verbs.includes('repatriation.lead') }
}

/** Every operation that the actor knows of, since one text may speak of several; the places are those of this one. */
async function namesOf(ctx: Context, operationId: string): Promise<KnownNames> {
  const operations = await ctx.tx.selectFrom('repatriation.operations').select('name').execute()
  const sites = await ctx.tx.selectFrom('repatriation.sites').select('name').execute()
  const legs = await legsOf(ctx, operationId)
  return {
    operations: operations.map(row => row.name),
    places: [
      ...sites.map(row => row.name),
      ...legs.flatMap(leg => [leg.fromPlace, leg.toPlace, leg.vehicle ?? '']),
    ],
  }
}
