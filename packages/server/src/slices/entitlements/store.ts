/** Claims in SQL: what was asked of offices and is not given, and its numbers. Policies filter underneath. */
import type { Page } from '@kerege/contract/common'
import { type ClaimState, waits } from '@kerege/contract/entitlements/rules'
import type { ClaimFilter, ClaimRow, EntitlementsToday } from '@kerege/contract/entitlements/schema'
import { addDays } from '@kerege/contract/tasks/rules'
import { sql } from 'kysely'
import type { Context } from '../../platform/context.ts'
import { openCursor, pageOf } from '../../platform/cursor.ts'
import { today as dayOf } from '../../platform/localDay.ts'
import { itemOf, titleOf, waitDays } from './catalogue.ts'

/** Of a person one case is open at a time: a claim goes on with the next one. */
const from = (ctx: Context) =>
  ctx.tx
    .selectFrom('entitlements.claims as e')
    .innerJoin('people.persons as p', 'p.id', 'e.person_id')
    .leftJoin('cases.cases as c', join =>
      join
        .onRef('c.person_id', '=', 'e.person_id')
        .on(sql<boolean>`c.state not in ('ended', 'transferred', 'merged')`),
    )
    .leftJoin('access.accounts as w', 'w.id', 'c.worker_id')

const selected = (ctx: Context) =>
  from(ctx)
    .leftJoin('people.household_members as m', join =>
      join.onRef('m.person_id', '=', 'e.person_id').on('m.valid_to', 'is', null),
    )
    .leftJoin('people.households as h', 'h.id', 'm.household_id')
    .select(['e.id', 'e.version', 'e.code', 'e.state', 'e.person_id', 'e.asked_on', 'e.given_on'])
    .select(['e.appeal_by', 'e.next_on', 'e.opened_at', 'p.label as person', 'p.area_code'])
    .select(['h.name as household', 'c.worker_id', 'w.name as worker'])
export type FoundClaim = Awaited<ReturnType<ReturnType<typeof selected>['execute']>>[number]

type Filter = Omit<ClaimFilter, 'limit' | 'cursor'>
/** The first day that is not late yet. */
const lateBefore = (ctx: Context) => addDays(dayOf(ctx), -waitDays(ctx))

function conditions(ctx: Context, { of, state, code, late }: Filter) {
  return [
    sql<boolean>`not e.rests`,
    state ? sql<boolean>`e.state = ${state}` : sql<boolean>`e.state in ('asked', 'appealed')`,
    ...(code ? [sql<boolean>`e.code = ${code}`] : []),
    ...(late
      ? [sql<boolean>`e.state in ('asked', 'appealed')`, sql<boolean>`e.asked_on < ${lateBefore(ctx)}::date`]
      : []),
    ...(of === 'mine' ? [sql<boolean>`c.worker_id = ${ctx.actor.account}::uuid`] : []),
    ...(of === 'team' ? [sql<boolean>`c.team_id = ${ctx.actor.team}::uuid`] : []),
  ]
}

const filtered = (ctx: Context, filter: Filter) =>
  conditions(ctx, filter).reduce((query, one) => query.where(one), selected(ctx))

/** What waits longest first; what nobody asked for stands by the day on which somebody looked. */
const waitsSince = sql<string>`coalesce(e.asked_on, e.opened_at::date)`
export const sorted = (ctx: Context, filter: Filter) =>
  filtered(ctx, filter).select(waitsSince.as('waits_since')).orderBy(waitsSince).orderBy('e.id')

export async function list(ctx: Context, filter: ClaimFilter): Promise<Page<ClaimRow>> {
  const { cursors } = ctx.node.keys
  const after = openCursor(cursors, 'entitlements', filter.cursor)
  let query = sorted(ctx, filter)
  if (after) query = query.where(sql<boolean>`(${waitsSince}, e.id) > (${after[0]}::date, ${after[1]}::uuid)`)
  const found = await query.limit(filter.limit + 1).execute()
  const { shown, next } = pageOf(cursors, 'entitlements', { found, limit: filter.limit }, last => [
    last.waits_since,
    last.id,
  ])
  ctx.trail.shown(shown.flatMap(row => [row.id, row.person_id]))
  return { rows: shown.map(row => toRow(ctx, row)), ...next }
}

export async function count(ctx: Context, filter: Filter): Promise<number> {
  const query = conditions(ctx, filter).reduce((so, one) => so.where(one), from(ctx))
  return (await query.select(eb => eb.fn.countAll<number>().as('total')).executeTakeFirstOrThrow()).total
}

export async function today(ctx: Context): Promise<EntitlementsToday> {
  const of = ctx.actor.verbs.includes('cases.assign') ? 'team' : 'mine'
  const filter = { of, late: 'yes' } as const
  const rows = await sorted(ctx, filter).limit(20).execute()
  ctx.trail.shown(rows.flatMap(row => [row.id, row.person_id]))
  return { of, late: await count(ctx, filter), rows: rows.map(row => toRow(ctx, row)) }
}

export function facts(
  ctx: Context,
  row: Pick<FoundClaim, 'id' | 'version' | 'state' | 'asked_on' | 'given_on' | 'appeal_by' | 'next_on'>,
) {
  const state = row.state as ClaimState // a constraint of the table
  return {
    id: row.id,
    version: row.version,
    state,
    ...(row.asked_on ? { askedOn: row.asked_on } : {}),
    ...(row.given_on ? { givenOn: row.given_on } : {}),
    ...(row.appeal_by ? { appealBy: row.appeal_by } : {}),
    ...(row.next_on ? { nextOn: row.next_on } : {}),
    late: waits(state) && row.asked_on !== null && row.asked_on < lateBefore(ctx),
  }
}

export function toRow(ctx: Context, row: FoundClaim): ClaimRow {
  const desk = itemOf(ctx, row.code)?.desk
  return {
    ...facts(ctx, row),
    code: row.code,
    title: titleOf(ctx, row.code),
    ...(desk ? { desk } : {}),
    personId: row.person_id,
    person: row.person,
    ...(row.household ? { household: row.household } : {}),
    area: row.area_code,
    ...(row.worker_id && row.worker ? { worker: { id: row.worker_id, name: row.worker } } : {}),
  }
}
