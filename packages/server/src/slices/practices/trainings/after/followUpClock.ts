/** Half a year after a training all who took part are asked once: a notice, and a mail that says only that something waits. */
import { sql } from 'kysely'
import type { Node } from '../../../../platform/context.ts'
import { inTransaction } from '../../../../platform/database.ts'
import type { JobDefinition } from '../../../../platform/jobs.ts'
import { localDay } from '../../../../platform/localDay.ts'
import { emit } from '../../../../platform/outbox.ts'

/** A training is marked in the same transaction, so of several processes one asks. @returns how many people were asked */
export function askFollowUps(node: Node): Promise<number> {
  return inTransaction(node.pool, async tx => {
    const now = node.now()
    const { rows } = await sql<{ event: string; account: string }>`
      select event, account from practices.follow_ups_due(${localDay(now, node.info.timeZone)}::date,
        ${now.toISOString()}::timestamptz)`.execute(tx)
    for (const { event, account } of rows) {
      await emit(tx, 'training.follow-up', { eventId: event, accountId: account })
    }
    return rows.length
  })
}

export const trainingJobs = (node: Node): JobDefinition[] => [
  {
    name: 'practices.follow-ups',
    cron: '30 6 * * *',
    zone: node.info.timeZone,
    work: async () => {
      await askFollowUps(node)
    },
  },
]
