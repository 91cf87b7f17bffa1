/** The door of the access slice: who is asking, and what their hat opens. */
import * as routes from '@kerege/contract/access/routes'
import type { Route } from '@kerege/contract/route'
import type { AnyHandler, OpenHandler } from '../../platform/handler.ts'
import { doors } from './doors.ts'
import { passkeyDoors } from './passkeys/doors.ts'
import { passkeyHandlers } from './passkeys/handlers.ts'
import { proofDoors } from './proving.ts'
import { ssoDoors } from './sso/doors.ts'
import type { Post } from './letters.ts'
import { passwordDoors } from './passwordDoors.ts'
import { openRateLimit } from './rateLimit.ts'
import { accountHandlers } from './routes.ts'
import { sessionHandlers } from './sessions.ts'
import type { SignIn } from './signIn.ts'
import { viewHandlers } from './viewing.ts'

export { subdivisions } from './areas/subdivisions.ts'
export { accessEvents, accessJobs } from './background.ts'
export { invitationDays, newInvitation } from './invitations.ts'
export { invitationLetter, invitationLink, openPost, type Post, secondFactorLetter } from './letters.ts'
export { giveHats, prepareHats, prepareInvitation, read as readAccount } from './accounts.ts'
export {
  accountNames,
  requireResettable,
  requireSecondAdministrator,
  resetSecondFactor,
} from './secondFactor.ts'
export { enterSql, readActor, tokenHash } from './session.ts'
export { migrateSignIn, openSignIn, resealSecondFactors, type SignIn } from './signIn.ts'
export { openRateLimit } from './rateLimit.ts'
export { ssoPage } from './sso/doors.ts'
export { openAuthPool } from './authPool.ts'

export const accessHandlers = (signIn: SignIn, post: Post): AnyHandler[] => [
  ...limited([
    ...doors(signIn, post),
    ...passwordDoors(signIn, post),
    ...passkeyDoors(signIn, post),
    ...proofDoors(signIn, post),
    ...ssoDoors(signIn),
  ]),
  ...passkeyHandlers,
  ...sessionHandlers,
  ...viewHandlers,
  ...accountHandlers,
]

/** Doors behind which a password is hashed, which costs a server most. */
const dear: readonly Route[] = [
  routes.signIn,
  routes.startSecondFactor,
  routes.resetPassword,
  routes.changePassword,
  routes.acceptInvitation,
]

/** Sixty dear knocks a minute, or three hundred cheap ones: enough for an office behind one address. */
function limited(handlers: readonly OpenHandler[]): OpenHandler[] {
  const limit = openRateLimit('door', 300, 60)
  return handlers.map(handler => {
    const cost = dear.includes(handler.route) ? 5 : 1
    return {
      ...handler,
      run: async (knock, input) => {
        await limit.take(knock.node, knock.ip, cost)
        return handler.run(knock, input)
      },
    }
  })
}
