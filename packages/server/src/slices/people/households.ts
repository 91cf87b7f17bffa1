/** Households: people who live as one, with the role of each. A person belongs to one at a time. */
import type * as routes from '@kerege/contract/people/routes'
import { DomainError, invalid, notFound } from '@kerege/contract/errors'
import type { Output, Parsed } from '@kerege/contract/route'
import type { Context } from '../../platform/context.ts'

type Draft = Parsed<typeof routes.changeHousehold>['body']
type Answer = Output<typeof routes.changeHousehold>

export async function make(
  ctx: Context,
  draft: Parsed<typeof routes.makeHousehold>['body'],
): Promise<Answer> {
  const existing = await ctx.tx
    .selectFrom('people.households')
    .select(['id', 'version'])
    .where('id', '=', draft.id)
    .executeTakeFirst()
  if (existing) return existing
  await ctx.tx
    .insertInto('people.households')
    .values({ id: draft.id, name: draft.name, version: 1, created_at: ctx.now, updated_at: ctx.now })
    .execute()
  await replaceMembers(ctx, draft.id, draft.members, [])
  return { id: draft.id, version: 1 }
}

export async function change(ctx: Context, id: string, draft: Draft): Promise<Answer> {
  const row = await ctx.tx
    .selectFrom('people.households')
    .select(['id', 'version'])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (!row) throw notFound()
  if (row.version !== ctx.basedOn)
    throw new DomainError('conflict', 'stale-version', { version: row.version })
  const before = await ctx.tx
    .selectFrom('people.household_members')
    .select(['person_id', 'role'])
    .where('household_id', '=', id)
    .execute()
  const version = row.version + 1
  await ctx.tx
    .updateTable('people.households')
    .set({ name: draft.name, version, updated_at: ctx.now })
    .where('id', '=', id)
    .execute()
  await replaceMembers(ctx, id, draft.members, before)
  // Sealed under the key of one of those it is about, so that it does not outlive them all.
  if (draft.reason) ctx.trail.because(draft.reason, draft.members[0]?.personId)
  return { id, version }
}

/** Members whom the actor may not see stay: they are not in `before`, and nothing here reaches them. */
async function replaceMembers(
  ctx: Context,
  id: string,
  members: Draft['members'],
  before: { person_id: string; role: string }[],
) {
  const ids = members.map(member => member.personId)
  if (new Set(ids).size !== ids.length) throw invalid([{ pointer: '/members', code: 'twice' }])
  const known = await ctx.tx.selectFrom('people.persons').select('id').where('id', 'in', ids).execute()
  const faults = members.flatMap((member, index) =>
    known.some(person => person.id === member.personId)
      ? []
      : [{ pointer: `/members/${index}/personId`, code: 'not-found' }],
  )
  if (faults.length > 0) throw invalid(faults)
  const gone = before.filter(member => !ids.includes(member.person_id)).map(member => member.person_id)
  if (gone.length > 0)
    await ctx.tx.deleteFrom('people.household_members').where('person_id', 'in', gone).execute()
  for (const member of members) {
    const old = before.find(one => one.person_id === member.personId)
    if (old?.role === member.role) continue
    const written = await ctx.tx
      .insertInto('people.household_members')
      .values({ person_id: member.personId, household_id: id, role: member.role })
      .onConflict(c => c.column('person_id').doUpdateSet({ household_id: id, role: member.role }))
      .executeTakeFirst()
    if (!written.numInsertedOrUpdatedRows) throw notFound()
    ctx.trail.changed({
      personId: member.personId,
      subjectId: member.personId,
      compartment: 'kinship',
      kind: old ? 'update' : 'created',
      version: 0,
      changes: [
        { field: 'household', before: old?.role ?? null, after: { householdId: id, role: member.role } },
      ],
    })
  }
  ctx.trail.shown(gone)
}
