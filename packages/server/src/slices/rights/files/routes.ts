/** Routes of requests to see a file: parse, call one action, answer. */
import * as routes from '@kerege/contract/rights/fileRoutes'
import { type AnyHandler, handler, openHandler } from '../../../platform/handler.ts'
import { openRateLimit } from '../../access/index.ts'
import { ask, filesOf, handOver, preview, withhold } from './asking.ts'
import { open } from './opening.ts'

export function fileHandlers(): AnyHandler[] {
  // A code has sixty bits; the limit keeps a flood from costing more than a glance.
  const limit = openRateLimit('file-by-code', 20, 600)
  return [
    handler(routes.personFiles, (ctx, { params }) => filesOf(ctx, params.id)),
    handler(routes.askFile, (ctx, { params, body }) => ask(ctx, params.id, body)),
    handler(routes.previewFile, (ctx, { params }) => preview(ctx, params.id)),
    handler(routes.withholdItem, (ctx, { params, body }) => withhold(ctx, params.id, body)),
    handler(routes.handOverFile, (ctx, { params, body }) => handOver(ctx, params.id, body)),
    openHandler(routes.openFile, async ({ node, now, ip }, { body }) => {
      await limit.take(node, ip, 1)
      return open(node, now, body.code)
    }),
  ]
}
