/** How long a confirmation holds and how often people may be asked and written to: one row, changed by who keeps order. */
import type { PeopleSettings } from '@kerege/contract/practices/people/schema'
import type { Context } from '../../../platform/context.ts'
import type { Tx } from '../../../platform/database.ts'
import { requireVersion } from '../record/policy.ts'

export async function settings(tx: Tx): Promise<PeopleSettings> {
  const row = await tx.selectFrom('practices.people_settings').selectAll().executeTakeFirstOrThrow()
  return {
    version: row.version,
    confirmMonths: row.confirm_months,
    replyDays: row.reply_days,
    asksADay: row.asks_a_day,
    askedAWeek: row.asked_a_week,
    lettersADay: row.letters_a_day,
  }
}

export async function changeSettings(
  ctx: Context,
  body: Omit<PeopleSettings, 'version'>,
): Promise<PeopleSettings> {
  const { version } = await settings(ctx.tx)
  requireVersion(ctx, version)
  await ctx.tx
    .updateTable('practices.people_settings')
    .set({
      confirm_months: body.confirmMonths,
      reply_days: body.replyDays,
      asks_a_day: body.asksADay,
      asked_a_week: body.askedAWeek,
      letters_a_day: body.lettersADay,
      version: version + 1,
    })
    .execute()
  ctx.trail.touched(ctx.actor.account, Object.keys(body))
  return settings(ctx.tx)
}
