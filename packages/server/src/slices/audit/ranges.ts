/**
 * Which parts of the tree a proof of RFC 9162 is made of (sections 2.1.3.1 and 2.1.4.1), as ranges of leaves. Pure numbers:
 * where their hashes come from, memory, a database or tiles that somebody serves, is the caller's business.
 */

/** Leaves `from` up to, not including, `to`; its hash is the root of the tree over them. */
export type Range = readonly [from: number, to: number]

/** The largest power of two below n, for n of two and more. */
export const split = (n: number): number => {
  let k = 1
  while (k * 2 < n) k *= 2
  return k
}

/**
 * Siblings on the way from leaf `number` to the root of the first `size` leaves, from the bottom up.
 * @throws where there is no such leaf
 */
export function inclusionRanges(number: number, size: number): Range[] {
  if (!(number >= 0 && number < size)) throw new RangeError('There is no leaf of this number.')
  const ranges: Range[] = []
  let [from, to] = [0, size]
  while (to - from > 1) {
    const middle = from + split(to - from)
    if (number < middle) {
      ranges.push([middle, to])
      to = middle
    } else {
      ranges.push([from, middle])
      from = middle
    }
  }
  return ranges.reverse()
}

/**
 * What shows that the first `first` leaves of the tree of `second` leaves are those that they were, from the bottom up.
 * @throws for an empty first tree, from which nothing follows, and for a second that is smaller
 */
export function consistencyRanges(first: number, second: number): Range[] {
  if (!(first >= 1 && first <= second)) throw new RangeError('Sizes go from 1 up to the second.')
  const ranges: Range[] = []
  let [from, to] = [0, second]
  // The hash of the first tree is known to whoever asks, as long as the way has kept to the left.
  let known = true
  while (first !== to) {
    const middle = from + split(to - from)
    if (first <= middle) {
      ranges.push([middle, to])
      to = middle
    } else {
      ranges.push([from, middle])
      from = middle
      known = false
    }
  }
  if (!known) ranges.push([from, to])
  return ranges.reverse()
}
