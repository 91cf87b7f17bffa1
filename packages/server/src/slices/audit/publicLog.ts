/**
 * What anybody may have of the log: the newest signed checkpoint, and tiles of its tree. Salted commitments alone, from which
 * nobody learns who did what; entries are not given out, so there are no entry bundles.
 */
import type pg from 'pg'
import { hashesOf } from './subtrees.ts'
import { readTilePath, widthAt } from './tiles.ts'

type Client = Pick<pg.ClientBase, 'query'>

export interface LastCheckpoint {
  size: number
  root: Buffer
  note: string
  at: string
}

export async function lastCheckpoint(client: Client): Promise<LastCheckpoint | undefined> {
  const { rows } = await client.query<LastCheckpoint>(
    'select size, root, note, at from audit.checkpoints order by size desc limit 1',
  )
  return rows[0]
}

/** @returns null for what is no tile of the tree that is signed */
export async function tileBytes(client: Client, path: string): Promise<Buffer | null> {
  const name = readTilePath(path)
  if (!name) return null
  const { level, number, width } = name
  const size = (await lastCheckpoint(client))?.size ?? 0
  if (widthAt(level, number, size) < width) return null
  return Buffer.concat(await hashesOf(client)(level, number * 256, width))
}
