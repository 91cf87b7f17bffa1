/** The log as a file, under the filter of its search. Ids and codes stand as they are: a file is compared by machines. */
import { join } from 'node:path'
import { AuditFilter } from '@kerege/contract/audit/schema'
import type { Context } from '../../platform/context.ts'
import { fetched } from '../../platform/exports/cursor.ts'
import { type Batch, exportSource } from '../../platform/exports/source.ts'
import { openMessages } from '../../platform/messages.ts'
import { filteredEntries, toEntry } from './search.ts'

const messages = openMessages(join(import.meta.dirname, 'messages'))

const columns = [
  ['number', 10],
  ['at', 24],
  ['who', 28],
  ['role', 20],
  ['action', 26],
  ['outcome', 10],
  ['code', 20],
  ['records', 40],
  ['fields', 30],
  ['counts', 20],
  ['reason', 50],
] as const

/** Cells of a spreadsheet end here; a list of many ids is cut in a sheet's cell, and its number tells that it is. */
const mostIds = 800

export const auditExport = exportSource({
  of: 'audit',
  access: 'audit.search',
  query: AuditFilter,
  title: language => messages(language, 'export.title'),
  columns: language =>
    columns.map(([key, width]) => ({ heading: messages(language, `export.${key}`), width })),
  batches,
})

async function* batches(ctx: Context, filter: AuditFilter): AsyncGenerator<Batch> {
  for await (const found of fetched(ctx, filteredEntries(ctx, filter))) {
    const rows: string[][] = []
    for (const row of found) {
      const entry = await toEntry(ctx, row)
      rows.push([
        entry.number === undefined ? '' : String(entry.number),
        entry.at,
        entry.who ?? '',
        entry.role ?? '',
        entry.action,
        entry.outcome,
        entry.code ?? '',
        idsText(entry.subjects),
        entry.fields.join(' '),
        Object.entries(entry.counts)
          .map(([name, count]) => `${name}=${count}`)
          .join(' '),
        entry.reason ?? '',
      ])
    }
    // Whom the entries are about is not shown anew: reading the log is an entry of its own.
    yield { rows, shown: [] }
  }
}

const idsText = (ids: readonly string[]): string =>
  ids.length <= mostIds ? ids.join(' ') : `${ids.slice(0, mostIds).join(' ')} … (${ids.length})`
