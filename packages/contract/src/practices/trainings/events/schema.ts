/** A training or a study visit: programme, places, who comes. */
import { z } from 'zod'
import {
  Country,
  Id,
  Instant,
  LanguageTag,
  line,
  MultiText,
  page,
  pageQuery,
  paragraph,
  PlainDate,
  Reason,
} from '../../../common.ts'
import { Domain, Domains } from '../../../domains.ts'
import { WebAddress } from '../../content.ts'
import { AgencyName, LanguageTags } from '../../roster/schema.ts'
import { FollowUp, PhaseView, Question } from '../after/schema.ts'
import { Profession, Professions, Zone } from '../common.ts'
import { eventKinds, quotasFit, registrationStates, standings } from './rules.ts'

export const EventKind = z.enum(eventKinds)
export const RegistrationState = z.enum(registrationStates)
const Places = z.number().int().min(1).max(1000)
export const Quota = z.strictObject({ country: Country, places: Places })
/** Where one goes or calls in: shown to those who come. */
export const Room = z.strictObject({ venue: line(300).optional(), url: WebAddress.optional() })

const content = {
  kind: EventKind,
  title: MultiText,
  words: MultiText.optional(),
  domains: Domains,
  professions: Professions,
  languages: LanguageTags,
  country: Country,
  city: line(120),
  zone: Zone,
  from: PlainDate,
  until: PlainDate,
  registerUntil: PlainDate,
  places: Places,
  quotas: z.array(Quota).max(30).default([]),
  curriculumId: Id.optional(),
  wishId: Id.optional(),
  courseUrl: WebAddress.optional(),
  /** Of the hours, in hundredths, that make a certificate. */
  share: z.number().int().min(1).max(100).default(80),
  room: Room.default({}),
}
interface Checked {
  from: string
  until: string
  registerUntil: string
  places: number
  quotas: readonly z.infer<typeof Quota>[]
}
const inOrder = ({ from, until }: Checked) => until >= from
const inTime = ({ until, registerUntil }: Checked) => registerUntil <= until
const fits = ({ places, quotas }: Checked) => quotasFit(places, quotas)
const reversed = { path: ['until'], message: 'period-reversed' }
const late = { path: ['registerUntil'], message: 'period-reversed' }
const tooMany = { path: ['quotas'], message: 'quotas-too-many' }
export const PlanEvent = z
  .strictObject({ id: Id, ...content })
  .refine(inOrder, reversed)
  .refine(inTime, late)
  .refine(fits, tooMany)
export const ChangeEvent = z
  .strictObject(content)
  .refine(inOrder, reversed)
  .refine(inTime, late)
  .refine(fits, tooMany)
export const MoveEvent = z
  .strictObject({ to: z.enum(['open', 'called-off']), reason: Reason.optional() })
  .refine(({ to, reason }) => to === 'open' || reason !== undefined, {
    path: ['reason'],
    message: 'required',
  })

const ClockTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'clock-time')
/** By the clock of the host. */
export const PlannedSession = z
  .strictObject({
    id: Id,
    title: MultiText,
    day: PlainDate,
    from: ClockTime,
    until: ClockTime,
    /** Entries of the roster. */
    trainerIds: z.array(Id).max(10).default([]),
  })
  .refine(({ from, until }) => until > from, { path: ['until'], message: 'period-reversed' })
export const WriteProgramme = z.strictObject({ sessions: z.array(PlannedSession).max(80) })

const Wall = z.strictObject({ day: PlainDate, from: ClockTime, until: ClockTime })
export const EventSession = z.strictObject({
  id: Id,
  title: MultiText,
  startsAt: Instant,
  endsAt: Instant,
  /** On the clock of the host. */
  host: Wall,
  /** On the clock of the reader's capital, where that is another. */
  reader: Wall.optional(),
  trainers: z.array(z.strictObject({ entryId: Id, name: z.string(), mine: z.boolean() })),
})
export type EventSession = z.infer<typeof EventSession>

