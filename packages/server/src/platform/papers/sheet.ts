/**
 * A paper of work, whatever file it becomes: a table of rows with lines above and places to sign below, or cards to cut out.
 * Slices say what stands on it; how it looks is said once, in the writers.
 */
import type { Language } from '@kerege/contract/common'

export interface SheetColumn {
  heading: string
  /** Its share of the width, in parts. */
  share: number
  /** An empty box to tick or to write in by hand. */
  box?: boolean
}

export interface SheetGroup {
  /** Above its rows, across the table: a family, a room. */
  head?: string
  /** A cell may have several lines. */
  rows: readonly (readonly string[])[]
}

interface Common {
  title: string
  language: Language
  /** On every page: whose copy it is, and of when. */
  mark: string
}

export interface TableSheet extends Common {
  kind: 'table'
  facts: readonly string[]
  columns: readonly SheetColumn[]
  groups: readonly SheetGroup[]
  /** Under the table: who signs, each with a line to sign on. */
  signatures: readonly string[]
  /** Said where the table is empty. */
  nothing: string
}

export interface Card {
  /** Read by a phone. */
  code: string
  /** Written below it, for who has none. */
  number: string
  title: string
  lines: readonly string[]
  /** Cards that belong together stand on one page where they fit one: a family is handed its cards as one piece. */
  group?: string
}

export interface CardSheet extends Common {
  kind: 'cards'
  cards: readonly Card[]
  nothing: string
}

export type Sheet = TableSheet | CardSheet
