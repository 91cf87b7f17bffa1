/** One question: keys, the database's ranking of what is open to the asker, and what of each text was found. */
import { rememberingWords } from '@kerege/contract/analysis/analyse'
import { preferredLabel } from '@kerege/contract/analysis/thesaurus/concepts'
import type { Group } from '@kerege/contract/analysis/thesaurus/expand'
import { hasCyrillic } from '@kerege/contract/analysis/uzbek'
import { type Language, languages } from '@kerege/contract/common'
import { textFields } from '@kerege/contract/practices/content'
import { keysToMark, marked, piece } from '@kerege/contract/practices/finding/marking'
import {
  type AskPractices,
  type FoundPractice,
  type FoundPractices,
  facetNames,
  type FacetName,
} from '@kerege/contract/practices/finding/schema'
import { setImmediate } from 'node:timers/promises'
import { sql } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import type { Tx } from '../../../platform/database.ts'
import { toRow } from '../record/rows.ts'
import { type Asked, type Question, questionOf } from './asking.ts'
import { fileOf, type FoundPage, pagesOf } from './pages.ts'
import { noPlaces, type Postings, rankPostings } from './ranking.ts'
import { type ReadText, readTexts } from './texts.ts'

/** Words of the texts that were shown lately: most come again. */
const read = rememberingWords(5000)

interface Hit {
  id: string
  language: Language
  worked: number
  trying: number
}
interface Answer {
  total: number
  hits: Hit[]
  facets: { facet: FacetName; value: string; count: number }[]
}

export async function find(ctx: Context, ask: AskPractices): Promise<FoundPractices> {
  const question = await questionOf(ctx.tx, ask.words, ask.language)
  const { query, groups, asked } = question
  // Words that nobody wrote find nothing; no word at all finds everything.
  const nothing = ask.words.trim() !== '' && asked.length === 0
  const answer = nothing
    ? { total: 0, hits: [], facets: [] }
    : await ranked(ctx, asked, { ...ask, language: ask.language ?? query.language })
  const files = await pagesOf(ctx, answer.hits, asked)
  const rows = await shown(ctx, answer.hits, question, files)
  ctx.trail.shown(rows.map(({ practice }) => practice.id))
  return {
    rows,
    total: answer.total,
    meant: meant(groups, ask.language ?? query.language, hasCyrillic(ask.words)),
    facets: facetNames.map(name => ({
      name,
      counts: answer.facets
        .filter(({ facet }) => facet === name)
        .map(({ value, count }) => ({ value, count })),
    })),
  }
}

async function ranked(
  ctx: Context,
  asked: readonly Asked[],
  { facets, language, sort, from, limit }: AskPractices,
): Promise<Answer> {
  const wanted = Object.fromEntries(Object.entries(facets).filter(([, values]) => values !== undefined))
  const own = language ?? ctx.actor.language
  const found =
    asked.length > 0 ? rankPostings(await postingsOf(ctx.tx, asked), own, facets.languages) : noPlaces
  const { rows } = await sql<{ answer: Answer }>`
    select practices.found(${found.places}::int[], ${found.tongues}::int[], ${found.scores}::float8[], ${found.best}::int[],
      ${asked.length === 0}::boolean, ${own}::text, ${JSON.stringify(wanted)}::jsonb, ${sort === 'use'}::boolean,
      ${from}::int, ${limit}::int) as answer`.execute(ctx.tx)
  return rows[0]?.answer ?? { total: 0, hits: [], facets: [] }
}

async function postingsOf(tx: Tx, asked: readonly Asked[]): Promise<Postings[]> {
  const { rows } = await sql<Postings>`
    select * from practices.postings_of(${asked.map(one => one.key)}::text[], ${asked.map(one => one.weight)}::real[],
      ${asked.map(one => one.place)}::int[])`.execute(tx)
  return rows
}

/** Read again through the policies: what the index says is a proposal. */
async function shown(
  ctx: Context,
  hits: readonly Hit[],
  question: Question,
  files: ReadonlyMap<string, FoundPage>,
) {
  if (hits.length === 0) return []
  const byId = new Map((await readTexts(ctx.tx, hits)).map(row => [row.id, row]))
  const rows: FoundPractice[] = []
  for (const hit of hits) {
    const row = byId.get(hit.id)
    if (row) rows.push(foundRow(row, hit, question, files.get(hit.id)))
    // A long record is some milliseconds of looking: whoever asks something meanwhile is answered between two.
    await setImmediate()
  }
  return rows
}

function foundRow(
  row: ReadText,
  hit: Hit,
  { analyser, query, groups }: Question,
  page: FoundPage | undefined,
): FoundPractice {
  const { language, title, texts } = row
  const keys = keysToMark(analyser, query, groups, language)
  const found = pieceOf(texts, language, keys)
  const own = marked(texts.title ?? '', language, keys, read)
  const isInRecord = own.marks.length > 0 || (found?.marks.length ?? 0) > 0
  // What the record says itself comes first; a file is named where it has all the words, or the only ones.
  const file =
    page && (!isInRecord || page.words >= query.words.length) && fileOf(page, { analyser, query, groups })
  return {
    practice: toRow(row, { texts: { title }, facts: row.facts }),
    language,
    state: title[language]?.state ?? 'draft',
    title: own,
    ...(found ? { piece: found } : {}),
    ...(file ? { file } : {}),
    worked: hit.worked,
    trying: hit.trying,
  }
}

/** From the first text that has any of it; otherwise how the summary begins. */
function pieceOf(texts: ReadText['texts'], language: Language, keys: ReadonlySet<string>) {
  for (const field of textFields) {
    const text = field === 'title' || field === 'contact' ? undefined : texts[field]
    const found = text && piece(text, language, keys, read)
    if (found) return found
  }
  return texts.summary ? piece(texts.summary, language, new Set(), read) : undefined
}

/** The asker's own word first, then the others, each spelling once. */
function meant(groups: readonly Group[], language: Language, cyrillic: boolean): string[][] {
  return groups.slice(0, 6).map(({ concept }) => {
    const order: Language[] = [language, ...languages.filter(one => one !== language)]
    const labels = order.flatMap(one => {
      const label = preferredLabel(concept, one, one === language && cyrillic)
      return one === 'uz' ? [label, preferredLabel(concept, 'uz', !(one === language && cyrillic))] : [label]
    })
    return [...new Set(labels)]
  })
}
