/** The practice of the month: chosen by those who moderate, told to all who read practices, each in their language. */
import { z } from 'zod'
import { Id, Instant, MultiText } from '../../common.ts'
import { impersonalTexts } from '../../personalData.ts'
import { PracticeRef, Uses } from '../adoption/schema.ts'
import { monthPattern } from './rules.ts'

export const Month = z.string().regex(monthPattern, 'month')

export const ChosenMonth = z.strictObject({
  month: z.string(),
  version: z.number().int(),
  practice: PracticeRef,
  summary: MultiText.optional(),
  /** Why this one. */
  words: MultiText.optional(),
  uses: Uses.optional(),
  toldAt: Instant.optional(),
})
export type ChosenMonth = z.infer<typeof ChosenMonth>

export const Months = z.strictObject({
  /** Newest first; those to come are shown to those who choose. */
  rows: z.array(ChosenMonth),
  /** For those who choose: what was adopted and worked, and was not chosen in the year before. */
  suggested: z.array(z.strictObject({ practice: PracticeRef, uses: Uses.optional() })),
  mayChoose: z.boolean(),
})
export type Months = z.infer<typeof Months>

export const ChooseMonth = z.strictObject({ practiceId: Id, words: impersonalTexts(MultiText).optional() })
