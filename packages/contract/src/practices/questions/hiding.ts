/** A text that is hidden: for its author and those who keep order. */
import { z } from 'zod'
import { Id, Instant } from '../../common.ts'

/** Why a text is not shown to others, to its author and to those who keep order. */
export const Hiding = z.strictObject({
  id: Id,
  at: Instant,
  reason: z.string(),
  appeal: z.string().optional(),
  verdict: z.enum(['stays', 'restored']).optional(),
  words: z.string().optional(),
  mayAppeal: z.boolean(),
})
export type Hiding = z.infer<typeof Hiding>