export const Registration = z.strictObject({
  id: Id,
  version: z.number().int(),
  name: z.string(),
  agency: AgencyName,
  country: Country.optional(),
  profession: Profession,
  language: LanguageTag,
  words: z.string(),
  state: RegistrationState,
  reason: z.string().optional(),
  askedAt: Instant,
  /** Of the focal point, once they have said yes. */
  nominatedBy: z.string().optional(),
  /** Sessions at which they were noted as present, and as absent. */
  present: z.array(Id),
  absent: z.array(Id),
  certificate: z
    .strictObject({
      id: Id,
      number: z.string(),
      hours: z.number(),
      issuedAt: Instant,
      revokedAt: Instant.optional(),
      /** For its holder and the organiser. */
      code: z.string(),
    })
    .optional(),
  may: z.strictObject({
    nominate: z.boolean(),
    confirm: z.boolean(),
    decline: z.boolean(),
    withdraw: z.boolean(),
    again: z.boolean(),
  }),
})
export type Registration = z.infer<typeof Registration>

export const EventRow = z.strictObject({
  id: Id,
  version: z.number().int(),
  kind: EventKind,
  title: MultiText,
  agency: AgencyName,
  domains: z.array(Domain),
  professions: z.array(Profession),
  languages: z.array(LanguageTag),
  country: Country,
  city: z.string(),
  from: PlainDate,
  until: PlainDate,
  registerUntil: PlainDate,
  places: z.number().int(),
  held: z.number().int(),
  standing: z.enum(standings),
  /** How the reader's own registration stands. */
  mine: RegistrationState.optional(),
})
export type EventRow = z.infer<typeof EventRow>

export const PlacesOf = z.strictObject({
  country: Country.optional(),
  /** Kept for it; absent where it shares the rest. */
  kept: z.number().int().optional(),
  held: z.number().int(),
  waiting: z.number().int(),
  asked: z.number().int(),
})
export const Event = EventRow.extend({
  words: MultiText.optional(),
  reason: z.string().optional(),
  zone: Zone,
  quotas: z.array(Quota),
  share: z.number().int(),
  courseUrl: z.string().optional(),
  curriculum: z.strictObject({ id: Id, title: MultiText }).optional(),
  wish: z.strictObject({ id: Id, title: MultiText }).optional(),
  sessions: z.array(EventSession),
  hours: z.number(),
  /** The zone of the reader's capital, where it differs from the host's. */
  readerZone: Zone.optional(),
  placesOf: z.array(PlacesOf),
  room: Room.optional(),
  mineWhole: Registration.optional(),
  /** Those whom the reader may see: their own state's, or all. */
  registrations: z.array(Registration),
  questions: z.array(Question),
  before: PhaseView,
  after: PhaseView,
  followUp: FollowUp,
  lessons: z.enum(['none', 'draft', 'shared']),
  may: z.strictObject({
    run: z.boolean(),
    register: z.boolean(),
    /** Notes who is there, as organiser or as trainer. */
    attendance: z.boolean(),
    issue: z.boolean(),
  }),
})
export type Event = z.infer<typeof Event>

export const EventFilter = z.strictObject({
  ...pageQuery,
  kind: EventKind.optional(),
  domain: Domain.optional(),
  language: LanguageTag.optional(),
  country: Country.optional(),
  /** A place can be asked for today. */
  open: z.stringbool().optional(),
  /** I come, hold a session, or have held it. */
  mine: z.stringbool().optional(),
})
export type EventFilter = z.infer<typeof EventFilter>
export const EventPage = page(EventRow)

export const Register = z.strictObject({
  id: Id,
  profession: Profession,
  language: LanguageTag,
  words: paragraph(2000),
})
export const Nominate = z
  .strictObject({ yes: z.boolean(), reason: Reason.optional() })
  .refine(({ yes, reason }) => yes || reason !== undefined, { path: ['reason'], message: 'required' })
export const WithReason = z.strictObject({ reason: Reason })
export const NoteAttendance = z.strictObject({ sessionId: Id, registrationId: Id, present: z.boolean() })

/** What waits for the reader. */
export const waitingKinds = [
  'nominate',
  'confirm',
  'before',
  'after',
  'follow-up',
  'deployment',
  'roster',
] as const
export const Waiting = z.strictObject({
  rows: z.array(
    z.strictObject({
      kind: z.enum(waitingKinds),
      id: Id,
      title: MultiText,
      count: z.number().int(),
      since: Instant,
    }),
  ),
})
export type Waiting = z.infer<typeof Waiting>

/** Of one training, all who come: a list that is taken out whole. */
export const ParticipantFilter = z.strictObject({ ...pageQuery, eventId: Id })
