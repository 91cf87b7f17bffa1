/** The register of people abroad as a file: the same filter, the same policies, and no line that somebody typed. */
import { join } from 'node:path'
import type { Language } from '@kerege/contract/common'
import { AbroadFilter } from '@kerege/contract/repatriation/register/schema'
import { sql } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import { fetched } from '../../../platform/exports/cursor.ts'
import { type Batch, exportSource } from '../../../platform/exports/source.ts'
import { openMessages } from '../../../platform/messages.ts'
import * as store from './store.ts'
import { today } from '../../../platform/localDay.ts'

const messages = openMessages(join(import.meta.dirname, 'messages'))

const columns = [
  ['person', 36],
  ['sex', 12],
  ['age', 12],
  ['state', 20],
  ['since', 14],
  ['country', 14],
  ['heldAs', 22],
  ['heard', 14],
  ['ask', 14],
  ['evidence', 14],
  ['paper', 14],
  ['consent', 14],
  ['responsible', 28],
] as const

export const abroadExport = exportSource({
  of: 'abroad',
  access: 'repatriation.read',
  query: AbroadFilter,
  title: language => messages(language, 'export.title'),
  columns: language =>
    columns.map(([key, width]) => ({ heading: messages(language, `export.${key}`), width })),
  batches,
})

async function* batches(ctx: Context, filter: AbroadFilter, language: Language): AsyncGenerator<Batch> {
  const day = today(ctx)
  const regions = new Intl.DisplayNames([language, 'en'], { type: 'region' })
  const yes = (on: boolean) => (on ? messages(language, 'yes') : '')
  const sorted = store
    .selected(store.filtered(ctx, filter))
    .orderBy(sql`coalesce(a.last_heard_on, '1900-01-01'::date)`)
    .orderBy('a.id')
  for await (const found of fetched(ctx, sorted)) {
    const rows = found.map(row => store.toRow(row, day))
    yield {
      shown: rows.flatMap(row => [row.id, row.personId]),
      rows: rows.map(row => [
        row.person,
        messages(language, `sex.${row.sex}`),
        row.ageGroup === 'unknown' ? messages(language, 'age.unknown') : row.ageGroup,
        messages(language, `state.${row.state}`),
        row.since,
        row.country ? (regions.of(row.country) ?? row.country) : '',
        row.heldAs ? messages(language, `heldAs.${row.heldAs}`) : '',
        row.lastHeardOn ?? '',
        row.askAgainOn ?? '',
        row.evidenceOpen > 0 ? String(row.evidenceOpen) : '',
        yes(row.paperOpen),
        yes(row.consentOpen),
        row.responsible.name,
      ]),
    }
  }
}
