/** Searches that somebody keeps, and who is told when an edition fits one of them. */
import { type Fault, invalid, notFound } from '@kerege/contract/errors'
import { readQuery } from '@kerege/contract/analysis/analyse'
import type { Analyser } from '@kerege/contract/analysis/thesaurus/expand'
import { Language } from '@kerege/contract/common'
import type { PracticeContent } from '@kerege/contract/practices/content'
import {
  mostSavedSearches,
  PracticeFacets,
  type SavedSearch,
} from '@kerege/contract/practices/finding/schema'
import { setImmediate } from 'node:timers/promises'
import { sql } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import type { Tx } from '../../../platform/database.ts'
import { emitToAll } from '../../../platform/outbox.ts'
import type { Posting } from './keys.ts'

const columns = ['id', 'words', 'language', 'facets'] as const

export async function listSaved(ctx: Context): Promise<{ rows: SavedSearch[] }> {
  const rows = await ctx.tx
    .selectFrom('practices.saved_searches')
    .select(columns)
    .where('account_id', '=', ctx.actor.account)
    .orderBy('created_at', 'desc')
    .execute()
  return { rows: rows.map(toSaved) }
}

interface Row {
  id: string
  words: string
  language: string | null
  facets: unknown
}

const toSaved = ({ id, words, language, facets }: Row): SavedSearch => ({
  id,
  words,
  ...(language === null ? {} : { language: Language.parse(language) }),
  facets: PracticeFacets.parse(facets),
})

/** Sent again it makes nothing new: the id was made by the device. */
export async function save(ctx: Context, { id, words, language, facets }: SavedSearch): Promise<SavedSearch> {
  const { rows } = await listSaved(ctx)
  const there = rows.find(row => row.id === id)
  if (there) return there
  if (rows.length >= mostSavedSearches)
    throw invalid([{ pointer: '/words', code: 'too-many-searches' } satisfies Fault])
  const added = await ctx.tx
    .insertInto('practices.saved_searches')
    .values({
      id,
      account_id: ctx.actor.account,
      words,
      language: language ?? null,
      facets: JSON.stringify(facets),
      created_at: ctx.now,
    })
    .onConflict(conflict => conflict.column('id').doNothing())
    .executeTakeFirst()
  // Somebody else's id: not seen, so not there.
  if (added.numInsertedOrUpdatedRows === 0n) throw notFound()
  ctx.trail.touched(id)
  return { id, words, ...(language ? { language } : {}), facets }
}

export async function end(ctx: Context, id: string): Promise<undefined> {
  const gone = await ctx.tx.deleteFrom('practices.saved_searches').where('id', '=', id).executeTakeFirst()
  if (gone.numDeletedRows === 0n) throw notFound()
  ctx.trail.touched(id)
}

/** What came into the library, and under which keys its text of each language stands. */
export interface News {
  content: PracticeContent
  keys: ReadonlyMap<Language, ReadonlySet<string>>
}
export const newsOf = (content: PracticeContent, postings: readonly Posting[]): News => {
  const keys = new Map<Language, Set<string>>()
  for (const { key, language } of postings) {
    const own = keys.get(language)
    if (own) own.add(key)
    else keys.set(language, new Set([key]))
  }
  return { content, keys }
}

/** One notice a person, however much fits: the mail says that something does, and the page says what. */
export async function tellOfNews(tx: Tx, analyser: Analyser, news: readonly News[]): Promise<number> {
  if (news.length === 0) return 0
  const { rows } = await sql<{ account_id: string; words: string; language: string | null; facets: unknown }>`
    select * from practices.searches_to_tell()`.execute(tx)
  const told = new Set<string>()
  for (const { account_id, words, language, facets } of rows) {
    if (told.has(account_id)) continue
    if (news.some(fitting(analyser, words, language ?? undefined, PracticeFacets.parse(facets))))
      told.add(account_id)
    await setImmediate()
  }
  await emitToAll(tx, 'practices.fits', [...told], {})
  return told.size
}

/** Every word of the search, or a concept that it names, in one text of the edition; and its facets. */
function fitting(
  analyser: Analyser,
  words: string,
  told: string | undefined,
  facets: PracticeFacets,
): (news: News) => boolean {
  const query = readQuery(words, Language.safeParse(told).data)
  const concepts = analyser.conceptsOf(query)
  const wanted = query.words.map(({ readings }, place) => [
    ...readings.map(({ key }) => key),
    // The first is the concept itself; what is only beside it is no news.
    ...concepts.flatMap(({ words: places, readings: [first] }) =>
      first && places.includes(place) ? [first.key] : [],
    ),
  ])
  return ({ content, keys: all }) =>
    suits(content, facets) &&
    [...all].some(
      ([language, keys]) =>
        (!facets.languages || facets.languages.includes(language)) &&
        wanted.length > 0 &&
        wanted.every(some => some.some(key => keys.has(key))),
    )
}

/** Result elsewhere is no property of what is new. */
function suits({ facts }: PracticeContent, facets: PracticeFacets): boolean {
  const one = <T>(wanted: readonly T[] | undefined, own: readonly T[]) =>
    !wanted || own.some(value => wanted.includes(value))
  return (
    one(facets.domains, facts.domains) &&
    one(facets.roles, facts.audience) &&
    one(facets.settings, facts.settings) &&
    one(facets.countries, [facts.country]) &&
    one(facets.evidence, [facts.evidenceLevel])
  )
}
