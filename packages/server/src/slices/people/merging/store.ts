/** Merges in SQL: rows in, parsed shapes out. */
import type { Merge, Pair } from '@kerege/contract/people/duplicates/merges'
import { DomainError, notFound } from '@kerege/contract/errors'
import { sql } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import type { Tx } from '../../../platform/database.ts'
import type { Moved } from '../../../platform/moves.ts'
import type { Joining } from './movers.ts'

/**
 * Locks both records for this transaction.
 * @throws DomainError `not-found` unless both are open to the actor; `person-merged` when one of them joined another
 */
export async function lockPair(tx: Tx, one: string, other: string): Promise<void> {
  const found = await sql<{ id: string; merged_into: string | null }>`
    select id, merged_into from people.lock_pair(${one}::uuid, ${other}::uuid)`.execute(tx)
  if (found.rows.length !== 2) throw notFound()
  const gone = found.rows.find(row => row.merged_into !== null)
  if (gone?.merged_into) throw new DomainError('conflict', 'person-merged', { personId: gone.merged_into })
}

export async function insert(ctx: Context, merge: Joining, snapshot: Buffer): Promise<void> {
  await ctx.tx
    .insertInto('people.merges')
    .values({
      id: merge.id,
      stays: merge.stays,
      joins: merge.joins,
      state: 'done',
      decided_by: ctx.actor.account,
      decided_at: ctx.now,
      snapshot,
    })
    .execute()
}

export async function keepMoves(
  tx: Tx,
  merge: Joining,
  kind: string,
  moved: readonly Moved[],
): Promise<void> {
  if (moved.length === 0) return
  const rows = JSON.stringify(moved.map(({ id, before }) => ({ id, before })))
  await sql`insert into people.merge_moves (merge_id, kind, row_id, before)
    select ${merge.id}::uuid, ${kind}, m.id, m.before from jsonb_to_recordset(${rows}::jsonb) as m (id uuid, before jsonb)`.execute(
    tx,
  )
}

export async function movesOf(tx: Tx, mergeId: string): Promise<Map<string, Moved[]>> {
  const rows = await tx
    .selectFrom('people.merge_moves')
    .select(['kind', 'row_id', 'before'])
    .where('merge_id', '=', mergeId)
    .execute()
  const byKind = new Map<string, Moved[]>()
  for (const row of rows) {
    const before = row.before as Moved['before'] | null
    const moved = { id: row.row_id, ...(before ? { before } : {}) }
    byKind.set(row.kind, [...(byKind.get(row.kind) ?? []), moved])
  }
  return byKind
}

const merges = (tx: Tx) =>
  tx
    .selectFrom('people.merges as m')
    .innerJoin('access.accounts as d', 'd.id', 'm.decided_by')
    .leftJoin('access.accounts as u', 'u.id', 'm.undone_by')
    .select([
      'm.id',
      'm.stays',
      'm.joins',
      'm.state',
      'm.decided_at',
      'd.name as decider',
      'm.undone_at',
      'u.name as undoer',
      'm.snapshot',
    ])

type Row = Awaited<ReturnType<ReturnType<typeof merges>['execute']>>[number]

const toMerge = (row: Row): Merge => ({
  id: row.id,
  stays: row.stays,
  joins: row.joins,
  state: row.state as Merge['state'],
  at: row.decided_at,
  by: row.decider,
  ...(row.undone_at ? { undoneAt: row.undone_at, undoneBy: row.undoer ?? '' } : {}),
})

export async function find(tx: Tx, id: string): Promise<Merge | undefined> {
  const row = await merges(tx).where('m.id', '=', id).executeTakeFirst()
  return row && toMerge(row)
}

export async function get(tx: Tx, id: string): Promise<Merge> {
  const merge = await find(tx, id)
  if (!merge) throw notFound()
  return merge
}

export async function getSealed(tx: Tx, id: string): Promise<Merge & { snapshot: Buffer }> {
  const row = await merges(tx).where('m.id', '=', id).executeTakeFirst()
  if (!row) throw notFound()
  return { ...toMerge(row), snapshot: row.snapshot }
}

/**
 * The two households in which the records live now, where these are two and both are open to the actor. Of a home that
 * is shut nothing is asked: the record that stays keeps its own.
 */
export async function homesOf(tx: Tx, one: string, other: string): Promise<Pair['homes']> {
  const rows = await tx
    .selectFrom('people.household_members as m')
    .innerJoin('people.households as h', 'h.id', 'm.household_id')
    .select(['m.person_id', 'h.id', 'h.name', 'm.valid_from'])
    .where('m.person_id', 'in', [one, other])
    .where('m.valid_to', 'is', null)
    .execute()
  const of = (id: string) => rows.find(row => row.person_id === id)
  const [mine, theirs] = [of(one), of(other)]
  if (!mine || !theirs || mine.id === theirs.id) return undefined
  const told = (row: NonNullable<typeof mine>) => ({
    name: row.name,
    ...(row.valid_from ? { since: row.valid_from } : {}),
  })
  return { one: told(mine), other: told(theirs) }
}

/** What joined this record and has not been taken back, latest first. */
export async function standingMerges(tx: Tx, stays: string): Promise<Merge[]> {
  const rows = await merges(tx)
    .where('m.stays', '=', stays)
    .where('m.state', '=', 'done')
    .orderBy('m.decided_at', 'desc')
    .orderBy('m.id', 'desc')
    .execute()
  return rows.map(toMerge)
}

/** The merge by which this record itself joined another. */
export async function joinedOn(tx: Tx, joins: string): Promise<Merge | undefined> {
  const row = await merges(tx).where('m.joins', '=', joins).where('m.state', '=', 'done').executeTakeFirst()
  return row && toMerge(row)
}

export async function markUndone(ctx: Context, id: string): Promise<void> {
  const done = await ctx.tx
    .updateTable('people.merges')
    .set({ state: 'undone', undone_by: ctx.actor.account, undone_at: ctx.now })
    .where('id', '=', id)
    .where('state', '=', 'done')
    .executeTakeFirst()
  if (!done.numUpdatedRows) throw new DomainError('conflict', 'merge-undone')
}

/** Accounts that have been brought beside the person and still are. */
export async function workersOf(ctx: Context, personId: string): Promise<string[]> {
  const rows = await ctx.tx
    .selectFrom('access.grants')
    .select('account_id')
    .distinct()
    .where('subject_id', '=', personId)
    .where('kind', '<>', 'glass')
    .where(eb => eb.or([eb('valid_to', 'is', null), eb('valid_to', '>', ctx.now.toISOString())]))
    .execute()
  return rows.map(row => row.account_id)
}
