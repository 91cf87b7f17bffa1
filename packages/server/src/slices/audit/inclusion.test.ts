/** Inclusion proofs against published vectors, and against the definition for trees of any size. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { inclusionPath, rootFrom } from './inclusion.ts'
import { append, emptyFrontier, leafHash, rootOf } from './merkle.ts'

interface Vector {
  name: string
  leafIdx: number
  treeSize: number
  root: string
  leafHash: string
  proof: (string | null)[] | null
  wantErr: boolean
}

const bytes = (text: string | null) => Buffer.from(text ?? '', 'base64')
const vectors = JSON.parse(
  readFileSync(join(import.meta.dirname, 'fixtures/merkle-inclusion.json'), 'utf8'),
) as Vector[]

test.each(vectors)('$name', ({ leafIdx, treeSize, root, leafHash: leaf, proof, wantErr }) => {
  const found = rootFrom(bytes(leaf), leafIdx, treeSize, (proof ?? []).map(bytes))
  expect(found?.equals(bytes(root)) ?? false).toBe(!wantErr)
})

test('the path from any earlier checkpoint leads every leaf to the root', () =>
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 130 }), fc.nat(), fc.nat(), (size, a, b) => {
      const hashes = Array.from({ length: size }, (_, at) => leafHash(Buffer.from(String(at))))
      const number = a % size
      // A checkpoint at or before the leaf.
      const before = b % (number + 1)
      const frontier = hashes.slice(0, before).reduce(append, emptyFrontier())
      const path = inclusionPath({ frontier, leaves: hashes.slice(before) }, number)
      const root = rootOf(hashes.reduce(append, emptyFrontier()))
      const leaf = hashes[number]
      if (!leaf) throw new Error('no leaf')
      expect(rootFrom(leaf, number, size, path)).toEqual(root)
      // Another number, or a path cut short, leads elsewhere.
      expect(rootFrom(leafHash(Buffer.from('other')), number, size, path)).not.toEqual(root)
      if (path.length > 0) expect(rootFrom(leaf, number, size, path.slice(1))).not.toEqual(root)
    }),
  ))

test('there is no path for a leaf that is not there', () =>
  expect(() => inclusionPath({ frontier: emptyFrontier(), leaves: [] }, 0)).toThrow('no leaf'))
