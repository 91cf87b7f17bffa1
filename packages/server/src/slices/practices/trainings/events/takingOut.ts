/**
 * Who comes to a training as a file, for lists at the door and for the record: as far as the reader may see them. Why somebody
 * wants to come stays on the page.
 */
import { join } from 'node:path'
import { type Language, textIn } from '@kerege/contract/common'
import { DomainError } from '@kerege/contract/errors'
import { ParticipantFilter } from '@kerege/contract/practices/trainings/events/schema'
import type { z } from 'zod'
import type { Context } from '../../../../platform/context.ts'
import { type Batch, exportSource } from '../../../../platform/exports/source.ts'
import { openMessages } from '../../../../platform/messages.ts'
import { registrationsOf } from './registrations.ts'
import { get } from './store.ts'

const messages = openMessages(join(import.meta.dirname, 'messages'))
const columns = [
  ['name', 30],
  ['agency', 40],
  ['country', 10],
  ['profession', 26],
  ['language', 12],
  ['registration', 20],
  ['sessions', 12],
  ['certificate', 20],
] as const

export const participantsExport = exportSource({
  of: 'training-participants',
  access: 'trainings.take',
  query: ParticipantFilter,
  title: language => messages(language, 'title'),
  columns: language => columns.map(([key, width]) => ({ heading: messages(language, key), width })),
  batches,
})

async function* batches(
  ctx: Context,
  { eventId }: z.output<typeof ParticipantFilter>,
  language: Language,
): AsyncGenerator<Batch> {
  const event = await get(ctx, eventId).catch(nobody)
  const rows = event ? await registrationsOf(ctx, event) : []
  yield {
    shown: rows.map(row => row.id),
    rows: rows.map(row => [
      row.name,
      textIn(row.agency.name, language).text,
      row.country ?? '',
      messages(language, `profession.${row.profession}`),
      row.language,
      messages(language, `registration.${row.state}`),
      String(row.present.length),
      row.certificate && !row.certificate.revokedAt ? row.certificate.number : '',
    ]),
  }
}

/** A training that the reader may not see has nobody in it. */
function nobody(error: unknown): undefined {
  if (error instanceof DomainError && error.kind === 'not-found') return undefined
  throw error
}
