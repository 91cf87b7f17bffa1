/**
 * A space that stands one letter off: "Al-Khati bNabil". Both words look like others then, though no letter is wrong.
 * Looked for only where the given names contradict each other, and only where all letters agree: twins stay two.
 */
import { encode } from './distance.ts'
import { matchForms } from './matchWords.ts'
import type { PreparedName, PreparedWord } from './prepare.ts'
import type { Reason } from './reasons.ts'

export interface MovedSpace {
  bits: number
  reasons: Reason[]
}

type Two = readonly [PreparedWord, PreparedWord]

const quality = 0.75
/** As good as the same letters. */
const leastQuality = 0.95

export function spaceMoved(a: PreparedName, b: PreparedName): MovedSpace | undefined {
  // What stands beside the two words must not contradict anything: one side has nothing else.
  if (a.words.length < 2 || b.words.length < 2 || Math.min(a.words.length, b.words.length) > 2)
    return undefined
  for (const one of neighbours(a.words)) {
    for (const other of neighbours(b.words)) {
      if (!shifted(one, other)) continue
      const params = { a: textOf(one), b: textOf(other) }
      return {
        bits: (Math.min(one[0].bits, other[0].bits) + Math.min(one[1].bits, other[1].bits)) * quality,
        reasons: [{ code: 'space-moved', kind: 'for', params }],
      }
    }
  }
  return undefined
}

/** Neighbours in both orders, since papers disagree on which name comes first. */
function neighbours(words: readonly PreparedWord[]): Two[] {
  return words.flatMap((word, at): Two[] => {
    const next = words[at + 1]
    return !next || word.word.initial || next.word.initial
      ? []
      : [
          [word, next],
          [next, word],
        ]
  })
}

function shifted(one: Two, other: Two): boolean {
  const mask = (two: Two) => two[0].whole.mask | two[1].whole.mask
  if (mask(one) !== mask(other)) return false
  // Counted in consonants, since vowels come and go between scripts.
  const first = one[0].whole.consonants - other[0].whole.consonants
  const second = one[1].whole.consonants - other[1].whole.consonants
  if (Math.abs(first) !== 1 || second !== -first) return false
  const loose = [...one, ...other].some(({ word }) => word.arabic)
  return matchForms(joined(one), joined(other), loose).quality >= leastQuality
}

function joined(two: Two) {
  const sounds = (two[0].word.sounds + two[1].word.sounds).replace(/(.)\1/g, '$1')
  return { ...encode(sounds), sounds, key: '' }
}

const textOf = (two: Two) => `${two[0].word.text} ${two[1].word.text}`
