/** Whom an event of a practice concerns. What goes out are ids; notices are made of it elsewhere. */
import type { Topic } from '@kerege/contract/notifications/topics'
import { sql } from 'kysely'
import type { Tx } from '../../platform/database.ts'
import { emitToAll } from '../../platform/outbox.ts'

export const tell = (tx: Tx, topic: Topic, practiceId: string, accountIds: readonly string[]) =>
  emitToAll(tx, topic, accountIds, { practiceId })

export async function tellModerators(tx: Tx, topic: Topic, practiceId: string): Promise<void> {
  const { rows } = await sql<{ id: string }>`select practices.moderators() as id`.execute(tx)
  await tell(
    tx,
    topic,
    practiceId,
    rows.map(row => row.id),
  )
}
