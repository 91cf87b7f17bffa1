/** A file that somebody sent, as rows under a head: XLSX, or CSV in whatever encoding. The head is looked for. */
import { DomainError } from '@kerege/contract/errors'
import { readCsv } from '../../../platform/csv.ts'
import { unguarded } from '../../../platform/exports/csv.ts'
import { type ReadSheet, readXlsx, type SheetCell, type SheetRow } from './readXlsx.ts'

export interface ReadTable<Column extends string> {
  /** Where each column stands, from 0. */
  columns: ReadonlyMap<Column, number>
  /** Headings that nobody reads. */
  unread: string[]
  rows: SheetRow[]
  from1904: boolean
}

/** A head stands near the top; above it there is room for a title and a note. */
const headWithin = 20

type Enough<Column> = (columns: ReadonlyMap<Column, number>) => boolean

/**
 * @param needed columns without which a row is no head, or a question about those that were found
 * @throws DomainError `sheet-without-head`, and what reading the file says
 */
export async function readSheet<Column extends string>(
  bytes: Uint8Array,
  columnFor: (heading: string) => Column | undefined,
  needed: readonly Column[] | Enough<Column>,
): Promise<ReadTable<Column>> {
  const isZip = bytes[0] === 0x50 && bytes[1] === 0x4b
  const sheets = isZip ? await readXlsx(Buffer.from(bytes)) : [csvSheet(bytes)]
  const enough: Enough<Column> =
    typeof needed === 'function' ? needed : columns => needed.every(column => columns.has(column))
  for (const sheet of sheets) {
    const found = headOf(sheet, columnFor, enough)
    if (found) return found
  }
  throw new DomainError('invalid', 'sheet-without-head')
}

function csvSheet(bytes: Uint8Array): ReadSheet {
  if (bytes.length > 8_000_000) throw new DomainError('too-large', 'too-large', { limit: 8_000_000 })
  const { rows } = readCsv(bytes)
  return {
    rows: rows.map(({ cells, line }) => ({
      row: line,
      cells: new Map(
        cells.flatMap((cell, at): [number, SheetCell][] =>
          cell === '' ? [] : [[at, { text: unguarded(cell) }]],
        ),
      ),
    })),
    from1904: false,
  }
}

function headOf<Column extends string>(
  { rows, from1904 }: ReadSheet,
  columnFor: (heading: string) => Column | undefined,
  enough: Enough<Column>,
): ReadTable<Column> | undefined {
  for (const [at, head] of rows.slice(0, headWithin).entries()) {
    const columns = new Map<Column, number>()
    const unread: string[] = []
    for (const [place, cell] of head.cells) {
      const column = columnFor(cell.text)
      if (column === undefined || columns.has(column)) unread.push(cell.text.slice(0, 80))
      else columns.set(column, place)
    }
    if (enough(columns)) {
      return { columns, unread, rows: rows.slice(at + 1), from1904 }
    }
  }
  return undefined
}

/** 0 as `A`, 26 as `AA`. */
export const lettersOf = (at: number): string =>
  (at >= 26 ? lettersOf(Math.floor(at / 26) - 1) : '') + String.fromCharCode(65 + (at % 26))

const dayMs = 86_400_000

/** A day as sheets store it, or as somebody types it; a year alone is its first or its last day. Undefined for neither. */
export function dayOf(cell: SheetCell, from1904: boolean, end: boolean): string | undefined {
  const { number, text } = cell
  const year = /^(19|20|21)\d\d$/.exec(text.trim())?.[0]
  if (year) return `${year}-${end ? '12-31' : '01-01'}`
  if (number !== undefined) {
    // From 1 March 1900 on the count of sheets is that of the calendar.
    if (number < 61 || number > 109_000) return undefined
    const base = from1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, 30)
    return new Date(base + Math.floor(number) * dayMs).toISOString().slice(0, 10)
  }
  const iso = /^(\d{4})-(\d\d)-(\d\d)(T00:00:00(\.0+)?Z?)?$/.exec(text.trim())
  if (iso) return real(`${iso[1]}-${iso[2]}-${iso[3]}`)
  const dotted = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(text.trim())
  if (dotted) return real(`${dotted[3]}-${dotted[2]?.padStart(2, '0')}-${dotted[1]?.padStart(2, '0')}`)
  return undefined
}

const real = (day: string): string | undefined => {
  const at = new Date(`${day}T00:00:00Z`)
  return !Number.isNaN(at.getTime()) && at.toISOString().slice(0, 10) === day ? day : undefined
}
