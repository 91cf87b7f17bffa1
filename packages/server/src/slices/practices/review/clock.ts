/** Tells authors and their state that a practice has to be confirmed. Several processes may run it: each is told once. */
import { sql } from 'kysely'
import type { Node } from '../../../platform/context.ts'
import { inTransaction } from '../../../platform/database.ts'
import type { JobDefinition } from '../../../platform/jobs.ts'
import { localDay } from '../../../platform/localDay.ts'
import { tell } from '../telling.ts'

/** @returns how many people were told */
export function remindToConfirm(node: Node): Promise<number> {
  return inTransaction(node.pool, async tx => {
    const today = localDay(node.now(), node.info.timeZone)
    const { rows } = await sql<{ practice_id: string; account_id: string }>`
      select practice_id, account_id from practices.confirms_due(${today}::date)`.execute(tx)
    for (const row of rows) await tell(tx, 'practice.confirm-due', row.practice_id, [row.account_id])
    return rows.length
  })
}

const dayMs = 86_400_000

export const reviewJobs = (node: Node): JobDefinition[] => [
  {
    name: 'practices.confirm',
    cron: '20 5 * * *',
    zone: node.info.timeZone,
    work: async () => {
      await remindToConfirm(node)
      await node.pool.query('select practices.forget_awaiting($1)', [new Date(node.now().getTime() - dayMs)])
    },
  },
]
