/** Routes of transfers: parse, call one action, answer. */
import * as routes from '@kerege/contract/transfers/routes'
import { handler } from '../../platform/handler.ts'
import * as asking from './asking.ts'
import * as offers from './offers.ts'
import * as store from './store.ts'

export const transferHandlers = [
  handler(routes.caseTransfers, (ctx, { params }) => store.ofCase(ctx, params.id)),
  handler(routes.transferPlaces, ctx => store.places(ctx)),
  handler(routes.askTransfer, (ctx, { params, body }) => asking.ask(ctx, params.id, body)),
  handler(routes.takeBackTransfer, (ctx, { params, body }) => asking.takeBack(ctx, params.id, body)),
  handler(routes.noteTransfer, (ctx, { params }) => asking.note(ctx, params.id)),
  handler(routes.transfersToday, ctx => store.waiting(ctx)),
  handler(routes.listOffers, (ctx, { query }) => offers.list(ctx, query)),
  handler(routes.getOffer, (ctx, { params }) => offers.whole(ctx, params.id)),
  handler(routes.acceptOffer, (ctx, { params, body }) => offers.accept(ctx, params.id, body)),
  handler(routes.declineOffer, (ctx, { params, body }) => offers.decline(ctx, params.id, body)),
]
