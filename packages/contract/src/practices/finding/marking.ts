/** What of a text was found: whole words whose key is one that was looked for, and concepts in the words of their own language. */
import {
  firstTerm,
  type Query,
  readWord,
  type Term,
  termsOf,
  type WordReader,
} from '../../analysis/analyse.ts'
import type { SearchLanguage } from '../../analysis/languages.ts'
import type { Analyser, Group } from '../../analysis/thesaurus/expand.ts'
import type { Marked } from './schema.ts'

/** Keys to mark in a text of one language. */
export function keysToMark(
  analyser: Analyser,
  query: Query,
  groups: readonly Group[],
  language: SearchLanguage,
): ReadonlySet<string> {
  const typed = query.words.flatMap(({ readings }) => readings.map(({ key }) => key))
  return new Set([...typed, ...groups.flatMap(({ concept }) => analyser.labelKeys(concept, language))])
}

const longestPiece = 240
const before = 60

const isFound = (keys: ReadonlySet<string>) => (term: Term) => !term.stop && keys.has(term.key)

export function marked(
  text: string,
  language: SearchLanguage,
  keys: ReadonlySet<string>,
  read: WordReader = readWord,
): Marked {
  const marks = termsOf(text, language, read)
    .filter(isFound(keys))
    .map(({ start, end }): [number, number] => [start, end])
  return { text, marks: joined(marks, text) }
}

/** Around what was found first, or the beginning where nothing is looked for; `undefined` where nothing was found. */
export function piece(
  text: string,
  language: SearchLanguage,
  keys: ReadonlySet<string>,
  read: WordReader = readWord,
): Marked | undefined {
  const flat = text.replace(/\s+/g, ' ')
  const first = keys.size === 0 ? { start: 0, end: 0 } : firstTerm(flat, language, isFound(keys), read)
  if (!first) return undefined
  const from = first.start <= before ? 0 : flat.indexOf(' ', first.start - before) + 1
  const end = Math.min(flat.length, from + longestPiece)
  const to = end === flat.length ? end : Math.max(flat.lastIndexOf(' ', end), first.end)
  const cut = marked(flat.slice(from, to), language, keys, read)
  const lead = from > 0 ? '…' : ''
  return {
    text: `${lead}${cut.text}${to < flat.length ? '…' : ''}`,
    marks: cut.marks.map(([start, stop]): [number, number] => [start + lead.length, stop + lead.length]),
  }
}

/** Neighbours with only a space between them are one mark. */
function joined(marks: readonly [number, number][], text: string): [number, number][] {
  const out: [number, number][] = []
  for (const [start, end] of marks) {
    const last = out.at(-1)
    if (last && text.slice(last[1], start) === ' ') last[1] = end
    else out.push([start, end])
  }
  return out
}
