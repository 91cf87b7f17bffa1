/** Each morning: terms that end soon or have ended are told to who handles complaints, and what was answered long ago is closed. */
import { sql } from 'kysely'
import type { Node } from '../../../platform/context.ts'
import { inTransaction } from '../../../platform/database.ts'
import type { JobDefinition } from '../../../platform/jobs.ts'
import { localDay } from '../../../platform/localDay.ts'
import { emit } from '../../../platform/outbox.ts'

/** Somebody is reminded so many days before a term ends. */
const aheadDays = 2

/** Safe to run twice on a day: each term is told before its end and after it, once each. @returns how many were told */
export async function callTerms(node: Node): Promise<number> {
  const at = node.now()
  return inTransaction(node.pool, async tx => {
    const { rows } = await sql<{ complaint_id: string; account_id: string }>`
      select * from rights.call_terms(${localDay(at, node.info.timeZone)}::date, ${aheadDays}, ${at.toISOString()}::timestamptz)`.execute(
      tx,
    )
    for (const { complaint_id: complaintId, account_id: accountId } of rows) {
      await emit(tx, 'complaint.due', { accountId, complaintId })
    }
    return rows.length
  })
}

export const complaintJobs = (node: Node): JobDefinition[] => [
  {
    name: 'rights.complaint-terms',
    cron: '15 6 * * *',
    zone: node.info.timeZone,
    work: async () => {
      await callTerms(node)
    },
  },
]
