/** Shapes of Council documents as they travel: rows, one document, its texts, comments and amendments. */
import { z } from 'zod'
import {
  Id,
  Instant,
  Language,
  languages,
  line,
  MultiText,
  page,
  pageQuery,
  paragraph,
  PlainDate,
  Reason,
} from '../../common.ts'
import { PartyName } from '../schema.ts'
import { modifiers } from '../symbols.ts'
import { amendmentActions, amendmentStates } from './amending.ts'
import { Distribution, DocumentKind } from './head.ts'
import { documentStates, languageStates } from './states.ts'
import { Block, BlockId, DocumentText } from './text.ts'

const count = z.number().int().min(0)
const BodyName = z.strictObject({ id: Id, code: z.string(), name: MultiText })

export const DocumentRow = z.strictObject({
  id: Id,
  version: count,
  body: BodyName,
  session: z.strictObject({ id: Id, title: MultiText, symbol: z.string().optional() }).optional(),
  /** The item of the agenda that it belongs to. */
  item: z.strictObject({ id: Id, title: MultiText }).optional(),
  kind: DocumentKind,
  sourceLanguage: Language,
  distribution: Distribution,
  state: z.enum(documentStates),
  symbol: z.string().optional(),
  /** In the languages that have a text, each as its newest version says. */
  title: MultiText,
  languages: z.record(Language, z.enum(languageStates)),
  updatedAt: Instant,
})
export type DocumentRow = z.infer<typeof DocumentRow>

export const DocumentFilter = z.strictObject({
  ...pageQuery,
  bodyId: Id.optional(),
  sessionId: Id.optional(),
  kind: DocumentKind.optional(),
  state: z.enum(documentStates).optional(),
  /** Documents that lack this language, or whose text in it is behind its source. */
  missing: Language.optional(),
  stale: Language.optional(),
})
export type DocumentFilter = z.infer<typeof DocumentFilter>
export const DocumentPage = page(DocumentRow)

export const SearchDocuments = z.strictObject({ words: line(200) })
export const FoundDocuments = z.strictObject({
  rows: z.array(
    z.strictObject({
      document: DocumentRow,
      /** The language in which the words were found. */
      language: Language,
    }),
  ),
})

const Related = z.strictObject({
  id: Id,
  relation: z.enum(modifiers),
  symbol: z.string().optional(),
  state: z.enum(documentStates),
  title: MultiText,
})
export const LanguageStand = z.strictObject({
  language: Language,
  state: z.enum(languageStates),
  /** 0 where there is no text. */
  number: count,
  madeFrom: count.optional(),
  /** Blocks of the source that lack a text, that changed since, and that are no longer in the source. */
  missing: z.array(BlockId),
  stale: z.array(BlockId),
  left: z.array(BlockId),
})
export type LanguageStand = z.infer<typeof LanguageStand>

/** A statement or a summary record goes its way on the page of its session. */
export const Bound = z.strictObject({
  as: z.enum(['statement', 'record']),
  sessionId: Id,
  /** Whose statement it is. */
  party: PartyName.optional(),
  /** Until when corrections of a circulated record may be submitted. */
  correctionsUntil: Instant.optional(),
  approvedAt: Instant.optional(),
})
export type Bound = z.infer<typeof Bound>

export const CouncilDocument = DocumentRow.extend({
  /** The day that stands on it until its issue gives it one. */
  dated: PlainDate.optional(),
  issuedAt: Instant.optional(),
  stands: z.array(LanguageStand).length(languages.length),
  /** What it revises, adds to or corrects. */
  basedOn: Related.optional(),
  /** What revises, adds to or corrects it. */
  followedBy: z.array(Related),
  steps: z.array(
    z.strictObject({
      id: Id,
      at: Instant,
      by: z.string(),
      to: z.enum(documentStates),
      reason: z.string().optional(),
    }),
  ),
  bound: Bound.optional(),
  openComments: count,
  openAmendments: count,
  mine: z.strictObject({
    party: PartyName.optional(),
    mayComment: z.boolean(),
    mayAmend: z.boolean(),
  }),
})
export type CouncilDocument = z.infer<typeof CouncilDocument>

const facts = {
  bodyId: Id,
  sessionId: Id.optional(),
  /** Of the agenda of that session. */
  itemId: Id.optional(),
  kind: DocumentKind,
  distribution: Distribution,
  dated: PlainDate.optional(),
}
export const DraftDocument = z
  .strictObject({
    id: Id,
    ...facts,
    sourceLanguage: Language,
    basedOn: Id.optional(),
    relation: z.enum(modifiers).optional(),
    text: DocumentText,
  })
  .refine(draft => (draft.basedOn === undefined) === (draft.relation === undefined), {
    path: ['relation'],
    message: 'required',
  })
