/** For whom somebody speaks: the delegation that their account belongs to, with its credentials and its term. */
import type { PartyName } from '@kerege/contract/council/schema'
import { type Standing, voiceHindrance } from '@kerege/contract/council/silence'
import type { Context } from '../../platform/context.ts'
import { partyNames } from './parties.ts'

export interface Voice {
  party: PartyName
  standing: Standing
}

/** The best of the actor's places: one that speaks today, else one that says why it does not. */
export async function voiceOf(ctx: Context): Promise<Voice | undefined> {
  const rows = await ctx.tx
    .selectFrom('council.delegates')
    .select(['party_id', 'credentials', 'from_day', 'to_day'])
    .where('account_id', '=', ctx.actor.account)
    .orderBy('from_day', 'desc')
    .execute()
  const names = await partyNames(ctx.tx)
  const voices = rows.flatMap((row): Voice[] => {
    const party = names.get(row.party_id)
    if (!party) return []
    const { classification } = party
    const standing = {
      classification,
      credentials: row.credentials,
      from: row.from_day,
      to: row.to_day ?? undefined,
    }
    return [{ party, standing }]
  })
  const day = ctx.now.toISOString().slice(0, 10)
  return voices.find(one => voiceHindrance(one.standing, day) === null) ?? voices[0]
}
