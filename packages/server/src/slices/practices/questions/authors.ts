/** Who said something: by name while they stand in the directory, by their role otherwise. One's own words are one's own. */
import type { RoleName } from '@kerege/contract/access/roles'
import type { Profession } from '@kerege/contract/practices/people/rules'
import type { Author } from '@kerege/contract/practices/questions/schema'
import type { Context } from '../../../platform/context.ts'

interface Said {
  account_id: string
  role: string
}

export type Authors = (said: Said) => Author

/** One question for all of a page. Entries come under their policy: whoever left, is hidden or blocked has none. */
export async function authorsOf(ctx: Context, said: readonly { account_id: string }[]): Promise<Authors> {
  const ids = [...new Set(said.map(one => one.account_id))]
  const rows =
    ids.length === 0
      ? []
      : await ctx.tx
          .selectFrom('practices.entries as e')
          .innerJoin('access.accounts as a', 'a.id', 'e.account_id')
          .select(['e.id', 'e.account_id', 'e.profession', 'e.country', 'a.name'])
          .where('e.account_id', 'in', ids)
          .where('e.hidden_at', 'is', null)
          .execute()
  const found = new Map(rows.map(row => [row.account_id, row]))
  return ({ account_id: accountId, role }) => {
    const entry = found.get(accountId)
    return {
      me: accountId === ctx.actor.account,
      role: role as RoleName,
      ...(entry
        ? {
            name: entry.name,
            entryId: entry.id,
            profession: entry.profession as Profession,
            ...(entry.country === null ? {} : { country: entry.country }),
          }
        : {}),
    }
  }
}
