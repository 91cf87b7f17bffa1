/** The record that stays, before the merge and after: sealed under its key, as the record history is. */
import type { Whole } from '@kerege/contract/people/duplicates/rules'
import { notFound } from '@kerege/contract/errors'
import type { Context } from '../../../platform/context.ts'
import { openValue, personKey, sealValue } from '../../audit/index.ts'
import type { Joining } from './movers.ts'

export interface Snapshot {
  before: Whole
  after: Whole
}

const purpose = (merge: Joining) => `merge ${merge.id}`

export async function sealSnapshot(ctx: Context, merge: Joining, snapshot: Snapshot): Promise<Buffer> {
  const key = await personKey(ctx.tx, ctx.node.keys.persons, merge.stays, true)
  if (!key) throw notFound()
  return sealValue(key, purpose(merge), snapshot).sealed
}

export async function openSnapshot(ctx: Context, merge: Joining, sealed: Buffer): Promise<Snapshot> {
  const key = await personKey(ctx.tx, ctx.node.keys.persons, merge.stays)
  if (!key) throw notFound()
  return openValue(key, purpose(merge), sealed) as Snapshot // sealed above, by this very shape
}
