/** What each row below the heading is: a person, the beginning of a family, a sum, the heading once more, or a remark. */
import type { Grid } from './cells.ts'
import { folded } from './fold.ts'
import type { Head } from './head.ts'
import { type Field, familyWords, totalWords } from './words.ts'

export type Columns = ReadonlyMap<Field, number>

export type Kind = 'person' | 'block' | 'total' | 'head-again' | 'numbering' | 'remark'
export interface Line {
  row: number
  kind: Kind
  /** An empty row, or several, stands above. */
  gap: boolean
  /** The title of a block. */
  title?: string
}

const naming: readonly Field[] = ['name', 'surname', 'given', 'otherName']
const known: readonly Field[] = ['birth', 'age', 'sex', 'relation', 'paper', 'nationalNumber', 'leg', 'seat']

export function linesOf(grid: Grid, head: Head, columns: Columns): Line[] {
  let last = head.to
  return grid.rows
    .filter(row => row.row > head.to)
    .map(({ row }): Line => {
      const gap = row > last + 1
      last = row
      return { row, gap, ...kindOf(grid, row, head, columns) }
    })
}

function kindOf(grid: Grid, row: number, head: Head, columns: Columns): { kind: Kind; title?: string } {
  const texts = ownTexts(grid, row)
  const first = folded(texts[0]?.text ?? '')
  if (isTotal(first) || isTotal(folded(textOf(grid, row, columns, naming)))) return { kind: 'total' }
  if (texts.length === 1 && startsFamily(first)) return { kind: 'block', title: texts[0]?.text ?? '' }
  if (isHeadAgain(grid, row, head)) return { kind: 'head-again' }
  if (isNumbering(grid, row)) return { kind: 'numbering' }
  const named = textOf(grid, row, columns, naming) !== ''
  const told = known.some(field => has(grid, row, columns, field))
  if (named && (told || texts.length > 1 || columns.size === 1 || nameAlone(grid, row, columns)))
    return { kind: 'person' }
  return told && texts.length > 1 ? { kind: 'person' } : { kind: 'remark' }
}

/** Cells that stand in this row itself, each once. */
function ownTexts(grid: Grid, row: number): { at: number; text: string }[] {
  const found: { at: number; text: string }[] = []
  for (let at = 0; at < grid.width; at++) {
    if (grid.continued(row, at)) continue
    const text = grid.text(row, at)
    if (text !== '' && text !== found.at(-1)?.text) found.push({ at, text })
  }
  return found
}

const isTotal = (plain: string) => totalWords.some(word => plain === word || plain.startsWith(`${word} `))

/** `Семья № 3`, `Family 3 - Karimov`, `العائلة رقم ٣`; a sentence that only mentions a family is none. */
function startsFamily(plain: string): boolean {
  const words = plain.split(' ')
  return (
    words.length <= 8 &&
    familyWords.some(word => words.includes(word)) &&
    words.slice(0, 2).some(word => familyWords.includes(word))
  )
}

function isHeadAgain(grid: Grid, row: number, head: Head): boolean {
  if (head.to === 0) return false
  const last = head.columns.filter(column => column.heading !== '')
  const same = last.filter(column => {
    const text = grid.text(row, column.at)
    return text !== '' && column.heading.endsWith(text)
  })
  return same.length >= 2 && same.length >= last.length * 0.6
}

/** 1, 2, 3 … below the heading of a form. */
function isNumbering(grid: Grid, row: number): boolean {
  const numbers = ownTexts(grid, row).map(({ text }) => Number(text))
  return (
    numbers.length >= 3 &&
    numbers.every((number, at) => (at === 0 ? number <= 2 : number === (numbers[at - 1] ?? 0) + 1))
  )
}

const has = (grid: Grid, row: number, columns: Columns, field: Field): boolean => {
  const at = columns.get(field)
  return at !== undefined && !grid.continued(row, at) && grid.text(row, at) !== ''
}

const textOf = (grid: Grid, row: number, columns: Columns, of: readonly Field[]): string =>
  of
    .map(field => columns.get(field))
    .flatMap(at => (at === undefined || grid.continued(row, at) ? [] : [grid.text(row, at)]))
    .filter(Boolean)
    .join(' ')

/** A name and nothing else, where the row stands among others: somebody of whom nothing more is known. */
function nameAlone(grid: Grid, row: number, columns: Columns): boolean {
  const text = textOf(grid, row, columns, naming)
  const words = text.split(' ')
  return words.length <= 5 && !/[.:;]$/.test(text) && !/\d/.test(text)
}
