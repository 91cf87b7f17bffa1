/** Accounts, hats, agencies, areas and sessions. A hat is one role in one place; a person wears one at a time. */
import { z } from 'zod'
import {
  AreaCode,
  Country,
  Id,
  Instant,
  Language,
  line,
  MultiText,
  page,
  pageQuery,
  Reason,
} from '../common.ts'
import { Compartment } from './compartments.ts'
import { RoleName, Scope, Verb } from './roles.ts'

export const Email = z
  .email()
  .max(254)
  .overwrite(text => text.trim().toLowerCase())

/** 12 to 200 characters; common ones are refused by the server from a packaged list. */
export const Password = z.string().min(12).max(200)

export const Hat = z.strictObject({
  id: Id,
  role: RoleName,
  agencyId: Id,
  agency: z.string(),
  teamId: Id.optional(),
  team: z.string().optional(),
  areas: z.array(AreaCode),
  /** Given by a group of the office's own sign-in, and worn only by who came in that way. */
  bySso: z.literal(true).optional(),
})
export type Hat = z.infer<typeof Hat>

/** What a hat may do, in full: shown on the screen of one's own rights. */
export const Rights = z.strictObject({
  verbs: z.array(Verb),
  compartments: z.array(
    z.strictObject({ compartment: Compartment, read: z.array(Scope), write: z.array(Scope) }),
  ),
})
export type Rights = z.infer<typeof Rights>

export const NodeInfo = z.strictObject({
  id: z.string(),
  kind: z.enum(['national', 'hub']),
  /** Whose areas come first; absent at the hub, which is nobody's territory. */
  country: Country.optional(),
  name: MultiText,
  /** Invented people: shown as a quiet line, and the only data directory that has a demo door. */
  demo: z.boolean(),
  languages: z.array(Language),
  timeZone: z.string(),
  /** What the office's own sign-in is called on a button; absent where the node has none. */
  singleSignOn: z.partialRecord(Language, z.string()).optional(),
})
export type NodeInfo = z.infer<typeof NodeInfo>

export const Session = z.strictObject({
  node: NodeInfo,
  account: z.strictObject({ id: Id, name: z.string(), email: z.string(), language: Language }),
  hats: z.array(Hat),
  hat: Hat,
  rights: Rights,
  secondFactor: z.boolean(),
  expiresAt: Instant,
  idleMinutes: z.number().int(),
  /** Another role's screens, without data: `hat` says which. */
  viewing: z.strictObject({ until: Instant }).optional(),
})
export type Session = z.infer<typeof Session>

/** What has to happen before the session is open. */
export const SignInStep = z.strictObject({
  next: z.enum(['signed-in', 'second-factor', 'enrol-second-factor', 'passkey']),
})

/** `sso`: the office's own sign-in alone; `sso-whole`: with a second factor, of the office or of the node. */
export const OpenedBy = z.enum(['password', 'second-factor', 'demo', 'passkey', 'sso', 'sso-whole'])
export type OpenedBy = z.infer<typeof OpenedBy>

export const SessionRow = z.strictObject({
  id: Id,
  createdAt: Instant,
  lastSeenAt: Instant,
  device: z.string(),
  /** Opened from a browser that had not been used for this account before. */
  newDevice: z.boolean(),
  openedBy: OpenedBy,
  current: z.boolean(),
})

export const Agency = z.strictObject({
  id: Id,
  name: MultiText,
  kind: z.enum(['state', 'ngo', 'international', 'other']),
  /** The state it belongs to; absent for organisations of several. */
  country: Country.optional(),
})
export const Team = z.strictObject({ id: Id, agencyId: Id, name: line(160) })
export const Area = z.strictObject({
  code: AreaCode,
  parent: AreaCode.optional(),
  name: MultiText,
  invented: z.boolean(),
})

export const HatDraft = z.strictObject({
  role: RoleName,
  agencyId: Id,
  teamId: Id.optional(),
  areas: z.array(AreaCode).max(50).default([]),
})

export const AccountRow = z.strictObject({
  id: Id,
  name: z.string(),
  email: z.string(),
  state: z.enum(['invited', 'active', 'blocked', 'locked']),
  secondFactor: z.boolean(),
  hats: z.array(Hat),
  lastSeenAt: Instant.optional(),
})
export type AccountRow = z.infer<typeof AccountRow>

export const AccountFilter = z.strictObject({
  ...pageQuery,
  role: RoleName.optional(),
})
export const Invite = z.strictObject({
  email: Email,
  name: line(160),
  language: Language,
  hats: z.array(HatDraft).min(1).max(10),
  reason: line(500),
})
/** With the request that waits for a second administrator, where roles are given. */
export const HatsAnswer = z.strictObject({ ...AccountRow.shape, approvalId: Id.optional() })
export type HatsAnswer = z.infer<typeof HatsAnswer>
export const Blocking = z.strictObject({ reason: Reason })
export const AccountPage = page(AccountRow)

/** A door of the start page: one click, one account, one line on what to try. Demo nodes only. */
export const DemoDoor = z.strictObject({
  key: z.string(),
  role: RoleName,
  name: z.string(),
  hint: z.string(),
  count: z.number().int().optional(),
})
export const StartNode = z.strictObject({
  node: NodeInfo,
  url: z.string(),
  ready: z.boolean(),
  progress: z.number(),
  doors: z.array(DemoDoor),
})
export const Start = z.strictObject({ nodes: z.array(StartNode) })
export type Start = z.infer<typeof Start>
