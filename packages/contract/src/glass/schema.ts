/** Opening a file in an emergency: who, why, until when, and what somebody else said of it. */
import { z } from 'zod'
import { RoleName } from '../access/roles.ts'
import { Compartment } from '../access/compartments.ts'
import { Id, Instant, line, page, pageQuery, paragraph, PlainDate } from '../common.ts'
import { Identifier } from '../people/schema.ts'
import { Colleague } from '../tasks/schema.ts'
import { glassStates, reasonIsEnough, verdicts } from './rules.ts'

/** In whole words, for somebody who was not there: what happened, and why it cannot wait. */
export const GlassReason = paragraph(1000).refine(reasonIsEnough, 'reason-not-enough')

export const BreakGlass = z.strictObject({ id: Id, reason: GlassReason })
export type BreakGlass = z.infer<typeof BreakGlass>
/** Of somebody who is on no list of mine: by a number of a paper that lies before me. */
export const BreakGlassByNumber = z.strictObject({
  id: Id,
  system: Identifier.shape.system,
  number: line(64),
  reason: GlassReason,
})
export type BreakGlassByNumber = z.infer<typeof BreakGlassByNumber>

export const Opening = z.strictObject({
  id: Id,
  version: z.number().int(),
  state: z.enum(glassStates),
  by: Colleague,
  role: RoleName,
  /** Who holds the record. */
  agency: z.string(),
  /** For who opened it, and for those to whom the record is open; the name for these alone. */
  person: z.strictObject({ id: Id, name: z.string().optional() }).optional(),
  sections: z.array(Compartment),
  /** How many files it opened: the person's, and those of children at home. */
  files: z.number().int(),
  openedAt: Instant,
  endsAt: Instant,
  endedAt: Instant.optional(),
  reviewDue: PlainDate,
  /** Absent once the person was erased. */
  reason: z.string().optional(),
  verdict: z.enum(verdicts).optional(),
  words: z.string().optional(),
  reviewedBy: Colleague.optional(),
  reviewedAt: Instant.optional(),
  /** How often the files were looked at under it, by the log. */
  looks: z.number().int(),
  mayReview: z.boolean(),
})
export type Opening = z.infer<typeof Opening>

export const OpeningRow = Opening.omit({
  reason: true,
  words: true,
  looks: true,
  files: true,
  sections: true,
})
export type OpeningRow = z.infer<typeof OpeningRow>
export const OpeningPage = page(OpeningRow)
export const OpeningFilter = z.strictObject({
  of: z.enum(['waiting', 'all']).default('waiting'),
  ...pageQuery,
})
export type OpeningFilter = z.infer<typeof OpeningFilter>

export const OpeningCounts = z.strictObject({
  open: z.number().int(),
  waiting: z.number().int(),
  late: z.number().int(),
  justified: z.number().int(),
  notJustified: z.number().int(),
})
export type OpeningCounts = z.infer<typeof OpeningCounts>

/** What I opened and what is still open. */
export const MyOpenings = z.strictObject({
  rows: z.array(z.strictObject({ id: Id, personId: Id, files: z.array(Id), endsAt: Instant })),
})

export const ReviewOpening = z.strictObject({
  seen: z.number().int(),
  verdict: z.enum(verdicts),
  words: paragraph(2000).refine(text => text.length >= 10, 'reason-too-short'),
})
export type ReviewOpening = z.infer<typeof ReviewOpening>
