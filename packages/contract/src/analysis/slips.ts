/** Slips of the pen: keys of a vocabulary that are one or two letters from what was typed. */

/** How many letters may be wrong: none in a short word, where every slip makes another word. */
export const slipsAllowed = (key: string): number => (key.length < 4 ? 0 : key.length < 8 ? 1 : 2)

/** Which letters occur, as bits: two words far apart in these are far apart in all. */
export function letterMask(key: string): number {
  let mask = 0
  for (let at = 0; at < key.length; at++) mask |= 1 << (key.charCodeAt(at) % 32)
  return mask
}

/** One slip changes two of these bits at most. */
export const masksAreNear = (one: number, other: number, slips: number): boolean => {
  let differing = one ^ other
  for (let left = slips * 2; differing !== 0; left--) {
    if (left === 0) return false
    differing &= differing - 1
  }
  return true
}

/** Letters wrong, missing, too many or swapped with their neighbour; `limit + 1` as soon as there are more. */
export function slipsBetween(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1
  let older: number[] = []
  let previous = Array.from({ length: b.length + 1 }, (_, at) => at)
  for (let row = 1; row <= a.length; row++) {
    const current = [row]
    let least = row
    for (let col = 1; col <= b.length; col++) {
      const same = a[row - 1] === b[col - 1]
      let cost = Math.min(
        (previous[col] ?? 0) + 1,
        (current[col - 1] ?? 0) + 1,
        (previous[col - 1] ?? 0) + (same ? 0 : 1),
      )
      if (row > 1 && col > 1 && a[row - 1] === b[col - 2] && a[row - 2] === b[col - 1]) {
        cost = Math.min(cost, (older[col - 2] ?? 0) + 1)
      }
      current.push(cost)
      if (cost < least) least = cost
    }
    if (least > limit) return limit + 1
    older = previous
    previous = current
  }
  return previous[b.length] ?? limit + 1
}
