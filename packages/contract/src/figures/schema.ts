/**
 * Published numbers: a series says what is counted, a statement says what one source said of it. Statements that
 * contradict each other stand side by side. Counts only: there is no person in any of it.
 */
import { z } from 'zod'
import { Id, Instant, LanguageTag, line, MultiText, page, pageQuery, paragraph, Reason } from '../common.ts'
import { Reported } from './reported.ts'
import { When } from './when.ts'

export const figureStates = ['KZ', 'KG', 'TJ', 'TM', 'UZ'] as const
export const FigureState = z.enum(figureStates)
export type FigureState = z.infer<typeof FigureState>

/** What a number is broken down into; `unknown` are those of whom the source does not say which they are. */
export const parts = ['total', 'men', 'women', 'children', 'unknown'] as const
export const Part = z.enum(parts)
export type Part = z.infer<typeof Part>

/**
 * `operations`: each statement is about one event, and they add up. `running-total`: everybody so far, on a day.
 * `measure`: something else, at a time.
 */
export const seriesKinds = ['operations', 'running-total', 'measure'] as const
export const SeriesKind = z.enum(seriesKinds)
export type SeriesKind = z.infer<typeof SeriesKind>

export const units = ['people', 'families', 'percent'] as const

const seriesContent = {
  kind: SeriesKind,
  /** Absent for the region as a whole. */
  state: FigureState.optional(),
  unit: z.enum(units),
  title: MultiText,
  /** Who is counted, and who is not. */
  definition: MultiText,
  /** Somebody has looked and found that nothing is published: said, not left blank. */
  nothingPublished: z.boolean(),
  isPublic: z.boolean(),
}

export const SeriesCode = z.string().regex(/^[a-z][a-z0-9-]{0,60}$/, 'not-valid')

export const Series = z.strictObject({
  id: Id,
  version: z.number().int(),
  code: SeriesCode,
  ...seriesContent,
})
export type Series = z.infer<typeof Series>

export const AddSeries = z.strictObject({ id: Id, code: SeriesCode, ...seriesContent })
export type AddSeries = z.infer<typeof AddSeries>
export const ChangeSeries = z.strictObject(seriesContent)
export type ChangeSeries = z.infer<typeof ChangeSeries>

const Url = z
  .url({ protocol: /^https?$/, hostname: z.regexes.domain, error: 'figure-url' })
  .max(1000)
  .refine(url => !/[\s<>"'`]/.test(url), 'figure-url')

export const Source = z.strictObject({
  publisher: line(200),
  title: line(300).optional(),
  url: Url,
  /** Of what was read there. */
  language: LanguageTag.optional(),
})
export type Source = z.infer<typeof Source>

const statementContent = {
  seriesId: Id,
  /** What it is about by name, where it has one: statements of one series about one name belong together. */
  operation: line(120).optional(),
  when: When.optional(),
  origin: line(120).optional(),
  /** Empty where the source names the thing and gives no number. */
  values: z.partialRecord(Part, Reported),
  /** Names of the operations that this number takes together. */
  sumOf: z.array(line(120)).max(60),
  source: Source,
  statedOn: When.optional(),
  note: paragraph(2000).optional(),
  /** The statement of the same source that this one corrects. */
  supersedes: Id.optional(),
  isPublic: z.boolean(),
}

export const statementStands = ['current', 'superseded', 'withdrawn'] as const

export const Statement = z.strictObject({
  id: Id,
  version: z.number().int(),
  ...statementContent,
  stand: z.enum(statementStands),
  /** Why this one is shown first where several differ. The others stay. */
  preferred: z.strictObject({ reason: z.string(), at: Instant, by: z.string().optional() }).optional(),
  updatedAt: Instant,
})
export type Statement = z.infer<typeof Statement>

export const AddStatement = z.strictObject({ id: Id, ...statementContent })
export type AddStatement = z.infer<typeof AddStatement>
export const ChangeStatement = z.strictObject({ ...statementContent, reason: Reason })
export type ChangeStatement = z.infer<typeof ChangeStatement>

export const PreferStatement = z.strictObject({ reason: Reason })
export const WithdrawStatement = z.strictObject({ reason: Reason })

/** What a statement said before, and why it was changed. */
export const Revision = z.strictObject({
  version: z.number().int(),
  at: Instant,
  by: z.string().optional(),
  reason: z.string().optional(),
  operation: z.string().optional(),
  when: z.string().optional(),
  values: z.partialRecord(Part, Reported),
  url: z.string(),
})
export type Revision = z.infer<typeof Revision>

export const StatementWithHistory = Statement.extend({ revisions: z.array(Revision) })
export type StatementWithHistory = z.infer<typeof StatementWithHistory>

export const StatementRow = Statement.extend({ seriesCode: SeriesCode, state: FigureState.optional() })
export type StatementRow = z.infer<typeof StatementRow>

export const StatementFilter = z.strictObject({
  ...pageQuery,
  state: FigureState.optional(),
  kind: SeriesKind.optional(),
  stand: z.enum(statementStands).optional(),
})
export type StatementFilter = z.infer<typeof StatementFilter>
export const StatementPage = page(StatementRow)

/** Everything at once, for pictures and checks: some hundreds of rows. */
export const FiguresView = z.strictObject({ series: z.array(Series), statements: z.array(Statement) })
export type FiguresView = z.infer<typeof FiguresView>
