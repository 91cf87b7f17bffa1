/** Series and statements in SQL. Policies decide what is open: everything to who is signed in, public rows to nobody. */
import type { MultiText } from '@kerege/contract/common'
import { DomainError, notFound } from '@kerege/contract/errors'
import type {
  FigureState,
  FiguresView,
  Revision,
  Series,
  SeriesKind,
  Statement,
  StatementFilter,
} from '@kerege/contract/figures/schema'
import { sql } from 'kysely'
import type { Context } from '../../platform/context.ts'
import { openCursor, pageOf } from '../../platform/cursor.ts'
import type { Tx } from '../../platform/database.ts'

const selectedSeries = (tx: Tx) => tx.selectFrom('figures.series').selectAll()
type SeriesRow = Awaited<ReturnType<ReturnType<typeof selectedSeries>['execute']>>[number]

function selectedStatements(tx: Tx) {
  return tx
    .selectFrom('figures.statements as t')
    .innerJoin('figures.series as s', 's.id', 't.series_id')
    .leftJoin('access.accounts as a', 'a.id', 't.preferred_by')
    .selectAll('t')
    .select(['s.code as series_code', 's.state as series_state', 'a.name as preferred_name'])
}
type StatementRecord = Awaited<ReturnType<ReturnType<typeof selectedStatements>['execute']>>[number]

function toSeries(row: SeriesRow): Series {
  return {
    id: row.id,
    version: row.version,
    code: row.code,
    kind: row.kind as SeriesKind,
    ...(row.state === null ? {} : { state: row.state as FigureState }),
    unit: row.unit as Series['unit'],
    title: row.title as MultiText,
    definition: row.definition as MultiText,
    nothingPublished: row.nothing_published,
    isPublic: row.is_public,
  }
}

export function toStatement(row: StatementRecord): Statement {
  return {
    id: row.id,
    version: row.version,
    seriesId: row.series_id,
    ...(row.operation === null ? {} : { operation: row.operation }),
    ...(row.stated_of === null ? {} : { when: row.stated_of }),
    ...(row.origin === null ? {} : { origin: row.origin }),
    // Written by this slice, in this very shape; the answer is parsed once more on its way out.
    values: row.reported as Statement['values'],
    sumOf: row.sum_of,
    source: {
      publisher: row.publisher,
      url: row.source_url,
      ...(row.source_title === null ? {} : { title: row.source_title }),
      ...(row.source_language === null ? {} : { language: row.source_language }),
    },
    ...(row.stated_on === null ? {} : { statedOn: row.stated_on }),
    ...(row.note === null ? {} : { note: row.note }),
    ...(row.supersedes === null ? {} : { supersedes: row.supersedes }),
    isPublic: row.is_public,
    stand: row.stand as Statement['stand'],
    ...(row.preferred_reason === null || row.preferred_at === null
      ? {}
      : {
          preferred: {
            reason: row.preferred_reason,
            at: row.preferred_at,
            ...(row.preferred_name === null ? {} : { by: row.preferred_name }),
          },
        }),
    updatedAt: row.updated_at,
  }
}

/** What a statement says, as its columns. */
export type StatementContent = Omit<Statement, 'id' | 'version' | 'stand' | 'preferred' | 'updatedAt'>

export const contentColumns = (content: StatementContent) => ({
  series_id: content.seriesId,
  operation: content.operation ?? null,
  stated_of: content.when ?? null,
  origin: content.origin ?? null,
  reported: JSON.stringify(content.values),
  sum_of: content.sumOf,
  source_url: content.source.url,
  publisher: content.source.publisher,
  source_title: content.source.title ?? null,
  source_language: content.source.language ?? null,
  stated_on: content.statedOn ?? null,
  note: content.note ?? null,
  supersedes: content.supersedes ?? null,
  is_public: content.isPublic,
})

/** Everything that is current and open to whoever asks. Some hundreds of rows at most: what is published is little. */
export async function view(tx: Tx): Promise<FiguresView> {
  const series = await selectedSeries(tx).orderBy('state').orderBy('code').execute()
  const statements = await selectedStatements(tx)
    .where('t.stand', '=', 'current')
    .orderBy(sql`t.stated_of nulls last`)
    .orderBy('t.id')
    .execute()
  return { series: series.map(toSeries), statements: statements.map(toStatement) }
}

