/**
 * What a request carries: who asks, when, one transaction, and the trail it leaves in the log.
 * Actions take it as their first argument; nothing in it outlives the request.
 */
import type { Compartment } from '@kerege/contract/access/compartments'
import type { Mode, RoleName, Scope, Verb } from '@kerege/contract/access/roles'
import type { NodeInfo, OpenedBy, Start } from '@kerege/contract/access/schema'
import type { Language } from '@kerege/contract/common'
import type { Profile } from '@kerege/contract/profile/schema'
import type pg from 'pg'
import type { Tx } from './database.ts'
import type { FileStore } from './fileStore.ts'
import type { HubLink } from './hubLink.ts'
import type { IdentityProvider } from './identityProvider.ts'
import type { Keys } from './masterKey.ts'
import type { Log } from './log.ts'
import type { Scanner } from './scanner.ts'

/** As `access.enter` answers it. */
export interface Actor {
  session: string
  account: string
  name: string
  email: string
  language: Language
  hat: string
  role: RoleName
  agency: string
  team: string | null
  areas: string[]
  openedBy: OpenedBy
  /** Seconds since whoever holds the session proved who they are; null where it was opened before this was kept. */
  provenAgo: number | null
  /** The role needs a second factor / this session may use its rights. */
  secondFactor: boolean
  complete: boolean
  expiresAt: string
  rights: Partial<Record<Mode, Partial<Record<Compartment, Scope[]>>>>
  verbs: Verb[]
  /** The role's screens without any data, looked at by this account, whose own role is this one (access.as_viewed). */
  viewing?: { account: string; role: RoleName; until: string }
  /** Under which emergency opening this very request reads (glass.look). */
  glass?: string
}

/** Before and after of one record in one compartment. Values are sealed before they reach the database. */
export interface Change {
  personId: string
  subjectId: string
  compartment: Compartment
  kind: 'created' | 'update' | 'correction' | 'merge' | 'undo'
  version: number
  changes: { field: string; before: unknown; after: unknown }[]
}

/** What the log will say of this request. Ids, names of fields and numbers; never values. */
export interface Trail {
  shown(ids: Iterable<string>): void
  touched(subjectId: string, fields?: Iterable<string>): void
  changed(change: Change): void
  counted(name: string, number: number): void
  /** In the person's own words, sealed; under the key of `personId` where one person is meant. */
  because(reason: string, personId?: string): void
  /** Another name for what happened than the route's. */
  named(action: string): void
}

export interface Mail {
  to: string
  subject: string
  text: string
  /** Where an answer goes, if not to the node itself. */
  replyTo?: string
}

/** What one node is built of. Made once in main.ts; nodes in one process share nothing. */
export interface Node {
  readonly info: NodeInfo
  /** What differs from state to state. */
  readonly profile: Profile
  readonly session: { idleMinutes: number; absoluteHours: number; freshMinutes: number }
  readonly baseUrl: string
  /** Whose passkeys these are, for a browser: the host name of the node unless its configuration says a name above it. */
  readonly rpId: string
  readonly dataDir: string
  /** Where sealed files lie. */
  readonly files: FileStore
  /** Where the key lies from which all others follow. */
  readonly masterKeyFile: string
  readonly keys: Keys
  readonly log: Log
  /** The serving role's connections. */
  readonly pool: pg.Pool
  /** The sign-in library's connections: schema `auth` only. */
  readonly authPool: pg.Pool
  readonly now: () => Date
  /** Pulse of live answers; tests are in a hurry. */
  readonly liveEveryMs: number
  readonly sendMail: (mail: Mail) => Promise<void>
  /** Looks for viruses in what is brought; absent where the operator has set none. */
  readonly scanner?: Scanner
  /** Whether there is a mail server at all. */
  readonly sendsMail: boolean
  /** Mails can be answered at addresses of this domain; absent where no mail is taken. */
  readonly replyDomain?: string
  /** The region in a box; absent in a real node. */
  readonly startPage?: () => Promise<Start>
  /** Of a national node that has one. */
  readonly hub?: HubLink
  /** The office's own sign-in, where there is one. */
  readonly identityProvider?: IdentityProvider
  /** At the hub: the nodes of members that may speak for their state, with the keys of their logs. */
  readonly memberNodes: readonly MemberNode[]
}

export interface MemberNode {
  /** Code of the party: `KZ`. */
  readonly party: string
  /** Key as one word: `kerege.kz+1a2b3c4d+AQ…`. */
  readonly key: string
}

/** A command that waited on a device: when it was done there, and by how much its clock is wrong. */
export interface Device {
  readonly id: string
  /** By the clock of the device. */
  readonly doneAt: Date
  /** How far that clock was ahead when the command came, in milliseconds; behind where negative. */
  readonly skewMs: number
}

export interface Context {
  readonly node: Node
  readonly requestId: string
  readonly actor: Actor
  readonly now: Date
  readonly tx: Tx
  readonly client: pg.ClientBase
  readonly trail: Trail
  /** Version that the change is based on, from If-Match; the HTTP layer has made sure that it is there. */
  readonly basedOn: number | null
  /** Where the command comes from a device that says so. */
  readonly device?: Device
}
