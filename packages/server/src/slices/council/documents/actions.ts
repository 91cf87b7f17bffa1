/** Beginning a document, its facts, its way from draft to issue, and its symbol. */
import type * as routes from '@kerege/contract/council/documents/routes'
import type { CouncilDocument } from '@kerege/contract/council/documents/schema'
import {
  type DocumentState,
  documentMayBecome,
  isOpen,
  seriesOf,
} from '@kerege/contract/council/documents/states'
import type { DocumentKind } from '@kerege/contract/council/documents/head'
import { type Modifier, nextModified, nextPaper, parseSymbol } from '@kerege/contract/council/symbols'
import { DomainError, invalid } from '@kerege/contract/errors'
import type { Parsed } from '@kerege/contract/route'
import { sql } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import { addPaper } from '../agenda.ts'
import { requireUnbound } from './bound.ts'
import { retitle } from './retitle.ts'
import * as store from './store.ts'
import { findText, indexSymbol, writeText } from './textStore.ts'

type Facts = Omit<Parsed<typeof routes.changeDocument>['body'], 'titles'>

async function requireFacts(ctx: Context, facts: Facts & { basedOn?: string | undefined }) {
  const there = async (
    table: 'council.bodies' | 'council.sessions' | 'council.documents',
    id: string | undefined,
  ) =>
    id === undefined ||
    (await ctx.tx.selectFrom(table).select('id').where('id', '=', id).executeTakeFirst()) !== undefined
  const faults = [
    (await there('council.bodies', facts.bodyId)) ? undefined : '/bodyId',
    (await there('council.sessions', facts.sessionId)) ? undefined : '/sessionId',
    (await isItemOf(ctx, facts.sessionId, facts.itemId)) ? undefined : '/itemId',
    (await there('council.documents', facts.basedOn)) ? undefined : '/basedOn',
  ].filter(pointer => pointer !== undefined)
  if (faults.length > 0) throw invalid(faults.map(pointer => ({ pointer, code: 'not-found' })))
}

async function isItemOf(ctx: Context, sessionId: string | undefined, itemId: string | undefined) {
  if (itemId === undefined) return true
  if (sessionId === undefined) return false
  const found = await ctx.tx
    .selectFrom('council.agenda_items')
    .select('id')
    .where('id', '=', itemId)
    .where('session_id', '=', sessionId)
    .where('removed', '=', false)
    .executeTakeFirst()
  return found !== undefined
}

const columnsOf = (facts: Facts) => ({
  body_id: facts.bodyId,
  session_id: facts.sessionId ?? null,
  item_id: facts.itemId ?? null,
  kind: facts.kind,
  distribution: facts.distribution,
  dated: facts.dated ?? null,
})

/** Safe to repeat: the id was made by the device. */
export async function draft(
  ctx: Context,
  body: Parsed<typeof routes.draftDocument>['body'],
): Promise<CouncilDocument> {
  await requireFacts(ctx, body)
  const made = await ctx.tx
    .insertInto('council.documents')
    .values({
      id: body.id,
      ...columnsOf(body),
      source_language: body.sourceLanguage,
      based_on: body.basedOn ?? null,
      relation: body.relation ?? null,
      created_by: ctx.actor.account,
      created_at: ctx.now,
      updated_at: ctx.now,
    })
    .onConflict(conflict => conflict.column('id').doNothing())
    .returning('id')
    .executeTakeFirst()
  if (made) {
    await writeText(ctx, body.id, body.sourceLanguage, { number: 1, text: body.text, stale: false })
    await store.record(ctx, { id: body.id, state: null }, 'draft')
  }
  ctx.trail.touched(body.id)
  return store.whole(ctx, body.id)
}

/** @throws DomainError `document-state` once it is issued: others rely on what it is */
export async function change(
  ctx: Context,
  id: string,
  { titles, ...facts }: Parsed<typeof routes.changeDocument>['body'],
): Promise<CouncilDocument> {
  const row = await store.lock(ctx, id, ctx.basedOn)
  requireOpen(row)
  await requireUnbound(ctx.tx, id)
  await requireFacts(ctx, facts)
  const moved = facts.bodyId !== row.body_id || (facts.sessionId ?? null) !== row.session_id
  if (row.symbol !== null && moved) throw new DomainError('conflict', 'symbol-given', { symbol: row.symbol })
  await store.touch(ctx, row, columnsOf(facts))
  const written = await retitle(ctx, row, titles ?? {})
  ctx.trail.touched(id, ['facts', ...written.map(language => `text.${language}`)])
  return store.whole(ctx, id)
}

/**
 * Of what is issued, an item of its own session can still be said; a paper of another session stands on the agenda by
 * its symbol. What has no symbol yet moves to the session itself.
 */
