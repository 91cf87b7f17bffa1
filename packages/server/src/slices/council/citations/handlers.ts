/** Routes of citations: parse, call one action, answer. */
import * as routes from '@kerege/contract/council/citations/routes'
import { type AnyHandler, handler } from '../../../platform/handler.ts'
import * as actions from './actions.ts'

export const citationHandlers: AnyHandler[] = [
  handler(routes.listCitations, (ctx, { query }) => actions.list(ctx, query)),
  handler(routes.citePractice, (ctx, { body }) => actions.cite(ctx, body)),
  handler(routes.dropCitation, (ctx, { params }) => actions.drop(ctx, params.id)),
]
