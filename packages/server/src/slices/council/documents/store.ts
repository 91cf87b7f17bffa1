/** Documents in SQL: the list, one document as the reader may see it, locks. Decides nothing. */
import { type Language, languages, type MultiText } from '@kerege/contract/common'
import type { DocumentKind } from '@kerege/contract/council/documents/head'
import { translationDebt } from '@kerege/contract/council/documents/rules'
import type {
  CouncilDocument,
  DocumentFilter,
  DocumentRow,
  LanguageStand,
} from '@kerege/contract/council/documents/schema'
import {
  type DocumentState,
  isOpen,
  type LanguageState,
  languageState,
  mayBeAmended,
} from '@kerege/contract/council/documents/states'
import { voiceHindrance } from '@kerege/contract/council/silence'
import type { Modifier } from '@kerege/contract/council/symbols'
import { DomainError, notFound } from '@kerege/contract/errors'
import { sql } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import { openCursor, pageOf } from '../../../platform/cursor.ts'
import type { Tx } from '../../../platform/database.ts'
import { newId } from '../../../platform/ids.ts'
import { voiceOf } from '../voices.ts'
import { type BoundRow, boundOf, mayBeCorrected } from './bound.ts'
import { findText } from './textStore.ts'
import { whenceOf } from '../whence.ts'

interface LanguageEntry {
  language: Language
  number: number
  state: 'draft' | 'checked'
  stale: boolean
  title: string
}

export const selected = (tx: Tx) =>
  tx
    .selectFrom('council.documents as d')
    .innerJoin('council.bodies as b', 'b.id', 'd.body_id')
    .leftJoin('council.sessions as s', 's.id', 'd.session_id')
    .leftJoin('council.agenda_items as i', 'i.id', 'd.item_id')
    .selectAll('d')
    .select([
      'b.code as body_code',
      'b.name as body_name',
      's.title as session_title',
      's.symbol as session_symbol',
      's.from_day as session_day',
      'i.title as item_title',
      sql<
        LanguageEntry[]
      >`(select coalesce(jsonb_agg(jsonb_build_object('language', l.language, 'number', l.number,
        'state', l.state, 'stale', l.stale, 'title', l.title)), '[]') from council.document_languages l
        where l.document_id = d.id)`.as('texts'),
    ])
export type FoundDocument = Awaited<ReturnType<ReturnType<typeof selected>['executeTakeFirstOrThrow']>>

/** Titles in the languages that have one; a draft's and a stale one's say so. */
export const titleOf = (texts: readonly LanguageEntry[]): MultiText =>
  Object.fromEntries(
    texts.map(one => [one.language, { text: one.title, state: one.stale ? 'stale' : one.state }]),
  ) as MultiText

export const toRow = (row: FoundDocument): DocumentRow => ({
  id: row.id,
  version: row.version,
  ...whenceOf(row),
  ...(row.item_id === null ? {} : { item: { id: row.item_id, title: (row.item_title ?? {}) as MultiText } }),
  kind: row.kind as DocumentKind,
  sourceLanguage: row.source_language as Language,
  distribution: row.distribution as 'general' | 'restricted',
  state: row.state as DocumentState,
  ...(row.symbol === null ? {} : { symbol: row.symbol }),
  title: titleOf(row.texts),
  languages: Object.fromEntries(
    languages.map(language => [language, languageState(row.texts.find(one => one.language === language))]),
  ) as Record<Language, LanguageState>,
  updatedAt: row.updated_at,
})

export async function list(ctx: Context, filter: DocumentFilter) {
  const after = openCursor(ctx.node.keys.cursors, 'council-documents', filter.cursor)
  let query = selected(ctx.tx)
  if (filter.bodyId) query = query.where('d.body_id', '=', filter.bodyId)
  if (filter.sessionId) query = query.where('d.session_id', '=', filter.sessionId)
  if (filter.kind) query = query.where('d.kind', '=', filter.kind)
  if (filter.state) query = query.where('d.state', '=', filter.state)
  if (filter.missing) query = query.where(sql<boolean>`not ${filter.missing} = any (d.in_languages)`)
  if (filter.stale) query = query.where(sql<boolean>`${filter.stale} = any (d.stale_languages)`)
  if (after)
    query = query.where(sql<boolean>`(d.updated_at, d.id) < (${after[0]}::timestamptz, ${after[1]}::uuid)`)
  const found = await query
    .orderBy('d.updated_at', 'desc')
    .orderBy('d.id', 'desc')
    .limit(filter.limit + 1)
    .execute()
  const { shown, next } = pageOf(
    ctx.node.keys.cursors,
    'council-documents',
    { found, limit: filter.limit },
    last => [last.updated_at, last.id],
  )
  ctx.trail.shown(shown.map(row => row.id))
  return {
    rows: shown.map(toRow),
    ...next,
  }
}

/** For an agenda: what belongs to its items, and what they name by symbol. */
export async function ofItems(tx: Tx, items: readonly { id: string; papers: readonly string[] }[]) {
  const ids = items.map(one => one.id)
  const symbols = items.flatMap(one => one.papers)
  if (ids.length === 0) return []
  return selected(tx)
    .where(sql<boolean>`(d.item_id = any (${ids}::uuid[]) or d.symbol = any (${symbols}::text[]))`)
    .orderBy('d.created_at')
    .limit(500)
    .execute()
}

export const byIds = (tx: Tx, ids: readonly string[]) =>
  selected(tx).where(sql<boolean>`d.id = any (${ids}::uuid[])`).execute()

/** @throws DomainError `not-found`, for what the reader may not see and for none alike */
export async function get(tx: Tx, id: string): Promise<FoundDocument> {
  const row = await selected(tx).where('d.id', '=', id).executeTakeFirst()
  if (!row) throw notFound()
  return row
}

