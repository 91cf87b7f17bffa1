/** Free places go to those who wait, in their order. The database does it under the lock of the training: see 0033_trainings.sql. */
import { sql } from 'kysely'
import type { Context } from '../../../../platform/context.ts'
import { emitToAll } from '../../../../platform/outbox.ts'

/** Whoever has got a place hears of it. */
export async function fillPlaces(ctx: Context, eventId: string): Promise<void> {
  const { rows } = await sql<{ account: string }>`
    select account from practices.fill_training(${eventId}::uuid, ${ctx.now.toISOString()}::timestamptz)`.execute(
    ctx.tx,
  )
  await emitToAll(
    ctx.tx,
    'training.moved',
    rows.map(row => row.account).filter(id => id !== ctx.actor.account),
    { eventId },
  )
}
