/** Who hears of a case: ids and nothing else, through the post room of the node. */
import { sql } from 'kysely'
import type { Context } from '../../platform/context.ts'
import { emit, emitToAll } from '../../platform/outbox.ts'

/** Those who give cases out, of the team of this case, or of its agency while it has none. */
export async function tellGivers(
  ctx: Context,
  topic: 'case.opened' | 'case.handed-back',
  caseId: string,
  personId: string,
): Promise<void> {
  const found = await sql<{ account: string }>`
    select g as account from cases.givers(${caseId}::uuid) g`.execute(ctx.tx)
  await emitToAll(
    ctx.tx,
    topic,
    found.rows.map(row => row.account),
    { caseId, personId },
  )
}

export async function tellWorker(
  ctx: Context,
  accountId: string,
  caseId: string,
  personId: string,
): Promise<void> {
  if (accountId !== ctx.actor.account) await emit(ctx.tx, 'case.given', { accountId, caseId, personId })
}
