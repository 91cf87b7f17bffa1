/**
 * Reads CSV as it is found, not as it should be: a broken row is told and left out, the next one is
 * read again. That is why this is not csv-parse, which cannot go on after an unclosed quote.
 * RFC 4180 with these liberties: `,` `;` or tab, quotes inside an unquoted cell are plain letters,
 * short rows are filled up, lines that are not UTF-8 are read as Windows-1251.
 */

export interface CsvRow {
  cells: string[]
  /** Line of the file on which the row starts, from 1. */
  line: number
}

export interface CsvFault {
  kind: 'quoting' | 'columns' | 'encoding'
  line: number
  /** From 1; 0 when the whole row is meant. */
  column: number
  message: string
}

export interface CsvFile {
  rows: CsvRow[]
  faults: CsvFault[]
  delimiter: string
}

/** Lines that one quoted cell may span; a longer one is an unclosed quote. */
const longestCell = 30

/** @param delimiterIn which mark separates; the first line says it, unless somebody puts titles above the heading */
export function readCsv(
  bytes: Uint8Array,
  delimiterIn: (lines: readonly string[]) => string = lines => delimiterOf(lines[0] ?? ''),
): CsvFile {
  const faults: CsvFault[] = []
  const lines = decodeLines(bytes, faults)
  const delimiter = delimiterIn(lines)
  const rows: CsvRow[] = []
  for (let at = 0; at < lines.length; ) {
    if ((lines[at] ?? '').trim() === '') {
      at++
      continue
    }
    const read = readRow(lines, at, delimiter)
    if (read.fault) faults.push({ ...read.fault, line: at + 1 })
    else rows.push({ cells: read.cells, line: at + 1 })
    at = read.next
  }
  return { rows, faults, delimiter }
}

function decodeLines(bytes: Uint8Array, faults: CsvFault[]): string[] {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes).split(/\r?\n/)
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes).split(/\r?\n/)
  const utf8 = new TextDecoder('utf-8', { fatal: true })
  const cyrillic = new TextDecoder('windows-1251')
  try {
    return utf8.decode(bytes).split(/\r?\n/)
  } catch {
    // Not all of it: go on line by line, so that one bad row does not spoil the others.
  }
  const lines: string[] = []
  for (let start = 0; start <= bytes.length; ) {
    const found = bytes.indexOf(10, start)
    const end = found < 0 ? bytes.length : found
    const line = bytes.subarray(start, end)
    try {
      lines.push(utf8.decode(line).replace(/\r$/, ''))
    } catch {
      lines.push(cyrillic.decode(line).replace(/\r$/, ''))
      const column = columnOfFirst(line)
      faults.push({
        kind: 'encoding',
        line: lines.length,
        column,
        message: 'not UTF-8: read as Windows-1251',
      })
    }
    start = end + 1
  }
  return lines
}

/** The cell in which the first byte outside ASCII stands. */
function columnOfFirst(line: Uint8Array): number {
  let column = 1
  for (const byte of line) {
    if (byte >= 0x80) break
    if (byte === 0x2c || byte === 0x3b || byte === 0x09) column++
  }
  return column
}

function delimiterOf(header: string): string {
  const counted = [',', ';', '\t'].map(mark => ({ mark, count: header.split(mark).length }))
  return counted.sort((a, b) => b.count - a.count)[0]?.mark ?? ','
}

/** The mark that most of the first lines hold equally often: titles above a heading hold none, or one by chance. */
export function commonDelimiter(lines: readonly string[]): string {
  const near = lines.filter(line => line.trim() !== '').slice(0, 60)
  const counted = [',', ';', '\t'].map(mark => {
    const times = new Map<number, number>()
    for (const line of near) {
      const count = line.split(mark).length - 1
      if (count > 0) times.set(count, (times.get(count) ?? 0) + 1)
    }
    const [count = 0, lines = 0] = [...times].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0] ?? []
    return { mark, weight: lines * 100 + count }
  })
  return counted.sort((a, b) => b.weight - a.weight)[0]?.mark ?? ','
}

interface ReadRow {
  cells: string[]
  next: number
  fault?: Omit<CsvFault, 'line'>
}

function readRow(lines: readonly string[], first: number, delimiter: string): ReadRow {
  const cells: string[] = []
  let at = first
  let text = lines[at] ?? ''
  let place = 0
  while (place <= text.length) {
    while (text[place] === ' ') place++
    if (text[place] !== '"') {
      const found = text.indexOf(delimiter, place)
      const end = found < 0 ? text.length : found
      cells.push(text.slice(place, end).trim())
      place = end + 1
      continue
    }
    let cell = ''
    place++
    for (;;) {
      const quote = text.indexOf('"', place)
      if (quote < 0) {
        if (at - first >= longestCell || at + 1 >= lines.length) {
          return broken(cells, first, 'quote is not closed')
        }
        cell += `${text.slice(place)}\n`
        text = lines[++at] ?? ''
        place = 0
      } else if (text[quote + 1] === '"') {
        cell += text.slice(place, quote + 1)
        place = quote + 2
      } else {
        cell += text.slice(place, quote)
        place = quote + 1
        break
      }
    }
    while (text[place] === ' ') place++
    if (place < text.length && text[place] !== delimiter) {
      return broken(cells, first, at > first ? 'quote is not closed' : 'text after the closing quote')
    }
    cells.push(cell.trim())
    place++
  }
  return { cells, next: at + 1 }
}

const broken = (cells: readonly string[], first: number, message: string): ReadRow => ({
  cells: [],
  next: first + 1,
  fault: { kind: 'quoting', column: cells.length + 1, message: `${message}; row left out` },
})

/** One row of CSV, quoted where needed. */
export function writeCsvRow(cells: readonly string[]): string {
  return `${cells.map(cell => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(',')}\n`
}
