/** Routes of the queue of look-alikes: parse, call one action, answer. */
import * as routes from '@kerege/contract/people/duplicates/routes'
import { handler } from '../../../platform/handler.ts'
import * as acts from './acts.ts'
import * as queue from './queue.ts'
import * as settings from './settings.ts'

export const duplicateHandlers = [
  handler(routes.listDuplicates, (ctx, { query }) => queue.list(ctx, query)),
  handler(routes.countDuplicates, async (ctx, { query }) => ({ total: await queue.count(ctx, query) })),
  handler(routes.duplicateSettings, ctx => settings.read(ctx)),
  handler(routes.changeDuplicateSettings, (ctx, { body }) => settings.change(ctx, body)),
  handler(routes.previewDuplicates, (ctx, { query }) => settings.preview(ctx, query.propose)),
  handler(routes.getDuplicate, (ctx, { params }) => queue.get(ctx, params.id)),
  handler(routes.proposePair, async (ctx, { body }) => {
    await acts.propose(ctx, body.id, body.one, body.other)
    return undefined
  }),
  handler(routes.putOffDuplicate, async (ctx, { params, body }) => {
    await acts.putOff(ctx, params.id, body.until)
    return undefined
  }),
  handler(routes.takeUpDuplicate, async (ctx, { params }) => {
    await acts.takeUp(ctx, params.id)
    return undefined
  }),
  handler(routes.sayTwoPersons, async (ctx, { params, body }) => {
    await acts.sayTwo(ctx, params.id, body.reason)
    return undefined
  }),
  handler(routes.takeBackTwoPersons, async (ctx, { params }) => {
    await acts.takeBackTwo(ctx, params.id)
    return undefined
  }),
]
