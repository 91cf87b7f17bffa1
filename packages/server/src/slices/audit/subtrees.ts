/**
 * Roots of full subtrees in the database (0082): written with the leaves that fill them, read for tiles and proofs. A log from
 * before them, or one that came out of a backup, is filled up at the first look.
 */
import type pg from 'pg'
import { hashesAt, perfectRoot, type ReadHashes, tileWidth } from './tiles.ts'

type Client = Pick<pg.ClientBase, 'query'>

/** Reads from this node's own tables; refuses what is not there. */
export const hashesOf =
  (client: Client): ReadHashes =>
  async (level, start, count) => {
    const { rows } = await client.query<{ hash: Buffer }>(
      level === 0
        ? 'select hash from audit.leaves where number >= $1 and number < $2 order by number'
        : 'select hash from audit.subtrees where level = $3 and number >= $1 and number < $2 order by number',
      [start, start + count, ...(level === 0 ? [] : [level])],
    )
    if (rows.length !== count) throw new Error('The log lacks hashes that its size promises.')
    return rows.map(row => row.hash)
  }

/** Writes the roots of all subtrees that a log of this size has filled, and that are not there yet. */
export async function fillSubtrees(client: Client, size: number): Promise<void> {
  const { rows } = await client.query<{ level: number; count: number }>(
    'select level, max(number) + 1 as count from audit.subtrees group by level',
  )
  const read = hashesOf(client)
  for (let level = 1; hashesAt(level, size) > 0; level += 1) {
    const have = Number(rows.find(row => row.level === level)?.count ?? 0)
    for (let number = have; number < hashesAt(level, size); number += 1) {
      const hash = perfectRoot(await read(level - 1, number * tileWidth, tileWidth))
      await client.query('insert into audit.subtrees (level, number, hash) values ($1, $2, $3)', [
        level,
        number,
        hash,
      ])
    }
  }
}
