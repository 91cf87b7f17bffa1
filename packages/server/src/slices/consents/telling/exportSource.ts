/** The register of sharing as a file: the filter of the list and its policies; what was told stays on the page. */
import type { Language } from '@kerege/contract/common'
import { DisclosureFilter } from '@kerege/contract/consents/tellingSchema'
import type { Context } from '../../../platform/context.ts'
import { fetched } from '../../../platform/exports/cursor.ts'
import { type Batch, exportSource } from '../../../platform/exports/source.ts'
import { filtered, toRow } from './disclosures.ts'
import { words } from './values.ts'

const columns = [
  ['person', 36],
  ['organisation', 36],
  ['recipient', 24],
  ['purpose', 22],
  ['rests', 28],
  ['toldOn', 14],
  ['by', 28],
] as const

export const disclosuresExport = exportSource({
  of: 'disclosures',
  access: 'consents.read',
  query: DisclosureFilter,
  title: language => words(language, 'export.title'),
  columns: language => columns.map(([key, width]) => ({ heading: words(language, `export.${key}`), width })),
  batches,
})

async function* batches(ctx: Context, filter: DisclosureFilter, language: Language): AsyncGenerator<Batch> {
  const sorted = filtered(ctx, filter).orderBy('d.at', 'desc').orderBy('d.id', 'desc')
  for await (const found of fetched(ctx, sorted)) {
    const rows = found.map(row => toRow(ctx, row))
    yield {
      shown: rows.flatMap(row => [row.id, row.personId]),
      rows: rows.map(row => [
        row.person,
        row.contact.organisation,
        words(language, `to.${row.recipient}`),
        row.purpose ? words(language, `purpose.${row.purpose}`) : '',
        words(language, `rests.${row.rests}`),
        row.toldOn,
        row.by.name,
      ]),
    }
  }
}
