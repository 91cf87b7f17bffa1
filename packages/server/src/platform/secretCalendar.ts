/**
 * The address of a calendar for a program elsewhere, which has no cookie: one for an account, that nobody can guess and that can be
 * taken back. Of its secret only the hash is kept; what it opens is for the slice to say.
 */
import { createHash, randomBytes } from 'node:crypto'
import type { Context } from './context.ts'

export const secretHash = (secret: string): Buffer => createHash('sha256').update(secret).digest()

/** @param path of the file below `/api/calendars`, before the secret */
export function secretCalendar(table: 'casework.calendars' | 'council.calendars', path = '') {
  return {
    async state(ctx: Context): Promise<{ madeAt?: string }> {
      const found = await ctx.tx
        .selectFrom(table)
        .select('made_at')
        .where('account_id', '=', ctx.actor.account)
        .executeTakeFirst()
      return found ? { madeAt: found.made_at } : {}
    },

    async open(ctx: Context): Promise<{ address: string }> {
      const secret = randomBytes(32).toString('base64url')
      const fresh = { secret_hash: secretHash(secret), made_at: ctx.now }
      await ctx.tx
        .insertInto(table)
        .values({ account_id: ctx.actor.account, ...fresh })
        .onConflict(conflict => conflict.column('account_id').doUpdateSet(fresh))
        .execute()
      ctx.trail.touched(ctx.actor.account, ['calendar'])
      return { address: `${ctx.node.baseUrl}/api/calendars/${path}${secret}` }
    },

    async shut(ctx: Context): Promise<{ madeAt?: string }> {
      await ctx.tx.deleteFrom(table).where('account_id', '=', ctx.actor.account).execute()
      ctx.trail.touched(ctx.actor.account, ['calendar'])
      return {}
    },
  }
}
