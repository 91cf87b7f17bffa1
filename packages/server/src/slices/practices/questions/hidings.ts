/** Why texts are not shown, for their authors and for who keeps order; others find nothing here. */
import type { Hiding } from '@kerege/contract/practices/questions/hiding'
import type { Context } from '../../../platform/context.ts'

export const selectHidings = (ctx: Context) =>
  ctx.tx.selectFrom('practices.hidings').selectAll().orderBy('at', 'desc')
export type FoundHiding = Awaited<ReturnType<ReturnType<typeof selectHidings>['executeTakeFirstOrThrow']>>

export const toHiding = (ctx: Context, row: FoundHiding): Hiding => ({
  id: row.id,
  at: row.at,
  reason: row.reason,
  ...(row.appeal === null ? {} : { appeal: row.appeal }),
  ...(row.verdict === null ? {} : { verdict: row.verdict as 'stays' | 'restored' }),
  ...(row.words === null ? {} : { words: row.words }),
  mayAppeal: row.author_id === ctx.actor.account && row.appeal === null && row.verdict === null,
})

/** The one that holds, by text. */
export async function hidingsOf(ctx: Context, ids: readonly string[]): Promise<ReadonlyMap<string, Hiding>> {
  const rows = await selectHidings(ctx)
    .where('target_id', 'in', [...ids])
    .where(eb => eb.or([eb('verdict', 'is', null), eb('verdict', '=', 'stays')]))
    .execute()
  return new Map(rows.map(row => [row.target_id, toHiding(ctx, row)]))
}
