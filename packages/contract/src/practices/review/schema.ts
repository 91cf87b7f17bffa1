/** A review on the wire: seats and their states, what a reviewer writes, and who could be asked. */
import { z } from 'zod'
import { Country, Id, Instant, Language, line, MultiText, PlainDate, Reason } from '../../common.ts'
import { Domain, Domains } from '../../domains.ts'
import { PracticeRow } from '../record/schema.ts'
import { type Criterion, criteria, Grade } from '../rules.ts'
import { recommendations, turns } from './rules.ts'

export const reviewStates = ['invited', 'accepted', 'declined', 'conflict', 'given', 'ended'] as const
export const Recommendation = z.enum(recommendations)

const graded = z.strictObject({ grade: Grade, reason: MultiText })
export const Grades = z.strictObject(
  Object.fromEntries(criteria.map(one => [one, graded])) as Record<Criterion, typeof graded>,
)

/** One seat. Names are for those who moderate and for the reviewer; what was written for those who may read it. */
export const ReviewSeat = z.strictObject({
  id: Id,
  round: z.number().int(),
  seat: z.number().int(),
  state: z.enum(reviewStates),
  mine: z.boolean(),
  reviewer: z.strictObject({ id: Id, name: z.string(), here: z.boolean() }).optional(),
  country: Country.optional(),
  invitedAt: Instant,
  givenAt: Instant.optional(),
  conflict: z.string().optional(),
  grades: Grades.optional(),
  wordsAuthor: MultiText.optional(),
  wordsPublished: MultiText.optional(),
  recommendation: Recommendation.optional(),
  readVersion: z.number().int().optional(),
  version: z.number().int(),
})
export type ReviewSeat = z.infer<typeof ReviewSeat>

export const Review = z.strictObject({
  practiceId: Id,
  round: z.number().int(),
  turn: z.enum(turns),
  /** For those who moderate: what the reviewers came to. */
  outcome: z.enum([...recommendations, 'third', 'waiting']).optional(),
  /** How many of this round were asked, said yes, and have given. */
  asked: z.number().int(),
  accepted: z.number().int(),
  given: z.number().int(),
  seats: z.array(ReviewSeat),
  mayModerate: z.boolean(),
  freeSeat: z.number().int().optional(),
})
export type Review = z.infer<typeof Review>

export const CandidateRow = z.strictObject({
  account: z.strictObject({ id: Id, name: z.string() }),
  agency: MultiText,
  country: Country.optional(),
  domains: z.array(Domain),
  languages: z.array(Language),
  otherCountry: z.boolean(),
  /** Reviews that they have not given yet. */
  busy: z.number().int(),
})
export const Candidates = z.strictObject({ rows: z.array(CandidateRow) })
export type CandidateRow = z.infer<typeof CandidateRow>

export const InviteReviewer = z.strictObject({ id: Id, accountId: Id })
export const AnswerInvitation = z.discriminatedUnion('answer', [
  z.strictObject({ answer: z.literal('accept'), noConflict: z.literal(true) }),
  z.strictObject({ answer: z.literal('decline') }),
  z.strictObject({ answer: z.literal('conflict'), conflict: line(500) }),
])
export type AnswerInvitation = z.infer<typeof AnswerInvitation>

export const GiveReview = z.strictObject({
  grades: Grades,
  wordsAuthor: MultiText.optional(),
  wordsPublished: MultiText.optional(),
  recommendation: Recommendation,
})
export type GiveReview = z.infer<typeof GiveReview>

export const ReviewerProfile = z.strictObject({
  domains: Domains,
  languages: z.array(Language).max(7),
  available: z.boolean(),
  version: z.number().int(),
})
export type ReviewerProfile = z.infer<typeof ReviewerProfile>
export const SetReviewerProfile = ReviewerProfile.omit({ version: true })

/** One who may be asked, as those who moderate see them. */
export const ReviewerRow = z.strictObject({
  id: Id,
  name: z.string(),
  agency: MultiText,
  country: Country.optional(),
  domains: z.array(Domain),
  languages: z.array(Language),
  available: z.boolean(),
  /** Reviews that they have not given yet. */
  busy: z.number().int(),
})
export type ReviewerRow = z.infer<typeof ReviewerRow>
export const Reviewers = z.strictObject({ rows: z.array(ReviewerRow) })
export const Reviewer = ReviewerRow.extend({ version: z.number().int() })
export type Reviewer = z.infer<typeof Reviewer>

export const PracticeSettings = z.strictObject({
  confirmYears: z.number().int().min(1).max(10),
  version: z.number().int(),
})
export const SetPracticeSettings = PracticeSettings.omit({ version: true })

/** What waits for somebody, by what it asks of them. */
export const needKinds = [
  'answer',
  'review',
  'revise',
  'assign',
  'third',
  'settle',
  'confirm',
  'take-over',
] as const
export const PracticeNeed = z.strictObject({
  kind: z.enum(needKinds),
  practice: PracticeRow.pick({ id: true, title: true, state: true, number: true }),
  since: Instant,
  due: PlainDate.optional(),
})
export type PracticeNeed = z.infer<typeof PracticeNeed>
export const PracticeNeeds = z.strictObject({ rows: z.array(PracticeNeed) })

export const SendBack = z.strictObject({ reason: Reason })
