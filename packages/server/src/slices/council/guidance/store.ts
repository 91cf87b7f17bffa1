/** Guidance as it stands at the hub: the mark on a decision, what takes its place, and the last word of each state. */
import type { Language, MultiText } from '@kerege/contract/common'
import type {
  DecisionGuidance,
  GuidanceMark,
  PracticeStatement,
} from '@kerege/contract/council/guidance/schema'
import type { Domain } from '@kerege/contract/domains'
import type { GuidanceState, UseState } from '@kerege/contract/guidance/rules'
import type { Tx } from '../../../platform/database.ts'
import { partyNames } from '../parties.ts'

/** With the text of the decision that was adopted. */
export const selected = (tx: Tx) =>
  tx
    .selectFrom('council.guidance as g')
    .innerJoin('council.decisions as d', 'd.id', 'g.decision_id')
    .innerJoin('council.decision_texts as x', join =>
      join.onRef('x.decision_id', '=', 'd.id').onRef('x.number', '=', 'd.text_number'),
    )
    .selectAll('g')
    .select(['d.symbol', 'd.closed_at', 'x.title', 'x.texts'])
export type FoundGuidance = Awaited<ReturnType<ReturnType<typeof selected>['executeTakeFirstOrThrow']>>

export const agesOf = (row: Pick<FoundGuidance, 'age_from' | 'age_to'>) => ({
  ...(row.age_from === null ? {} : { from: row.age_from }),
  ...(row.age_to === null ? {} : { to: row.age_to }),
})

const other = (row: FoundGuidance) => ({
  id: row.id,
  decisionId: row.decision_id,
  symbol: row.symbol ?? '',
  title: row.title as MultiText,
})

export async function inForce(tx: Tx) {
  const rows = await selected(tx).where('g.state', '=', 'in-force').orderBy('d.closed_at', 'desc').execute()
  return rows.map(other)
}

export async function guidanceOf(tx: Tx, decisionId: string): Promise<DecisionGuidance> {
  const row = await selected(tx).where('g.decision_id', '=', decisionId).executeTakeFirst()
  if (!row) return { statements: [] }
  const linked = await selected(tx)
    .where(eb => eb.or([eb('g.replaces_id', '=', row.id), eb('g.id', '=', row.replaces_id)]))
    .execute()
  const before = linked.find(one => one.id === row.replaces_id)
  const after = linked.find(one => one.replaces_id === row.id)
  const mark: GuidanceMark = {
    id: row.id,
    version: row.version,
    state: row.state as GuidanceState,
    domains: row.domains as Domain[],
    ages: agesOf(row),
    ...(row.note === null ? {} : { note: row.note as MultiText }),
    ...(row.reason === null ? {} : { reason: row.reason }),
    at: row.created_at,
    ...(before ? { replaces: other(before) } : {}),
    ...(after ? { replacedBy: other(after) } : {}),
  }
  return { mark, statements: await lastWords(tx, row.id) }
}

/** Of each state what it said last, in the order of their codes: there is no first and no last among them. */
async function lastWords(tx: Tx, guidanceId: string): Promise<PracticeStatement[]> {
  const rows = await tx
    .selectFrom('council.guidance_statements')
    .distinctOn('party_id')
    .selectAll()
    .where('guidance_id', '=', guidanceId)
    .orderBy('party_id')
    .orderBy('number', 'desc')
    .execute()
  const names = await partyNames(tx)
  return rows
    .flatMap((row): PracticeStatement[] => {
      const party = names.get(row.party_id)
      if (!party) return []
      return [
        {
          party,
          state: row.state as UseState,
          language: row.language as Language,
          ...(row.words === null ? {} : { words: row.words }),
          at: row.said_at,
        },
      ]
    })
    .toSorted((one, another) => (one.party.code < another.party.code ? -1 : 1))
}
