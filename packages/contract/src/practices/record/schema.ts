/** A practice as it goes over the wire: what readers see, what its author works on, and how it came to where it stands. */
import { z } from 'zod'
import {
  Country,
  Id,
  Instant,
  Language,
  MultiText,
  page,
  pageQuery,
  PlainDate,
  Reason,
} from '../../common.ts'
import { Domain } from '../../domains.ts'
import { fileDraft, namedAsItIs } from '../../documents/schema.ts'
import { findingCodes } from '../check/finding.ts'
import { EvidenceLevel, Licence, PracticeContent, textFields } from '../content.ts'
import { Uses } from '../adoption/schema.ts'
import { Audience, Criterion, Grade, PracticeState } from '../rules.ts'

export const practiceOrigins = ['operation-lesson', 'case-lesson'] as const
export type PracticeOrigin = (typeof practiceOrigins)[number]

/** What it says beside its content. Who brings it is told by the session. */
const frame = {
  audience: Audience,
  licence: Licence,
  organisation: MultiText.optional(),
  /** In which it is written first; the others are translations. */
  sourceLanguage: Language.default('en'),
  /** Symbols of documents of the Council. */
  papers: z.array(z.string().trim().min(3).max(60)).max(20).default([]),
}
export const MakePractice = z.strictObject({ id: Id, ...frame, content: PracticeContent })
export type MakePractice = z.input<typeof MakePractice>
export const SavePractice = z.strictObject({ ...frame, content: PracticeContent })
export type SavePractice = z.output<typeof SavePractice>

/** A row of a list. The title is that of the edition; where there is none yet, of the draft. */
export const PracticeRow = z.strictObject({
  id: Id,
  number: z.number().int().optional(),
  state: PracticeState,
  audience: Audience,
  country: Country,
  title: MultiText,
  summary: MultiText.optional(),
  domains: z.array(Domain),
  evidenceLevel: EvidenceLevel,
  languages: z.array(Language),
  author: z.strictObject({ id: Id, name: z.string() }),
  /** What the places say that try it; absent where none does. */
  uses: Uses.optional(),
  publishedAt: Instant.optional(),
  updatedAt: Instant,
  confirmBy: PlainDate.optional(),
})
export type PracticeRow = z.infer<typeof PracticeRow>

const GradeGiven = z.strictObject({ grade: Grade, reasons: z.array(MultiText) })
/** As it is published with an edition: no names of reviewers, only whence they come. */
export const PublishedReview = z.strictObject({
  grades: z.partialRecord(Criterion, GradeGiven),
  words: z.array(z.strictObject({ text: MultiText, country: Country.optional(), third: z.boolean() })),
  reviewers: z.array(z.strictObject({ country: Country.optional(), third: z.boolean() })),
  /** The two differed, and a third decided. */
  differed: z.boolean(),
})
export type PublishedReview = z.infer<typeof PublishedReview>

export const PracticeStep = z.strictObject({
  number: z.number().int(),
  from: PracticeState.optional(),
  to: PracticeState,
  at: Instant,
  by: z.string().optional(),
  reason: z.string().optional(),
})

// ---------------------------------------------------------------- the check before it is handed in
/** What the author means, although the check found it: in one word or a few. */
export const KeptThing = z.strictObject({
  field: z.string().max(60),
  language: Language,
  code: z.string().max(60),
  /** The words themselves: a place in a text moves with every change. */
  words: z.string().max(300),
  why: z.string().trim().min(2).max(200),
})
export type KeptThing = z.infer<typeof KeptThing>
export const Thing = z.strictObject({
  field: z.enum([...textFields, 'figures', 'organisation']),
  /** Which of the figures. */
  index: z.number().int().optional(),
  language: Language,
  from: z.number().int(),
  to: z.number().int(),
  code: z.enum(findingCodes),
  severity: z.enum(['look', 'strong']),
  words: z.string(),
  suggestion: z.string().optional(),
})
export type Thing = z.infer<typeof Thing>
export const Submit = z.strictObject({ kept: z.array(KeptThing).max(200).default([]) })

export const Practice = PracticeRow.extend({
  version: z.number().int(),
  licence: Licence,
  organisation: MultiText.optional(),
  sourceLanguage: Language,
  papers: z.array(z.string()),
  agency: z.strictObject({ id: Id, name: MultiText }),
  retractedReason: z.string().optional(),
  /** What readers read; absent until first published. */
  edition: z
    .strictObject({
      id: Id,
      number: z.number().int(),
      content: PracticeContent,
      publishedAt: Instant,
      review: PublishedReview,
    })
    .optional(),
  /** What its author works on: for the author, reviewers and those who moderate. */
  working: PracticeContent.optional(),
  /** How it came to where it stands: for the same. */
  steps: z.array(PracticeStep).optional(),
  /** What the check finds in it, and what of that its author means: for the same. */
  things: z.array(Thing).optional(),
  kept: z.array(KeptThing).optional(),
  awaitsState: z.boolean(),
  /** What it came from, where it did not begin with its author. */
  origin: z.enum(practiceOrigins).optional(),
  mayModerate: z.boolean(),
  mayConfirm: z.boolean(),
  round: z.number().int(),
  mine: z.boolean(),
  mayChange: z.boolean(),
})
export type Practice = z.infer<typeof Practice>

export const PracticeFilter = z.strictObject({
  ...pageQuery,
  state: PracticeState.optional(),
  domain: Domain.optional(),
  country: Country.optional(),
  language: Language.optional(),
  evidence: EvidenceLevel.optional(),
  mine: z.stringbool().optional(),
  /** Tried elsewhere, what may be relied on most first. */
  tried: z.stringbool().optional(),
})
export type PracticeFilter = z.output<typeof PracticeFilter>
export const PracticePage = page(PracticeRow)
export const WithReason = z.strictObject({ reason: Reason })

// ---------------------------------------------------------------- what was said before
export const VersionRow = z.strictObject({
  version: z.number().int(),
  at: Instant,
  by: z.string(),
  fields: z.array(z.string()),
})
export const Versions = z.strictObject({ rows: z.array(VersionRow) })
export const VersionContent = VersionRow.extend({ content: PracticeContent })
export const EditionRow = z.strictObject({
  id: Id,
  number: z.number().int(),
  publishedAt: Instant,
  content: PracticeContent,
  review: PublishedReview,
})
export const Editions = z.strictObject({ rows: z.array(EditionRow) })

// ---------------------------------------------------------------- attachments
export const fileFaults = ['encrypted', 'broken', 'no-words', 'too-heavy'] as const
/** Whether the words of a file are searched, for those who may mend it; of types that have none nothing is said. */
export const FileWords = z.strictObject({
  state: z.enum(['waiting', 'read', 'unreadable']),
  why: z.enum(fileFaults).optional(),
  language: Language.optional(),
  pages: z.number().int().optional(),
  /** As much as one reads was read, and there is more. */
  cut: z.boolean().optional(),
})
export type FileWords = z.infer<typeof FileWords>
export const Attachment = z.strictObject({
  id: Id,
  name: z.string(),
  mediaType: z.string(),
  language: Language.optional(),
  size: z.number().int().optional(),
  state: z.enum(['awaiting', 'stored']),
  published: z.boolean(),
  words: FileWords.optional(),
  at: Instant,
})
export type Attachment = z.infer<typeof Attachment>
export const AddAttachment = z
  .strictObject({ id: Id, language: Language.optional(), ...fileDraft })
  .refine(namedAsItIs, { path: ['name'], error: 'file-ending' })
export const Attachments = z.strictObject({ rows: z.array(Attachment) })
