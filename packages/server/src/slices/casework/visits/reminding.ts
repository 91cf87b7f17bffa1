/** Reminders of appointments, by ids and nothing else: a mail says that something waits, and the calendar says what. */
import { sql } from 'kysely'
import type { Node } from '../../../platform/context.ts'
import { inTransaction } from '../../../platform/database.ts'
import type { JobDefinition } from '../../../platform/jobs.ts'
import { emit } from '../../../platform/outbox.ts'

/** @returns how many were sent; each once */
export async function remind(node: Node): Promise<number> {
  return inTransaction(node.pool, async tx => {
    const { rows } = await sql<{ appointment_id: string; account_id: string; person_id: string }>`
      select * from casework.call_reminders(${node.now().toISOString()}::timestamptz)`.execute(tx)
    for (const { appointment_id: appointmentId, account_id: accountId, person_id: personId } of rows) {
      await emit(tx, 'appointment.soon', { accountId, appointmentId, personId })
    }
    return rows.length
  })
}

export const reminderJobs = (node: Node): JobDefinition[] => [
  {
    name: 'casework.reminders',
    cron: '*/5 * * * *',
    work: async () => {
      await remind(node)
    },
  },
]
