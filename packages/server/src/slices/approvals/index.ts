/** The door of approvals: the one engine that every rule for two people stands on. */
import { sql } from 'kysely'
import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/database.ts'
import { rowsMover } from '../../platform/moves.ts'

export { takeBack as takeApprovalBack } from './actions.ts'
export { type ApprovalKind, approvalKind, ask as askApproval } from './engine.ts'
export { approvalJobs } from './expiry.ts'
export { approvalHandlers } from './routes.ts'
export { sealWords as sealApprovalWords, wordsReader as readApprovalWords } from './words.ts'

/** Whom the open step of a request means; for telling them. */
export async function decidersOf(tx: Tx, approvalId: string): Promise<string[]> {
  const { rows } = await sql<{
    id: string
  }>`select d as id from approvals.deciders(${approvalId}::uuid) d`.execute(tx)
  return rows.map(row => row.id)
}

/** Takes away all words of requests about persons, and ends those still open; for erasure. */
export const eraseApprovalsAbout = (ctx: Pick<Context, 'tx' | 'now'>, persons: readonly string[]) =>
  sql`select approvals.erase_about(id, ${ctx.now.toISOString()}::timestamptz)
    from unnest(${persons}::uuid[]) as id`.execute(ctx.tx)

/** Requests about one record go to another, when both are one person; their words stay under the key that they have. */
export const moveApprovals = rowsMover('approvals')

/** Is this kind of thing being asked about the person, whoever may see the request? */
export async function isPendingAbout(tx: Tx, personId: string, kind: string): Promise<boolean> {
  const found = await sql<{
    pending: boolean
  }>`select approvals.pending_about(${personId}::uuid, ${kind}) as pending`.execute(tx)
  return found.rows[0]?.pending ?? false
}
