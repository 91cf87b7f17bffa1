/** Ways in to lessons that are offered to the library: of an operation by who leads it, of a closed case by who works with it. */
import { z } from 'zod'
import { Id } from '../common.ts'
import { route } from '../route.ts'
import { LessonOffer, LessonOffers, OfferCaseLesson, OfferLessons } from './offers.ts'

const params = z.strictObject({ id: Id })

export const lessonOffers = route({
  method: 'GET',
  path: '/operations/:id/lesson-offers',
  summary: 'What was offered to the library from an operation, and what became of it',
  access: 'repatriation.read',
  audit: 'operation.offers-read',
  params,
  response: LessonOffers,
})
export const offerLessons = route({
  method: 'POST',
  path: '/operations/:id/lesson-offers',
  summary: 'Offer lessons to the library; a second person lets them go',
  access: 'repatriation.lead',
  audit: 'operation.lessons-offered',
  params,
  body: OfferLessons,
  response: LessonOffers,
  status: 201,
})
export const caseLessons = route({
  method: 'GET',
  path: '/cases/:id/lesson-offers',
  summary: 'What was offered to the library from a case, and what became of it',
  access: 'cases.read',
  audit: 'case.offers-read',
  params,
  response: LessonOffers,
})
export const offerCaseLesson = route({
  method: 'POST',
  path: '/cases/:id/lesson-offers',
  summary: 'Offer what a closed case taught to the library, about nobody; a second person lets it go',
  access: 'cases.work',
  audit: 'case.lessons-offered',
  params,
  body: OfferCaseLesson,
  response: LessonOffers,
  status: 201,
})
/** For the second person, who need not know of the case or the operation. */
export const lessonOffer = route({
  method: 'GET',
  path: '/lesson-offers/:id',
  summary: 'The very texts that would leave, for who is asked',
  access: 'approvals.ask',
  audit: 'lesson.offer-read',
  params,
  response: LessonOffer,
})
