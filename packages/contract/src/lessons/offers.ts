/**
 * Lessons on their way to the library of the region: of an operation, or of a case that is closed. Texts about the work and about
 * nobody; who knows the work writes them, a second person lets them go.
 */
import { z } from 'zod'
import { Id, Instant, Language, Reason } from '../common.ts'
import { CaseLesson, LessonTexts } from '../exchange/lesson.ts'
import { impersonal } from '../personalData.ts'

export const OfferLessons = z.strictObject({
  id: Id,
  language: Language,
  texts: LessonTexts,
  /** For the second person; it does not leave. */
  reason: Reason,
})
export type OfferLessons = z.infer<typeof OfferLessons>

const results = impersonal(2000)
/** What a case teaches says besides what came of it. */
export const CaseLessonTexts = LessonTexts.extend({ results })
export const LessonFacts = z.strictObject(CaseLesson.omit({ results: true }).shape)
export type LessonFacts = z.infer<typeof LessonFacts>

export const OfferCaseLesson = OfferLessons.extend({
  texts: CaseLessonTexts,
  facts: LessonFacts.refine(({ domains }) => domains.length > 0, { path: ['domains'], message: 'required' }),
})
export type OfferCaseLesson = z.infer<typeof OfferCaseLesson>

export const offerStates = ['asked', 'on-its-way', 'at-the-hub', 'not-taken', 'refused'] as const
export const LessonOffer = z.strictObject({
  id: Id,
  language: Language,
  /** To the letter what leaves. */
  texts: LessonTexts.extend({ results: results.optional() }),
  facts: LessonFacts.optional(),
  state: z.enum(offerStates),
  offeredBy: z.strictObject({ id: Id, name: z.string() }),
  offeredAt: Instant,
  approvalId: Id.optional(),
  sentAt: Instant.optional(),
})
export type LessonOffer = z.infer<typeof LessonOffer>
export const LessonOffers = z.strictObject({ rows: z.array(LessonOffer), mayOffer: z.boolean() })
export type LessonOffers = z.infer<typeof LessonOffers>
