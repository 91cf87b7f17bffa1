/**
 * The hub has signed a tree that does not go on from the one that is here. Before a node says that the hub contradicts itself,
 * it reads the whole of the other history: only if that gives the signed root, two words of the hub stand against each other.
 * Otherwise somebody on the way has changed something, and the hub is not to blame.
 */
import { pageSize } from '@kerege/contract/exchange/feed'
import { type LineFault, mostLookBytes } from '@kerege/contract/exchange/rules'
import { inTransaction, type Tx } from '../../../platform/database.ts'
import type { HubLink } from '../../../platform/hubLink.ts'
import { newId } from '../../../platform/ids.ts'
import { emitToAll } from '../../../platform/outbox.ts'
import { append, emptyFrontier, rootOf } from '../../audit/index.ts'
import type { Checkpoint } from '../log/tree.ts'
import { sql } from 'kysely'
import { readLine } from './known.ts'
import type { Receiver } from './line.ts'
import { page } from './pages.ts'

export async function judge(receiver: Receiver, hub: HubLink, shown: Checkpoint): Promise<LineFault> {
  const known = await inTransaction(receiver.pool, tx =>
    tx.selectFrom('exchange.evidence').select('kind').where('shown', '=', shown.note).executeTakeFirst(),
  )
  if (known) return known.kind as 'forked' | 'restored'
  let tree = emptyFrontier()
  let differs: number | null = null
  let bytes = 0
  while (tree.size < shown.size) {
    const from = tree.size
    const found = await page(hub, from - (from % pageSize), shown.size)
    if (!Array.isArray(found)) return found
    const ours = await inTransaction(receiver.pool, tx => hashes(tx, from, found.length))
    for (const [at, leaf] of found.entries()) {
      const own = ours.get(from + at)
      if (differs === null && own && !own.equals(leaf.hash)) differs = from + at
      tree = append(tree, leaf.hash)
      bytes += leaf.text?.length ?? 0
    }
    if (bytes > mostLookBytes) return 'too-much'
  }
  if (!rootOf(tree).equals(shown.root)) return 'wrong-items'
  // It goes on from ours after all: what came before was spoilt on the way and is dropped, and the next look brings it whole.
  if (differs === null) return 'wrong-items'
  return accuse(receiver, shown, 'forked', differs)
}

async function hashes(tx: Tx, from: number, count: number): Promise<ReadonlyMap<number, Buffer>> {
  const rows = await tx
    .selectFrom('exchange.received')
    .select(['number', 'hash'])
    .where('number', '>=', from)
    .where('number', '<', from + count)
    .execute()
  return new Map(rows.map(row => [row.number, row.hash]))
}

/** Keeps both words of the hub, and tells those who run this node, once for each. */
export const accuse = <Kind extends 'forked' | 'restored'>(
  { pool, now }: Receiver,
  shown: Checkpoint,
  kind: Kind,
  number: number,
): Promise<Kind> =>
  inTransaction(pool, async tx => {
    const { note } = await readLine(tx, now())
    const kept = await tx
      .insertInto('exchange.evidence')
      .values({ id: newId(), at: now(), kind, number, known: note ?? '', shown: shown.note })
      .onConflict(conflict => conflict.column('shown').doNothing())
      .executeTakeFirst()
    if (kept.numInsertedOrUpdatedRows) {
      const { rows } = await sql<{ id: string }>`select exchange.keepers() as id`.execute(tx)
      await emitToAll(
        tx,
        'exchange.alarm',
        rows.map(row => row.id),
        { kind },
      )
    }
    return kind
  })
