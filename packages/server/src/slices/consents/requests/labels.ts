/** A request of an authority is called as the person it is about, for slices that hold work about it. */
import type { Labels } from '../../../platform/labels.ts'

export const requestLabels: Labels = async (ctx, ids) => {
  if (ids.length === 0) return new Map()
  const rows = await ctx.tx
    .selectFrom('consents.requests as r')
    .innerJoin('people.persons as p', 'p.id', 'r.person_id')
    .select(['r.id', 'p.label'])
    .where('r.id', 'in', [...ids])
    .execute()
  return new Map(rows.map(row => [row.id, row.label]))
}
