/** Shapes of the queue: pairs that may be one person, and how alike is alike enough. */
import { z } from 'zod'
import { AreaCode, Id, Instant, page, pageQuery, PlainDate, Reason } from '../../common.ts'
import { LikenessReason, Person, PersonRow } from '../schema.ts'
import { Pair } from './merges.ts'

/** A pair of records that may be one person; what is shown of it is what is open to the reader. */
export const Duplicate = z.strictObject({
  id: Id,
  one: PersonRow,
  other: PersonRow,
  /** Computed for this reader, from what is open to them; reasons are codes with a message in every language. */
  score: z.number().min(0).max(1),
  reasons: z.array(LikenessReason),
  /** Both stand under one number of a paper; absent where papers are not open to the reader. */
  sameNumber: z.literal(true).optional(),
  /** A colleague who proposed it. */
  proposedBy: z.string().optional(),
  /** Put off until a day, or until one of the two is changed. */
  later: z.union([PlainDate, z.literal('change')]).optional(),
  foundAt: Instant,
})
export type Duplicate = z.infer<typeof Duplicate>

export const DuplicateFilter = z.strictObject({
  ...pageQuery,
  /** What waits for a decision, or what was put off. */
  view: z.enum(['open', 'later']).default('open'),
  /** How alike: nearly certain, or a question. */
  likeness: z.enum(['very', 'some']).optional(),
  sameNumber: z.stringbool().optional(),
  proposed: z.stringbool().optional(),
  area: AreaCode.optional(),
})
export type DuplicateFilter = z.infer<typeof DuplicateFilter>
export const DuplicatePage = page(Duplicate)

/** One pair, whole: both records as far as they are open, and what a decision would meet. */
export const DuplicateView = Duplicate.extend({ pair: Pair, first: Person, second: Person })
export type DuplicateView = z.infer<typeof DuplicateView>

export const ProposePair = z.strictObject({ id: Id, one: Id, other: Id })
/** For a week, for a month, or until something changes. */
export const PutOff = z.strictObject({ until: z.enum(['week', 'month', 'change']) })

/** The lowest threshold: pairs less alike are not kept. */
export const leastLikeness = 0.5
export const DuplicateSettings = z.strictObject({
  /** From here on a pair stands in the queue. */
  propose: z.number().min(leastLikeness).max(1),
  /** From here on somebody who registers is asked. */
  warn: z.number().min(0.3).max(1),
  version: z.number().int(),
  /** This reader may change them. */
  mayChange: z.boolean(),
  changedBy: z.string().optional(),
  changedAt: Instant.optional(),
})
export type DuplicateSettings = z.infer<typeof DuplicateSettings>
export const ChangeDuplicateSettings = z.strictObject({
  propose: z.number().min(leastLikeness).max(1),
  warn: z.number().min(0.3).max(1),
  reason: Reason,
})
/** What another threshold would do, before it is saved. */
export const DuplicatePreview = z.strictObject({
  now: z.number().int(),
  after: z.number().int(),
  /** Pairs around the new threshold, those above it first. */
  examples: z.array(
    z.strictObject({ one: z.string(), other: z.string(), score: z.number(), shown: z.boolean() }),
  ),
})
export type DuplicatePreview = z.infer<typeof DuplicatePreview>
