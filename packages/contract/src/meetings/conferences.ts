/**
 * Case conferences: who sits together about a family, what was decided, who does it until when, and who saw it differently. What the
 * family said stands in every record, or why nobody heard it (Inter-Agency Guidelines for Case Management and Child Protection, 2014).
 */
import { z } from 'zod'
import { RoleName } from '../access/roles.ts'
import { ClockTime } from '../casework/appointments.ts'
import { NoteSection } from '../casework/notes.ts'
import { Id, Instant, line, MultiText, paragraph, PlainDate, Reason } from '../common.ts'
import { taskStates } from '../tasks/rules.ts'
import { Colleague } from '../tasks/schema.ts'

export const conferenceWays = ['together', 'online', 'mixed'] as const
export const conferenceStates = ['planned', 'held', 'called-off'] as const
export const familyParts = ['took-part', 'heard-before', 'not-heard'] as const
export const stands = ['agrees', 'dissents'] as const
export const cameOrNot = ['yes', 'no'] as const

/** Whoever has an account here, or a professional from outside: by role and agency, and by name where that helps. */
export const Invite = z.discriminatedUnion('kind', [
  z.strictObject({ id: Id, kind: z.literal('colleague'), accountId: Id }),
  z.strictObject({
    id: Id,
    kind: z.literal('outside'),
    role: line(120),
    agency: line(160),
    name: line(120).optional(),
  }),
])
export type Invite = z.infer<typeof Invite>
export const inviteKinds = ['colleague', 'outside'] as const

const accountsOf = (list: readonly Invite[]) =>
  list.flatMap(one => (one.kind === 'colleague' ? [one.accountId] : []))

const content = {
  day: PlainDate,
  time: ClockTime,
  minutes: z.number().int().min(5).max(720),
  way: z.enum(conferenceWays),
  place: line(160).optional(),
  purpose: paragraph(1000),
  agenda: z
    .array(z.strictObject({ words: line(300) }))
    .min(1)
    .max(12),
  participants: z
    .array(Invite)
    .min(1)
    .max(20)
    .refine(list => new Set(accountsOf(list)).size === accountsOf(list).length, 'twice'),
}
export const PlanConference = z.strictObject({
  /** Made by the device, so that a repeated command makes one. */
  id: Id,
  compartment: NoteSection,
  ...content,
})
export type PlanConference = z.infer<typeof PlanConference>
export const ChangeConference = z.strictObject(content)
export type ChangeConference = z.infer<typeof ChangeConference>

/** A colleague who does it has a task with a last day; whoever does it outside is named in words. */
export const FollowUp = z
  .strictObject({
    id: Id,
    words: line(200),
    ownerId: Id.optional(),
    who: line(120).optional(),
    due: PlainDate.optional(),
  })
  .refine(one => one.ownerId === undefined || one.due !== undefined, { path: ['due'], message: 'required' })
export type FollowUp = z.infer<typeof FollowUp>

export const RecordConference = z.strictObject({
  /** The version that was read. */
  seen: z.number().int().min(1),
  /** What they said, or why nobody asked them. */
  family: z.strictObject({ part: z.enum(familyParts), words: paragraph(4000) }),
  participants: z
    .array(
      z
        .strictObject({
          id: Id,
          came: z.enum(cameOrNot),
          stand: z.enum(stands).optional(),
          words: paragraph(2000).optional(),
        })
        .refine(one => one.stand !== 'dissents' || one.words !== undefined, {
          path: ['words'],
          message: 'required',
        }),
    )
    .max(20),
  /** What was said, where the decisions do not say it. */
  words: paragraph(6000).optional(),
  decisions: z.array(FollowUp).max(20),
  nextOn: PlainDate.optional(),
})
export type RecordConference = z.infer<typeof RecordConference>

export const CallOff = z.strictObject({ seen: z.number().int().min(1), reason: Reason })
export type CallOff = z.infer<typeof CallOff>
export const AmendConference = z.strictObject({ id: Id, words: paragraph(2000) })
export type AmendConference = z.infer<typeof AmendConference>

export const Done = z.strictObject({
  id: Id,
  words: z.string(),
  owner: Colleague.optional(),
  who: z.string().optional(),
  due: PlainDate.optional(),
  taskId: Id.optional(),
  task: z.enum(taskStates).optional(),
})
export type Done = z.infer<typeof Done>

export const Participant = z.strictObject({
  id: Id,
  kind: z.enum(inviteKinds),
  account: Colleague.optional(),
  /** Of somebody of the node: as they work here today. */
  post: RoleName.optional(),
  at: MultiText.optional(),
  name: z.string().optional(),
  role: z.string().optional(),
  agency: z.string().optional(),
  came: z.enum(cameOrNot).optional(),
  stand: z.enum(stands).optional(),
  words: z.string().optional(),
})
export type Participant = z.infer<typeof Participant>

export const ConferenceRow = z.strictObject({
  id: Id,
  version: z.number().int(),
  compartment: NoteSection,
  state: z.enum(conferenceStates),
  startsAt: Instant,
  day: PlainDate,
  time: ClockTime,
  minutes: z.number().int(),
  way: z.enum(conferenceWays),
  place: z.string().optional(),
  purpose: z.string(),
  by: Colleague,
  decisions: z.number().int(),
  dissents: z.number().int(),
})
export type ConferenceRow = z.infer<typeof ConferenceRow>
export const CaseConferences = z.strictObject({
  rows: z.array(ConferenceRow),
  /** Sections in which the asker may call one. */
  mayCall: z.array(NoteSection),
})

export const Conference = ConferenceRow.omit({ decisions: true, dissents: true }).extend({
  caseId: Id,
  personId: Id,
  person: z.string(),
  agenda: z.array(z.string()),
  participants: z.array(Participant),
  family: z.strictObject({ part: z.enum(familyParts), words: z.string() }).optional(),
  words: z.string().optional(),
  decisions: z.array(Done),
  nextOn: PlainDate.optional(),
  recorded: z.strictObject({ by: Colleague, at: Instant }).optional(),
  /** Why it was called off. */
  why: z.string().optional(),
  amendments: z.array(z.strictObject({ id: Id, words: z.string(), by: Colleague, at: Instant })),
  mayChange: z.boolean(),
  mayAmend: z.boolean(),
})
export type Conference = z.infer<typeof Conference>

/** When and where one is asked to come; of whom only where the record is open to the reader. */
export const Invitation = z.strictObject({
  id: Id,
  startsAt: Instant,
  day: PlainDate,
  time: ClockTime,
  minutes: z.number().int(),
  way: z.enum(conferenceWays),
  place: z.string().optional(),
  state: z.enum(conferenceStates),
  by: Colleague,
  caseId: Id.optional(),
  person: z.string().optional(),
})
export type Invitation = z.infer<typeof Invitation>
/** Both days included, by the days of the node; at most 62. */
export const InvitationFilter = z.strictObject({ from: PlainDate.optional(), to: PlainDate.optional() })
