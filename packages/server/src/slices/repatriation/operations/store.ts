/** Operations in SQL. Policies decide which are seen; numbers of people come from functions below them. */
import { DomainError, notFound } from '@kerege/contract/errors'
import type { OperationFilter, OperationRow, Totals } from '@kerege/contract/repatriation/operations/schema'
import type { OperationState } from '@kerege/contract/repatriation/operations/states'
import { sql } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import { openCursor, pageOf } from '../../../platform/cursor.ts'
import { today } from '../../../platform/localDay.ts'

const rows = (ctx: Context) =>
  ctx.tx
    .selectFrom('repatriation.operations as o')
    .selectAll('o')
    .select([
      sql<boolean>`o.id in (select repatriation.kept())`.as('kept'),
      sql<boolean>`o.id in (select repatriation.worked())`.as('worked'),
      sql<number>`(select max(m.number) from repatriation.manifests m where m.operation_id = o.id)`.as(
        'list_number',
      ),
      sql<boolean>`exists (select 1 from repatriation.manifests m where m.operation_id = o.id and m.state = 'open')`.as(
        'list_open',
      ),
    ])
export type FoundOperation = Awaited<ReturnType<ReturnType<typeof rows>['execute']>>[number]

/** @throws DomainError `not-found`, for another agency's operation and for none alike */
export async function get(ctx: Context, id: string): Promise<FoundOperation> {
  const row = await rows(ctx).where('o.id', '=', id).executeTakeFirst()
  if (!row) throw notFound()
  return row
}

/** What somebody wants to do with an operation, beyond seeing it. */
export type Doing = 'lead' | 'keep' | 'board' | 'receive'

export function mayDo(ctx: Context, row: Pick<FoundOperation, 'kept' | 'worked'>, doing: Doing): boolean {
  const may = (verb: (typeof ctx.actor.verbs)[number]) => ctx.actor.verbs.includes(verb)
  switch (doing) {
    case 'lead':
      return row.kept && may('repatriation.lead')
    case 'keep':
      return row.kept && may('repatriation.register')
    case 'board':
      return (row.kept || row.worked) && may('repatriation.board')
    case 'receive':
      return (row.kept || row.worked) && may('reception.work')
  }
}

/**
 * Locks the operation for this transaction: its list and its legs change one after the other.
 * @throws DomainError `not-found` where it may not be changed, `stale-version`, `operation-over`
 */
export async function lock(
  ctx: Context,
  id: string,
  doing: Doing,
  { basedOn = null, over = false }: { basedOn?: number | null; over?: boolean } = {},
): Promise<FoundOperation> {
  const seen = await get(ctx, id)
  if (!mayDo(ctx, seen, doing)) throw notFound()
  await sql`select 1 from repatriation.operations where id = ${id}::uuid for update`.execute(ctx.tx)
  const row = await get(ctx, id)
  if (basedOn !== null && row.version !== basedOn) {
    throw new DomainError('conflict', 'stale-version', { version: row.version })
  }
  if (!over && (row.state === 'completed' || row.state === 'called-off')) {
    throw new DomainError('conflict', 'operation-over', { state: row.state })
  }
  return row
}

/** The newest first. */
export async function list(
  ctx: Context,
  filter: OperationFilter,
): Promise<{ rows: OperationRow[]; next?: string }> {
  const after = openCursor(ctx.node.keys.cursors, 'operations', filter.cursor)
  let query = rows(ctx)
  if (filter.state) query = query.where('o.state', '=', filter.state)
  if (after)
    query = query.where(sql<boolean>`(o.created_at, o.id) < (${after[0]}::timestamptz, ${after[1]}::uuid)`)
  const found = await query
    .orderBy('o.created_at', 'desc')
    .orderBy('o.id', 'desc')
    .limit(filter.limit + 1)
    .execute()
  const { shown, next } = pageOf(
    ctx.node.keys.cursors,
    'operations',
    { found, limit: filter.limit },
    last => [last.created_at, last.id],
  )
  const sizes = await totalsOf(
    ctx,
    shown.map(row => row.id),
  )
  return { rows: shown.map(row => toRow(row, sizes.get(row.id))), ...next }
}

const nobody: Totals = { people: 0, families: 0, men: 0, women: 0, children: 0, notKnown: 0 }

export async function totalsOf(ctx: Context, ids: readonly string[]): Promise<Map<string, Totals>> {
  if (ids.length === 0) return new Map()
  const found = await sql<{
    operation_id: string
    people: number
    families: number
    men: number
    women: number
    children: number
    not_known: number
  }>`select * from repatriation.sizes(${[...ids]}::uuid[], ${today(ctx)}::date)`.execute(ctx.tx)
  return new Map(
    found.rows.map(({ operation_id, people, families, men, women, children, not_known }) => [
      operation_id,
      { people, families, men, women, children, notKnown: not_known },
    ]),
  )
}

export const toRow = (row: FoundOperation, totals: Totals = nobody): OperationRow => ({
  id: row.id,
  version: row.version,
  name: row.name,
  fromCountry: row.from_country,
  ...(row.planned_from ? { plannedFrom: row.planned_from } : {}),
  ...(row.planned_to ? { plannedTo: row.planned_to } : {}),
  state: row.state as OperationState,
  stateSince: row.state_since ?? row.created_at,
  totals,
  list: { number: row.list_number, state: row.list_open ? 'open' : 'frozen' },
  updatedAt: row.updated_at,
})

/** Lines that wait for an end, whoever sees them. */
export async function waiting(ctx: Context, id: string): Promise<number> {
  const found = await sql<{ n: number }>`select repatriation.waiting(${id}::uuid) as n`.execute(ctx.tx)
  return found.rows[0]?.n ?? 0
}
