/**
 * Words and phrases as the tables write them. `child` is that word, `famil*` any word that begins so, `boy|girl` one of them,
 * `{people}` whoever the table of the language calls people, `~` one word more or none.
 */
import { fold, type Word } from './words.ts'

export type WordTest = (key: string) => boolean

/** Is a key in a list of words, written with blanks between them? Costs a look-up for each length of a stem. */
export function wordList(list: string): WordTest {
  const exact = new Set<string>()
  const stems = new Set<string>()
  for (const entry of list.split(/\s+/).filter(Boolean)) {
    if (entry.endsWith('*')) stems.add(fold(entry.slice(0, -1)))
    else exact.add(fold(entry))
  }
  const lengths = [...new Set([...stems].map(stem => stem.length))]
  return key =>
    exact.has(key) || lengths.some(length => key.length >= length && stems.has(key.slice(0, length)))
}

interface Part {
  /** Zero or one word of any kind. */
  loose: boolean
  test: WordTest
}
interface Phrase<Of> {
  parts: readonly Part[]
  of: Of
}

export interface Phrases<Of> {
  /** Begin with somebody of `{people}`. */
  people: readonly Phrase<Of>[]
  /** By the first two letters of their first word. */
  byStart: ReadonlyMap<string, readonly Phrase<Of>[]>
}

export function phrases<Of>(entries: readonly { find: string; of: Of }[], people: WordTest): Phrases<Of> {
  const first: Phrase<Of>[] = []
  const byStart = new Map<string, Phrase<Of>[]>()
  for (const { find, of } of entries) {
    const written = find.split(' ')
    const phrase = { parts: written.map(part => partOf(part, people)), of }
    if (written[0] === '{people}') first.push(phrase)
    else {
      for (const start of startsOf(written[0] ?? ''))
        byStart.set(start, [...(byStart.get(start) ?? []), phrase])
    }
  }
  return { people: first, byStart }
}

const startsOf = (part: string) => new Set(part.split('|').map(word => fold(word).slice(0, 2)))

function partOf(part: string, people: WordTest): Part {
  if (part === '~') return { loose: true, test: () => true }
  const words = part.split('|')
  const list = wordList(words.filter(word => word !== '{people}').join(' '))
  const test = words.includes('{people}') ? (key: string) => people(key) || list(key) : list
  return { loose: false, test }
}

/** The longest phrase that begins at a word; `end` is the place of its last word. */
export function phraseAt<Of>(
  all: Phrases<Of>,
  words: readonly Word[],
  at: number,
  isPeople: boolean,
): { of: Of; end: number } | undefined {
  const start = words[at]?.key.slice(0, 2) ?? ''
  let best: { of: Of; end: number } | undefined
  for (const list of [all.byStart.get(start), isPeople ? all.people : undefined]) {
    for (const phrase of list ?? []) {
      const end = endOf(phrase.parts, words, at)
      if (end !== undefined && (best === undefined || end > best.end)) best = { of: phrase.of, end }
    }
  }
  return best
}

function endOf(parts: readonly Part[], words: readonly Word[], at: number): number | undefined {
  let place = at
  let end = at
  for (let part = 0; part < parts.length; part++) {
    const now = parts[part] as Part
    if (now.loose) {
      // The word that may stand between is there only when the next part does not follow at once.
      const next = parts[part + 1]
      if (next && !(follows(words, place, at) && next.test(words[place]?.key ?? ''))) place += 1
      continue
    }
    const word = words[place]
    if (!word || !follows(words, place, at) || !now.test(word.key)) return undefined
    end = place
    place += 1
  }
  return end
}

/** Nothing but blanks, hyphens and quotation marks since the phrase began. */
function follows(words: readonly Word[], place: number, start: number): boolean {
  for (let at = start + 1; at <= place; at++) {
    const gap = words[at]?.gap
    if (gap !== 'space' && gap !== 'quote') return false
  }
  return true
}
