/** Routes of guidance at the hub: parse, call one action, answer. */
import * as routes from '@kerege/contract/council/guidance/routes'
import { type AnyHandler, handler, openHandler } from '../../../platform/handler.ts'
import { openRateLimit } from '../../access/index.ts'
import * as actions from './actions.ts'
import { take } from './statements.ts'

/** Made for each node: who knocked how often is its own. */
export function guidanceMarkHandlers(): AnyHandler[] {
  // Checking signatures costs little, and no state says so much.
  const limit = openRateLimit('guidance', 120, 60)
  return [
    handler(routes.guidanceInForce, ctx => actions.list(ctx)),
    handler(routes.decisionGuidance, (ctx, { params }) => actions.read(ctx, params.id)),
    handler(routes.markGuidance, (ctx, { params, body }) => actions.mark(ctx, params.id, body)),
    handler(routes.changeGuidance, (ctx, { params, body }) => actions.change(ctx, params.id, body)),
    handler(routes.withdrawGuidance, (ctx, { params, body }) =>
      actions.withdraw(ctx, params.id, body.reason),
    ),
    openHandler(routes.takeStatement, async (knock, { body }) => {
      await limit.take(knock.node, knock.ip, 1)
      return take(knock, body)
    }),
  ]
}
