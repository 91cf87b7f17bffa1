/** Who comes to a session, as a file for badges and visas: professionals by name, under the policy of the list itself. */
import { join } from 'node:path'
import { Id, type Language, type MultiText, textIn } from '@kerege/contract/common'
import { z } from 'zod'
import type { Context } from '../../platform/context.ts'
import { fetched } from '../../platform/exports/cursor.ts'
import { type Batch, exportSource } from '../../platform/exports/source.ts'
import { openMessages } from '../../platform/messages.ts'

const messages = openMessages(join(import.meta.dirname, 'messages'))
const columns = [
  ['party', 34],
  ['name', 34],
  ['function', 34],
  ['head', 10],
  ['way', 14],
  ['visa', 10],
  ['attended', 12],
] as const

const BadgeFilter = z.strictObject({ sessionId: Id })

export const badgeExport = exportSource({
  of: 'participants',
  access: 'council.prepare',
  query: BadgeFilter,
  title: language => messages(language, 'badges.title'),
  columns: language =>
    columns.map(([key, width]) => ({ heading: messages(language, `badges.${key}`), width })),
  batches,
})

async function* batches(
  ctx: Context,
  { sessionId }: z.output<typeof BadgeFilter>,
  language: Language,
): AsyncGenerator<Batch> {
  const all = ctx.tx
    .selectFrom('council.participants as p')
    .innerJoin('council.parties as y', 'y.id', 'p.party_id')
    .select(['p.id', 'y.name as party', 'p.name', 'p.function', 'p.head', 'p.way', 'p.visa', 'p.attended'])
    .where('p.session_id', '=', sessionId)
    .orderBy('y.code')
    .orderBy('p.head', 'desc')
    .orderBy('p.name')
  const said = (value: boolean | null) =>
    value === null ? '' : messages(language, value ? 'badges.yes' : 'badges.no')
  for await (const people of fetched(ctx, all)) {
    yield {
      shown: people.map(person => person.id),
      rows: people.map(person => [
        textIn(person.party as MultiText, language).text,
        person.name,
        person.function ?? '',
        said(person.head),
        messages(language, `badges.way.${person.way}`),
        said(person.visa),
        said(person.attended),
      ]),
    }
  }
}
