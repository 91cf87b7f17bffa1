/** One operation as its page reads it: plan, legs, staff, versions of the list, steps, and where it may go on to. */
import type {
  Duty,
  Leg,
  ListVersion,
  Operation,
  StaffMember,
  Totals,
} from '@kerege/contract/repatriation/operations/schema'
import {
  guardsOf,
  nextOperationStates,
  type OperationGuard,
  operationNeedsReason,
  type OperationState,
} from '@kerege/contract/repatriation/operations/states'
import { sql } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import { type FoundOperation, get, mayDo, toRow, totalsOf, waiting } from './store.ts'

export async function whole(ctx: Context, id: string): Promise<Operation> {
  const row = await get(ctx, id)
  const totals = (await totalsOf(ctx, [id])).get(id)
  const [legs, steps] = [await legsOf(ctx, id), await stepsOf(ctx, id)]
  const state = row.state as OperationState
  const facts = await factsOf(ctx, row, legs, totals)
  ctx.trail.shown([id])
  return {
    ...toRow(row, totals),
    agencyId: row.agency_id,
    ...(row.places === null ? {} : { places: row.places }),
    wanted: row.wanted as Operation['wanted'],
    legs,
    staff: await staffOf(ctx, id),
    versions: await versionsOf(ctx, id),
    steps,
    next: mayDo(ctx, row, 'lead')
      ? nextOperationStates(state).map(to => ({
          to,
          needsReason: operationNeedsReason(state, to),
          missing: guardsOf(state, to).filter(guard => !facts[guard]),
        }))
      : [],
    may: {
      lead: mayDo(ctx, row, 'lead'),
      keep: mayDo(ctx, row, 'keep'),
      board: mayDo(ctx, row, 'board'),
      receive: mayDo(ctx, row, 'receive'),
    },
  }
}

/** What is true of an operation now. */
export async function factsOf(
  ctx: Context,
  row: FoundOperation,
  legs: readonly unknown[],
  totals: Totals | undefined,
): Promise<Readonly<Record<OperationGuard, boolean>>> {
  return {
    'has-legs': legs.length > 0,
    'has-people': (totals?.people ?? 0) > 0,
    'list-frozen': !row.list_open,
    'nobody-waits': (await waiting(ctx, row.id)) === 0,
  }
}

export async function legsOf(ctx: Context, id: string): Promise<Leg[]> {
  const found = await ctx.tx
    .selectFrom('repatriation.legs as l')
    .selectAll('l')
    .select(sql<number>`(select count(*) from repatriation.line_legs p where p.leg_id = l.id)`.as('people'))
    .where('l.operation_id', '=', id)
    .orderBy('l.ordinal')
    .orderBy('l.id')
    .execute()
  return found.map(row => ({
    id: row.id,
    version: row.version,
    ordinal: row.ordinal,
    kind: row.kind as Leg['kind'],
    fromPlace: row.from_place,
    toPlace: row.to_place,
    ...(row.vehicle === null ? {} : { vehicle: row.vehicle }),
    ...(row.seats === null ? {} : { seats: row.seats }),
    ...(row.of_country === null ? {} : { ofCountry: row.of_country }),
    ...(row.departs_at === null ? {} : { departsAt: row.departs_at }),
    ...(row.arrives_at === null ? {} : { arrivesAt: row.arrives_at }),
    people: row.people,
  }))
}

async function staffOf(ctx: Context, id: string): Promise<StaffMember[]> {
  const found = await ctx.tx
    .selectFrom('repatriation.staff as s')
    .innerJoin('access.accounts as a', 'a.id', 's.account_id')
    .select(['s.id', 's.account_id', 'a.name', 's.duty', 's.languages', 's.until'])
    .where('s.operation_id', '=', id)
    .where('s.ended_at', 'is', null)
    .orderBy('s.duty')
    .orderBy('a.name')
    .orderBy('s.id')
    .execute()
  return found.map(row => ({
    id: row.id,
    account: { id: row.account_id, name: row.name },
    duty: row.duty as Duty,
    languages: row.languages,
    until: row.until,
  }))
}

/** The latest first. */
async function versionsOf(ctx: Context, id: string): Promise<ListVersion[]> {
  const found = await ctx.tx
    .selectFrom('repatriation.manifests as m')
    .innerJoin('access.accounts as a', 'a.id', 'm.by')
    .select(['m.id', 'm.number', 'm.state', 'm.at', 'm.by', 'a.name', 'm.reason', 'm.counted'])
    .where('m.operation_id', '=', id)
    .orderBy('m.number', 'desc')
    .execute()
  return found.map(row => ({
    id: row.id,
    number: row.number,
    state: row.state as ListVersion['state'],
    at: row.at,
    by: { id: row.by, name: row.name },
    ...(row.reason === null ? {} : { reason: row.reason }),
    ...(row.counted === null ? {} : { totals: row.counted as Totals }),
  }))
}

async function stepsOf(ctx: Context, id: string): Promise<Operation['steps']> {
  const found = await ctx.tx
    .selectFrom('repatriation.operation_steps as s')
    .innerJoin('access.accounts as a', 'a.id', 's.actor_id')
    .select(['s.at', 's.actor_id', 'a.name', 's.from_state', 's.to_state', 's.reason'])
    .where('s.operation_id', '=', id)
    .orderBy('s.number')
    .execute()
  return found.map(row => ({
    at: row.at,
    by: { id: row.actor_id, name: row.name },
    ...(row.from_state === null ? {} : { from: row.from_state as OperationState }),
    to: row.to_state as OperationState,
    ...(row.reason === null ? {} : { reason: row.reason }),
  }))
}
