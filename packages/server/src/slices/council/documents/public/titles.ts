/** Titles of issued documents as anybody may read them: the newest checked text of each language. */
import type { Language, MultiText } from '@kerege/contract/common'
import { sql } from 'kysely'
import type { Tx } from '../../../../platform/database.ts'

interface Titled {
  id: string
  symbol: string
  title: MultiText
}

interface Shown {
  language: Language
  text: string
}

/** One title for each: in the language asked for, or in the one in which it was drafted. */
export async function titlesOf(
  tx: Tx,
  rows: readonly { id: string; source_language: string }[],
  language: Language,
): Promise<ReadonlyMap<string, Shown>> {
  const titles = await publicTitles(
    tx,
    rows.map(row => row.id),
    [...new Set([language, ...rows.map(row => row.source_language as Language)])],
  )
  const sources = new Map(rows.map(row => [row.id, row.source_language as Language]))
  return new Map(
    titles.flatMap(({ id, title }) => {
      const shown = title[language] ? language : sources.get(id)
      const text = shown && title[shown]?.text
      return shown && text !== undefined ? [[id, { language: shown, text }]] : []
    }),
  )
}

/** @param only the languages that are wanted, since a title is read out of its whole text */
export async function publicTitles(
  tx: Tx,
  ids: readonly string[],
  only?: readonly Language[],
): Promise<Titled[]> {
  if (ids.length === 0) return []
  const { rows } = await sql<{ id: string; symbol: string; language: Language; title: string }>`
    select distinct on (d.id, x.language) d.id, d.symbol, x.language, x.body ->> 'title' as title
    from council.documents d join council.document_texts x on x.document_id = d.id and x.state = 'checked'
    where d.id = any (${ids}::uuid[]) and d.is_public
      and (${only ?? null}::text[] is null or x.language = any (${only ?? null}::text[]))
    order by d.id, x.language, x.number desc`.execute(tx)
  return [...Map.groupBy(rows, row => row.id)].map(([id, texts]) => ({
    id,
    symbol: texts[0]?.symbol ?? '',
    title: Object.fromEntries(
      texts.map(one => [one.language, { text: one.title, state: 'checked' }]),
    ) as MultiText,
  }))
}
