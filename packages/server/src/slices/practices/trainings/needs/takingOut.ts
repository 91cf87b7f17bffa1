/** The gap view as a file: some hundreds of rows, so they come in one piece. */
import { join } from 'node:path'
import type { Language } from '@kerege/contract/common'
import { GapFilter } from '@kerege/contract/practices/trainings/needs/schema'
import type { z } from 'zod'
import type { Context } from '../../../../platform/context.ts'
import { type Batch, exportSource } from '../../../../platform/exports/source.ts'
import { openMessages } from '../../../../platform/messages.ts'
import { gapRows } from './actions.ts'

const messages = openMessages(join(import.meta.dirname, 'messages'))
const columns = [
  ['country', 16],
  ['profession', 28],
  ['domain', 24],
  ['language', 14],
  ['needed', 12],
  ['trained', 12],
  ['missing', 12],
  ['by', 14],
] as const

export const gapsExport = exportSource({
  of: 'training-gaps',
  access: 'trainings.take',
  query: GapFilter,
  title: language => messages(language, 'gaps'),
  columns: language => columns.map(([key, width]) => ({ heading: messages(language, key), width })),
  batches,
})

async function* batches(
  ctx: Context,
  filter: z.output<typeof GapFilter>,
  language: Language,
): AsyncGenerator<Batch> {
  const rows = await gapRows(ctx, filter)
  yield {
    shown: [],
    rows: rows.map(row => [
      row.country ?? '',
      messages(language, `profession.${row.profession}`),
      messages(language, `domain.${row.domain}`),
      row.language,
      String(row.needed),
      String(row.trained),
      String(row.missing),
      row.by,
    ]),
  }
}
