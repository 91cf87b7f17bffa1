/** What is asked of the thread that reads files, and what it answers. */

/** Types of files whose words are read; of the others nobody expects words that could be found. */
export const readTypes = [
  'application/pdf',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  'text/plain',
] as const
export type ReadType = (typeof readTypes)[number]

/** Enough for any manual; what goes beyond is not read, and the answer says so. */
export const mostPages = 300
export const mostCharacters = 500_000

export interface Page {
  /** Absent where a file has no pages of its own, as a text of Word. */
  readonly number?: number
  readonly text: string
}

/** A line as it stands on its page, for who makes paragraphs of lines. Measures are points, from the left and from the foot of the page. */
export interface Line {
  readonly text: string
  readonly left: number
  readonly right: number
  readonly foot: number
  /** Of its letters. */
  readonly size: number
}

export type LineReading =
  | { readonly pages: readonly (readonly Line[])[]; readonly whole: boolean }
  | { readonly fault: ReadingFault }

/** Why a file has no words: behind a password, damaged, a scan without text, or more than one reads. */
export type ReadingFault = 'encrypted' | 'broken' | 'no-words' | 'too-heavy'

export type Reading =
  | { readonly pages: readonly Page[]; readonly of?: number; readonly whole: boolean }
  | { readonly fault: ReadingFault }

export interface ReadingOrder {
  readonly bytes: Uint8Array
  /** A kind of file for its words, or the lines of a PDF where they stand. */
  readonly what: ReadType | 'lines'
}
