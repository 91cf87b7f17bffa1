/**
 * A practice as anybody may read it: one edition, with the review that it was published with. Only what the policies open to
 * nobody in particular comes out of here; whatever leaves the hub in whatever form is made of it.
 */
import { type Language, languages, type MultiText, textIn } from '@kerege/contract/common'
import type { Licence, PracticeContent } from '@kerege/contract/practices/content'
import type { PublishedReview } from '@kerege/contract/practices/record/schema'
import { practiceSymbol } from '@kerege/contract/practices/rules'

export interface PublicPractice {
  readonly id: string
  readonly number: number
  readonly stand: 'published' | 'archived' | 'retracted'
  readonly retractedReason: string | null
  readonly licence: Licence
  readonly country: string
  readonly organisation: MultiText | null
  readonly papers: readonly string[]
  readonly updatedAt: string
  readonly edition: PublicEdition
  /** Number of the newest edition, which may be a later one. */
  readonly newest: number
}

export interface PublicEdition {
  readonly id: string
  readonly number: number
  readonly content: PracticeContent
  readonly publishedAt: string
  readonly review: PublishedReview
}

export const symbolOf = ({ number }: Pick<PublicPractice, 'number'>): string => practiceSymbol(number)

/** Where it stands for good; with a number, that edition and no other. */
export const practiceAddress = (one: Pick<PublicPractice, 'number'>, edition?: number): string =>
  `/public/practices/${symbolOf(one)}${edition === undefined ? '' : `/${edition}`}`

/** Languages that it can be read in: those that have a title. */
export const languagesOf = ({ edition }: PublicPractice): Language[] =>
  languages.filter(language => edition.content.texts.title[language])

export const titleOf = ({ edition }: PublicPractice, language: Language) =>
  textIn(edition.content.texts.title, language)

/** Addresses of licences, as machines know them; to ask somebody has none. */
export const licenceAddress: Readonly<Record<Licence, string | undefined>> = {
  'CC-BY-4.0': 'https://creativecommons.org/licenses/by/4.0/',
  'CC-BY-SA-4.0': 'https://creativecommons.org/licenses/by-sa/4.0/',
  'CC-BY-NC-4.0': 'https://creativecommons.org/licenses/by-nc/4.0/',
  'CC0-1.0': 'https://creativecommons.org/publicdomain/zero/1.0/',
  ask: undefined,
}
