/**
 * A list as CSV (RFC 4180) in UTF-8 with a byte order mark, which Excel needs to read Cyrillic. The first record is
 * a single cell that says who took it out, when and why; the headings are the second.
 */
import type { Sheet } from './sheet.ts'

// What spreadsheets take for a formula, full-width forms of East Asian keyboards included.
const formula = /^[=+\-@\t\r\n＝＋－＠]/

/** A cell that would be computed is shown instead: an apostrophe in front says "text". */
export const guarded = (cell: string): string => (formula.test(cell) ? `'${cell}` : cell)

/** Takes the apostrophe away again, for a file that we wrote and read back. */
export const unguarded = (cell: string): string =>
  cell.startsWith("'") && formula.test(cell.slice(1)) ? cell.slice(1) : cell

const breaking = /[",\r\n]/

function cellText(cell: string): string {
  const text = guarded(cell)
  return breaking.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

const lines = (rows: readonly (readonly string[])[]): Buffer =>
  Buffer.from(rows.map(row => `${row.map(cellText).join(',')}\r\n`).join(''))

export async function* csvOf(sheet: Sheet): AsyncGenerator<Uint8Array> {
  const about = sheet.about.map(([label, value]) => (value ? `${label}: ${value}` : label)).join(' · ')
  yield Buffer.concat([
    Buffer.from('\ufeff'),
    lines([[`# ${sheet.title} · ${about}`], sheet.columns.map(column => column.heading)]),
  ])
  for await (const rows of sheet.batches) yield lines(rows)
}
