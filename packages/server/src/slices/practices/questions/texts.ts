/** Texts that can be reported, whatever they are: their words, who wrote them, and where they stand. */
import { type Language, type MultiText, textIn } from '@kerege/contract/common'
import type { TextKind } from '@kerege/contract/practices/questions/rules'
import { sql } from 'kysely'
import type { Context } from '../../../platform/context.ts'

export interface FoundText {
  id: string
  account_id: string
  role: string
  language?: Language
  words: string
  placeId?: string
}

const newestRole = (column: string) =>
  sql<string>`(select h.role from access.hats h where h.account_id = ${sql.ref(column)} order by h.ended_at is null desc, h.created_at desc limit 1)`

/** As far as the actor may see them. */
export async function textsOf(
  ctx: Context,
  wanted: readonly { kind: TextKind; target_id: string }[],
): Promise<ReadonlyMap<string, FoundText>> {
  const ids = (kind: TextKind) => wanted.filter(one => one.kind === kind).map(one => one.target_id)
  const found = [
    ...(await questions(ctx, ids('question'))),
    ...(await answers(ctx, ids('answer'))),
    ...(await entries(ctx, ids('entry'))),
    ...(await letters(ctx, ids('letter'))),
  ]
  return new Map(found.map(one => [one.id, one]))
}

async function questions(ctx: Context, ids: readonly string[]): Promise<FoundText[]> {
  if (ids.length === 0) return []
  const rows = await ctx.tx.selectFrom('practices.questions').selectAll().where('id', 'in', ids).execute()
  return rows.map(row => ({
    id: row.id,
    account_id: row.account_id,
    role: row.role,
    language: row.language as Language,
    words: `${row.title}\n\n${row.words}`,
    placeId: row.id,
  }))
}

async function answers(ctx: Context, ids: readonly string[]): Promise<FoundText[]> {
  if (ids.length === 0) return []
  const rows = await ctx.tx.selectFrom('practices.answers').selectAll().where('id', 'in', ids).execute()
  return rows.map(row => ({
    id: row.id,
    account_id: row.account_id,
    role: row.role,
    language: row.language as Language,
    words: row.words,
    placeId: row.question_id,
  }))
}

async function entries(ctx: Context, ids: readonly string[]): Promise<FoundText[]> {
  if (ids.length === 0) return []
  const rows = await ctx.tx
    .selectFrom('practices.entries')
    .select(['id', 'account_id', 'title', 'about'])
    .select(newestRole('practices.entries.account_id').as('role'))
    .where('id', 'in', ids)
    .execute()
  return rows.map(row => {
    const about = textIn(row.about as MultiText, ctx.actor.language)
    const title = row.title === null ? '' : `${textIn(row.title as MultiText, ctx.actor.language).text}\n\n`
    return {
      id: row.id,
      account_id: row.account_id,
      role: row.role,
      language: about.language,
      words: `${title}${about.text}`,
      placeId: row.id,
    }
  })
}

async function letters(ctx: Context, ids: readonly string[]): Promise<FoundText[]> {
  if (ids.length === 0) return []
  const rows = await ctx.tx
    .selectFrom('practices.letters')
    .select(['id', 'from_id', 'language', 'words'])
    .select(newestRole('practices.letters.from_id').as('role'))
    .where('id', 'in', ids)
    .execute()
  return rows.map(row => ({
    id: row.id,
    account_id: row.from_id,
    role: row.role,
    language: row.language as Language,
    words: row.words,
  }))
}
