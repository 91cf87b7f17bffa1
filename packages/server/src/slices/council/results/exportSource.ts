/**
 * What states have said, as a file: a row for each state and period of which something stands, below the pillar, outcome and output that it belongs
 * to. Nobody is in order of size.
 */
import { type Language, type MultiText, textIn } from '@kerege/contract/common'
import { ResultsFilter } from '@kerege/contract/council/results/schema'
import type { z } from 'zod'
import type { Context } from '../../../platform/context.ts'
import { fetched } from '../../../platform/exports/cursor.ts'
import { type Batch, exportSource } from '../../../platform/exports/source.ts'
import { words as initiativeWords } from '../initiatives/words.ts'
import { words } from './words.ts'

const columns = [
  ['pillar', 30],
  ['outcome', 40],
  ['output', 40],
  ['indicator', 12],
  ['title', 50],
  ['unit', 12],
  ['state', 16],
  ['aspect', 14],
  ['period', 12],
  ['value', 12],
  ['check', 16],
  ['note', 40],
] as const

export const resultsExport = exportSource({
  of: 'results',
  access: 'council.read',
  query: ResultsFilter,
  title: language => words(language, 'title'),
  columns: language => columns.map(([key, width]) => ({ heading: words(language, `column.${key}`), width })),
  batches,
})

async function* batches(
  ctx: Context,
  filter: z.output<typeof ResultsFilter>,
  language: Language,
): AsyncGenerator<Batch> {
  let query = ctx.tx
    .selectFrom('council.indicator_values as v')
    .innerJoin('council.indicators as i', 'i.id', 'v.indicator_id')
    .innerJoin('council.results as output', 'output.id', 'i.output_id')
    .innerJoin('council.results as outcome', 'outcome.id', 'output.parent_id')
    .innerJoin('council.pillars as pillar', 'pillar.id', 'outcome.pillar_id')
    .leftJoin('council.value_checks as c', 'c.value_id', 'v.id')
    .distinctOn(['i.code', 'v.state', 'v.aspect', 'v.period'])
    .select([
      'pillar.code as pillar_code',
      'pillar.name as pillar',
      'outcome.code as outcome_code',
      'outcome.title as outcome',
      'output.code as output_code',
      'output.title as output',
      'i.id',
      'i.code',
      'i.title',
      'i.unit',
      'v.state',
      'v.aspect',
      'v.period',
      'v.value',
      'v.note',
      'c.verdict',
    ])
    .orderBy('i.code')
    .orderBy('v.state')
    .orderBy('v.aspect')
    .orderBy('v.period')
    .orderBy('v.number', 'desc')
  if (filter.state) query = query.where('v.state', '=', filter.state)
  if (filter.aspect) query = query.where('v.aspect', '=', filter.aspect)
  for await (const found of fetched(ctx, query)) {
    yield {
      shown: [...new Set(found.map(row => row.id))],
      rows: found.map(row => [
        named(row.pillar_code, row.pillar, language),
        named(row.outcome_code, row.outcome, language),
        named(row.output_code, row.output, language),
        row.code,
        textIn(row.title as MultiText, language).text,
        words(language, `unit.${row.unit}`),
        initiativeWords(language, `state.${row.state}`),
        words(language, `aspect.${row.aspect}`),
        row.period,
        row.value === null ? words(language, 'notReported') : String(Number(row.value)),
        words(language, `check.${row.verdict ?? 'open'}`),
        row.note ?? '',
      ]),
    }
  }
}

const named = (code: string, title: unknown, language: Language) =>
  `${code} ${textIn(title as MultiText, language).text}`
