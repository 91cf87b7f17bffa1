/**
 * What a change of the thesaurus makes of an index: entries that have none of the words that were changed rise to the new number as they are, the others
 * are written again. An entry says by its own number what it was written with, so any step may come meanwhile, and a restart goes on.
 */
import { languages } from '@kerege/contract/common'
import { concepts as shipped } from '@kerege/contract/analysis/thesaurus/concepts'
import { touchedLabels, type TouchedLabel } from '@kerege/contract/analysis/thesaurus/touched'
import { sql } from 'kysely'
import type { Tx } from '../../../platform/database.ts'
import { type Current, firstAnalysis, type OwnRow, toConcept } from './current.ts'

/** Of more labels than that nearly every text has one. */
const mostLabels = 400

/** @returns labels that came or went since an index was written; `null` where it is better to write all of it again */
export async function touchedSince(
  tx: Tx,
  { analyser }: Current,
  analysis: number,
): Promise<TouchedLabel[] | null> {
  const { rows } = await sql<{ code: string; before: OwnRow | null }>`
    select code, before from practices.concepts_before(${analysis - firstAnalysis}::int)`.execute(tx)
  const before = rows.flatMap(({ code, before: row }) => {
    if (!row) return shipped.filter(({ id }) => id === code)
    return row.removed_at === null ? [toConcept({ ...row, code })] : []
  })
  const after = rows.flatMap(({ code }) => analyser.byId.get(code) ?? [])
  const labels = touchedLabels(before, after)
  return labels.length > mostLabels ? null : labels
}

/** The practices and the files beside them, whichever stand under older numbers. */
export async function followThesaurus(tx: Tx, current: Current, what: 'practices' | 'files'): Promise<void> {
  for (;;) {
    const oldest = await sql<{ practices: number | null; files: number | null }>`
      select practices, files from practices.oldest_analysis(${firstAnalysis}::int, ${current.analysis}::int)`.execute(
      tx,
    )
    const from = oldest.rows[0]?.[what] ?? null
    if (from === null) return
    const labels = asNumbers(await touchedSince(tx, current, from))
    await (what === 'practices'
      ? sql`select practices.follow_thesaurus(${from}::int, ${current.analysis}::int, ${labels}::jsonb)`
      : sql`select practices.follow_thesaurus_in_files(${from}::int, ${current.analysis}::int, ${labels}::jsonb)`
    ).execute(tx)
  }
}

/** Languages as the index numbers them. */
const asNumbers = (labels: readonly TouchedLabel[] | null): string | null =>
  labels &&
  JSON.stringify(labels.map(({ language, keys }) => ({ language: languages.indexOf(language), keys })))
