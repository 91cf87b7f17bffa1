/** Households: people who live as one, with the role of each, over time. A person belongs to one at a time. */
import type * as routes from '@kerege/contract/people/routes'
import { foldName } from '@kerege/contract/names/fold'
import { DomainError, type Fault, invalid, notFound } from '@kerege/contract/errors'
import type { Output, Parsed } from '@kerege/contract/route'
import { sql } from 'kysely'
import type { Context } from '../../platform/context.ts'
import { newId } from '../../platform/ids.ts'
import { today } from '../../platform/localDay.ts'

type Fresh = Parsed<typeof routes.makeHousehold>['body']
type Draft = Parsed<typeof routes.changeHousehold>['body']
type Answer = Output<typeof routes.changeHousehold>
type Member = Draft['members'][number]
type Leaver = Draft['left'][number]

export async function make(ctx: Context, draft: Fresh): Promise<Answer> {
  const existing = await ctx.tx
    .selectFrom('people.households')
    .select(['id', 'version'])
    .where('id', '=', draft.id)
    .executeTakeFirst()
  if (existing) return existing
  await makeMany(ctx, [draft])
  return { id: draft.id, version: 1 }
}

/** Several new ones at once, of which nobody lives in two. */
export async function makeMany(ctx: Context, drafts: readonly Fresh[]): Promise<void> {
  if (drafts.length === 0) return
  const known = await knownOf(
    ctx,
    drafts.flatMap(draft => draft.members),
  )
  for (const draft of drafts) requireWhole(ctx, { ...draft, left: [] }, known, [])
  const rows = drafts.map(({ id, name }) => ({ id, name, sort_key: foldName(name) }))
  await sql`
    insert into people.households (id, name, sort_key, version, created_at, updated_at)
      select n.id, n.name, n.sort_key, 1, ${ctx.now.toISOString()}::timestamptz, ${ctx.now.toISOString()}::timestamptz
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as n (id uuid, name text, sort_key text)`.execute(
    ctx.tx,
  )
  await join(
    ctx,
    drafts.flatMap(({ id, members }) => members.map(member => ({ householdId: id, member }))),
  )
}

/** Members whom the actor may not see stay: they are not in `before`, and nothing here reaches them. */
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
  const before = await membersNow(ctx, id)
  requireWhole(ctx, draft, await knownOf(ctx, draft.members), before)
  const version = row.version + 1
  await ctx.tx
    .updateTable('people.households')
    .set({ name: draft.name, sort_key: foldName(draft.name), version, updated_at: ctx.now })
    .where('id', '=', id)
    .execute()
  const staying = new Set(draft.members.map(member => member.personId))
  for (const old of before.filter(member => !staying.has(member.person_id))) {
    const told = draft.left.find(one => one.personId === old.person_id)
    await leave(ctx, old, told ?? { personId: old.person_id, on: today(ctx), why: 'moved' })
  }
  const come = draft.members.filter(member => !before.some(one => one.person_id === member.personId))
  await join(
    ctx,
    come.map(member => ({ householdId: id, member })),
  )
  for (const member of draft.members) {
    const old = before.find(one => one.person_id === member.personId)
    if (old && (old.role !== member.role || (old.valid_from ?? undefined) !== member.since))
      await reword(ctx, old, member)
  }
  // Sealed under the key of one of those it is about, so that it does not outlive them all.
  if (draft.reason) ctx.trail.because(draft.reason, draft.members[0]?.personId)
  return { id, version }
}

interface Membership {
  id: string
  person_id: string
  household_id: string
  role: string
  valid_from: string | null
}

const columns = ['id', 'person_id', 'household_id', 'role', 'valid_from'] as const
const membersNow = (ctx: Context, householdId: string): Promise<Membership[]> =>
  ctx.tx
    .selectFrom('people.household_members')
    .select(columns)
    .where('household_id', '=', householdId)
    .where('valid_to', 'is', null)
    .execute()

/** Who of them is open to the actor. */
async function knownOf(ctx: Context, members: readonly Member[]): Promise<ReadonlySet<string>> {
  const known = await ctx.tx
    .selectFrom('people.persons')
    .select('id')
    .where(sql<boolean>`id = any (${members.map(member => member.personId)}::uuid[])`)
    .execute()
  return new Set(known.map(person => person.id))
}

