/** What has to be minded before getting in touch: set down once by code, taken down, or past by its own last day. */
import type { Compartment } from '@kerege/contract/access/compartments'
import { type Flag, flagOf, flagSet, type PersonFlags, type SetFlag } from '@kerege/contract/casework/flags'
import { DomainError, invalid, notFound } from '@kerege/contract/errors'
import { sql } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import { today } from '../../../platform/localDay.ts'
import { requirePast, standing } from '../standing.ts'

/** Those that hold on the day of the node. */
const selected = (ctx: Context) =>
  ctx.tx
    .selectFrom('casework.flags as f')
    .innerJoin('access.accounts as a', 'a.id', 'f.set_by')
    .selectAll('f')
    .select('a.name')
    .where('f.lifted_at', 'is', null)
    .where(sql<boolean>`(f.until is null or f.until >= ${today(ctx)}::date)`)
    .orderBy('f.set_at')
    .orderBy('f.id')
type Found = Awaited<ReturnType<ReturnType<typeof selected>['execute']>>[number]

export async function ofPerson(ctx: Context, personId: string): Promise<PersonFlags> {
  const { writable } = await standing(ctx, personId)
  const rows = await selected(ctx).where('f.person_id', '=', personId).execute()
  ctx.trail.shown([personId, ...rows.map(row => row.id)])
  const sections = [...new Set(flagSet.flags.map(one => one.compartment))]
  return {
    rows: rows.map(row => toFlag(row, writable)),
    maySet: sections.filter(one => writable.includes(one)),
  }
}

export async function ofTasks(ctx: Context): Promise<{ rows: Flag[] }> {
  const rows = await selected(ctx)
    .where(
      sql<boolean>`f.person_id in (select t.subject_id from tasks.tasks t where t.state = 'open'
        and (t.owner_id = ${ctx.actor.account}::uuid or t.team_id = ${ctx.actor.team}::uuid))`,
    )
    .limit(500)
    .execute()
  ctx.trail.shown(rows.flatMap(row => [row.id, row.person_id]))
  return { rows: rows.map(row => toFlag(row, [])) }
}

/**
 * A command that is sent again makes nothing new.
 * @throws DomainError `flag-there` when the same is set down already
 */
export async function set(ctx: Context, personId: string, draft: SetFlag): Promise<void> {
  const { writable } = await standing(ctx, personId)
  const known = await ctx.tx
    .selectFrom('casework.flags')
    .select('person_id')
    .where('id', '=', draft.id)
    .executeTakeFirst()
  if (known) {
    if (known.person_id !== personId) throw notFound()
    return
  }
  const code = flagOf(draft.code)
  if (!code || !writable.includes(code.compartment)) throw invalid([{ pointer: '/code', code: 'not-found' }])
  requirePast(ctx, { '/since': draft.since })
  if (draft.until && draft.until < today(ctx)) throw invalid([{ pointer: '/until', code: 'in-the-past' }])
  // One whose last day has passed gives way to the new one.
  await ctx.tx
    .updateTable('casework.flags')
    .set({ lifted_by: ctx.actor.account, lifted_at: ctx.now })
    .where('person_id', '=', personId)
    .where('code', '=', draft.code)
    .where('lifted_at', 'is', null)
    .where('until', '<', today(ctx))
    .execute()
  const made = await ctx.tx
    .insertInto('casework.flags')
    .values({
      id: draft.id,
      person_id: personId,
      compartment: code.compartment,
      code: draft.code,
      code_version: flagSet.version,
      words: draft.words ?? null,
      since: draft.since,
      until: draft.until ?? null,
      set_by: ctx.actor.account,
      set_at: ctx.now,
    })
    .onConflict(conflict => conflict.doNothing())
    .executeTakeFirst()
  if (!made.numInsertedOrUpdatedRows) {
    const there = await selected(ctx)
      .where('f.person_id', '=', personId)
      .where('f.code', '=', draft.code)
      .executeTakeFirst()
    // Else somebody else's with this id: the answer is the one for what cannot be seen.
    throw there ? new DomainError('conflict', 'flag-there') : notFound()
  }
  leave(ctx, draft.id, personId)
}

/** @returns whose it was */
export async function lift(ctx: Context, id: string): Promise<string> {
  const row = await ctx.tx
    .selectFrom('casework.flags')
    .select(['person_id', 'compartment', 'lifted_at'])
    .where('id', '=', id)
    .executeTakeFirst()
  if (!row) throw notFound()
  const { writable } = await standing(ctx, row.person_id)
  if (!writable.includes(row.compartment as Compartment)) throw new DomainError('forbidden', 'not-yours')
  if (row.lifted_at === null) {
    await ctx.tx
      .updateTable('casework.flags')
      .set({ lifted_by: ctx.actor.account, lifted_at: ctx.now })
      .where('id', '=', id)
      .execute()
    leave(ctx, id, row.person_id)
  }
  return row.person_id
}

function leave(ctx: Context, id: string, personId: string): void {
  ctx.trail.touched(id, ['state'])
  ctx.trail.touched(personId)
}

const toFlag = (row: Found, writable: readonly Compartment[]): Flag => ({
  id: row.id,
  personId: row.person_id,
  code: row.code,
  codeVersion: row.code_version,
  compartment: row.compartment as Compartment, // a constraint of the table
  ...(row.words === null ? {} : { words: row.words }),
  since: row.since,
  ...(row.until === null ? {} : { until: row.until }),
  by: { id: row.set_by, name: row.name },
  at: row.set_at,
  mayLift: writable.includes(row.compartment as Compartment),
})
