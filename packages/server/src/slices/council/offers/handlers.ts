/** Routes of voluntary offers: parse, call one action, answer. */
import * as routes from '@kerege/contract/council/offers/routes'
import { type AnyHandler, handler } from '../../../platform/handler.ts'
import * as actions from './actions.ts'
import * as store from './store.ts'

export const offerHandlers: AnyHandler[] = [
  handler(routes.listOffers, (ctx, { query }) => store.list(ctx, query)),
  handler(routes.makeOffer, (ctx, { body }) => actions.make(ctx, body)),
  handler(routes.getOffer, (ctx, { params }) => store.whole(ctx, params.id)),
  handler(routes.changeOffer, (ctx, { params, body }) => actions.change(ctx, params.id, body)),
  handler(routes.withdrawOffer, (ctx, { params, body }) => actions.withdraw(ctx, params.id, body.reason)),
  handler(routes.takeUpOffer, (ctx, { params, body }) => actions.takeUp(ctx, params.id, body)),
  handler(routes.decideTaking, (ctx, { params, body }) => actions.decide(ctx, params.id, body)),
  handler(routes.withdrawTaking, (ctx, { params, body }) =>
    actions.withdrawTaking(ctx, params.id, body.reason),
  ),
  handler(routes.reportTaking, (ctx, { params, body }) => actions.report(ctx, params.id, body)),
]
