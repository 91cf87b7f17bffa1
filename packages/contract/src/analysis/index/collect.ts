/**
 * Collects documents into an inverted index of typed arrays: for every key the documents that have it and how often. Numbers, not
 * objects, so that a hundred thousand documents stay in a few hundred megabytes.
 */
import { languageOfText, readWord, rememberingWords, termsOf, type WordReader } from '../analyse.ts'
import type { SearchLanguage } from '../languages.ts'
import { type Analyser, conceptKey, shippedAnalyser } from '../thesaurus/expand.ts'

export interface SourceDocument {
  readonly id: string
  readonly lang?: SearchLanguage | undefined
  readonly title: string
  readonly text: string
}

/** A word of the title counts as so many of the text. */
export const titleWeight = 4
const mostOften = 255

export interface SearchIndex {
  readonly ids: readonly string[]
  readonly languages: readonly SearchLanguage[]
  /** Words of each document, those of the title by their weight. */
  readonly lengths: Uint32Array
  readonly keys: readonly string[]
  /** Where the postings of a key begin; one more than there are keys. */
  readonly starts: Uint32Array
  readonly documents: Uint32Array
  readonly counts: Uint8Array
}

/** As many postings as the arrays are let grow to: 100 million, about 900 MB while they are sorted. */
export const mostPostings = 100_000_000

class Growing {
  #numbers = new Uint32Array(1 << 16)
  length = 0
  push(value: number) {
    if (this.length === this.#numbers.length) {
      const more = new Uint32Array(Math.ceil(this.#numbers.length * 1.6))
      more.set(this.#numbers)
      this.#numbers = more
    }
    this.#numbers[this.length++] = value
  }
  get all() {
    return this.#numbers.subarray(0, this.length)
  }
}

export interface Collector {
  /** The same id again replaces. @returns false when the index is full */
  add(document: SourceDocument): boolean
  readonly size: number
  finish(): SearchIndex
}

/** @param base what was indexed before; its documents stay unless their id comes again. */
export function collector(base?: SearchIndex, analyser: Analyser = shippedAnalyser): Collector {
  const keyNumbers = new Map<string, number>()
  const numberOf = (key: string) => {
    const known = keyNumbers.get(key)
    if (known !== undefined) return known
    const next = keyNumbers.size
    keyNumbers.set(key, next)
    return next
  }
  const ids: (string | null)[] = []
  const languages: SearchLanguage[] = []
  const lengths = new Growing()
  const places = new Map<string, number>()
  const read = rememberingWords()
  const [keys, documents, counts] = [new Growing(), new Growing(), new Growing()]

  const place = (id: string, language: SearchLanguage, length: number) => {
    const old = places.get(id)
    if (old !== undefined) ids[old] = null
    places.set(id, ids.length)
    ids.push(id)
    languages.push(language)
    lengths.push(length)
    return ids.length - 1
  }
  const post = (key: number, document: number, count: number) => {
    keys.push(key)
    documents.push(document)
    counts.push(Math.min(count, mostOften))
  }
  if (base) {
    for (const [at, id] of base.ids.entries()) place(id, base.languages[at] ?? 'en', base.lengths[at] ?? 0)
    for (const [at, key] of base.keys.entries()) {
      const number = numberOf(key)
      for (let posting = base.starts[at] ?? 0; posting < (base.starts[at + 1] ?? 0); posting++) {
        post(number, base.documents[posting] ?? 0, base.counts[posting] ?? 0)
      }
    }
  }
  return {
    get size() {
      return places.size
    },
    add(document) {
      if (keys.length > mostPostings - 100_000) return false
      const { language, length, counted } = countKeys(analyser, document, read)
      const at = place(document.id, language, length)
      for (const [key, count] of counted) post(numberOf(key), at, count)
      return true
    },
    finish: () =>
      sorted([...keyNumbers.keys()], ids, languages, lengths.all, keys.all, documents.all, counts.all),
  }
}

/** The keys of one document, how often each, and its length; words of the title count as several. */
export function countKeys(
  analyser: Analyser,
  { lang, title, text }: Omit<SourceDocument, 'id'>,
  read: WordReader = readWord,
): {
  language: SearchLanguage
  length: number
  counted: Map<string, number>
} {
  const language = lang ?? languageOfText(`${title}\n${text}`, undefined)
  const counted = new Map<string, number>()
  let length = 0
  const count = (from: string, weight: number) => {
    const terms = termsOf(from, language, read)
    for (const [concept, times] of analyser.conceptsIn(terms, language)) {
      const key = conceptKey(concept)
      counted.set(key, (counted.get(key) ?? 0) + times * weight)
    }
    for (const { key, stop } of terms) {
      if (key === '') continue
      const own = stop ? 1 : weight
      length += own
      counted.set(key, (counted.get(key) ?? 0) + own)
    }
  }
  count(title, titleWeight)
  count(text, 1)
  return { language, length, counted }
}

/** Postings in the order of their keys, without documents that were replaced. */
function sorted(
  allKeys: readonly string[],
  ids: readonly (string | null)[],
  languages: readonly SearchLanguage[],
  lengths: Uint32Array,
  keys: Uint32Array,
  documents: Uint32Array,
  counts: Uint32Array,
): SearchIndex {
  const moved = new Int32Array(ids.length).fill(-1)
  const keptIds: string[] = []
  const keptLanguages: SearchLanguage[] = []
  const keptLengths: number[] = []
  for (const [at, id] of ids.entries()) {
    if (id === null) continue
    moved[at] = keptIds.length
    keptIds.push(id)
    keptLanguages.push(languages[at] ?? 'en')
    keptLengths.push(lengths[at] ?? 0)
  }
  const kept = (posting: number) => (moved[documents[posting] ?? 0] ?? -1) >= 0
  const sizes = new Uint32Array(allKeys.length)
  for (let at = 0; at < keys.length; at++)
    if (kept(at)) sizes[keys[at] ?? 0] = (sizes[keys[at] ?? 0] ?? 0) + 1
  const order = allKeys.map((_, at) => at).filter(at => (sizes[at] ?? 0) > 0)
  order.sort((one, other) => ((allKeys[one] ?? '') < (allKeys[other] ?? '') ? -1 : 1))
  const starts = new Uint32Array(order.length + 1)
  const next = new Uint32Array(allKeys.length)
  for (const [at, key] of order.entries()) {
    next[key] = starts[at] ?? 0
    starts[at + 1] = (starts[at] ?? 0) + (sizes[key] ?? 0)
  }
  const total = starts[order.length] ?? 0
  const outDocuments = new Uint32Array(total)
  const outCounts = new Uint8Array(total)
  // Documents came in their order, so those of a key stay in it.
  for (let at = 0; at < keys.length; at++) {
    if (!kept(at)) continue
    const key = keys[at] ?? 0
    const to = next[key] ?? 0
    outDocuments[to] = moved[documents[at] ?? 0] ?? 0
    outCounts[to] = counts[at] ?? 0
    next[key] = to + 1
  }
  return {
    ids: keptIds,
    languages: keptLanguages,
    lengths: Uint32Array.from(keptLengths),
    keys: order.map(at => allKeys[at] ?? ''),
    starts,
    documents: outDocuments,
    counts: outCounts,
  }
}
