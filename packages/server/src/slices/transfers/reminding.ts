/** Each morning: what nobody has answered, and what rests on an answer of the family that ran out. */
import { sql } from 'kysely'
import type { Node } from '../../platform/context.ts'
import { inTransaction } from '../../platform/database.ts'
import { newId } from '../../platform/ids.ts'
import type { JobDefinition } from '../../platform/jobs.ts'
import { localDay } from '../../platform/localDay.ts'
import { recordAlone } from '../audit/index.ts'

/** Safe to run twice on a day. @returns how many were reminded of, or stopped */
export async function remind(node: Node): Promise<number> {
  const at = node.now()
  const done = await inTransaction(node.pool, async tx => {
    const { rows } = await sql<{ transfer_id: string }>`
      select * from transfers.remind(${localDay(at, node.info.timeZone)}::date, ${at.toISOString()}::timestamptz)`.execute(
      tx,
    )
    return rows.map(row => row.transfer_id)
  })
  if (done.length > 0) {
    await recordAlone(node.pool, {
      requestId: newId(at.getTime()),
      at,
      actor: null,
      action: 'transfer.reminded',
      outcome: 'done',
      subjects: done,
    })
  }
  return done.length
}

export const transferJobs = (node: Node): JobDefinition[] => [
  {
    name: 'transfers.remind',
    cron: '52 5 * * *',
    zone: node.info.timeZone,
    work: async () => {
      // As many as one call takes, until none is left.
      while ((await remind(node)) > 0);
    },
  },
]
