/** Rows of a list compared with the register, as far as it is open to whoever compares. It proposes; a person decides. */
import type { FoundPerson, PersonSketch } from '@kerege/contract/people/schema'
import type { ManifestPerson } from '@kerege/contract/repatriation/manifest/schema'
import { sql } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import { lookAlikesOf, sharingWith } from '../../people/index.ts'
import { sayOfBracelets } from './bracelets.ts'
import { sayOfSeats } from './seats.ts'
import { type FoundRow, lockImport, rowsOf } from './store.ts'

/** A request a portion, so that whoever waits sees it go on. */
const portion = 100
const mostAlike = 5

const sketchOf = ({ names, birth, sex }: ManifestPerson): PersonSketch => ({
  names: names.slice(0, 3),
  birth,
  sex,
  limit: mostAlike,
})

export async function match(ctx: Context, importId: string): Promise<{ compared: number; left: number }> {
  const list = await lockImport(ctx, importId)
  const rows = await rowsOf(ctx, importId).where('r.look_alikes', 'is', null).limit(portion).execute()
  await compare(ctx, list.operation_id, rows)
  const left = await ctx.tx
    .selectFrom('repatriation.import_rows')
    .select(eb => eb.fn.countAll<number>().as('n'))
    .where('import_id', '=', importId)
    .where('look_alikes', 'is', null)
    .executeTakeFirstOrThrow()
  ctx.trail.counted('rows', rows.length)
  return { compared: rows.length, left: left.n }
}

/** Looks for them anew and keeps who was found, by id and score. Without a name nobody is alike. */
export async function compare(ctx: Context, operationId: string, rows: readonly FoundRow[]): Promise<void> {
  if (rows.length === 0) return
  const said = await sayOfSeats(ctx, operationId, rows, await sayOfBracelets(ctx, operationId, rows))
  const named = rows.filter(row => row.person.names.length > 0)
  const sketches = named.map(row => sketchOf(row.person))
  const among = await sharingWith(ctx, sketches)
  const found = await lookAlikesOf(
    ctx,
    sketches.map((sketch, at) => ({ sketch, among: among[at] ?? [] })),
  )
  const byRow = new Map(
    named.map((row, at) => [row.id, (found[at] ?? []).map(({ id, score }) => ({ id, score }))]),
  )
  const values = rows.map(row => ({
    id: row.id,
    found: byRow.get(row.id) ?? [],
    problems: said.get(row.id) ?? row.problems,
  }))
  await sql`
    update repatriation.import_rows r set look_alikes = n.found, problems = n.problems
      from jsonb_to_recordset(${JSON.stringify(values)}::jsonb) as n (id uuid, found jsonb, problems jsonb)
     where r.id = n.id`.execute(ctx.tx)
}

/** Of rows that were compared: who they were like, with reasons computed for this reader. */
export async function shownLookAlikes(
  ctx: Context,
  rows: readonly FoundRow[],
): Promise<Map<string, FoundPerson[]>> {
  const asked = rows.filter(row => (row.look_alikes ?? []).length > 0)
  const found = await lookAlikesOf(
    ctx,
    asked.map(row => ({ sketch: sketchOf(row.person), among: (row.look_alikes ?? []).map(one => one.id) })),
  )
  ctx.trail.shown(found.flat().map(one => one.id))
  return new Map(asked.map((row, at) => [row.id, found[at] ?? []]))
}
