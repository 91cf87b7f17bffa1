/** The lines above a title, the same on a Word file and on a PDF: body and symbol, distribution, day and language. */
import type { DocumentHead } from '@kerege/contract/council/documents/head'

/** What a head says in words, in the language of the text; the caller takes them from its catalogue. */
export interface HeadWords {
  distribution: string
  /** The day as that language writes it. */
  day: string
  /** "Original: English" or "Translation from English". */
  language: string
  /** Said where there is no symbol yet. */
  draft: string
  /** Across every page of what is not for everybody: whose copy it is, and of when. */
  mark?: string
}

export const headLines = (head: DocumentHead, words: HeadWords): { left: string[]; right: string[] } => ({
  left: [head.body, head.symbol ?? words.draft],
  right: [words.distribution, words.day, words.language],
})
