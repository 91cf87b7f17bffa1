/** An assessment and its panel are called as the child is, for slices that hold work about them: only where both are open to the actor. */
import type { Labels } from '../../platform/labels.ts'

export const interestLabels: Labels = async (ctx, ids) => {
  if (ids.length === 0) return new Map()
  const assessed = await ctx.tx
    .selectFrom('meetings.interests as i')
    .innerJoin('people.persons as p', 'p.id', 'i.person_id')
    .select(['i.id', 'p.label'])
    .where('i.id', 'in', [...ids])
    .execute()
  const panels = await ctx.tx
    .selectFrom('meetings.panels as n')
    .innerJoin('people.persons as p', 'p.id', 'n.person_id')
    .select(['n.id', 'p.label'])
    .where('n.id', 'in', [...ids])
    .execute()
  return new Map([...assessed, ...panels].map(row => [row.id, row.label]))
}
