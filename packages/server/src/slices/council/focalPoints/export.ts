/** The register of focal points as a file, under the policies of the list itself: contacts for members. */
import { join } from 'node:path'
import { type Language, type MultiText, textIn } from '@kerege/contract/common'
import { FocalFilter } from '@kerege/contract/council/focalPoints/schema'
import type { z } from 'zod'
import type { Context } from '../../../platform/context.ts'
import { type Batch, exportSource } from '../../../platform/exports/source.ts'
import { openMessages } from '../../../platform/messages.ts'
import { list } from './store.ts'

const messages = openMessages(join(import.meta.dirname, 'messages'))
const columns = [
  ['party', 34],
  ['role', 20],
  ['name', 34],
  ['office', 44],
  ['languages', 16],
  ['from', 14],
  ['to', 14],
  ['email', 34],
  ['phone', 24],
  ['note', 40],
] as const

export const focalPointExport = exportSource({
  of: 'focal-points',
  access: 'council.read',
  query: FocalFilter,
  title: language => messages(language, 'title'),
  columns: language => columns.map(([key, width]) => ({ heading: messages(language, key), width })),
  batches,
})

/** Some dozens of people: they come in one piece. */
async function* batches(
  ctx: Context,
  filter: z.output<typeof FocalFilter>,
  language: Language,
): AsyncGenerator<Batch> {
  const { rows } = await list(ctx, filter)
  yield {
    shown: rows.map(row => row.id),
    rows: rows.map(row => [
      textIn(row.party.name as MultiText, language).text,
      messages(language, row.role),
      row.name,
      row.office,
      row.languages.join(', '),
      row.from,
      row.to ?? '',
      row.contact?.email ?? '',
      row.contact?.phone ?? '',
      row.contact?.note ?? '',
    ]),
  }
}
