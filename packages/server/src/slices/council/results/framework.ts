/** The framework itself: outcomes, outputs and indicators in SQL, kept by those who prepare the Council's work. */
import type { MultiText } from '@kerege/contract/common'
import { matrixStates } from '@kerege/contract/council/initiatives/codes'
import { type Frequency, periodsUntil } from '@kerege/contract/council/results/periods'
import type * as routes from '@kerege/contract/council/results/routes'
import type { Framework, IndicatorRow, Result, Standing } from '@kerege/contract/council/results/schema'
import { invalid, notFound } from '@kerege/contract/errors'
import type { Parsed } from '@kerege/contract/route'
import { sql } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import type { Tx } from '../../../platform/database.ts'
import { today } from '../../../platform/localDay.ts'
import { pillars } from '../initiatives/pillars.ts'
import { requireVersion } from '../parties.ts'

const selectedResults = (tx: Tx) => tx.selectFrom('council.results').selectAll()
type FoundResult = Awaited<ReturnType<ReturnType<typeof selectedResults>['executeTakeFirstOrThrow']>>

const toResult = (row: FoundResult): Result => ({
  id: row.id,
  version: row.version,
  kind: row.kind as Result['kind'],
  underId: row.pillar_id ?? row.parent_id ?? '',
  code: row.code,
  title: row.title as MultiText,
  retired: row.retired,
})

const selectedIndicators = (tx: Tx) => tx.selectFrom('council.indicators').selectAll()
type FoundIndicator = Awaited<ReturnType<ReturnType<typeof selectedIndicators>['executeTakeFirstOrThrow']>>

const toIndicator = (row: FoundIndicator): Omit<IndicatorRow, 'coverage'> => ({
  id: row.id,
  version: row.version,
  outputId: row.output_id,
  code: row.code,
  title: row.title as MultiText,
  definition: row.definition as MultiText,
  unit: row.unit as IndicatorRow['unit'],
  ...(row.disaggregation === null ? {} : { disaggregation: row.disaggregation as MultiText }),
  ...(row.source === null ? {} : { source: row.source as MultiText }),
  frequency: row.frequency as Frequency,
  actionIds: row.action_ids,
  retired: row.retired,
})

export async function framework(ctx: Context): Promise<Framework> {
  const results = await selectedResults(ctx.tx).orderBy('code').execute()
  const indicators = await selectedIndicators(ctx.tx).orderBy('code').execute()
  const covered = await coverage(ctx.tx)
  ctx.trail.shown(indicators.map(row => row.id))
  return {
    pillars: await pillars(ctx.tx),
    results: results.map(toResult),
    indicators: indicators.map(row => ({ ...toIndicator(row), coverage: coverageOf(ctx, row, covered) })),
  }
}

/** The last thing said of each state and period, with whether it was looked at. */
async function coverage(tx: Tx, indicatorId?: string) {
  const { rows } = await sql<{
    indicator_id: string
    state: string
    aspect: string
    period: string
    value: string | null
    verdict: string | null
  }>`
    select distinct on (v.indicator_id, v.state, v.aspect, v.period)
           v.indicator_id, v.state, v.aspect, v.period, v.value, c.verdict
      from council.indicator_values v left join council.value_checks c on c.value_id = v.id
     where ${indicatorId ?? null}::uuid is null or v.indicator_id = ${indicatorId ?? null}::uuid
     order by v.indicator_id, v.state, v.aspect, v.period, v.number desc`.execute(tx)
  return rows
}

function coverageOf(
  ctx: Context,
  row: FoundIndicator,
  said: Awaited<ReturnType<typeof coverage>>,
): IndicatorRow['coverage'] {
  const day = today(ctx)
  const period =
    periodsUntil(row.frequency as Frequency, Number(day.slice(0, 4)), day).at(-1) ?? day.slice(0, 4)
  const own = said.filter(one => one.indicator_id === row.id && one.value !== null)
  return {
    period,
    reported: matrixStates.filter(state =>
      own.some(one => one.state === state && one.aspect === 'actual' && one.period === period),
    ),
    open: own.filter(one => one.verdict !== 'checked').length,
    stands: own.map(one => ({
      state: one.state as Standing['state'],
      aspect: one.aspect as Standing['aspect'],
      period: one.period,
      value: Number(one.value),
      check: (one.verdict ?? 'open') as Standing['check'],
    })),
  }
}

// ---------------------------------------------------------------- outcomes and outputs
export async function findResult(tx: Tx, id: string): Promise<Result | undefined> {
  const row = await selectedResults(tx).where('id', '=', id).executeTakeFirst()
  return row && toResult(row)
}

type ResultDraft = Parsed<typeof routes.changeResult>['body']

async function resultColumns(ctx: Context, id: string, draft: ResultDraft) {
  const under =
    draft.kind === 'outcome'
      ? (await pillars(ctx.tx)).some(one => one.id === draft.underId)
      : (await findResult(ctx.tx, draft.underId))?.kind === 'outcome'
  if (!under || draft.underId === id) throw invalid([{ pointer: '/underId', code: 'not-found' }])
  const other = await selectedResults(ctx.tx)
    .where('code', '=', draft.code)
    .where('id', '<>', id)
    .executeTakeFirst()
  if (other) throw invalid([{ pointer: '/code', code: 'code-taken' }])
  return {
    kind: draft.kind,
    pillar_id: draft.kind === 'outcome' ? draft.underId : null,
    parent_id: draft.kind === 'output' ? draft.underId : null,
    code: draft.code,
    title: JSON.stringify(draft.title),
    retired: draft.retired,
    updated_at: ctx.now,
  }
}

