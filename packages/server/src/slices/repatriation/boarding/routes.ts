/** Binds each way in to boarding to one action. */
import * as routes from '@kerege/contract/repatriation/boarding/routes'
import { handler } from '../../../platform/handler.ts'
import { addAtDoor, mark } from './actions.ts'
import { boardOfArrival, boardOfLeg } from './board.ts'

export const boardingHandlers = [
  handler(routes.getBoarding, (ctx, { params }) => boardOfLeg(ctx, params.id, params.legId)),
  handler(routes.getArrivals, (ctx, { params }) => boardOfArrival(ctx, params.id)),
  handler(routes.makeMark, (ctx, { params, body }) => mark(ctx, params.id, body)),
  handler(routes.addAtDoor, (ctx, { params, body }) => addAtDoor(ctx, params.id, body)),
]
