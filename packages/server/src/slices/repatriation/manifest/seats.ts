/**
 * Who sits where, as a list says it. Two persons on one seat are said beside the row while it is looked at; where it is left so, the
 * second one goes by the same leg, without a seat, and the row says so for good.
 */
import { folded } from '@kerege/contract/repatriation/manifest/fold'
import { levelOf, type Problem, type ProblemCode } from '@kerege/contract/repatriation/manifest/schema'
import { seatKey } from '@kerege/contract/repatriation/manifest/seats'
import { sql } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import type { FoundRow } from './store.ts'

const codes: readonly ProblemCode[] = ['seat-twice', 'seat-taken']
const isOfSeats = ({ code }: Problem) => codes.includes(code)

type Seated = Pick<FoundRow, 'id' | 'import_id' | 'row' | 'person' | 'problems'>

/** Problems of rows by id, with what is to be said of their seats today. @param said what was said of these rows already */
export async function sayOfSeats(
  ctx: Context,
  operationId: string,
  rows: readonly Seated[],
  said: ReadonlyMap<string, Problem[]>,
): Promise<Map<string, Problem[]>> {
  const problemsOf = (row: Seated) => said.get(row.id) ?? row.problems
  const asked = rows.filter(row => seatKey(row.person) !== undefined || problemsOf(row).some(isOfSeats))
  const all = new Map(said)
  const [list] = asked
  if (!list) return all
  const first = await firstInList(ctx, list.import_id)
  const taken = await takenOf(ctx, operationId)
  for (const row of asked) {
    const others = problemsOf(row).filter(problem => !isOfSeats(problem))
    const key = seatKey(row.person)
    const above = key === undefined ? undefined : first.get(key)
    if (key !== undefined && taken.has(key)) all.set(row.id, [...others, problem(row, 'seat-taken')])
    else if (above !== undefined && above < row.row)
      all.set(row.id, [...others, problem(row, 'seat-twice', { other: above })])
    else all.set(row.id, others)
  }
  return all
}

function problem({ row, person }: Seated, code: ProblemCode, more: Problem['params'] = {}): Problem {
  return {
    row,
    code,
    level: levelOf[code],
    params: { seat: person.seat ?? '', leg: person.leg ?? '', ...more },
  }
}

/** Of each seat the first row that asks for it; who waits for later asks for none. */
async function firstInList(ctx: Context, importId: string): Promise<Map<string, number>> {
  const found = await sql<{ row: number; leg: string; seat: string }>`
    select row, person ->> 'leg' as leg, person ->> 'seat' as seat from repatriation.import_rows
     where import_id = ${importId}::uuid and decision <> 'park' and person ? 'seat' and person ? 'leg'
     order by row`.execute(ctx.tx)
  const first = new Map<string, number>()
  for (const { row, ...at } of found.rows) {
    const key = seatKey(at)
    if (key !== undefined && !first.has(key)) first.set(key, row)
  }
  return first
}

/** Seats of the operation on which somebody sits, as far as it is open to whoever reads. */
async function takenOf(ctx: Context, operationId: string): Promise<Set<string>> {
  const found = await ctx.tx
    .selectFrom('repatriation.line_legs as p')
    .innerJoin('repatriation.legs as g', 'g.id', 'p.leg_id')
    .select(['g.vehicle as leg', 'p.seat'])
    .where('p.operation_id', '=', operationId)
    .where('p.seat', 'is not', null)
    .where('g.vehicle', 'is not', null)
    .execute()
  return new Set(found.flatMap(({ leg, seat }) => seatKey({ leg: leg ?? '', seat: seat ?? '' }) ?? []))
}

interface Coming {
  row: FoundRow
  lineId: string
}

/** On the leg that the list names, where the operation has one of that name. */
export async function seat(ctx: Context, operationId: string, all: readonly Coming[]): Promise<void> {
  const vehicles = await vehiclesOf(ctx, operationId)
  const places = all.flatMap(({ row, lineId }) => {
    const { leg, seat } = row.person
    const legId = leg === undefined ? undefined : vehicles.get(folded(leg))
    return legId === undefined ? [] : [{ line: lineId, leg: legId, seat: seat?.slice(0, 12), row }]
  })
  const seated = new Set(await put(ctx, operationId, places))
  const standing = places.filter(place => !seated.has(place.line))
  if (standing.length === 0) return
  await put(
    ctx,
    operationId,
    standing.map(({ line, leg }) => ({ line, leg })),
  )
  await noteStanding(
    ctx,
    standing.map(place => place.row),
  )
}

/** @returns lines that got what was asked for: the first row that names a seat */
async function put(
  ctx: Context,
  operationId: string,
  places: readonly { line: string; leg: string; seat?: string | undefined }[],
): Promise<string[]> {
  if (places.length === 0) return []
  const rows = places.map(({ line, leg, seat }) => ({ line, leg, seat }))
  const done = await sql<{ line_id: string }>`
    insert into repatriation.line_legs (line_id, leg_id, operation_id, seat)
      select n.line, n.leg, ${operationId}::uuid, n.seat
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as n (line uuid, leg uuid, seat text)
    on conflict do nothing returning line_id`.execute(ctx.tx)
  return done.rows.map(row => row.line_id)
}

/** Whose seat somebody else has and was not said to have: said now. */
async function noteStanding(ctx: Context, rows: readonly FoundRow[]): Promise<void> {
  const unsaid = rows.filter(row => !row.problems.some(isOfSeats))
  const values = unsaid.map(row => ({
    id: row.id,
    problems: [...row.problems, problem(row, 'seat-taken')],
  }))
  await sql`
    update repatriation.import_rows r set problems = n.problems
      from jsonb_to_recordset(${JSON.stringify(values)}::jsonb) as n (id uuid, problems jsonb)
     where r.id = n.id`.execute(ctx.tx)
}

async function vehiclesOf(ctx: Context, operationId: string): Promise<Map<string, string>> {
  const legs = await ctx.tx
    .selectFrom('repatriation.legs')
    .select(['id', 'vehicle'])
    .where('operation_id', '=', operationId)
    .where('vehicle', 'is not', null)
    .execute()
  return new Map(legs.map(leg => [folded(leg.vehicle ?? ''), leg.id]))
}
