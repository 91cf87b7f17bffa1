/**
 * What a citation of a published practice says, before it has a form. Authors are the organisations that answer for it: who
 * typed it is nobody's business outside. A citation names an edition, since what is cited must not change under the reader.
 */
import type { Language, PlainDate } from '../../common.ts'

export interface Cited {
  /** `PR-0007`: the same in every language, for good. */
  readonly symbol: string
  readonly edition: number
  /** In which the title and the abstract are written. */
  readonly language: Language
  readonly title: string
  /** The title in English, where the first one is in another language. */
  readonly englishTitle?: string | undefined
  readonly abstract?: string | undefined
  /** Organisations, as they call themselves; none: the publisher answers. */
  readonly authors: readonly string[]
  readonly publisher: string
  readonly published: PlainDate
  /** Where that edition stands. */
  readonly url: string
  readonly accessed: PlainDate
  readonly keywords: readonly string[]
  /** Licence by its SPDX name; absent where one has to ask. */
  readonly licence?: string | undefined
  /** Only where somebody else has registered one: none is minted here. */
  readonly doi?: string | undefined
}

export const citationFormats = ['csl', 'bibtex', 'ris', 'gost', 'apa'] as const
export type CitationFormat = (typeof citationFormats)[number]

export const yearOf = (day: PlainDate): string => day.slice(0, 4)

/** One line: what breaks lines or cannot be seen becomes a blank, and blanks stand alone. */
export const oneLine = (text: string): string =>
  text
    .toWellFormed()
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ')
    .trim()

/** Closed by a full stop, unless it ends with a mark of its own. */
export const ended = (text: string): string => (/[.!?…]$/u.test(text) ? text : `${text}.`)
