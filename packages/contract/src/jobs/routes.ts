/** Ways in to the background work of a node. */
import { z } from 'zod'
import { Id } from '../common.ts'
import { route } from '../route.ts'
import { JobsView } from './schema.ts'

export const listJobs = route({
  method: 'GET',
  path: '/jobs',
  summary: 'Queues with what waits, runs and failed, and the work that was given up',
  access: 'jobs.administer',
  audit: 'jobs.listed',
  response: JobsView,
})
export const retryJob = route({
  method: 'POST',
  path: '/jobs/:id/retry',
  summary: 'Try again what was given up',
  access: 'jobs.administer',
  audit: 'job.retried',
  params: z.strictObject({ id: Id }),
  response: JobsView,
})
