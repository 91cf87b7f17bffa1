/** What came of a training: questions before and after, certificates, what is used after half a year, and the lessons. */
import { z } from 'zod'
import { Id, Language, MultiText, paragraph, Reason } from '../../../common.ts'

export const questionKinds = ['scale', 'choice'] as const
/** The ends of a scale. */
export const scale = { from: 1, to: 5 } as const

const options = z.array(MultiText).max(8).default([])
export const Question = z.strictObject({
  id: Id,
  kind: z.enum(questionKinds),
  text: MultiText,
  /** Of a choice, answered by their place from nought. */
  options: z.array(MultiText),
})
export type Question = z.infer<typeof Question>
export const WriteQuestions = z.strictObject({
  questions: z
    .array(
      z
        .strictObject({ id: Id, kind: z.enum(questionKinds), text: MultiText, options })
        .refine(one => (one.kind === 'choice' ? one.options.length >= 2 : one.options.length === 0), {
          path: ['options'],
          message: 'options-unfit',
        }),
    )
    .max(20),
})

/** Does the value answer that question? */
export const answerFits = (question: Pick<Question, 'kind' | 'options'>, value: number): boolean =>
  question.kind === 'scale'
    ? value >= scale.from && value <= scale.to
    : value >= 0 && value < question.options.length

const Value = z.number().int().min(0).max(10)
export const Phase = z.enum(['before', 'after'])
export const AnswerQuestions = z.strictObject({
  phase: Phase,
  answers: z
    .array(z.strictObject({ questionId: Id, value: Value }))
    .min(1)
    .max(20)
    .refine(list => new Set(list.map(one => one.questionId)).size === list.length, 'twice'),
})

/** A group's answers to one question: how often each value. */
export const Result = z.strictObject({
  questionId: Id,
  values: z.array(z.strictObject({ value: Value, count: z.number().int() })),
})
export type Result = z.infer<typeof Result>
export const PhaseView = z.strictObject({
  state: z.enum(['to-come', 'running', 'over']),
  /** How many have answered. */
  answers: z.number().int(),
  /** The reader takes part and has not answered. */
  waitsForMe: z.boolean(),
  /** Absent while it runs and where fewer than five have answered. */
  results: z.array(Result).optional(),
})
export type PhaseView = z.infer<typeof PhaseView>

export const usedKinds = ['much', 'some', 'not-yet'] as const
export const obstacles = ['time', 'chief', 'material', 'language', 'law', 'people', 'nothing'] as const
export const Obstacle = z.enum(obstacles)
export const AnswerFollowUp = z.strictObject({
  used: z.enum(usedKinds),
  usedWords: paragraph(2000).optional(),
  hindered: z
    .array(Obstacle)
    .max(obstacles.length)
    .refine(list => new Set(list).size === list.length, 'twice'),
  hinderedWords: paragraph(2000).optional(),
})
export const FollowUp = z.strictObject({
  state: z.enum(['to-come', 'running', 'over']),
  answers: z.number().int(),
  waitsForMe: z.boolean(),
  results: z
    .strictObject({
      used: z.strictObject({ much: z.number().int(), some: z.number().int(), 'not-yet': z.number().int() }),
      hindered: z.array(z.strictObject({ what: Obstacle, count: z.number().int() })),
      words: z.array(z.string()),
      obstacles: z.array(z.string()),
    })
    .optional(),
})
export type FollowUp = z.infer<typeof FollowUp>

export const Issued = z.strictObject({ issued: z.number().int() })
export const Revoke = z.strictObject({ reason: Reason })
export const InLanguage = z.strictObject({ language: Language })

/** What the report tells, in its order. The first two the system drafts, the others people write. */
export const lessonSections = ['held', 'figures', 'worked', 'hindered', 'next'] as const
export const LessonSection = z.enum(lessonSections)
export type LessonSection = z.infer<typeof LessonSection>
export const LessonTexts = z.strictObject({
  held: MultiText.optional(),
  figures: MultiText.optional(),
  worked: MultiText.optional(),
  hindered: MultiText.optional(),
  next: MultiText.optional(),
})
export type LessonTexts = z.infer<typeof LessonTexts>
export const Lessons = z.strictObject({
  eventId: Id,
  title: MultiText,
  version: z.number().int(),
  sections: LessonTexts,
  shared: z.boolean(),
  mayWrite: z.boolean(),
})
export type Lessons = z.infer<typeof Lessons>
export const WriteLessons = z.strictObject({ sections: LessonTexts, shared: z.boolean() })
export const LessonsFile = z.strictObject({ format: z.enum(['docx', 'pdf']), language: Language })
