/** Finds documents in an index and ranks them by BM25, with slips forgiven and other languages reached through the thesaurus. */
import { readQuery } from '../analyse.ts'
import type { SearchLanguage } from '../languages.ts'
import { letterMask, masksAreNear, slipsAllowed, slipsBetween } from '../slips.ts'
import { type Analyser, shippedAnalyser } from '../thesaurus/expand.ts'
import type { SearchIndex } from './collect.ts'
import { commonness, nearKey, ownLanguage, rarity, togetherness } from './weights.ts'

export interface Hit {
  readonly id: string
  readonly score: number
}

export interface Searcher {
  search(query: string, lang: SearchLanguage | undefined, top: number): Hit[]
}

const mostNear = 8

export function searcher(index: SearchIndex, analyser: Analyser = shippedAnalyser): Searcher {
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
      if (Math.abs(other.length - key.length) > allowed || other[1] === ':') continue
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
  const seen = new Uint8Array(total)

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

  function addKnown(key: string, weight: number, touched: number[]): boolean {
    const at = places.get(key)
    if (at !== undefined) addKey(at, weight, touched)
    return at !== undefined
  }

  function addWord(readings: readonly { key: string; weight: number }[], touched: number[]) {
    let known = false
    for (const { key, weight } of readings) if (addKnown(key, weight, touched)) known = true
    if (known) return
    for (const { key, weight } of readings.slice(0, 2)) {
      for (const other of near(key)) addKey(other.at, weight * other.weight, touched)
    }
  }

  return {
    search(text, lang, top) {
      const query = readQuery(text, lang)
      const concepts = analyser.conceptsOf(query)
      const found: number[] = []
      for (const [at, { readings }] of query.words.entries()) {
        const touched: number[] = []
        addWord(readings, touched)
        for (const group of concepts) {
          if (!group.words.includes(at)) continue
          for (const { key, weight } of group.readings) addKnown(key, weight, touched)
        }
        for (const document of touched) {
          if (totals[document] === 0) found.push(document)
          totals[document] = (totals[document] ?? 0) + (own[document] ?? 0)
          seen[document] = (seen[document] ?? 0) + 1
          own[document] = 0
        }
      }
      const hits = found.map(document => ({
        document,
        score:
          (totals[document] ?? 0) *
          togetherness((seen[document] ?? 0) / query.words.length) *
          (index.languages[document] === query.language ? ownLanguage : 1),
      }))
      for (const document of found) {
        totals[document] = 0
        seen[document] = 0
      }
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
