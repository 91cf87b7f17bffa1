/**
 * Whether a proof holds, and in one sentence why it does not: RFC 9162, sections 2.1.3.2 (a leaf is in the tree) and
 * 2.1.4.2 (a tree goes on from an earlier one). Pure; takes whatever a stranger has sent.
 */
import { rootFrom } from './inclusion.ts'
import { nodeHash } from './merkle.ts'
import { consistencyRanges, inclusionRanges } from './ranges.ts'

export interface InclusionProof {
  leafIndex: number
  treeSize: number
  root: Buffer
  leafHash: Buffer
  proof: readonly Buffer[]
}

export interface ConsistencyProof {
  size1: number
  size2: number
  root1: Buffer
  root2: Buffer
  proof: readonly Buffer[]
}

const hashBytes = 32
const notWhole = 'Sizes and the index must be whole numbers from 0 to 2^53 - 1.'
const isCount = (value: number) => Number.isSafeInteger(value) && value >= 0

/** @returns null for a proof that holds */
export function inclusionFault({
  leafIndex,
  treeSize,
  root,
  leafHash,
  proof,
}: InclusionProof): string | null {
  if (![leafIndex, treeSize].every(isCount)) return notWhole
  if (leafIndex >= treeSize) return `A tree of ${treeSize} has no leaf ${leafIndex}.`
  if (leafHash.length !== hashBytes) return 'The hash of the leaf is not 32 bytes.'
  const wanted = inclusionRanges(leafIndex, treeSize).length
  const fault = pathFault(proof, wanted)
  if (fault) return fault
  return rootFrom(leafHash, leafIndex, treeSize, proof)?.equals(root)
    ? null
    : 'Leaf and proof lead to another root.'
}

/** @returns null for a proof that holds */
export function consistencyFault({ size1, size2, root1, root2, proof }: ConsistencyProof): string | null {
  if (![size1, size2].every(isCount)) return notWhole
  if (size2 < size1) return 'The second tree is smaller than the first.'
  if (size1 === size2) {
    if (proof.length > 0) return 'Two trees of one size need no proof, and one is given.'
    return root1.equals(root2) ? null : 'The trees are of one size and differ.'
  }
  if (size1 === 0) return 'From an empty tree nothing follows.'
  const fault = pathFault(proof, consistencyRanges(size1, size2).length)
  if (fault) return fault
  const roots = rootsFrom(size1, size2, root1, proof)
  if (!roots?.first.equals(root1)) return 'The proof leads to another first root.'
  return roots.second.equals(root2) ? null : 'The proof leads to another second root.'
}

function pathFault(proof: readonly Buffer[], wanted: number): string | null {
  if (proof.length !== wanted) return `The proof has ${proof.length} hashes, and ${wanted} belong into it.`
  return proof.every(hash => hash.length === hashBytes) ? null : 'A hash of the proof is not 32 bytes.'
}

/** Both roots that a proof leads to, built up at once; sizes and number of hashes fit. */
function rootsFrom(size1: number, size2: number, root1: Buffer, proof: readonly Buffer[]) {
  let [fn, sn] = [size1 - 1, size2 - 1]
  const up = () => {
    fn = Math.floor(fn / 2)
    sn = Math.floor(sn / 2)
  }
  while (fn % 2 === 1) up()
  // A first tree that is perfect is its own beginning, and not repeated in the proof.
  const [start, ...rest] = fn === 0 ? [root1, ...proof] : proof
  if (!start) return undefined
  let [first, second] = [start, start]
  for (const hash of rest) {
    if (sn === 0) return undefined
    if (fn % 2 === 1 || fn === sn) {
      first = nodeHash(hash, first)
      second = nodeHash(hash, second)
      while (fn % 2 === 0 && fn !== 0) up()
    } else {
      second = nodeHash(second, hash)
    }
    up()
  }
  return sn === 0 ? { first, second } : undefined
}
