/** Doors at which a password is set: an invitation, a reset by mail, a change. Hashing is slow: no transaction is open. */
import * as routes from '@kerege/contract/access/routes'
import { DomainError, type Fault, invalid } from '@kerege/contract/errors'
import type { Node } from '../../platform/context.ts'
import { openHandler } from '../../platform/handler.ts'
import { commonPassword } from './commonPasswords.ts'
import { useInvitation } from './invitations.ts'
import { findKnocker, guestOf, who } from './knocking.ts'
import { tellOwner } from './knownDevices.ts'
import { type Post, resetLetter } from './letters.ts'
import { attempt, clearAddress } from './lockout.ts'
import type { SignIn } from './signIn.ts'

export const passwordDoors = (signIn: SignIn, post: Post) => [
  openHandler(routes.askReset, async ({ node, ip }, { body }) => {
    // Never given back: nobody needs many of these letters, and nobody should be sent many.
    await attempt(node, { address: `reset ${body.email}`, client: ip })
    await post(node, resetLetter(node, body.email)).catch((error: Error) => node.log.error('letter', error))
    return { body: undefined }
  }),

  openHandler(routes.resetPassword, async ({ node, ip }, { body }) => {
    await requireUncommon('/password', body.password)
    const tried = await attempt(node, { client: ip })
    const userId = await signIn.useResetToken(body.token)
    const account = userId && (await findKnocker(node, 'user_id', userId))
    if (!account) throw invalid([{ pointer: '/token', code: 'token-refused' }])
    await tried.succeeded()
    await signIn.setPassword(account.user_id, body.password)
    await endSessions(node, account.id)
    await signIn.closeSessionsOf(account.user_id)
    await clearAddress(node, account.email)
    await tellOwner(node, 'account.password-changed', account.id)
    return { body: undefined, account: who(account), subjects: [account.id] }
  }),

  openHandler(routes.changePassword, async (knock, { body }) => {
    const { node } = knock
    const guest = await guestOf(knock)
    if (!guest.session.complete) throw new DomainError('forbidden', 'second-factor-needed')
    const tried = await attempt(node, { address: guest.email, client: knock.ip })
    const faults: Fault[] = []
    if (await signIn.checkPassword(guest.user_id, body.current)) await tried.succeeded()
    else faults.push({ pointer: '/current', code: 'password-wrong' })
    if (await commonPassword(body.next)) faults.push({ pointer: '/next', code: 'password-common' })
    if (faults.length > 0) throw invalid(faults)
    await signIn.setPassword(guest.user_id, body.next)
    await endSessions(node, guest.id, guest.session.session)
    await tellOwner(node, 'account.password-changed', guest.id)
    return { body: undefined, account: { account: guest.id, role: guest.session.role }, subjects: [guest.id] }
  }),

  openHandler(routes.acceptInvitation, async ({ node, ip }, { body }) => {
    await requireUncommon('/password', body.password)
    const tried = await attempt(node, { client: ip })
    const invited = await useInvitation(node.pool, body.token)
    if (!invited) throw invalid([{ pointer: '/token', code: 'token-refused' }])
    await tried.succeeded()
    const { accountId } = invited
    // Without an entry in the log nobody was let in: the account waits on, and the link works again.
    const undo = async () => {
      await node.pool.query("update access.accounts set state = 'invited' where id = $1", [accountId])
      await invited.release()
    }
    try {
      const userId = await signIn.ensureUser(invited.email, invited.name)
      await signIn.setPassword(userId, body.password)
      await node.pool.query("update access.accounts set state = 'active', user_id = $2 where id = $1", [
        accountId,
        userId,
      ])
    } catch (error) {
      await undo()
      throw error
    }
    return { body: undefined, account: { account: accountId, role: null }, subjects: [accountId], undo }
  }),
]

/** @throws DomainError `invalid` with `password-common` */
async function requireUncommon(pointer: string, password: string): Promise<void> {
  if (await commonPassword(password)) throw invalid([{ pointer, code: 'password-common' }])
}

async function endSessions(node: Node, accountId: string, except?: string): Promise<void> {
  await node.pool.query(
    'delete from access.sessions where account_id = $1 and ($2::uuid is null or id <> $2::uuid)',
    [accountId, except ?? null],
  )
}
