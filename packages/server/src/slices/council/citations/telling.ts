/** Tells authors that the Council cites their practice, as soon as they may read where. Several processes may run it: each citation is told once. */
import { sql } from 'kysely'
import type { Node } from '../../../platform/context.ts'
import { inTransaction } from '../../../platform/database.ts'
import type { JobDefinition } from '../../../platform/jobs.ts'
import { emitToAll } from '../../../platform/outbox.ts'

/** @returns how many authors were told; the notice has the id of the practice and no words */
export function tellAuthors(node: Node): Promise<number> {
  return inTransaction(node.pool, async tx => {
    const { rows } = await sql<{ practice_id: string; account_id: string }>`
      select practice_id, account_id from council.citations_to_tell(${node.now()}::timestamptz)`.execute(tx)
    for (const row of rows) {
      await emitToAll(tx, 'practice.cited', [row.account_id], { practiceId: row.practice_id })
    }
    return rows.length
  })
}

export const citationJobs = (node: Node): JobDefinition[] => [
  { name: 'council.citations', everySeconds: 5, work: async () => void (await tellAuthors(node)) },
]
