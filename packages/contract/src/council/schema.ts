/** The Council's bodies, parties, delegations and chair, and the register of its sessions. */
import { z } from 'zod'
import {
  Country,
  Id,
  Instant,
  line,
  MultiText,
  page,
  pageQuery,
  paragraph,
  PlainDate,
  Reason,
} from '../common.ts'
import { handoverItems } from './rotation.ts'
import { BodyRules, Classification, PartyCode } from './rules.ts'
import { formats, invitationStates, sessionKinds, sessionStates } from './sessions.ts'

/** How a party is named wherever it appears. */
export const PartyName = z.strictObject({
  id: Id,
  code: PartyCode,
  name: MultiText,
  classification: Classification,
})
export type PartyName = z.infer<typeof PartyName>

export const Person = z.strictObject({ id: Id, name: z.string() })

export const bodyKinds = ['council', 'working-group', 'focal-points'] as const
export const ChairTerm = z.strictObject({
  id: Id,
  party: PartyName,
  from: PlainDate,
  to: PlainDate.optional(),
  sourceUrl: z.string().optional(),
  handover: z.array(z.enum(handoverItems)),
  note: z.string().optional(),
})
export const BodyRow = z.strictObject({
  id: Id,
  code: z.string(),
  kind: z.enum(bodyKinds),
  name: MultiText,
  chair: PartyName.optional(),
  next: PartyName.optional(),
})
export type BodyRow = z.infer<typeof BodyRow>
export const Body = BodyRow.extend({
  /** Of the rules: 1 are the defaults. */
  version: z.number().int(),
  rules: BodyRules,
  terms: z.array(ChairTerm),
  rulesHistory: z.array(
    z.strictObject({ version: z.number().int(), at: Instant, by: z.string().optional() }),
  ),
  proposal: z.strictObject({ id: Id, rules: BodyRules, by: z.string(), at: Instant }).optional(),
})
export type Body = z.infer<typeof Body>
export const Bodies = z.strictObject({ rows: z.array(BodyRow) })

export const ProposeRules = z.strictObject({
  id: Id,
  basedOn: z.number().int(),
  rules: BodyRules,
  reason: Reason,
})
/** Passes the chair on, with what was handed over; what is not ticked is what the next chair asks for. */
export const HandOverChair = z.strictObject({
  id: Id,
  partyId: Id,
  from: PlainDate,
  to: PlainDate.optional(),
  handover: z.array(z.enum(handoverItems)).max(handoverItems.length),
  note: paragraph(2000).optional(),
})

export const credentialStates = ['awaited', 'received', 'accepted', 'withdrawn'] as const
export const Delegate = z.strictObject({
  id: Id,
  version: z.number().int(),
  name: z.string(),
  function: z.string().optional(),
  head: z.boolean(),
  account: Person.optional(),
  from: PlainDate,
  to: PlainDate.optional(),
  credentials: z.enum(credentialStates),
  credentialsOn: PlainDate.optional(),
  credentialsBy: z.string().optional(),
})
export type Delegate = z.infer<typeof Delegate>

const delegateContent = {
  name: line(160),
  function: line(200).optional(),
  head: z.boolean().default(false),
  accountId: Id.optional(),
  from: PlainDate,
  to: PlainDate.optional(),
  credentials: z.enum(credentialStates).default('awaited'),
  credentialsOn: PlainDate.optional(),
}
export const AddDelegate = z.strictObject({ id: Id, ...delegateContent })
export const ChangeDelegate = z.strictObject(delegateContent)

export const PartyRow = PartyName.extend({
  country: Country.optional(),
  reportsCases: z.boolean(),
  delegates: z.number().int(),
  head: z.string().optional(),
})
export type PartyRow = z.infer<typeof PartyRow>
export const Parties = z.strictObject({ rows: z.array(PartyRow) })
export const Party = PartyRow.extend({
  version: z.number().int(),
  note: MultiText.optional(),
  sourceUrl: z.string().optional(),
  people: z.array(Delegate),
  changes: z.array(
    z.strictObject({
      at: Instant,
      by: z.string(),
      from: Classification,
      to: Classification,
      reason: z.string(),
    }),
  ),
})
export type Party = z.infer<typeof Party>
const partyContent = {
  name: MultiText,
  classification: Classification,
  country: Country.optional(),
  reportsCases: z.boolean().default(true),
}
export const AddParty = z.strictObject({ id: Id, code: PartyCode, ...partyContent })
export const ChangeParty = z.strictObject({ ...partyContent, reason: Reason.optional() })

/** A moment on the wall of each capital, by the server's own tables of time zones: an old phone may lack a reform. */
export const CapitalTime = z.strictObject({
  city: z.string(),
  /** `YYYY-MM-DDTHH:MM` there. */
  local: z.string(),
  offsetMinutes: z.number().int(),
})
export type CapitalTime = z.infer<typeof CapitalTime>

