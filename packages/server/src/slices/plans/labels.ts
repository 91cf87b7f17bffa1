/** A plan is called as its person is, for slices that hold work about it: only where the plan is open to the actor. */
import type { Labels } from '../../platform/labels.ts'

export const planLabels: Labels = async (ctx, ids) => {
  if (ids.length === 0) return new Map()
  const rows = await ctx.tx
    .selectFrom('plans.plans as l')
    .innerJoin('people.persons as p', 'p.id', 'l.person_id')
    .select(['l.id', 'p.label'])
    .where('l.id', 'in', [...ids])
    .execute()
  return new Map(rows.map(row => [row.id, row.label]))
}
