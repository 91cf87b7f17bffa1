/** Routes of requests for information: parse, call one action, answer. */
import * as routes from '@kerege/contract/council/requests/routes'
import { type AnyHandler, handler } from '../../../platform/handler.ts'
import * as actions from './actions.ts'
import * as store from './store.ts'
import { toPractice } from './toPractice.ts'

export const requestHandlers: AnyHandler[] = [
  handler(routes.listRequests, (ctx, { query }) => store.list(ctx, query)),
  handler(routes.countRequests, ctx => store.count(ctx)),
  handler(routes.askForInformation, (ctx, { body }) => actions.ask(ctx, body)),
  handler(routes.getRequest, (ctx, { params }) => store.whole(ctx, params.id)),
  handler(routes.extendRequest, (ctx, { params, body }) => actions.extend(ctx, params.id, body.due)),
  handler(routes.withdrawRequest, (ctx, { params, body }) => actions.withdraw(ctx, params.id, body.reason)),
  handler(routes.takeTurn, (ctx, { params, body }) => actions.takeTurn(ctx, params.id, body)),
  handler(routes.draftFromAnswer, (ctx, { params, body }) => toPractice(ctx, params.id, body)),
  handler(routes.findAnswers, (ctx, { body }) => store.findAnswers(ctx, body.query)),
]
