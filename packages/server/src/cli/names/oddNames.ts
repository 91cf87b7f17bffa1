/**
 * What is odd about a name as somebody typed it. Said, never refused: an odd name is compared as far as it can be
 * read, and the rest of the line is used as ever.
 */
import { foldName } from '@kerege/contract/names/index'
import type { Table } from './table.ts'

/** Longer than any name in a passport: a sentence that slipped into the wrong column. */
const longest = 200

interface Odd {
  kind: string
  message: string
}

const mixed = /(?=[\p{L}\p{M}]*\p{Script=Cyrillic})(?=[\p{L}\p{M}]*\p{Script=Latin})[\p{L}\p{M}]+/u

/** The first thing that wants a word, or nothing. Empty is odd only where a name should stand. */
export function oddityOf(name: string): Odd | undefined {
  if (name.trim() === '') return { kind: 'empty name', message: 'empty, no name to compare' }
  const letters = name.match(/\p{L}/gu)?.length ?? 0
  if (letters === 0 || foldName(name) === '')
    return { kind: 'unreadable name', message: 'no letter that can be read, not compared' }
  if (letters === 1) return { kind: 'one letter', message: 'one letter, compared as an initial' }
  if (name.length > longest)
    return { kind: 'long name', message: `${[...name].length} characters, only the first words are compared` }
  const word = mixed.exec(name)?.[0]
  if (word) return { kind: 'mixed scripts', message: `two scripts in one word (${word}), read as one` }
  if (/\p{N}/u.test(name)) return { kind: 'number in a name', message: 'a number in the name, not compared' }
  // Letters, marks, spaces, and what stands in names: dots, hyphens, apostrophes, quotes, brackets, invisible joiners.
  if (/[^\p{L}\p{M}\p{Z}\p{P}\p{N}\p{Cf}\s`ʻʼ]/u.test(name))
    return { kind: 'signs in a name', message: 'signs that are no letters, not compared' }
  return undefined
}

/** Tells the odd names of a table by row and column. @returns in how many rows there is no name to compare */
export function tellOddNames(
  table: Table,
  /** Places of the columns that hold a name or a part of it. */
  places: readonly number[],
  fault: (kind: string, message: string) => void,
): number {
  if (places.length === 0) return 0
  let nameless = 0
  for (const { cells, line } of table.rows) {
    const parts = places.map(at => cells[at] ?? '')
    if (foldName(parts.join(' ')) === '') nameless++
    const filled = places.filter((_, at) => parts[at]?.trim() !== '')
    // Somebody has a patronymic or has none: empty is odd only when all parts are.
    for (const at of filled.length > 0 ? filled : places.slice(0, 1)) {
      const odd = oddityOf(cells[at] ?? '')
      if (odd) fault(odd.kind, `row ${line}, column ${table.header[at] ?? at + 1}: ${odd.message}`)
    }
  }
  return nameless
}
