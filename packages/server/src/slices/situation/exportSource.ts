/** What waits in the lives of many as a file: the filter of the list, its policies, and its words. */
import { join } from 'node:path'
import type { Language } from '@kerege/contract/common'
import { WaitingFilter } from '@kerege/contract/situation/waiting'
import type { Context } from '../../platform/context.ts'
import { fetched } from '../../platform/exports/cursor.ts'
import { type Batch, exportSource } from '../../platform/exports/source.ts'
import { openMessages } from '../../platform/messages.ts'
import * as waiting from './waiting.ts'

const messages = openMessages(join(import.meta.dirname, 'messages'))

const columns = [
  ['person', 36],
  ['what', 36],
  ['day', 14],
  ['words', 40],
  ['worker', 28],
] as const

export const situationExport = exportSource({
  of: 'situation',
  access: 'casework.read',
  query: WaitingFilter,
  title: language => messages(language, 'export.title'),
  columns: language =>
    columns.map(([key, width]) => ({ heading: messages(language, `export.${key}`), width })),
  batches,
})

async function* batches(ctx: Context, filter: WaitingFilter, language: Language): AsyncGenerator<Batch> {
  for await (const found of fetched(ctx, waiting.sorted(ctx, filter))) {
    const rows = found.map(waiting.toRow)
    yield {
      shown: rows.flatMap(row => [row.id, row.personId]),
      rows: rows.map(row => [
        row.person,
        messages(language, `waiting.${row.what}`),
        row.day ?? '',
        row.words ?? '',
        row.worker?.name ?? '',
      ]),
    }
  }
}
