/** What waits for offices as a file: the filter of the list, its policies, and its words. What was said in a step stays on the page. */
import { join } from 'node:path'
import { type Language, textIn } from '@kerege/contract/common'
import { ClaimFilter } from '@kerege/contract/entitlements/schema'
import type { Context } from '../../platform/context.ts'
import { fetched } from '../../platform/exports/cursor.ts'
import { type Batch, exportSource } from '../../platform/exports/source.ts'
import { openMessages } from '../../platform/messages.ts'
import * as store from './store.ts'

const messages = openMessages(join(import.meta.dirname, 'messages'))

const columns = [
  ['what', 40],
  ['person', 36],
  ['household', 28],
  ['state', 20],
  ['asked', 14],
  ['given', 14],
  ['next', 14],
  ['worker', 28],
] as const

export const claimsExport = exportSource({
  of: 'entitlements',
  access: 'cases.read',
  query: ClaimFilter,
  title: language => messages(language, 'export.title'),
  columns: language =>
    columns.map(([key, width]) => ({ heading: messages(language, `export.${key}`), width })),
  batches,
})

async function* batches(ctx: Context, filter: ClaimFilter, language: Language): AsyncGenerator<Batch> {
  for await (const found of fetched(ctx, store.sorted(ctx, filter))) {
    const rows = found.map(row => store.toRow(ctx, row))
    yield {
      shown: rows.flatMap(row => [row.id, row.personId]),
      rows: rows.map(row => [
        textIn(row.title, language).text,
        row.person,
        row.household ?? '',
        messages(language, `state.${row.state}`),
        row.askedOn ?? '',
        row.givenOn ?? '',
        row.nextOn ?? '',
        row.worker?.name ?? '',
      ]),
    }
  }
}
