/**
 * What states say of an indicator. Each saying is a row that stays; the last one counts, and none at all is "not reported".
 * A delegation speaks of its own state, whoever prepares writes it down for any, and nobody checks their own entry.
 */
import type { MultiText } from '@kerege/contract/common'
import { type MatrixState, matrixStates } from '@kerege/contract/council/initiatives/codes'
import { aspects, periodFault } from '@kerege/contract/council/results/periods'
import type {
  CheckValue,
  Indicator,
  ReportValue,
  ResultValue,
  Said,
} from '@kerege/contract/council/results/schema'
import { DomainError, type Fault, invalid, notFound } from '@kerege/contract/errors'
import { sql } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import type { Tx } from '../../../platform/database.ts'
import { today } from '../../../platform/localDay.ts'
import { keepingRights } from '../initiatives/rights.ts'
import { pillars } from '../initiatives/pillars.ts'
import { findResult, getIndicatorRow } from './framework.ts'

const selected = (tx: Tx) =>
  tx
    .selectFrom('council.indicator_values as v')
    .innerJoin('access.accounts as a', 'a.id', 'v.account_id')
    .leftJoin('council.value_checks as c', 'c.value_id', 'v.id')
    .leftJoin('access.accounts as b', 'b.id', 'c.account_id')
    .selectAll('v')
    .select(['a.name', 'c.verdict', 'c.words', 'c.at as checked_at', 'b.name as checker'])
type Found = Awaited<ReturnType<ReturnType<typeof selected>['executeTakeFirstOrThrow']>>

const toSaid = (row: Found): Said => ({
  id: row.id,
  number: row.number,
  ...(row.value === null ? {} : { value: Number(row.value) }),
  ...(row.note === null ? {} : { note: row.note }),
  ...(row.reason === null ? {} : { reason: row.reason }),
  by: row.name,
  at: row.at,
  ...(row.verdict === null || row.checked_at === null
    ? {}
    : {
        check: {
          verdict: row.verdict as 'checked' | 'returned',
          ...(row.words === null ? {} : { words: row.words }),
          by: row.checker ?? '',
          at: row.checked_at,
        },
      }),
})

/** By state in the fixed order, then baseline, targets and what was reached, oldest first. */
async function valuesOf(ctx: Context, indicatorId: string): Promise<ResultValue[]> {
  const rows = await selected(ctx.tx)
    .where('v.indicator_id', '=', indicatorId)
    .orderBy('v.period')
    .orderBy('v.number', 'desc')
    .execute()
  const prepares = ctx.actor.verbs.includes('council.prepare')
  const things = Map.groupBy(rows, row => `${row.state} ${row.aspect} ${row.period}`)
  const values = [...things.values()].flatMap(([last, ...before]): ResultValue[] => {
    if (!last) return []
    return [
      {
        ...toSaid(last),
        state: last.state as MatrixState,
        aspect: last.aspect as ResultValue['aspect'],
        period: last.period,
        mayCheck: prepares && last.verdict === null && last.account_id !== ctx.actor.account,
        before: before.map(toSaid),
      },
    ]
  })
  const place = (one: ResultValue) => matrixStates.indexOf(one.state) * 10 + aspects.indexOf(one.aspect)
  return values.sort((one, other) => place(one) - place(other))
}

/** Whoever says, checks or takes in values stands in line: two never say the same number. */
export const inTurn = (ctx: Context) =>
  sql`select pg_advisory_xact_lock(hashtext('council.results'))`.execute(ctx.tx)

/** The last thing said of every indicator, state, aspect and period, by these four words. */
export async function lastValues(ctx: Context): Promise<ReadonlyMap<string, Said>> {
  const rows = await selected(ctx.tx)
    .distinctOn(['v.indicator_id', 'v.state', 'v.aspect', 'v.period'])
    .orderBy('v.indicator_id')
    .orderBy('v.state')
    .orderBy('v.aspect')
    .orderBy('v.period')
    .orderBy('v.number', 'desc')
    .execute()
  return new Map(
    rows.map(row => [[row.indicator_id, row.state, row.aspect, row.period].join(' '), toSaid(row)]),
  )
}

export async function mayReport(ctx: Context): Promise<MatrixState[]> {
  const { all, party } = await keepingRights(ctx)
  if (all) return [...matrixStates]
  return party?.classification === 'member' ? matrixStates.filter(state => state === party.code) : []
}

