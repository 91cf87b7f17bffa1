/** Guidance as the exchange gives it out: what everybody may read of it, with the text that was adopted. */
import type { MultiText } from '@kerege/contract/common'
import type { FeedEntry } from '@kerege/contract/guidance/feed'
import type { GuidanceState } from '@kerege/contract/guidance/rules'
import type { Tx } from '../../../platform/database.ts'
import { agesOf, type FoundGuidance, selected } from './store.ts'

export async function publicGuidanceIds(tx: Tx): Promise<string[]> {
  const rows = await selected(tx).where('d.is_public', '=', true).execute()
  return rows.map(row => row.id)
}

export async function publicGuidance(
  tx: Tx,
  ids: readonly string[],
): Promise<ReadonlyMap<string, FeedEntry>> {
  const rows = await selected(tx).where('d.is_public', '=', true).where('g.id', 'in', ids).execute()
  return new Map(rows.map(row => [row.id, toEntry(row)]))
}

const toEntry = (row: FoundGuidance): FeedEntry => ({
  id: row.id,
  symbol: row.symbol ?? '',
  title: row.title as MultiText,
  texts: row.texts as MultiText,
  ...(row.note === null ? {} : { note: row.note as MultiText }),
  domains: row.domains,
  ages: agesOf(row),
  adoptedAt: row.closed_at ?? row.created_at,
  state: row.state as GuidanceState,
  ...(row.reason === null ? {} : { reason: row.reason }),
  ...(row.replaces_id === null ? {} : { replacesId: row.replaces_id }),
})
