/** The obstacle log as a file: the filter of the list, its policies, and its words. What was said in a step stays on the page. */
import { join } from 'node:path'
import { ObstacleFilter } from '@kerege/contract/casework/obstacles'
import type { Language } from '@kerege/contract/common'
import type { Context } from '../../../platform/context.ts'
import { fetched } from '../../../platform/exports/cursor.ts'
import { type Batch, exportSource } from '../../../platform/exports/source.ts'
import { openMessages } from '../../../platform/messages.ts'
import * as store from './store.ts'

const messages = openMessages(join(import.meta.dirname, 'messages'))

const columns = [
  ['kind', 24],
  ['person', 36],
  ['household', 28],
  ['desk', 24],
  ['deskName', 32],
  ['since', 14],
  ['state', 18],
  ['asked', 14],
  ['answered', 14],
  ['solved', 14],
  ['carried', 20],
  ['worker', 28],
] as const

export const obstaclesExport = exportSource({
  of: 'obstacles',
  access: 'cases.read',
  query: ObstacleFilter,
  title: language => messages(language, 'export.title'),
  columns: language =>
    columns.map(([key, width]) => ({ heading: messages(language, `export.${key}`), width })),
  batches,
})

async function* batches(ctx: Context, filter: ObstacleFilter, language: Language): AsyncGenerator<Batch> {
  const sorted = store.filtered(ctx, filter).orderBy('o.since').orderBy('o.id')
  for await (const found of fetched(ctx, sorted)) {
    const rows = found.map(row => store.toRow(ctx, row, new Set()))
    yield {
      shown: rows.flatMap(row => [row.id, row.personId]),
      rows: rows.map(row => [
        messages(language, `kind.${row.kind}`),
        row.person,
        row.household ?? '',
        messages(language, `desk.${row.desk}`),
        row.deskName ?? '',
        row.since,
        messages(language, `state.${row.state}`),
        row.askedOn ?? '',
        row.answeredOn ?? '',
        row.solvedOn ?? '',
        row.carriedTo ? messages(language, `carried.${row.carriedTo}`) : '',
        row.worker?.name ?? '',
      ]),
    }
  }
}