export const SessionReport = z.strictObject({
  id: Id,
  source: z.string(),
  sourceUrl: z.string().optional(),
  title: z.string().optional(),
  numberSaid: z.string().optional(),
  participants: z.string().optional(),
  dates: z.string().optional(),
  note: z.string().optional(),
})
export type SessionReport = z.infer<typeof SessionReport>

export const SessionRow = z.strictObject({
  id: Id,
  version: z.number().int(),
  body: z.strictObject({ id: Id, code: z.string(), name: MultiText }).optional(),
  kind: z.enum(sessionKinds),
  title: MultiText,
  symbol: z.string().optional(),
  state: z.enum(sessionStates),
  format: z.enum(formats),
  from: PlainDate.optional(),
  to: PlainDate.optional(),
  month: z.string().optional(),
  startsAt: Instant.optional(),
  endsAt: Instant.optional(),
  city: z.string().optional(),
  country: Country.optional(),
  /** What reports of different sources do not agree on. */
  differ: z.array(z.enum(['number', 'participants', 'dates'])),
  public: z.boolean(),
})
export type SessionRow = z.infer<typeof SessionRow>

export const Invitation = z.strictObject({
  party: PartyName,
  state: z.enum(invitationStates),
  at: Instant,
  people: z.number().int(),
  attended: z.number().int(),
})
export type Invitation = z.infer<typeof Invitation>
export const Participant = z.strictObject({
  id: Id,
  version: z.number().int(),
  partyId: Id,
  name: z.string(),
  function: z.string().optional(),
  head: z.boolean(),
  way: z.enum(['in-person', 'online']),
  visa: z.boolean(),
  attended: z.boolean().optional(),
})
export type Participant = z.infer<typeof Participant>
export const Session = SessionRow.extend({
  host: PartyName.optional(),
  venue: z.string().optional(),
  organisers: z.string().optional(),
  summary: MultiText.optional(),
  practicalNote: MultiText.optional(),
  externalPlan: z.string().optional(),
  starts: z.array(CapitalTime),
  reports: z.array(SessionReport),
  steps: z.array(
    z.strictObject({
      at: Instant,
      by: z.string().optional(),
      from: z.enum(sessionStates).optional(),
      to: z.enum(sessionStates),
      reason: z.string().optional(),
    }),
  ),
  invitations: z.array(Invitation),
  /** Names are for who prepares the session, and each delegation's own. */
  participants: z.array(Participant),
  /** Parties for which the reader speaks today. */
  mine: z.array(Id),
  /** Members there, of those whom the body's rules count; absent where nobody counted yet. */
  quorum: z
    .strictObject({ present: z.number().int(), needed: z.number().int(), reached: z.boolean() })
    .optional(),
})
export type Session = z.infer<typeof Session>

export const SessionFilter = z.strictObject({
  ...pageQuery,
  /** The Council's own bodies, events of others, or both. */
  of: z.enum(['council', 'others', 'all']).default('all'),
  state: z.enum(sessionStates).optional(),
  kind: z.enum(sessionKinds).optional(),
})
export type SessionFilter = z.infer<typeof SessionFilter>
export const SessionPage = page(SessionRow)

const sessionContent = {
  bodyId: Id.optional(),
  kind: z.enum(sessionKinds),
  title: MultiText,
  format: z.enum(formats),
  from: PlainDate.optional(),
  to: PlainDate.optional(),
  startsAt: Instant.optional(),
  endsAt: Instant.optional(),
  hostId: Id.optional(),
  city: line(100).optional(),
  country: Country.optional(),
  venue: line(300).optional(),
  organisers: line(1000).optional(),
  summary: MultiText.optional(),
  practicalNote: MultiText.optional(),
  externalPlan: line(300).optional(),
  public: z.boolean().default(false),
}
export const PlanSession = z.strictObject({ id: Id, ...sessionContent })
export type PlanSession = z.infer<typeof PlanSession>
export const ChangeSession = z.strictObject(sessionContent)
export type ChangeSession = z.infer<typeof ChangeSession>
export const MoveSession = z.strictObject({ to: z.enum(sessionStates), reason: Reason.optional() })
/** The next free number where none is said. */
export const GiveSymbol = z.strictObject({ number: z.number().int().min(1).max(9999).optional() })
export const AddReport = z.strictObject({
  id: Id,
  source: line(200),
  sourceUrl: z
    .url({ protocol: /^https?$/ })
    .max(1000)
    .optional(),
  title: line(500).optional(),
  numberSaid: line(200).optional(),
  participants: line(200).optional(),
  dates: line(100).optional(),
  note: line(1000).optional(),
})
export const Invite = z.strictObject({ state: z.enum(invitationStates) })
/** Of the party itself. */
export const AnswerInvitation = z.strictObject({ state: z.enum(['confirmed', 'declined']) })
const participantContent = {
  name: line(160),
  function: line(200).optional(),
  head: z.boolean().default(false),
  way: z.enum(['in-person', 'online']),
  visa: z.boolean().default(false),
}
export const Register = z.strictObject({ id: Id, partyId: Id, ...participantContent })
export const ChangeParticipant = z.strictObject({ ...participantContent, attended: z.boolean().optional() })
