/** Routes of handing over: parse, call one action, answer. */
import * as routes from '@kerege/contract/repatriation/handover/routes'
import { handler } from '../../../platform/handler.ts'
import * as actions from './actions.ts'
import * as store from './store.ts'

export const handoverHandlers = [
  handler(routes.handoverPlaces, ctx => store.places(ctx)),
  handler(routes.makeHandover, (ctx, { body }) => actions.make(ctx, body)),
  handler(routes.getHandover, (ctx, { params }) => store.get(ctx, params.id)),
  handler(routes.keepScan, (ctx, { params, body }) => store.keepScan(ctx, params.id, body.documentId)),
  handler(routes.personHandovers, async (ctx, { params }) => {
    ctx.trail.shown([params.id])
    return { rows: await store.ofPerson(ctx, params.id) }
  }),
]
