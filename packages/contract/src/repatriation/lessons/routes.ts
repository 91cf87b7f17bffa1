/** Lessons of an operation on their way to the library: offered by who leads it, let go by a second person. */
import { z } from 'zod'
import { Id, Instant, Language, Reason } from '../../common.ts'
import { LessonTexts } from '../../exchange/lesson.ts'
import { route } from '../../route.ts'

export const OfferLessons = z.strictObject({
  id: Id,
  language: Language,
  texts: LessonTexts,
  /** For the second person; it does not leave. */
  reason: Reason,
})
export type OfferLessons = z.infer<typeof OfferLessons>

export const offerStates = ['asked', 'on-its-way', 'at-the-hub', 'not-taken', 'refused'] as const
export const LessonOffer = z.strictObject({
  id: Id,
  language: Language,
  /** To the letter what leaves. */
  texts: LessonTexts,
  state: z.enum(offerStates),
  offeredBy: z.strictObject({ id: Id, name: z.string() }),
  offeredAt: Instant,
  approvalId: Id.optional(),
  sentAt: Instant.optional(),
})
export type LessonOffer = z.infer<typeof LessonOffer>
export const LessonOffers = z.strictObject({ rows: z.array(LessonOffer), mayOffer: z.boolean() })

const params = z.strictObject({ id: Id })
const path = '/operations/:id/lesson-offers'

export const lessonOffers = route({
  method: 'GET',
  path,
  summary: 'What was offered to the library from an operation, and what became of it',
  access: 'repatriation.read',
  audit: 'operation.offers-read',
  params,
  response: LessonOffers,
})
export const offerLessons = route({
  method: 'POST',
  path,
  summary: 'Offer lessons to the library; a second person lets them go',
  access: 'repatriation.lead',
  audit: 'operation.lessons-offered',
  params,
  body: OfferLessons,
  response: LessonOffers,
  status: 201,
})
