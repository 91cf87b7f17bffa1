/** What the staff of an agency need to learn, as it answers; and what of that is missing. */
import { z } from 'zod'
import { Country, Id, Instant, LanguageTag, MultiText, PlainDate } from '../../../common.ts'
import { Domain } from '../../../domains.ts'
import { AgencyName } from '../../roster/schema.ts'
import { Profession } from '../common.ts'

export const NeedRow = z.strictObject({
  profession: Profession,
  domain: Domain,
  language: LanguageTag,
  people: z.number().int().min(1).max(100_000),
  by: PlainDate,
})
export type NeedRow = z.infer<typeof NeedRow>

const once = (rows: readonly NeedRow[]) =>
  new Set(rows.map(one => `${one.profession} ${one.domain} ${one.language}`)).size === rows.length
/** None says that nothing is needed now. */
const rows = z.array(NeedRow).max(60).refine(once, 'twice')
export const AnswerNeeds = z.strictObject({ id: Id, asOf: PlainDate, rows, note: MultiText.optional() })

export const NeedAnswer = z.strictObject({
  id: Id,
  /** Counted for the agency: the last one counts. */
  number: z.number().int(),
  asOf: PlainDate,
  at: Instant,
  by: z.string(),
  rows: z.array(NeedRow),
  note: MultiText.optional(),
})
export type NeedAnswer = z.infer<typeof NeedAnswer>
export const AgencyNeeds = z.strictObject({ agency: AgencyName, answers: z.array(NeedAnswer).min(1) })
export type AgencyNeeds = z.infer<typeof AgencyNeeds>
export const Needs = z.strictObject({
  agencies: z.array(AgencyNeeds),
  /** The agency for which the reader answers; absent for those who do not. */
  mine: AgencyName.optional(),
})
export type Needs = z.infer<typeof Needs>

export const GapFilter = z.strictObject({
  country: Country.optional(),
  profession: Profession.optional(),
  domain: Domain.optional(),
  language: LanguageTag.optional(),
})
export type GapFilter = z.infer<typeof GapFilter>
export const GapRow = z.strictObject({
  country: Country.optional(),
  profession: Profession,
  domain: Domain,
  language: LanguageTag,
  needed: z.number().int(),
  trained: z.number().int(),
  missing: z.number().int(),
  by: PlainDate,
})
export type GapRow = z.infer<typeof GapRow>
export const Gaps = z.strictObject({ rows: z.array(GapRow), asOf: PlainDate })
