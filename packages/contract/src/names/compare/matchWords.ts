/** Judges two words of two names: one and the same, nearly so, or different; and how sure that is. */
import { type Encoded, leastDistance, soundDistance } from './distance.ts'
import type { Role } from '../parse.ts'
import type { Form, PreparedWord } from './prepare.ts'

export type WordVerdict =
  | 'same'
  | 'spelling'
  | 'variant'
  | 'near'
  | 'initial'
  | 'affix'
  | 'doubtful'
  | 'differs'

export interface WordMatch {
  verdict: WordVerdict
  /** 0..1; 0 for doubtful and different words. */
  quality: number
  /** Equal only by their stems: an ending was dropped or changed. */
  byStem: boolean
}

const differs: WordMatch = { verdict: 'differs', quality: 0, byStem: false }
const doubtful: WordMatch = { verdict: 'doubtful', quality: 0, byStem: false }
const same: WordMatch = { verdict: 'same', quality: 1, byStem: false }
const variant: WordMatch = { verdict: 'variant', quality: 0.9, byStem: false }
const spellings: readonly WordMatch[] = [1, 0.96, 0.92, 0.88].map(quality => ({
  verdict: 'spelling',
  quality,
  byStem: false,
}))
const near: WordMatch = { verdict: 'near', quality: 0.55, byStem: false }
const initial: WordMatch = { verdict: 'initial', quality: 0.3, byStem: false }
const affix: WordMatch = { verdict: 'affix', quality: 0.75, byStem: false }

/** How far words of this length may be apart and still be one name: a letter in six, none in the short ones. */
const allowances = [0.1, 0.2, 0.3, 0.36, 0.55, 0.75, 0.95, 1.05, 1.15, 1.25, 1.4]
const allowance = (length: number) => allowances[Math.min(length, 10)] ?? 1

/** How much the agreement of two words counts; 0 where they cannot be one. */
export const pairFactor = ({ word: a }: PreparedWord, { word: b }: PreparedWord): number => {
  const unmarked =
    (a.perhapsFather && b.role === 'patronymic') || (b.perhapsFather && a.role === 'patronymic')
  return unmarked ? 0.85 : roleFactor(a.role, b.role)
}

/** Up to so many times the allowance words are alike, which alone decides nothing. */
const doubtfulRatio = 1.5

/** The roles under which two words may be one: a given name is never the father's name of the other. */
function roleFactor(a: Role, b: Role): number {
  if (a === b) return 1
  if (a === 'unknown' || b === 'unknown') return 0.9
  if (a === 'given') return b === 'family' ? 0.7 : 0
  if (b === 'given') return a === 'family' ? 0.7 : 0
  return 0.6
}

export function matchWords(a: PreparedWord, b: PreparedWord): WordMatch {
  if (a.word.initial || b.word.initial) return matchInitial(a, b)
  const unvowelled = a.word.arabic !== b.word.arabic || (a.word.arabic && b.word.arabic)
  const roleA = a.word.role
  const roleB = b.word.role
  if (roleA === roleB) {
    return roleA === 'given' || roleA === 'unknown'
      ? matchGiven(a, b, unvowelled)
      : matchStems(a, b, unvowelled)
  }
  const crossed = roleA !== 'unknown' && roleB !== 'unknown'
  if (roleA === 'patronymic' && roleB === 'given') return matchForms(a.stem, b.whole, unvowelled)
  if (roleB === 'patronymic' && roleA === 'given') return matchForms(a.whole, b.stem, unvowelled)
  if (roleA === 'given' || roleB === 'given') {
    if (!crossed) return matchGiven(a, b, unvowelled)
    return likelySame(a.whole, b.whole) ? matchForms(a.whole, b.whole, unvowelled) : differs
  }
  if (crossed && !likelySame(a.stem, b.stem)) return differs
  // Somewhere a father's or family name: its ending may be missing on the other side.
  const whole = matchForms(a.whole, b.whole, unvowelled)
  if (whole.quality > 0.8) return whole
  const stem = matchForms(a.stem, b.stem, unvowelled)
  return stem.quality > whole.quality ? { ...stem, byStem: true } : whole
}

/** Family and fathers' names by their stems; whole where the endings were cut at different places. */
function matchStems(a: PreparedWord, b: PreparedWord, unvowelled: boolean): WordMatch {
  const stem = matchForms(a.stem, b.stem, unvowelled)
  if (stem.quality > 0.5 || !likelySame(a.whole, b.whole)) return stem
  const whole = matchForms(a.whole, b.whole, unvowelled)
  return whole.quality > stem.quality ? whole : stem
}

function matchGiven(a: PreparedWord, b: PreparedWord, unvowelled: boolean): WordMatch {
  const whole = matchForms(a.whole, b.whole, unvowelled)
  if (whole.quality > 0 || (a.whole.key !== '' && b.whole.key !== '')) return whole
  const [bareA, bareB] = [a.bare(), b.bare()]
  const withoutEnding =
    (bareA && matchForms(bareA, b.whole, unvowelled).quality > 0.95) ||
    (bareB && matchForms(a.whole, bareB, unvowelled).quality > 0.95)
  return withoutEnding ? affix : whole
}

/** Compares two forms by list and by sound. */
export function matchForms(a: Form, b: Form, unvowelled: boolean): WordMatch {
  if (a === b || a.sounds === b.sounds) return same
  if (a.key !== '' && b.key !== '') return a.key === b.key ? variant : differs
  // Where vowels cost nothing only consonants can tell names apart.
  const longer = unvowelled
    ? Math.max(a.consonants, b.consonants) + 1
    : Math.max(a.codes.length, b.codes.length)
  const allowed = allowance(longer)
  const limit = allowed * doubtfulRatio
  if (leastDistance(a, b, unvowelled) > limit) return differs
  const ratio = soundDistance(a, b, unvowelled, limit) / allowed
  if (ratio <= 0.5) return spellings[Math.floor(ratio * 7)] ?? near
  if (ratio <= 1) return startsApart(a, b, unvowelled) ? doubtful : near
  return ratio <= doubtfulRatio ? doubtful : differs
}

/** Hands slip inside a word; another first consonant is rather another name. */
function startsApart(a: Form, b: Form, unvowelled: boolean): boolean {
  return a.codes[0] !== b.codes[0] && soundDistance(firstSound(a), firstSound(b), unvowelled) > 0.5
}

const bitCount = (mask: number): number => {
  let count = 0
  for (let rest = mask; rest !== 0; rest &= rest - 1) count++
  return count
}

/** Words in each other's place are written alike, so a glance at their consonants tells enough. */
const likelySame = (a: Form, b: Form): boolean =>
  bitCount(a.mask ^ b.mask) <= 2 || (a.key !== '' && a.key === b.key)

function matchInitial(a: PreparedWord, b: PreparedWord): WordMatch {
  const first = soundDistance(firstSound(a.whole), firstSound(b.whole), false)
  return first <= 0.4 ? initial : differs
}

const firstSound = (form: Form): Encoded => ({ ...form, codes: form.codes.subarray(0, 1) })
