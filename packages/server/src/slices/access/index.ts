/** The door of the access slice: who is asking, and what their hat opens. */
import type { AnyHandler } from '../../platform/handler.ts'
import { doors } from './doors.ts'
import { sessionHandlers } from './sessions.ts'
import type { SignIn } from './signIn.ts'

export { invitationMail, resetMail } from './mails.ts'
export { subdivisions } from './areas/subdivisions.ts'
export { hatsOf } from './sessions.ts'
export { enterSql, readActor, tokenHash } from './session.ts'
export { migrateSignIn, openAuthPool, openSignIn, type SignIn } from './signIn.ts'

export const accessHandlers = (signIn: SignIn): AnyHandler[] => [...doors(signIn), ...sessionHandlers]
