/** How long files are kept: which term has passed by the profile of the state, and what holds a file. Nothing goes by itself. */
import { z } from 'zod'
import { Id, Instant, line, page, pageQuery, PlainDate } from '../common.ts'
import { Colleague } from '../tasks/schema.ts'

/** Classes of the profile whose clock the node reads. */
export const retentionSubjects = ['case-file', 'person-without-case'] as const
export const holdReasons = ['court', 'complaint', 'claim', 'other'] as const

export const Hold = z.strictObject({
  why: z.enum(holdReasons),
  paper: z.string(),
  until: PlainDate.optional(),
  by: Colleague,
  at: Instant,
})
export const RetentionRow = z.strictObject({
  personId: Id,
  person: z.string(),
  subject: z.enum(retentionSubjects),
  /** The last case ended, or something was last written where there was none. */
  since: PlainDate,
  /** The term of the state ended. */
  until: PlainDate,
  /** By a term that is the program's proposal: it shows the row, and nothing is asked for by it. */
  proposed: z.boolean(),
  hold: Hold.optional(),
  /** Its erasure is asked for already. */
  approvalId: Id.optional(),
})
export type RetentionRow = z.infer<typeof RetentionRow>
export const RetentionPage = page(RetentionRow)
export const RetentionFilter = z.strictObject({ ...pageQuery })
export type RetentionFilter = z.infer<typeof RetentionFilter>

/** What the state has said of each class; `null` where it has not. */
export const RetentionRules = z.strictObject({
  rows: z.array(
    z.strictObject({
      subject: z.string(),
      years: z.number().int().nullable(),
      needsReview: z.boolean(),
      /** The program's proposal, where the state has said nothing. */
      proposed: z.number().int().optional(),
    }),
  ),
  held: z.number().int(),
})

export const SetHold = z.strictObject({
  why: z.enum(holdReasons),
  paper: line(200),
  until: PlainDate.optional(),
})
export type SetHold = z.infer<typeof SetHold>
export const HoldState = z.strictObject({ hold: Hold.optional() })
