/** Statements as a file of the house, under the filter of their list; the columns are those that an import reads. */
import { StatementFilter } from '@kerege/contract/figures/schema'
import { tableColumns, writeRow } from '@kerege/contract/figures/table'
import { fetched } from '../../platform/exports/cursor.ts'
import { type Batch, exportSource } from '../../platform/exports/source.ts'
import type { Context } from '../../platform/context.ts'
import * as store from './store.ts'
import { words } from './words.ts'

const wide: readonly string[] = ['operation_name', 'source_url', 'note', 'preferred_reason', 'sum_of']

export const figuresExport = exportSource({
  of: 'figures',
  access: 'figures.edit',
  query: StatementFilter,
  title: language => words(language, 'figures.title'),
  // Names of columns are those of the file that an import reads, in no language.
  columns: () => tableColumns.map(heading => ({ heading, width: wide.includes(heading) ? 40 : 14 })),
  batches,
})

async function* batches(ctx: Context, filter: StatementFilter): AsyncGenerator<Batch> {
  const all = store.filtered(ctx.tx, filter).orderBy('s.code').orderBy('t.id')
  for await (const found of fetched(ctx, all)) {
    yield {
      shown: found.map(row => row.id),
      rows: found.map(row =>
        writeRow(row.series_code, row.series_state ?? undefined, store.toStatement(row)),
      ),
    }
  }
}
