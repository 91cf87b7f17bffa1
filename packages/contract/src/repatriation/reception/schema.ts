/**
 * Reception: houses, rooms, who stays where and since when, what they need now and what they brought. There is no
 * field for security, and none may be added (DOMAIN, red lines).
 */
import { z } from 'zod'
import { AreaCode, Id, Instant, LanguageTag, line, paragraph, PlainDate, Reason } from '../../common.ts'
import { BirthDate, Sex } from '../../people/schema.ts'
import { medicalNeeds, psychosocialNeeds, urgencies } from './rules.ts'

export const siteKinds = ['reception-centre', 'hospital', 'guest-house', 'other'] as const
export const roomKinds = ['room', 'ward'] as const
export const endings = ['handed-over', 'hospital', 'left', 'mistake'] as const

export const Room = z.strictObject({
  id: Id,
  name: z.string(),
  kind: z.enum(roomKinds),
  places: z.number().int(),
  /** Everybody who sleeps there, also those whom the reader does not see. */
  taken: z.number().int(),
  closed: z.boolean(),
})
export type Room = z.infer<typeof Room>

export const Site = z.strictObject({
  id: Id,
  version: z.number().int(),
  name: z.string(),
  kind: z.enum(siteKinds),
  area: AreaCode,
  closed: z.boolean(),
  places: z.number().int(),
  taken: z.number().int(),
})
export type Site = z.infer<typeof Site>
export const SiteList = z.strictObject({ rows: z.array(Site) })

export const WriteSite = z.strictObject({
  id: Id,
  name: line(120),
  kind: z.enum(siteKinds),
  area: AreaCode,
  closed: z.boolean().default(false),
})
export type WriteSite = z.infer<typeof WriteSite>
export const WriteRoom = z.strictObject({
  id: Id,
  name: line(60),
  kind: z.enum(roomKinds),
  places: z.number().int().min(1).max(200),
  closed: z.boolean().default(false),
})
export type WriteRoom = z.infer<typeof WriteRoom>

const Somebody = z.strictObject({ id: Id, name: z.string() })

export const Guest = z.strictObject({
  personId: Id,
  name: z.string(),
  sex: Sex,
  birth: BirthDate,
  /** Whom they belong to: the family of the list they came with, else their home. */
  party: z.strictObject({ id: Id, name: z.string() }).optional(),
  languages: z.array(LanguageTag),
})
export type Guest = z.infer<typeof Guest>

export const Stay = z.strictObject({
  id: Id,
  version: z.number().int(),
  siteId: Id,
  guest: Guest,
  roomId: Id.optional(),
  /** When this reception began; moving to another room or house does not begin it anew. */
  since: PlainDate,
  day: z.number().int(),
  long: z.boolean(),
  interpreter: z
    .strictObject({ language: LanguageTag, who: Somebody.optional(), name: z.string().optional() })
    .optional(),
  /** What is needed now, where the health section is open to the reader; absent where it is not. */
  needs: z.strictObject({ urgency: z.enum(urgencies), codes: z.array(z.enum(medicalNeeds)) }).optional(),
  kept: z.number().int(),
})
export type Stay = z.infer<typeof Stay>

/** Somebody who came, and has no bed yet. */
export const Arrived = z.strictObject({
  lineId: Id,
  operationId: Id,
  operation: z.string(),
  guest: Guest,
})
export type Arrived = z.infer<typeof Arrived>

export const SiteWhole = Site.extend({
  rooms: z.array(Room),
  stays: z.array(Stay),
  arrived: z.array(Arrived),
  /** Guests whom the reader may not see. */
  notShown: z.number().int(),
  /** Families that sleep apart with the word of two people, and until when. */
  apart: z.array(z.strictObject({ partyId: Id, endsAt: Instant })),
  usualDays: z.strictObject({ from: z.number().int(), to: z.number().int() }).optional(),
  mayWork: z.boolean(),
})
export type SiteWhole = z.infer<typeof SiteWhole>

