/** Reminds focal points before the day of a request and once when it has passed. Several processes may run it: each is told once. */
import { sql } from 'kysely'
import type { Node } from '../../../platform/context.ts'
import { inTransaction } from '../../../platform/database.ts'
import type { JobDefinition } from '../../../platform/jobs.ts'
import { localDay } from '../../../platform/localDay.ts'
import { tell } from './actions.ts'

/** @returns how many parties were reminded */
export function remindOfRequests(node: Node): Promise<number> {
  return inTransaction(node.pool, async tx => {
    const day = localDay(node.now(), node.info.timeZone)
    const { rows } = await sql<{ request_id: string; party_id: string }>`
      select request_id, party_id from council.requests_to_remind(${day}::date)`.execute(tx)
    for (const row of rows) await tell(tx, 'request.due', row.request_id, [row.party_id], node.now())
    return rows.length
  })
}

export const requestJobs = (node: Node): JobDefinition[] => [
  {
    name: 'council.requests',
    cron: '15 * * * *',
    work: async () => {
      await remindOfRequests(node)
    },
  },
]
