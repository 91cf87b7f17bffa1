/** Ends requests that nobody decided in time, and tells who asked. */
import { sql } from 'kysely'
import type { Node } from '../../platform/context.ts'
import { inTransaction } from '../../platform/database.ts'
import { newId } from '../../platform/ids.ts'
import type { JobDefinition } from '../../platform/jobs.ts'
import { emit } from '../../platform/outbox.ts'
import { recordAlone } from '../audit/index.ts'

export async function expire(node: Node): Promise<number> {
  const at = node.now()
  const ended = await inTransaction(node.pool, async tx => {
    const { rows } = await sql<{ id: string; asked_by: string }>`
      select id, asked_by from approvals.expire(${at.toISOString()}::timestamptz)`.execute(tx)
    for (const row of rows) {
      await emit(tx, 'approval.expired', { approvalId: row.id, accountId: row.asked_by })
    }
    return rows
  })
  if (ended.length > 0) {
    await recordAlone(node.pool, {
      requestId: newId(at.getTime()),
      at,
      actor: null,
      action: 'approval.expired',
      outcome: 'done',
      subjects: ended.map(row => row.id),
    })
  }
  return ended.length
}

export const approvalJobs = (node: Node): JobDefinition[] => [
  {
    name: 'approvals.expire',
    cron: '*/5 * * * *',
    work: async () => {
      await expire(node)
    },
  },
]
