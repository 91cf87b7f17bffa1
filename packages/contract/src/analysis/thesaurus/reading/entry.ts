/** What a file says of concepts, with the place of every word, before anybody has judged it. */
import type { SearchLanguage } from '../../languages.ts'

/** From 1; the column counts letters in Turtle and cells in a table. */
export interface Place {
  readonly line: number
  readonly column: number
}

export interface Remark extends Place {
  readonly code: string
  /** The word that is meant, as the file has it, cut short. */
  readonly word: string
}

export interface SaidLabel extends Place {
  readonly language: SearchLanguage
  readonly text: string
  readonly preferred: boolean
}
export interface Pointer extends Place {
  readonly id: string
}
export interface Entry extends Place {
  readonly id: string
  readonly broader: Pointer[]
  readonly related: Pointer[]
  readonly labels: SaidLabel[]
}

export interface Said {
  readonly entries: readonly Entry[]
  readonly remarks: Remarks
}

/** Nobody reads the thousandth of a kind; how many there are is counted. */
const mostKept = 200
const longestWord = 60

/** Faults keep a file from being taken in, notes do not. */
export class Remarks {
  readonly faults: Remark[] = []
  readonly notes: Remark[] = []
  more = 0
  fault(code: string, { line, column }: Place, word = ''): void {
    this.#keep(this.faults, { code, line, column, word })
  }
  note(code: string, { line, column }: Place, word = ''): void {
    this.#keep(this.notes, { code, line, column, word })
  }
  #keep(list: Remark[], { word, ...remark }: Remark) {
    if (list.length < mostKept) list.push({ ...remark, word: word.slice(0, longestWord) })
    else this.more++
  }
}

export const mostConcepts = 2000
export const mostLabels = 40
export const longestLabel = 100
export const conceptId = /^[a-z][a-z0-9-]{1,59}$/

/**
 * A label is words: it begins with a letter or a digit and has no marks by which a table or a page is built, so that whatever a file
 * brings is text wherever it is shown, and no formula in a spreadsheet.
 */
export const isLabel = (text: string): boolean =>
  text.length <= longestLabel && /^["«“]?[\p{L}\p{N}][^<>;|\\\p{Cc}\p{Cf}]*$/u.test(text)
