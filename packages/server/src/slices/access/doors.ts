/**
 * Open doors: sign in, second step, setting up an authenticator, the demo. They run before any transaction, since
 * hashing is slow, and answer the same whether an address is known or not.
 */
import * as routes from '@kerege/contract/access/routes'
import { DomainError, invalid } from '@kerege/contract/errors'
import type { Node } from '../../platform/context.ts'
import { openHandler } from '../../platform/handler.ts'
import { acceptOnce, isEnrolled } from './codes.ts'
import {
  dropSession,
  findKnocker,
  type Guest,
  guestOf,
  hasSecondFactor,
  openSession,
  type Step,
  who,
  whoIsIn,
} from './knocking.ts'
import { tellOwner } from './knownDevices.ts'
import type { Post } from './letters.ts'
import { type Attempt, attempt, clearAddress } from './lockout.ts'
import { isBySso } from './session.ts'
import type { SignIn } from './signIn.ts'

export const doors = (signIn: SignIn, post: Post) => [
  openHandler(routes.getNode, async knock => ({ body: knock.node.info })),

  openHandler(routes.getStart, async knock => {
    if (!knock.node.startPage) throw new DomainError('not-found', 'not-found')
    return { body: await knock.node.startPage() }
  }),

  openHandler(routes.signIn, async (knock, { body: { email, password } }) => {
    const { node } = knock
    const tried = await attempt(node, { address: email, client: knock.ip })
    const answer = await signIn.password(email, password)
    const account = await findKnocker(node, 'email', email)
    if (!answer || !account) {
      if (answer?.token) await signIn.closeSession(answer.token)
      await tellIfLocked(node, post, tried, account?.id)
      throw new DomainError('unauthenticated', 'sign-in-refused')
    }
    if (answer.secondFactorAsked) {
      await tried.halfway()
      const body: Step = { next: 'second-factor' }
      return { body, cookies: answer.cookies, account: who(account) }
    }
    await tried.succeeded()
    return openSession(knock, signIn, account, answer, 'password')
  }),

  openHandler(routes.passSecondFactor, async (knock, { body }) => {
    const { node } = knock
    const tried = await attempt(node, { client: knock.ip })
    const answer = await signIn.code(body.kind, body.code, knock.headers)
    const account = answer?.userId ? await findKnocker(node, 'user_id', answer.userId) : null
    if (!answer || !account || !(await acceptOnce(node, account.id, body.code))) {
      if (answer?.token) await signIn.closeSession(answer.token)
      throw new DomainError('unauthenticated', 'code-refused')
    }
    await tried.succeeded()
    await clearAddress(node, account.email)
    return openSession(knock, signIn, account, answer, 'second-factor')
  }),

  openHandler(routes.startSecondFactor, async (knock, { body }) => {
    const guest = await guestOf(knock)
    await requireNoOtherWay(knock.node, guest)
    // Without a password only who has just come in by the office's own sign-in, and waits for a second factor.
    if (body.password === undefined && guest.session.openedBy !== 'sso') {
      throw invalid([{ pointer: '/password', code: 'password-wrong' }])
    }
    const tried = await attempt(knock.node, { address: guest.email, client: knock.ip })
    const started = await signIn.startEnrolment(body.password, knock.headers)
    if (started === 'password-wrong') {
      await tellIfLocked(knock.node, post, tried, guest.id)
      throw invalid([{ pointer: '/password', code: 'password-wrong' }])
    }
    await tried.succeeded()
    if (started === 'enrolled') throw new DomainError('conflict', 'second-factor-exists')
    return { body: started, account: who(guest) }
  }),

  openHandler(routes.finishSecondFactor, async (knock, { body }) => {
    const { node } = knock
    const guest = await guestOf(knock)
    if (await isEnrolled(node, guest.id)) throw new DomainError('conflict', 'second-factor-exists')
    await requireNoOtherWay(node, guest)
    const tried = await attempt(node, { address: guest.email, client: knock.ip })
    const answer = await signIn.finishEnrolment(body.code, knock.headers)
    if (!answer?.token) {
      await tellIfLocked(node, post, tried, guest.id)
      throw invalid([{ pointer: '/code', code: 'code-refused' }])
    }
    await tried.succeeded()
    await acceptOnce(node, guest.id, body.code)
    // Other sessions were opened by password alone; from now on that is not enough.
    await node.pool.query('delete from access.sessions where account_id = $1', [guest.id])
    await tellOwner(node, 'account.second-factor-set-up', guest.id)
    return openSession(knock, signIn, guest, answer, isBySso(guest.session) ? 'sso-whole' : 'second-factor')
  }),

  openHandler(routes.signOut, async knock => {
    const guest = await whoIsIn(knock).catch(() => null)
    await dropSession(knock)
    if (knock.token) await signIn.closeSession(knock.token)
    return { body: undefined, cookies: [signIn.emptyCookie], ...(guest ? { account: who(guest) } : {}) }
  }),

  openHandler(routes.enterDemo, async (knock, { body }) => {
    // Only a database made by the demo command says that it is one; a real configuration refuses to open such a database.
    const account = knock.node.info.demo ? await findKnocker(knock.node, 'email', body.key) : null
    if (!account) throw new DomainError('not-found', 'not-found')
    const { token, cookie } = await signIn.openWithoutPassword(account.user_id)
    return openSession(knock, signIn, account, { cookies: [cookie], token }, 'demo')
  }),
]

/**
 * Whoever has only the password must not set up a factor of their own beside a passkey that they do not have.
 * @throws DomainError `passkey-needed`
 */
async function requireNoOtherWay(node: Node, guest: Guest): Promise<void> {
  if (guest.session.complete || (await isEnrolled(node, guest.id))) return
  if (await hasSecondFactor(node, guest.id)) throw new DomainError('forbidden', 'passkey-needed')
}

/** The owner hears of it once for each lock, on another way than the one that was tried. */
async function tellIfLocked(node: Node, post: Post, tried: Attempt, accountId: string | undefined) {
  if (!tried.last || !accountId) return
  await post(node, { kind: 'locked', accountId }).catch((error: Error) => node.log.error('letter', error))
}
