/** Focal points: who asks and answers for a state or an organisation, in which languages, for how long. Contacts are for members. */
import { z } from 'zod'
import { Id, Language, line, PlainDate } from '../../common.ts'
import { PartyName } from '../schema.ts'

export const focalRoles = ['focal-point', 'deputy'] as const
export type FocalRole = (typeof focalRoles)[number]

const contactContent = {
  email: z.email().max(200).optional(),
  phone: line(60).optional(),
  note: line(300).optional(),
}
export const FocalContact = z.strictObject(contactContent)
export const FocalPoint = z.strictObject({
  id: Id,
  version: z.number().int(),
  party: PartyName,
  role: z.enum(focalRoles),
  name: z.string(),
  office: z.string(),
  languages: z.array(Language),
  /** The account that acts as this focal point. */
  account: z.strictObject({ id: Id, name: z.string() }).optional(),
  from: PlainDate,
  to: PlainDate.optional(),
  /** Its term runs today: it asks, answers and receives. */
  running: z.boolean(),
  /** Absent for those who are no members, and where none was written down. */
  contact: FocalContact.optional(),
})
export type FocalPoint = z.infer<typeof FocalPoint>

export const FocalFilter = z.strictObject({
  partyId: Id.optional(),
  /** Whose term has ended, too. */
  ended: z.stringbool().optional(),
})
export type FocalFilter = z.infer<typeof FocalFilter>
export const FocalPoints = z.strictObject({
  rows: z.array(FocalPoint),
  /** May the reader see how to reach them? */
  contacts: z.boolean(),
})

const content = {
  role: z.enum(focalRoles),
  name: line(160),
  office: line(300),
  languages: z.array(Language).min(1).max(7),
  accountId: Id.optional(),
  from: PlainDate,
  to: PlainDate.optional(),
  contact: FocalContact.default({}),
}
const inOrder = ({ from, to }: { from: string; to?: string | undefined }) => to === undefined || to >= from
const reversed = { path: ['to'], message: 'period-reversed' }
export const AddFocalPoint = z.strictObject({ id: Id, partyId: Id, ...content }).refine(inOrder, reversed)
export const ChangeFocalPoint = z.strictObject(content).refine(inOrder, reversed)
