/** Ways in to accounts, sessions, agencies and areas. */
import { z } from 'zod'
import { Id, Instant, Language, line, page, pageQuery } from '../common.ts'
import { route } from '../route.ts'
import { Code } from './proof.ts'
import { RoleName } from './roles.ts'
import {
  AccountFilter,
  AccountPage,
  AccountRow,
  Agency,
  Area,
  Blocking,
  Email,
  HatDraft,
  HatsAnswer,
  Invite,
  NodeInfo,
  Password,
  Session,
  SessionRow,
  SignInStep,
  Start,
  Team,
} from './schema.ts'

const none = z.undefined()
const byId = z.strictObject({ id: Id })
const Token = z.string().regex(/^[A-Za-z0-9_-]{20,200}$/, 'token')

export const getNode = route({
  method: 'GET',
  path: '/node',
  summary: 'What this node is',
  access: 'public',
  audit: null,
  response: NodeInfo,
})
export const getStart = route({
  method: 'GET',
  path: '/start',
  summary: 'The region in a box and its demo doors',
  access: 'public',
  audit: null,
  response: Start,
})
export const enterDemo = route({
  method: 'POST',
  path: '/demo/door',
  summary: 'Enter by a demo door (demo nodes only)',
  access: 'public',
  audit: 'session.demo-entered',
  body: z.strictObject({ key: line(80) }),
  response: SignInStep,
})

export const signIn = route({
  method: 'POST',
  path: '/session',
  summary: 'Sign in with address and password',
  access: 'public',
  audit: 'session.opened',
  body: z.strictObject({ email: Email, password: z.string().max(200) }),
  response: SignInStep,
})
export const passSecondFactor = route({
  method: 'POST',
  path: '/session/second-factor',
  summary: 'Second step: code of the authenticator or a recovery code',
  access: 'public',
  audit: 'session.second-factor',
  body: z.strictObject({ kind: z.enum(['totp', 'recovery']), code: Code }),
  response: SignInStep,
})
export const startSecondFactor = route({
  method: 'POST',
  path: '/session/second-factor/enrolment',
  summary: 'Begin to set up an authenticator',
  access: 'public',
  audit: 'second-factor.started',
  /** Without the password only by who has none: they came in by the office's own sign-in. */
  body: z.strictObject({ password: z.string().max(200).optional() }),
  response: z.strictObject({ uri: z.string(), recoveryCodes: z.array(z.string()) }),
})
export const finishSecondFactor = route({
  method: 'PUT',
  path: '/session/second-factor/enrolment',
  summary: 'Prove the authenticator works',
  access: 'public',
  audit: 'second-factor.enrolled',
  body: z.strictObject({ code: Code }),
  response: SignInStep,
})
export const getSession = route({
  method: 'GET',
  path: '/session',
  summary: 'Who I am, which hat I wear, what it may do',
  access: 'signed-in',
  audit: null,
  response: Session,
})
export const signOut = route({
  method: 'DELETE',
  path: '/session',
  summary: 'Sign out',
  access: 'public',
  audit: 'session.closed',
  response: none,
  status: 204,
})
/** For half an hour, then it ends by itself. */
export const beginView = route({
  method: 'POST',
  path: '/session/view',
  summary: 'See the screens of another role, without any data',
  access: 'accounts.administer',
  audit: 'session.view-begun',
  body: z.strictObject({ role: RoleName }),
  response: Session,
  status: 200,
})
export const endView = route({
  method: 'DELETE',
  path: '/session/view',
  summary: 'Back to my own role',
  access: 'signed-in',
  audit: 'session.view-ended',
  response: Session,
})
export const wearHat = route({
  method: 'PUT',
  path: '/session/hat',
  summary: 'Change the hat',
  access: 'signed-in',
  audit: 'session.hat-changed',
  body: z.strictObject({ hatId: Id }),
  response: Session,
})
export const speak = route({
  method: 'PUT',
  path: '/session/language',
  summary: 'Change the language of screens and mail',
  access: 'signed-in',
  audit: 'account.language-changed',
  body: z.strictObject({ language: Language }),
  response: none,
  status: 204,
})
/** Bytes that open what this account keeps on one device; without signing in nobody has them. */
export const unlockDevice = route({
  method: 'POST',
  path: '/session/device',
  summary: 'The lock of what I keep on this device, for working without a line',
  access: 'signed-in',
  audit: 'session.device-unlocked',
  body: z.strictObject({ device: Id }),
  response: z.strictObject({ lock: z.string().regex(/^[A-Za-z0-9+/]{43}=$/, 'not-valid') }),
})
export const listSessions = route({
  method: 'GET',
  path: '/sessions',
  summary: 'My open sessions',
  access: 'signed-in',
  audit: null,
  response: page(SessionRow),
})
export const closeSession = route({
  method: 'DELETE',
  path: '/sessions/:id',
  summary: 'Close one of my sessions',
  access: 'signed-in',
  audit: 'session.closed',
  params: byId,
  response: none,
  status: 204,
})

export const closeOtherSessions = route({
  method: 'DELETE',
  path: '/sessions',
  summary: 'Close all of my sessions but this one',
  access: 'signed-in',
  audit: 'session.others-closed',
  response: z.strictObject({ closed: z.number().int() }),
})