function requireWhole(
  ctx: Context,
  draft: Pick<Draft, 'members' | 'left'>,
  known: ReadonlySet<string>,
  before: readonly Membership[],
) {
  const ids = draft.members.map(member => member.personId)
  if (new Set(ids).size !== ids.length) throw invalid([{ pointer: '/members', code: 'twice' }])
  const day = today(ctx)
  const faults = [
    ...draft.members.flatMap((member, at): Fault[] => [
      ...(known.has(member.personId) ? [] : [{ pointer: `/members/${at}/personId`, code: 'not-found' }]),
      ...(member.since && member.since > day
        ? [{ pointer: `/members/${at}/since`, code: 'in-the-future' }]
        : []),
    ]),
    ...draft.left.flatMap((leaver, at): Fault[] => {
      const old = before.find(member => member.person_id === leaver.personId)
      const pointer = `/left/${at}/on`
      if (!old) return [{ pointer: `/left/${at}/personId`, code: 'not-found' }]
      if (leaver.on > day) return [{ pointer, code: 'in-the-future' }]
      return old.valid_from && leaver.on < old.valid_from ? [{ pointer, code: 'period-reversed' }] : []
    }),
  ]
  if (faults.length > 0) throw invalid(faults)
}

/** Whoever lives elsewhere until now leaves there on the day on which they come here. */
async function join(ctx: Context, all: readonly { householdId: string; member: Member }[]) {
  if (all.length === 0) return
  const homes = await ctx.tx
    .selectFrom('people.household_members')
    .select(columns)
    .where(sql<boolean>`person_id = any (${all.map(one => one.member.personId)}::uuid[])`)
    .where('valid_to', 'is', null)
    .execute()
  const home = new Map(homes.map(one => [one.person_id, one]))
  const coming = all.filter(one => home.get(one.member.personId)?.household_id !== one.householdId)
  for (const { member } of coming) {
    const elsewhere = home.get(member.personId)
    if (!elsewhere) continue
    const on = member.since ?? today(ctx)
    if (elsewhere.valid_from && on < elsewhere.valid_from)
      throw invalid([{ pointer: '/members', code: 'period-reversed' }])
    await leave(ctx, elsewhere, { personId: member.personId, on, why: 'moved' })
  }
  const rows = coming.map(({ householdId, member: { personId, role, since } }) => ({
    id: newId(),
    person: personId,
    household: householdId,
    role,
    since,
  }))
  await sql`
    insert into people.household_members (id, person_id, household_id, role, valid_from)
      select n.id, n.person, n.household, n.role, n.since
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as n (id uuid, person uuid, household uuid, role text, since date)`.execute(
    ctx.tx,
  )
  for (const { householdId, member } of coming) {
    const { personId, role, since } = member
    record(ctx, 'created', personId, null, { householdId, role, since })
  }
}

async function reword(ctx: Context, old: Membership, { personId, role, since }: Member) {
  await written(
    ctx.tx
      .updateTable('people.household_members')
      .set({ role, valid_from: since ?? null })
      .where('id', '=', old.id)
      .executeTakeFirst(),
  )
  record(ctx, 'update', personId, told(old), { householdId: old.household_id, role, since })
}

async function leave(ctx: Context, old: Membership, { personId, on, why }: Leaver) {
  await written(
    ctx.tx
      .updateTable('people.household_members')
      .set({ valid_to: on, left_reason: why })
      .where('id', '=', old.id)
      .executeTakeFirst(),
  )
  record(ctx, why === 'corrected' ? 'correction' : 'update', personId, told(old), { ...told(old), on, why })
}

/** What the policy does not let the actor write is not there. */
async function written(update: Promise<{ numUpdatedRows: bigint }>) {
  const { numUpdatedRows } = await update
  if (numUpdatedRows === 0n) throw notFound()
}

const told = (old: Membership) => ({
  householdId: old.household_id,
  role: old.role,
  since: old.valid_from ?? undefined,
})

function record(
  ctx: Context,
  kind: 'created' | 'update' | 'correction',
  personId: string,
  before: object | null,
  after: object,
) {
  ctx.trail.changed({
    personId,
    subjectId: personId,
    compartment: 'kinship',
    kind,
    version: 0,
    changes: [{ field: 'household', before, after }],
  })
}
