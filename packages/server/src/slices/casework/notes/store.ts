/** Notes in SQL. Policies filter underneath: a note has the readers of its section. */
import type { Note, NoteKind, NoteSection } from '@kerege/contract/casework/notes'
import { isLocked, noteSections } from '@kerege/contract/casework/notes'
import { DomainError, notFound } from '@kerege/contract/errors'
import { sql } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import { openCursor, pageOf } from '../../../platform/cursor.ts'
import { today } from '../../../platform/localDay.ts'
import { standing } from '../standing.ts'

const selected = (ctx: Context) =>
  ctx.tx
    .selectFrom('casework.notes as n')
    .innerJoin('access.accounts as w', 'w.id', 'n.account_id')
    .selectAll('n')
    .select('w.name as by')
export type FoundNote = Awaited<ReturnType<ReturnType<typeof selected>['execute']>>[number]

export interface Wanted {
  kind?: NoteKind | undefined
  words?: string | undefined
  cursor?: string | undefined
  limit: number
}

/** The latest first. Each word has to be there, in the note or in what was added to it. */
export async function find(ctx: Context, personId: string, wanted: Wanted) {
  const list = `notes ${personId}`
  const after = openCursor(ctx.node.keys.cursors, list, wanted.cursor)
  let query = selected(ctx).where('n.person_id', '=', personId)
  if (wanted.kind) query = query.where('n.kind', '=', wanted.kind)
  for (const word of wanted.words?.split(/\s+/u) ?? []) {
    const like = `%${word.replace(/[\\%_]/gu, '\\$&')}%`
    query = query.where(
      sql<boolean>`(concat_ws(' ', n.words, n.others, n.place, n.done) ilike ${like}
        or exists (select 1 from casework.amendments a where a.note_id = n.id and a.words ilike ${like}))`,
    )
  }
  if (after) query = query.where(sql<boolean>`(n.held_on, n.id) < (${after[0]}::date, ${after[1]}::uuid)`)
  const found = await query
    .orderBy('n.held_on', 'desc')
    .orderBy('n.id', 'desc')
    .limit(wanted.limit + 1)
    .execute()
  const { shown, next } = pageOf(ctx.node.keys.cursors, list, { found, limit: wanted.limit }, last => [
    last.held_on,
    last.id,
  ])
  return { rows: shown, ...next }
}

/** @throws DomainError `not-found`, for what is not open and for what is not there alike */
export async function get(ctx: Context, id: string): Promise<FoundNote> {
  const row = await selected(ctx).where('n.id', '=', id).executeTakeFirst()
  if (!row) throw notFound()
  return row
}

/** Locks a note of one's own. @throws DomainError `not-yours`, `note-locked`, `stale-version` */
export async function lock(ctx: Context, id: string): Promise<FoundNote> {
  const seen = await get(ctx, id)
  if (seen.account_id !== ctx.actor.account) throw new DomainError('forbidden', 'not-yours')
  await sql`select 1 from casework.notes where id = ${id}::uuid for update`.execute(ctx.tx)
  const row = await get(ctx, id)
  if (isLocked(row.locks_on, today(ctx))) throw new DomainError('conflict', 'note-locked')
  if (ctx.basedOn !== null && row.version !== ctx.basedOn) {
    throw new DomainError('conflict', 'stale-version', { version: row.version })
  }
  return row
}

/** Notes as they are shown, with who was there as far as that is open, and what was added. */
export async function toNotes(ctx: Context, personId: string, rows: readonly FoundNote[]): Promise<Note[]> {
  if (rows.length === 0) return []
  const { writable } = await standing(ctx, personId)
  const ids = (of: 'colleagues' | 'family') => [...new Set(rows.flatMap(row => row[of]))]
  const colleagues = await ctx.tx
    .selectFrom('access.accounts')
    .select(['id', 'name'])
    .where(sql<boolean>`id = any (${ids('colleagues')}::uuid[])`)
    .execute()
  const family = await ctx.tx
    .selectFrom('people.persons')
    .select(['id', 'label as name'])
    .where(sql<boolean>`id = any (${ids('family')}::uuid[])`)
    .execute()
  const added = await ctx.tx
    .selectFrom('casework.amendments as a')
    .innerJoin('access.accounts as w', 'w.id', 'a.account_id')
    .select(['a.id', 'a.note_id', 'a.words', 'a.account_id', 'w.name', 'a.at'])
    .where(sql<boolean>`a.note_id = any (${rows.map(row => row.id)}::uuid[])`)
    .orderBy('a.at')
    .orderBy('a.id')
    .execute()
  const named = (all: readonly { id: string; name: string }[], some: readonly string[]) =>
    all.filter(one => some.includes(one.id))
  return rows.map(row => {
    const section = row.compartment as NoteSection // a constraint of the table
    const mine = row.account_id === ctx.actor.account && writable.includes(section)
    const locked = isLocked(row.locks_on, today(ctx))
    return {
      id: row.id,
      version: row.version,
      personId: row.person_id,
      ...(row.case_id ? { caseId: row.case_id } : {}),
      compartment: section,
      kind: row.kind as NoteKind,
      heldOn: row.held_on,
      colleagues: named(colleagues, row.colleagues),
      family: named(family, row.family),
      ...(row.others === null ? {} : { others: row.others }),
      words: row.words,
      ...(row.what === null ? {} : { incident: incidentOf(row) }),
      ...(row.task_id ? { taskId: row.task_id } : {}),
      by: { id: row.account_id, name: row.by },
      writtenAt: row.written_at,
      updatedAt: row.updated_at,
      locksOn: row.locks_on,
      mayChange: mine && !locked,
      mayAmend: writable.includes(section) && (locked || !mine),
      amendments: added
        .filter(one => one.note_id === row.id)
        .map(({ id, words, account_id, name, at }) => ({ id, words, by: { id: account_id, name }, at })),
    }
  })
}

// Written by the shapes of the contract.
const incidentOf = (row: FoundNote): NonNullable<Note['incident']> => ({
  what: row.what as NonNullable<Note['incident']>['what'],
  ...(row.place === null ? {} : { place: row.place }),
  ...(row.done === null ? {} : { done: row.done }),
  told: row.told as NonNullable<Note['incident']>['told'],
})

export const writableSections = async (ctx: Context, personId: string): Promise<NoteSection[]> => {
  const { writable } = await standing(ctx, personId)
  return noteSections.filter(one => writable.includes(one))
}
