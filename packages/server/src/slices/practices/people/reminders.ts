/** Tells, once and a month before, that a confirmation ends: the person, and those of the state who may renew it. */
import { sql } from 'kysely'
import type { Node } from '../../../platform/context.ts'
import { inTransaction } from '../../../platform/database.ts'
import type { JobDefinition } from '../../../platform/jobs.ts'
import { localDay } from '../../../platform/localDay.ts'
import { emit, emitToAll } from '../../../platform/outbox.ts'

/** Several processes may run it. @returns how many entries were told of */
export function remindOfConfirmations(node: Node): Promise<number> {
  return inTransaction(node.pool, async tx => {
    const now = node.now()
    const { rows } = await sql<{ entry_id: string; account_id: string; country: string | null }>`
      select * from practices.confirmations_to_renew(${localDay(now, node.info.timeZone)}::date,
        ${now.toISOString()}::timestamptz)`.execute(tx)
    for (const row of rows) {
      await emit(tx, 'entry.standing', {
        accountId: row.account_id,
        state: 'renew',
        entryId: row.entry_id,
      })
    }
    for (const country of new Set(rows.map(row => row.country))) {
      const confirmers = await sql<{ id: string }>`select practices.confirmers(${country}) as id`.execute(tx)
      await emitToAll(
        tx,
        'entry.waiting',
        confirmers.rows.map(row => row.id),
        {},
      )
    }
    return rows.length
  })
}

export const directoryJobs = (node: Node): JobDefinition[] => [
  {
    name: 'practices.confirmations',
    cron: '20 6 * * *',
    zone: node.info.timeZone,
    work: async () => {
      await remindOfConfirmations(node)
    },
  },
]
