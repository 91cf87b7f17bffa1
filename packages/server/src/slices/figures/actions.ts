/**
 * Entering what sources state, correcting how it was written down, preferring one, withdrawing. Nothing is ever
 * reconciled here: statements that contradict each other stand side by side, and what was said before is kept.
 */
import { DomainError, invalid } from '@kerege/contract/errors'
import type {
  AddStatement,
  ChangeStatement,
  Series,
  Statement,
  StatementWithHistory,
} from '@kerege/contract/figures/schema'
import type { Context } from '../../platform/context.ts'
import { newId } from '../../platform/ids.ts'
import { canonical } from './canonical.ts'
import * as store from './store.ts'

/** A command that is sent again makes nothing new: the id was made by the device. */
export async function addStatement(ctx: Context, { id, ...content }: AddStatement): Promise<Statement> {
  const known = await store.findStatement(ctx.tx, id)
  if (known) return known
  await requireContent(ctx, id, content)
  await ctx.tx
    .insertInto('figures.statements')
    .values({
      id,
      ...store.contentColumns(content),
      created_by: ctx.actor.account,
      created_at: ctx.now,
      updated_at: ctx.now,
    })
    .execute()
  if (content.supersedes) await supersede(ctx, content.supersedes)
  ctx.trail.touched(id, Object.keys(content))
  return store.getStatement(ctx.tx, id)
}

/** Series and corrected statement exist; nothing corrects itself. */
async function requireContent(ctx: Context, id: string, content: store.StatementContent): Promise<Series> {
  const series = await store.findSeries(ctx.tx, content.seriesId)
  if (!series) throw invalid([{ pointer: '/seriesId', code: 'not-found' }])
  if (content.supersedes) {
    const old = await store.findStatement(ctx.tx, content.supersedes)
    if (!old || old.id === id || old.seriesId !== content.seriesId) {
      throw invalid([{ pointer: '/supersedes', code: 'not-found' }])
    }
  }
  return series
}

/** The statement of the same source that came before: kept, and no longer counted. */
async function supersede(ctx: Context, id: string): Promise<void> {
  await ctx.tx
    .updateTable('figures.statements')
    .set(eb => ({
      stand: 'superseded',
      preferred_reason: null,
      preferred_by: null,
      preferred_at: null,
      version: eb('version', '+', 1),
      updated_at: ctx.now,
    }))
    .where('id', '=', id)
    .where('stand', '=', 'current')
    .execute()
  ctx.trail.touched(id, ['stand'])
}

export async function read(ctx: Context, id: string): Promise<StatementWithHistory> {
  return { ...(await store.getStatement(ctx.tx, id)), revisions: await store.revisionsOf(ctx.tx, id) }
}

/** @throws DomainError `figure-closed` for what was superseded or withdrawn */
export async function changeStatement(
  ctx: Context,
  id: string,
  { reason, ...content }: ChangeStatement,
): Promise<Statement> {
  const before = await lockCurrent(ctx, id)
  await requireContent(ctx, id, content)
  await saveContent(ctx, before, content, reason)
  if (content.supersedes && content.supersedes !== before.supersedes) await supersede(ctx, content.supersedes)
  ctx.trail.because(reason)
  return store.getStatement(ctx.tx, id)
}

async function lockCurrent(ctx: Context, id: string): Promise<Statement> {
  const statement = await store.lockStatement(ctx, id)
  if (statement.stand !== 'current') {
    throw new DomainError('conflict', 'figure-closed', { stand: statement.stand })
  }
  return statement
}

/** Keeps what was said, then says it anew. A preference does not follow to another thing. */
export async function saveContent(
  ctx: Context,
  before: Statement,
  content: store.StatementContent,
  reason: string | undefined,
): Promise<void> {
  await keep(ctx, before, reason)
  const sameThing =
    before.seriesId === content.seriesId &&
    before.operation === content.operation &&
    before.when === content.when
  await ctx.tx
    .updateTable('figures.statements')
    .set({
      ...store.contentColumns(content),
      ...(sameThing ? {} : noPreference),
      version: before.version + 1,
      updated_at: ctx.now,
    })
    .where('id', '=', before.id)
    .execute()
  ctx.trail.touched(before.id, changedFields(before, content))
}

const noPreference = { preferred_reason: null, preferred_by: null, preferred_at: null }

async function keep(ctx: Context, before: Statement, reason: string | undefined): Promise<void> {
  const { id, version, stand: _, preferred: __, updatedAt: ___, ...content } = before
  await ctx.tx
    .insertInto('figures.revisions')
    .values({
      id: newId(ctx.now.getTime()),
      statement_id: id,
      version,
      at: ctx.now,
      account_id: ctx.actor.account,
      reason: reason ?? null,
      content: JSON.stringify(content),
    })
    .execute()
}

export function changedFields(before: store.StatementContent, after: store.StatementContent): string[] {
  const fields = [
    ...['seriesId', 'operation', 'when', 'origin', 'values', 'sumOf', 'source'],
    ...['statedOn', 'note', 'supersedes', 'isPublic'],
  ] as const
  return fields.filter(field => {
    const name = field as keyof store.StatementContent
    return canonical(before[name]) !== canonical(after[name])
  })
}

/** One of those that say different numbers of the same thing is shown first. The others stay beside it. */
export async function prefer(ctx: Context, id: string, reason: string): Promise<Statement> {
  // The series first, then the statement: two who prefer different values of one thing wait for each other here.
  const series = await store.lockSeriesOf(ctx, await store.getStatement(ctx.tx, id))
  const statement = await lockCurrent(ctx, id)
  let rivals = ctx.tx
    .updateTable('figures.statements')
    .set(noPreference)
    .where('series_id', '=', statement.seriesId)
    .where('operation', 'is not distinct from', statement.operation ?? null)
    .where('preferred_at', 'is not', null)
  // An event is one thing by its name, whatever day a source gives it; a total is one by its day too.
  if (series.kind !== 'operations' || !statement.operation) {
    rivals = rivals.where('stated_of', 'is not distinct from', statement.when ?? null)
  }
  await rivals.execute()
  await ctx.tx
    .updateTable('figures.statements')
    .set({
      preferred_reason: reason,
      preferred_by: ctx.actor.account,
      preferred_at: ctx.now,
      version: statement.version + 1,
      updated_at: ctx.now,
    })
    .where('id', '=', id)
    .execute()
  ctx.trail.touched(id, ['preferred'])
  ctx.trail.because(reason)
  return store.getStatement(ctx.tx, id)
}

export async function unprefer(ctx: Context, id: string): Promise<Statement> {
  const statement = await lockCurrent(ctx, id)
  await ctx.tx
    .updateTable('figures.statements')
    .set({ ...noPreference, version: statement.version + 1, updated_at: ctx.now })
    .where('id', '=', id)
    .execute()
  ctx.trail.touched(id, ['preferred'])
  return store.getStatement(ctx.tx, id)
}

/** For what should not have been entered. It stays to be read inside, with the reason. */
export async function withdraw(ctx: Context, id: string, reason: string): Promise<Statement> {
  const statement = await lockCurrent(ctx, id)
  await keep(ctx, statement, reason)
  await ctx.tx
    .updateTable('figures.statements')
    .set({ ...noPreference, stand: 'withdrawn', version: statement.version + 1, updated_at: ctx.now })
    .where('id', '=', id)
    .execute()
  ctx.trail.touched(id, ['stand'])
  ctx.trail.because(reason)
  return store.getStatement(ctx.tx, id)
}
