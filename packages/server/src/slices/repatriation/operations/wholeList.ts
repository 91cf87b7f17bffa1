/** The list of an operation as it is read: all of it, or a part after the other. Who is not open to the reader is counted. */
import type { Family, PeopleList } from '@kerege/contract/repatriation/operations/schema'
import { sql } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import { today } from '../../../platform/localDay.ts'
import { type FoundLine, lines, placesOf, spellings, toFamily, toLine } from './list.ts'

/** Families by name, heads first, then by age as the register sorts them. */
export async function wholeList(ctx: Context, operationId: string): Promise<PeopleList> {
  const found = await lines(ctx)
    .where('l.operation_id', '=', operationId)
    .orderBy('l.head', 'desc')
    .orderBy('p.birth_to')
    .orderBy('p.sort_key')
    .orderBy('l.id')
    .execute()
  const families = await familiesOf(ctx, operationId)
  return {
    ...(await shown(ctx, operationId, found)),
    families,
    notShown: await hidden(ctx, operationId, found.length),
  }
}

/** A family stands in one part: it is never read by halves. */
export async function partOfList(
  ctx: Context,
  operationId: string,
  limit: number,
  after: string | undefined,
): Promise<PeopleList> {
  const order = await orderOf(ctx, operationId)
  // Whoever left the list meanwhile stood somewhere: the reader begins anew.
  const from = after === undefined ? 0 : order.findIndex(line => line.id === after) + 1
  let to = Math.min(from + limit, order.length)
  while (
    to < order.length &&
    order[to]?.family_id != null &&
    order[to]?.family_id === order[to - 1]?.family_id
  )
    to += 1
  const part = order.slice(from, to)
  const found = await lines(ctx)
    .where(sql<boolean>`l.id = any (${part.map(line => line.id)}::uuid[])`)
    .execute()
  const at = new Map(part.map((line, place) => [line.id, place]))
  const there = new Set(part.map(line => line.family_id))
  const families = await familiesOf(ctx, operationId)
  const last = part.at(-1)
  return {
    ...(await shown(
      ctx,
      operationId,
      found.toSorted((a, b) => (at.get(a.id) ?? 0) - (at.get(b.id) ?? 0)),
    )),
    families: families.filter(family => there.has(family.id)),
    notShown: await hidden(ctx, operationId, order.length),
    ...(to < order.length && last ? { next: last.id } : {}),
  }
}

/** Of everybody whose line is open: by families, then whoever belongs to none. */
const orderOf = (ctx: Context, operationId: string) =>
  ctx.tx
    .selectFrom('repatriation.lines as l')
    .innerJoin('people.persons as p', 'p.id', 'l.person_id')
    .leftJoin('repatriation.families as f', 'f.id', 'l.family_id')
    .select(['l.id', 'l.family_id'])
    .where('p.merged_into', 'is', null)
    .where('l.operation_id', '=', operationId)
    .orderBy('f.name')
    .orderBy('l.family_id')
    .orderBy('l.head', 'desc')
    .orderBy('p.birth_to')
    .orderBy('p.sort_key')
    .orderBy('l.id')
    .execute()

async function shown(ctx: Context, operationId: string, found: readonly FoundLine[]) {
  const [names, legs] = [await spellings(ctx, found), await placesOf(ctx, found)]
  ctx.trail.shown([operationId, ...found.flatMap(row => [row.id, row.person_id])])
  return {
    lines: found.map(row => toLine(ctx, row, names.get(row.person_id) ?? [], legs.get(row.id) ?? [])),
  }
}

async function familiesOf(ctx: Context, operationId: string): Promise<Family[]> {
  const found = await ctx.tx
    .selectFrom('repatriation.families')
    .select(['id', 'name', 'household_id'])
    .where('operation_id', '=', operationId)
    .orderBy('name')
    .orderBy('id')
    .execute()
  return found.map(toFamily)
}

/** On the list and not open to the reader. */
const hidden = async (ctx: Context, operationId: string, open: number) =>
  Math.max(0, (await allLines(ctx, operationId)) - open)

/** How many stand on the list in all, whoever sees them. */
async function allLines(ctx: Context, operationId: string): Promise<number> {
  const found = await sql<{ n: number }>`
    select coalesce(sum(people), 0)::int as n from repatriation.counted(${operationId}::uuid, ${today(ctx)}::date)`.execute(
    ctx.tx,
  )
  return found.rows[0]?.n ?? 0
}
