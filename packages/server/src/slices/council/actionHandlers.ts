/** Routes of what follows from decisions: parse, call one action, answer. */
import * as routes from '@kerege/contract/council/actionRoutes'
import { type AnyHandler, handler } from '../../platform/handler.ts'
import * as actions from './actions.ts'

export const actionHandlers: AnyHandler[] = [
  handler(routes.listActions, (ctx, { query }) => actions.list(ctx, query)),
  handler(routes.countActions, ctx => actions.count(ctx)),
  handler(routes.makeAction, (ctx, { body }) => actions.make(ctx, body)),
  handler(routes.getAction, (ctx, { params }) => actions.whole(ctx, params.id)),
  handler(routes.reportAction, (ctx, { params, body }) => actions.report(ctx, params.id, body)),
]
