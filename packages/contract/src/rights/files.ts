/** Asking to see everything that is held about oneself, or about a child: who asks, how they were known, and what is kept back with why. */
import { z } from 'zod'
import { Compartment } from '../access/compartments.ts'
import { Id, Instant, Language, line, PlainDate } from '../common.ts'
import { Colleague } from '../tasks/schema.ts'
import { ReceiptCode } from './complaints.ts'

export const fileAskers = ['self', 'carer', 'court'] as const
export const identityWays = ['document', 'known', 'court-paper'] as const
export const fileStates = ['asked', 'released', 'refused', 'handed'] as const
/** It tells of other people, it would bring somebody in danger, a court has forbidden it. */
export const withheldReasons = ['others', 'danger', 'court'] as const
export const handedWays = ['screen', 'printed', 'own-phone'] as const

export const AskFile = z
  .strictObject({
    id: Id,
    /** Made by the device, as that of a complaint. */
    code: ReceiptCode,
    askedBy: z.enum(fileAskers),
    /** The relation by which a carer decides for the child. */
    relationId: Id.optional(),
    identity: z.enum(identityWays),
    identityNote: line(200).optional(),
    language: Language,
    askedOn: PlainDate,
  })
  .refine(one => one.askedBy !== 'carer' || one.relationId !== undefined, {
    path: ['relationId'],
    message: 'required',
  })
export type AskFile = z.infer<typeof AskFile>

export const FileRequest = z.strictObject({
  id: Id,
  version: z.number().int(),
  personId: Id,
  person: z.string(),
  askedBy: z.enum(fileAskers),
  identity: z.enum(identityWays),
  identityNote: z.string().optional(),
  language: Language,
  askedOn: PlainDate,
  due: PlainDate,
  state: z.enum(fileStates),
  by: Colleague,
  openUntil: Instant.optional(),
  /** How often the code opened it. */
  opened: z.number().int(),
  openedAt: Instant.optional(),
  handed: z.strictObject({ on: PlainDate, by: Colleague, how: z.enum(handedWays) }).optional(),
  approvalId: Id.optional(),
  withheld: z.number().int(),
  mayChange: z.boolean(),
})
export type FileRequest = z.infer<typeof FileRequest>

export const PersonFiles = z.strictObject({
  rows: z.array(FileRequest),
  mayAsk: z.boolean(),
  /** Whose word counts: the person's own, that of a carer, or either where the age is not known well. */
  word: z.enum(['own', 'carer', 'unclear']),
  carers: z.array(z.strictObject({ relationId: Id, kind: z.string(), name: z.string() })),
})
export type PersonFiles = z.infer<typeof PersonFiles>

/** One thing that is held. A value that begins with `=` is a key of the words of the screens. */
export const FileItem = z.strictObject({
  part: z.string(),
  rowId: z.string(),
  section: Compartment,
  fields: z.array(z.strictObject({ label: z.string(), value: z.string() })),
  /** `child`: confided by a child, and not for whoever asks in its place. */
  withheld: z.enum([...withheldReasons, 'child']).optional(),
})
export type FileItem = z.infer<typeof FileItem>
export const FileHead = z.strictObject({ head: z.string(), items: z.array(FileItem) })
export const FilePreview = z.strictObject({
  request: FileRequest,
  heads: z.array(FileHead),
  /** Sections of which the reader can keep things back. */
  mayWithhold: z.array(Compartment),
})
export type FilePreview = z.infer<typeof FilePreview>

export const Withhold = z.strictObject({
  part: z.string().max(100),
  rowId: z.string().max(200),
  /** Without it what was kept back is shown again. */
  reason: z.enum(withheldReasons).optional(),
})
export type Withhold = z.infer<typeof Withhold>
export const HandOverFile = z.strictObject({
  seen: z.number().int().min(1),
  how: z.enum(handedWays),
  on: PlainDate,
})
export type HandOverFile = z.infer<typeof HandOverFile>

export const OpenFile = z.strictObject({ code: ReceiptCode })
export const OpenedFile = z.strictObject({
  language: Language,
  openUntil: Instant,
  heads: z.array(FileHead),
})
export type OpenedFile = z.infer<typeof OpenedFile>
