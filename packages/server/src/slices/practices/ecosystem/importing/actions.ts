/** Bringing practices in: looked at first, then made as drafts of whoever brings them, all that was shown in one transaction. */
import type * as routes from '@kerege/contract/practices/importing/routes'
import type { ImportReport } from '@kerege/contract/practices/importing/schema'
import { DomainError } from '@kerege/contract/errors'
import type { Language, MultiText } from '@kerege/contract/common'
import { textFields } from '@kerege/contract/practices/content'
import type { Parsed } from '@kerege/contract/route'
import { sql } from 'kysely'
import type { Context } from '../../../../platform/context.ts'
import { xlsxOf } from '../../../../platform/exports/xlsx.ts'
import type { Outflow } from '../../../../platform/handler.ts'
import { make } from '../../record/actions.ts'
import { words } from '../words.ts'
import { codesOf, type Column, factColumns, labelOf, plain, textColumn, wordFor } from './columns.ts'
import { choices, writeForm } from './form.ts'
import { type Plan, planImport } from './plan.ts'

export async function preview(ctx: Context, bytes: Uint8Array): Promise<ImportReport> {
  const { report } = await planFor(ctx, bytes)
  count(ctx, report)
  return report
}

/** @throws DomainError `import-changed` when what would be done is no longer what was shown */
export async function take(ctx: Context, bytes: Uint8Array, seen: string): Promise<ImportReport> {
  // The same file sent twice at once: the second finds the drafts of the first.
  await sql`select pg_advisory_xact_lock(hashtextextended(${ctx.actor.account}, 34))`.execute(ctx.tx)
  const { report, drafts } = await planFor(ctx, bytes)
  if (report.seen !== seen) throw new DomainError('conflict', 'import-changed')
  for (const draft of drafts) await make(ctx, draft)
  count(ctx, report)
  return report
}

const count = (ctx: Context, { drafts, leftOut }: ImportReport) => {
  ctx.trail.counted('drafts', drafts)
  ctx.trail.counted('left-out', leftOut)
}

async function planFor(ctx: Context, bytes: Uint8Array): Promise<Plan> {
  const { rows } = await sql<{ home: string | null; title: MultiText | null }>`
    select practices.my_country() as home, t.title from (select 1) one left join lateral (
      select practices.working(p.id) #> '{texts,title}' as title from practices.practices p
      where p.author_id = ${ctx.actor.account}::uuid) t on true`.execute(ctx.tx)
  const titles = rows.flatMap(row => Object.values(row.title ?? {}).map(one => plain(one.text)))
  return planImport(bytes, { home: rows[0]?.home ?? undefined, titles: new Set(titles) })
}

export async function form(
  _: Context,
  { as, language }: Parsed<typeof routes.practiceForm>['query'],
): Promise<Outflow> {
  if (as === 'xlsx') return sheet(language)
  const bytes = await writeForm(language)
  return {
    contentType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    fileName: `practice-${language}.docx`,
    chunks: (async function* () {
      yield bytes
    })(),
    length: bytes.length,
  }
}

function sheet(language: Language): Outflow {
  const columns: Column[] = [
    ...textFields.map(field => textColumn(field, language)),
    textColumn('organisation', language),
    ...factColumns,
  ]
  const wide = (column: Column) => (column.includes('_') && !column.startsWith('age_') ? 40 : 18)
  return {
    contentType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    fileName: `practices-${language}.xlsx`,
    chunks: xlsxOf({
      title: words(language, 'sheet.title'),
      columns: columns.map(column => ({ heading: labelOf(column, language), width: wide(column) })),
      aboutTitle: words(language, 'template.about'),
      about: [
        [words(language, 'template.about'), words(language, 'template.sheet')],
        ...factColumns.flatMap((column): [string, string][] => {
          const list = choices[column]
          return list
            ? [
                [
                  labelOf(column, language),
                  codesOf(list)
                    .map(code => wordFor(list, code, language))
                    .join(' · '),
                ],
              ]
            : []
        }),
      ],
      batches: (async function* (): AsyncGenerator<string[][]> {
        yield []
      })(),
    }),
  }
}
