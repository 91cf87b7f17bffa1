/** Boarding and arrival: who is expected, what was ticked, and by whom. A tick is a fact of its own and is never changed. */
import { z } from 'zod'
import { Id, Instant, line, Reason } from '../../common.ts'
import { BirthDate, Sex } from '../../people/schema.ts'
import { ageGroups } from '../operations/rules.ts'
import { LineState } from '../operations/schema.ts'
import { markWords, waysToTick } from './marks.ts'

const Somebody = z.strictObject({ id: Id, name: z.string() })
const bracelet = line(24)

export const Mark = z.strictObject({
  id: Id,
  lineId: Id,
  what: z.enum(markWords),
  basedOn: z.array(Id),
  /** When it was made, by the clock of the device set right. */
  at: Instant,
  by: Somebody,
  how: z.enum(waysToTick),
  reason: z.string().optional(),
  /** Absent where it was made with a line and no device said so. */
  device: Id.optional(),
  /** As the device itself said it, and by how much its clock was ahead. */
  deviceAt: Instant.optional(),
  skewMs: z.number().int().optional(),
  receivedAt: Instant,
})
export type Mark = z.infer<typeof Mark>

/** Somebody who is expected, as far as a tick needs it. */
export const BoardLine = z.strictObject({
  id: Id,
  name: z.string(),
  otherNames: z.array(z.string()),
  sex: Sex,
  birth: BirthDate,
  ageGroup: z.enum(ageGroups),
  familyId: Id.optional(),
  head: z.boolean(),
  carer: z.string().optional(),
  bracelet: z.string().optional(),
  /** Was to wear it at the door; somebody else does, and they have none yet. */
  braceletAsked: z.string().optional(),
  seat: z.string().optional(),
  door: z.boolean(),
  state: LineState,
})
export type BoardLine = z.infer<typeof BoardLine>

export const Board = z.strictObject({
  operationId: Id,
  /** As those who work in it call it. */
  name: z.string(),
  /** Absent for arrivals, which are about all legs. */
  leg: z
    .strictObject({
      id: Id,
      vehicle: z.string().optional(),
      fromPlace: z.string(),
      toPlace: z.string(),
      seats: z.number().int().optional(),
      departsAt: Instant.optional(),
    })
    .optional(),
  families: z.array(z.strictObject({ id: Id, name: z.string() })),
  lines: z.array(BoardLine),
  marks: z.array(Mark),
  /** On the list, and not open to the reader: counted, and not named. */
  notShown: z.number().int(),
  /** When the node said so. */
  at: Instant,
})
export type Board = z.infer<typeof Board>

export const MakeMark = z
  .strictObject({
    /** Made by the device, so that a repeated command makes one mark. */
    id: Id,
    lineId: Id,
    /** Absent for an arrival. */
    legId: Id.optional(),
    what: z.enum(markWords),
    basedOn: z.array(Id).max(50).default([]),
    how: z.enum(waysToTick),
    reason: Reason.optional(),
  })
  .refine(mark => mark.what !== 'not-there' || mark.reason !== undefined, {
    path: ['reason'],
    error: 'required',
  })
  .refine(mark => mark.what !== 'withdrawn' || mark.basedOn.length > 0, {
    path: ['basedOn'],
    error: 'required',
  })
export type MakeMark = z.infer<typeof MakeMark>

/** Somebody who came without being on the list: what one hears and sees at the door. */
export const AtDoor = z.strictObject({
  /** All three made by the device. */
  markId: Id,
  lineId: Id,
  personId: Id,
  legId: Id.optional(),
  name: line(160),
  sex: Sex,
  /** As it looks; nobody asks for papers at the door. */
  age: z.number().int().min(0).max(120).optional(),
  /** On the list: whose family they belong to. */
  withLineId: Id.optional(),
  /** With whom, in words, where that one is on no list. */
  withWhom: line(120).optional(),
  bracelet: bracelet.optional(),
})
export type AtDoor = z.infer<typeof AtDoor>

export const MarkedLine = z.strictObject({
  line: BoardLine,
  /** All marks of this line at this place. */
  marks: z.array(Mark),
  /** Somebody else wears the number that was asked for: nobody got it, and this one is free. */
  braceletTaken: z.strictObject({ asked: z.string(), free: z.string() }).optional(),
})
export type MarkedLine = z.infer<typeof MarkedLine>
