/** Background work as an operator sees it: names, counts and codes. What a job is about does not leave the queue. */
import { z } from 'zod'
import { Id, Instant } from '../common.ts'

export const Queue = z.strictObject({
  name: z.string(),
  waiting: z.number().int(),
  active: z.number().int(),
  failed: z.number().int(),
})

/** Work that was given up after its tries; `code` is the kind of trouble, never its words. */
export const DeadLetter = z.strictObject({ id: Id, name: z.string(), at: Instant, code: z.string() })

export const JobsView = z.strictObject({
  /** False in a process that leaves the work to others. */
  running: z.boolean(),
  queues: z.array(Queue),
  deadLetters: z.array(DeadLetter),
})
export type JobsView = z.infer<typeof JobsView>
