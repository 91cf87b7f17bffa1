/**
 * What the log is filled from: for each kind, what of it everybody may read now. Asked by the clock, which acts for nobody, so
 * the policies of the tables themselves decide what is public.
 */
import type { Tx } from '../../../platform/database.ts'
import { publicGuidance, publicGuidanceIds } from '../../council/index.ts'
import {
  definitionIdsGiven,
  definitionsGiven,
  publicPracticeIds,
  publicPractices,
} from '../../practices/index.ts'

export interface Source {
  readonly kind: string
  /** All that is public. */
  ids(tx: Tx): Promise<string[]>
  /** Bodies by id; who is not in it is not public. */
  read(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, unknown>>
}

export const sources: readonly Source[] = [
  { kind: 'guidance', ids: publicGuidanceIds, read: publicGuidance },
  { kind: 'definition', ids: definitionIdsGiven, read: definitionsGiven },
  { kind: 'practice', ids: publicPracticeIds, read: publicPractices },
]
