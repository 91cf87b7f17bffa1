/**
 * Reads a whole workbook (ECMA-376, part 1) as it stands: every sheet, what is hidden, what is merged, how far texts are set in.
 * Computes nothing: of a formula it takes the value that the file remembers, and says that it was one. A program in the file is
 * seen, told and never unpacked.
 */
import { DomainError } from '@kerege/contract/errors'
import type { Merge, RawBook, RawCell, RawRow, RawSheet } from '@kerege/contract/repatriation/manifest/grid'
import { zipEntries } from '../zip.ts'
import {
  broken,
  columnOf,
  local,
  numberOf,
  relationsOf,
  stringsOf,
  swollen,
  unmarked,
  unpacker,
  walk,
} from './xlsxParts.ts'

const most = { file: 8_000_000, columns: 200, cells: 400_000, sheets: 20, merges: 20_000 }

/**
 * @param rows that a sheet may have
 * @throws DomainError `file-broken`, `file-too-swollen`, `too-large`, `file-mixed`, `sheet-too-long`, `sheet-other-format`
 */
export function readBook(bytes: Buffer, rows: number): RawBook {
  if (bytes.length > most.file) throw new DomainError('too-large', 'too-large', { limit: most.file })
  // The container of programs before 2007, and of files with a password.
  if (bytes.subarray(0, 4).toString('hex') === 'd0cf11e0')
    throw new DomainError('invalid', 'sheet-other-format')
  const entries = zipEntries(bytes)
  if (typeof entries === 'string') throw new DomainError('invalid', entries)
  const names = entries.map(entry => entry.name)
  if (!names.includes('xl/workbook.xml')) throw new DomainError('invalid', 'sheet-other-format')
  const part = unpacker(bytes)
  const book = bookOf(part('xl/workbook.xml') ?? '')
  const targets = relationsOf(part('xl/_rels/workbook.xml.rels') ?? '')
  const strings = stringsOf(part('xl/sharedStrings.xml') ?? '')
  const indents = indentsOf(part('xl/styles.xml') ?? '')
  const left = { cells: most.cells, merges: most.merges, rows }
  return {
    macros: names.some(name => /(^|\/)(vbaproject|vbadata)[^/]*$|(^|\/)(macrosheets|activex)\//i.test(name)),
    faults: [],
    sheets: book.sheets.slice(0, most.sheets).flatMap(({ id, name, hidden }): RawSheet[] => {
      const target = targets.get(id)
      const xml = target === undefined || /macrosheets|dialogsheets/i.test(target) ? undefined : part(target)
      if (xml === undefined) return []
      return [{ name, hidden, from1904: book.from1904, ...sheetOf(xml, strings, indents, left) }]
    }),
  }
}

function bookOf(xml: string) {
  const sheets: { id: string; name: string; hidden: boolean }[] = []
  let from1904 = false
  walk(xml, {
    open(tag, attributes) {
      if (tag === 'workbookPr') from1904 = ['1', 'true'].includes(attributes.date1904 ?? '')
      if (tag !== 'sheet') return
      const id = Object.entries(attributes).find(([name]) => name.includes(':') && local(name) === 'id')
      if (!id) return
      const hidden = (attributes.state ?? 'visible') !== 'visible'
      sheets.push({ id: id[1], name: (attributes.name ?? '').slice(0, 100), hidden })
    },
  })
  return { sheets, from1904 }
}

/** By style: how many steps its cells are set in. */
function indentsOf(xml: string): readonly number[] {
  const indents: number[] = []
  let inside = false
  walk(xml, {
    open(tag, attributes) {
      if (tag === 'cellXfs') inside = true
      if (!inside) return
      if (tag === 'xf') indents.push(0)
      if (tag === 'alignment' && indents.length > 0)
        indents[indents.length - 1] = numberOf(attributes.indent) ?? 0
    },
    close(tag) {
      if (tag === 'cellXfs') inside = false
    },
  })
  return indents
}

type Sheet = Pick<RawSheet, 'rows' | 'merges' | 'hiddenColumns'>

function sheetOf(
  xml: string,
  strings: readonly string[],
  indents: readonly number[],
  left: { cells: number; merges: number; rows: number },
): Sheet {
  const rows: RawRow[] = []
  const merges: Merge[] = []
  const hiddenColumns = new Set<number>()
  let row = 0
  let hidden = false
  let column = -1
  let cells = new Map<number, RawCell>()
  let type = ''
  let style = 0
  let text = ''
  let formula = false
  let reading = false
  walk(xml, {
    open(tag, attributes) {
      if (tag === 'row') {
        row = numberOf(attributes.r) ?? row + 1
        hidden = ['1', 'true'].includes(attributes.hidden ?? '')
        column = -1
        cells = new Map()
      } else if (tag === 'c') {
        column = columnOf(attributes.r ?? '') ?? column + 1
        type = attributes.t ?? 'n'
        style = Number(attributes.s ?? 0)
        text = ''
        formula = false
      } else if (tag === 'f') formula = true
      else if (tag === 'v' || tag === 't') reading = true
      else if (tag === 'mergeCell') {
        left.merges -= 1
        if (left.merges < 0) throw swollen()
        merges.push(...mergeOf(attributes.ref ?? ''))
      } else if (tag === 'col' && ['1', 'true'].includes(attributes.hidden ?? '')) {
        const [from, to] = [numberOf(attributes.min) ?? 1, numberOf(attributes.max) ?? 1]
        for (let at = from; at <= Math.min(to, most.columns); at++) hiddenColumns.add(at - 1)
      }
    },
    text(more) {
      if (reading) text += more
    },
    close(tag) {
      if (tag === 'v' || tag === 't') reading = false
      else if (tag === 'c' && column < most.columns && (text !== '' || formula)) {
        left.cells -= 1
        if (left.cells < 0) throw swollen()
        cells.set(column, cellOf({ type, text, formula, indent: indents[style] ?? 0 }, strings))
      } else if (tag === 'row' && cells.size > 0) {
        if (rows.length >= left.rows) throw new DomainError('invalid', 'sheet-too-long', { most: left.rows })
        rows.push({ row, cells, ...(hidden ? { hidden } : {}) })
      }
    },
  })
  return { rows, merges, hiddenColumns: [...hiddenColumns] }
}

interface Stored {
  type: string
  text: string
  formula: boolean
  indent: number
}

function cellOf({ type, text, formula, indent }: Stored, strings: readonly string[]): RawCell {
  const about = { ...(formula ? { formula } : {}), ...(indent > 0 ? { indent } : {}) }
  switch (type) {
    case 's':
      return { text: strings[Number(text)] ?? '', ...about }
    case 'b':
      return { text: text === '1' ? 'yes' : 'no', ...about }
    case 'e':
      return { text, error: true, ...about }
    case 'n': {
      const number = Number(text)
      // A formula that nobody has computed yet remembers nothing.
      return text !== '' && Number.isFinite(number) ? { text, number, ...about } : { text, ...about }
    }
    default:
      return { text: unmarked(text), ...about }
  }
}

function mergeOf(reference: string): Merge[] {
  const [from = '', to = ''] = reference.split(':')
  const [left, right] = [columnOf(from), columnOf(to)]
  const [top, bottom] = [numberOf(/\d+$/.exec(from)?.[0]), numberOf(/\d+$/.exec(to)?.[0])]
  if (left === undefined || right === undefined || top === undefined || bottom === undefined) return []
  if (left > right || top > bottom) throw broken()
  return [{ top, bottom, left, right }]
}
