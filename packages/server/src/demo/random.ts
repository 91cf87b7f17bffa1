/**
 * Chance that repeats itself: the same seed gives the same people on every machine and in every run.
 * Never for keys, tokens or anything that must not be guessed; those come from node:crypto.
 */
export interface Random {
  /** 0 <= x < 1. */
  next(): number
  /** A whole number, both ends included. */
  int(from: number, to: number): number
  chance(share: number): boolean
  pick<T>(list: readonly T[]): T
  /** Picks by weight; the weights need not add up to one. */
  weighted<T>(list: readonly (readonly [T, number])[]): T
  /** Picks as names are spread in a people: the n-th is borne about 1/n as often as the first. */
  common<T>(list: readonly T[]): T
  /** A UUIDv7 whose time is given and whose rest is chance. */
  id(at: number): string
  /** A stream of its own, so that a change in one part leaves the others as they were. */
  fork(label: string): Random
}

// cyrb53 by bryc (public domain), shortened to 32 bits: spreads similar labels far apart.
function hash(text: string): number {
  let a = 0xdeadbeef
  let b = 0x41c6ce57
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    a = Math.imul(a ^ code, 2654435761)
    b = Math.imul(b ^ code, 1597334677)
  }
  a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909)
  return a >>> 0
}

export function random(seed: string): Random {
  let state = hash(seed)
  // mulberry32 by Tommy Ettinger (public domain).
  const next = () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
  const at = <T>(list: readonly T[], index: number): T => {
    const found = list[Math.min(index, list.length - 1)]
    if (found === undefined) throw new Error('nothing to pick from')
    return found
  }
  const self: Random = {
    next,
    int: (from, to) => from + Math.floor(next() * (to - from + 1)),
    chance: share => next() < share,
    pick: list => at(list, Math.floor(next() * list.length)),
    weighted(list) {
      let left = next() * list.reduce((sum, [, weight]) => sum + weight, 0)
      for (const [item, weight] of list) {
        left -= weight
        if (left < 0) return item
      }
      return at(list, list.length - 1)[0]
    },
    // The inverse of ln(1 + n): close to Zipf's law and needs no table.
    common: list => at(list, Math.floor(Math.exp(next() * Math.log(list.length + 1)) - 1)),
    id(time) {
      const hex = (digits: number) =>
        Math.floor(next() * 16 ** digits)
          .toString(16)
          .padStart(digits, '0')
      const clock = time.toString(16).padStart(12, '0')
      const variant = '89ab'.charAt(Math.floor(next() * 4))
      return `${clock.slice(0, 8)}-${clock.slice(8)}-7${hex(3)}-${variant}${hex(3)}-${hex(6)}${hex(6)}`
    },
    fork: label => random(`${seed}/${label}`),
  }
  return self
}
