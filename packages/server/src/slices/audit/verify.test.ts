/** Proofs of both kinds against published vectors, tampered with in every place, and against the definition for trees of any size. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { append, emptyFrontier, emptyRoot, leafHash, nodeHash, rootOf } from './merkle.ts'
import { consistencyRanges, inclusionRanges, split } from './ranges.ts'
import { type ConsistencyProof, consistencyFault, inclusionFault } from './verify.ts'

const bytes = (text: string | null) => Buffer.from(text ?? '', 'base64')
const fixture = (name: string) =>
  JSON.parse(readFileSync(join(import.meta.dirname, 'fixtures', name), 'utf8'))

interface Inclusion {
  name: string
  leafIdx: number
  treeSize: number
  root: string
  leafHash: string
  proof: (string | null)[] | null
  wantErr: boolean
}

test.each(fixture('merkle-inclusion.json') as Inclusion[])('inclusion $name', vector => {
  const { leafIdx: leafIndex, treeSize, wantErr } = vector
  const proof = (vector.proof ?? []).map(bytes)
  const fault = inclusionFault({
    leafIndex,
    treeSize,
    root: bytes(vector.root),
    leafHash: bytes(vector.leafHash),
    proof,
  })
  expect(fault === null).toBe(!wantErr)
})

type Consistency = {
  name: string
  size1: number
  size2: number
  root1: string
  root2: string
  proof: string[]
}
const vectors = (fixture('merkle-consistency.json') as Consistency[]).map(one => ({
  ...one,
  root1: bytes(one.root1),
  root2: bytes(one.root2),
  proof: one.proof.map(bytes),
}))
const bent = (hash: Buffer) => Buffer.from(hash.map((byte, at) => (at === 4 ? byte ^ 16 : byte)))
const other = leafHash(Buffer.from('other'))

/** As the authors of the vectors tamper with them. */
const tampered: readonly [how: string, change: (good: ConsistencyProof) => ConsistencyProof][] = [
  ['another first root', good => ({ ...good, root1: other })],
  ['another second root', good => ({ ...good, root2: other })],
  ['roots swapped', good => ({ ...good, root1: good.root2, root2: good.root1 })],
  ['no proof', good => ({ ...good, proof: [] })],
  ['a hash less', good => ({ ...good, proof: good.proof.slice(0, -1) })],
  ['a hash before', good => ({ ...good, proof: [good.root1, ...good.proof] })],
  ['a hash behind', good => ({ ...good, proof: [...good.proof, good.root2] })],
  ['garbage behind', good => ({ ...good, proof: [...good.proof, Buffer.alloc(0)] })],
  ['size1 + 1', good => ({ ...good, size1: good.size1 + 1 })],
  ['size1 - 1', good => ({ ...good, size1: good.size1 - 1 })],
  ['size1 xor 2', good => ({ ...good, size1: good.size1 ^ 2 })],
  ['size2 doubled', good => ({ ...good, size2: good.size2 * 2 })],
  ['size2 halved', good => ({ ...good, size2: Math.floor(good.size2 / 2) })],
  ['size2 out of bounds', good => ({ ...good, size2: 2 ** 64 })],
]

describe.each(vectors)('consistency $name', vector => {
  test('holds', () => expect(consistencyFault(vector)).toBeNull())
  test.each(tampered)('%s', (_, change) =>
    expect(consistencyFault(change(vector))).toEqual(expect.any(String)),
  )
  test('a bit of any hash', () =>
    vector.proof.forEach((_, changed) => {
      const proof = vector.proof.map((hash, at) => (at === changed ? bent(hash) : hash))
      expect(consistencyFault({ ...vector, proof })).toMatch(/^The proof leads to another/)
    }))
})

test.each([
  [0, 0, emptyRoot(), emptyRoot(), [], null],
  [1, 1, other, other, [], null],
  [1, 1, other, emptyRoot(), [], 'The trees are of one size and differ.'],
  [1, 1, other, other, [other], 'Two trees of one size need no proof, and one is given.'],
  [0, 1, emptyRoot(), other, [], 'From an empty tree nothing follows.'],
  [2, 1, other, other, [], 'The second tree is smaller than the first.'],
  [-1, 1, other, other, [], 'Sizes and the index must be whole numbers from 0 to 2^53 - 1.'],
])('from %i to %i', (size1, size2, root1, root2, proof, fault) =>
  expect(consistencyFault({ size1, size2, root1, root2, proof })).toBe(fault),
)

const leaves = Array.from({ length: 140 }, (_, at) => leafHash(Buffer.from(String(at))))
const rootAt = (size: number) =>
  rootOf(leaves.slice(0, size).reduce((tree, leaf) => append(tree, leaf), emptyFrontier()))
const hashOf = (from: number, to: number): Buffer => {
  const only = leaves[from]
  if (to - from === 1 && only) return only
  const middle = from + split(to - from)
  return nodeHash(hashOf(from, middle), hashOf(middle, to))
}

test('every leaf of every tree is in it, and every tree goes on from every earlier one', () =>
  fc.assert(
    fc.property(fc.integer({ min: 1, max: leaves.length }), fc.nat(), (size, a) => {
      const leafIndex = a % size
      const [root, earlier] = [rootAt(size), leafIndex + 1]
      const inclusion = inclusionRanges(leafIndex, size).map(([from, to]) => hashOf(from, to))
      const leaf = leaves[leafIndex] ?? other
      expect(inclusionFault({ leafIndex, treeSize: size, root, leafHash: leaf, proof: inclusion })).toBeNull()
      const proof = consistencyRanges(earlier, size).map(([from, to]) => hashOf(from, to))
      const whole = { size1: earlier, size2: size, root1: rootAt(earlier), root2: root, proof }
      expect(consistencyFault(whole)).toBeNull()
      proof.forEach((_, changed) => {
        const wrong = proof.map((hash, at) => (at === changed ? bent(hash) : hash))
        expect(consistencyFault({ ...whole, proof: wrong })).not.toBeNull()
      })
    }),
  ))
