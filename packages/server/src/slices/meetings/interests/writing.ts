/**
 * Writing an assessment, and having a second person read it. What they send back is a draft again with their words; what stands is never
 * written over: a new question is a new assessment.
 */
import { DomainError, notFound } from '@kerege/contract/errors'
import {
  type ActOnInterests,
  type BeginInterests,
  lacksOf,
  type SaveInterests,
} from '@kerege/contract/meetings/interests'
import { type InterestState, mayMove } from '@kerege/contract/meetings/states'
import { sql } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import { newId } from '../../../platform/ids.ts'
import { approvalKind, askApproval, takeApprovalBack } from '../../approvals/index.ts'
import { findCase } from '../../cases/index.ts'
import * as store from './store.ts'
import { isChild, reviewOf, writes } from './whole.ts'

const kind = 'best-interests-review'

/** Sent again it is begun once: the id was made by the device. */
export async function begin(ctx: Context, caseId: string, draft: BeginInterests): Promise<void> {
  const found = await findCase(ctx, caseId)
  if (!found) throw notFound()
  if (!(await writes(ctx, found.person_id))) throw new DomainError('forbidden', 'not-yours')
  const known = await ctx.tx
    .selectFrom('meetings.interests')
    .select(['case_id', 'written_by'])
    .where('id', '=', draft.id)
    .executeTakeFirst()
  if (known) {
    if (known.case_id !== caseId || known.written_by !== ctx.actor.account) throw notFound()
    return
  }
  if (!(await isChild(ctx, found.person_id))) throw new DomainError('conflict', 'not-a-child')
  const made = await ctx.tx
    .insertInto('meetings.interests')
    .values({
      id: draft.id,
      case_id: caseId,
      person_id: found.person_id,
      question: draft.question,
      content: JSON.stringify(draft.content),
      written_by: ctx.actor.account,
      written_at: ctx.now,
      updated_at: ctx.now,
    })
    .onConflict(conflict => conflict.column('id').doNothing())
    .executeTakeFirst()
  if (!made.numInsertedOrUpdatedRows) throw notFound()
  await ctx.tx
    .insertInto('meetings.interest_steps')
    .values({
      id: newId(ctx.now.getTime()),
      interest_id: draft.id,
      person_id: found.person_id,
      number: 1,
      to_state: 'draft',
      at: ctx.now,
      actor_id: ctx.actor.account,
    })
    .execute()
  leave(ctx, draft.id, found.person_id, ['state'])
}

/** @throws DomainError `interests-closed`, `stale-version`, `not-yours` */
export async function save(
  ctx: Context,
  id: string,
  { seen, question, content }: SaveInterests,
): Promise<void> {
  const row = await locked(ctx, id, seen)
  if (row.state !== 'draft') throw closed(row)
  await ctx.tx
    .updateTable('meetings.interests')
    .set({ question, content: JSON.stringify(content), version: row.version + 1, updated_at: ctx.now })
    .where('id', '=', id)
    .execute()
  leave(ctx, id, row.person_id, ['content'])
}

/** Asks a second person to read it, takes that back, or drops a draft. */
export async function act(
  ctx: Context,
  id: string,
  { act: what, seen, reason }: ActOnInterests,
): Promise<void> {
  const row = await locked(ctx, id, seen)
  if (what === 'ask') {
    if (row.state !== 'draft') throw closed(row)
    const lacks = lacksOf(store.contentOf(row))
    if (lacks.length > 0) throw new DomainError('conflict', 'interests-incomplete', { lacks })
    await move(ctx, row, 'review')
    await askApproval(ctx, {
      kind,
      subjectKind: 'best-interests',
      subjectId: id,
      personId: row.person_id,
      compartment: 'protection',
      reason: reason ?? store.contentOf(row).matter.slice(0, 500),
      steps: [{ verb: 'interests.review' }],
    })
    return
  }
  const to = what === 'drop' ? 'dropped' : 'draft'
  if (!mayMove(row.state as InterestState, to, 'worker')) throw closed(row)
  const pending = await reviewOf(ctx, id)
  if (pending) await takeBack(ctx, pending)
  await move(ctx, row, to, reason)
}

/** Who asked takes the request back; others decide it. @throws DomainError `approval-pending` */
async function takeBack(ctx: Context, approvalId: string): Promise<void> {
  const asked = await ctx.tx
    .selectFrom('approvals.approvals')
    .select('asked_by')
    .where('id', '=', approvalId)
    .executeTakeFirst()
  if (asked?.asked_by !== ctx.actor.account) throw new DomainError('conflict', 'approval-pending')
  await takeApprovalBack(ctx, approvalId)
}

async function locked(ctx: Context, id: string, seen?: number): Promise<store.Found> {
  const row = await store.lock(ctx, id, seen)
  if (!(await writes(ctx, row.person_id))) throw new DomainError('forbidden', 'not-yours')
  return row
}

const closed = (row: store.Found) => new DomainError('conflict', 'interests-closed', { state: row.state })

async function move(
  ctx: Context,
  row: store.Found,
  to: InterestState,
  reason?: string,
  agreed?: string,
): Promise<void> {
  await sql`select meetings.move_interests(${newId(ctx.now.getTime())}::uuid, ${row.id}::uuid, ${row.state}, ${to}, ${reason ?? null},
    ${agreed ?? null}::uuid, ${ctx.now.toISOString()}::timestamptz)`.execute(ctx.tx)
  leave(ctx, row.id, row.person_id, ['state'])
  if (reason) ctx.trail.because(reason, row.person_id)
}

function leave(ctx: Context, id: string, personId: string, fields: readonly string[]): void {
  ctx.trail.touched(id, fields)
  ctx.trail.touched(personId)
}

export const interestsKind = approvalKind({
  kind,
  // Nobody reads their own as the second person, whoever asked for it.
  mayDecide: async (ctx, { subjectId }) => {
    const row = await ctx.tx
      .selectFrom('meetings.interests')
      .select('written_by')
      .where('id', '=', subjectId)
      .executeTakeFirst()
    return row !== undefined && row.written_by !== ctx.actor.account
  },
  execute: async (ctx, { id, subjectId }) => {
    const row = await store.lock(ctx, subjectId)
    if (row.state !== 'review') throw closed(row)
    await move(ctx, row, 'reviewed', undefined, id)
  },
  refused: async (ctx, { id, subjectId }, comment) => {
    const row = await store.lock(ctx, subjectId)
    if (row.state === 'review') await move(ctx, row, 'draft', comment, id)
  },
})
