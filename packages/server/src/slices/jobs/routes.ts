/** The background work of a node for whoever runs it: what waits, what was given up, and trying that again. */
import * as routes from '@kerege/contract/jobs/routes'
import type { JobsView } from '@kerege/contract/jobs/schema'
import { notFound } from '@kerege/contract/errors'
import { type AnyHandler, handler } from '../../platform/handler.ts'
import type { Jobs } from '../../platform/jobs.ts'
import type { Context } from '../../platform/context.ts'
import * as store from './store.ts'

const mostShown = 200

/** @param jobs absent in a process that leaves background work to others */
export function jobHandlers(jobs: Jobs | null): AnyHandler[] {
  const view = async (ctx: Context): Promise<JobsView> => ({
    running: jobs !== null,
    queues: [await store.outboxState(ctx.tx), ...(jobs ? await jobs.queues() : [])],
    deadLetters: [
      ...(await store.givenUpEvents(ctx.tx, mostShown)),
      ...(jobs ? await jobs.deadLetters(mostShown) : []),
    ],
  })
  return [
    handler(routes.listJobs, view),
    handler(routes.retryJob, async (ctx, { params }) => {
      const again = (await store.retryEvent(ctx.tx, params.id)) || (await jobs?.retry(params.id))
      if (!again) throw notFound()
      ctx.trail.touched(params.id)
      return view(ctx)
    }),
  ]
}
