/**
 * Numbers committed entries and appends them to the Merkle log, in batches of at most a second.
 * Several processes may run one each: a lock lets one at a time work. Requests never wait for it.
 */
import type pg from 'pg'
import { inTransaction } from '../../platform/database.ts'
import { type Entry, entryLeaf } from './entry.ts'
import { append, emptyFrontier, type Frontier, rootOf } from './merkle.ts'
import { type LogKey, signCheckpoint } from './note.ts'
import { fillSubtrees } from './subtrees.ts'
import { hashesAt } from './tiles.ts'

const batch = 2000

export interface Sequencer {
  /** Numbers what waits now; for tests and shutdown. */
  flush(): Promise<number>
  stop(): Promise<void>
}

export function startSequencer(
  pool: pg.Pool,
  key: LogKey,
  now: () => Date,
  onFault: (error: Error) => void,
  everyMs = 1000,
): Sequencer {
  let stopped = false
  let running: Promise<number> = Promise.resolve(0)
  let timer: NodeJS.Timeout | undefined
  let caughtUp = false

  const round = () => {
    running = running
      .then(async () => {
        if (!caughtUp) await catchUp(pool)
        caughtUp = true
        return drain(pool, key, now)
      })
      .catch((error: Error) => {
        onFault(error)
        return 0
      })
    return running
  }
  const tick = () => {
    if (stopped) return
    timer = setTimeout(() => void round().then(tick), everyMs)
    timer.unref()
  }
  tick()
  return {
    flush: round,
    async stop() {
      stopped = true
      clearTimeout(timer)
      await round()
    },
  }
}

/** Once for each start: the database may come from a version that had no subtrees, or out of a backup. */
const catchUp = (pool: pg.Pool): Promise<void> =>
  inTransaction(pool, async (_tx, client) => {
    await client.query("select pg_advisory_xact_lock(hashtext('kerege.sequencer'))")
    await fillSubtrees(client, (await lastTree(client)).size)
  })

/** @returns how many entries were numbered */
async function drain(pool: pg.Pool, key: LogKey, now: () => Date): Promise<number> {
  let total = 0
  for (;;) {
    const done = await numberBatch(pool, key, now)
    total += done
    if (done < batch) return total
  }
}

async function numberBatch(pool: pg.Pool, key: LogKey, now: () => Date): Promise<number> {
  const client = await pool.connect()
  let broken = false
  try {
    await client.query('begin')
    const lock = await client.query<{ mine: boolean }>(
      "select pg_try_advisory_xact_lock(hashtext('kerege.sequencer')) as mine",
    )
    const entries = lock.rows[0]?.mine
      ? (await client.query<Entry>('select * from audit.unnumbered($1)', [batch])).rows
      : []
    if (entries.length > 0) await write(client, entries, key, now())
    await client.query('commit')
    return entries.length
  } catch (error) {
    await client.query('rollback').catch(() => {
      broken = true
    })
    throw error
  } finally {
    client.release(broken)
  }
}

async function write(client: pg.ClientBase, entries: Entry[], key: LogKey, at: Date) {
  const before = await lastTree(client)
  let tree = before
  const numbers: number[] = []
  const hashes: Buffer[] = []
  for (const entry of entries) {
    const leaf = entryLeaf(entry)
    numbers.push(tree.size)
    hashes.push(leaf)
    tree = append(tree, leaf)
  }
  const ids = entries.map(entry => entry.id)
  await client.query(
    'insert into audit.leaves (number, entry_id, hash) select * from unnest($1::bigint[], $2::uuid[], $3::bytea[])',
    [numbers, ids, hashes],
  )
  await client.query('delete from audit.pending where entry_id = any ($1)', [ids])
  const root = rootOf(tree)
  await client.query(
    'insert into audit.checkpoints (size, root, frontier, at, note) values ($1, $2, $3, $4, $5)',
    [tree.size, root, tree.hashes, at, signCheckpoint(key, tree.size, root)],
  )
  if (hashesAt(1, tree.size) > hashesAt(1, before.size)) await fillSubtrees(client, tree.size)
}

async function lastTree(client: pg.ClientBase): Promise<Frontier> {
  const found = await client.query<{ size: number; frontier: Buffer[] }>(
    'select size, frontier from audit.checkpoints order by size desc limit 1',
  )
  const last = found.rows[0]
  return last ? { size: last.size, hashes: last.frontier } : emptyFrontier()
}
