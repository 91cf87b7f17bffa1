/**
 * Away to the identity provider and back. What has to be met again lies sealed in a cookie of this browser, and the state in a table
 * where it is burnt by looking at it: an answer fits once, here, and for what it was asked for.
 */
import { randomBytes } from 'node:crypto'
import { SsoAnswer, type SsoErrand, ssoErrands } from '@kerege/contract/access/sso'
import { DomainError } from '@kerege/contract/errors'
import { z } from 'zod'
import type { Node } from '../../../platform/context.ts'
import type { Knock, OpenAnswer } from '../../../platform/handler.ts'
import { type IdentityProvider, ProviderTrouble, type Vouched } from '../../../platform/identityProvider.ts'
import { seal, unseal } from '../../../platform/keys.ts'
import { burn, challengeMinutes, newChallenge, type Purpose } from '../challenges.ts'
import type { SignIn } from '../signIn.ts'

const sealName = 'access.sso'

const Kept = z.strictObject({
  state: SsoAnswer.shape.state,
  nonce: z.string(),
  verifier: z.string(),
  /** By the clock of this node, in seconds since 1970. */
  since: z.number(),
  return: z.string().optional(),
  invitation: z.string().optional(),
})
export type Kept = z.output<typeof Kept>

/** @throws DomainError `not-found` where the node has no provider */
export function providerOf(node: Node): IdentityProvider {
  if (!node.identityProvider) throw new DomainError('not-found', 'not-found')
  return node.identityProvider
}

const random = () => randomBytes(32).toString('base64url')
const purposeOf = (errand: SsoErrand): Purpose => (errand === 'again' ? 'sso-again' : 'sso-sign-in')

export async function goAway(
  { node, headers }: Knock,
  signIn: SignIn,
  errand: SsoErrand,
  more: Pick<Kept, 'return' | 'invitation'> & { session?: string; anew?: boolean },
): Promise<OpenAnswer<{ url: string }>> {
  const provider = providerOf(node)
  const before = more.anew ? readKept(node, signIn.keptAway(headers)) : null
  const back = more.return ?? before?.return
  const invitation = more.invitation ?? before?.invitation
  const challenge = await newChallenge(node, purposeOf(errand), more.session ?? null)
  const kept: Kept = {
    state: `${ssoErrands[errand]}${challenge}`,
    nonce: random(),
    verifier: random(),
    since: Math.floor(Date.now() / 1000),
    ...(back === undefined ? {} : { return: back }),
    ...(invitation === undefined ? {} : { invitation }),
  }
  const url = await provider.address(kept, more.anew ?? false).catch(told(node))
  const sealed = seal(node.keys.node, sealName, Buffer.from(JSON.stringify(kept))).toString('base64url')
  return { body: { url }, cookies: [signIn.keepAway(sealed, challengeMinutes * 60)] }
}

export interface Back {
  kept: Kept
  vouched: Vouched
  /** Set-Cookie line that throws away what was kept. */
  forget: string
}

/**
 * @throws DomainError `sso-state` where the answer is not to a question of this browser, or comes twice; `sso-cancelled`;
 *   `sso-untrue` where it does not hold; `sso-away`
 */
export async function comeBack(
  { node, headers }: Knock,
  signIn: SignIn,
  errand: SsoErrand,
  answer: SsoAnswer,
  session: string | null = null,
): Promise<Back> {
  const provider = providerOf(node)
  const kept = readKept(node, signIn.keptAway(headers))
  const open = await burn(node, answer.state.slice(1), purposeOf(errand), session)
  if (!open || kept?.state !== answer.state) throw new DomainError('unauthenticated', 'sso-state')
  if (answer.code === undefined) throw new DomainError('unauthenticated', 'sso-cancelled')
  const vouched = await provider
    .redeem(kept, { state: answer.state, code: answer.code, iss: answer.iss })
    .catch(told(node))
  return { kept, vouched, forget: signIn.keepAway('', 0) }
}

function readKept(node: Node, sealed: string | undefined): Kept | null {
  try {
    const plain = unseal(node.keys.node, sealName, Buffer.from(sealed ?? '', 'base64url'))
    return Kept.parse(JSON.parse(plain.toString()))
  } catch {
    return null
  }
}

/** Whoever signs in hears that it did not work; whoever runs the node finds in its log which look failed. */
const told =
  (node: Node) =>
  (error: unknown): never => {
    if (!(error instanceof ProviderTrouble)) throw error
    node.log.warn(`sso-${error.kind}`, { code: error.code })
    throw error.kind === 'away'
      ? new DomainError('unavailable', 'sso-away')
      : new DomainError('unauthenticated', 'sso-untrue')
  }
