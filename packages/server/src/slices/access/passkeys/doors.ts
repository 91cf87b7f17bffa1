/** The door of passkeys: the device has made sure of its owner, so one answer is enough to come in. */
import * as routes from '@kerege/contract/access/proofRoutes'
import { DomainError } from '@kerege/contract/errors'
import { openHandler } from '../../../platform/handler.ts'
import { findKnocker, openSession } from '../knocking.ts'
import type { Post } from '../letters.ts'
import { attempt, clearAddress } from '../lockout.ts'
import type { SignIn } from '../signIn.ts'
import { signOptions } from './ceremony.ts'
import { acceptPasskey } from './using.ts'

export const passkeyDoors = (signIn: SignIn, post: Post) => [
  // Says nothing of anybody: the device knows by itself whose passkeys it holds for this address.
  openHandler(routes.askPasskeySignIn, async ({ node }) => ({
    body: await signOptions(node, 'passkey-sign-in', null, []),
  })),

  openHandler(routes.signInByPasskey, async (knock, { body }) => {
    const { node } = knock
    const tried = await attempt(node, { client: knock.ip })
    const passkey = await acceptPasskey(node, post, 'passkey-sign-in', null, body)
    const account = await findKnocker(node, 'id', passkey.accountId)
    if (!account) throw new DomainError('unauthenticated', 'passkey-refused')
    await tried.succeeded()
    await clearAddress(node, account.email)
    const { token, cookie } = await signIn.openWithoutPassword(account.user_id)
    return openSession(knock, signIn, account, { cookies: [cookie], token }, 'passkey')
  }),
]
