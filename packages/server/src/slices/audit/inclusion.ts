/** Inclusion proofs of RFC 9162 (sections 2.1.3.1 and 2.1.3.2), made from a frontier and the leaves after it. Pure. */
import { type Frontier, nodeHash } from './merkle.ts'
import { inclusionRanges, split } from './ranges.ts'

/** A tree: perfect subtrees of its first leaves, and every leaf hash after them. */
export interface Known {
  frontier: Frontier
  leaves: readonly Buffer[]
}

/** Hashes of the frontier by the leaves that they cover: `from:to`. */
function covered({ frontier }: Known): ReadonlyMap<string, Buffer> {
  const found = new Map<string, Buffer>()
  let from = 0
  let rest = frontier.size
  for (const hash of frontier.hashes) {
    const size = 2 ** Math.floor(Math.log2(rest))
    found.set(`${from}:${from + size}`, hash)
    from += size
    rest -= size
  }
  return found
}

/** Siblings on the way from leaf `number` to the root of the whole tree, from the bottom up. */
export function inclusionPath(known: Known, number: number): Buffer[] {
  const subtrees = covered(known)
  const hashOf = (from: number, to: number): Buffer => {
    const whole = subtrees.get(`${from}:${to}`)
    if (whole) return whole
    if (to - from === 1) {
      const leaf = known.leaves[from - known.frontier.size]
      if (!leaf) throw new Error('The leaf lies before what is known.')
      return leaf
    }
    const middle = from + split(to - from)
    return nodeHash(hashOf(from, middle), hashOf(middle, to))
  }
  const size = known.frontier.size + known.leaves.length
  return inclusionRanges(number, size).map(([from, to]) => hashOf(from, to))
}

/** The root that a leaf and its path lead to; `undefined` when the path does not fit number and size. */
export function rootFrom(
  leaf: Buffer,
  number: number,
  size: number,
  path: readonly Buffer[],
): Buffer | undefined {
  if (!Number.isSafeInteger(number) || !Number.isSafeInteger(size) || number < 0 || number >= size)
    return undefined
  // Anything else is no hash of this tree.
  if ([leaf, ...path].some(hash => hash.length !== 32)) return undefined
  let [fn, sn, root] = [number, size - 1, leaf]
  for (const sibling of path) {
    if (sn === 0) return undefined
    if (fn % 2 === 1 || fn === sn) {
      root = nodeHash(sibling, root)
      while (fn % 2 === 0 && fn !== 0) {
        fn = Math.floor(fn / 2)
        sn = Math.floor(sn / 2)
      }
    } else {
      root = nodeHash(root, sibling)
    }
    fn = Math.floor(fn / 2)
    sn = Math.floor(sn / 2)
  }
  return sn === 0 ? root : undefined
}
