/**
 * Proving once more who holds the session, before a grave act (platform/fresh.ts). With what the account has: an authenticator
 * or a passkey where there is one; the password only of an account that works without a second factor. Tries are counted
 * against the account, or a session that was left lying open could be used to guess.
 */
import type { Proof, ProofWay } from '@kerege/contract/access/proof'
import * as routes from '@kerege/contract/access/proofRoutes'
import { DomainError, invalid } from '@kerege/contract/errors'
import type { Node } from '../../platform/context.ts'
import { type Knock, openHandler } from '../../platform/handler.ts'
import { acceptOnce, demoCode, isDemoCode, isEnrolled } from './codes.ts'
import { type Guest, guestOf } from './knocking.ts'
import type { Post } from './letters.ts'
import { attempt } from './lockout.ts'
import { signOptions } from './passkeys/ceremony.ts'
import { findPasskeys, usable } from './passkeys/store.ts'
import { acceptPasskey } from './passkeys/using.ts'
import { tokenHash } from './session.ts'
import { maySignInAgain, signedInAgain } from './sso/again.ts'
import type { SignIn } from './signIn.ts'

/** A session of the demo's door at a node of invented people; a real node has no such door (cli/serve.ts). */
const isDemo = (node: Node, guest: Guest) => node.info.demo && guest.session.openedBy === 'demo'

async function waysOf(node: Node, signIn: SignIn, guest: Guest): Promise<ProofWay[]> {
  if (isDemo(node, guest)) return ['demo']
  const [keys, enrolled] = await Promise.all([
    findPasskeys(node.pool, 'account_id', guest.id),
    isEnrolled(node, guest.id),
  ])
  const ways: ProofWay[] = [
    ...(usable(keys).length > 0 ? (['passkey'] as const) : []),
    ...(enrolled ? (['totp', 'recovery'] as const) : []),
  ]
  if (await maySignInAgain(node, guest)) ways.push('sso')
  if (ways.length > 0 || guest.session.secondFactor) return ways
  return (await signIn.hasPassword(guest.user_id)) ? ['password'] : []
}

const secondFactors: readonly ProofWay[] = ['passkey', 'totp', 'recovery']

export const proofDoors = (signIn: SignIn, post: Post) => [
  openHandler(routes.getProof, async knock => {
    const { node } = knock
    const guest = await guestOf(knock)
    return {
      body: {
        ways: await waysOf(node, signIn, guest),
        minutes: node.session.freshMinutes,
        ...(isDemo(node, guest) ? { demoCode: demoCode(node, guest.session.session) } : {}),
      },
    }
  }),

  openHandler(routes.askProof, async knock => {
    const { node } = knock
    const guest = await guestOf(knock)
    const keys = usable(await findPasskeys(node.pool, 'account_id', guest.id))
    if (keys.length === 0) throw new DomainError('conflict', 'no-passkey')
    return { body: await signOptions(node, 'passkey-again', guest.session.session, keys) }
  }),

  openHandler(routes.prove, async (knock, { body }) => {
    const { node, token } = knock
    const guest = await guestOf(knock)
    const ways = await waysOf(node, signIn, guest)
    // What the account does not have proves nothing, and is not even tried.
    if (!ways.includes(body.kind)) throw new DomainError('forbidden', 'proof-unfit')
    const tried = await attempt(node, { address: `proof ${guest.id}`, client: knock.ip })
    await check(knock, signIn, post, guest, body)
    await tried.succeeded()
    await node.pool.query('select access.freshen($1)', [tokenHash(token ?? '')])
    // After the office's own sign-in alone this is the second factor that the role waits for.
    if (secondFactors.includes(body.kind))
      await node.pool.query('select access.sso_whole($1)', [tokenHash(token ?? '')])
    const until = new Date(Date.now() + node.session.freshMinutes * 60_000).toISOString()
    return { body: { until }, account: { account: guest.id, role: guest.session.role } }
  }),
]

/** @throws DomainError a fault at the field that was wrong, `passkey-refused`, `passkey-doubted` */
async function check(knock: Knock, signIn: SignIn, post: Post, guest: Guest, proof: Proof): Promise<void> {
  const { node, headers } = knock
  switch (proof.kind) {
    case 'passkey': {
      const { session } = guest.session
      const used = await acceptPasskey(node, post, 'passkey-again', session, proof.answer)
      if (used.accountId !== guest.id) throw new DomainError('unauthenticated', 'passkey-refused')
      return
    }
    case 'totp':
    case 'recovery': {
      const right = await signIn.codeAgain(proof.kind, proof.code, headers)
      if (right && (await acceptOnce(node, guest.id, proof.code))) return
      throw invalid([{ pointer: '/code', code: 'code-refused' }])
    }
    case 'sso':
      return signedInAgain(knock, signIn, guest, proof.answer)
    case 'password':
      if (await signIn.checkPassword(guest.user_id, proof.password)) return
      throw invalid([{ pointer: '/password', code: 'password-wrong' }])
    case 'demo':
      if (isDemoCode(node, guest.session.session, proof.code)) return
      throw invalid([{ pointer: '/code', code: 'code-refused' }])
  }
}