/** A family of a list, or a home, that is to be apart for a time; a second person decides. */
export const AskApart = z.strictObject({
  id: Id,
  partyId: Id,
  at: z.enum(['room', 'site', 'handover']),
  reason: Reason,
  endsAt: Instant,
})
export type AskApart = z.infer<typeof AskApart>

export const Bed = z.strictObject({
  /** The stay that begins; made by the device. */
  id: Id,
  personId: Id,
  lineId: Id.optional(),
  roomId: Id.optional(),
})
/** Several at once, so that a family is never half in a room because the second command failed. */
export const TakeIn = z.strictObject({
  on: PlainDate.optional(),
  beds: z
    .array(Bed)
    .min(1)
    .max(200)
    .refine(beds => new Set(beds.map(bed => bed.personId)).size === beds.length, 'twice'),
})
export type TakeIn = z.infer<typeof TakeIn>

export const MoveBeds = z.strictObject({
  beds: z
    .array(z.strictObject({ id: Id, stayId: Id, roomId: Id.optional(), siteId: Id.optional() }))
    .min(1)
    .max(200)
    .refine(beds => new Set(beds.map(bed => bed.stayId)).size === beds.length, 'twice'),
})
export type MoveBeds = z.infer<typeof MoveBeds>

export const EndStay = z.strictObject({
  why: z.enum(endings),
  on: PlainDate.optional(),
  reason: Reason.optional(),
})
export type EndStay = z.infer<typeof EndStay>

export const Interpreter = z.strictObject({
  /** Absent: none is needed after all. */
  language: LanguageTag.optional(),
  accountId: Id.optional(),
  name: line(120).optional(),
})
export type Interpreter = z.infer<typeof Interpreter>

const triage = { id: Id, urgency: z.enum(urgencies), note: paragraph(1000).optional() }
export const AddTriage = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('medical'),
    ...triage,
    needs: z.array(z.enum(medicalNeeds)).max(medicalNeeds.length),
  }),
  z.strictObject({
    kind: z.literal('psychosocial'),
    ...triage,
    needs: z.array(z.enum(psychosocialNeeds)).max(psychosocialNeeds.length),
  }),
])
export type AddTriage = z.infer<typeof AddTriage>
export const Triage = z.strictObject({
  id: Id,
  kind: z.enum(['medical', 'psychosocial']),
  urgency: z.enum(urgencies),
  needs: z.array(z.enum([...medicalNeeds, ...psychosocialNeeds])),
  note: z.string().optional(),
  at: Instant,
  by: Somebody,
})
export type Triage = z.infer<typeof Triage>

export const AddBelonging = z.strictObject({
  id: Id,
  what: line(200),
  where: line(120).optional(),
})
export type AddBelonging = z.infer<typeof AddBelonging>
export const GiveBack = z.strictObject({
  /** Who took it and signed for it. */
  to: line(160),
  on: PlainDate.optional(),
})
export const Belonging = z.strictObject({
  id: Id,
  what: z.string(),
  where: z.string().optional(),
  at: Instant,
  by: Somebody,
  givenBack: z.strictObject({ on: PlainDate, to: z.string(), by: Somebody }).optional(),
})
export type Belonging = z.infer<typeof Belonging>

/** Reception on the page of one person. */
export const PersonReception = z.strictObject({
  stays: z.array(
    z.strictObject({
      id: Id,
      siteId: Id,
      site: z.string(),
      room: z.string().optional(),
      from: Instant,
      to: Instant.optional(),
      ended: z.enum([...endings, 'moved']).optional(),
    }),
  ),
  belongings: z.array(Belonging),
  /** Only the kinds whose section is open to the reader. */
  triage: z.array(Triage),
  mayTriage: z.array(z.enum(['medical', 'psychosocial'])),
  mayWork: z.boolean(),
})
export type PersonReception = z.infer<typeof PersonReception>
