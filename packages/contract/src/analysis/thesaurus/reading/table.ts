/** A thesaurus from a table as it is given out (../turtle.ts): a row is a concept, a cell has the labels of a language, the preferred one first. */
import { type SearchLanguage, searchLanguages } from '../../languages.ts'
import { conceptId, type Entry, mostConcepts, Remarks, type Said } from './entry.ts'

export interface TableRow {
  readonly cells: readonly string[]
  readonly line: number
}

type Column = 'id' | 'broader' | 'related' | SearchLanguage
const known: readonly Column[] = ['id', 'broader', 'related', ...searchLanguages]

const parts = (cell: string) =>
  cell
    .split(';')
    .map(one => one.trim())
    .filter(one => one !== '')

export function readTable([heading, ...rows]: readonly TableRow[]): Said {
  const remarks = new Remarks()
  const columns = (heading?.cells ?? []).map((cell, at) => {
    const name = cell.replace(/^\ufeff/, '').trim()
    const column = known.find(one => one === name.toLowerCase())
    if (!column && name !== '')
      remarks.note('unknown-column', { line: heading?.line ?? 1, column: at + 1 }, name)
    return column
  })
  const entries: Entry[] = []
  if (!columns.includes('id')) remarks.fault('no-heading', { line: heading?.line ?? 1, column: 1 })
  else {
    const seen = new Set<string>()
    for (const row of rows) {
      if (entries.length >= mostConcepts) {
        remarks.fault('too-many', { line: row.line, column: 1 })
        break
      }
      const entry = entryOf(row, columns)
      const place = { line: row.line, column: columns.indexOf('id') + 1 }
      if (!conceptId.test(entry.id)) remarks.fault('bad-id', place, entry.id)
      else if (seen.has(entry.id)) remarks.fault('twice', place, entry.id)
      else entries.push(entry)
      seen.add(entry.id)
    }
  }
  return { entries, remarks }
}

function entryOf({ cells, line }: TableRow, columns: readonly (Column | undefined)[]): Entry {
  const entry: Entry & { id: string } = { id: '', line, column: 1, broader: [], related: [], labels: [] }
  let id = ''
  for (const [at, name] of columns.entries()) {
    const cell = (cells[at] ?? '').trim()
    const place = { line, column: at + 1 }
    if (name === 'id') id = cell
    else if (name === 'broader' || name === 'related') {
      for (const one of parts(cell)) entry[name].push({ id: one, ...place })
    } else if (name) {
      for (const [order, text] of parts(cell).entries()) {
        entry.labels.push({ language: name, text, preferred: order === 0, ...place })
      }
    }
  }
  return { ...entry, id }
}
