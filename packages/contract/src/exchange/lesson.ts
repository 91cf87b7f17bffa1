/**
 * What was learnt from bringing people home, as it leaves a node for the library of the hub. Frozen: fields may come, and readers
 * skip what they do not know. Texts about the work alone; no operation, no place and no moment closer than a day.
 */
import { z } from 'zod'
import { Id, Language, PlainDate } from '../common.ts'
import { impersonal, impersonalLine } from '../personalData.ts'

export const lessonPath = '/exchange/lessons'
/** First line of what is signed: a signature for one thing is none for another. */
export const lessonType = 'kerege-lesson/1'

/** In the order of reading, each the field of a practice with the same name. */
export const lessonFields = ['title', 'summary', 'problem', 'steps', 'limits'] as const
export type LessonField = (typeof lessonFields)[number]

export const LessonTexts = z.strictObject({
  title: impersonalLine(200),
  summary: impersonal(1000),
  /** What was hard. */
  problem: impersonal(2000),
  /** What to do, a step a line. */
  steps: impersonal(4000),
  /** Where it does not help. */
  limits: impersonal(2000).optional(),
})
export type LessonTexts = z.infer<typeof LessonTexts>

export const GivenLesson = z.object({
  type: z.literal(lessonType),
  id: Id,
  language: Language,
  texts: LessonTexts,
  on: PlainDate,
})
export type GivenLesson = z.infer<typeof GivenLesson>
