/** The post room as one more queue: events that wait, and those that were given up. */
import type { DeadLetter, QueueState } from '../../platform/jobs.ts'
import type { Tx } from '../../platform/database.ts'
import { sql } from 'kysely'

export async function outboxState(tx: Tx): Promise<QueueState> {
  const counted = await tx
    .selectFrom('platform.outbox')
    .select(eb => [
      eb.fn.countAll<number>().filterWhere('due', 'is not', null).as('waiting'),
      eb.fn.countAll<number>().filterWhere('due', 'is', null).as('failed'),
    ])
    .executeTakeFirstOrThrow()
  return { name: 'outbox', active: 0, ...counted }
}

/** The topic stands for the name of the work. */
export async function givenUpEvents(tx: Tx, most: number): Promise<DeadLetter[]> {
  const rows = await tx
    .selectFrom('platform.outbox')
    .select(['id', 'topic', 'at', 'code'])
    .where('due', 'is', null)
    .orderBy('at', 'desc')
    .limit(most)
    .execute()
  return rows.map(row => ({ id: row.id, name: row.topic, at: row.at, code: row.code ?? 'Error' }))
}

export async function retryEvent(tx: Tx, id: string): Promise<boolean> {
  const again = await tx
    .updateTable('platform.outbox')
    .set({ due: sql`now()`, tries: 0 })
    .where('id', '=', id)
    .where('due', 'is', null)
    .executeTakeFirst()
  return again.numUpdatedRows > 0n
}
