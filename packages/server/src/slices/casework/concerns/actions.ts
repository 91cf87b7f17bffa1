/** Concerns: noted once while they are open, and gone on with by steps that say why. Nothing is overwritten without a step. */
import {
  type ChangeConcern,
  type Concern,
  type ConcernState,
  concernOf,
  concernSet,
  type NoteConcern,
  type PersonConcerns,
} from '@kerege/contract/casework/concerns'
import type { NeedLevel } from '@kerege/contract/assessments/needs'
import type { Compartment } from '@kerege/contract/access/compartments'
import { DomainError, invalid, notFound } from '@kerege/contract/errors'
import { sql } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import { newId } from '../../../platform/ids.ts'
import { caseOf, requirePast, standing } from '../standing.ts'

export async function ofPerson(ctx: Context, personId: string): Promise<PersonConcerns> {
  const { writable } = await standing(ctx, personId)
  const rows = await ctx.tx
    .selectFrom('casework.concerns as c')
    .selectAll('c')
    .where('c.person_id', '=', personId)
    .orderBy(sql`c.state = 'over'`)
    .orderBy('c.noted_at', 'desc')
    .orderBy('c.id', 'desc')
    .limit(200)
    .execute()
  ctx.trail.shown([personId, ...rows.map(row => row.id)])
  const sections = [...new Set(concernSet.concerns.map(one => one.compartment))]
  return {
    rows: await toConcerns(ctx, rows, writable),
    mayNote: sections.filter(one => writable.includes(one)),
  }
}

export async function one(ctx: Context, id: string): Promise<Concern> {
  const row = await get(ctx, id)
  const { writable } = await standing(ctx, row.person_id)
  const [concern] = await toConcerns(ctx, [row], writable)
  if (!concern) throw notFound()
  ctx.trail.shown([id, row.person_id])
  return concern
}

/**
 * A command that is sent again makes nothing new.
 * @throws DomainError `concern-open` when the same is noted already and not over
 */
export async function note(ctx: Context, personId: string, draft: NoteConcern): Promise<void> {
  const { writable } = await standing(ctx, personId)
  const known = await ctx.tx
    .selectFrom('casework.concerns')
    .select('person_id')
    .where('id', '=', draft.id)
    .executeTakeFirst()
  if (known) {
    if (known.person_id !== personId) throw notFound()
    return
  }
  const code = concernOf(draft.code)
  if (!code || !writable.includes(code.compartment)) throw invalid([{ pointer: '/code', code: 'not-found' }])
  requirePast(ctx, { '/since': draft.since })
  const made = await ctx.tx
    .insertInto('casework.concerns')
    .values({
      id: draft.id,
      person_id: personId,
      case_id: caseOf(personId),
      compartment: code.compartment,
      code: draft.code,
      code_version: concernSet.version,
      severity: draft.severity,
      since: draft.since ?? null,
      source: draft.source,
      state: 'open',
      noted_at: ctx.now,
      updated_at: ctx.now,
    })
    .onConflict(conflict => conflict.doNothing())
    .executeTakeFirst()
  if (!made.numInsertedOrUpdatedRows) {
    const open = await ctx.tx
      .selectFrom('casework.concerns')
      .select('id')
      .where('person_id', '=', personId)
      .where('code', '=', draft.code)
      .where('state', '<>', 'over')
      .executeTakeFirst()
    // Else somebody else's with this id: the answer is the one for what cannot be seen.
    throw open ? new DomainError('conflict', 'concern-open', { concernId: open.id }) : notFound()
  }
  await step(ctx, { id: draft.id, person_id: personId, compartment: code.compartment, version: 1 }, null, {
    severity: draft.severity,
    state: 'open',
    why: draft.why,
    code: draft.code,
  })
}

