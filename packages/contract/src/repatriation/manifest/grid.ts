/** A workbook as cells, whatever program wrote it: what the reader of manifests reads. Texts stand as they were written. */

export interface RawCell {
  /** As it stands in the file; of a formula the value that the file remembers. */
  readonly text: string
  /** As the sheet stores it; a day is such a number. */
  readonly number?: number
  /** Would be computed: what is read is the value that was computed last. */
  readonly formula?: boolean
  /** Shows an error instead of a value: `#REF!`. */
  readonly error?: boolean
  /** Steps by which the text is set in, as people mark who belongs to whom. */
  readonly indent?: number
}

export interface RawRow {
  /** From 1, as the sheet counts. Rows without any cell are not here. */
  readonly row: number
  /** By place of the column, from 0. */
  readonly cells: ReadonlyMap<number, RawCell>
  readonly hidden?: boolean
}

/** Cells joined to one; all numbers from 1 for rows and from 0 for columns, both ends included. */
export interface Merge {
  readonly top: number
  readonly bottom: number
  readonly left: number
  readonly right: number
}

export interface RawSheet {
  readonly name: string
  readonly rows: readonly RawRow[]
  readonly merges: readonly Merge[]
  readonly hidden: boolean
  readonly hiddenColumns: readonly number[]
  /** Days count from 1904 instead of 1900. */
  readonly from1904: boolean
}

/** What was seen while the file was opened, by row and column where it has them. */
export interface RawFault {
  readonly code: 'encoding-guessed' | 'row-broken'
  readonly row: number
  readonly column: number
}

export interface RawBook {
  readonly sheets: readonly RawSheet[]
  /** The file carries a program. It is never run and never kept. */
  readonly macros: boolean
  readonly faults: readonly RawFault[]
}

/** 0 as `A`, 26 as `AA`. */
export const letterOf = (at: number): string =>
  (at >= 26 ? letterOf(Math.floor(at / 26) - 1) : '') + String.fromCharCode(65 + (at % 26))

/** `A` as 0; undefined for what is no letter of a column. */
export function placeOf(letters: string): number | undefined {
  if (!/^[A-Z]{1,2}$/.test(letters)) return undefined
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1
}
