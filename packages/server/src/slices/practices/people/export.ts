/** The directory as a file, under the policies and the filter of the list itself: no address is in it, as none is in the list. */
import { join } from 'node:path'
import { type Language, textIn } from '@kerege/contract/common'
import { PractitionerFilter } from '@kerege/contract/practices/people/schema'
import type { z } from 'zod'
import type { Context } from '../../../platform/context.ts'
import { type Batch, exportSource } from '../../../platform/exports/source.ts'
import { openMessages } from '../../../platform/messages.ts'
import { narrowed, toRow } from './store.ts'

const messages = openMessages(join(import.meta.dirname, 'messages'))
const columns = [
  ['name', 30],
  ['profession', 24],
  ['agency', 40],
  ['country', 10],
  ['languages', 20],
  ['about', 60],
  ['confirmed', 16],
] as const

export const practitionersExport = exportSource({
  of: 'practitioners',
  access: 'practices.moderate',
  query: PractitionerFilter,
  title: language => messages(language, 'title'),
  columns: language => columns.map(([key, width]) => ({ heading: messages(language, key), width })),
  batches,
})

const most = 200

async function* batches(
  ctx: Context,
  filter: z.output<typeof PractitionerFilter>,
  language: Language,
): AsyncGenerator<Batch> {
  for (let offset = 0; ; offset += most) {
    const found = await narrowed(ctx, filter)
      .orderBy('e.profession')
      .orderBy('e.id')
      .limit(most)
      .offset(offset)
      .execute()
    const rows = found.map(row => toRow(ctx, row))
    if (rows.length === 0) return
    yield {
      shown: rows.map(row => row.id),
      rows: rows.map(row => [
        row.name,
        messages(language, row.profession),
        textIn(row.agency, language).text,
        row.country ?? '',
        row.languages.join(', '),
        textIn(row.about, language).text,
        row.confirmed && row.confirmed.standing !== 'lapsed' ? row.confirmed.until : '',
      ]),
    }
  }
}
