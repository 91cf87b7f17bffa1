/** Routes of what follows from decisions: parse, call one action, answer. */
import * as routes from '@kerege/contract/council/actionRoutes'
import * as planRoutes from '@kerege/contract/council/planRoutes'
import { type AnyHandler, handler } from '../../platform/handler.ts'
import * as actions from './actions.ts'
import * as plans from './externalPlans.ts'

export const actionHandlers: AnyHandler[] = [
  handler(routes.listActions, (ctx, { query }) => actions.list(ctx, query)),
  handler(planRoutes.listPlans, ctx => plans.list(ctx)),
  handler(planRoutes.getPlan, (ctx, { query }) => plans.whole(ctx, query.name)),
  handler(routes.countActions, ctx => actions.count(ctx)),
  handler(routes.makeAction, (ctx, { body }) => actions.make(ctx, body)),
  handler(routes.getAction, (ctx, { params }) => actions.whole(ctx, params.id)),
  handler(routes.reportAction, (ctx, { params, body }) => actions.report(ctx, params.id, body)),
]
