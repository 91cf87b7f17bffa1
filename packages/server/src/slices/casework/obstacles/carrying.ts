/**
 * Each morning what lies too long is carried on by the rule of the state: to the supervisors, and later to the coordinators.
 * They are told that something waits: ids and nothing else.
 */
import { carryRule, obstacleKinds } from '@kerege/contract/casework/obstacles'
import { sql } from 'kysely'
import type { Node } from '../../../platform/context.ts'
import { inTransaction } from '../../../platform/database.ts'
import { newId } from '../../../platform/ids.ts'
import type { JobDefinition } from '../../../platform/jobs.ts'
import { localDay } from '../../../platform/localDay.ts'
import { emit } from '../../../platform/outbox.ts'
import { recordAlone } from '../../audit/index.ts'

/** @returns how many were carried */
export async function carryObstacles(node: Node): Promise<number> {
  const at = node.now()
  const stated = node.profile.obstacleDays?.value ?? {}
  const rules = Object.fromEntries(obstacleKinds.map(kind => [kind, carryRule(kind, stated)]))
  const carried = await inTransaction(node.pool, async tx => {
    const { rows } = await sql<{
      obstacle_id: string
      case_id: string
      person_id: string
      account_id: string | null
    }>`
      select * from casework.carry_obstacles(${JSON.stringify(rules)}::jsonb, ${localDay(at, node.info.timeZone)}::date,
        ${at.toISOString()}::timestamptz)`.execute(tx)
    for (const {
      obstacle_id: obstacleId,
      case_id: caseId,
      person_id: personId,
      account_id: accountId,
    } of rows) {
      if (accountId) await emit(tx, 'obstacle.carried', { accountId, obstacleId, caseId, personId })
    }
    return [...new Set(rows.map(row => row.obstacle_id))]
  })
  if (carried.length > 0) {
    await recordAlone(node.pool, {
      requestId: newId(at.getTime()),
      at,
      actor: null,
      action: 'obstacle.carried',
      outcome: 'done',
      subjects: carried,
    })
  }
  return carried.length
}

export const obstacleJobs = (node: Node): JobDefinition[] => [
  {
    name: 'casework.obstacles',
    cron: '40 5 * * *',
    zone: node.info.timeZone,
    work: async () => {
      // As many as one call takes, until none is left.
      while ((await carryObstacles(node)) > 0);
    },
  },
]
