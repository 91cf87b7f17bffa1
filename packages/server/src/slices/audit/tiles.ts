/**
 * Tiles of a log (C2SP tlog-tiles, height 8): where one stands, and how any hash of the tree follows from them. Pure; the same
 * for the node that serves them, for its own proofs, and for a stranger who has nothing but an address.
 */
import { nodeHash } from './merkle.ts'
import { type Range, split } from './ranges.ts'

/** Hashes in a full tile. */
export const tileWidth = 256

/** Hashes `start` up to `start + count` of a level, within one tile: level 0 are leaves, each above covers 256 of those below. */
export type ReadHashes = (level: number, start: number, count: number) => Promise<Buffer[]>

export interface TileName {
  level: number
  number: number
  width: number
}

/** How many hashes of this level a tree has. */
export const hashesAt = (level: number, size: number): number => Math.floor(size / tileWidth ** level)

/** The width of this tile in a tree of this size; 0 where it has none. */
export const widthAt = (level: number, number: number, size: number): number =>
  Math.max(0, Math.min(tileWidth, hashesAt(level, size) - number * tileWidth))

/** `0/x001/x234/067` for a full tile, with `.p/5` for one of five hashes. */
export function tilePath({ level, number, width }: TileName): string {
  const digits = String(number)
  const padded = digits.padStart(Math.ceil(digits.length / 3) * 3, '0')
  const parts = padded.match(/\d{3}/g) ?? []
  const path = parts.map((part, at) => (at < parts.length - 1 ? `x${part}` : part)).join('/')
  return `${level}/${path}${width === tileWidth ? '' : `.p/${width}`}`
}

/** @returns null for whatever is not the one name of a tile */
export function readTilePath(path: string): TileName | null {
  const [, level = '', parts = '', width] =
    /^(\d{1,2})\/((?:x\d{3}\/){0,4}\d{3})(?:\.p\/(\d{1,3}))?$/.exec(path) ?? []
  const name = {
    level: Number(level),
    number: Number(parts.replace(/\D/g, '')),
    width: width === undefined ? tileWidth : Number(width),
  }
  // One tile, one address: no zeroes in front, no partial tile of full width.
  const fits = name.level <= 63 && name.width >= 1 && name.width <= tileWidth
  return parts !== '' && fits && tilePath(name) === path ? name : null
}

/** The root over a range as proofs have them: it begins where a subtree of its size does. */
export async function hashOfRange(read: ReadHashes, [from, to]: Range): Promise<Buffer> {
  const count = to - from
  const larger = count > 1 ? split(count) : 0
  // A power of two, and so perfect: made of hashes of one tile.
  if (larger * 2 === count || count === 1) return perfect(read, from, count)
  const left = await perfect(read, from, larger)
  return nodeHash(left, await hashOfRange(read, [from + larger, to]))
}

async function perfect(read: ReadHashes, from: number, count: number): Promise<Buffer> {
  const level = Math.floor(Math.log2(count) / 8)
  const each = tileWidth ** level
  return perfectRoot(await read(level, from / each, count / each))
}

/** @param hashes as many as a power of two */
export function perfectRoot(hashes: readonly Buffer[]): Buffer {
  const [only] = hashes
  if (!only) throw new RangeError('There is no root of nothing.')
  if (hashes.length === 1) return only
  const half = hashes.length / 2
  return nodeHash(perfectRoot(hashes.slice(0, half)), perfectRoot(hashes.slice(half)))
}
