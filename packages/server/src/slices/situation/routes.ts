/** Routes of what a case keeps of a life: parse, call one action, answer. */
import * as routes from '@kerege/contract/situation/routes'
import { handler } from '../../platform/handler.ts'
import * as reading from './reading.ts'
import * as waiting from './waiting.ts'
import * as writing from './writing.ts'

export const situationHandlers = [
  handler(routes.daysAhead, (ctx, { query }) => reading.days(ctx, query)),
  handler(routes.listWaiting, (ctx, { query }) => waiting.list(ctx, query)),
  handler(routes.countWaiting, async (ctx, { query }) => ({ total: await waiting.count(ctx, query) })),
  handler(routes.personSituation, (ctx, { params }) => reading.ofPerson(ctx, params.id)),
  handler(routes.addEntry, async (ctx, { params, body }) => {
    await writing.add(ctx, params.id, body)
    return reading.whole(ctx, body.id)
  }),
  handler(routes.getEntry, (ctx, { params }) => reading.whole(ctx, params.id)),
  handler(routes.changeEntry, async (ctx, { params, body }) => {
    await writing.change(ctx, params.id, body)
    return reading.whole(ctx, params.id)
  }),
  handler(routes.endEntry, async (ctx, { params, body }) => {
    await writing.end(ctx, params.id, body)
    return reading.whole(ctx, params.id)
  }),
  handler(routes.entryHistory, (ctx, { params }) => reading.history(ctx, params.id)),
]
