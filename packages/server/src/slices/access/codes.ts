/** Codes of an authenticator, and of its printed sheet: each is good once. */
import type { Node } from '../../platform/context.ts'
import { keyedHash } from '../../platform/keys.ts'

/** Three codes of an authenticator are right at once: those of now, of the half minute before and of the next. One more, for a clock that is put back. */
const mostKept = 4

/** Whoever looked over a shoulder comes too late. Also keeps that an authenticator is set up. */
export async function acceptOnce(node: Node, accountId: string, code: string): Promise<boolean> {
  const kept = await node.pool.query(
    `update access.accounts set used_codes = (array[$2::bytea] || used_codes)[1:${mostKept}], second_factor = true
      where id = $1 and $2 <> all (used_codes)`,
    [accountId, keyedHash(node.keys.hashes, `code ${accountId} ${code}`)],
  )
  return kept.rowCount === 1
}

export async function isEnrolled(node: Node, accountId: string): Promise<boolean> {
  const found = await node.pool.query<{ second_factor: boolean }>(
    'select second_factor from access.accounts where id = $1',
    [accountId],
  )
  return found.rows[0]?.second_factor === true
}

const stepMs = 30_000

/** What the phone of an invented person would show now. Only a node of invented people ever asks for it. */
export function demoCode(node: Node, session: string, at: number = node.now().getTime()): string {
  const hash = keyedHash(node.keys.hashes, `demo code ${session} ${Math.floor(at / stepMs)}`)
  return String(hash.readUInt32BE(0) % 1_000_000).padStart(6, '0')
}

/** The code of now or of the half minute before, for those who type slowly. */
export const isDemoCode = (node: Node, session: string, code: string): boolean =>
  [0, 1].some(before => demoCode(node, session, node.now().getTime() - before * stepMs) === code)