export async function place(
  ctx: Context,
  id: string,
  { sessionId, itemId, basedOn }: Parsed<typeof routes.placeDocument>['body'],
): Promise<CouncilDocument> {
  const row = await store.lock(ctx, id, basedOn)
  const there = await ctx.tx
    .selectFrom('council.sessions')
    .select('id')
    .where('id', '=', sessionId)
    .executeTakeFirst()
  if (!there) throw invalid([{ pointer: '/sessionId', code: 'not-found' }])
  if (!(await isItemOf(ctx, sessionId, itemId))) throw invalid([{ pointer: '/itemId', code: 'not-found' }])
  if (row.session_id === sessionId) await store.touch(ctx, row, { item_id: itemId ?? null })
  else if (row.symbol === null) {
    requireOpen(row)
    await store.touch(ctx, row, { session_id: sessionId, item_id: itemId ?? null })
  } else if (itemId === undefined) throw new DomainError('conflict', 'symbol-given', { symbol: row.symbol })
  else await addPaper(ctx, sessionId, itemId, row.symbol)
  ctx.trail.touched(id, ['facts'])
  return store.whole(ctx, id)
}

function requireOpen(row: store.FoundDocument) {
  if (!isOpen(row.state as DocumentState))
    throw new DomainError('conflict', 'document-state', { state: row.state })
}

export async function move(
  ctx: Context,
  id: string,
  { to, basedOn, reason }: Parsed<typeof routes.moveDocument>['body'],
): Promise<CouncilDocument> {
  const row = await store.lock(ctx, id, basedOn)
  await requireUnbound(ctx.tx, id)
  await become(ctx, row, to, reason)
  return store.whole(ctx, id)
}

/** The step itself, under the lock of the document and for whoever was found to be allowed to take it. */
export async function become(
  ctx: Context,
  row: store.FoundDocument,
  to: 'circulated' | 'issued' | 'withdrawn',
  reason?: string,
): Promise<void> {
  if (!documentMayBecome(row.state as DocumentState, to)) {
    throw new DomainError('conflict', 'document-state', { state: row.state })
  }
  const changes = {
    state: to,
    ...(row.circulated_at === null && to !== 'withdrawn' ? { circulated_at: ctx.now } : {}),
  }
  if (to === 'issued') await issue(ctx, row, changes)
  else await store.touch(ctx, row, changes)
  await store.record(ctx, row, to, reason)
  if (reason) ctx.trail.because(reason)
  ctx.trail.touched(row.id, ['state'])
}

/** The text must have been checked, and nothing may wait for an answer; a revision supersedes what it revises. */
async function issue(ctx: Context, row: store.FoundDocument, changes: object) {
  const source = await findText(ctx.tx, row.id, row.source_language)
  if (source?.state !== 'checked') throw new DomainError('conflict', 'document-unchecked')
  const waiting = await ctx.tx
    .selectFrom('council.document_amendments')
    .select('id')
    .where('document_id', '=', row.id)
    .where('state', '=', 'proposed')
    .limit(1)
    .executeTakeFirst()
  if (waiting) throw new DomainError('conflict', 'amendments-open')
  const symbol = row.symbol ?? (await freeSymbol(ctx, row))
  await store.touch(ctx, row, { ...changes, symbol, issued_at: ctx.now })
  if (row.symbol === null) await indexSymbol(ctx, row.id, symbol)
  if (row.relation !== 'Rev' || row.based_on === null) return
  const base = await store.lock(ctx, row.based_on)
  if (base.state !== 'issued') return
  await store.touch(ctx, base, { state: 'superseded' })
  await store.record(ctx, base, 'superseded')
}

export async function giveSymbol(ctx: Context, id: string, basedOn: number): Promise<CouncilDocument> {
  const row = await store.lock(ctx, id, basedOn)
  requireOpen(row)
  await requireUnbound(ctx.tx, id)
  if (row.symbol !== null) throw new DomainError('conflict', 'symbol-given', { symbol: row.symbol })
  const symbol = await freeSymbol(ctx, row)
  await store.touch(ctx, row, { symbol })
  await indexSymbol(ctx, id, symbol)
  ctx.trail.touched(id, ['symbol'])
  return store.whole(ctx, id)
}

/** The next one of its session or of the document that it revises. @throws DomainError `symbol-without-base` */
async function freeSymbol(ctx: Context, row: store.FoundDocument): Promise<string> {
  const base = row.based_on === null ? undefined : await store.get(ctx.tx, row.based_on)
  const stem = parseSymbol((base ? base.symbol : row.session_symbol) ?? '')
  if (!stem) throw new DomainError('conflict', 'symbol-without-base')
  // Whoever counts at the same time waits here.
  await sql`select pg_advisory_xact_lock(hashtext('council.documents.symbol'))`.execute(ctx.tx)
  const taken = await ctx.tx
    .selectFrom('council.documents')
    .select('symbol')
    .where('symbol', 'is not', null)
    .where(sql<boolean>`starts_with(symbol, ${`${stem.organ}/${stem.year}/`})`)
    .execute()
  const symbols = taken.map(one => one.symbol ?? '')
  return base
    ? nextModified(stem, row.relation as Modifier, symbols)
    : nextPaper(stem, seriesOf[row.kind as DocumentKind], symbols)
}
