/** Routes of retention: parse, call one action, answer. */
import * as routes from '@kerege/contract/rights/retentionRoutes'
import { handler } from '../../../platform/handler.ts'
import { hold, lift, list, ofPerson, rules } from './clock.ts'

export const retentionHandlers = [
  handler(routes.retentionRules, ctx => rules(ctx)),
  handler(routes.listResting, (ctx, { query }) => list(ctx, query)),
  handler(routes.personHold, (ctx, { params }) => ofPerson(ctx, params.id)),
  handler(routes.setHold, (ctx, { params, body }) => hold(ctx, params.id, body)),
  handler(routes.liftHold, (ctx, { params, body }) => lift(ctx, params.id, body.reason)),
]