export async function addResult(
  ctx: Context,
  { id, ...draft }: Parsed<typeof routes.addResult>['body'],
): Promise<Result> {
  await ctx.tx
    .insertInto('council.results')
    .values({ id, ...(await resultColumns(ctx, id, draft)) })
    .onConflict(conflict => conflict.column('id').doNothing())
    .execute()
  ctx.trail.touched(id)
  return (await findResult(ctx.tx, id)) ?? Promise.reject(notFound())
}

export async function changeResult(ctx: Context, id: string, draft: ResultDraft): Promise<Result> {
  const row = await selectedResults(ctx.tx).where('id', '=', id).forUpdate().executeTakeFirst()
  if (!row) throw notFound()
  requireVersion(ctx, row.version)
  // What hangs on it would hang in the air.
  if (row.kind !== draft.kind) throw invalid([{ pointer: '/kind', code: 'not-valid' }])
  const { kind: _, ...columns } = await resultColumns(ctx, id, draft)
  await ctx.tx
    .updateTable('council.results')
    .set({ ...columns, version: row.version + 1 })
    .where('id', '=', id)
    .execute()
  ctx.trail.touched(id, Object.keys(draft))
  return { id, version: row.version + 1, ...draft }
}

// ---------------------------------------------------------------- indicators
export async function getIndicatorRow(ctx: Context, id: string): Promise<IndicatorRow> {
  const row = await selectedIndicators(ctx.tx).where('id', '=', id).executeTakeFirst()
  if (!row) throw notFound()
  return { ...toIndicator(row), coverage: coverageOf(ctx, row, await coverage(ctx.tx, id)) }
}

type IndicatorDraft = Parsed<typeof routes.changeIndicator>['body']

async function indicatorColumns(ctx: Context, id: string, draft: IndicatorDraft) {
  const output = await findResult(ctx.tx, draft.outputId)
  if (output?.kind !== 'output') throw invalid([{ pointer: '/outputId', code: 'not-found' }])
  const other = await selectedIndicators(ctx.tx)
    .where('code', '=', draft.code)
    .where('id', '<>', id)
    .executeTakeFirst()
  if (other) throw invalid([{ pointer: '/code', code: 'code-taken' }])
  const actions = draft.actionIds.length
    ? await ctx.tx.selectFrom('council.actions').select('id').where('id', 'in', draft.actionIds).execute()
    : []
  const missing = draft.actionIds.findIndex(one => !actions.some(action => action.id === one))
  if (missing >= 0) throw invalid([{ pointer: `/actionIds/${missing}`, code: 'not-found' }])
  return {
    output_id: draft.outputId,
    code: draft.code,
    title: JSON.stringify(draft.title),
    definition: JSON.stringify(draft.definition),
    unit: draft.unit,
    disaggregation: draft.disaggregation ? JSON.stringify(draft.disaggregation) : null,
    source: draft.source ? JSON.stringify(draft.source) : null,
    frequency: draft.frequency,
    action_ids: draft.actionIds,
    retired: draft.retired,
    updated_at: ctx.now,
  }
}

export async function insertIndicator(
  ctx: Context,
  { id, ...draft }: Parsed<typeof routes.addIndicator>['body'],
): Promise<void> {
  await ctx.tx
    .insertInto('council.indicators')
    .values({ id, ...(await indicatorColumns(ctx, id, draft)) })
    .onConflict(conflict => conflict.column('id').doNothing())
    .execute()
  ctx.trail.touched(id)
}

export async function updateIndicator(ctx: Context, id: string, draft: IndicatorDraft): Promise<void> {
  const row = await selectedIndicators(ctx.tx).where('id', '=', id).forUpdate().executeTakeFirst()
  if (!row) throw notFound()
  requireVersion(ctx, row.version)
  // Another rhythm or unit would change what was said under the first.
  if (row.frequency !== draft.frequency || row.unit !== draft.unit) {
    const said = await coverage(ctx.tx, id)
    const pointer = row.unit === draft.unit ? '/frequency' : '/unit'
    if (said.length > 0) throw invalid([{ pointer, code: 'result-said' }])
  }
  await ctx.tx
    .updateTable('council.indicators')
    .set({ ...(await indicatorColumns(ctx, id, draft)), version: row.version + 1 })
    .where('id', '=', id)
    .execute()
  ctx.trail.touched(id, Object.keys(draft))
}

export async function ofAction(ctx: Context, actionId: string) {
  const rows = await selectedIndicators(ctx.tx)
    .where(sql<boolean>`${actionId}::uuid = any (action_ids)`)
    .orderBy('code')
    .execute()
  return { rows: rows.map(row => ({ id: row.id, code: row.code, title: row.title as MultiText })) }
}
