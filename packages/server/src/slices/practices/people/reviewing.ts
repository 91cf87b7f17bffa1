/** Who offers in the directory to review stands among the reviewers, with the same parts of life and languages. */
import { languages } from '@kerege/contract/common'
import type { Context } from '../../../platform/context.ts'

interface Offer {
  domains: readonly string[]
  languages: readonly string[]
}

/** @param offer `null` where it is taken back */
export async function offerReviews(ctx: Context, offer: Offer | null): Promise<void> {
  if (offer === null) {
    await ctx.tx
      .updateTable('practices.reviewers')
      .set({ available: false, updated_at: ctx.now })
      .where('account_id', '=', ctx.actor.account)
      .execute()
    return
  }
  const given = {
    domains: [...offer.domains],
    languages: languages.filter(one => offer.languages.some(tag => tag.split('-')[0] === one)),
    available: true,
    updated_at: ctx.now,
  }
  await ctx.tx
    .insertInto('practices.reviewers')
    .values({ account_id: ctx.actor.account, ...given })
    .onConflict(conflict => conflict.column('account_id').doUpdateSet(given))
    .execute()
}
