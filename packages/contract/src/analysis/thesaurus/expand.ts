/**
 * Concepts in texts and in queries. A text is stored under the concepts that it speaks of, as keys of their own, so a query in one language needs a single
 * key to reach the texts of all. A label of several words counts only where its words stand near each other, in any order.
 * The concepts are handed in: a node has its own, and what was opened once never changes.
 */
import { keyFor, type Query, type Term } from '../analyse.ts'
import { nextConcept, sameConcept } from '../index/weights.ts'
import { searchLanguages, type SearchLanguage } from '../languages.ts'
import { isStopWord } from '../stopWords.ts'
import { tokensOf } from '../tokens.ts'
import { type Concept, concepts as shipped } from './concepts.ts'

export interface Group {
  readonly concept: Concept
  /** Which words of the query it may stand for. */
  readonly words: readonly number[]
  readonly readings: readonly { readonly key: string; readonly weight: number }[]
}

export interface Label {
  readonly concept: Concept
  readonly language: SearchLanguage
  readonly keys: readonly string[]
}

const noLabels: readonly Label[] = []

/** The key under which a text is stored that speaks of a concept; no word has a colon. */
export const conceptKey = (id: string): string => `c:${id}`

/** What of a concept is looked for in texts: the keys of each label, without words that every text has. */
export const labelsOf = (concept: Concept): Label[] =>
  searchLanguages.flatMap(language =>
    concept.labels[language].flatMap(label => {
      const keys = tokensOf(label)
        .filter(({ word }) => !isStopWord(word, language))
        .map(({ word }) => keyFor(word, language))
        .filter(key => key !== '')
      return keys.length > 0 ? [{ concept, language, keys }] : []
    }),
  )

/** Words that may stand between those of a label: "certificate of her birth" is still one. */
const between = 2

export interface Analyser {
  readonly concepts: readonly Concept[]
  readonly byId: ReadonlyMap<string, Concept>
  /** How often a text speaks of each concept. The longest label at a word says what is meant there. */
  conceptsIn(terms: readonly Term[], language: SearchLanguage): Map<string, number>
  /** What the words of a query are about, the concepts of most words first. */
  conceptsOf(query: Query): Group[]
  /** Keys of the words of a concept's labels in one language. */
  labelKeys(concept: Concept, language: SearchLanguage): string[]
}

export function openAnalyser(concepts: readonly Concept[]): Analyser {
  const byConcept = new Map(concepts.map(concept => [concept.id, labelsOf(concept)]))
  const byLanguage = Map.groupBy([...byConcept.values()].flat(), ({ language }) => language)
  /** Every label under the first of its keys, for each language. */
  const labels = new Map(
    [...byLanguage].map(([language, all]) => [language, Map.groupBy(all, ({ keys }) => keys[0] ?? '')]),
  )
  const labelsAt = (language: SearchLanguage, key: string): readonly Label[] =>
    labels.get(language)?.get(key) ?? noLabels
  const neighbours = neighboursOf(concepts)
  const readingsOf = ({ id }: Concept, weight: number) => [
    { key: conceptKey(id), weight: weight * sameConcept },
    ...[...(neighbours.get(id) ?? [])].map(one => ({ key: conceptKey(one), weight: weight * nextConcept })),
  ]
  return {
    concepts,
    byId: new Map(concepts.map(concept => [concept.id, concept])),
    conceptsIn(terms, language) {
      const counts = new Map<string, number>()
      const words = terms.filter(({ stop, key }) => !stop && key !== '')
      for (const [at, { key }] of words.entries()) {
        for (const { concept, keys } of labelsAt(language, key)) {
          if (!stand(keys, words, at)) continue
          counts.set(concept.id, (counts.get(concept.id) ?? 0) + 1)
        }
      }
      return counts
    },
    conceptsOf(query) {
      const groups = new Map<string, Group>()
      for (const [at, { readings }] of query.words.entries()) {
        for (const { key, weight } of readings) {
          for (const language of query.languages) {
            for (const { concept, keys } of labelsAt(language, key)) {
              const words = placesOf(keys, query, at)
              const old = groups.get(concept.id)
              if (!words || (old && old.words.length >= words.length)) continue
              groups.set(concept.id, { concept, words, readings: readingsOf(concept, weight) })
            }
          }
        }
      }
      return [...groups.values()].sort((one, other) => other.words.length - one.words.length)
    },
    labelKeys: (concept, language) =>
      (byConcept.get(concept.id) ?? labelsOf(concept))
        .filter(label => label.language === language)
        .flatMap(({ keys }) => keys),
  }
}

/** The broader one, the narrower ones, and those that are related, from either side. */
function neighboursOf(concepts: readonly Concept[]): ReadonlyMap<string, ReadonlySet<string>> {
  const near = new Map(concepts.map(({ id }) => [id, new Set<string>()]))
  for (const { id, broader, related = [] } of concepts) {
    for (const other of broader === undefined ? related : [broader, ...related]) {
      near.get(id)?.add(other)
      near.get(other)?.add(id)
    }
  }
  return near
}

/** With the thesaurus that comes with the program. */
export const shippedAnalyser: Analyser = openAnalyser(shipped)

function stand(keys: readonly string[], words: readonly Term[], at: number): boolean {
  if (keys.length === 1) return true
  const reach = keys.length + between
  const near = words.slice(Math.max(0, at - reach), at + reach + 1)
  return keys.every(key => near.some(word => word.key === key))
}

/** Where the words of a label stand in the query, near the first of them; `undefined` when one is missing. */
function placesOf(keys: readonly string[], query: Query, from: number): number[] | undefined {
  const places: number[] = []
  for (const key of keys) {
    const place = query.words.findIndex(
      ({ readings }, at) =>
        !places.includes(at) &&
        Math.abs(at - from) < keys.length + between &&
        readings.some(reading => reading.key === key),
    )
    if (place < 0) return undefined
    places.push(place)
  }
  return places
}
