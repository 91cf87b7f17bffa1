/** Versions of texts in SQL: reading one, writing the next one, keeping what lists and search read in step. */
import type { Language } from '@kerege/contract/common'
import { translationDebt } from '@kerege/contract/council/documents/rules'
import { DocumentText } from '@kerege/contract/council/documents/text'
import { textWords } from '@kerege/contract/council/documents/words'
import { notFound } from '@kerege/contract/errors'
import { sql } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import type { Tx } from '../../../platform/database.ts'

export interface StoredText {
  documentId: string
  language: Language
  version: number
  madeFrom?: number
  state: 'draft' | 'checked'
  by: string
  at: string
  text: DocumentText
}

/** The newest version, or the one asked for. */
export async function findText(
  tx: Tx,
  id: string,
  language: string,
  number?: number,
): Promise<StoredText | undefined> {
  let query = tx
    .selectFrom('council.document_texts as x')
    .leftJoin('access.accounts as a', 'a.id', 'x.account_id')
    .select(['x.number', 'x.made_from', 'x.state', 'x.at', 'x.body', 'a.name'])
    .where('x.document_id', '=', id)
    .where('x.language', '=', language)
  if (number !== undefined) query = query.where('x.number', '=', number)
  const row = await query.orderBy('x.number', 'desc').limit(1).executeTakeFirst()
  if (!row) return undefined
  return {
    documentId: id,
    language: language as Language,
    version: row.number,
    ...(row.made_from === null ? {} : { madeFrom: row.made_from }),
    state: row.state as 'draft' | 'checked',
    by: row.name ?? '',
    at: row.at,
    text: DocumentText.parse(row.body),
  }
}

/** @throws DomainError `not-found` */
export async function getText(tx: Tx, id: string, language: string, number?: number): Promise<StoredText> {
  const text = await findText(tx, id, language, number)
  if (!text) throw notFound()
  return text
}

/** Under the lock of the document, so nobody counts beside us. */
export async function writeText(
  ctx: Context,
  id: string,
  language: Language,
  version: { number: number; text: DocumentText; madeFrom?: number | undefined; stale: boolean },
): Promise<void> {
  await ctx.tx
    .insertInto('council.document_texts')
    .values({
      document_id: id,
      language,
      number: version.number,
      body: JSON.stringify(version.text),
      made_from: version.madeFrom ?? null,
      state: 'draft',
      account_id: ctx.actor.account,
      at: ctx.now,
    })
    .execute()
  const words = textWords(version.text)
  const symbol = sql`(select coalesce(d.symbol, '') from council.documents d where d.id = ${id}::uuid)`
  const vector = vectorOf(words.title, words.body, symbol)
  await ctx.tx
    .insertInto('council.document_languages')
    .values({
      document_id: id,
      language,
      number: version.number,
      state: 'draft',
      stale: version.stale,
      title: version.text.title,
      folded_title: words.title.join(' '),
      words: vector,
    })
    .onConflict(conflict =>
      conflict.columns(['document_id', 'language']).doUpdateSet(eb => ({
        number: eb.ref('excluded.number'),
        state: 'draft',
        stale: version.stale,
        title: eb.ref('excluded.title'),
        folded_title: eb.ref('excluded.folded_title'),
        words: eb.ref('excluded.words'),
      })),
    )
    .execute()
}

/** Words are split and folded by the program; the database only keeps them, each once, and what a title says first. */
const vectorOf = (title: readonly string[], body: readonly string[], symbol: ReturnType<typeof sql>) =>
  sql<string>`setweight(array_to_tsvector(${[...new Set(title)]}::text[]), 'A')
    || array_to_tsvector(${[...new Set(body)]}::text[])
    || array_to_tsvector(array_remove(regexp_split_to_array(lower(${symbol}), '[^a-z0-9]+'), ''))`

/** The symbol becomes one of the words by which a document is found. */
export async function indexSymbol(ctx: Context, id: string, symbol: string): Promise<void> {
  const parts = symbol
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter(Boolean)
  await sql`update council.document_languages set words = words || array_to_tsvector(${parts}::text[])
    where document_id = ${id}::uuid`.execute(ctx.tx)
}

/** After the source has changed: which translations no longer say what it says. */
export async function markStale(ctx: Context, id: string, sourceLanguage: string): Promise<void> {
  const source = await getText(ctx.tx, id, sourceLanguage)
  const entries = await ctx.tx
    .selectFrom('council.document_languages')
    .select(['language'])
    .where('document_id', '=', id)
    .where('language', '<>', sourceLanguage)
    .execute()
  for (const { language } of entries) {
    const text = await getText(ctx.tx, id, language)
    const stale = await isBehind(ctx.tx, source, text)
    await ctx.tx
      .updateTable('council.document_languages')
      .set({ stale })
      .where('document_id', '=', id)
      .where('language', '=', language)
      .execute()
  }
}

export async function isBehind(
  tx: Tx,
  source: StoredText,
  translation: { madeFrom?: number | undefined; text: DocumentText },
): Promise<boolean> {
  if (translation.madeFrom === undefined || translation.madeFrom >= source.version) return false
  const made = await getText(tx, source.documentId, source.language, translation.madeFrom)
  const debt = translationDebt(source.text, made.text, translation.text)
  return (
    debt.missing.length + debt.stale.length + debt.left.length > 0 || source.text.title !== made.text.title
  )
}
