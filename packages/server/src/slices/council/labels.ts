/** How a body is called, for requests about its rules. */
import { type MultiText, textIn } from '@kerege/contract/common'
import type { Labels } from '../../platform/labels.ts'

export const councilLabels: Labels = async (ctx, ids) => {
  if (ids.length === 0) return new Map()
  const rows = await ctx.tx
    .selectFrom('council.bodies')
    .select(['id', 'name'])
    .where('id', 'in', [...ids])
    .execute()
  return new Map(rows.map(row => [row.id, textIn(row.name as MultiText, ctx.actor.language).text]))
}
