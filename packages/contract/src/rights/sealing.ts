/**
 * Sealing the records of a child: past the age that the state says, on request, or by a court. Who was on the register stays; what
 * was written of the child is read by nobody any more, until two people open it for some days, or the person asks to see their file.
 */
import { z } from 'zod'
import { Id, Instant, page, pageQuery, PlainDate, Reason } from '../common.ts'
import { Colleague } from '../tasks/schema.ts'

export const sealReasons = ['age', 'asked', 'court'] as const
export const SealReason = z.enum(sealReasons)
export type SealReason = z.infer<typeof SealReason>

export const Seal = z.strictObject({
  why: SealReason,
  by: Colleague,
  at: Instant,
  /** Opened by two people, until then. */
  openUntil: Instant.optional(),
})
export const SealState = z.strictObject({
  seal: Seal.optional(),
  /** What is asked of it already: to seal it, or to open it. */
  approvalId: Id.optional(),
})
export type SealState = z.infer<typeof SealState>

/** Whose age says that it is time, and who has no case that goes on. */
export const SealRow = z.strictObject({
  personId: Id,
  person: z.string(),
  /** The day on which the age of the profile was reached. */
  on: PlainDate,
  approvalId: Id.optional(),
})
export type SealRow = z.infer<typeof SealRow>
export const SealFilter = z.strictObject({ ...pageQuery })
export type SealFilter = z.infer<typeof SealFilter>
export const SealPage = page(SealRow)

export const SealRules = z.strictObject({
  /** Years after coming of age; absent where the state has not said. */
  years: z.number().int().optional(),
  majority: z.number().int().optional(),
  /** Nobody has compared it with the law: it shows who would be meant, and seals nobody by age. */
  needsReview: z.boolean(),
  sealed: z.number().int(),
})
export type SealRules = z.infer<typeof SealRules>

export const AskSeal = z.strictObject({ why: SealReason, reason: Reason })
export type AskSeal = z.infer<typeof AskSeal>
export const AskOpening = z.strictObject({ days: z.number().int().min(1).max(30), reason: Reason })
export type AskOpening = z.infer<typeof AskOpening>