/**
 * Locks the document for this transaction: of two who save, the second one waits and sees what the first one did.
 * @throws DomainError `stale-version`
 */
export async function lock(ctx: Context, id: string, basedOn: number | null = null): Promise<FoundDocument> {
  await get(ctx.tx, id)
  await sql`select 1 from council.documents where id = ${id}::uuid for update`.execute(ctx.tx)
  const row = await get(ctx.tx, id)
  if (basedOn !== null && row.version !== basedOn) {
    throw new DomainError('conflict', 'stale-version', { version: row.version })
  }
  return row
}

export const touch = (ctx: Context, row: FoundDocument, more: object = {}) =>
  ctx.tx
    .updateTable('council.documents')
    .set({ ...more, version: row.version + 1, updated_at: ctx.now })
    .where('id', '=', row.id)
    .execute()

export const record = (
  ctx: Context,
  row: FoundDocument | { id: string; state: null },
  to: DocumentState,
  reason?: string,
) =>
  ctx.tx
    .insertInto('council.document_steps')
    .values({
      id: newId(ctx.now.getTime()),
      document_id: row.id,
      at: ctx.now,
      account_id: ctx.actor.account,
      from_state: row.state,
      to_state: to,
      reason: reason ?? null,
    })
    .execute()

export async function whole(ctx: Context, id: string): Promise<CouncilDocument> {
  const row = await get(ctx.tx, id)
  const counts = await ctx.tx
    .selectNoFrom(eb => [
      eb
        .selectFrom('council.document_comments')
        .select(inner => inner.fn.countAll<number>().as('n'))
        .where('document_id', '=', id)
        .where('resolved_at', 'is', null)
        .where('reply_to', 'is', null)
        .as('comments'),
      eb
        .selectFrom('council.document_amendments')
        .select(inner => inner.fn.countAll<number>().as('n'))
        .where('document_id', '=', id)
        .where('state', '=', 'proposed')
        .as('amendments'),
    ])
    .executeTakeFirstOrThrow()
  ctx.trail.shown([id])
  const basedOn = row.based_on === null ? undefined : (await byIds(ctx.tx, [row.based_on]))[0]
  const bound = await boundOf(ctx.tx, id)
  const following = await selected(ctx.tx).where('d.based_on', '=', id).orderBy('d.created_at').execute()
  return {
    ...toRow(row),
    ...(row.dated === null ? {} : { dated: row.dated }),
    ...(row.issued_at === null ? {} : { issuedAt: row.issued_at }),
    stands: await standsOf(ctx.tx, row),
    ...(basedOn ? { basedOn: related(basedOn, row.relation) } : {}),
    followedBy: following.map(one => related(one, one.relation)),
    steps: await stepsOf(ctx.tx, id),
    ...(bound ? { bound } : {}),
    openComments: counts.comments ?? 0,
    openAmendments: counts.amendments ?? 0,
    mine: await mine(ctx, row, bound),
  }
}

const related = (row: FoundDocument, relation: string | null) => ({
  id: row.id,
  relation: relation as Modifier,
  ...(row.symbol === null ? {} : { symbol: row.symbol }),
  state: row.state as DocumentState,
  title: titleOf(row.texts),
})

async function standsOf(tx: Tx, row: FoundDocument): Promise<LanguageStand[]> {
  const source = await findText(tx, row.id, row.source_language)
  const stands: LanguageStand[] = []
  for (const language of languages) {
    const entry = row.texts.find(one => one.language === language)
    const text = entry && language !== row.source_language ? await findText(tx, row.id, language) : undefined
    const made =
      text?.madeFrom === undefined
        ? undefined
        : await findText(tx, row.id, row.source_language, text.madeFrom)
    const debt =
      source && text && made
        ? translationDebt(source.text, made.text, text.text)
        : { missing: [], stale: [], left: [] }
    stands.push({
      language,
      state: languageState(entry),
      number: entry?.number ?? 0,
      ...(text?.madeFrom === undefined ? {} : { madeFrom: text.madeFrom }),
      ...debt,
    })
  }
  return stands
}

async function stepsOf(tx: Tx, id: string): Promise<CouncilDocument['steps']> {
  const rows = await tx
    .selectFrom('council.document_steps as s')
    .innerJoin('access.accounts as a', 'a.id', 's.account_id')
    .select(['s.id', 's.at', 'a.name', 's.to_state', 's.reason'])
    .where('s.document_id', '=', id)
    .orderBy('s.at')
    .orderBy('s.id')
    .execute()
  return rows.map(one => ({
    id: one.id,
    at: one.at,
    by: one.name,
    to: one.to_state as DocumentState,
    ...(one.reason === null ? {} : { reason: one.reason }),
  }))
}

/** What the reader may do here, for the screen; the actions check for themselves. */
async function mine(
  ctx: Context,
  row: FoundDocument,
  bound: BoundRow | undefined,
): Promise<CouncilDocument['mine']> {
  const voice = ctx.actor.verbs.includes('council.speak') ? await voiceOf(ctx) : undefined
  const speaks =
    voice !== undefined && voiceHindrance(voice.standing, ctx.now.toISOString().slice(0, 10)) === null
  const state = row.state as DocumentState
  return {
    ...(voice && speaks ? { party: voice.party } : {}),
    mayComment: isOpen(state) && (speaks || ctx.actor.verbs.includes('council.prepare')),
    mayAmend:
      mayBeAmended(state) &&
      speaks &&
      voice.party.classification === 'member' &&
      mayBeCorrected(bound, ctx.now.toISOString()),
  }
}
