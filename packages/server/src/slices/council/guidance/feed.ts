/**
 * `/public/guidance.json`: all public guidance in one piece, signed with the key of the hub's log. Everybody gets the same, so
 * the hub does not learn who reads what; nobody has to say who they are.
 */
import type { MultiText } from '@kerege/contract/common'
import { type Feed, feedPath, feedType, type SignedBody } from '@kerege/contract/guidance/feed'
import type { GuidanceState } from '@kerege/contract/guidance/rules'
import { publicFile } from '../../../platform/publicPage.ts'
import { logKey, signBody } from '../../audit/index.ts'
import { agesOf, type FoundGuidance, selected } from './store.ts'

export const guidanceFeed = publicFile({
  path: feedPath,
  type: 'application/json; charset=utf-8',
  async render({ tx, node }) {
    const { sequence, changed_at } = await tx
      .selectFrom('council.guidance_feed')
      .select(['sequence', 'changed_at'])
      .executeTakeFirstOrThrow()
    const rows = await selected(tx).where('d.is_public', '=', true).orderBy('g.id').execute()
    const key = logKey(`kerege.${node.info.id}`, node.keys.log)
    const feed: Feed = {
      type: feedType,
      hub: key.name,
      sequence,
      changedAt: changed_at,
      entries: rows.map(toEntry),
    }
    return JSON.stringify(signBody(key, feedType, JSON.stringify(feed)) satisfies SignedBody)
  },
})

const toEntry = (row: FoundGuidance): Feed['entries'][number] => ({
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
