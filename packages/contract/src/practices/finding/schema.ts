/** A question to the library and its answer: practices with the text that fits best, what of it was found, and counts to narrow by. */
import { z } from 'zod'
import { Country, Id, Language, line, TextState } from '../../common.ts'
import { Domain } from '../../domains.ts'
import { audienceRoles, EvidenceLevel, Setting } from '../content.ts'
import { PracticeRow } from '../record/schema.ts'

const some = <T extends z.ZodType>(one: T) => z.array(one).min(1).max(30).optional()
export const uses = ['worked', 'trying'] as const

/** What the answer is narrowed by; of each kind one is enough. */
export const PracticeFacets = z.strictObject({
  languages: some(Language),
  domains: some(Domain),
  roles: some(z.enum(audienceRoles)),
  settings: some(Setting),
  countries: some(Country),
  evidence: some(EvidenceLevel),
  use: some(z.enum(uses)),
})
export type PracticeFacets = z.infer<typeof PracticeFacets>
export const facetNames = [
  'languages',
  'use',
  'roles',
  'domains',
  'settings',
  'countries',
  'evidence',
] as const
export type FacetName = (typeof facetNames)[number]

/** Whatever was typed or pasted: operators and quotes are letters that no word has. */
export const AskPractices = z.strictObject({
  words: z.string().max(10_000),
  /** In which the asker types; guessed from the words when left out. */
  language: Language.optional(),
  facets: PracticeFacets.default({}),
  sort: z.enum(['fit', 'use']).default('fit'),
  from: z.number().int().min(0).max(1000).default(0),
  limit: z.number().int().min(1).max(50).default(20),
})
export type AskPractices = z.infer<typeof AskPractices>

/** A piece of a text with what was found in it, as pairs of places. */
export const Marked = z.strictObject({
  text: z.string(),
  marks: z.array(z.tuple([z.number().int(), z.number().int()])),
})
export type Marked = z.infer<typeof Marked>

export const FoundPractice = z.strictObject({
  practice: PracticeRow,
  /** The language of the text that fits best, and how sure that text is. */
  language: Language,
  state: TextState,
  title: Marked,
  piece: Marked.optional(),
  /** Where words stand in a file beside it, as told by whoever named the file. */
  file: z
    .strictObject({
      id: Id,
      name: z.string(),
      language: Language,
      page: z.number().int().optional(),
      piece: Marked,
    })
    .optional(),
  /** Places where it worked, and where it is being tried. */
  worked: z.number().int(),
  trying: z.number().int(),
})
export type FoundPractice = z.infer<typeof FoundPractice>

/** A search that somebody keeps, to hear when something new fits. */
export const SavedSearch = z.strictObject({
  id: Id,
  words: line(200),
  language: Language.optional(),
  facets: PracticeFacets.default({}),
})
export type SavedSearch = z.infer<typeof SavedSearch>
export const SavedSearches = z.strictObject({ rows: z.array(SavedSearch) })
export const mostSavedSearches = 20

export const FoundPractices = z.strictObject({
  rows: z.array(FoundPractice),
  total: z.number().int(),
  /** What was looked for, a list of words of one meaning for each concept: maktab, мактаб, школа, мектеп, school. */
  meant: z.array(z.array(z.string())),
  facets: z.array(
    z.strictObject({
      name: z.enum(facetNames),
      counts: z.array(z.strictObject({ value: z.string(), count: z.number().int() })),
    }),
  ),
})
export type FoundPractices = z.infer<typeof FoundPractices>
