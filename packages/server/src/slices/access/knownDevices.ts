/**
 * Whether somebody comes in from a browser that they have used before. The browser keeps chance in a cookie of its own, which opens nothing;
 * the node keeps its hash. Whoever comes from a new one is told on every other way, with the page on which that session is closed.
 */
import { randomBytes } from 'node:crypto'
import type { Node } from '../../platform/context.ts'
import { inTransaction } from '../../platform/database.ts'
import { emit } from '../../platform/outbox.ts'
import { tokenHash } from './session.ts'
import type { SignIn } from './signIn.ts'

export interface Device {
  /** Not used for this account before, while another one was. */
  isNew: boolean
  /** Set-Cookie lines: also for a known one, which is to stay known. */
  cookies: string[]
}

export async function meetDevice(
  node: Node,
  signIn: SignIn,
  accountId: string,
  headers: Headers,
): Promise<Device> {
  const device = signIn.deviceOf(headers) ?? randomBytes(24).toString('base64url')
  const { rows } = await node.pool.query<{ is_new: boolean }>('select access.know_device($1, $2) as is_new', [
    accountId,
    tokenHash(device),
  ])
  return { isNew: rows[0]?.is_new === true, cookies: [signIn.deviceCookie(device)] }
}

/** Events of one's own account: a notice, and a mail that cannot be switched off. */
export const tellOwner = (
  node: Node,
  topic: 'account.new-device' | 'account.password-changed' | 'account.second-factor-set-up',
  accountId: string,
): Promise<void> => inTransaction(node.pool, tx => emit(tx, topic, { accountId }))
