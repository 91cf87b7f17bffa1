/** Each morning, whoever has work due today or overdue is told how much: numbers only. */
import { sql } from 'kysely'
import type { Node } from '../../platform/context.ts'
import { inTransaction } from '../../platform/database.ts'
import type { JobDefinition } from '../../platform/jobs.ts'
import { localDay } from '../../platform/localDay.ts'
import { emit } from '../../platform/outbox.ts'

interface Reminder {
  event_id: string
  account_id: string
  overdue: number
  due_today: number
}

/** Safe to run twice on a day: the event of an account and a day has one id. */
export function remind(node: Node): Promise<number> {
  return inTransaction(node.pool, async tx => {
    const day = localDay(node.now(), node.info.timeZone)
    const { rows } = await sql<Reminder>`select * from tasks.reminders(${day}::date)`.execute(tx)
    for (const row of rows) {
      const payload = { accountId: row.account_id, overdue: row.overdue, today: row.due_today }
      await emit(tx, 'task.due', payload, row.event_id)
    }
    return rows.length
  })
}

export const taskJobs = (node: Node): JobDefinition[] => [
  {
    name: 'tasks.remind',
    cron: '0 6 * * *',
    zone: node.info.timeZone,
    work: async () => {
      await remind(node)
    },
  },
]
