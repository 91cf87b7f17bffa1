/** An assessment: by whom, of whom, when, with which instrument in which version, and what came of it. */
import { z } from 'zod'
import { Id, Instant, LanguageTag, line, paragraph, PlainDate } from '../common.ts'
import { Colleague } from '../tasks/schema.ts'
import { About, NeedDomain, NeedLevel } from './needs.ts'

const Key = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9-]{0,60}$/, 'word')
export const InstrumentId = z.string().regex(/^[a-z][a-z0-9-]{0,30}$/, 'word')

export const Answers = z.record(Key, z.number().int().min(-100).max(100))
export const DraftLevel = z.strictObject({ level: NeedLevel, reason: line(500).optional() })
export const DraftLevels = z.partialRecord(NeedDomain, DraftLevel)
/** Why this level: what somebody saw or was told, in a sentence. */
export const Level = z.strictObject({ domain: NeedDomain, level: NeedLevel, reason: z.string() })
export type Level = z.infer<typeof Level>

export const Outcome = z.strictObject({
  total: z.number().nullable(),
  subscales: z.record(z.string(), z.number().nullable()),
  band: z.string().nullable(),
  flags: z.array(z.string()),
  complete: z.boolean(),
  missing: z.array(z.string()),
})
export type Outcome = z.infer<typeof Outcome>

export const AssessmentRow = z.strictObject({
  id: Id,
  version: z.number().int(),
  personId: Id,
  instrument: InstrumentId,
  instrumentVersion: z.string(),
  about: About,
  takenOn: PlainDate,
  by: Colleague,
  state: z.enum(['draft', 'finished']),
  finishedAt: Instant.optional(),
  /** The look of a second assessor, taken without seeing this one. */
  besideId: Id.optional(),
  /** Of an instrument, once it is finished. */
  outcome: Outcome.optional(),
  /** Of needs, those domains that are open to the reader. */
  levels: z.array(Level).optional(),
})
export type AssessmentRow = z.infer<typeof AssessmentRow>

export const Assessment = AssessmentRow.extend({
  person: z.string(),
  caseId: Id.optional(),
  language: LanguageTag.optional(),
  /** Answers by item; of a draft only for who writes it. */
  answers: Answers.optional(),
  /** A draft of needs. */
  draft: DraftLevels.optional(),
  /** Domains that are the reader's to say. */
  writable: z.array(NeedDomain),
  /** Cut-offs of this node that the outcome was counted with. */
  cutOffs: z.record(Key, z.number()),
  /** The last one before it. Of needs the last level of each domain, by whomever. */
  previous: z
    .strictObject({
      takenOn: PlainDate,
      outcome: Outcome.optional(),
      levels: z.array(Level.extend({ takenOn: PlainDate })),
    })
    .optional(),
  /** What others saw who looked at the same; shown once one's own is finished. */
  compared: z.array(AssessmentRow.extend({ answers: Answers.optional() })),
  mayChange: z.boolean(),
})
export type Assessment = z.infer<typeof Assessment>

export const PersonAssessments = z.strictObject({
  person: z.string(),
  /** In whole years; absent where it is not known. */
  age: z.number().int().optional(),
  rows: z.array(AssessmentRow),
  /** Instruments and needs that the reader may take with this person. */
  mayTake: z.array(InstrumentId),
})
export type PersonAssessments = z.infer<typeof PersonAssessments>

export const StartAssessment = z.strictObject({
  /** Made by the device, so that a repeated command makes one. */
  id: Id,
  instrument: InstrumentId,
  about: About,
  /** In which language the items were asked. */
  language: LanguageTag.optional(),
  /** Who said yes today. An instrument asks each time; help does not depend on it. */
  agreed: z.enum(['self', 'guardian']).optional(),
  /** The finished one that a second assessor looks at independently. */
  besideId: Id.optional(),
})
export type StartAssessment = z.infer<typeof StartAssessment>

/** Answers of an instrument, or levels of needs; one of the two. */
export const SaveAssessment = z.strictObject({ answers: Answers.optional(), levels: DraftLevels.optional() })
export type SaveAssessment = z.infer<typeof SaveAssessment>

const Source = line(300)
export const InstrumentText = z.strictObject({
  language: LanguageTag,
  intro: paragraph(2000).optional(),
  items: z.record(Key, line(500)),
  /** What each answer is called. */
  answers: z.record(z.string().regex(/^-?\d{1,3}$/, 'word'), line(100)),
  source: Source,
  licence: Source,
})
export type InstrumentText = z.infer<typeof InstrumentText>

export const SetCutOff = z.strictObject({
  cutOff: Key,
  language: LanguageTag,
  value: z.number().min(-1000).max(1000),
  source: Source,
})
export type SetCutOff = z.infer<typeof SetCutOff>

export const InstrumentRow = z.strictObject({
  id: InstrumentId,
  version: z.string(),
  title: z.string(),
  licence: z.string(),
  texts: z.array(
    z.strictObject({ language: LanguageTag, source: z.string(), licence: z.string(), at: Instant }),
  ),
  cutOffs: z.array(
    z.strictObject({
      id: z.string(),
      scale: z.string(),
      published: z.number(),
      source: z.string(),
      own: z.array(
        z.strictObject({ language: LanguageTag, value: z.number(), source: z.string(), at: Instant }),
      ),
    }),
  ),
})
export type InstrumentRow = z.infer<typeof InstrumentRow>
