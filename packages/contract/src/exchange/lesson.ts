/**
 * What was learnt from bringing people home, or from a case, as it leaves a node for the library of the hub. Frozen: fields may
 * come, and readers skip what they do not know. Texts about the work alone; no operation, no family, no place and no moment closer
 * than a day.
 */
import { z } from 'zod'
import { Id, Language, PlainDate } from '../common.ts'
import { Domains } from '../domains.ts'
import { impersonal, impersonalLine } from '../personalData.ts'
import { PracticeFacts } from '../practices/content.ts'

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

/** What a lesson of a case says besides; one of an operation has none of it. */
export const CaseLesson = z.object({
  /** What came of it. */
  results: impersonal(2000),
  domains: Domains,
  settings: PracticeFacts.shape.settings,
  ages: PracticeFacts.shape.ages,
})
export type CaseLesson = z.infer<typeof CaseLesson>

export const GivenLesson = z.object({
  type: z.literal(lessonType),
  id: Id,
  language: Language,
  texts: LessonTexts,
  on: PlainDate,
  case: CaseLesson.optional(),
})
export type GivenLesson = z.infer<typeof GivenLesson>
