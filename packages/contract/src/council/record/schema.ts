/** Shapes of statements that are filed for a session, and of its summary record. */
import { z } from 'zod'
import { Id, Instant, Language, line, MultiText, Reason } from '../../common.ts'
import { documentStates } from '../documents/states.ts'
import { Block, BlockId, DocumentText } from '../documents/text.ts'
import { PartyName } from '../schema.ts'

/** A statement is a document of the Council: its text is read, translated and taken out as a file there. */
export const Statement = z.strictObject({
  id: Id,
  symbol: z.string(),
  party: PartyName,
  title: MultiText,
  language: Language,
  itemId: Id.optional(),
  /** The party asks that it be named in the summary record as entered there. */
  forRecord: z.boolean(),
  /** For members, the chair, the secretariat and the party itself; named in the record as withheld. */
  withheld: z.boolean(),
  /** After the session had closed. */
  late: z.boolean(),
  filedAt: Instant,
  withdrawnAt: Instant.optional(),
  mayWithdraw: z.boolean(),
})
export type Statement = z.infer<typeof Statement>

export const Statements = z.strictObject({
  rows: z.array(Statement),
  mine: z.strictObject({
    party: PartyName.optional(),
    mayFile: z.boolean(),
    /** Why not, as a code. */
    hindrance: z.string().optional(),
  }),
})
export type Statements = z.infer<typeof Statements>

export const FileStatement = z.strictObject({
  id: Id,
  itemId: Id.optional(),
  /** For whom the secretariat writes it down; a delegate files for the own party. */
  partyId: Id.optional(),
  language: Language,
  text: DocumentText.refine(text => text.blocks.length > 0, { path: ['blocks'], message: 'required' }),
  forRecord: z.boolean(),
  withheld: z.boolean(),
})
export type FileStatement = z.infer<typeof FileStatement>
export const WithdrawStatement = z.strictObject({ reason: Reason })

const SessionName = z.strictObject({ id: Id, title: MultiText, symbol: line(60).optional() })

export const RecordOfSession = z.strictObject({
  documentId: Id,
  /** Of the document: what a change is based on. */
  version: z.number().int(),
  symbol: z.string(),
  state: z.enum(documentStates),
  language: Language,
  draftedAt: Instant,
  circulatedAt: Instant.optional(),
  correctionsUntil: Instant.optional(),
  /** By the server's clock. */
  correctionsOver: z.boolean(),
  openCorrections: z.number().int(),
  approvedAt: Instant.optional(),
  approvedIn: SessionName.optional(),
})
export type RecordOfSession = z.infer<typeof RecordOfSession>
export const SessionRecord = z.strictObject({
  record: RecordOfSession.optional(),
  correctionDays: z.number().int(),
  /** Languages that a new draft is written in; the first one is the original unless another is asked for. */
  languages: z.array(Language),
})
export type SessionRecord = z.infer<typeof SessionRecord>

export const DraftRecord = z.strictObject({ documentId: Id, language: Language })

/** What a new draft from the sources of today would do; `mine` is what stands now, `theirs` what the sources say. */
export const Redrafting = z.strictObject({
  version: z.number().int(),
  /** Paragraphs that follow the sources, in all languages. */
  followed: z.number().int(),
  asks: z.array(
    z.strictObject({
      language: Language,
      blockId: BlockId,
      mine: Block.optional(),
      theirs: Block.optional(),
    }),
  ),
})
export type Redrafting = z.infer<typeof Redrafting>
export const Redraft = z.strictObject({
  basedOn: z.number().int(),
  /** Paragraphs in which the sources are taken and what was written by hand is lost. */
  take: z.array(z.strictObject({ language: Language, blockId: BlockId })).max(3000),
})
export const OnVersion = z.strictObject({ basedOn: z.number().int() })
