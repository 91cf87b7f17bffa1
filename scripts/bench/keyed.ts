/**
 * Waits until a hub has written the keys of all that it was filled with: a search is measured over an index that stands, as on any day but the
 * first. The writing itself is measured by itself (practices.ts).
 */
import { setTimeout as pause } from 'node:timers/promises'
import type { Node } from '../../packages/server/src/platform/context.ts'
import { openPool } from '../../packages/server/src/platform/database.ts'
import { openLog } from '../../packages/server/src/platform/log.ts'
import { writeKeys } from '../../packages/server/src/slices/council/finding/keying.ts'
import { indexPractices } from '../../packages/server/src/slices/practices/finding/indexing.ts'

/** As often must nothing be left, longer apart than the hub's own jobs are. */
const looks = 2
const betweenMs = 4000

/** Helps the hub that runs; what it has in hand meanwhile is seen at the next look. */
export async function untilKeyed(serverUrl: string): Promise<void> {
  const pool = openPool(serverUrl, 'bench', 2)
  // What the jobs need of a node.
  const node = { pool, log: openLog({ requests: false }) } as unknown as Node
  try {
    for (let quiet = 0; quiet < looks; ) {
      const written = (await writeKeys(node)) + (await indexPractices(node))
      quiet = written === 0 ? quiet + 1 : 0
      if (quiet < looks && written === 0) await pause(betweenMs)
    }
  } finally {
    await pool.end()
  }
}