export const askReset = route({
  method: 'POST',
  path: '/password/reset-request',
  summary: 'Ask for a mail to reset the password; always the same answer',
  access: 'public',
  audit: 'password.reset-asked',
  body: z.strictObject({ email: Email }),
  response: none,
  status: 204,
})
export const resetPassword = route({
  method: 'POST',
  path: '/password/reset',
  summary: 'Set a new password with the token of the mail',
  access: 'public',
  audit: 'password.reset',
  body: z.strictObject({ token: Token, password: Password }),
  response: none,
  status: 204,
})
export const changePassword = route({
  method: 'PUT',
  path: '/password',
  summary: 'Change my password; closes my other sessions',
  access: 'signed-in',
  audit: 'password.changed',
  body: z.strictObject({ current: z.string().max(200), next: Password }),
  response: none,
  status: 204,
})
export const acceptInvitation = route({
  method: 'POST',
  path: '/invitations/accept',
  summary: 'Accept an invitation and set a password',
  access: 'public',
  audit: 'account.accepted',
  body: z.strictObject({ token: Token, password: Password }),
  response: none,
  status: 204,
})

export const listAccounts = route({
  method: 'GET',
  path: '/accounts',
  summary: 'Accounts of this node',
  access: 'accounts.administer',
  audit: 'accounts.listed',
  query: AccountFilter,
  response: AccountPage,
})
export const getAccount = route({
  method: 'GET',
  path: '/accounts/:id',
  summary: 'One account',
  access: 'accounts.administer',
  audit: 'account.read',
  params: byId,
  response: AccountRow,
})
export const invite = route({
  method: 'POST',
  path: '/accounts',
  summary: 'Invite somebody; a second administrator agrees to the roles before the letter goes out',
  access: 'accounts.administer',
  audit: 'account.invited',
  stepUp: true,
  body: Invite,
  response: HatsAnswer,
  status: 201,
})
export const setHats = route({
  method: 'PUT',
  path: '/accounts/:id/hats',
  summary: 'Set the hats of an account; what is given waits for a second administrator',
  access: 'accounts.administer',
  audit: 'account.hats-changed',
  stepUp: true,
  params: byId,
  body: z.strictObject({ hats: z.array(HatDraft).min(1).max(10), reason: line(500) }),
  response: HatsAnswer,
})
export const blockAccount = route({
  method: 'POST',
  path: '/accounts/:id/block',
  summary: 'Block an account and close its sessions',
  access: 'accounts.administer',
  audit: 'account.blocked',
  params: byId,
  body: Blocking,
  response: AccountRow,
})
export const unblockAccount = route({
  method: 'POST',
  path: '/accounts/:id/unblock',
  summary: 'Unblock or unlock an account',
  access: 'accounts.administer',
  audit: 'account.unblocked',
  params: byId,
  body: Blocking,
  response: AccountRow,
})

export const askSecondFactorReset = route({
  method: 'POST',
  path: '/accounts/:id/second-factor-reset',
  summary: 'Ask that a lost second factor be taken off an account; another administrator decides',
  access: 'accounts.administer',
  audit: 'account.second-factor-reset-asked',
  stepUp: true,
  params: byId,
  body: Blocking,
  response: z.strictObject({ approvalId: Id }),
  status: 202,
})

export const listAgencies = route({
  method: 'GET',
  path: '/agencies',
  summary: 'Agencies and their teams',
  access: 'signed-in',
  audit: null,
  response: z.strictObject({ agencies: z.array(Agency), teams: z.array(Team) }),
})
export const addAgency = route({
  method: 'POST',
  path: '/agencies',
  summary: 'Add an agency',
  access: 'accounts.administer',
  audit: 'agency.added',
  body: Agency,
  response: Agency,
  status: 201,
})
export const addTeam = route({
  method: 'POST',
  path: '/teams',
  summary: 'Add a team',
  access: 'accounts.administer',
  audit: 'team.added',
  body: Team,
  response: Team,
  status: 201,
})
export const listAreas = route({
  method: 'GET',
  path: '/areas',
  summary: 'Regions (ISO 3166-2) and districts, those of this state first',
  access: 'signed-in',
  audit: null,
  response: z.strictObject({ areas: z.array(Area) }),
  offline: 'keep',
})
export const importAreas = route({
  method: 'POST',
  path: '/areas/import',
  summary: 'Import districts as CSV: code, parent, and a name per language',
  access: 'areas.administer',
  audit: 'areas.imported',
  body: z.strictObject({ csv: z.string().max(2_000_000) }),
  response: z.strictObject({ added: z.number().int(), changed: z.number().int() }),
})

/** Colleagues to whom a person or a task may be given. */
export const listColleagues = route({
  method: 'GET',
  path: '/colleagues',
  summary: 'People of this node who can be given work',
  access: 'signed-in',
  audit: null,
  query: z.strictObject(pageQuery),
  response: page(
    z.strictObject({
      accountId: Id,
      name: z.string(),
      roles: z.array(RoleName),
      agency: z.string(),
      team: z.string().optional(),
      since: Instant.optional(),
    }),
  ),
})
