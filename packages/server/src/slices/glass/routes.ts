/** Routes of files opened in an emergency: parse, call one action, answer. */
import * as routes from '@kerege/contract/glass/routes'
import { type AnyHandler, handler } from '../../platform/handler.ts'
import { openRateLimit } from '../access/index.ts'
import * as actions from './actions.ts'
import * as store from './store.ts'

/** Numbers that one person may try within an hour: enough for papers that are hard to read, too few to go through numbers. */
const tries = 10

export function glassHandlers(): AnyHandler[] {
  const limit = openRateLimit('glass-by-number', tries, 3600)
  return [
    handler(routes.breakGlass, (ctx, { params, body }) => actions.open(ctx, params.id, body)),
    handler(routes.breakGlassByNumber, async (ctx, { body }) => {
      await limit.take(ctx.node, ctx.actor.account, 1)
      return actions.openByNumber(ctx, body)
    }),
    handler(routes.myOpenings, ctx => store.mine(ctx)),
    handler(routes.listOpenings, async (ctx, { query }) => {
      const page = await store.list(ctx, query)
      ctx.trail.shown(page.rows.flatMap(row => [row.id, ...(row.person ? [row.person.id] : [])]))
      return page
    }),
    handler(routes.openingCounts, ctx => store.counts(ctx)),
    handler(routes.getOpening, (ctx, { params }) => store.whole(ctx, params.id)),
    handler(routes.closeOpening, (ctx, { params }) => actions.close(ctx, params.id)),
    handler(routes.reviewOpening, (ctx, { params, body }) => actions.review(ctx, params.id, body)),
  ]
}
