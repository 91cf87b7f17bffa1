/**
 * Finds the heading of a list, in one row or in up to three, and proposes what each column means: by words that it knows,
 * else by what stands below. A proposal with a confidence; a person confirms it.
 */
import { readAge } from './ages.ts'
import type { Grid } from './cells.ts'
import { readBirth } from './dates.ts'
import { folded } from './fold.ts'
import { type Field, fields, headings, relationOf, sexOf, totalWords } from './words.ts'

export interface ColumnGuess {
  at: number
  heading: string
  field?: Field
  confidence: number
}
export interface Head {
  /** Rows as the sheet counts; both 0 where there is none. */
  from: number
  to: number
  columns: ColumnGuess[]
  score: number
}

const searched = 40
const mostHeight = 3

const words: readonly { field: Field; phrase: string }[] = fields.flatMap(field =>
  headings[field].map(heading => ({ field, phrase: folded(heading) })),
)
/** Of a phrase that means two fields the first counts. */
const meanings = new Map(
  words.map(({ field, phrase }, order) => [phrase, { field, order }] as const).toReversed(),
)
const mostWords = Math.max(...words.map(({ phrase }) => phrase.split(' ').length))

/** What a heading means, and how surely. */
export function meaningOf(heading: string): { field: Field; confidence: number } | undefined {
  const plain = folded(heading)
  if (plain === '' || plain.length > 80) return undefined
  const whole = meanings.get(plain)
  if (whole) return { field: whole.field, confidence: 1 }
  const held = longestWithin(plain)
  if (!held) return undefined
  return {
    field: held.field,
    confidence: Math.max(0.5, Math.round((held.length / plain.length) * 90) / 100),
  }
}

/**
 * The longest phrase that stands in a text as whole words. Every cell near the top is asked three times: words in a row are looked
 * up, since going through all phrases for each held up the node.
 */
function longestWithin(plain: string): { field: Field; length: number } | undefined {
  const parts = plain.split(' ')
  let best: { field: Field; order: number; length: number } | undefined
  for (let from = 0; from < parts.length; from++) {
    let phrase = ''
    for (const part of parts.slice(from, from + mostWords)) {
      phrase = phrase === '' ? part : `${phrase} ${part}`
      const found = phrase.length > 2 ? meanings.get(phrase) : undefined
      if (!found) continue
      const { length } = phrase
      if (!best || length > best.length || (length === best.length && found.order < best.order))
        best = { ...found, length }
    }
  }
  return best
}

/** @param given rows that a person named */
export function findHead(grid: Grid, given?: { from: number; to: number }): Head {
  if (given) return given.to === 0 ? headless(grid) : completed(grid, headAt(grid, given.from, given.to))
  let best: Head | undefined
  const near = grid.rows.slice(0, searched)
  near.forEach((first, at) => {
    for (let height = 1; height <= mostHeight; height++) {
      const last = near[at + height - 1]
      if (!last || last.row !== first.row + height - 1) break
      const head = headAt(grid, first.row, last.row)
      if (isHead(head) && head.score > (best?.score ?? 0)) best = head
    }
  })
  return best ? completed(grid, best) : headless(grid)
}

const naming: readonly Field[] = ['name', 'surname', 'given', 'otherName']

/** One column may be all that there is, when its heading leaves no doubt. */
function isHead({ columns }: Head): boolean {
  const known = columns.filter(column => column.field)
  const named = known.filter(column => column.field && naming.includes(column.field))
  return named.length > 0 && (known.length > 1 || named.some(column => column.confidence === 1))
}

