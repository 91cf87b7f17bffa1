/**
 * A merge taken back: the record that joined comes out exactly as it was, the one that stayed loses what the merge
 * had brought. What somebody has changed since is not lost: it is named, and stays once the decider has agreed.
 */
import type { Compartment } from '@kerege/contract/access/compartments'
import { unmerged, type Unmerged } from '@kerege/contract/people/duplicates/rules'
import type { Undone } from '@kerege/contract/people/duplicates/merges'
import { DomainError } from '@kerege/contract/errors'
import { sql } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import { written } from '../duplicates/finding.ts'
import { openCompartments } from '../store.ts'
import { leave, tell } from './merge.ts'
import { movers } from './movers.ts'
import { openSnapshot } from './snapshot.ts'
import * as store from './store.ts'
import { readWhole, wordsOf, writeWhole } from './whole.ts'

export async function undo(
  ctx: Context,
  id: string,
  command: { reason: string; keepEdits: boolean },
): Promise<Undone> {
  const { snapshot, ...merge } = await store.getSealed(ctx.tx, id)
  await sql`select 1 from people.lock_pair(${merge.stays}::uuid, ${merge.joins}::uuid)`.execute(ctx.tx)
  await requireLast(ctx, merge)
  const { before, after } = await openSnapshot(ctx, merge, snapshot)
  const now = await readWhole(ctx.tx, merge.stays)
  const joined = await readWhole(ctx.tx, merge.joins)
  const { whole, kept } = unmerged(before, after, now.whole)
  const told = tellKept(kept, (await openCompartments(ctx.tx, merge.stays)).open)
  if (kept.length > 0 && !command.keepEdits) throw new DomainError('conflict', 'edited-since', told)

  await store.markUndone(ctx, id)
  const moves = await store.movesOf(ctx.tx, id)
  for (const mover of movers.toReversed()) await mover.back(ctx.tx, merge, moves.get(mover.kind) ?? [])
  const version = now.version + 1
  await writeWhole(ctx.tx, id, whole, { version, at: ctx.now })
  leave(ctx, merge, 'undo', version, now.whole, whole)
  ctx.trail.because(command.reason, merge.stays)
  await tell(ctx, merge, 'person.parted')
  await written(ctx.tx, merge.stays)
  await written(ctx.tx, merge.joins)
  const answer = { merge: await store.get(ctx.tx, id), ...told }
  // Last of all: the record that comes out stands in its own place again, which need not be open to the actor.
  await sql`select people.part_record(${id}::uuid, ${JSON.stringify(wordsOf(joined.whole))}::jsonb)`.execute(
    ctx.tx,
  )
  return answer
}

/** Merges come apart in the order in which they were made, backwards: each knows the record only as it found it. */
async function requireLast(ctx: Context, merge: { id: string; stays: string; state: string }) {
  if (merge.state === 'undone') throw new DomainError('conflict', 'merge-undone')
  const [last] = await store.standingMerges(ctx.tx, merge.stays)
  // None is found where the record that stayed has joined another meanwhile.
  const later = last && last.id !== merge.id ? last : await store.joinedOn(ctx.tx, merge.stays)
  if (later) throw new DomainError('conflict', 'later-merge-stands', { mergeId: later.id })
}

function tellKept(kept: Unmerged['kept'], open: readonly Compartment[]) {
  const shown = kept.filter(one => open.includes(one.section))
  return {
    kept: shown.map(one => `${one.section}.${one.field}`),
    keptElsewhere: kept.length - shown.length,
  }
}
