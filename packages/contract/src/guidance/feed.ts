/**
 * What travels between the hub and the nodes about guidance. Frozen: fields may come, and readers skip what they do not know.
 * An entry comes as an item of the exchange; a statement says a state and words, and counts nobody.
 */
import { z } from 'zod'
import { Id, Instant, Language, MultiText } from '../common.ts'
import { impersonal } from '../personalData.ts'
import { guidanceStates, useStates } from './rules.ts'

export const statementPath = '/council/guidance/statements'

/** First line of what is signed: a signature for one thing is none for another. */
export const statementType = 'kerege-guidance-statement/1'

/** The body as the very text that was signed, and the signed note that names its digest. */
export const SignedBody = z.object({ note: z.string().max(2000), body: z.string() })
export type SignedBody = z.infer<typeof SignedBody>

const Age = z.number().int().min(0).max(120)

/** The body of an item of the kind `guidance`. */
export const FeedEntry = z.object({
  id: Id,
  symbol: z.string().max(100),
  title: MultiText,
  texts: MultiText,
  note: MultiText.optional(),
  domains: z.array(z.string().max(40)).max(100),
  ages: z.object({ from: Age.optional(), to: Age.optional() }),
  adoptedAt: Instant,
  state: z.enum(guidanceStates),
  reason: z.string().max(500).optional(),
  replacesId: Id.optional(),
})
export type FeedEntry = z.infer<typeof FeedEntry>

export const Statement = z.object({
  type: z.literal(statementType),
  guidanceId: Id,
  /** Counts what this node has said of it: a lower one is older. */
  number: z.number().int().min(1),
  state: z.enum(useStates),
  language: Language,
  words: impersonal(2000).optional(),
  at: Instant,
})
export type Statement = z.infer<typeof Statement>
