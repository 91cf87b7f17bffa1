/**
 * The results framework: pillar, outcome, output, indicator, and what each state says of it by period. Of programmes only:
 * there is no unit for people. A state that has said nothing has "not reported"; that is never nought, and nobody is ranked.
 */
import { z } from 'zod'
import { Id, Instant, line, MultiText, PlainDate, Reason } from '../../common.ts'
import { MatrixState } from '../initiatives/codes.ts'
import { Pillar } from '../initiatives/schema.ts'
import { Aspect, Frequency, ResultPeriod } from './periods.ts'

export const ResultCode = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9.-]{0,15}$/, 'not-valid')
export const resultKinds = ['outcome', 'output'] as const
/** Laws, centres, courses, offices; shares of them; days that something takes. */
export const indicatorUnits = ['number', 'percent', 'days'] as const
export const IndicatorUnit = z.enum(indicatorUnits)
export type IndicatorUnit = z.infer<typeof IndicatorUnit>

const resultContent = {
  kind: z.enum(resultKinds),
  /** An outcome stands under a pillar, an output under an outcome. */
  underId: Id,
  code: ResultCode,
  title: MultiText,
  retired: z.boolean().default(false),
}
export const Result = z.strictObject({
  id: Id,
  version: z.number().int(),
  ...resultContent,
  retired: z.boolean(),
})
export type Result = z.infer<typeof Result>
export const AddResult = z.strictObject({ id: Id, ...resultContent })
export const ChangeResult = z.strictObject(resultContent)

const indicatorContent = {
  outputId: Id,
  code: ResultCode,
  title: MultiText,
  definition: MultiText,
  unit: IndicatorUnit,
  /** By what the number can be told apart, in words; states and periods always are. */
  disaggregation: MultiText.optional(),
  source: MultiText.optional(),
  frequency: Frequency,
  actionIds: z.array(Id).max(20),
  retired: z.boolean().default(false),
}
const indicatorShown = {
  id: Id,
  version: z.number().int(),
  ...indicatorContent,
  retired: z.boolean(),
}
export const AddIndicator = z.strictObject({ id: Id, ...indicatorContent })
export const ChangeIndicator = z.strictObject(indicatorContent)

export const checkVerdicts = ['checked', 'returned'] as const
const Check = z.strictObject({
  verdict: z.enum(checkVerdicts),
  words: z.string().optional(),
  by: z.string(),
  at: Instant,
})

/** What a state said, and the last time it did; `value` is absent where it was taken back. */
const Said = z.strictObject({
  id: Id,
  number: z.number().int(),
  value: z.number().optional(),
  note: z.string().optional(),
  reason: z.string().optional(),
  by: z.string(),
  at: Instant,
  check: Check.optional(),
})
export type Said = z.infer<typeof Said>
export const ResultValue = Said.extend({
  state: MatrixState,
  aspect: Aspect,
  period: ResultPeriod,
  /** Nobody checks their own entry. */
  mayCheck: z.boolean(),
  /** What was said before, latest first. */
  before: z.array(Said),
})
export type ResultValue = z.infer<typeof ResultValue>

/** What stands of a state: its last word for a period, unless it was taken back. */
const Standing = z.strictObject({
  state: MatrixState,
  aspect: Aspect,
  period: ResultPeriod,
  value: z.number(),
  check: z.enum(['open', ...checkVerdicts]),
})
export type Standing = z.infer<typeof Standing>

/** How far an indicator is reported, without comparing anybody. */
const Coverage = z.strictObject({
  /** The last period that has begun. */
  period: ResultPeriod,
  reported: z.array(MatrixState),
  /** Said and not looked at yet, or sent back. */
  open: z.number().int(),
  /** By state, aspect and period. */
  stands: z.array(Standing),
})
export const IndicatorRow = z.strictObject({ ...indicatorShown, coverage: Coverage })
export type IndicatorRow = z.infer<typeof IndicatorRow>
export const Framework = z.strictObject({
  pillars: z.array(Pillar),
  results: z.array(Result),
  indicators: z.array(IndicatorRow),
})
export type Framework = z.infer<typeof Framework>

export const Indicator = IndicatorRow.extend({
  output: Result,
  outcome: Result,
  pillar: Pillar,
  values: z.array(ResultValue),
  actions: z.array(z.strictObject({ id: Id, title: MultiText })),
  /** States for which the actor may say something. */
  mayReport: z.array(MatrixState),
  today: PlainDate,
})
export type Indicator = z.infer<typeof Indicator>

export const ReportValue = z.strictObject({
  id: Id,
  state: MatrixState,
  aspect: Aspect,
  period: ResultPeriod,
  /** Number of the statement that was read; 0 where there was none. */
  basedOn: z.number().int().min(0),
  /** Absent takes it back: not reported. */
  value: z.number().min(0).max(1_000_000_000).multipleOf(0.01).optional(),
  note: line(500).optional(),
  /** A correction says why. */
  reason: Reason.optional(),
})
export type ReportValue = z.infer<typeof ReportValue>
export const CheckValue = z.strictObject({ verdict: z.enum(checkVerdicts), words: line(500).optional() })
export type CheckValue = z.infer<typeof CheckValue>

export const ResultsFilter = z.strictObject({ state: MatrixState.optional(), aspect: Aspect.optional() })
export const IndicatorsOfAction = z.strictObject({
  rows: z.array(z.strictObject({ id: Id, code: z.string(), title: MultiText })),
})
