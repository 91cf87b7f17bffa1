/**
 * Writes into the log what has changed since, and signs it. A change is noted in the transaction that makes it; here the truth
 * is read again and compared with what was said last, so an entry that is noted twice or for nothing says nothing.
 */
import { type Item, mostItemBytes } from '@kerege/contract/exchange/feed'
import { sql } from 'kysely'
import type { Node } from '../../../platform/context.ts'
import { inTransaction, type Tx } from '../../../platform/database.ts'
import { append, emptyFrontier, type Frontier, logKey, rootOf } from '../../audit/index.ts'
import type { Source } from './sources.ts'
import { itemHash, signTree } from './tree.ts'

export type Hub = Pick<Node, 'pool' | 'keys' | 'now' | 'info' | 'log'>

const batch = 200
/** Signed anew although nothing changed: whoever keeps an old word from a node shows by its age. */
const signAgainHours = 6

/** Read when something is published: what is told of stands at the hub, and a national node never loads it. */
const allSources = async (): Promise<readonly Source[]> => (await import('./sources.ts')).sources

/** @returns how many items were written */
export async function publish(hub: Hub): Promise<number> {
  const sources = await allSources()
  let total = 0
  for (;;) {
    const done = await inTransaction(hub.pool, tx => round(hub, tx, sources))
    if (done === null) return total
    total += done
  }
}

/** Everything is compared again: by night, and should somebody have changed a table by hand. */
export const compareAll = (hub: Hub): Promise<void> =>
  inTransaction(hub.pool, async tx => {
    const kinds = (await allSources()).map(({ kind }) => kind)
    await sql`insert into exchange.changed (kind, item_id) select kind, '*' from unnest(${kinds}::text[]) kind`.execute(
      tx,
    )
  })

/** @returns how many were written; null when nothing waits, or another process is at it */
async function round(hub: Hub, tx: Tx, sources: readonly Source[]): Promise<number | null> {
  const lock = await sql<{ mine: boolean }>`select pg_try_advisory_xact_lock(31, 1) as mine`.execute(tx)
  if (!lock.rows[0]?.mine) return null
  const noted = await tx.selectFrom('exchange.changed').selectAll().orderBy('number').limit(batch).execute()
  const before = await lastTree(tx)
  let tree = before.tree
  let written = 0
  for (const source of sources) {
    const ids = new Set(noted.filter(one => one.kind === source.kind).map(one => one.item_id))
    if (ids.delete('*')) await noteAll(tx, source)
    for (const item of await news(tx, source, [...ids], hub.now())) {
      const text = JSON.stringify(item)
      if (Buffer.byteLength(text) > mostItemBytes) {
        hub.log.error('exchange', new RangeError('An item is larger than a line may carry.'), {
          code: source.kind,
        })
        continue
      }
      const hash = itemHash(text)
      await tx
        .insertInto('exchange.items')
        .values({
          number: tree.size,
          kind: item.kind,
          item_id: item.id,
          revision: item.revision,
          at: item.at,
          hash,
          text,
        })
        .execute()
      tree = append(tree, hash)
      written += 1
    }
  }
  if (noted.length > 0) {
    await tx
      .deleteFrom('exchange.changed')
      .where(
        'number',
        'in',
        noted.map(one => one.number),
      )
      .execute()
  }
  const now = hub.now()
  const old = !before.at || now.getTime() - Date.parse(before.at) > signAgainHours * 3_600_000
  if (written > 0 || old) await sign(hub, tx, tree)
  return noted.length === 0 ? null : written
}

export async function lastTree(tx: Tx): Promise<{ tree: Frontier; at?: string }> {
  const last = await tx
    .selectFrom('exchange.checkpoints')
    .select(['size', 'frontier', 'at'])
    .orderBy('size', 'desc')
    .orderBy('at', 'desc')
    .limit(1)
    .executeTakeFirst()
  return last ? { tree: { size: last.size, hashes: last.frontier }, at: last.at } : { tree: emptyFrontier() }
}

/** One note for each thing that is public, or was said to be: so that a portion of them is compared at a time. */
async function noteAll(tx: Tx, { kind, ids }: Source) {
  const said = await tx
    .selectFrom('exchange.items')
    .select('item_id')
    .distinct()
    .where('kind', '=', kind)
    .execute()
  const all = new Set([...(await ids(tx)), ...said.map(one => one.item_id)])
  if (all.size === 0) return
  await sql`insert into exchange.changed (kind, item_id) select ${kind}, id from unnest(${[...all]}::text[]) id`.execute(
    tx,
  )
}

async function news(tx: Tx, { kind, read }: Source, ids: readonly string[], now: Date): Promise<Item[]> {
  if (ids.length === 0) return []
  const bodies = await read(tx, ids)
  const last = await tx
    .selectFrom('exchange.items')
    .distinctOn('item_id')
    .select(['item_id', 'revision', 'text'])
    .where('kind', '=', kind)
    .where('item_id', 'in', ids)
    .orderBy('item_id')
    .orderBy('revision', 'desc')
    .execute()
  const known = new Map(last.map(one => [one.item_id, one]))
  return ids.flatMap((id): Item[] => {
    const before = known.get(id)
    const body = bodies.get(id)
    if (JSON.stringify(body) === bodyText(before?.text)) return []
    const item = { type: 'kerege-exchange-item/1', kind, id, revision: (before?.revision ?? 0) + 1 } as const
    return [{ ...item, at: now.toISOString(), ...(body === undefined ? {} : { body }) }]
  })
}

/** As the body was written then; undefined where there was none, as for what is not public. */
const bodyText = (text: string | null | undefined): string | undefined =>
  text ? JSON.stringify((JSON.parse(text) as Item).body) : undefined

export async function sign({ keys, info, now }: Hub, tx: Tx, tree: Frontier) {
  const root = rootOf(tree)
  const signedAt = now().toISOString()
  const note = signTree(logKey(`kerege.${info.id}`, keys.log), { size: tree.size, root, signedAt })
  await tx
    .insertInto('exchange.checkpoints')
    .values({ size: tree.size, at: signedAt, root, frontier: tree.hashes, note })
    .onConflict(conflict => conflict.columns(['size', 'at']).doNothing())
    .execute()
}
