/** Names of tiles as the specification has them, and hashes of a tree from nothing but tiles. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { append, emptyFrontier, leafHash, rootOf } from './merkle.ts'
import { hashesAt, hashOfRange, perfectRoot, readTilePath, tilePath, tileWidth, widthAt } from './tiles.ts'

describe('a tile is named', () => {
  test.each([
    [{ level: 0, number: 0, width: 256 }, '0/000'],
    [{ level: 0, number: 999, width: 256 }, '0/999'],
    [{ level: 1, number: 1_234_067, width: 256 }, '1/x001/x234/067'],
    [{ level: 0, number: 273, width: 112 }, '0/273.p/112'],
    [{ level: 63, number: 1000, width: 1 }, '63/x001/000.p/1'],
  ])('%j', (name, path) => {
    expect(tilePath(name)).toBe(path)
    expect(readTilePath(path)).toEqual(name)
  })

  test.each([
    '',
    '0',
    '0/0',
    '00/000',
    '0/x000/000',
    '0/001/x000',
    '0/1000',
    '64/000',
    '0/000.p/0',
    '0/000.p/256',
    '0/000.p/012',
    '0/000.p/',
    '0/000/',
    'entries/000',
    '-1/000',
    '0/x001/x001/x001/x001/x001/000',
  ])('and by no other name: %s', path => expect(readTilePath(path)).toBeNull())
})

test('a tree of 70,000 has the tiles of the specification', () => {
  expect([0, 1, 2, 3].map(level => hashesAt(level, 70_000))).toEqual([70_000, 273, 1, 0])
  expect(widthAt(0, 273, 70_000)).toBe(112)
  expect(widthAt(0, 274, 70_000)).toBe(0)
  expect(widthAt(1, 0, 70_000)).toBe(256)
  expect(widthAt(1, 1, 70_000)).toBe(17)
  expect(widthAt(2, 0, 70_000)).toBe(1)
})

test('the root of any size follows from tiles', async () => {
  const leaves = Array.from({ length: 1100 }, (_, at) => leafHash(Buffer.from(String(at))))
  const levels = [leaves]
  for (let below = leaves; below.length >= tileWidth; ) {
    const above = Array.from({ length: Math.floor(below.length / tileWidth) }, (_, at) =>
      perfectRoot(below.slice(at * tileWidth, (at + 1) * tileWidth)),
    )
    levels.push(above)
    below = above
  }
  const read = async (level: number, start: number, count: number) => {
    expect(Math.floor(start / tileWidth), 'one tile at a time').toBe(
      Math.floor((start + count - 1) / tileWidth),
    )
    return (levels[level] ?? []).slice(start, start + count)
  }
  const roots = [emptyFrontier()]
  for (const leaf of leaves) roots.push(append(roots.at(-1) ?? emptyFrontier(), leaf))
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 1, max: leaves.length }), async size => {
      const tree = roots[size] ?? emptyFrontier()
      expect(await hashOfRange(read, [0, size])).toEqual(rootOf(tree))
    }),
    { examples: [[1], [255], [256], [257], [512], [1024], [1100]] },
  )
})
