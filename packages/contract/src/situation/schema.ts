/** One record of what a case keeps of a life: dated, with its source, its history and its end. */
import { z } from 'zod'
import { Compartment } from '../access/compartments.ts'
import { concernSources } from '../casework/concerns.ts'
import { Id, Instant, line, PlainDate, Reason } from '../common.ts'
import { RoughDate } from '../people/kinship/schema.ts'
import { Colleague } from '../tasks/schema.ts'
import { Content } from './content.ts'

export const entryStates = ['open', 'ended', 'mistake'] as const
export const EntryState = z.enum(entryStates)
export type EntryState = z.infer<typeof EntryState>
/** How it ends: it is over, or it was never so. */
export const entryEnds = ['ended', 'mistake'] as const

const said = {
  /** As exactly as it is known. */
  since: RoughDate.optional(),
  source: z.enum(concernSources).default('family'),
  content: Content,
}

export const AddEntry = z.strictObject({
  /** Made by the device, so that a repeated command adds one. */
  id: Id,
  parentId: Id.optional(),
  ...said,
})
export type AddEntry = z.infer<typeof AddEntry>

export const ChangeEntry = z
  .strictObject({
    ...said,
    /** The life changed, or what was written was not right. */
    what: z.enum(['update', 'correction']).default('update'),
    reason: Reason.optional(),
  })
  .refine(one => one.what === 'update' || one.reason !== undefined, { path: ['reason'], message: 'required' })
export type ChangeEntry = z.infer<typeof ChangeEntry>

export const EndEntry = z.strictObject({
  how: z.enum(entryEnds),
  on: RoughDate,
  /** What came of it, or why it was never so. */
  outcome: line(300),
  /** The version that was read. */
  seen: z.number().int().min(1),
})
export type EndEntry = z.infer<typeof EndEntry>

export const Entry = z.strictObject({
  id: Id,
  version: z.number().int(),
  personId: Id,
  parentId: Id.optional(),
  compartment: Compartment,
  since: RoughDate.optional(),
  source: z.enum(concernSources),
  content: Content,
  /** How somebody of the register is called, whom the content names by id; absent where they are not open to the reader. */
  withPerson: z.string().optional(),
  state: EntryState,
  until: RoughDate.optional(),
  outcome: z.string().optional(),
  by: Colleague,
  at: Instant,
  mayChange: z.boolean(),
})
export type Entry = z.infer<typeof Entry>

export const EntryVersion = z.strictObject({
  number: z.number().int(),
  what: z.enum(['made', 'update', 'correction', 'ended', 'mistake']),
  since: RoughDate.optional(),
  until: RoughDate.optional(),
  content: Content,
  words: z.string().optional(),
  by: Colleague,
  at: Instant,
})
export type EntryVersion = z.infer<typeof EntryVersion>

export const Situation = z.strictObject({
  /** The latest first; what was never so is left out. */
  rows: z.array(Entry),
  /** Sections that are open to the asker, and those in which they write. */
  readable: z.array(Compartment),
  writable: z.array(Compartment),
})
export type Situation = z.infer<typeof Situation>

export const dayKinds = ['hearing', 'deadline', 'release', 'contact', 'housing'] as const
export const DaysAhead = z.strictObject({
  of: z.enum(['mine', 'team']).default('mine'),
  from: PlainDate,
  to: PlainDate,
})
export type DaysAhead = z.infer<typeof DaysAhead>
export const DayAhead = z.strictObject({
  entryId: Id,
  personId: Id,
  person: z.string(),
  caseId: Id.optional(),
  what: z.enum(dayKinds),
  day: PlainDate,
  time: z.string().optional(),
  place: z.string().optional(),
})
export type DayAhead = z.infer<typeof DayAhead>
