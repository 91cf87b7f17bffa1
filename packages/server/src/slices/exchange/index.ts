/**
 * The door of the exchange. At the hub: a public log of what everybody may read, that only grows. At a national node: what was
 * taken of it, verified, and what is said here of using it. Knows no persons.
 */
import * as routes from '@kerege/contract/exchange/routes'
import type { Node } from '../../platform/context.ts'
import { type AnyHandler, handler, openHandler } from '../../platform/handler.ts'
import type { JobDefinition } from '../../platform/jobs.ts'
import { openRateLimit } from '../access/index.ts'
import * as actions from './actions.ts'
import { compareAll, publish } from './log/publish.ts'
import { pull } from './pull/pull.ts'
import { sendLessons, takeLesson } from './lessons.ts'
import { sendReports } from './send.ts'
import * as store from './store.ts'
import { takeReport, toldOf } from './told.ts'

export { exchangeFiles } from './log/files.ts'
export { forget } from './log/forget.ts'
export { publish } from './log/publish.ts'
export { verifyLog } from './log/verify.ts'
export { verifyStore } from './pull/known.ts'
export { planWordEvents } from './fromPlans.ts'
export { sendLessons } from './lessons.ts'
export { findHeldPractice } from './store.ts'
export { permitRestored } from './pull/permit.ts'
export { pull } from './pull/pull.ts'

export const nodeExchangeHandlers: AnyHandler[] = [
  handler(routes.exchangeSource, ctx => actions.source(ctx)),
  handler(routes.findHeld, (ctx, { body }) => store.find(ctx, body)),
  handler(routes.keepPractices, (ctx, { query }) => store.kept(ctx, query.after)),
  handler(routes.getHeld, (ctx, { params }) => store.whole(ctx, params.id)),
  handler(routes.sayUsed, (ctx, { params, body }) => actions.sayUsed(ctx, params.id, body)),
  handler(routes.confirmUse, (ctx, { params, body }) => actions.confirmUse(ctx, params.id, body.share)),
]

/** Made for each node: who knocked how often is its own. */
export function hubExchangeHandlers(): AnyHandler[] {
  // Checking signatures costs little, and no state says so much.
  const limit = openRateLimit('exchange', 120, 60)
  return [
    handler(routes.toldOf, (ctx, { params }) => toldOf(ctx, params.id)),
    openHandler(routes.takeReport, async (knock, { body }) => {
      await limit.take(knock.node, knock.ip, 1)
      return takeReport(knock, body)
    }),
    openHandler(routes.takeLesson, async (knock, { body }) => {
      await limit.take(knock.node, knock.ip, 1)
      return takeLesson(knock, body)
    }),
  ]
}

export const hubExchangeJobs = (node: Node): JobDefinition[] => [
  { name: 'exchange.publish', everySeconds: 5, work: async () => void (await publish(node)) },
  { name: 'exchange.compare', cron: '40 1 * * *', work: () => compareAll(node) },
]

export const nodeExchangeJobs = (node: Node): JobDefinition[] => {
  const { hub } = node
  if (!hub) return []
  return [
    {
      name: 'exchange.pull',
      everySeconds: 10,
      work: async () => {
        await pull(node, hub)
        await sendReports(node, hub)
        await sendLessons(node, hub)
      },
    },
  ]
}
