/**
 * Finds persons of a register by a name in any script, order or spelling, in memory: for a list on a
 * device or in a file. A database does the same with `searchKeys` and `foldedText` in its own indexes.
 */
import {
  comparePersons,
  type PersonFields,
  type PreparedPerson,
  preparePerson,
} from './compare/comparePersons.ts'
import { foldName } from './fold.ts'
import type { NameFrequencies } from './compare/frequencies.ts'
import { foldedText, searchKeys } from './keys.ts'
import { nameCache } from './compare/prepare.ts'
import type { Reason } from './compare/reasons.ts'

export interface Found {
  /** Place of the person in the list that the index was made from. */
  at: number
  score: number
  match: boolean
  reasons: Reason[]
}

export interface NameIndex {
  find: (query: PersonFields, limit?: number) => Found[]
}

/** Score of a person of whom only the beginnings of words were typed: shown, never a match. */
const beginningScore = 0.55
const mostCandidates = 2000
const lowestScore = 0.35

export function buildNameIndex(persons: readonly PersonFields[], frequencies?: NameFrequencies): NameIndex {
  const cache = nameCache()
  const prepared = persons.map(person => preparePerson(person, frequencies, cache))
  const folded = persons.map(person => ` ${foldedText(person)} `)
  const postings = new Map<string, number[]>()
  folded.forEach((text, at) => {
    const person = persons[at]
    const keys = [...(person ? searchKeys(person) : []), ...gramsOf(text)]
    for (const key of keys) {
      const list = postings.get(key)
      if (list) list.push(at)
      else postings.set(key, [at])
    }
  })
  return { find: (query, limit = 10) => find({ prepared, folded, postings, frequencies }, query, limit) }
}

interface Index {
  prepared: PreparedPerson[]
  folded: string[]
  postings: Map<string, number[]>
  frequencies: NameFrequencies | undefined
}

function gramsOf(text: string): Set<string> {
  const grams = new Set<string>()
  for (let at = 0; at + 3 <= text.length; at++) {
    const gram = text.slice(at, at + 3)
    if (gram.charAt(1) !== ' ') grams.add(gram)
  }
  return grams
}

function find(index: Index, query: PersonFields, limit: number): Found[] {
  const person = preparePerson(query, index.frequencies)
  const text = query.name ?? [query.given, query.patronymic, query.family].filter(Boolean).join(' ')
  const found: Found[] = []
  for (const at of nearest(index, query, text)) {
    const candidate = index.prepared[at]
    if (!candidate) continue
    const compared = comparePersons(person, candidate)
    if (compared.score < beginningScore && begins(text, index.folded[at] ?? '')) {
      compared.score = beginningScore
      compared.reasons.push({ code: 'word-begins', kind: 'for' })
    }
    if (compared.score >= lowestScore) found.push({ at, ...compared })
  }
  return found.sort((a, b) => b.score - a.score || a.at - b.at).slice(0, limit)
}

/** The persons that share most with the query, rare keys counting more. */
function nearest(index: Index, query: PersonFields, text: string): number[] {
  const weights = new Map<number, number>()
  const total = index.prepared.length + 1
  const typed = ` ${foldName(text)}`
  for (const key of [...searchKeys(query), ...gramsOf(typed)]) {
    const list = index.postings.get(key) ?? []
    const weight = Math.log(total / (list.length + 1)) * (key.includes(':') ? 3 : 1)
    for (const at of list) weights.set(at, (weights.get(at) ?? 0) + weight)
  }
  const ranked = [...weights].sort((a, b) => b[1] - a[1] || a[0] - b[0])
  return ranked.slice(0, mostCandidates).map(([at]) => at)
}

/** Every word typed begins a word of the name. */
function begins(text: string, folded: string): boolean {
  const words = foldName(text).split(' ').filter(Boolean)
  return words.length > 0 && words.every(word => folded.includes(` ${word}`))
}