export async function whole(ctx: Context, id: string): Promise<Indicator> {
  const row = await getIndicatorRow(ctx, id)
  const output = await findResult(ctx.tx, row.outputId)
  const outcome = output && (await findResult(ctx.tx, output.underId))
  const pillar = (await pillars(ctx.tx)).find(one => one.id === outcome?.underId)
  if (!output || !outcome || !pillar) throw notFound()
  const actions = row.actionIds.length
    ? await ctx.tx
        .selectFrom('council.actions')
        .select(['id', 'title'])
        .where('id', 'in', row.actionIds)
        .execute()
    : []
  ctx.trail.shown([id])
  return {
    ...row,
    output,
    outcome,
    pillar,
    values: await valuesOf(ctx, id),
    actions: actions.map(one => ({ id: one.id, title: one.title as MultiText })),
    mayReport: await mayReport(ctx),
    today: today(ctx),
  }
}

/** @throws DomainError `not-yours`, `text-changed` when somebody said something since it was read */
export async function report(ctx: Context, id: string, body: ReportValue): Promise<Indicator> {
  const indicator = await getIndicatorRow(ctx, id)
  if (!(await mayReport(ctx)).includes(body.state)) throw new DomainError('forbidden', 'not-yours')
  await inTurn(ctx)
  const earlier = await selected(ctx.tx)
    .where('v.indicator_id', '=', id)
    .where('v.state', '=', body.state)
    .where('v.aspect', '=', body.aspect)
    .where('v.period', '=', body.period)
    .orderBy('v.number', 'desc')
    .execute()
  // Sent again: it is written already.
  if (earlier.some(one => one.id === body.id)) return whole(ctx, id)
  const number = earlier[0]?.number ?? 0
  if (number !== body.basedOn) throw new DomainError('conflict', 'value-said', { number })
  const faults = valueFaults(body, indicator, number, today(ctx))
  if (faults.length > 0) throw invalid(faults)
  await insertValue(ctx, id, body)
  if (body.reason) ctx.trail.because(body.reason, id)
  return whole(ctx, id)
}

/** Says it as the next word after the one that it is based on. */
export async function insertValue(ctx: Context, indicatorId: string, body: ReportValue): Promise<void> {
  await ctx.tx
    .insertInto('council.indicator_values')
    .values({
      id: body.id,
      indicator_id: indicatorId,
      state: body.state,
      aspect: body.aspect,
      period: body.period,
      number: body.basedOn + 1,
      value: body.value === undefined ? null : String(body.value),
      note: body.note ?? null,
      reason: body.reason ?? null,
      account_id: ctx.actor.account,
      at: ctx.now,
    })
    .execute()
  ctx.trail.touched(indicatorId, ['value'])
}

export function valueFaults(
  body: ReportValue,
  indicator: Pick<Indicator, 'frequency' | 'unit' | 'retired'>,
  number: number,
  day: string,
): Fault[] {
  const period = periodFault(body.aspect, body.period, indicator.frequency, day)
  return [
    ...(period ? [{ pointer: '/period', code: period }] : []),
    ...(indicator.unit === 'percent' && (body.value ?? 0) > 100
      ? [{ pointer: '/value', code: 'too-big', params: { maximum: 100 } }]
      : []),
    // The first word is a number; a later one may take it back. A correction says why.
    ...(number === 0 && body.value === undefined ? [{ pointer: '/value', code: 'required' }] : []),
    ...(number > 0 && body.reason === undefined ? [{ pointer: '/reason', code: 'required' }] : []),
  ]
}

/** @throws DomainError `own-request` for one's own entry, `value-said` for one that was said anew or looked at already */
export async function check(
  ctx: Context,
  id: string,
  valueId: string,
  { verdict, words }: CheckValue,
): Promise<Indicator> {
  await inTurn(ctx)
  const row = await selected(ctx.tx)
    .where('v.id', '=', valueId)
    .where('v.indicator_id', '=', id)
    .executeTakeFirst()
  if (!row) throw notFound()
  if (row.account_id === ctx.actor.account) throw new DomainError('forbidden', 'own-request')
  if (verdict === 'returned' && !words) throw invalid([{ pointer: '/words', code: 'required' }])
  const values = await valuesOf(ctx, id)
  if (row.verdict !== null || !values.some(one => one.id === valueId)) {
    throw new DomainError('conflict', 'value-said', { number: row.number })
  }
  await ctx.tx
    .insertInto('council.value_checks')
    .values({ value_id: valueId, verdict, words: words ?? null, account_id: ctx.actor.account, at: ctx.now })
    .execute()
  ctx.trail.touched(id, ['check'])
  return whole(ctx, id)
}
