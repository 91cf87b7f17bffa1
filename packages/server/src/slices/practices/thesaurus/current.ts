/**
 * The thesaurus that this hub searches by: what moderators keep, laid over what comes with the program. Opened once for each version and asked for by one
 * small query, so that another process's change is met by the next question.
 */
import { analysisVersion } from '@kerege/contract/analysis/analyse'
import { laidOver } from '@kerege/contract/analysis/thesaurus/compare'
import { type Concept, concepts as shipped } from '@kerege/contract/analysis/thesaurus/concepts'
import { type Analyser, shippedAnalyser } from '@kerege/contract/analysis/thesaurus/expand'
import { languages } from '@kerege/contract/common'
import { sql } from 'kysely'
import { rememberingAnalysers } from '../../../platform/analysers.ts'
import type { Tx } from '../../../platform/database.ts'

export interface Current {
  readonly analyser: Analyser
  /** Number of the last step; 0 where nobody has changed anything. */
  readonly version: number
  /** What is stored under another number is written anew: it rises with the analyser and with the thesaurus. */
  readonly analysis: number
}

const opened = rememberingAnalysers()
const stepsAtMost = 100_000

/** Under this number stands what was stored before anybody changed the thesaurus. */
export const firstAnalysis = analysisVersion * stepsAtMost

const analysisOf = (version: number): number => firstAnalysis + version

export async function currentThesaurus(tx: Tx): Promise<Current> {
  const { rows } = await sql<{ id: string; number: number }>`
    select id, number from practices.thesaurus_version()`.execute(tx)
  const [step] = rows
  if (!step) return { analyser: shippedAnalyser, version: 0, analysis: analysisOf(0) }
  const analyser = await opened(step.id, async () => laidOver(shipped, await ownConcepts(tx)))
  return { analyser, version: step.number, analysis: analysisOf(step.number) }
}

export const currentAnalyser = async (tx: Tx): Promise<Analyser> => (await currentThesaurus(tx)).analyser

export interface OwnRow {
  code: string
  labels: unknown
  alternatives: unknown
  broader: string | null
  related: string[]
  version: number
  removed_at: Date | string | null
}

export const ownRows = (tx: Tx): Promise<OwnRow[]> =>
  tx
    .selectFrom('practices.concepts')
    .select(['code', 'labels', 'alternatives', 'broader', 'related', 'version', 'removed_at'])
    .orderBy('code')
    .execute()

const ownConcepts = async (tx: Tx) =>
  (await ownRows(tx)).map(row => ({
    id: row.code,
    concept: row.removed_at === null ? toConcept(row) : null,
  }))

type Labels = Partial<
  Record<(typeof languages)[number], { text: string; state: 'draft' | 'machine' | 'checked' | 'stale' }>
>

export function toConcept({
  code,
  labels,
  alternatives,
  broader,
  related,
}: Omit<OwnRow, 'version' | 'removed_at'>): Concept {
  const shown = labels as Labels // as `toColumns` wrote them
  const others = alternatives as Partial<Record<(typeof languages)[number], string[]>>
  return {
    id: code,
    ...(broader === null ? {} : { broader }),
    ...(related.length === 0 ? {} : { related }),
    labels: Object.fromEntries(
      languages.map(one => [one, [...(shown[one] ? [shown[one].text] : []), ...(others[one] ?? [])]]),
    ) as Record<(typeof languages)[number], string[]>, // one for each language
    states: Object.fromEntries(languages.flatMap(one => (shown[one] ? [[one, shown[one].state]] : []))),
  }
}
