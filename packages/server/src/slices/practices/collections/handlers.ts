/** Routes of collections and of what one keeps: parse, call one action, answer. */
import * as routes from '@kerege/contract/practices/collections/routes'
import { type AnyHandler, handler } from '../../../platform/handler.ts'
import * as actions from './actions.ts'
import * as kept from './kept.ts'
import * as store from './store.ts'

export const collectionHandlers: AnyHandler[] = [
  handler(routes.listCollections, (ctx, { query }) => store.list(ctx, query)),
  handler(routes.makeCollection, (ctx, { body }) => actions.make(ctx, body)),
  handler(routes.getCollection, (ctx, { params }) => store.whole(ctx, params.id)),
  handler(routes.changeCollection, (ctx, { params, body }) => actions.change(ctx, params.id, body)),
  handler(routes.removeCollection, (ctx, { params }) => actions.remove(ctx, params.id)),
  handler(routes.listKept, (ctx, { query }) => kept.kept(ctx, query.sessionId)),
  handler(routes.keepPractice, (ctx, { params, body }) => kept.keep(ctx, params.id, body)),
  handler(routes.dropKept, (ctx, { params, query }) => kept.drop(ctx, params.id, query.sessionId)),
  handler(routes.orderKept, (ctx, { body }) => kept.order(ctx, body)),
]
