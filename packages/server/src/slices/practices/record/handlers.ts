/** Routes of the record: parse, call one action, answer. */
import * as routes from '@kerege/contract/practices/record/routes'
import { type AnyHandler, handler } from '../../../platform/handler.ts'
import * as actions from './actions.ts'
import { list } from './listing.ts'
import { whole } from './whole.ts'

export const recordHandlers: AnyHandler[] = [
  handler(routes.listPractices, (ctx, { query }) => list(ctx, query)),
  handler(routes.makePractice, (ctx, { body }) => actions.make(ctx, body)),
  handler(routes.getPractice, (ctx, { params }) => whole(ctx, params.id)),
  handler(routes.savePractice, (ctx, { params, body }) => actions.save(ctx, params.id, body)),
  handler(routes.submitPractice, (ctx, { params }) => actions.submit(ctx, params.id)),
]
