/** Adoptions as they travel: where a practice is tried, what was changed for it, and how it went. No person is in any of it. */
import { z } from 'zod'
import { Country, Id, Instant, Language, MultiText, page, pageQuery, PlainDate } from '../../common.ts'
import { impersonal, impersonalLine } from '../../personalData.ts'
import { AdoptionState, PracticeState } from '../rules.ts'
import { adopterKinds, adoptionStandings } from './rules.ts'

/** A practice as other pages name it. */
export const PracticeRef = z.strictObject({
  id: Id,
  symbol: z.string(),
  title: MultiText,
  state: PracticeState,
  country: Country,
})
export type PracticeRef = z.infer<typeof PracticeRef>

export const AdoptionRow = z.strictObject({
  id: Id,
  version: z.number().int(),
  practice: PracticeRef,
  by: z.enum(adopterKinds),
  agency: MultiText,
  country: Country,
  place: z.string(),
  since: PlainDate,
  standing: z.enum(adoptionStandings),
  /** The last words, with their language: "Works, shortened to one hour". */
  words: z.string(),
  language: Language,
  updatedAt: Instant,
})
export type AdoptionRow = z.infer<typeof AdoptionRow>

export const AdoptionReport = z.strictObject({
  id: Id,
  number: z.number().int(),
  standing: z.enum(adoptionStandings),
  words: z.string(),
  adaptation: z.string().optional(),
  feedback: z.string().optional(),
  language: Language,
  at: Instant,
  by: z.string(),
})
export type AdoptionReport = z.infer<typeof AdoptionReport>

export const Adoption = AdoptionRow.extend({
  /** Newest last; each is what was said then. */
  reports: z.array(AdoptionReport),
  answers: z.array(
    z.strictObject({
      id: Id,
      words: z.string(),
      language: Language,
      at: Instant,
      by: z.string(),
      author: z.boolean(),
    }),
  ),
  mine: z.strictObject({ report: z.boolean(), withdraw: z.boolean(), answer: z.boolean() }),
})
export type Adoption = z.infer<typeof Adoption>

/** Of one practice, each place once. */
export const Uses = z.strictObject({
  tried: z.number().int(),
  trying: z.number().int(),
  worked: z.number().int(),
  partly: z.number().int(),
  stopped: z.number().int(),
})
export type Uses = z.infer<typeof Uses>

export const WhereUsed = z.strictObject({
  uses: Uses,
  /** What worked first, then what is tried, then what stopped. */
  rows: z.array(AdoptionRow),
  mine: z.strictObject({
    /** For whom the reader can say that it is tried; empty with a hindrance. */
    as: z.array(z.enum(adopterKinds)),
    country: Country.optional(),
    hindrance: z
      .enum(['practice-not-published', 'practice-retracted', 'own-practice', 'not-allowed'])
      .optional(),
  }),
})
export type WhereUsed = z.infer<typeof WhereUsed>

export const AdoptionFilter = z.strictObject({
  ...pageQuery,
  practiceId: Id.optional(),
  standing: AdoptionState.optional(),
  country: Country.optional(),
  /** Said by the reader's agency, or about what the reader wrote. */
  mine: z.stringbool().optional(),
  /** Of practices that were retracted since. */
  retracted: z.stringbool().optional(),
})
export type AdoptionFilter = z.infer<typeof AdoptionFilter>
export const AdoptionPage = page(AdoptionRow)

const said = {
  words: impersonal(2000).refine(text => text.length >= 3, 'reason-too-short'),
  language: Language,
}
export const Adopt = z.strictObject({
  id: Id,
  reportId: Id,
  by: z.enum(adopterKinds),
  country: Country,
  /** In words, as one would say it: a city or a region. Smaller places tell of families. */
  place: impersonalLine(80),
  since: PlainDate,
  ...said,
  adaptation: impersonal(2000).optional(),
})
export const ReportAdoption = z.strictObject({
  id: Id,
  state: AdoptionState,
  ...said,
  adaptation: impersonal(2000).optional(),
  /** For who wrote the practice and who tries it next. */
  feedback: impersonal(2000).optional(),
})
export const WithdrawAdoption = z.strictObject({ id: Id, ...said })
export const AnswerAdoption = z.strictObject({ id: Id, ...said })
