/** The queue of cases as a file: the filter of the list, its policies, and its words. Why somebody came stays on the page. */
import { join } from 'node:path'
import { CaseFilter } from '@kerege/contract/cases/schema'
import type { Language } from '@kerege/contract/common'
import type { Context } from '../../platform/context.ts'
import { fetched } from '../../platform/exports/cursor.ts'
import { type Batch, exportSource } from '../../platform/exports/source.ts'
import { openMessages } from '../../platform/messages.ts'
import * as store from './store.ts'

const messages = openMessages(join(import.meta.dirname, 'messages'))

const columns = [
  ['number', 10],
  ['person', 36],
  ['household', 28],
  ['state', 22],
  ['since', 14],
  ['next', 22],
  ['team', 28],
  ['worker', 28],
  ['opened', 14],
] as const

export const casesExport = exportSource({
  of: 'cases',
  access: 'cases.read',
  query: CaseFilter,
  title: language => messages(language, 'export.title'),
  columns: language =>
    columns.map(([key, width]) => ({ heading: messages(language, `export.${key}`), width })),
  batches,
})

async function* batches(ctx: Context, filter: CaseFilter, language: Language): AsyncGenerator<Batch> {
  const sorted = store.filtered(ctx, filter).orderBy('c.state_since').orderBy('c.id')
  for await (const found of fetched(ctx, sorted)) {
    const rows = found.map(store.toRow)
    yield {
      shown: rows.flatMap(row => [row.id, row.personId]),
      rows: rows.map(row => [
        String(row.number),
        row.person,
        row.household ?? '',
        messages(language, `state.${row.state}`),
        row.since.slice(0, 10),
        row.next ? messages(language, `state.${row.next.to}`) : '',
        row.team?.name ?? '',
        row.worker?.name ?? '',
        row.openedAt.slice(0, 10),
      ]),
    }
  }
}
