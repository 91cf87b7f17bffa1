/** The door of lessons within repatriation. */
import * as routes from '@kerege/contract/repatriation/lessons/routes'
import { handler } from '../../../platform/handler.ts'
import { offer, offersOf } from './offers.ts'

export { claimLessons, settleLesson } from './due.ts'
export { lessonKind } from './offers.ts'

export const lessonHandlers = [
  handler(routes.lessonOffers, (ctx, { params }) => offersOf(ctx, params.id)),
  handler(routes.offerLessons, async (ctx, { params, body }) => {
    await offer(ctx, params.id, body)
    return offersOf(ctx, params.id)
  }),
]
