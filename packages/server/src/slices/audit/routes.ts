/** Routes of the log. */
import * as routes from '@kerege/contract/audit/routes'
import { handler } from '../../platform/handler.ts'
import { logState, search, whoSaw } from './search.ts'

export const auditHandlers = [
  handler(routes.searchAudit, (ctx, { query }) => search(ctx, query)),
  handler(routes.whoSaw, (ctx, { params, query }) => whoSaw(ctx, params.id, query)),
  handler(routes.logState, ctx => logState(ctx)),
]