/** What was superseded or withdrawn too. */
export async function everything(tx: Tx): Promise<FiguresView> {
  const series = await selectedSeries(tx).execute()
  const statements = await selectedStatements(tx).execute()
  return { series: series.map(toSeries), statements: statements.map(toStatement) }
}

export function filtered(tx: Tx, filter: StatementFilter) {
  let query = selectedStatements(tx).where('t.stand', '=', filter.stand ?? 'current')
  if (filter.state) query = query.where('s.state', '=', filter.state)
  if (filter.kind) query = query.where('s.kind', '=', filter.kind)
  return query
}

/** The newest day first; what has none stands last. */
export async function list(ctx: Context, filter: StatementFilter) {
  const after = openCursor(ctx.node.keys.cursors, 'figures', filter.cursor)
  let query = filtered(ctx.tx, filter)
  if (after)
    query = query.where(sql<boolean>`(coalesce(t.stated_of, ''), t.id) < (${after[0]}, ${after[1]}::uuid)`)
  const found = await query
    .orderBy(sql`coalesce(t.stated_of, '')`, 'desc')
    .orderBy('t.id', 'desc')
    .limit(filter.limit + 1)
    .execute()
  const { shown, next } = pageOf(ctx.node.keys.cursors, 'figures', { found, limit: filter.limit }, last => [
    last.stated_of ?? '',
    last.id,
  ])
  const rows = shown.map(row => ({
    ...toStatement(row),
    seriesCode: row.series_code,
    ...(row.series_state === null ? {} : { state: row.series_state as FigureState }),
  }))
  return { rows, ...next }
}

export async function findSeries(tx: Tx, id: string): Promise<Series | undefined> {
  const row = await selectedSeries(tx).where('id', '=', id).executeTakeFirst()
  return row && toSeries(row)
}

export async function lockSeries(ctx: Context, id: string): Promise<Series> {
  await sql`select 1 from figures.series where id = ${id}::uuid for update`.execute(ctx.tx)
  const series = await findSeries(ctx.tx, id)
  if (!series) throw notFound()
  requireVersion(ctx, series.version)
  return series
}

export async function lockSeriesOf(ctx: Context, statement: Statement): Promise<Series> {
  await sql`select 1 from figures.series where id = ${statement.seriesId}::uuid for update`.execute(ctx.tx)
  const series = await findSeries(ctx.tx, statement.seriesId)
  if (!series) throw notFound()
  return series
}

/** Content alone, to compare with another. */
export function contentOf(statement: Statement): StatementContent {
  const { id: _, version: __, stand: ___, preferred: ____, updatedAt: _____, ...content } = statement
  return content
}

export async function findStatement(tx: Tx, id: string): Promise<Statement | undefined> {
  const row = await selectedStatements(tx).where('t.id', '=', id).executeTakeFirst()
  return row && toStatement(row)
}

export async function getStatement(tx: Tx, id: string): Promise<Statement> {
  const statement = await findStatement(tx, id)
  if (!statement) throw notFound()
  return statement
}

/** @throws DomainError `stale-version` when it was changed meanwhile */
export async function lockStatement(ctx: Context, id: string): Promise<Statement> {
  await sql`select 1 from figures.statements where id = ${id}::uuid for update`.execute(ctx.tx)
  const statement = await getStatement(ctx.tx, id)
  requireVersion(ctx, statement.version)
  return statement
}

function requireVersion(ctx: Context, version: number) {
  if (ctx.basedOn !== null && version !== ctx.basedOn) {
    throw new DomainError('conflict', 'stale-version', { version })
  }
}

export async function revisionsOf(tx: Tx, statementId: string): Promise<Revision[]> {
  const rows = await tx
    .selectFrom('figures.revisions as r')
    .leftJoin('access.accounts as a', 'a.id', 'r.account_id')
    .select(['r.version', 'r.at', 'r.reason', 'r.content', 'a.name'])
    .where('r.statement_id', '=', statementId)
    .orderBy('r.version', 'desc')
    .execute()
  return rows.map(row => {
    const content = row.content as StatementContent // kept by this slice
    return {
      version: row.version,
      at: row.at,
      ...(row.name === null ? {} : { by: row.name }),
      ...(row.reason === null ? {} : { reason: row.reason }),
      ...(content.operation === undefined ? {} : { operation: content.operation }),
      ...(content.when === undefined ? {} : { when: content.when }),
      values: content.values,
      url: content.source.url,
    }
  })
}
