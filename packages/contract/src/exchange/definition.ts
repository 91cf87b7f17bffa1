/** What words of the library mean, as they travel: one document of concepts by kind. Frozen as the feed is; fields may come. */
import { z } from 'zod'
import { MultiText } from '../common.ts'

export const definitionIds = ['thesaurus', 'domains'] as const

/** Labels are what a reader sees; other words for the same thing are those that a search knows. */
export const GivenDefinition = z.object({
  concepts: z
    .array(
      z.object({
        id: z.string().max(60),
        broader: z.string().max(60).optional(),
        related: z.array(z.string().max(60)).max(40).optional(),
        label: MultiText,
        words: z.record(z.string().max(12), z.array(z.string().max(200)).max(40)).optional(),
      }),
    )
    .max(5000),
})
export type GivenDefinition = z.infer<typeof GivenDefinition>