export const ChangeDocument = z.strictObject({
  ...facts,
  /** Of languages that have a text; each change is the next version of that text. */
  titles: z.partialRecord(Language, line(500)).optional(),
})
export const PlaceDocument = z.strictObject({ sessionId: Id, itemId: Id.optional(), basedOn: count })
export const MoveDocument = z
  .strictObject({
    to: z.enum(['circulated', 'issued', 'withdrawn']),
    basedOn: count,
    reason: Reason.optional(),
  })
  .refine(move => move.to !== 'withdrawn' || move.reason !== undefined, {
    path: ['reason'],
    message: 'required',
  })

/** `version` is the number of the text: what a change in the same language is based on. */
export const TextVersion = z.strictObject({
  documentId: Id,
  language: Language,
  version: count,
  madeFrom: count.optional(),
  state: z.enum(['draft', 'checked']),
  by: z.string(),
  at: Instant,
  text: DocumentText,
})
export type TextVersion = z.infer<typeof TextVersion>
export const SaveText = z.strictObject({
  text: DocumentText,
  /** The version of the source that a translation follows; wanted for translations only. */
  madeFrom: z.number().int().min(1).optional(),
})
export const TextVersions = z.strictObject({
  rows: z.array(
    TextVersion.omit({ text: true, documentId: true, language: true }).extend({
      checkedBy: z.string().optional(),
    }),
  ),
})
export const TextChanges = z.strictObject({
  from: count,
  to: count,
  title: z.strictObject({ before: z.string(), after: z.string() }).optional(),
  changes: z.array(
    z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.enum(['added', 'removed']), block: Block }),
      z.strictObject({ kind: z.literal('changed'), before: Block, after: Block }),
      z.strictObject({ kind: z.literal('moved'), block: Block }),
    ]),
  ),
})
export type TextChanges = z.infer<typeof TextChanges>

export const importFormats = ['docx', 'pdf', 'html', 'akn'] as const
export type ImportFormat = (typeof importFormats)[number]
export const exportFormats = ['docx', 'pdf', 'html', 'akn'] as const
export type ExportFormat = (typeof exportFormats)[number]
export const ReadFile = z.strictObject({ text: DocumentText })

export const Comment = z.strictObject({
  id: Id,
  blockId: BlockId.optional(),
  language: Language,
  replyTo: Id.optional(),
  words: z.string(),
  by: z.string(),
  party: PartyName.optional(),
  at: Instant,
  resolvedAt: Instant.optional(),
  mayResolve: z.boolean(),
})
export type Comment = z.infer<typeof Comment>
export const Comments = z.strictObject({ rows: z.array(Comment) })
export const AddComment = z.strictObject({
  id: Id,
  blockId: BlockId.optional(),
  language: Language,
  replyTo: Id.optional(),
  words: paragraph(4000),
})

export const Amendment = z.strictObject({
  id: Id,
  action: z.enum(amendmentActions),
  blockId: BlockId,
  sourceNumber: count,
  before: Block,
  after: Block.optional(),
  reason: z.string(),
  by: z.string(),
  party: PartyName.optional(),
  at: Instant,
  state: z.enum(amendmentStates),
  settledAt: Instant.optional(),
  settledBy: z.string().optional(),
  answer: z.string().optional(),
  resultNumber: count.optional(),
  /** What became of its paragraph since it was proposed. */
  conflict: z.enum(['changed', 'gone']).optional(),
  mine: z.boolean(),
})
export type Amendment = z.infer<typeof Amendment>
export const Amendments = z.strictObject({ rows: z.array(Amendment) })
export const ProposeAmendment = z
  .strictObject({
    id: Id,
    action: z.enum(amendmentActions),
    blockId: BlockId,
    /** The version of the source that was read. */
    sourceNumber: z.number().int().min(1),
    after: Block.optional(),
    reason: paragraph(2000).refine(text => text.length >= 3, 'reason-too-short'),
  })
  .refine(one => (one.action === 'remove') === (one.after === undefined), {
    path: ['after'],
    message: 'required',
  })
export const SettleAmendment = z.strictObject({
  as: z.enum(['accepted', 'declined', 'withdrawn']),
  /** The version of the source that was looked at; wanted for an acceptance. */
  basedOn: z.number().int().min(1).optional(),
  /** Words agreed upon instead of those proposed, for instance because the paragraph has changed since. */
  agreed: Block.optional(),
  answer: paragraph(2000).optional(),
})
