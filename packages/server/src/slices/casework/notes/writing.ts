/**
 * Writing notes: at once and once, changed by who wrote them until they lock, and amended from then on. What stood there before
 * is in the history of the record, sealed under the key of the person.
 */
import type { ChangeNote, WriteNote } from '@kerege/contract/casework/notes'
import { DomainError, invalid, notFound } from '@kerege/contract/errors'
import { addDays } from '@kerege/contract/tasks/rules'
import { sql } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import { today } from '../../../platform/localDay.ts'
import { finish as finishTask } from '../../tasks/index.ts'
import { caseOf, requirePast } from '../standing.ts'
import * as store from './store.ts'

/** A command that is sent again makes nothing new: the id was made by the device. */
export async function write(ctx: Context, personId: string, draft: WriteNote): Promise<void> {
  await requireWhole(ctx, personId, draft)
  const known = await ctx.tx
    .selectFrom('casework.notes')
    .select(['person_id', 'account_id'])
    .where('id', '=', draft.id)
    .executeTakeFirst()
  if (known) {
    if (known.person_id !== personId || known.account_id !== ctx.actor.account) throw notFound()
    return
  }
  if (draft.taskId) await requireTask(ctx, personId, draft.taskId)
  const made = await ctx.tx
    .insertInto('casework.notes')
    .values({
      id: draft.id,
      person_id: personId,
      case_id: caseOf(personId),
      ...columns(draft),
      task_id: draft.taskId ?? null,
      account_id: ctx.actor.account,
      locks_on: addDays(today(ctx), ctx.node.profile.noteLockDays),
      written_at: ctx.now,
      updated_at: ctx.now,
    })
    // Somebody else's with this id: the answer is the one for what cannot be seen.
    .onConflict(conflict => conflict.column('id').doNothing())
    .executeTakeFirst()
  if (!made.numInsertedOrUpdatedRows) throw notFound()
  if (draft.taskId) await finishTask(ctx, draft.taskId, undefined)
  leave(ctx, personId, { id: draft.id, version: 1 }, null, draft)
}

/** @throws DomainError `not-yours`, `note-locked`, `stale-version` */
export async function change(ctx: Context, id: string, draft: ChangeNote): Promise<void> {
  const row = await store.lock(ctx, id)
  await requireWhole(ctx, row.person_id, draft)
  await ctx.tx
    .updateTable('casework.notes')
    .set({ ...columns(draft), version: row.version + 1, updated_at: ctx.now })
    .where('id', '=', id)
    .execute()
  leave(ctx, row.person_id, { id, version: row.version + 1 }, beforeOf(row), draft)
}

/** For what is locked, and for what somebody else wrote. @throws DomainError `note-open` while one may change it oneself */
export async function amend(ctx: Context, id: string, added: { id: string; words: string }): Promise<void> {
  const row = await store.get(ctx, id)
  const [note] = await store.toNotes(ctx, row.person_id, [row])
  if (note?.amendments.some(one => one.id === added.id && one.by.id === ctx.actor.account)) return
  if (note?.mayChange) throw new DomainError('conflict', 'note-open')
  if (!note?.mayAmend) throw new DomainError('forbidden', 'not-yours')
  const made = await ctx.tx
    .insertInto('casework.amendments')
    .values({
      id: added.id,
      note_id: id,
      person_id: row.person_id,
      compartment: row.compartment,
      words: added.words,
      account_id: ctx.actor.account,
      at: ctx.now,
    })
    .onConflict(conflict => conflict.column('id').doNothing())
    .executeTakeFirst()
  if (!made.numInsertedOrUpdatedRows) throw notFound()
  ctx.trail.touched(id, ['amendments'])
  ctx.trail.touched(row.person_id)
}

const columns = (draft: ChangeNote) => ({
  compartment: draft.compartment,
  kind: draft.kind,
  held_on: draft.heldOn,
  colleagues: draft.colleagues,
  family: draft.family,
  others: draft.others ?? null,
  words: draft.words,
  what: draft.incident?.what ?? null,
  place: draft.incident?.place ?? null,
  done: draft.incident?.done ?? null,
  told: draft.incident?.told ?? [],
})

const beforeOf = (row: store.FoundNote) => ({
  kind: row.kind,
  heldOn: row.held_on,
  words: row.words,
  ...(row.others === null ? {} : { others: row.others }),
  ...(row.what === null ? {} : { incident: { what: row.what, place: row.place, done: row.done } }),
})

/** All faults at once: the section, the day, and whoever is named as being there. */
async function requireWhole(ctx: Context, personId: string, draft: ChangeNote): Promise<void> {
  const writable = await store.writableSections(ctx, personId)
  if (!writable.includes(draft.compartment)) throw invalid([{ pointer: '/compartment', code: 'not-found' }])
  requirePast(ctx, { '/heldOn': draft.heldOn })
  const known = await ctx.tx
    .selectFrom('access.accounts')
    .select('id')
    .where(sql<boolean>`id = any (${draft.colleagues}::uuid[])`)
    .execute()
  const open = await ctx.tx
    .selectFrom('people.persons')
    .select('id')
    .where(sql<boolean>`id = any (${draft.family}::uuid[])`)
    .execute()
  const missing = (list: readonly string[], found: readonly { id: string }[], at: string) =>
    list.flatMap((id, n) =>
      found.some(one => one.id === id) ? [] : [{ pointer: `${at}/${n}`, code: 'not-found' }],
    )
  const faults = [
    ...missing(draft.colleagues, known, '/colleagues'),
    ...missing(draft.family, open, '/family'),
  ]
  if (faults.length > 0) throw invalid(faults)
}

/** A task about this very person, as far as it is open to the actor; whether they may finish it, the task says. */
async function requireTask(ctx: Context, personId: string, taskId: string): Promise<void> {
  const task = await ctx.tx
    .selectFrom('tasks.tasks as t')
    .select('t.subject_id')
    .where('t.id', '=', taskId)
    .executeTakeFirst()
  if (task?.subject_id !== personId) throw invalid([{ pointer: '/taskId', code: 'not-found' }])
}

function leave(
  ctx: Context,
  personId: string,
  note: { id: string; version: number },
  before: unknown,
  draft: ChangeNote,
): void {
  const { compartment, kind, heldOn, words, others, incident } = draft
  ctx.trail.touched(note.id, ['note'])
  ctx.trail.changed({
    personId,
    subjectId: personId,
    compartment,
    kind: before === null ? 'created' : 'update',
    version: note.version,
    changes: [
      {
        field: 'note',
        before,
        after: { kind, heldOn, words, ...(others ? { others } : {}), ...(incident ? { incident } : {}) },
      },
    ],
  })
}
