/** A file that somebody brought as drafts that could be made of it, and what stands in the way. Touches no database. */
import { createHash } from 'node:crypto'
import { DomainError } from '@kerege/contract/errors'
import type { ImportReport } from '@kerege/contract/practices/importing/schema'
import { newId } from '../../../../platform/ids.ts'
import { lettersOf, readSheet } from '../../../documents/index.ts'
import { type Column, columnFor, plain } from './columns.ts'
import { readForm } from './form.ts'
import { type Cell, type Draft, readCells } from './readCells.ts'

const most = { rows: 500, told: 300, unread: 50 }

export interface Plan {
  readonly drafts: readonly Draft[]
  readonly report: ImportReport
}

interface Known {
  /** State of the importer. */
  readonly home: string | undefined
  /** Titles that the importer has already, as `plain` writes them. */
  readonly titles: ReadonlySet<string>
}

interface Row {
  readonly row: number
  readonly cells: ReadonlyMap<Column, Cell>
}

interface Brought {
  readonly kind: ImportReport['kind']
  readonly rows: readonly Row[]
  readonly unread: readonly string[]
  readonly letterOf: (column: Column) => string
}

/** @throws DomainError for a file that cannot be read at all; everything smaller is told row by row */
export async function planImport(bytes: Uint8Array, known: Known): Promise<Plan> {
  const brought = isWord(bytes) ? await form(bytes) : await sheet(bytes)
  if (brought.rows.length > most.rows) throw new DomainError('invalid', 'sheet-too-long', { most: most.rows })
  const titles = new Set(known.titles)
  const drafts: Draft[] = []
  const rows: ImportReport['rows'] = []
  const faults: ImportReport['faults'] = []
  for (const { row, cells } of brought.rows) {
    const read = readCells(cells, newId(), known.home)
    const said = read.draft ? Object.values(read.draft.content.texts.title).map(one => plain(one.text)) : []
    const same = said.some(title => titles.has(title))
    if (read.draft && !same) drafts.push(read.draft)
    for (const title of said) titles.add(title)
    rows.push({
      row,
      outcome: !read.draft ? 'left-out' : same ? 'same' : 'draft',
      title: read.title.slice(0, 200),
      missing: [...read.missing],
    })
    faults.push(
      ...read.faults.map(({ field, code }) => ({ row, column: brought.letterOf(field), field, code })),
    )
  }
  const counted = (outcome: ImportReport['rows'][number]['outcome']) =>
    rows.filter(one => one.outcome === outcome).length
  return {
    drafts,
    report: {
      kind: brought.kind,
      drafts: drafts.length,
      same: counted('same'),
      leftOut: counted('left-out'),
      rows,
      faults: faults.slice(0, most.told),
      moreFaults: Math.max(0, faults.length - most.told),
      unread: brought.unread.slice(0, most.unread),
      seen: createHash('sha256')
        .update(bytes)
        .update(rows.map(one => `${one.row} ${one.outcome}`).join('\n'))
        .update(known.home ?? '')
        .digest('base64url'),
    },
  }
}

/** Both are ZIP files; the part that makes a Word file one has its name in the table in clear. */
const isWord = (bytes: Uint8Array) =>
  bytes[0] === 0x50 && bytes[1] === 0x4b && Buffer.from(bytes).includes('word/document.xml')

async function form(bytes: Uint8Array): Promise<Brought> {
  const { cells, unread } = await readForm(bytes)
  return { kind: 'form', rows: [{ row: 1, cells }], unread, letterOf: () => '' }
}

async function sheet(bytes: Uint8Array): Promise<Brought> {
  const table = await readSheet<Column>(
    bytes,
    heading => columnFor(heading),
    columns => [...columns.keys()].some(column => column.startsWith('title_')),
  )
  const rows = table.rows.flatMap(({ row, cells }): Row[] => {
    const own = new Map(
      [...table.columns].flatMap(([column, at]): [Column, Cell][] =>
        cells.has(at) ? [[column, cells.get(at) ?? { text: '' }]] : [],
      ),
    )
    return [...own.values()].some(cell => cell.text.trim() !== '' || cell.computed)
      ? [{ row, cells: own }]
      : []
  })
  return {
    kind: 'sheet',
    rows,
    unread: table.unread,
    letterOf: column => (table.columns.has(column) ? lettersOf(table.columns.get(column) ?? 0) : ''),
  }
}
