/** A number on the list that somebody wears already, on the operation or in a row above: said beside the row, with one that is free. */
import { nextFree } from '@kerege/contract/repatriation/boarding/bracelets'
import { levelOf, type Problem } from '@kerege/contract/repatriation/manifest/schema'
import { sql } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import { wornIn } from '../operations/bracelets.ts'
import type { FoundRow } from './store.ts'

const code = 'bracelet-taken'

/** Problems of rows by id, with what is to be said of their numbers today. */
export async function sayOfBracelets(
  ctx: Context,
  operationId: string,
  rows: readonly FoundRow[],
): Promise<Map<string, Problem[]>> {
  const numbered = rows.filter(
    row => row.person.bracelet || row.problems.some(problem => problem.code === code),
  )
  if (numbered.length === 0) return new Map()
  const [imports] = [...new Set(rows.map(row => row.import_id))]
  const all = await sql<{ row: number; bracelet: string }>`
    select row, person ->> 'bracelet' as bracelet from repatriation.import_rows
     where import_id = ${imports}::uuid and decision <> 'park' and person ? 'bracelet' order by row`.execute(
    ctx.tx,
  )
  const first = new Map<string, number>()
  for (const { row, bracelet } of all.rows) if (!first.has(bracelet)) first.set(bracelet, row)
  const worn = await wornIn(ctx, operationId)
  // An offer is made once.
  const gone = new Set([...worn.keys(), ...first.keys()])
  const said = new Map<string, Problem[]>()
  for (const { id, row, person, problems } of numbered) {
    const others = problems.filter(problem => problem.code !== code)
    const { bracelet } = person
    const taken = bracelet !== undefined && (worn.has(bracelet) || (first.get(bracelet) ?? row) < row)
    if (!taken) {
      said.set(id, others)
      continue
    }
    const free = nextFree(bracelet, gone)
    gone.add(free)
    said.set(id, [...others, { row, code, level: levelOf[code], params: { bracelet, free } }])
  }
  return said
}
