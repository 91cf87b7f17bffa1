/** Lines of an operation's list in SQL, with what stands around each. Rows in, parsed shapes out; policies filter underneath. */
import { DomainError, notFound } from '@kerege/contract/errors'
import type { BirthDate, Sex } from '@kerege/contract/people/schema'
import { ageGroupOf } from '@kerege/contract/repatriation/operations/rules'
import type { Basis, Family, LineWithSteps, ListLine } from '@kerege/contract/repatriation/operations/schema'
import type { LineState } from '@kerege/contract/repatriation/operations/states'
import { sql } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import type { FoundOperation } from './store.ts'
import { today } from '../../../platform/localDay.ts'

/** @throws DomainError `list-frozen` */
export function requireOpenList(operation: FoundOperation): void {
  if (!operation.list_open) throw new DomainError('conflict', 'list-frozen')
}

export const lines = (ctx: Context) =>
  ctx.tx
    .selectFrom('repatriation.lines as l')
    .innerJoin('people.persons as p', 'p.id', 'l.person_id')
    .leftJoin('people.persons as c', 'c.id', 'l.carer_id')
    .selectAll('l')
    .select(['p.label', 'p.sex', 'p.birth', 'p.sort_key', 'c.label as carer'])
    // Who joined another record stands on the list through that one.
    .where('p.merged_into', 'is', null)
export type FoundLine = Awaited<ReturnType<ReturnType<typeof lines>['execute']>>[number]

/** @throws DomainError `not-found`, for a line that is not open and for none alike */
export async function getLine(ctx: Context, operationId: string, id: string): Promise<FoundLine> {
  const row = await lines(ctx)
    .where('l.id', '=', id)
    .where('l.operation_id', '=', operationId)
    .executeTakeFirst()
  if (!row) throw notFound()
  return row
}

/** Several at once, in no order. @throws DomainError `not-found` where one of them is not open */
export async function getLines(
  ctx: Context,
  operationId: string,
  ids: readonly string[],
): Promise<FoundLine[]> {
  const found = await lines(ctx)
    .where(sql<boolean>`l.id = any (${ids}::uuid[])`)
    .where('l.operation_id', '=', operationId)
    .execute()
  if (found.length !== ids.length) throw notFound()
  return found
}

/** @throws DomainError `stale-version` when it was changed meanwhile */
export async function lockLine(
  ctx: Context,
  operationId: string,
  id: string,
  basedOn: number | null,
): Promise<FoundLine> {
  await getLine(ctx, operationId, id)
  await sql`select 1 from repatriation.lines where id = ${id}::uuid for update`.execute(ctx.tx)
  const row = await getLine(ctx, operationId, id)
  if (basedOn !== null && row.version !== basedOn) {
    throw new DomainError('conflict', 'stale-version', { version: row.version })
  }
  return row
}

export const toFamily = (row: { id: string; name: string; household_id: string | null }): Family => ({
  id: row.id,
  name: row.name,
  ...(row.household_id ? { householdId: row.household_id } : {}),
})

/** Every way in which the names of these are written. */
export async function spellings(ctx: Context, found: readonly FoundLine[]): Promise<Map<string, string[]>> {
  const rows = await ctx.tx
    .selectFrom('people.names')
    .select(['person_id', sql<string>`concat_ws(' ', family, given, patronymic)`.as('text')])
    .where(sql<boolean>`person_id = any (${found.map(row => row.person_id)}::uuid[])`)
    .orderBy('compartment')
    .orderBy('ordinal')
    .execute()
  const all = new Map<string, string[]>()
  for (const row of rows) {
    const known = all.get(row.person_id) ?? []
    all.set(row.person_id, known.includes(row.text) ? known : [...known, row.text])
  }
  return all
}

/** Legs and seats by line. */
export async function placesOf(
  ctx: Context,
  found: readonly FoundLine[],
): Promise<Map<string, ListLine['legs']>> {
  const rows = await ctx.tx
    .selectFrom('repatriation.line_legs as p')
    .innerJoin('repatriation.legs as g', 'g.id', 'p.leg_id')
    .select(['p.line_id', 'p.leg_id', 'p.seat'])
    .where(sql<boolean>`p.line_id = any (${found.map(row => row.id)}::uuid[])`)
    .orderBy('g.ordinal')
    .execute()
  const all = new Map<string, ListLine['legs']>()
  for (const row of rows) {
    const leg = { legId: row.leg_id, ...(row.seat === null ? {} : { seat: row.seat }) }
    all.set(row.line_id, [...(all.get(row.line_id) ?? []), leg])
  }
  return all
}

export const toLine = (
  ctx: Context,
  row: FoundLine,
  names: readonly string[],
  legs: ListLine['legs'],
): ListLine => ({
  id: row.id,
  version: row.version,
  personId: row.person_id,
  name: row.label,
  otherNames: names.filter(name => name !== row.label),
  sex: row.sex as Sex,
  birth: row.birth as BirthDate,
  ageGroup: ageGroupOf(row.birth as BirthDate, today(ctx)),
  ...(row.family_id === null ? {} : { familyId: row.family_id }),
  head: row.head,
  // A carer whose record is not open has no name here, and still is one.
  ...(row.carer_id === null ? {} : { carer: { id: row.carer_id, name: row.carer ?? '' } }),
  ...(row.bracelet === null
    ? row.bracelet_asked === null
      ? {}
      : { braceletAsked: row.bracelet_asked }
    : { bracelet: row.bracelet }),
  door: row.door,
  ...(row.for_country === null ? {} : { forCountry: row.for_country }),
  ...(row.basis === null ? {} : { basis: row.basis as Basis }),
  state: row.state as LineState,
  stateSince: row.state_since ?? row.created_at,
  legs,
})

export async function wholeLine(ctx: Context, operationId: string, id: string): Promise<LineWithSteps> {
  const row = await getLine(ctx, operationId, id)
  const names = await spellings(ctx, [row])
  const legs = await placesOf(ctx, [row])
  ctx.trail.shown([operationId, row.id, row.person_id])
  return {
    ...toLine(ctx, row, names.get(row.person_id) ?? [], legs.get(row.id) ?? []),
    steps: await stepsOf(ctx, id),
  }
}

async function stepsOf(ctx: Context, id: string): Promise<LineWithSteps['steps']> {
  const found = await ctx.tx
    .selectFrom('repatriation.line_steps as s')
    .innerJoin('access.accounts as a', 'a.id', 's.actor_id')
    .selectAll('s')
    .select('a.name')
    .where('s.line_id', '=', id)
    .orderBy('s.number')
    .execute()
  return found.map(row => ({
    at: row.at,
    by: { id: row.actor_id, name: row.name },
    ...(row.from_state === null ? {} : { from: row.from_state as LineState }),
    to: row.to_state as LineState,
    ...(row.reason === null ? {} : { reason: row.reason }),
    ...(row.leg_id === null ? {} : { legId: row.leg_id }),
    ...(row.device === null ? {} : { device: row.device }),
    ...(row.device_at === null ? {} : { deviceAt: row.device_at }),
  }))
}
