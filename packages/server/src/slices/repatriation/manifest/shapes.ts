/** What the database keeps of a list as jsonb: read back as it was written, parsed once more. */
import type { RawBook, RawCell, RawSheet } from '@kerege/contract/repatriation/manifest/grid'
import {
  type ManifestReading,
  ManifestReading as Reading,
  type Problem,
} from '@kerege/contract/repatriation/manifest/schema'
import { Id, type Language } from '@kerege/contract/common'
import type { ToldProblem } from '@kerege/contract/repatriation/manifest/imports'
import { problemText } from './words.ts'

/** All of a reading but its rows and the mapping, which have places of their own. */
export const About = Reading.omit({ rows: true, map: true }).extend({
  stayed: Reading.shape.families.element.shape.rows.element.optional(),
  /** List whose parked rows these were. */
  from: Id.optional(),
})
export type About = Omit<ManifestReading, 'rows' | 'map'> & {
  stayed?: number | undefined
  from?: string | undefined
}

type KeptSheet = Omit<RawSheet, 'rows'> & { rows: [number, [number, RawCell][], boolean][] }
export type KeptBook = Omit<RawBook, 'sheets'> & { sheets: KeptSheet[] }

/** NUL and half letters are nothing that a database takes. */
const clean = (text: string) => text.replaceAll('\0', '').toWellFormed()

export const keptBook = (book: RawBook): KeptBook => ({
  ...book,
  sheets: book.sheets.map(sheet => ({
    ...sheet,
    name: clean(sheet.name),
    rows: sheet.rows.map(({ row, cells, hidden }) => [
      row,
      [...cells].map(([at, cell]): [number, RawCell] => [
        at,
        { ...cell, text: clean(cell.text).slice(0, 2_000) },
      ]),
      hidden === true,
    ]),
  })),
})

export const openedBook = (book: KeptBook): RawBook => ({
  ...book,
  sheets: book.sheets.map(sheet => ({
    ...sheet,
    rows: sheet.rows.map(([row, cells, hidden]) => ({
      row,
      cells: new Map(cells),
      ...(hidden ? { hidden } : {}),
    })),
  })),
})

export const told = (language: Language, problems: readonly Problem[]): ToldProblem[] =>
  problems.map(problem => ({ ...problem, message: problemText(language, problem) }))
