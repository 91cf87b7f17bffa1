/** Handing over: who goes to whom, what goes with them, whose signature stands below, and whose work it is then. */
import { z } from 'zod'
import { caseOrigins } from '../../cases/schema.ts'
import { Id, Instant, line, MultiText, PlainDate } from '../../common.ts'

export const receivers = ['relative', 'guardian', 'centre', 'self'] as const
export const itemKinds = ['paper', 'belonging', 'medicine'] as const

export const MakeHandover = z.strictObject({
  /** Made by the device, so that a repeated command hands over once. */
  id: Id,
  people: z.array(Id).min(1).max(40),
  to: z.enum(receivers),
  /** Somebody of the register … */
  receiverId: Id.optional(),
  /** … or a name, and how to reach them. */
  receiver: line(160).optional(),
  reach: line(160).optional(),
  /** The team that works with the family from now on. */
  teamId: Id,
  /** How they came, where it was not by an operation. */
  origin: z.enum(caseOrigins).default('handover'),
  on: PlainDate,
  signedBy: line(160),
  signedOn: PlainDate,
  items: z
    .array(z.strictObject({ id: Id, personId: Id, kind: z.enum(itemKinds), what: line(200) }))
    .max(100)
    .default([]),
  /** What reception kept for them was given into their hands. */
  belongings: z.boolean().default(false),
})
export type MakeHandover = z.infer<typeof MakeHandover>

export const MadeHandover = z.strictObject({ id: Id, people: z.number().int() })
export type MadeHandover = z.infer<typeof MadeHandover>

const Somebody = z.strictObject({ id: Id, name: z.string() })

export const Handover = z.strictObject({
  id: Id,
  to: z.enum(receivers),
  receiver: z.string().optional(),
  receiverId: Id.optional(),
  reach: z.string().optional(),
  team: z.string().optional(),
  agency: MultiText,
  on: PlainDate,
  signedBy: z.string().optional(),
  signedOn: PlainDate,
  at: Instant,
  by: Somebody,
  /** The agreement as it was signed, kept since then; which document only where that is open. */
  scan: z.strictObject({ at: Instant, documentId: Id.optional(), personId: Id.optional() }).optional(),
  mayScan: z.boolean(),
  /** Those who are open to the reader, with what went with them as far as that is open. */
  people: z.array(
    z.strictObject({
      id: Id,
      name: z.string(),
      caseId: Id.optional(),
      items: z.array(z.strictObject({ kind: z.enum(itemKinds), what: z.string() })),
    }),
  ),
  /** All of them, those who are not open counted too. */
  count: z.number().int(),
})
export type Handover = z.infer<typeof Handover>

/** Teams that can receive a family: somebody there gives cases out. */
export const HandoverPlaces = z.strictObject({
  rows: z.array(z.strictObject({ teamId: Id, team: z.string(), agency: MultiText })),
})
export type HandoverPlaces = z.infer<typeof HandoverPlaces>
