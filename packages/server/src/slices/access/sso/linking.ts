/**
 * Whose account an identity of the provider opens. Once linked, only the provider's own name for somebody counts, never an address: an
 * address is given to the next one who comes. Linked is by the letter of an invitation; by an address that the provider has made sure of,
 * where an invitation waits for exactly that one; and, where the configuration says so, a new account is made.
 */
import { Email } from '@kerege/contract/access/schema'
import { line } from '@kerege/contract/common'
import { DomainError } from '@kerege/contract/errors'
import type { Node } from '../../../platform/context.ts'
import { newId } from '../../../platform/ids.ts'
import type { Vouched } from '../../../platform/identityProvider.ts'
import { keyedHash } from '../../../platform/keys.ts'
import { type Invited, useInvitation, useInvitationOf } from '../invitations.ts'
import type { SignIn } from '../signIn.ts'
import { providerOf } from './away.ts'

export interface Linked {
  accountId: string
  how: 'known' | 'invited' | 'made'
  /** Takes back what was done, when the log cannot be written. */
  undo?: () => Promise<void>
}

/**
 * @param hasRole does a group give them a role here?
 * @throws DomainError `sso-no-account`, `sso-unverified`; `token-refused` of an invitation that is used or over
 */
export async function accountOf(
  node: Node,
  signIn: SignIn,
  vouched: Vouched,
  invitation: string | undefined,
  hasRole: boolean,
): Promise<Linked> {
  const known = await findLink(node, vouched.subject)
  if (known) return { accountId: known, how: 'known' }
  if (invitation !== undefined) {
    const invited = await useInvitation(node.pool, invitation)
    if (!invited) throw new DomainError('unauthenticated', 'token-refused')
    return accept(node, signIn, vouched.subject, invited)
  }
  // Said before anything is looked up: whoever can write any address into a directory learns of nobody's invitation.
  if (!vouched.emailVerified) throw new DomainError('unauthenticated', 'sso-unverified')
  const email = Email.safeParse(vouched.email).data
  const invited = email === undefined ? null : await useInvitationOf(node.pool, email)
  if (invited) return accept(node, signIn, vouched.subject, invited)
  if (email === undefined || !hasRole || !providerOf(node).settings.createAccounts) {
    throw new DomainError('unauthenticated', 'sso-no-account')
  }
  return make(node, signIn, vouched, email)
}

const subjectKey = (node: Node, subject: string) =>
  keyedHash(node.keys.hashes, `sso ${providerOf(node).settings.issuer} ${subject}`)

/** Whose account it opens, if anybody's. */
export async function findLink(node: Node, subject: string): Promise<string | undefined> {
  const found = await node.pool.query<{ account_id: string }>(
    `update access.sso_links set last_used_at = now() where issuer = $1 and subject = $2 returning account_id`,
    [providerOf(node).settings.issuer, subjectKey(node, subject)],
  )
  return found.rows[0]?.account_id
}

const link = async (node: Node, subject: string, accountId: string): Promise<void> => {
  await node.pool.query('insert into access.sso_links (issuer, subject, account_id) values ($1, $2, $3)', [
    providerOf(node).settings.issuer,
    subjectKey(node, subject),
    accountId,
  ])
}

async function accept(node: Node, signIn: SignIn, subject: string, invited: Invited): Promise<Linked> {
  const { accountId } = invited
  const undo = async () => {
    await node.pool.query('delete from access.sso_links where account_id = $1', [accountId])
    await node.pool.query("update access.accounts set state = 'invited' where id = $1", [accountId])
    await invited.release()
  }
  try {
    const userId = await signIn.ensureUser(invited.email, invited.name)
    await link(node, subject, accountId)
    await node.pool.query("update access.accounts set state = 'active', user_id = $2 where id = $1", [
      accountId,
      userId,
    ])
  } catch (error) {
    await undo()
    throw error
  }
  return { accountId, how: 'invited', undo }
}

/** An account that exists already is never taken over by an address. */
async function make(node: Node, signIn: SignIn, vouched: Vouched, email: string): Promise<Linked> {
  const taken = await node.pool.query('select 1 from access.accounts where email = $1', [email])
  if (taken.rowCount !== 0) throw new DomainError('unauthenticated', 'sso-no-account')
  const accountId = newId()
  const name = line(160).safeParse(vouched.name).data ?? email
  const userId = await signIn.ensureUser(email, name)
  await node.pool.query('select access.sso_account($1, $2, $3, $4, $5)', [
    accountId,
    userId,
    email,
    name,
    node.info.languages[0] ?? 'en',
  ])
  await link(node, vouched.subject, accountId)
  return { accountId, how: 'made' }
}
