/** Each morning: whoever may say whether an opening was right is reminded of those whose term has come. */
import { sql } from 'kysely'
import type { Node } from '../../platform/context.ts'
import { inTransaction } from '../../platform/database.ts'
import type { JobDefinition } from '../../platform/jobs.ts'
import { localDay } from '../../platform/localDay.ts'
import { emit } from '../../platform/outbox.ts'

/** Safe to run twice on a day. @returns how many were told */
export async function callReviews(node: Node): Promise<number> {
  const at = node.now()
  return inTransaction(node.pool, async tx => {
    const { rows } = await sql<{ opening_id: string; account_id: string }>`
      select * from glass.call_reviews(${localDay(at, node.info.timeZone)}::date, ${at.toISOString()}::timestamptz)`.execute(
      tx,
    )
    for (const { opening_id: openingId, account_id: accountId } of rows) {
      await emit(tx, 'glass.review-due', { accountId, openingId })
    }
    return rows.length
  })
}

export const glassJobs = (node: Node): JobDefinition[] => [
  {
    name: 'glass.reviews',
    cron: '25 6 * * *',
    zone: node.info.timeZone,
    work: async () => {
      await callReviews(node)
    },
  },
]
