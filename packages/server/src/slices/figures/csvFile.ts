/** Figures as a CSV file that this program reads back: the same columns on both ways. */
import { type TableFault, tableColumns, writeRow } from '@kerege/contract/figures/table'
import { readCsv, writeCsvRow } from '../../platform/csv.ts'
import { guarded, unguarded } from '../../platform/exports/csv.ts'
import type { Shown } from './shown.ts'

/** With a byte order mark, which spreadsheets need to read Cyrillic. */
export const writtenCsv = (all: readonly Shown[]): string =>
  `\ufeff${writeCsvRow(tableColumns)}${all
    .map(one => writeCsvRow(writeRow(one.series.code, one.series.state, one).map(guarded)))
    .join('')}`

/** As it is found: any encoding, any separator. A broken row is told, and the next one is read. */
export function readTableFile(bytes: Uint8Array) {
  const { rows, faults } = readCsv(bytes)
  const [head] = rows
  return {
    // A file that was taken out as a list says in its first record who took it out.
    rows: (head?.cells[0]?.startsWith('# ') && head.cells.slice(1).every(cell => cell === '')
      ? rows.slice(1)
      : rows
    ).map(row => ({ ...row, cells: row.cells.map(unguarded) })),
    faults: faults.map(
      ({ line, column, kind }): TableFault => ({ line, column: String(column), code: `csv-${kind}` }),
    ),
    leftOut: faults.filter(fault => fault.kind === 'quoting').length,
  }
}
