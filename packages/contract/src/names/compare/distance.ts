/**
 * How far two words are apart by sound: 0 for the same, about 1 for one wrong letter.
 * Letters that scripts and transliterators confuse (e/i, k/g, s/sh, v/f) cost little; where a word
 * comes from Arabic letters, unwritten short vowels and missing letters (p, v, g) cost next to nothing.
 * Cost is bounded: words are cut at `maxSounds`.
 */

const alphabet = 'abcdefghijklmnopqrstuvwxyz'
const size = 27 // 0 stands for anything else
const maxSounds = 32

const confusions: readonly (readonly [string, number])[] = [
  ['ae', 0.2],
  ['ao', 0.2],
  ['ei', 0.12],
  ['ou', 0.12],
  ['ai', 0.5],
  ['au', 0.5],
  ['eo', 0.45],
  ['eu', 0.5],
  ['iu', 0.4],
  ['io', 0.6],
  ['bp', 0.3],
  ['vf', 0.35],
  ['vb', 0.5],
  ['kg', 0.35],
  ['gh', 0.4],
  ['kh', 0.4],
  ['cj', 0.25], // a lost cedilla: Çary, Cary
  ['jz', 0.45],
  ['ji', 0.35],
  ['jg', 0.6],
  ['sx', 0.35],
  ['sz', 0.4],
  ['sc', 0.6],
  ['xc', 0.4],
  ['kc', 0.7],
  ['td', 0.35],
  ['dz', 0.5],
  ['vu', 0.25],
  ['pf', 0.45],
  ['hf', 0.7],
  ['mn', 0.75],
  ['lr', 0.9],
  ['ts', 0.8],
]

const arabicConfusions: readonly (readonly [string, number])[] = [
  ['bp', 0.04],
  ['vf', 0.04],
  ['vu', 0.04],
  ['vo', 0.04],
  ['kg', 0.08],
  ['gj', 0.12],
  ['gh', 0.3],
  ['cj', 0.12],
  ['cx', 0.12],
  ['ct', 0.5],
  ['jz', 0.3],
  ['ae', 0.06],
  ['ao', 0.06],
  ['ai', 0.15],
  ['au', 0.15],
  ['ei', 0.04],
  ['ou', 0.04],
  ['iu', 0.3],
  ['fu', 0.25], // Gavhar, غافهار
  ['st', 0.2], // ث
  ['dz', 0.2], // ذ
]

const code = (sound: string) => alphabet.indexOf(sound) + 1

function matrix(...lists: (readonly (readonly [string, number])[])[]): Float64Array {
  const costs = new Float64Array(size * size).fill(1)
  for (const list of lists) {
    for (const [pair, cost] of list) {
      const a = code(pair.charAt(0))
      const b = code(pair.charAt(1))
      costs[a * size + b] = cost
      costs[b * size + a] = cost
    }
  }
  for (let at = 1; at < size; at++) costs[at * size + at] = 0
  return costs
}

// Small arrays of the language itself: those of fixed type are kept outside its heap, and dear to make by thousands.
function gaps(vowel: number, h: number): number[] {
  const costs = Array.from({ length: size }, () => 1)
  for (const sound of 'aeiou') costs[code(sound)] = vowel
  costs[code('h')] = h
  return costs
}

const plain = { change: matrix(confusions), gap: gaps(0.5, 0.35), glide: 0.15, end: 0.3 }
const arabic = { change: matrix(confusions, arabicConfusions), gap: gaps(0.06, 0.2), glide: 0.05, end: 0.06 }

/** A word ready to be measured: its sounds as numbers and what it costs to leave each of them out. */
export interface Encoded {
  codes: Uint8Array
  gaps: readonly number[]
  /** For every sound the least that it costs to turn it into one of this word, or to leave it out. */
  reach: readonly number[]
  /** The same two, against a word from Arabic letters or of one. */
  looseGaps: readonly number[]
  looseReach: readonly number[]
  /** Bits of the consonants that occur. */
  mask: number
  /** How many consonants there are, repeated ones too. */
  consonants: number
}

export function encode(sounds: string): Encoded {
  const length = Math.min(sounds.length, maxSounds)
  const codes = new Uint8Array(length)
  for (let at = 0; at < length; at++) {
    const value = sounds.charCodeAt(at) - 96
    codes[at] = value >= 1 && value < size ? value : 0
  }
  return {
    codes,
    gaps: gapsOf(codes, plain),
    reach: reachOf(codes, plain),
    looseGaps: gapsOf(codes, arabic),
    looseReach: reachOf(codes, arabic),
    mask: consonantMask(codes),
    consonants: codes.filter(sound => !isVowel(sound)).length,
  }
}

