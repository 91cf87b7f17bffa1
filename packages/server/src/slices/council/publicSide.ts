/**
 * What the Council shows to everybody, for pages that need no sign-in: read without an actor, so the policies themselves
 * (`is_public`) are the judge. Nobody's name is in it: neither who comes nor who wrote.
 */
import type { MultiText } from '@kerege/contract/common'
import type { SessionReport, SessionRow } from '@kerege/contract/council/schema'
import type { Tx } from '../../platform/database.ts'
import { reportsOf, selected, toRow } from './sessionStore.ts'

export interface PublicSession extends SessionRow {
  summary?: MultiText
  reports: readonly SessionReport[]
}

/** The register, the latest first. */
export async function publicSessions(tx: Tx): Promise<PublicSession[]> {
  const rows = await selected(tx)
    .where('s.is_public', '=', true)
    .orderBy('s.sorts_on', 'desc')
    .orderBy('s.id', 'desc')
    .limit(1000)
    .execute()
  const reports = await reportsOf(
    tx,
    rows.map(row => row.id),
  )
  return rows.map(row => {
    const said = reports.get(row.id) ?? []
    return {
      ...toRow(row, said),
      ...(row.summary === null ? {} : { summary: row.summary as MultiText }),
      reports: said,
    }
  })
}

export interface PublicDecision {
  id: string
  symbol: string
  title: MultiText
  texts: MultiText
  adoptedAt: string
}

/** Adopted decisions of general distribution with their texts, the latest first. */
export async function publicDecisions(tx: Tx): Promise<PublicDecision[]> {
  const rows = await tx
    .selectFrom('council.decisions as d')
    .innerJoin('council.decision_texts as x', join =>
      join.onRef('x.decision_id', '=', 'd.id').onRef('x.number', '=', 'd.text_number'),
    )
    .select(['d.id', 'd.symbol', 'd.closed_at', 'x.title', 'x.texts'])
    .where('d.is_public', '=', true)
    .orderBy('d.closed_at', 'desc')
    .orderBy('d.id', 'desc')
    .limit(1000)
    .execute()
  return rows.map(row => ({
    id: row.id,
    symbol: row.symbol ?? '',
    title: row.title as MultiText,
    texts: row.texts as MultiText,
    adoptedAt: row.closed_at ?? '',
  }))
}
