/**
 * The cells of an XLSX file that somebody sent, for the small tables that we read back: visible sheets, texts and numbers as they
 * stand, nothing else. A formula is named as one and its value is not taken.
 */
import type { RawCell } from '@kerege/contract/repatriation/manifest/grid'
import { DomainError } from '@kerege/contract/errors'
import { inspect as inspectFile } from '../inspect.ts'
import { readBook } from './readBook.ts'

export interface SheetCell {
  text: string
  /** As the sheet stores it; a day is such a number. */
  number?: number
  /** Would be computed, or is an error of that. */
  computed?: boolean
}
export interface SheetRow {
  /** From 1, as the sheet counts. */
  row: number
  /** By place of the column, from 0. */
  cells: ReadonlyMap<number, SheetCell>
}
export interface ReadSheet {
  rows: SheetRow[]
  /** Days count from 1904 instead of 1900. */
  from1904: boolean
}

const most = { file: 8_000_000, rows: 10_000 }
const mediaType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** @throws DomainError `file-broken`, `file-too-swollen`, `too-large`, or what the inspection of attachments says */
export async function readXlsx(bytes: Buffer): Promise<ReadSheet[]> {
  if (bytes.length > most.file) throw new DomainError('too-large', 'too-large', { limit: most.file })
  await inspectFile(bytes, mediaType)
  // What is hidden was not meant to be read.
  return readBook(bytes, most.rows)
    .sheets.filter(sheet => !sheet.hidden)
    .map(({ rows, from1904 }) => ({
      rows: rows.map(({ row, cells }) => ({
        row,
        cells: new Map([...cells].map(([at, cell]) => [at, plainCell(cell)])),
      })),
      from1904,
    }))
}

const plainCell = ({ text, number, formula, error }: RawCell): SheetCell =>
  formula || error ? { text: '', computed: true } : { text, ...(number === undefined ? {} : { number }) }
