/** A case is called as its person is, for slices that hold work about it: only where the case is open to the actor. */
import type { Labels } from '../../platform/labels.ts'

export const caseLabels: Labels = async (ctx, ids) => {
  if (ids.length === 0) return new Map()
  const rows = await ctx.tx
    .selectFrom('cases.cases as c')
    .innerJoin('people.persons as p', 'p.id', 'c.person_id')
    .select(['c.id', 'p.label'])
    .where('c.id', 'in', [...ids])
    .execute()
  return new Map(rows.map(row => [row.id, row.label]))
}
