/** A file of names that somebody sent, as cells: XLSX with all that it hides, or CSV in whatever encoding. Nothing in it is run. */
import { DomainError } from '@kerege/contract/errors'
import type { RawBook, RawCell } from '@kerege/contract/repatriation/manifest/grid'
import { mostRows } from '@kerege/contract/repatriation/manifest/schema'
import { commonDelimiter, readCsv } from '../../../platform/csv.ts'
import { unguarded } from '../../../platform/exports/csv.ts'
import { readBook } from '../../documents/index.ts'

const mostBytes = 8_000_000
/** Titles, totals and empty rows of a sheet count too; how many persons there may be is said by the reader. */
const mostLines = mostRows * 2

/** @throws DomainError what reading the file says: `file-broken`, `sheet-other-format`, `sheet-too-long`, `too-large` … */
export function openManifest(bytes: Uint8Array): RawBook {
  if (bytes.length > mostBytes) throw new DomainError('too-large', 'too-large', { limit: mostBytes })
  if (bytes.length === 0) throw new DomainError('invalid', 'manifest-empty')
  const [first, second] = bytes
  const isZip = first === 0x50 && second === 0x4b
  const isOld = first === 0xd0 && second === 0xcf
  return isZip || isOld ? readBook(Buffer.from(bytes), mostLines) : csvBook(bytes)
}

function csvBook(bytes: Uint8Array): RawBook {
  // A picture or a PDF is no list, however it is called.
  if (bytes.includes(0) && !hasMark(bytes)) throw new DomainError('invalid', 'sheet-other-format')
  const { rows, faults } = readCsv(bytes, commonDelimiter)
  if (rows.length > mostLines) throw new DomainError('invalid', 'sheet-too-long', { most: mostLines })
  return {
    macros: false,
    faults: faults.map(({ kind, line, column }) => ({
      code: kind === 'encoding' ? 'encoding-guessed' : 'row-broken',
      row: line,
      column,
    })),
    sheets: [
      {
        name: '',
        hidden: false,
        hiddenColumns: [],
        merges: [],
        from1904: false,
        rows: rows.flatMap(({ cells, line }) => {
          const own = new Map(
            cells.flatMap((cell, at): [number, RawCell][] =>
              cell === '' ? [] : [[at, { text: unguarded(cell) }]],
            ),
          )
          return own.size > 0 ? [{ row: line, cells: own }] : []
        }),
      },
    ],
  }
}

/** UTF-16 says so in its first two bytes. */
const hasMark = ([first, second]: Uint8Array) =>
  (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)
