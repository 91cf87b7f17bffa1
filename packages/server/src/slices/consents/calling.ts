/** Each morning: who comes of age is asked anew, and a yes that runs out soon is asked for again. Tasks, made by the program. */
import { termsOf } from '@kerege/contract/profile/schema'
import { sql } from 'kysely'
import type { Node } from '../../platform/context.ts'
import { inTransaction } from '../../platform/database.ts'
import { newId } from '../../platform/ids.ts'
import type { JobDefinition } from '../../platform/jobs.ts'
import { localDay } from '../../platform/localDay.ts'
import { recordAlone } from '../audit/index.ts'
import { majorityOf } from './standing.ts'

/** Safe to run twice on a day: each reason calls once. */
export async function callAgain(node: Node): Promise<number> {
  const at = node.now()
  const called = await inTransaction(node.pool, async tx => {
    const { rows } = await sql<{ person_id: string; task_id: string }>`
      select * from consents.call_again(${localDay(at, node.info.timeZone)}::date, ${majorityOf(node)}, ${termsOf(node.profile).askAgainDays},
        ${at.toISOString()}::timestamptz)`.execute(tx)
    return rows
  })
  if (called.length > 0) {
    await recordAlone(node.pool, {
      requestId: newId(at.getTime()),
      at,
      actor: null,
      action: 'consent.asked-again',
      outcome: 'done',
      subjects: called.flatMap(row => [row.person_id, row.task_id]),
    })
  }
  return called.length
}

export const consentJobs = (node: Node): JobDefinition[] => [
  {
    name: 'consents.ask-again',
    cron: '45 5 * * *',
    zone: node.info.timeZone,
    work: async () => {
      // As many as one call takes, until none is left.
      while ((await callAgain(node)) > 0);
    },
  },
]
