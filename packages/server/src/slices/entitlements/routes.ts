/** Routes of entitlements: parse, call one action, answer. */
import * as routes from '@kerege/contract/entitlements/routes'
import { handler } from '../../platform/handler.ts'
import { checkList } from './checkList.ts'
import * as actions from './actions.ts'
import * as store from './store.ts'

export const entitlementHandlers = [
  handler(routes.personEntitlements, (ctx, { params }) => checkList(ctx, params.id)),
  handler(routes.takeClaimStep, (ctx, { params, body }) => actions.take(ctx, params.id, params.code, body)),
  handler(routes.addDelivery, (ctx, { params, body }) => actions.addDelivery(ctx, params.id, body)),
  handler(routes.strikeDelivery, (ctx, { params, body }) => actions.strike(ctx, params.id, body.reason)),
  handler(routes.listClaims, (ctx, { query }) => store.list(ctx, query)),
  handler(routes.countClaims, async (ctx, { query }) => {
    const total = await store.count(ctx, query)
    ctx.trail.counted('entitlements', total)
    return { total }
  }),
  handler(routes.entitlementsToday, ctx => store.today(ctx)),
]
