/** Finds documents in an index and ranks them by BM25, with slips forgiven and other languages reached through the thesaurus. */
import { type Query, readQuery } from '../analyse.ts'
import type { SearchLanguage } from '../languages.ts'
import { letterMask, masksAreNear, slipsAllowed, slipsBetween } from '../slips.ts'
import { type Alternative, alternativesOf } from '../thesaurus/expand.ts'
import type { SearchIndex } from './collect.ts'
import { commonness, nearKey, ownLanguage, rarity } from './weights.ts'

export interface Hit {
  readonly id: string
  readonly score: number
}

export interface Searcher {
  search(query: string, lang: SearchLanguage | undefined, top: number): Hit[]
}

const mostNear = 8

export function searcher(index: SearchIndex): Searcher {
  const places = new Map(index.keys.map((key, at) => [key, at]))
  const masks = Uint32Array.from(index.keys, letterMask)
  const total = index.ids.length
  let sum = 0
  for (const length of index.lengths) sum += length
  const mean = sum / Math.max(total, 1)
  const sizeOf = (at: number) => (index.starts[at + 1] ?? 0) - (index.starts[at] ?? 0)

  /** Keys like one that nobody wrote, the nearest first, the frequent before the rare. */
  function near(key: string): { at: number; weight: number }[] {
    const allowed = slipsAllowed(key)
    if (allowed === 0) return []
    const mask = letterMask(key)
    const found: { at: number; slips: number }[] = []
    for (const [at, other] of index.keys.entries()) {
      if (Math.abs(other.length - key.length) > allowed) continue
      if (!masksAreNear(mask, masks[at] ?? 0, allowed)) continue
      const slips = slipsBetween(key, other, allowed)
      if (slips <= allowed) found.push({ at, slips })
    }
    return found
      .sort((one, other) => one.slips - other.slips || sizeOf(other.at) - sizeOf(one.at))
      .slice(0, mostNear)
      .map(({ at, slips }) => ({ at, weight: nearKey(slips) }))
  }

  /** Sums and what one word gave, by document: numbers that are set back after each question. */
  const totals = new Float64Array(total)
  const own = new Float64Array(total)

  /** What one key is worth in each document that has it; the best of several readings counts. */
  function addKey(at: number, weight: number, touched: number[]) {
    const idf = weight * rarity(sizeOf(at), total)
    for (let posting = index.starts[at] ?? 0; posting < (index.starts[at + 1] ?? 0); posting++) {
      const document = index.documents[posting] ?? 0
      const score = idf * commonness(index.counts[posting] ?? 0, index.lengths[document] ?? 0, mean)
      const before = own[document] ?? 0
      if (before === 0) touched.push(document)
      if (score > before) own[document] = score
    }
  }

  function addWord(readings: readonly { key: string; weight: number }[], touched: number[]) {
    let known = false
    for (const { key, weight } of readings) {
      const at = places.get(key)
      if (at === undefined) continue
      known = true
      addKey(at, weight, touched)
    }
    if (known) return
    for (const { key, weight } of readings.slice(0, 2)) {
      for (const other of near(key)) addKey(other.at, weight * other.weight, touched)
    }
  }

  /** A label of several words counts where all of them stand; what it is worth is their mean. */
  function labelScores({ keys, weight }: Alternative): Map<number, number> {
    const known = keys.map(key => places.get(key))
    if (known.includes(undefined)) return new Map()
    const rarest = known.toSorted((one, other) => sizeOf(one ?? 0) - sizeOf(other ?? 0))
    let joined = new Map<number, number>()
    for (const [step, at = 0] of rarest.entries()) {
      const idf = (weight * rarity(sizeOf(at), total)) / keys.length
      const next = new Map<number, number>()
      for (let posting = index.starts[at] ?? 0; posting < (index.starts[at + 1] ?? 0); posting++) {
        const document = index.documents[posting] ?? 0
        const before = step === 0 ? 0 : joined.get(document)
        if (before === undefined) continue
        next.set(
          document,
          before + idf * commonness(index.counts[posting] ?? 0, index.lengths[document] ?? 0, mean),
        )
      }
      joined = next
    }
    return joined
  }

  /** For every word of the query what its concepts give, by document. */
  function conceptScores(query: Query): Map<number, number>[] {
    const scores = query.words.map(() => new Map<number, number>())
    for (const { words, alternatives } of alternativesOf(query)) {
      for (const alternative of alternatives) {
        for (const [document, score] of labelScores(alternative)) {
          for (const word of words) {
            const into = scores[word]
            if (into && score > (into.get(document) ?? 0)) into.set(document, score)
          }
        }
      }
    }
    return scores
  }

  return {
    search(text, lang, top) {
      const query = readQuery(text, lang)
      const concepts = conceptScores(query)
      const found: number[] = []
      for (const [at, { readings }] of query.words.entries()) {
        const touched: number[] = []
        addWord(readings, touched)
        for (const [document, score] of concepts[at] ?? []) {
          const before = own[document] ?? 0
          if (before === 0) touched.push(document)
          if (score > before) own[document] = score
        }
        for (const document of touched) {
          if (totals[document] === 0) found.push(document)
          totals[document] = (totals[document] ?? 0) + (own[document] ?? 0)
          own[document] = 0
        }
      }
      const hits = found.map(document => ({
        document,
        score: (totals[document] ?? 0) * (index.languages[document] === query.language ? ownLanguage : 1),
      }))
      for (const document of found) totals[document] = 0
      return best(hits, top).map(({ document, score }) => ({ id: index.ids[document] ?? '', score }))
    },
  }
}

interface Scored {
  readonly document: number
  readonly score: number
}

/** Equal ones in the order in which documents came, so that the same question has the same answer. */
const before = (one: Scored, other: Scored) => other.score - one.score || one.document - other.document

/** The highest scores. Only what passes the worst of those kept is put in order. */
function best(hits: readonly Scored[], top: number): Scored[] {
  let kept: Scored[] = []
  let least = Number.NEGATIVE_INFINITY
  for (const hit of hits) {
    if (kept.length >= top && hit.score < least) continue
    kept.push(hit)
    if (kept.length < top * 4 + 64) continue
    kept = kept.sort(before).slice(0, top)
    least = kept.at(-1)?.score ?? least
  }
  return kept.sort(before).slice(0, top)
}
