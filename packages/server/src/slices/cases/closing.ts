/**
 * Closing under four eyes: the worker asks with reason and outcome, somebody else who gives cases out decides. A refusal
 * brings the case back with its words; both stay in the past of the case. With the closure the calendar of looking in begins.
 */
import { DomainError, notFound } from '@kerege/contract/errors'
import { sql } from 'kysely'
import type { Context } from '../../platform/context.ts'
import { newId } from '../../platform/ids.ts'
import { approvalKind, askApproval, takeApprovalBack } from '../approvals/index.ts'
import { looksAfter } from './days.ts'
import { record } from './recording.ts'
import { type FoundCase, find } from './store.ts'

const kind = 'case-closure'

export async function askToClose(ctx: Context, row: FoundCase, reason: string): Promise<void> {
  await askApproval(ctx, {
    kind,
    subjectKind: 'case',
    subjectId: row.id,
    personId: row.person_id,
    params: { number: row.number },
    reason,
    steps: [{ verb: 'cases.assign' }],
  })
}

/** The open request, told to those who may know of the case. */
export async function closureOf(ctx: Context, caseId: string): Promise<string | undefined> {
  const found = await ctx.tx
    .selectFrom('approvals.approvals')
    .select('id')
    .where('kind', '=', kind)
    .where('subject_id', '=', caseId)
    .where('state', '=', 'pending')
    .executeTakeFirst()
  return found?.id
}

/**
 * Who asked takes the request back with the step; others decide it.
 * @throws DomainError `approval-pending`
 */
export async function leaveClosing(ctx: Context, caseId: string): Promise<void> {
  const id = await closureOf(ctx, caseId)
  if (!id) return
  const asked = await ctx.tx
    .selectFrom('approvals.approvals')
    .select('asked_by')
    .where('id', '=', id)
    .executeTakeFirst()
  if (asked?.asked_by !== ctx.actor.account) throw new DomainError('conflict', 'approval-pending')
  await takeApprovalBack(ctx, id)
}

export const closureKind = approvalKind({
  kind,
  mayDecide: async (ctx, { subjectId }) => (await find(ctx, subjectId)) !== undefined,
  execute: async (ctx, { id, subjectId }) => {
    const row = await find(ctx, subjectId)
    if (!row) throw notFound()
    // Merged or moved on meanwhile: what was asked is no longer there.
    if (row.state !== 'closing') throw new DomainError('conflict', 'case-cannot', { state: row.state })
    await record(ctx, row, 'closed', {}, id)
    const days = looksAfter(ctx)
    const ids = days.map(() => newId(ctx.now.getTime()))
    await sql`select cases.plan_looks(${subjectId}::uuid, ${ids}::uuid[], ${days}::date[])`.execute(ctx.tx)
  },
  refused: async (ctx, { id, subjectId }, comment) => {
    const row = await find(ctx, subjectId)
    if (row?.state === 'closing') await record(ctx, row, 'active', { reason: comment }, id)
  },
})
