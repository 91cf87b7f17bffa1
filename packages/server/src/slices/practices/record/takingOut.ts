/** The list as a file, under the filter and the policies of the list itself. */
import { join } from 'node:path'
import { type Language, textIn } from '@kerege/contract/common'
import { PracticeFilter } from '@kerege/contract/practices/record/schema'
import { practiceSymbol } from '@kerege/contract/practices/rules'
import type { Context } from '../../../platform/context.ts'
import { fetched } from '../../../platform/exports/cursor.ts'
import { type Batch, exportSource } from '../../../platform/exports/source.ts'
import { openMessages } from '../../../platform/messages.ts'
import { filtered } from './listing.ts'
import { toRow } from './rows.ts'

const messages = openMessages(join(import.meta.dirname, 'messages'))
const columns = [
  ...([['number', 12], ['name', 50], ['summary', 60], ['state', 26], ['country', 10]] as const),
  ...([['domains', 34], ['evidence', 28], ['languages', 20], ['audience', 28]] as const),
  ...([['published', 16], ['confirm', 16]] as const),
] // biome-ignore format: a table

export const practicesExport = exportSource({
  of: 'practices',
  access: 'practices.read',
  query: PracticeFilter,
  title: language => messages(language, 'sheet.title'),
  columns: language =>
    columns.map(([key, width]) => ({ heading: messages(language, `sheet.${key}`), width })),
  batches,
})

async function* batches(ctx: Context, filter: PracticeFilter, language: Language): AsyncGenerator<Batch> {
  const all = filtered(ctx.tx, filter, ctx.actor.account)
    .orderBy('p.updated_at', 'desc')
    .orderBy('p.id', 'desc')
  for await (const found of fetched(ctx, all)) {
    yield {
      shown: found.map(row => row.id),
      rows: found.map(one => {
        const row = toRow(one, one.shown)
        return [
          row.number === undefined ? '' : practiceSymbol(row.number),
          textIn(row.title, language).text,
          row.summary ? textIn(row.summary, language).text : '',
          messages(language, `state.${row.state}`),
          row.country,
          row.domains.map(domain => messages(language, `domain.${domain}`)).join(', '),
          messages(language, `evidence.${row.evidenceLevel}`),
          row.languages.join(' '),
          messages(language, `audience.${row.audience}`),
          row.publishedAt?.slice(0, 10) ?? '',
          row.confirmBy ?? '',
        ]
      }),
    }
  }
}
