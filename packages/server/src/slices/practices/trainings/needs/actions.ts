/** The needs survey: an agency answers for its own staff, in numbers; the last answer counts, all stay readable. */
import type { MultiText } from '@kerege/contract/common'
import { invalid } from '@kerege/contract/errors'
import type * as routes from '@kerege/contract/practices/trainings/needs/routes'
import { gaps, type NeedLine } from '@kerege/contract/practices/trainings/needs/rules'
import type {
  AgencyNeeds,
  GapFilter,
  GapRow,
  NeedAnswer,
  NeedRow,
  Needs,
} from '@kerege/contract/practices/trainings/needs/schema'
import type { Parsed } from '@kerege/contract/route'
import { sql } from 'kysely'
import type { Context } from '../../../../platform/context.ts'
import { accountNames, agencyNames, agencyOf } from '../../agencies.ts'
import { trainedLines } from './trained.ts'
import { today } from '../../../../platform/localDay.ts'

const found = (ctx: Context) =>
  ctx.tx
    .selectFrom('practices.training_needs')
    .selectAll()
    .orderBy('agency_id')
    .orderBy('number', 'desc')
    .execute()

export async function listed(ctx: Context): Promise<Needs> {
  const rows = await found(ctx)
  const names = await agencyNames(ctx.tx)
  const people = await accountNames(
    ctx.tx,
    rows.map(row => row.account_id),
  )
  const byAgency = Map.groupBy(rows, row => row.agency_id)
  const agencies = [...byAgency].map(
    ([id, all]): AgencyNeeds => ({
      agency: agencyOf(names, id),
      answers: all.map(
        (row): NeedAnswer => ({
          id: row.id,
          number: row.number,
          asOf: row.as_of,
          at: row.at,
          by: people.get(row.account_id) ?? '',
          rows: row.rows as NeedRow[],
          ...(row.note === null ? {} : { note: row.note as MultiText }),
        }),
      ),
    }),
  )
  ctx.trail.shown(rows.map(row => row.id))
  const order = (one: AgencyNeeds) => one.agency.country ?? 'ZZ'
  return {
    agencies: agencies.toSorted((one, other) => order(one).localeCompare(order(other))),
    ...(ctx.actor.verbs.includes('trainings.run') ? { mine: agencyOf(names, ctx.actor.agency) } : {}),
  }
}

/** @throws DomainError `invalid` for an answer of a day to come, or older than the last one */
export async function answer(ctx: Context, body: Parsed<typeof routes.answerNeeds>['body']): Promise<Needs> {
  if (body.asOf > today(ctx)) throw invalid([{ pointer: '/asOf', code: 'in-the-future' }])
  // Two of one agency at once: numbers go on without a gap.
  await sql`select pg_advisory_xact_lock(hashtextextended(${ctx.actor.agency}, 33))`.execute(ctx.tx)
  const last = await ctx.tx
    .selectFrom('practices.training_needs')
    .select(['id', 'number', 'as_of'])
    .where('agency_id', '=', ctx.actor.agency)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (last && last.id !== body.id && last.as_of > body.asOf) {
    throw invalid([{ pointer: '/asOf', code: 'before-the-last', params: { day: last.as_of } }])
  }
  await ctx.tx
    .insertInto('practices.training_needs')
    .values({
      id: body.id,
      agency_id: ctx.actor.agency,
      number: (last?.number ?? 0) + 1,
      as_of: body.asOf,
      rows: JSON.stringify(body.rows),
      note: body.note ? JSON.stringify(body.note) : null,
      account_id: ctx.actor.account,
      at: ctx.now,
    })
    .onConflict(conflict => conflict.column('id').doNothing())
    .execute()
  ctx.trail.touched(body.id)
  return listed(ctx)
}

/** The last answers of all agencies, against those who took part since. */
export async function gapRows(ctx: Context, filter: GapFilter): Promise<GapRow[]> {
  const { agencies } = await listed(ctx)
  const needs = agencies.flatMap(({ agency, answers }): NeedLine[] => {
    const [last] = answers
    return last
      ? last.rows.map(row => ({
          ...row,
          asOf: last.asOf,
          ...(agency.country === undefined ? {} : { country: agency.country }),
        }))
      : []
  })
  const all = gaps(needs, await trainedLines(ctx))
  const { country, profession, domain, language } = filter
  return all.filter(
    row =>
      (!country || row.country === country) &&
      (!profession || row.profession === profession) &&
      (!domain || row.domain === domain) &&
      (!language || row.language === language),
  )
}

export const listedGaps = async (ctx: Context, filter: GapFilter) => ({
  rows: await gapRows(ctx, filter),
  asOf: today(ctx),
})
