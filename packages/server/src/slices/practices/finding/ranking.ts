/**
 * From postings to an order of practices: BM25 by numbers, as the index keeps them (migration 0036). Knows places in the index and no practice;
 * who may read what stands there is for the database.
 */
import { type Language, languages } from '@kerege/contract/common'

/** Of one key of a word in one portion: numbers of impact, place and language, joined by commas. */
export interface Postings {
  word: number
  weight: number
  portion: number
  postings: string
}

/** Practices by their place in the index. A place without a score was found only in languages that are not wanted. */
export interface Places {
  places: number[]
  /** A bit for each language in which it was found. */
  tongues: number[]
  scores: (number | null)[]
  /** The language of the text that fits best. */
  best: (number | null)[]
}
export const noPlaces: Places = { places: [], tongues: [], scores: [], best: [] }

/** As many texts stay: nobody reads further, and counts of frequent words end there. */
const textsKept = 1000
const ownLanguage = 1.1

export function rankPostings(
  postings: readonly Postings[],
  mine: Language,
  wanted: readonly Language[] | undefined,
): Places {
  const own = languages.indexOf(mine)
  return byPractice(bestTexts(postings, own), own, bitsOf(wanted ?? languages))
}

const bitsOf = (some: readonly Language[]) =>
  some.reduce((bits, one) => bits | (1 << languages.indexOf(one)), 0)

interface Text {
  /** Portion, place and language in one number. */
  readonly text: number
  readonly score: number
}

/** A text with more of the words is meant rather than one that has a word often. */
function bestTexts(postings: readonly Postings[], own: number): Text[] {
  const found = new Map<number, { score: number; words: number }>()
  for (const some of Map.groupBy(postings, ({ word }) => word).values()) {
    for (const [text, score] of ofWord(some)) {
      const one = found.get(text)
      if (!one) found.set(text, { score, words: 1 })
      else {
        one.score += score
        one.words += 1
      }
    }
  }
  const scores = Float64Array.from(found, ([text, { score, words }]) => {
    const whole = (score * words) / 1000
    return (text & 7) === own ? whole * ownLanguage : whole
  })
  // Numbers alone are put in order many times as fast as texts: the last that stays is known before those that stay are.
  const least = scores.toSorted()[Math.max(0, scores.length - textsKept)] ?? 0
  const texts: Text[] = []
  let at = 0
  for (const text of found.keys()) {
    const score = scores[at++] ?? 0
    if (score >= least) texts.push({ text, score })
  }
  return texts.sort((one, other) => other.score - one.score || one.text - other.text).slice(0, textsKept)
}

/** Of several readings of one word the best counts. */
function ofWord(postings: readonly Postings[]): Map<number, number> {
  const scores = new Map<number, number>()
  for (const { weight, portion, postings: list } of postings) {
    for (const posting of JSON.parse(`[${list}]`) as number[]) {
      const text = portion * 8192 + (posting & 8191)
      const score = weight * (posting >> 13)
      if (score > (scores.get(text) ?? -1)) scores.set(text, score)
    }
  }
  return scores
}

/** Of a practice the languages in which it was found, and of those that are wanted the best: by score, one's own first, in their order. */
function byPractice(texts: readonly Text[], own: number, wanted: number): Places {
  const found = new Map<number, { tongues: number; score: number | null; best: number | null }>()
  for (const { text, score } of texts) {
    const [place, tongue] = [text >> 3, text & 7]
    const one = found.get(place) ?? { tongues: 0, score: null, best: null }
    found.set(place, one)
    one.tongues |= 1 << tongue
    if ((wanted & (1 << tongue)) === 0) continue
    // They come by score and language: an equal one takes the place only where it is one's own.
    if (one.score === null || (one.score === score && tongue === own)) {
      one.score = score
      one.best = tongue
    }
  }
  const all = [...found]
  return {
    places: all.map(([place]) => place),
    tongues: all.map(([, { tongues }]) => tongues),
    scores: all.map(([, { score }]) => score),
    best: all.map(([, { best }]) => best),
  }
}
