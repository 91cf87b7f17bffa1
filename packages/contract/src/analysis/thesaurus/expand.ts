/**
 * Other words for what a query asks: labels of the same concept in every language, of narrower and broader ones at less weight. A label of several words stands
 * for a concept only where its words stand together, in any order.
 */
import { keyFor, type Query } from '../analyse.ts'
import { searchLanguages, type SearchLanguage } from '../languages.ts'
import { nextConcept, sameConcept } from '../index/weights.ts'
import { isStopWord } from '../stopWords.ts'
import { tokensOf } from '../tokens.ts'
import { type Concept, concepts } from './concepts.ts'

export interface Alternative {
  /** All of them, in any order. */
  readonly keys: readonly string[]
  readonly weight: number
}

export interface Group {
  readonly concept: Concept
  /** Which words of the query it may stand for. */
  readonly words: readonly number[]
  readonly alternatives: readonly Alternative[]
}

interface Label {
  readonly concept: Concept
  readonly language: SearchLanguage
  readonly keys: readonly string[]
}

const labelsOf = (concept: Concept): Label[] =>
  searchLanguages.flatMap(language =>
    concept.labels[language].flatMap(label => {
      const keys = tokensOf(label)
        .filter(({ word }) => !isStopWord(word, language))
        .map(({ word }) => keyFor(word, language))
        .filter(key => key !== '')
      return keys.length > 0 ? [{ concept, language, keys }] : []
    }),
  )

const labels: readonly Label[] = concepts.flatMap(labelsOf)
const byConcept: ReadonlyMap<string, readonly Label[]> = Map.groupBy(labels, ({ concept }) => concept.id)
/** Every label under the first of its keys. */
const byFirstKey: ReadonlyMap<string, readonly Label[]> = Map.groupBy(labels, ({ keys }) => keys[0] ?? '')

/** Words between the first and the last of a label in a query: "certificate of her birth" is still one. */
const widest = 2

export function alternativesOf(query: Query): Group[] {
  const groups = new Map<string, Group>()
  for (const [at, { readings }] of query.words.entries()) {
    for (const { key, weight } of readings.slice(0, 4)) {
      for (const label of byFirstKey.get(key) ?? []) {
        if (!query.languages.includes(label.language)) continue
        const words = placesOf(label, query, at)
        if (!words) continue
        const old = groups.get(label.concept.id)
        // The longest label says best what is meant.
        if (old && old.words.length >= words.length) continue
        groups.set(label.concept.id, {
          concept: label.concept,
          words,
          alternatives: others(label.concept, weight),
        })
      }
    }
  }
  const all = [...groups.values()]
  // A concept inside a longer one adds what is broader than meant: "school" in "school admission" stays, at its words.
  return all.sort((one, other) => other.words.length - one.words.length)
}

/** Where the words of a label stand in the query, near the first of them; `undefined` when one is missing. */
function placesOf(label: Label, query: Query, from: number): number[] | undefined {
  const places: number[] = []
  for (const key of label.keys) {
    const place = query.words.findIndex(
      ({ readings }, at) =>
        !places.includes(at) &&
        Math.abs(at - from) < label.keys.length + widest &&
        readings.some(reading => reading.key === key),
    )
    if (place < 0) return undefined
    places.push(place)
  }
  return places
}

function others(concept: Concept, weight: number): Alternative[] {
  const own = (byConcept.get(concept.id) ?? []).map(({ keys }) => ({ keys, weight: weight * sameConcept }))
  const next = concepts
    .filter(one => one.broader === concept.id || one.id === concept.broader)
    .flatMap(one => (byConcept.get(one.id) ?? []).map(({ keys }) => ({ keys, weight: weight * nextConcept })))
  const seen = new Map<string, Alternative>()
  for (const one of [...own, ...next]) {
    const name = [...one.keys].sort().join(' ')
    if (!seen.has(name)) seen.set(name, one)
  }
  return [...seen.values()]
}
