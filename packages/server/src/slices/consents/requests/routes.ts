/** Routes of requests by authorities: parse, call one action, answer. */
import * as routes from '@kerege/contract/consents/requestRoutes'
import { handler } from '../../../platform/handler.ts'
import { propose, record, refuse } from './answering.ts'
import { list, whole } from './store.ts'

export const requestHandlers = [
  handler(routes.listRequests, async (ctx, { query }) => {
    const page = await list(ctx, query)
    ctx.trail.shown(page.rows.flatMap(row => [row.id, row.personId]))
    return page
  }),
  handler(routes.recordRequest, (ctx, { params, body }) => record(ctx, params.id, body)),
  handler(routes.getRequest, (ctx, { params }) => whole(ctx, params.id)),
  handler(routes.proposeRelease, (ctx, { params, body }) => propose(ctx, params.id, body)),
  handler(routes.refuseRequest, (ctx, { params, body }) => refuse(ctx, params.id, body)),
]
