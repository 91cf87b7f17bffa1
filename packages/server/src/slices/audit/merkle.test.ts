import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { append, emptyFrontier, emptyRoot, type Frontier, leafHash, nodeHash, rootOf } from './merkle.ts'

const grow = (leaves: readonly Uint8Array[]): Frontier =>
  leaves.reduce<Frontier>((tree, leaf) => append(tree, leafHash(leaf)), emptyFrontier())

/** The definition of RFC 9162, section 2.1.1, word for word: slow, and plainly right. */
function naiveRoot(leaves: readonly Uint8Array[]): Buffer {
  const [only] = leaves
  if (!only) return createHash('sha256').digest()
  if (leaves.length === 1) return leafHash(only)
  let half = 1
  while (half * 2 < leaves.length) half *= 2
  return nodeHash(naiveRoot(leaves.slice(0, half)), naiveRoot(leaves.slice(half)))
}

// The eight leaves that implementations of RFC 6962 are compared by, and the root after each.
const known: readonly [leaf: string, root: string][] = [
  ['', '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d'],
  ['00', 'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125'],
  ['10', 'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77'],
  ['2021', 'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7'],
  ['3031', '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4'],
  ['40414243', '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef'],
  ['5051525354555657', 'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c'],
  ['606162636465666768696a6b6c6d6e6f', '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328'],
]

describe('the tree', () => {
  test('of nothing is the hash of nothing', () => {
    expect(rootOf(emptyFrontier()).toString('hex')).toBe(
      'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
    )
    expect(rootOf(emptyFrontier())).toEqual(emptyRoot())
  })

  test.each(known.map(([, root], index) => [index + 1, root] as const))(
    'of the first %i known leaves has the known root',
    (size, root) => {
      const leaves = known.slice(0, size).map(([leaf]) => Buffer.from(leaf, 'hex'))
      expect(rootOf(grow(leaves)).toString('hex')).toBe(root)
      expect(naiveRoot(leaves).toString('hex')).toBe(root)
    },
  )

  test('tells a leaf from a node with the same bytes', () => {
    const [one, other] = [leafHash(Buffer.from('a')), leafHash(Buffer.from('b'))]
    expect(leafHash(Buffer.concat([one, other]))).not.toEqual(nodeHash(one, other))
  })

  test('grown leaf by leaf is the tree of the definition, and growing leaves the older one as it was', () => {
    fc.assert(
      fc.property(fc.array(fc.uint8Array({ maxLength: 8 }), { maxLength: 70, size: 'max' }), leaves => {
        let tree = emptyFrontier()
        const trees = [tree]
        for (const leaf of leaves) {
          tree = append(tree, leafHash(leaf))
          trees.push(tree)
        }
        trees.forEach((one, size) => {
          expect(one.size).toBe(size)
          expect(rootOf(one)).toEqual(naiveRoot(leaves.slice(0, size)))
          // One hash for each set bit: what a checkpoint keeps to go on from.
          expect(one.hashes).toHaveLength([...size.toString(2)].filter(bit => bit === '1').length)
        })
      }),
      { numRuns: 30, endOnFailure: true },
    )
  })
})
