/** News of a session for those whom it is for: ids and a state, no words. */
import type { SessionState } from '@kerege/contract/council/sessions'
import { sql } from 'kysely'
import type { Context } from '../../platform/context.ts'
import { emitToAll, type Payload } from '../../platform/outbox.ts'

/** Those who speak for the parties today. */
export async function tell(
  ctx: Context,
  topic: 'session.invited' | 'session.moved',
  parties: readonly string[],
  payload: Payload,
) {
  const day = ctx.now.toISOString().slice(0, 10)
  const { rows } = await sql<{ id: string }>`
    select distinct account_id as id from council.delegates
     where party_id = any (${[...parties]}::uuid[]) and account_id is not null and credentials = 'accepted'
       and from_day <= ${day}::date and (to_day is null or to_day >= ${day}::date)`.execute(ctx.tx)
  await emitToAll(
    ctx.tx,
    topic,
    rows.map(row => row.id),
    payload,
  )
}

/** Of another day or place, or that it is off or on again: whoever has not declined. */
export async function tellInvited(ctx: Context, id: string, state: SessionState | 'changed'): Promise<void> {
  const invited = await ctx.tx
    .selectFrom('council.invitations')
    .select('party_id')
    .where('session_id', '=', id)
    .where('state', '<>', 'declined')
    .execute()
  await tell(
    ctx,
    'session.moved',
    invited.map(one => one.party_id),
    { sessionId: id, state },
  )
}
