/** The door of lessons: what was learnt from the work, on its way to the library by two people. */
import { lessonOffer } from '@kerege/contract/lessons/routes'
import { handler } from '../../platform/handler.ts'
import { offerOf } from './offers.ts'

export { claimLessons, settleLesson } from './due.ts'
export { lessonKind, offerLesson, offersAbout } from './offers.ts'

export const lessonHandlers = [handler(lessonOffer, (ctx, { params }) => offerOf(ctx, params.id))]
