/** The roster as a file, as its reader may see it: what somebody gives, in which languages, and whether their state stands by it. */
import { join } from 'node:path'
import { type Language, textIn } from '@kerege/contract/common'
import { RosterFilter } from '@kerege/contract/practices/roster/schema'
import type { z } from 'zod'
import type { Context } from '../../../platform/context.ts'
import { type Batch, exportSource } from '../../../platform/exports/source.ts'
import { openMessages } from '../../../platform/messages.ts'
import { listed } from './store.ts'

const messages = openMessages(join(import.meta.dirname, 'messages'))
const columns = [
  ['name', 30],
  ['agency', 40],
  ['country', 10],
  ['standing', 20],
  ['gives', 40],
  ['domains', 40],
  ['languages', 20],
  ['heldHere', 14],
] as const

export const rosterExport = exportSource({
  of: 'roster',
  access: 'trainings.take',
  query: RosterFilter,
  title: language => messages(language, 'title'),
  columns: language => columns.map(([key, width]) => ({ heading: messages(language, key), width })),
  batches,
})

const most = 200

async function* batches(
  ctx: Context,
  filter: z.output<typeof RosterFilter>,
  language: Language,
): AsyncGenerator<Batch> {
  let cursor: string | undefined
  do {
    const page = await listed(ctx, { ...filter, limit: most, cursor })
    yield {
      shown: page.rows.map(row => row.id),
      rows: page.rows.map(row => [
        row.name,
        textIn(row.agency.name, language).text,
        row.agency.country ?? '',
        messages(language, row.confirmed ? 'confirmed' : 'waits'),
        row.gives.map(one => messages(language, `gives.${one}`)).join(', '),
        row.domains.map(one => messages(language, `domain.${one}`)).join(', '),
        row.languages.join(', '),
        String(row.heldHere),
      ]),
    }
    cursor = page.next
  } while (cursor !== undefined)
}
