/** What happens to a practice that others have taken up: they hear of it, each by their own adoption. */
import { sql } from 'kysely'
import { emitToAll, type EventHandlers } from '../../../platform/outbox.ts'

export const adoptionEvents: EventHandlers[] = [
  {
    topic: 'practices.retracted',
    handle: async (tx, event) => {
      const { practiceId } = event.payload
      if (typeof practiceId !== 'string') return
      const { rows } = await sql<{ account_id: string; adoption_id: string }>`
        select account_id, adoption_id from practices.adopters_of(${practiceId}::uuid)`.execute(tx)
      for (const row of rows) {
        await emitToAll(tx, 'adoption.retracted', [row.account_id], { adoptionId: row.adoption_id })
      }
    },
  },
]
