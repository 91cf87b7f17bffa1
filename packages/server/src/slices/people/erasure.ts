/**
 * Erasing a person: asked by one, decided by another, done in the transaction of that decision. Everything that was
 * kept about the person goes from the tables; the person's data key goes too, and with it the meaning of history
 * and reasons. What stays are ids in the log: that somebody was here, who saw the file, and who let it be erased.
 *
 * Of an erased relative the one who stays keeps the place in the family and the sex, no name, day or evidence: a child
 * with an erased mother is not a child whose mother nobody knows. Untrue and mistaken relations go altogether.
 *
 * A household left empty goes with its last member; one with others in it keeps its name, which is theirs.
 *
 * Below the tables: the planner's samples are measured anew by an event after the commit. Rows that are gone wait in
 * the database's own files for autovacuum (0008_notifications.sql), and in its write-ahead log until that turns over;
 * neither can be read by a query. Backups end by their own rule.
 */
import { DomainError } from '@kerege/contract/errors'
import type { Context } from '../../platform/context.ts'
import { emit, type EventHandlers } from '../../platform/outbox.ts'
import { sql } from 'kysely'
import type { Tx } from '../../platform/database.ts'
import { approvalKind, askApproval, eraseApprovalsAbout } from '../approvals/index.ts'
import { eraseDocumentsOf } from '../documents/index.ts'
import { eraseNoticesAbout } from '../notifications/index.ts'
import { eraseTasksAbout } from '../tasks/index.ts'
import * as store from './store.ts'

const kind = 'person-erasure'
const decideInDays = 30

export async function askErasure(
  ctx: Context,
  personId: string,
  reason: string,
): Promise<{ approvalId: string }> {
  await store.get(ctx.tx, personId)
  const approvalId = await askApproval(ctx, {
    kind,
    subjectKind: 'person',
    subjectId: personId,
    personId,
    reason,
    steps: [{ verb: 'approvals.decide', dueInDays: decideInDays }],
  })
  return { approvalId }
}

export const erasureKind = approvalKind({
  kind,
  stepUp: true,
  execute: async (ctx, { subjectId }) => {
    await eraseNow(ctx, subjectId)
  },
})

/** Others first, while the record is still open to who decided; the key last, when nobody can make it anew. */
async function eraseNow(ctx: Context, personId: string): Promise<void> {
  const documents = await eraseWhole(ctx, [personId])
  ctx.trail.named('person.erased')
  ctx.trail.counted('documents', documents)
}

/**
 * Takes records off the register with all that hangs on them: the end of an erasure, and of an import that is taken back. A
 * statement a table, however many they are.
 * @returns how many documents went
 */
export async function eraseWhole(
  ctx: Pick<Context, 'tx' | 'now'> & { trail: Pick<Context['trail'], 'touched'> },
  persons: readonly string[],
): Promise<number> {
  if (persons.length === 0) return 0
  const documents = await eraseDocumentsOf(ctx, persons)
  await eraseTasksAbout(ctx.tx, persons)
  await eraseNoticesAbout(ctx.tx, persons)
  await eraseApprovalsAbout(ctx, persons)
  const ids = await withJoined(ctx, persons)
  await sql`delete from platform.commands where subjects && ${ids}::uuid[]`.execute(ctx.tx)
  await sql`delete from platform.outbox where payload ->> 'personId' = any (${ids}::text[])`.execute(ctx.tx)
  await unlessHeld(sql`select people.erase(id) from unnest(${persons}::uuid[]) as id`.execute(ctx.tx))
  await sql`select audit.forget(id) from unnest(${ids}::uuid[]) as id`.execute(ctx.tx)
  for (const id of persons) ctx.trail.touched(id)
  await emit(ctx.tx, 'person.erased', {})
  return documents
}

/**
 * Those whom an older backup has brought back, as the role that owns the tables and for nobody. A hold that stood in the backup was lifted
 * before they were erased.
 * @returns how many were there
 */
export async function eraseAgain(tx: Tx, persons: readonly string[], now: Date): Promise<number> {
  const { rows } = await sql<{ id: string }>`
    select id from people.persons where id = any (${persons}::uuid[]) and merged_into is null`.execute(tx)
  const back = rows.map(({ id }) => id)
  const nobody = { rights: { read: { contact: ['node'] } }, verbs: ['approvals.decide', 'people.erase'] }
  await sql`select access.wear(${JSON.stringify(nobody)}::jsonb)`.execute(tx)
  await sql`delete from rights.holds where person_id = any (${back}::uuid[])`.execute(tx)
  await eraseWhole({ tx, now, trail: { touched: () => undefined } }, back)
  // Whoever is only on the list has no record here, and no key that somebody might use.
  await sql`select audit.forget(id) from unnest(${persons}::uuid[]) as id`.execute(tx)
  await sql`select access.wear('{}')`.execute(tx)
  return back.length
}

/** A hold hangs on its person without a cascade, so that no way around it leads past. @throws DomainError `held-by-law` */
async function unlessHeld(erasing: Promise<unknown>): Promise<void> {
  try {
    await erasing
  } catch (error) {
    if ((error as { constraint?: string }).constraint === 'holds_person') {
      throw new DomainError('conflict', 'held-by-law')
    }
    throw error
  }
}

/** Records that joined one of these are the same person, and go with it. */
async function withJoined(ctx: Pick<Context, 'tx'>, persons: readonly string[]): Promise<string[]> {
  const found = await sql<{ ids: string[] }>`
    select id || access.joined(id) as ids from unnest(${persons}::uuid[]) as id`.execute(ctx.tx)
  return found.rows.flatMap(row => row.ids)
}

/** The planner's samples hold values of rows that are gone, until they are taken anew. */
export const erasureEvents: EventHandlers[] = [
  {
    topic: 'person.erased',
    handle: async tx => {
      await sql`select platform.forget_statistics()`.execute(tx)
    },
  },
]
