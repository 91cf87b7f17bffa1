/** Routes of adoptions: parse, call one action, answer. */
import * as routes from '@kerege/contract/practices/adoption/routes'
import { type AnyHandler, handler } from '../../../platform/handler.ts'
import * as actions from './actions.ts'
import { list } from './store.ts'

export const adoptionHandlers: AnyHandler[] = [
  handler(routes.whereUsed, (ctx, { params }) => actions.whereUsed(ctx, params.id)),
  handler(routes.adoptPractice, (ctx, { params, body }) => actions.adopt(ctx, params.id, body)),
  handler(routes.listAdoptions, (ctx, { query }) => list(ctx, query)),
  handler(routes.getAdoption, (ctx, { params }) => actions.whole(ctx, params.id)),
  handler(routes.reportAdoption, (ctx, { params, body }) => actions.report(ctx, params.id, body)),
  handler(routes.withdrawAdoption, (ctx, { params, body }) => actions.withdraw(ctx, params.id, body)),
  handler(routes.answerAdoption, (ctx, { params, body }) => actions.answer(ctx, params.id, body)),
]
