/** What waits for somebody at the Council, for their landing page: invitations, records in their term, papers that a language lacks. */
import { z } from 'zod'
import { Id, Instant, Language, MultiText } from '../../common.ts'
import { DocumentRow } from '../documents/schema.ts'
import { PartyName } from '../schema.ts'

/**
 * How a circulated record waits: `correct` for a member whose delegation may correct it, `settle` for whoever answers
 * corrections, `approve` for a later session, `read` for all others while the term runs.
 */
export const recordWaits = ['correct', 'settle', 'approve', 'read'] as const
export type RecordWaits = (typeof recordWaits)[number]

export const WaitingRecord = z.strictObject({
  documentId: Id,
  session: z.strictObject({ id: Id, title: MultiText }),
  symbol: z.string(),
  circulatedAt: Instant,
  correctionsUntil: Instant,
  openCorrections: z.number().int().min(0),
  waits: z.enum(recordWaits),
})
export type WaitingRecord = z.infer<typeof WaitingRecord>

export const WaitingPaper = z.strictObject({
  document: DocumentRow,
  /** Of the languages that the rules of its body ask for. */
  missing: z.array(Language),
  /** Behind their original. */
  stale: z.array(Language),
})
export type WaitingPaper = z.infer<typeof WaitingPaper>

/** An invitation that the reader's party has not answered. */
export const WaitingInvitation = z.strictObject({
  session: z.strictObject({ id: Id, title: MultiText }),
  symbol: z.string().optional(),
  party: PartyName,
  at: Instant,
})
export type WaitingInvitation = z.infer<typeof WaitingInvitation>

export const Waiting = z.strictObject({
  invitations: z.array(WaitingInvitation),
  records: z.array(WaitingRecord),
  /** For those who prepare the Council's work; empty for others. */
  papers: z.array(WaitingPaper),
})
export type Waiting = z.infer<typeof Waiting>
