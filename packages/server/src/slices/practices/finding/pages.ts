/** Where in a file beside a practice the words stand: the page that has most of them, of the files that the asker may open. */
import type { Language } from '@kerege/contract/common'
import { keysToMark, piece } from '@kerege/contract/practices/finding/marking'
import type { FoundPractice } from '@kerege/contract/practices/finding/schema'
import { sql } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import type { Question } from './asking.ts'

export interface FoundPage {
  practice_id: string
  attachment_id: string
  name: string
  language: Language
  page: number | null
  text: string
  /** How many words of the question stand there. */
  words: number
}

const leastWeight = 0.2

export async function pagesOf(
  ctx: Context,
  hits: readonly { id: string }[],
  all: readonly { key: string; place: number; weight: number }[],
): Promise<Map<string, FoundPage>> {
  // What is only beside the meaning brings a practice to the end of an answer; no page is opened for it.
  const asked = all.filter(({ weight }) => weight >= leastWeight)
  if (hits.length === 0 || asked.length === 0) return new Map()
  const { rows } = await sql<FoundPage>`
    select * from practices.pages_found(${hits.map(({ id }) => id)}::uuid[], ${asked.map(({ key }) => key)}::text[],
      ${asked.map(({ place }) => place)}::int[])`.execute(ctx.tx)
  return new Map(rows.map(row => [row.practice_id, row]))
}

export function fileOf(
  found: FoundPage,
  { analyser, query, groups }: Pick<Question, 'analyser' | 'query' | 'groups'>,
): FoundPractice['file'] {
  const { attachment_id: id, name, language, page, text } = found
  const shown = piece(text, language, keysToMark(analyser, query, groups, language))
  if (!shown) return undefined
  return { id, name, language, ...(page === null ? {} : { page }), piece: shown }
}
