/** Tells everybody with a voice that the digest before a session is there, as many days before as the rules of its body say. */
import { sql } from 'kysely'
import type { Node } from '../../../platform/context.ts'
import { inTransaction } from '../../../platform/database.ts'
import { tellEverybody } from '../deciding.ts'

/** A session is marked in the same transaction, so of several processes one tells. @returns how many sessions were told of */
export function tellOfDigests(node: Node): Promise<number> {
  return inTransaction(node.pool, async tx => {
    const { rows } = await sql<{ id: string }>`
      select id from council.digests_due(${node.now().toISOString()}::timestamptz) as id`.execute(tx)
    for (const { id } of rows) await tellEverybody(tx, 'session.digest', { sessionId: id })
    return rows.length
  })
}
