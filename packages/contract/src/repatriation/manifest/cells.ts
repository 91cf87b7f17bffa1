/** A sheet by row and column, with merged cells standing in every place that they cover. */
import type { Merge, RawCell, RawRow, RawSheet } from './grid.ts'
import { shownText } from './fold.ts'

export const mostColumns = 60
/** A merge over half a sheet is paint, not a value. */
const mostMerged = 50_000

export interface Grid {
  readonly rows: readonly RawRow[]
  readonly width: number
  /** Cells that the row has itself. */
  own(row: number): ReadonlyMap<number, RawCell> | undefined
  /** What stands there, under a merge too. */
  cell(row: number, column: number): RawCell | undefined
  /** The cell is the lower part of one that reaches over several rows. */
  continued(row: number, column: number): boolean
  text(row: number, column: number): string
}

export function gridOf(sheet: RawSheet): Grid {
  const byRow = new Map(sheet.rows.map(row => [row.row, row]))
  const covering = mergesByRow(sheet.merges, byRow)
  const width = Math.min(
    mostColumns,
    Math.max(0, ...sheet.rows.map(({ cells }) => Math.max(-1, ...cells.keys()) + 1)),
  )
  const merge = (row: number, column: number) =>
    covering.get(row)?.find(one => column >= one.left && column <= one.right)
  const cell = (row: number, column: number) => {
    const own = byRow.get(row)?.cells.get(column)
    if (own) return own
    const over = merge(row, column)
    return over && byRow.get(over.top)?.cells.get(over.left)
  }
  return {
    rows: sheet.rows,
    width,
    own: row => byRow.get(row)?.cells,
    cell,
    continued: (row, column) => {
      const over = merge(row, column)
      return over !== undefined && over.top < row
    },
    text: (row, column) => shownText(cell(row, column)?.text ?? ''),
  }
}

function mergesByRow(merges: readonly Merge[], rows: ReadonlyMap<number, RawRow>) {
  const covering = new Map<number, Merge[]>()
  let left = mostMerged
  for (const merge of merges) {
    for (let row = merge.top; row <= merge.bottom && left > 0; row++, left--) {
      if (!rows.has(row)) continue
      const own = covering.get(row)
      if (own) own.push(merge)
      else covering.set(row, [merge])
    }
  }
  return covering
}
