/**
 * The list of papers as a file: the same filter, the same policies. No place of birth, no number of a paper, and no
 * line that somebody typed about what is in the way.
 */
import { join } from 'node:path'
import { type Language, textIn, type MultiText } from '@kerege/contract/common'
import { isOpen, type PaperState, waitingDays } from '@kerege/contract/people/papers/rules'
import { type Office, PaperFilter } from '@kerege/contract/people/papers/schema'
import type { Context } from '../../../platform/context.ts'
import { fetched } from '../../../platform/exports/cursor.ts'
import { type Batch, exportSource } from '../../../platform/exports/source.ts'
import { openMessages } from '../../../platform/messages.ts'
import * as store from './store.ts'
import { today } from '../../../platform/localDay.ts'

const messages = openMessages(join(import.meta.dirname, 'messages'))

const columns = [
  ['person', 36],
  ['fact', 24],
  ['paper', 32],
  ['state', 18],
  ['days', 10],
  ['since', 14],
  ['blocks', 30],
  ['office', 36],
  ['due', 14],
  ['area', 18],
  ['responsible', 28],
] as const

export const papersExport = exportSource({
  of: 'papers',
  access: 'people.read',
  query: PaperFilter,
  title: language => messages(language, 'export.title'),
  columns: language =>
    columns.map(([key, width]) => ({ heading: messages(language, `export.${key}`), width })),
  batches,
})

async function* batches(ctx: Context, filter: PaperFilter, language: Language): AsyncGenerator<Batch> {
  const day = today(ctx)
  const sorted = store.selected(store.filtered(ctx, filter)).orderBy('p.waiting_since').orderBy('p.id')
  for await (const found of fetched(ctx, sorted)) {
    const rows = found.map(row => store.toRow(row, day))
    yield {
      shown: rows.flatMap(row => [row.id, row.personId]),
      rows: rows.map(row => [
        row.person,
        messages(language, `fact.${row.fact}`),
        paperName(ctx, row.paper, language),
        messages(language, `state.${row.state}`),
        String(waitingDays(row, day)),
        row.waitingSince,
        row.blocks.map(one => messages(language, `block.${one}`)).join(', '),
        officeText(row.office),
        isOpen(row.state as PaperState) ? (row.dueOn ?? '') : '',
        row.area,
        row.responsible.name,
      ]),
    }
  }
}

function paperName(ctx: Context, code: string | undefined, language: Language): string {
  const type = ctx.node.profile.documentTypes.find(one => one.code === code)
  return type ? textIn(type.name as MultiText, language).text : ''
}

const officeText = (office: Office | undefined) => [office?.name, office?.place].filter(Boolean).join(', ')
