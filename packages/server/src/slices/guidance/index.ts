/**
 * The door of guidance at a national node: decisions of the Council, as the exchange brings them, and how they are put into practice.
 * Knows no persons: what applies to somebody's age is found on the reader's own screen.
 */
import * as routes from '@kerege/contract/guidance/routes'
import type { Node } from '../../platform/context.ts'
import { type AnyHandler, handler } from '../../platform/handler.ts'
import type { JobDefinition } from '../../platform/jobs.ts'
import * as actions from './actions.ts'
import { sendStatements } from './send.ts'
import * as store from './store.ts'

export { findGuidance } from './store.ts'
export { guidanceIds, takeGuidance } from './take.ts'

export const guidanceHandlers: AnyHandler[] = [
  handler(routes.listGuidance, (ctx, { query }) => store.list(ctx, query)),
  handler(routes.getGuidance, (ctx, { params }) => store.whole(ctx, params.id)),
  handler(routes.sayUse, (ctx, { params, body }) => actions.sayUse(ctx, params.id, body)),
]

export const guidanceJobs = (node: Node): JobDefinition[] => {
  const { hub } = node
  if (!hub) return []
  return [
    {
      name: 'guidance.send',
      everySeconds: 10,
      work: async () => {
        await sendStatements(node, hub)
      },
    },
  ]
}
