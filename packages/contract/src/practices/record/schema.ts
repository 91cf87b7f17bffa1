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
import { EvidenceLevel, Licence, PracticeContent } from '../content.ts'
import { Audience, Criterion, Grade, PracticeState } from '../rules.ts'

/** What it says beside its content. Who brings it is told by the session. */
const frame = {
  audience: Audience,
  licence: Licence,
  organisation: MultiText.optional(),
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

export const Practice = PracticeRow.extend({
  version: z.number().int(),
  licence: Licence,
  organisation: MultiText.optional(),
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
})
export type PracticeFilter = z.output<typeof PracticeFilter>
export const PracticePage = page(PracticeRow)
export const WithReason = z.strictObject({ reason: Reason })
