/**
 * Merkle tree of RFC 9162 (section 2.1): leaf and node hashes, and a tree that grows by its right edge only.
 * Pure; stores nothing.
 */
import { createHash } from 'node:crypto'

const hash = (...parts: Uint8Array[]) => {
  const digest = createHash('sha256')
  for (const part of parts) digest.update(part)
  return digest.digest()
}

const leafPrefix = Uint8Array.of(0)
const nodePrefix = Uint8Array.of(1)

export const leafHash = (data: Uint8Array): Buffer => hash(leafPrefix, data)
export const nodeHash = (left: Uint8Array, right: Uint8Array): Buffer => hash(nodePrefix, left, right)

/** Root of the empty tree. */
export const emptyRoot = (): Buffer => hash()

/** Hashes of the perfect subtrees that the tree is made of, largest first: one per set bit of its size. */
export interface Frontier {
  size: number
  hashes: Buffer[]
}

export const emptyFrontier = (): Frontier => ({ size: 0, hashes: [] })

/** The tree with one leaf more; the given one stays as it is. */
export function append(tree: Frontier, leaf: Buffer): Frontier {
  const hashes = [...tree.hashes]
  let carried = leaf
  // Two subtrees of one size make one of the next: as a binary counter carries.
  for (let size = tree.size; size % 2 === 1; size = Math.floor(size / 2)) {
    const left = hashes.pop()
    if (!left) throw new Error('The frontier does not fit its size.')
    carried = nodeHash(left, carried)
  }
  hashes.push(carried)
  return { size: tree.size + 1, hashes }
}

export function rootOf(tree: Frontier): Buffer {
  const [smallest, ...larger] = [...tree.hashes].reverse()
  return larger.reduce((right, left) => nodeHash(left, right), smallest ?? emptyRoot())
}