/** @throws DomainError `stale-version`, `concern-open` when the same was noted anew since it was over */
export async function change(ctx: Context, id: string, draft: ChangeConcern): Promise<void> {
  await get(ctx, id)
  // What may be read and not written is not locked by who may not.
  await sql`select 1 from casework.concerns where id = ${id}::uuid for update`.execute(ctx.tx)
  const row = await get(ctx, id)
  const { writable } = await standing(ctx, row.person_id)
  if (!writable.includes(row.compartment as Compartment)) throw new DomainError('forbidden', 'not-yours')
  if (ctx.basedOn !== null && row.version !== ctx.basedOn) {
    throw new DomainError('conflict', 'stale-version', { version: row.version })
  }
  if (row.state === 'over' && draft.state !== 'over') await requireAlone(ctx, row)
  await ctx.tx
    .updateTable('casework.concerns')
    .set({ severity: draft.severity, state: draft.state, version: row.version + 1, updated_at: ctx.now })
    .where('id', '=', id)
    .execute()
  await step(
    ctx,
    { ...row, version: row.version + 1 },
    { severity: row.severity, state: row.state },
    { ...draft, code: row.code },
  )
}

async function requireAlone(ctx: Context, row: Found): Promise<void> {
  const other = await ctx.tx
    .selectFrom('casework.concerns')
    .select('id')
    .where('person_id', '=', row.person_id)
    .where('code', '=', row.code)
    .where('state', '<>', 'over')
    .executeTakeFirst()
  if (other) throw new DomainError('conflict', 'concern-open', { concernId: other.id })
}

async function step(
  ctx: Context,
  row: Pick<Found, 'id' | 'person_id' | 'compartment' | 'version'>,
  before: unknown,
  { severity, state, why, code }: { severity: number; state: string; why?: string | undefined; code: string },
): Promise<void> {
  await ctx.tx
    .insertInto('casework.concern_steps')
    .values({
      id: newId(ctx.now.getTime()),
      concern_id: row.id,
      person_id: row.person_id,
      compartment: row.compartment,
      // Each step is one version of the concern, and the row is locked.
      number: row.version,
      severity,
      state,
      why: why ?? null,
      account_id: ctx.actor.account,
      at: ctx.now,
    })
    .execute()
  ctx.trail.touched(row.id, ['concern'])
  ctx.trail.changed({
    personId: row.person_id,
    subjectId: row.person_id,
    compartment: row.compartment as Compartment,
    kind: before === null ? 'created' : 'update',
    version: row.version,
    changes: [{ field: 'concern', before, after: { code, severity, state, ...(why ? { why } : {}) } }],
  })
}

const selectOne = (ctx: Context, id: string) =>
  ctx.tx.selectFrom('casework.concerns as c').selectAll('c').where('c.id', '=', id).executeTakeFirst()
type Found = NonNullable<Awaited<ReturnType<typeof selectOne>>>

/** @throws DomainError `not-found`, for what is not open and for what is not there alike */
async function get(ctx: Context, id: string): Promise<Found> {
  const row = await selectOne(ctx, id)
  if (!row) throw notFound()
  return row
}

async function toConcerns(
  ctx: Context,
  rows: readonly Found[],
  writable: readonly Compartment[],
): Promise<Concern[]> {
  const steps = await ctx.tx
    .selectFrom('casework.concern_steps as s')
    .innerJoin('access.accounts as w', 'w.id', 's.account_id')
    .select(['s.concern_id', 's.severity', 's.state', 's.why', 's.account_id', 'w.name', 's.at'])
    .where(sql<boolean>`s.concern_id = any (${rows.map(row => row.id)}::uuid[])`)
    .orderBy('s.number', 'desc')
    .execute()
  // Constraints of the tables, and the shapes that wrote them.
  return rows.map(row => ({
    id: row.id,
    version: row.version,
    personId: row.person_id,
    code: row.code,
    codeVersion: row.code_version,
    compartment: row.compartment as Compartment,
    severity: row.severity as NeedLevel,
    ...(row.since ? { since: row.since } : {}),
    source: row.source as Concern['source'],
    state: row.state as ConcernState,
    notedAt: row.noted_at,
    updatedAt: row.updated_at,
    steps: steps
      .filter(one => one.concern_id === row.id)
      .map(one => ({
        severity: one.severity as NeedLevel,
        state: one.state as ConcernState,
        ...(one.why === null ? {} : { why: one.why }),
        by: { id: one.account_id, name: one.name },
        at: one.at,
      })),
    mayChange: writable.includes(row.compartment as Compartment),
  }))
}
