/** What one does with a table while writing: begins one, adds and removes rows and columns, moves from cell to cell. */
import { type Command, TextSelection } from 'prosemirror-state'
import {
  addColumnAfter,
  addRowAfter,
  deleteColumn,
  deleteRow,
  deleteTable,
  goToNextCell,
  isInTable,
  selectedRect,
  toggleHeader,
} from 'prosemirror-tables'
import { schema } from './schema.ts'

/** As many as a text may have (contract/council/documents/text.ts). */
const mostColumns = 20
const mostRows = 500

/** Three columns with names and one row to fill, below the paragraph in which one writes; not inside of another table. */
export const beginTable: Command = (state, dispatch) => {
  if (isInTable(state)) return false
  const cell = (kind: 'table_header' | 'table_cell') => schema.node(kind, null, [schema.node('cell_line')])
  const row = (kind: 'table_header' | 'table_cell') =>
    schema.node('table_row', null, [cell(kind), cell(kind), cell(kind)])
  const table = schema.node('table', null, [row('table_header'), row('table_cell')])
  const after = state.selection.$to.after(1)
  if (dispatch) {
    const tr = state.tr.insert(after, table)
    // Into the first cell, where the writing goes on; without a paragraph behind it nobody gets out below.
    if (tr.doc.lastChild?.type === schema.nodes.table)
      tr.insert(tr.doc.content.size, schema.node('paragraph'))
    dispatch(tr.setSelection(TextSelection.near(tr.doc.resolve(after + 1))).scrollIntoView())
  }
  return true
}

const unless =
  (full: (rect: ReturnType<typeof selectedRect>) => boolean, command: Command): Command =>
  (state, dispatch, view) =>
    isInTable(state) && !full(selectedRect(state)) && command(state, dispatch, view)

/** A table without a row or a column is none: the last one goes with the whole table. */
const orTable =
  (last: (rect: ReturnType<typeof selectedRect>) => boolean, command: Command): Command =>
  (state, dispatch, view) =>
    isInTable(state) && (last(selectedRect(state)) ? deleteTable : command)(state, dispatch, view)

export const rowBelow = unless(rect => rect.map.height >= mostRows, addRowAfter)
export const columnAfter = unless(rect => rect.map.width >= mostColumns, addColumnAfter)
export const dropRow = orTable(rect => rect.bottom - rect.top === rect.map.height, deleteRow)
export const dropColumn = orTable(rect => rect.right - rect.left === rect.map.width, deleteColumn)
export const nameColumns = toggleHeader('row')
export const dropTable: Command = deleteTable
export const inTable = isInTable

/** From the last cell the key leaves the table, and the text, as it does everywhere. */
export const nextCell = goToNextCell(1)
export const previousCell = goToNextCell(-1)

/** Enter in a cell is a line, since a cell is one paragraph. */
export const lineInCell: Command = (state, dispatch) => {
  if (!isInTable(state)) return false
  dispatch?.(state.tr.replaceSelectionWith(schema.node('hard_break')).scrollIntoView())
  return true
}
