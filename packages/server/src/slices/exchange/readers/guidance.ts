/** Decisions of the Council for the work here, handed on to their own slice. */
import { FeedEntry } from '@kerege/contract/guidance/feed'
import { guidanceIds, takeGuidance } from '../../guidance/index.ts'
import type { Reader } from './index.ts'

export const guidanceReader: Reader = {
  kind: 'guidance',
  known: guidanceIds,
  read: (tx, words, now) =>
    takeGuidance(
      tx,
      new Map([...words].map(([id, { body }]) => [id, FeedEntry.safeParse(body).data ?? null])),
      now,
    ),
}