const A = code('a')
const E = code('e')
const I = code('i')
const O = code('o')
const U = code('u')
const isVowel = (sound: number) => sound === A || sound === E || sound === I || sound === O || sound === U

function reachOf(codes: Uint8Array, { change, gap }: typeof plain): number[] {
  const reach = gap.slice()
  // The costs are the same both ways, so one sound of the word is one row of them.
  for (let at = 0; at < codes.length; at++) {
    const row = (codes[at] ?? 0) * size
    for (let sound = 0; sound < size; sound++) {
      const cost = change[row + sound] ?? 1
      if (cost < (reach[sound] ?? 1)) reach[sound] = cost
    }
  }
  return reach
}

function gapsOf(codes: Uint8Array, mode: typeof plain): number[] {
  const costs: number[] = []
  for (let at = 0; at < codes.length; at++) costs.push(gapCost(codes, at, mode))
  return costs
}

/**
 * The least that two words can be apart, judged by the consonants that only one of them has.
 * Costs a few steps where `soundDistance` costs hundreds.
 */
export function leastDistance(a: Encoded, b: Encoded, unvowelled: boolean): number {
  const there = missingCost(a.mask & ~b.mask, unvowelled ? b.looseReach : b.reach)
  const back = missingCost(b.mask & ~a.mask, unvowelled ? a.looseReach : a.reach)
  return there > back ? there : back
}

function missingCost(mask: number, reach: readonly number[]): number {
  let cost = 0
  for (let rest = mask; rest !== 0; rest &= rest - 1) cost += reach[31 - Math.clz32(rest & -rest)] ?? 1
  return cost
}

function consonantMask(codes: Uint8Array): number {
  let mask = 0
  for (const sound of codes) if (!isVowel(sound)) mask |= 1 << sound
  return mask
}

/** What it costs that one word has this sound and the other has nothing there. */
function gapCost(codes: Uint8Array, at: number, mode: typeof plain): number {
  const sound = codes[at] ?? 0
  const before = codes[at - 1] ?? 0
  const after = codes[at + 1] ?? 0
  if (sound === I && (isVowel(before) || isVowel(after))) return mode.glide
  if (sound === A && at === codes.length - 1) return mode.end
  return mode.gap[sound] ?? 1
}

let older = new Float64Array(maxSounds + 1)
let previous = new Float64Array(maxSounds + 1)
let current = new Float64Array(maxSounds + 1)
const swapCost = 0.35

/**
 * Weighted edit distance with neighbours swapped as one slip.
 * @param limit beyond it the exact value does not matter, and something greater is returned early
 */
export function soundDistance(one: Encoded, other: Encoded, unvowelled: boolean, limit = 3): number {
  const { change } = unvowelled ? arabic : plain
  const a = one.codes
  const b = other.codes
  const gapsA = unvowelled ? one.looseGaps : one.gaps
  const gapsB = unvowelled ? other.looseGaps : other.gaps
  previous[0] = 0
  for (let col = 1; col <= b.length; col++) previous[col] = (previous[col - 1] ?? 0) + (gapsB[col - 1] ?? 1)
  for (let row = 1; row <= a.length; row++) {
    const soundA = a[row - 1] ?? 0
    const gapA = gapsA[row - 1] ?? 1
    const offset = soundA * size
    let best = (previous[0] ?? 0) + gapA
    let left = best
    let diagonal = previous[0] ?? 0
    current[0] = best
    for (let col = 1; col <= b.length; col++) {
      const soundB = b[col - 1] ?? 0
      const above = previous[col] ?? 0
      let cost = diagonal + (change[offset + soundB] ?? 1)
      if (above + gapA < cost) cost = above + gapA
      const dropB = left + (gapsB[col - 1] ?? 1)
      if (dropB < cost) cost = dropB
      if (row > 1 && col > 1 && soundA === b[col - 2] && a[row - 2] === soundB && soundA !== soundB) {
        const swapped = (older[col - 2] ?? 0) + swapCost
        if (swapped < cost) cost = swapped
      }
      current[col] = cost
      left = cost
      diagonal = above
      if (cost < best) best = cost
    }
    if (best > limit) return best
    const free = older
    older = previous
    previous = current
    current = free
  }
  return previous[b.length] ?? 0
}
