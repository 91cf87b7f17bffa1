/** Each morning the program calls the reviews whose day has come, and tells who works with the family: ids only. */
import { sql } from 'kysely'
import type { Node } from '../../platform/context.ts'
import { inTransaction } from '../../platform/database.ts'
import { newId } from '../../platform/ids.ts'
import type { JobDefinition } from '../../platform/jobs.ts'
import { localDay } from '../../platform/localDay.ts'
import { emit } from '../../platform/outbox.ts'
import { recordAlone } from '../audit/index.ts'

export async function callReviews(node: Node): Promise<number> {
  const at = node.now()
  const called = await inTransaction(node.pool, async tx => {
    const { rows } = await sql<{ case_id: string; person_id: string; worker_id: string | null }>`
      select * from cases.call_reviews(${localDay(at, node.info.timeZone)}::date, ${at.toISOString()}::timestamptz)`.execute(
      tx,
    )
    for (const { case_id: caseId, person_id: personId, worker_id: accountId } of rows) {
      if (accountId) await emit(tx, 'case.review-due', { accountId, caseId, personId })
    }
    return rows
  })
  if (called.length > 0) {
    await recordAlone(node.pool, {
      requestId: newId(at.getTime()),
      at,
      actor: null,
      action: 'case.review-due',
      outcome: 'done',
      subjects: called.map(row => row.case_id),
    })
  }
  return called.length
}

export const caseJobs = (node: Node): JobDefinition[] => [
  {
    name: 'cases.reviews',
    cron: '30 5 * * *',
    zone: node.info.timeZone,
    work: async () => {
      // As many as one call takes, until none is left.
      while ((await callReviews(node)) > 0);
    },
  },
]
