/**
 * How papers are had in one state, as reviewed data of its profile: the usual steps for a fact, and after how many
 * days of waiting somebody is told. Practice, not law: what nobody has compared with a source says so.
 */
import { z } from 'zod'
import { paragraph } from '../../common.ts'
import { facts, pathways, stepCodes } from './rules.ts'

const word = z.string().regex(/^[a-z][a-z0-9-]{0,60}$/, 'word')
const days = z.number().int().min(1).max(1000)

const provenance = {
  source: z.union([z.literal('practice'), z.url({ protocol: /^https?$/ })]),
  note: paragraph(600).optional(),
  verified: z.boolean(),
}

/** One usual way to one paper. */
export const PathwayTemplate = z.strictObject({
  fact: z.enum(facts),
  /** A document type of the same profile, where one fits. */
  paper: word.optional(),
  pathway: z.enum(pathways),
  steps: z.array(z.enum(stepCodes)).min(1).max(12),
  ...provenance,
})
export type PathwayTemplate = z.infer<typeof PathwayTemplate>

export const PaperPractice = z.strictObject({
  /** Days of waiting after which those beside the person are told; the supervisor after twice as many. */
  waitLimits: z.strictObject({
    usual: days,
    byFact: z.partialRecord(z.enum(facts), days),
    ...provenance,
  }),
  pathways: z.array(PathwayTemplate).max(60),
})
export type PaperPractice = z.infer<typeof PaperPractice>
