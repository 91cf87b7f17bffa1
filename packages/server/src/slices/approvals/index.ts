/** The door of approvals: the one engine that every rule for two people stands on. */
import { sql } from 'kysely'
import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/database.ts'

export { type ApprovalKind, approvalKind, ask as askApproval } from './engine.ts'
export { approvalJobs } from './expiry.ts'
export { approvalHandlers } from './routes.ts'

/** Whom the open step of a request means; for telling them. */
export async function decidersOf(tx: Tx, approvalId: string): Promise<string[]> {
  const { rows } = await sql<{
    id: string
  }>`select d as id from approvals.deciders(${approvalId}::uuid) d`.execute(tx)
  return rows.map(row => row.id)
}

/** Takes away all words of requests about a person, and ends those still open; for erasure. */
export const eraseApprovalsAbout = (ctx: Context, personId: string) =>
  sql`select approvals.erase_about(${personId}::uuid, ${ctx.now.toISOString()}::timestamptz)`.execute(ctx.tx)
