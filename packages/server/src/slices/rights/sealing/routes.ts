/** Routes of sealing: parse, call one action, answer. */
import * as routes from '@kerege/contract/rights/sealingRoutes'
import { handler } from '../../../platform/handler.ts'
import { ask, askOpening, list, ofPerson, rules } from './seals.ts'

export const sealingHandlers = [
  handler(routes.sealRules, ctx => rules(ctx)),
  handler(routes.listSealable, (ctx, { query }) => list(ctx, query)),
  handler(routes.personSeal, (ctx, { params }) => ofPerson(ctx, params.id)),
  handler(routes.askSeal, (ctx, { params, body }) => ask(ctx, params.id, body)),
  handler(routes.askSealOpening, (ctx, { params, body }) => askOpening(ctx, params.id, body)),
]
