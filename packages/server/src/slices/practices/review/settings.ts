/** What reviewers say of themselves, and after how many years a practice is confirmed again. */
import type { Language } from '@kerege/contract/common'
import type { Domain } from '@kerege/contract/domains'
import { notFound } from '@kerege/contract/errors'
import type { ReviewerProfile } from '@kerege/contract/practices/review/schema'
import type { Context } from '../../../platform/context.ts'
import { requireVersion } from '../record/policy.ts'

/** Who has said nothing yet reads the language of their screen. */
export async function profile(ctx: Context): Promise<ReviewerProfile> {
  const row = await ctx.tx
    .selectFrom('practices.reviewers')
    .selectAll()
    .where('account_id', '=', ctx.actor.account)
    .executeTakeFirst()
  if (!row) return { domains: [], languages: [ctx.actor.language], available: true, version: 0 }
  return {
    domains: row.domains as Domain[],
    languages: row.languages as Language[],
    available: row.available,
    version: row.version,
  }
}

type Said = Omit<ReviewerProfile, 'version'>

export async function setProfile(ctx: Context, said: Said): Promise<ReviewerProfile> {
  const { version } = await profile(ctx)
  requireVersion(ctx, version)
  await writeProfile(ctx, ctx.actor.account, said, version + 1)
  return profile(ctx)
}

export async function writeProfile(
  ctx: Context,
  accountId: string,
  { domains, languages, available }: Said,
  version: number,
): Promise<void> {
  const given = { domains, languages, available, version, updated_at: ctx.now }
  await ctx.tx
    .insertInto('practices.reviewers')
    .values({ account_id: accountId, ...given })
    .onConflict(conflict => conflict.column('account_id').doUpdateSet(given))
    .execute()
  ctx.trail.touched(accountId, ['reviewer'])
}

export async function settings(ctx: Context) {
  const row = await ctx.tx.selectFrom('practices.settings').selectAll().executeTakeFirst()
  if (!row) throw notFound()
  return { confirmYears: row.confirm_years, version: row.version }
}

export const confirmYears = async (ctx: Context): Promise<number> => (await settings(ctx)).confirmYears

export async function setSettings(ctx: Context, years: number) {
  const before = await settings(ctx)
  requireVersion(ctx, before.version)
  await ctx.tx
    .updateTable('practices.settings')
    .set({ confirm_years: years, version: before.version + 1, updated_at: ctx.now })
    .execute()
  ctx.trail.counted('years', years)
  return settings(ctx)
}
