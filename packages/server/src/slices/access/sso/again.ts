/** The office's own sign-in as a proof, before what is grave: somebody has signed in there anew since they were asked, and is the same. */
import type { SsoAnswer } from '@kerege/contract/access/sso'
import { DomainError } from '@kerege/contract/errors'
import type { Node } from '../../../platform/context.ts'
import type { Knock } from '../../../platform/handler.ts'
import { type Guest, hasSecondFactor } from '../knocking.ts'
import { isBySso } from '../session.ts'
import type { SignIn } from '../signIn.ts'
import { comeBack } from './away.ts'
import { findLink } from './linking.ts'

/** Clocks of two machines. */
const skewSeconds = 30

/** Never less than the account has: with a factor of its own, or a role that needs one, the provider has to state one too. */
const mustStateFactor = async (node: Node, guest: Guest): Promise<boolean> =>
  guest.session.secondFactor || (await hasSecondFactor(node, guest.id))

/** Can it be asked for at all? Not in a session that waits for its second factor. */
export async function maySignInAgain(node: Node, guest: Guest): Promise<boolean> {
  const settings = node.identityProvider?.settings
  if (!settings || !isBySso(guest.session) || !guest.session.complete) return false
  return settings.acr.length + settings.amr.length > 0 || !(await mustStateFactor(node, guest))
}

/** @throws DomainError `sso-not-anew` when it is somebody else, when nobody signed in anew, or without the factor that is needed */
export async function signedInAgain(
  knock: Knock,
  signIn: SignIn,
  guest: Guest,
  answer: SsoAnswer,
): Promise<void> {
  const { node } = knock
  const { kept, vouched } = await comeBack(knock, signIn, 'again', answer, guest.session.session)
  const same = (await findLink(node, vouched.subject)) === guest.id
  const anew = vouched.at !== undefined && vouched.at >= kept.since - skewSeconds
  const enough = vouched.secondFactor || !(await mustStateFactor(node, guest))
  if (!same || !anew || !enough) throw new DomainError('unauthenticated', 'sso-not-anew')
}
