/** How people are called, for slices that hold work about them: only those who are open to the actor. */
import type { Labels } from '../../platform/labels.ts'

export const personLabels: Labels = async (ctx, ids) => {
  if (ids.length === 0) return new Map()
  const rows = await ctx.tx
    .selectFrom('people.persons')
    .select(['id', 'label'])
    .where('id', 'in', [...ids])
    .execute()
  return new Map(rows.map(row => [row.id, row.label]))
}
