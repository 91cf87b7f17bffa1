/** Lists that somebody sent, in SQL. Policies filter underneath: whoever keeps the list of the operation sees them. */
import { DomainError, notFound } from '@kerege/contract/errors'
import type { ImportCounts } from '@kerege/contract/repatriation/manifest/imports'
import type {
  ManifestPerson,
  ManifestReading,
  ManifestRow,
  Problem,
} from '@kerege/contract/repatriation/manifest/schema'
import { sql } from 'kysely'
import type { z } from 'zod'
import type { Context } from '../../../platform/context.ts'
import { newId } from '../../../platform/ids.ts'

const imports = (ctx: Context) =>
  ctx.tx
    .selectFrom('repatriation.imports as i')
    .innerJoin('access.accounts as a', 'a.id', 'i.brought_by')
    .select([
      'i.id',
      'i.operation_id',
      'i.state',
      'i.map',
      'i.about',
      'i.template',
      'i.version',
      'i.brought_at',
      'i.imported_at',
      'a.name as brought_by',
      sql<boolean>`i.book is not null`.as('mappable'),
      sql<boolean>`i.state = 'imported' and exists (
        select 1 from repatriation.manifests m where m.operation_id = i.operation_id and m.state = 'open')
        and not exists (select 1 from repatriation.manifests m where m.operation_id = i.operation_id
          and m.state = 'frozen' and m.at >= i.imported_at)`.as('undoable'),
    ])
export type FoundImport = Awaited<ReturnType<ReturnType<typeof imports>['execute']>>[number]

/** @throws DomainError `not-found` */
export async function getImport(ctx: Context, id: string): Promise<FoundImport> {
  const row = await imports(ctx).where('i.id', '=', id).executeTakeFirst()
  if (!row) throw notFound()
  return row
}

export const importsOf = (ctx: Context, operationId: string): Promise<FoundImport[]> =>
  imports(ctx)
    .where('i.operation_id', '=', operationId)
    .orderBy('i.brought_at', 'desc')
    .orderBy('i.id', 'desc')
    .execute()

/** Locks it for this transaction. @throws DomainError `not-found`, `stale-version`, `import-done` */
export async function lockImport(
  ctx: Context,
  id: string,
  wanted: 'open' | 'imported' = 'open',
): Promise<FoundImport> {
  await ctx.tx.selectFrom('repatriation.imports').select('id').where('id', '=', id).forUpdate().execute()
  const row = await getImport(ctx, id)
  if (ctx.basedOn !== null && row.version !== ctx.basedOn)
    throw new DomainError('conflict', 'stale-version', { version: row.version })
  if (row.state !== wanted) throw new DomainError('conflict', 'import-done', { state: row.state })
  return row
}

/** Somebody who looks at the list sees that it moved on. */
export const moved = (ctx: Context, id: string) =>
  ctx.tx.updateTable('repatriation.imports').set({ version: sql`version + 1` }).where('id', '=', id).execute()

export async function writeRows(
  ctx: Context,
  { id, operation_id }: Pick<FoundImport, 'id' | 'operation_id'>,
  { rows }: Pick<ManifestReading, 'rows'>,
): Promise<void> {
  await ctx.tx.deleteFrom('repatriation.import_rows').where('import_id', '=', id).execute()
  const made = rows.map(row => ({ id: newId(ctx.now.getTime()), ...stored(row) }))
  await sql`
    insert into repatriation.import_rows (id, import_id, operation_id, row, cells, person, family, problems, alike)
    select n.id, ${id}::uuid, ${operation_id}::uuid, n.row, n.cells, n.person, n.family, n.problems, n.lookalikes
      from jsonb_to_recordset(${JSON.stringify(made)}::jsonb)
        as n (id uuid, row int, cells jsonb, person jsonb, family int, problems jsonb, lookalikes jsonb)`.execute(
    ctx.tx,
  )
}

const stored = ({ row, cells, person, family, problems, lookalikes }: ManifestRow) => ({
  row,
  cells,
  person,
  family,
  problems,
  lookalikes,
})

export interface FoundRow {
  id: string
  import_id: string
  row: number
  cells: string[]
  person: ManifestPerson
  family: number
  problems: Problem[]
  alike: ManifestRow['lookalikes']
  /** Null until they were looked for. */
  look_alikes: { id: string; score: number }[] | null
  decision: 'open' | 'accept' | 'park'
  same_as: string | null
  others: string[]
  corrected: boolean
  version: number
  person_id: string | null
}

export const rowsOf = (ctx: Context, importId: string) =>
  ctx.tx
    .selectFrom('repatriation.import_rows as r')
    .selectAll('r')
    .where('r.import_id', '=', importId)
    .orderBy('r.row')
    .$castTo<FoundRow>() // its jsonb columns were written by this program, in these shapes

/** @throws DomainError `not-found` */
export async function lockRow(ctx: Context, importId: string, rowId: string): Promise<FoundRow> {
  const row = await rowsOf(ctx, importId).where('r.id', '=', rowId).forUpdate().executeTakeFirst()
  if (!row) throw notFound()
  return row
}

/** Of whom nothing is to be said: no problem that stops or asks, nobody alike, and compared already. */
export const isClean = sql<boolean>`r.look_alikes = '[]' and not exists (
  select 1 from jsonb_array_elements(r.problems) p where p ->> 'level' <> 'note')`
const isStopped = sql<boolean>`exists (
  select 1 from jsonb_array_elements(r.problems) p where p ->> 'level' = 'stop')`

export async function countsOf(ctx: Context, importId: string): Promise<z.infer<typeof ImportCounts>> {
  const found = await sql<z.infer<typeof ImportCounts>>`
    select count(*)::int as rows,
           count(*) filter (where decision = 'open')::int as open,
           count(*) filter (where decision = 'accept')::int as accepted,
           count(*) filter (where decision = 'park')::int as parked,
           count(*) filter (where look_alikes is null)::int as unmatched,
           count(*) filter (where decision = 'open' and ${isClean})::int as clean,
           count(*) filter (where decision = 'open' and ${isStopped})::int as stopped
      from repatriation.import_rows r where r.import_id = ${importId}::uuid`.execute(ctx.tx)
  const [counts] = found.rows
  if (!counts) throw notFound()
  return counts
}