function headAt(grid: Grid, from: number, to: number): Head {
  const columns: ColumnGuess[] = []
  let numbers = 0
  for (let at = 0; at < grid.width; at++) {
    const parts: string[] = []
    for (let row = from; row <= to; row++) {
      const cell = grid.cell(row, at)
      if (cell?.number !== undefined) numbers += 1
      const text = grid.text(row, at)
      if (text !== '' && !parts.includes(text)) parts.push(text)
    }
    const joined = parts.join(' ').slice(0, 200)
    const meant = [
      meaningOf(joined),
      lessSure(meaningOf(parts.at(-1) ?? ''), 0.95),
      lessSure(meaningOf(parts[0] ?? ''), 0.7),
    ]
    const best = meant.reduce((a, b) => (b && b.confidence > (a?.confidence ?? 0) ? b : a), undefined)
    columns.push({ at, heading: joined, confidence: 0, ...best })
  }
  onceEach(columns)
  const sum = columns.reduce((total, column) => total + (column.field ? column.confidence : 0), 0)
  return { from, to, columns, score: sum - 0.35 * (to - from) - 0.6 * numbers }
}

const lessSure = (meant: ReturnType<typeof meaningOf>, by: number) =>
  meant && { ...meant, confidence: Math.round(meant.confidence * by * 100) / 100 }

/** A field has one column: the surest, and of equals the first. A second name is another writing of it. */
function onceEach(columns: ColumnGuess[]) {
  for (const field of fields) {
    const own = columns
      .filter(column => column.field === field)
      .toSorted((a, b) => b.confidence - a.confidence)
    for (const column of own.slice(1)) {
      const other = field === 'name' && !columns.some(one => one.field === 'otherName')
      if (other) column.field = 'otherName'
      else {
        delete column.field
        column.confidence = 0
      }
    }
  }
}

/** Columns whose headings say nothing are recognised by what stands below, never against a heading. */
function completed(grid: Grid, head: Head): Head {
  const below = grid.rows.filter(row => row.row > head.to).slice(0, 60)
  const taken = new Set(head.columns.flatMap(column => column.field ?? []))
  for (const column of head.columns) {
    if (column.field) continue
    const guess = byContent(
      grid,
      below.map(row => row.row),
      column.at,
    )
    if (!guess || taken.has(guess.field)) continue
    if (guess.field === 'name' && ['surname', 'given'].some(field => taken.has(field as Field))) continue
    Object.assign(column, guess)
    taken.add(guess.field)
  }
  return head
}

function headless(grid: Grid): Head {
  const columns = Array.from(
    { length: grid.width },
    (_, at): ColumnGuess => ({ at, heading: '', confidence: 0 }),
  )
  return completed(grid, { from: 0, to: 0, columns, score: 0 })
}

const context = { order: 'day-first', from1904: false, asOf: '2026-01-01' } as const
const sure = 0.6

function byContent(
  grid: Grid,
  rows: readonly number[],
  at: number,
): { field: Field; confidence: number } | undefined {
  const counts = new Map<Field, number>()
  let filled = 0
  for (const row of rows) {
    const cell = grid.cell(row, at)
    const plain = folded(cell?.text ?? '')
    if (!cell || plain === '') continue
    filled += 1
    const kind = kindOf(plain, cell)
    if (kind) counts.set(kind, (counts.get(kind) ?? 0) + 1)
  }
  if (filled < 2) return undefined
  const [field, count] = [...counts].toSorted((a, b) => b[1] - a[1])[0] ?? []
  const share = (count ?? 0) / filled
  return field && share >= sure ? { field, confidence: Math.round(share * 60) / 100 } : undefined
}

function kindOf(plain: string, cell: NonNullable<ReturnType<Grid['cell']>>): Field | undefined {
  if (relationOf.has(plain) && plain.length > 2) return 'relation'
  if (sexOf.has(plain)) return 'sex'
  const born = readBirth(cell, context)
  if (['day', 'month', 'year'].includes(born.birth.precision)) return 'birth'
  // A bare small number counts rows as often as years.
  if (cell.number === undefined && /\p{L}/u.test(plain) && readAge(cell).age !== undefined) return 'age'
  if (totalWords.some(word => plain.startsWith(word))) return undefined
  return /^\p{L}[\p{L}\p{M}]+( \p{L}[\p{L}\p{M}]*){1,5}$/u.test(plain) ? 'name' : undefined
}
