/** Invitations that a party of the reader has not answered, as long as there is something to answer. */
import type { MultiText } from '@kerege/contract/common'
import type { WaitingInvitation } from '@kerege/contract/council/waiting/schema'
import type { Context } from '../../../platform/context.ts'
import { partyNames } from '../parties.ts'
import { myParties } from '../sessionStore.ts'

export async function waitingInvitations(ctx: Context): Promise<WaitingInvitation[]> {
  if (!ctx.actor.verbs.includes('council.speak')) return []
  const mine = await myParties(ctx.tx)
  if (mine.length === 0) return []
  const rows = await ctx.tx
    .selectFrom('council.invitations as i')
    .innerJoin('council.sessions as s', 's.id', 'i.session_id')
    .select(['i.session_id', 'i.party_id', 'i.at', 's.title', 's.symbol'])
    .where('i.party_id', 'in', mine)
    .where('i.state', '=', 'invited')
    .where('s.state', 'in', ['planned', 'invited'])
    .orderBy('s.sorts_on')
    .limit(20)
    .execute()
  const names = await partyNames(ctx.tx)
  ctx.trail.shown(rows.map(row => row.session_id))
  return rows.flatMap(row => {
    const party = names.get(row.party_id)
    if (!party) return []
    return [
      {
        session: { id: row.session_id, title: row.title as MultiText },
        ...(row.symbol === null ? {} : { symbol: row.symbol }),
        party,
        at: row.at,
      },
    ]
  })
}
