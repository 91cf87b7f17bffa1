/** Routes of the results framework: parse, call one action, answer. */
import * as routes from '@kerege/contract/council/results/routes'
import { type AnyHandler, handler } from '../../../platform/handler.ts'
import * as framework from './framework.ts'
import { importValues, preview } from './importing.ts'
import * as values from './values.ts'

export const resultHandlers: AnyHandler[] = [
  handler(routes.viewFramework, ctx => framework.framework(ctx)),
  handler(routes.previewValues, (ctx, { body }) => preview(ctx, body)),
  handler(routes.importValues, (ctx, { query, body }) => importValues(ctx, body, query.seen)),
  handler(routes.addResult, (ctx, { body }) => framework.addResult(ctx, body)),
  handler(routes.changeResult, (ctx, { params, body }) => framework.changeResult(ctx, params.id, body)),
  handler(routes.indicatorsOfAction, (ctx, { query }) => framework.ofAction(ctx, query.actionId)),
  handler(routes.addIndicator, async (ctx, { body }) => {
    await framework.insertIndicator(ctx, body)
    return values.whole(ctx, body.id)
  }),
  handler(routes.getIndicator, (ctx, { params }) => values.whole(ctx, params.id)),
  handler(routes.changeIndicator, async (ctx, { params, body }) => {
    await framework.updateIndicator(ctx, params.id, body)
    return values.whole(ctx, params.id)
  }),
  handler(routes.reportValue, (ctx, { params, body }) => values.report(ctx, params.id, body)),
  handler(routes.checkValue, (ctx, { params, body }) => values.check(ctx, params.id, params.valueId, body)),
]
