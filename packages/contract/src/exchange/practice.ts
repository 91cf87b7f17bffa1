/** A practice as it travels: its published edition with the review it was published with. Frozen as the feed is. */
import { z } from 'zod'
import { Instant, MultiText, PlainDate } from '../common.ts'
import { type TextField, textFields, WebAddress } from '../practices/content.ts'

/** published: in use. archived: of its time. retracted: not to be used, and why. */
export const givenStates = ['published', 'archived', 'retracted'] as const

const Age = z.number().int().min(0).max(120).optional()
const codes = z.array(z.string().max(60)).max(100)
const someTexts = Object.fromEntries(textFields.map(field => [field, MultiText.optional()])) as {
  [Field in TextField]: z.ZodOptional<typeof MultiText>
}

/** Codes are open: a newer hub may know more of them than a node does. */
export const GivenFacts = z.object({
  domains: codes,
  themes: codes,
  settings: codes,
  audience: codes,
  ages: z.object({ from: Age, to: Age }),
  sex: z.string().max(20),
  country: z.string().max(2),
  since: z.number().int().optional(),
  until: z.number().int().optional(),
  cost: z.string().max(20).optional(),
  weeks: z.number().int().optional(),
  evidenceLevel: z.string().max(20),
  figures: z
    .array(z.object({ label: MultiText, value: z.string().max(60), source: z.string().max(300) }))
    .max(20),
  sources: z
    .array(
      z.object({
        title: z.string().max(300),
        url: WebAddress.optional().catch(undefined),
        year: z.number().optional(),
      }),
    )
    .max(30),
  related: codes,
})

export const GivenReview = z.object({
  grades: z.record(
    z.string().max(30),
    z.object({ grade: z.number().int().min(1).max(4), reasons: z.array(MultiText).max(10) }),
  ),
  words: z
    .array(z.object({ text: MultiText, country: z.string().max(2).optional(), third: z.boolean() }))
    .max(20),
  differed: z.boolean(),
})
export type GivenReview = z.infer<typeof GivenReview>

export const GivenPractice = z.object({
  symbol: z.string().max(20),
  state: z.enum(givenStates),
  reason: z.string().max(1000).optional(),
  edition: z.number().int().min(1),
  publishedAt: Instant,
  confirmBy: PlainDate.optional(),
  licence: z.string().max(40),
  country: z.string().max(2),
  organisation: MultiText.optional(),
  papers: z.array(z.string().max(100)).max(50),
  texts: z.object({ ...someTexts, title: MultiText }),
  facts: GivenFacts,
  review: GivenReview.optional(),
  /** Where it is used: how many said so, and how many of them that it worked. */
  adoption: z.object({ places: z.number().int(), worked: z.number().int() }).optional(),
})
export type GivenPractice = z.infer<typeof GivenPractice>
