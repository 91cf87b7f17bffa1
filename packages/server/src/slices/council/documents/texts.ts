/** Saving a text as its next version, saying that it was checked, and what differs between two versions. */
import type { Language } from '@kerege/contract/common'
import type * as routes from '@kerege/contract/council/documents/routes'
import { changesBetween, sameBlock, translationDebt } from '@kerege/contract/council/documents/rules'
import type { TextChanges, TextVersion } from '@kerege/contract/council/documents/schema'
import { type DocumentState, isOpen, mayBeTranslated } from '@kerege/contract/council/documents/states'
import type { DocumentText } from '@kerege/contract/council/documents/text'
import { DomainError, invalid } from '@kerege/contract/errors'
import type { Parsed } from '@kerege/contract/route'
import type { Context } from '../../../platform/context.ts'
import * as store from './store.ts'
import { findText, getText, isBehind, markStale, writeText } from './textStore.ts'

export async function read(
  ctx: Context,
  id: string,
  language: Language,
  number?: number,
): Promise<TextVersion> {
  await store.get(ctx.tx, id)
  ctx.trail.shown([id])
  return getText(ctx.tx, id, language, number)
}

/**
 * @throws DomainError `stale-version` when another version was saved since, `document-state` when the text no longer
 * changes
 */
export async function save(
  ctx: Context,
  id: string,
  language: Language,
  { text, madeFrom }: Parsed<typeof routes.saveText>['body'],
): Promise<TextVersion> {
  const row = await store.lock(ctx, id)
  const now = await findText(ctx.tx, id, language)
  if (ctx.basedOn !== (now?.version ?? 0)) {
    throw new DomainError('conflict', 'stale-version', { version: now?.version ?? 0 })
  }
  if (language === row.source_language) await saveSource(ctx, row, text, now?.text)
  else await saveTranslation(ctx, row, language, text, madeFrom)
  ctx.trail.touched(id, [`text.${language}`])
  return getText(ctx.tx, id, language)
}

async function saveSource(
  ctx: Context,
  row: store.FoundDocument,
  text: DocumentText,
  before: DocumentText | undefined,
) {
  if (!isOpen(row.state as DocumentState))
    throw new DomainError('conflict', 'document-state', { state: row.state })
  // The same words once more are no version: nothing would be stale because of them.
  if (before && sameText(before, text)) return
  await nextSource(ctx, row, text)
}

/** Writes the next version of the source and finds what it makes stale. The caller holds the lock. */
export async function nextSource(
  ctx: Context,
  row: store.FoundDocument,
  text: DocumentText,
): Promise<number> {
  const language = row.source_language as Language
  const now = await findText(ctx.tx, row.id, language)
  const number = (now?.version ?? 0) + 1
  await writeText(ctx, row.id, language, { number, text, stale: false })
  await markStale(ctx, row.id, language)
  await store.touch(ctx, row)
  return number
}

async function saveTranslation(
  ctx: Context,
  row: store.FoundDocument,
  language: Language,
  text: DocumentText,
  madeFrom: number | undefined,
) {
  if (!mayBeTranslated(row.state as DocumentState)) {
    throw new DomainError('conflict', 'document-state', { state: row.state })
  }
  const source = await getText(ctx.tx, row.id, row.source_language)
  if (madeFrom === undefined) throw invalid([{ pointer: '/madeFrom', code: 'required' }])
  if (madeFrom > source.version) throw invalid([{ pointer: '/madeFrom', code: 'too-big' }])
  const now = await findText(ctx.tx, row.id, language)
  if (now && now.madeFrom === madeFrom && sameText(now.text, text)) return
  const stale = await isBehind(ctx.tx, source, { madeFrom, text })
  await writeText(ctx, row.id, language, { number: (now?.version ?? 0) + 1, text, madeFrom, stale })
  await store.touch(ctx, row)
}

export const sameText = (one: DocumentText, other: DocumentText) =>
  one.title === other.title &&
  one.blocks.length === other.blocks.length &&
  one.blocks.every((block, at) => {
    const twin = other.blocks[at]
    return twin !== undefined && twin.id === block.id && sameBlock(twin, block)
  })

/** @throws DomainError `translation-incomplete` while it owes its source something */
export async function check(
  ctx: Context,
  id: string,
  language: Language,
  number: number,
): Promise<TextVersion> {
  const row = await store.lock(ctx, id)
  const text = await getText(ctx.tx, id, language)
  if (text.version !== number) throw new DomainError('conflict', 'stale-version', { version: text.version })
  if (language !== row.source_language) await requireWhole(ctx, row, text)
  if (text.state === 'draft') {
    await ctx.tx
      .updateTable('council.document_texts')
      .set({ state: 'checked', checked_by: ctx.actor.account, checked_at: ctx.now })
      .where('document_id', '=', id)
      .where('language', '=', language)
      .where('number', '=', number)
      .execute()
    await ctx.tx
      .updateTable('council.document_languages')
      .set({ state: 'checked' })
      .where('document_id', '=', id)
      .where('language', '=', language)
      .execute()
    await store.touch(ctx, row)
  }
  ctx.trail.touched(id, [`checked.${language}`])
  return getText(ctx.tx, id, language)
}

async function requireWhole(ctx: Context, row: store.FoundDocument, text: TextVersion) {
  const source = await getText(ctx.tx, row.id, row.source_language)
  const made = await getText(ctx.tx, row.id, row.source_language, text.madeFrom)
  const { missing, stale, left } = translationDebt(source.text, made.text, text.text)
  if (missing.length + stale.length + left.length > 0) {
    throw new DomainError('conflict', 'translation-incomplete', {
      blocks: [...missing, ...stale, ...left].slice(0, 50),
    })
  }
}

export async function versions(ctx: Context, id: string, language: Language) {
  await store.get(ctx.tx, id)
  const rows = await ctx.tx
    .selectFrom('council.document_texts as x')
    .innerJoin('access.accounts as a', 'a.id', 'x.account_id')
    .leftJoin('access.accounts as c', 'c.id', 'x.checked_by')
    .select(['x.number', 'x.made_from', 'x.state', 'x.at', 'a.name', 'c.name as checked_name'])
    .where('x.document_id', '=', id)
    .where('x.language', '=', language)
    .orderBy('x.number', 'desc')
    .limit(500)
    .execute()
  ctx.trail.shown([id])
  return {
    rows: rows.map(one => ({
      version: one.number,
      ...(one.made_from === null ? {} : { madeFrom: one.made_from }),
      state: one.state as 'draft' | 'checked',
      by: one.name,
      at: one.at,
      ...(one.checked_name === null ? {} : { checkedBy: one.checked_name }),
    })),
  }
}

export async function changes(
  ctx: Context,
  id: string,
  language: Language,
  from: number,
  to: number,
): Promise<TextChanges> {
  await store.get(ctx.tx, id)
  const before = await getText(ctx.tx, id, language, from)
  const after = await getText(ctx.tx, id, language, to)
  ctx.trail.shown([id])
  return {
    from,
    to,
    ...(before.text.title === after.text.title
      ? {}
      : { title: { before: before.text.title, after: after.text.title } }),
    changes: changesBetween(before.text, after.text),
  }
}
