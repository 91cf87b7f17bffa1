/** Where practices are used, as a file: under the filter and the policies of the list itself. What was taken back leaves only with one's own. */
import { join } from 'node:path'
import { type Language, textIn } from '@kerege/contract/common'
import { AdoptionFilter } from '@kerege/contract/practices/adoption/schema'
import type { Context } from '../../../platform/context.ts'
import { fetched } from '../../../platform/exports/cursor.ts'
import { type Batch, exportSource } from '../../../platform/exports/source.ts'
import { openMessages } from '../../../platform/messages.ts'
import { filtered, toRow } from './store.ts'

const messages = openMessages(join(import.meta.dirname, 'messages'))
const columns = [
  ...([['number', 12], ['practice', 50], ['country', 10], ['place', 26], ['by', 26]] as const),
  ...([['agency', 40], ['since', 14], ['standing', 20], ['words', 60], ['updated', 14]] as const),
] // biome-ignore format: a table

export const adoptionsExport = exportSource({
  of: 'adoptions',
  access: 'practices.read',
  query: AdoptionFilter,
  title: language => messages(language, 'title'),
  columns: language => columns.map(([key, width]) => ({ heading: messages(language, key), width })),
  batches,
})

async function* batches(ctx: Context, filter: AdoptionFilter, language: Language): AsyncGenerator<Batch> {
  const all = filtered(ctx, filter).orderBy('a.updated_at', 'desc').orderBy('a.id', 'desc')
  for await (const found of fetched(ctx, all)) {
    yield {
      shown: found.map(row => row.id),
      rows: found.map(one => {
        const row = toRow(one)
        return [
          row.practice.symbol,
          textIn(row.practice.title, language).text,
          row.country,
          row.place,
          messages(language, `by.${row.by}`),
          textIn(row.agency, language).text,
          row.since,
          messages(language, `standing.${row.standing}`),
          row.words,
          row.updatedAt.slice(0, 10),
        ]
      }),
    }
  }
}
