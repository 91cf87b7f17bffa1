/** The door of the office's own sign-in: away to it, and in with its answer. What it does not state, the node asks for itself. */
import { safeReturn } from '@kerege/contract/access/safeReturn'
import * as routes from '@kerege/contract/access/ssoRoutes'
import { DomainError } from '@kerege/contract/errors'
import type { Node } from '../../../platform/context.ts'
import { openHandler } from '../../../platform/handler.ts'
import { ProviderTrouble } from '../../../platform/identityProvider.ts'
import { findKnocker, guestOf, openSession } from '../knocking.ts'
import { attempt } from '../lockout.ts'
import { isBySso } from '../session.ts'
import type { SignIn } from '../signIn.ts'
import { comeBack, goAway, providerOf } from './away.ts'
import { rolesOf, wear } from './groups.ts'
import { accountOf } from './linking.ts'

/** Of the web app; the provider knows it as the one address that it may send a browser back to. */
export const ssoPage = '/sign-in/sso'

const isFresh = (node: Node, at: Date | null) =>
  at !== null && Date.now() - at.getTime() < node.session.freshMinutes * 60_000

export const ssoDoors = (signIn: SignIn) => [
  openHandler(routes.beginSso, (knock, { body }) =>
    goAway(knock, signIn, body.over ? 'over' : 'sign-in', {
      return: body.return,
      invitation: body.invitation,
      anew: body.anew ?? false,
    }),
  ),

  openHandler(routes.signInBySso, async (knock, { body }) => {
    const { node } = knock
    const tried = await attempt(node, { client: knock.ip })
    const { kept, vouched, forget } = await comeBack(knock, signIn, 'sign-in', body)
    const wanted = await rolesOf(node, vouched.groups)
    const linked = await accountOf(node, signIn, vouched, kept.invitation, wanted.length > 0)
    const { given, ended } = await wear(node, linked.accountId, wanted)
    const account = await findKnocker(node, 'id', linked.accountId, true)
    if (!account) throw await noKnocker(linked.accountId)
    await tried.succeeded()
    const { token, cookie } = await signIn.openWithoutPassword(account.user_id)
    // Somebody may have signed in there hours ago, and gone.
    const at = vouched.at === undefined ? null : new Date(vouched.at * 1000)
    const opened = await openSession(
      knock,
      signIn,
      account,
      { cookies: [cookie, forget], token },
      vouched.secondFactor ? 'sso-whole' : 'sso',
      at,
    )
    const undo = async () => {
      await opened.undo?.()
      await linked.undo?.()
    }
    // Whoever finds a desk where the office's sign-in is open must not give the account a second factor of their own.
    if (opened.body.next === 'enrol-second-factor' && !isFresh(node, at)) {
      await undo()
      throw new DomainError('unauthenticated', 'sso-not-anew')
    }
    return {
      ...opened,
      body: { ...opened.body, return: safeReturn(kept.return) },
      subjects: [account.id],
      counts: {
        rolesGiven: given,
        rolesEnded: ended,
        ...(linked.how === 'known' ? {} : { [linked.how]: 1 }),
      },
      undo,
    }

    async function noKnocker(accountId: string): Promise<DomainError> {
      const found = await node.pool.query<{ state: string }>(
        'select state from access.accounts where id = $1',
        [accountId],
      )
      const code = found.rows[0]?.state === 'active' ? 'sso-no-role' : 'sso-no-account'
      return new DomainError('unauthenticated', code)
    }
  }),

  openHandler(routes.beginSsoProof, async knock => {
    const guest = await guestOf(knock)
    return goAway(knock, signIn, 'again', { session: guest.session.session, anew: true })
  }),

  openHandler(routes.leaveSso, async knock => {
    const { node } = knock
    const guest = await guestOf(knock)
    if (!isBySso(guest.session)) return { body: {} }
    const url = await providerOf(node)
      .leaving(`${node.baseUrl}/sign-in`)
      // Nobody is kept signed in here because somebody over there does not answer.
      .catch((error: unknown) => {
        if (error instanceof ProviderTrouble) return undefined
        throw error
      })
    return { body: url === undefined ? {} : { url } }
  }),
]
