/** Guidance at a node: adopted decisions of the Council that were fetched from the hub, and how they are put into practice here. */
import { z } from 'zod'
import { Id, Instant, Language, MultiText, page, pageQuery } from '../common.ts'
import { Domain } from '../domains.ts'
import { impersonal } from '../personalData.ts'
import { guidanceStates, useStates } from './rules.ts'

const Age = z.number().int().min(0).max(120)
export const Ages = z
  .strictObject({ from: Age.optional(), to: Age.optional() })
  .refine(({ from, to }) => from === undefined || to === undefined || to >= from, {
    path: ['to'],
    message: 'period-reversed',
  })

export const GuidanceRow = z.strictObject({
  id: Id,
  symbol: z.string(),
  title: MultiText,
  /** Empty: all of them. */
  domains: z.array(Domain),
  ages: Ages,
  state: z.enum(guidanceStates),
  adoptedAt: Instant,
  cameAt: Instant,
  /** How it was said last to be put into practice here. */
  use: z.enum(useStates).optional(),
})
export type GuidanceRow = z.infer<typeof GuidanceRow>

const Other = z.strictObject({ id: Id, symbol: z.string(), title: MultiText })
export const Guidance = GuidanceRow.extend({
  texts: MultiText,
  note: MultiText.optional(),
  reason: z.string().optional(),
  replaces: Other.optional(),
  replacedBy: Other.optional(),
  uses: z.array(
    z.strictObject({
      id: Id,
      state: z.enum(useStates),
      language: Language,
      words: z.string().optional(),
      by: z.string(),
      at: Instant,
      /** What became of telling the hub: kept here, on its way, there, or not taken. */
      told: z.enum(['kept', 'waiting', 'sent', 'refused', 'overtaken']),
    }),
  ),
})
export type Guidance = z.infer<typeof Guidance>

export const GuidanceFilter = z.strictObject({
  ...pageQuery,
  domain: Domain.optional(),
  age: z.coerce.number().int().min(0).max(120).optional(),
  state: z.enum(guidanceStates).optional(),
})
export type GuidanceFilter = z.infer<typeof GuidanceFilter>
export const GuidancePage = page(GuidanceRow)

/** Says how it is put into practice here; told to the hub only where a coordinator wants that. */
export const SayUse = z
  .strictObject({
    id: Id,
    state: z.enum(useStates),
    words: impersonal(2000).optional(),
    share: z.boolean().default(false),
  })
  .refine(({ state, words }) => state !== 'not-applicable' || words !== undefined, {
    path: ['words'],
    message: 'required',
  })
