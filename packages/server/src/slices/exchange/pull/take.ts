/**
 * Believes what is staged, if it gives the root that the hub has signed, and lets the tables of the node follow: all in one
 * transaction, so that a reader sees the state before or the state after.
 */
import { Item } from '@kerege/contract/exchange/feed'
import { isFault, type LineFault } from '@kerege/contract/exchange/rules'
import type pg from 'pg'
import { over, type Tx } from '../../../platform/database.ts'
import type { HubLink } from '../../../platform/hubLink.ts'
import { newId } from '../../../platform/ids.ts'
import { append, emptyFrontier, type Frontier, openTrail, rootOf } from '../../audit/index.ts'
import type { Checkpoint } from '../log/tree.ts'
import { type Named, readerVersion, readItems } from '../readers/index.ts'
import { leaves, readLine, treeAt } from './known.ts'
import type { Receiver } from './line.ts'
import { stage } from './stage.ts'

/** What is staged and does not hold is dropped. */
export const take = (receiver: Receiver, shown: Checkpoint): Promise<'taken' | LineFault> =>
  recorded(receiver, 'exchange.taken', async (tx, trail) => {
    const line = await readLine(tx, receiver.now(), true)
    // Another process was quicker.
    if (line.tree.size >= shown.size) return 'taken'
    const fresh = await believed(tx, line.tree, shown)
    if (typeof fresh === 'string') return fresh
    await keep(tx, fresh.tree)
    trail(await readItems(tx, fresh.named, receiver.now()), shown.size)
    return 'taken'
  })

/**
 * The hub was put back to an older state, and an operator has said that this is so: follows it from where both part.
 * @param permit size and root, as the operator has seen them: what is shown now must have gone on from there
 */
export async function goBack(
  receiver: Receiver,
  hub: HubLink,
  permit: string,
  shown: Checkpoint,
): Promise<'went-back' | LineFault> {
  const fault = await stage(receiver, hub, 0, shown.size)
  if (fault) return fault
  return recorded(receiver, 'exchange.went-back', async (tx, trail) => {
    const from = await firstOther(tx, shown.size)
    const old = await named(tx, from)
    await tx.deleteFrom('exchange.received').where('number', '>=', from).execute()
    await tx.deleteFrom('exchange.staged').where('number', '<', from).execute()
    const fresh = await believed(tx, await treeAt(tx, from), shown)
    if (typeof fresh === 'string') return fresh
    if (!(await passesBy(tx, fresh.tree.size, permit))) return 'forked'
    await keep(tx, fresh.tree)
    await tx.updateTable('exchange.line').set({ permit: null, permit_until: null }).execute()
    trail(await readItems(tx, [...old, ...fresh.named], receiver.now()), shown.size)
    return 'went-back'
  })
}

/** A newer program may understand what an older one has only kept. */
export const readAgain = (receiver: Receiver): Promise<'read' | LineFault> =>
  recorded(receiver, 'exchange.read-again', async (tx, trail) => {
    const line = await readLine(tx, receiver.now(), true)
    trail(await readItems(tx, await named(tx, 0), receiver.now(), true), line.tree.size)
    await tx.updateTable('exchange.line').set({ reader: readerVersion }).execute()
    return 'read'
  })

const keep = (tx: Tx, tree: Frontier) =>
  tx.updateTable('exchange.line').set({ size: tree.size, frontier: tree.hashes }).execute()

/** Size and root in one word: what an operator permits, and what a tree passes by when it grows. */
const permitOf = (tree: Frontier): string => `${tree.size} ${rootOf(tree).toString('base64')}`

async function passesBy(tx: Tx, size: number, permit: string): Promise<boolean> {
  let tree = emptyFrontier()
  if (permit === permitOf(tree)) return true
  for await (const { hash } of leaves(tx, 0, size)) {
    tree = append(tree, hash)
    if (permit.startsWith(`${tree.size} `)) return permit === permitOf(tree)
  }
  return false
}

async function firstOther(tx: Tx, size: number): Promise<number> {
  const row = await tx
    .selectFrom('exchange.staged as s')
    .innerJoin('exchange.received as r', 'r.number', 's.number')
    .select(eb => eb.fn.min('s.number').as('first'))
    .whereRef('s.hash', '<>', 'r.hash')
    .executeTakeFirst()
  const { count } = await tx
    .selectFrom('exchange.received')
    .select(eb => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return row?.first ?? Math.min(size, Number(count))
}

const batch = 200

/** Moves what is staged behind the tree; says what is wrong when that does not give what was signed. */
async function believed(
  tx: Tx,
  before: Frontier,
  shown: Checkpoint,
): Promise<{ tree: Frontier; named: Named[] } | LineFault> {
  let tree = before
  const all: Named[] = []
  const textless = new Set<number>()
  const forgotten = new Set<number>()
  while (tree.size < shown.size) {
    const rows = await tx
      .selectFrom('exchange.staged')
      .selectAll()
      .where('number', '>=', tree.size)
      .where('number', '<', Math.min(tree.size + batch, shown.size))
      .orderBy('number')
      .execute()
    if (rows.length === 0) return 'wrong-items'
    const kept = rows.map(row => ({ row, item: itemOf(row.text) }))
    for (const { row, item } of kept) {
      if (row.number !== tree.size) return 'wrong-items'
      tree = append(tree, row.hash)
      if (row.text === null) textless.add(row.number)
      for (const number of item?.forget ?? []) forgotten.add(number)
    }
    await tx
      .insertInto('exchange.received')
      .values(kept.map(({ row, item }) => ({ ...row, ...nameOf(item) })))
      .execute()
    for (const { item } of kept) if (item) all.push({ kind: item.kind, id: item.id })
  }
  if (!rootOf(tree).equals(shown.root)) return 'wrong-items'
  // A text may be missing only where the hub itself has said, signed, that it is to be forgotten.
  if ([...textless].some(number => !forgotten.has(number))) return 'withheld'
  if (forgotten.size > 0) {
    await tx
      .updateTable('exchange.received')
      .set({ text: null })
      .where('number', 'in', [...forgotten])
      .execute()
  }
  await tx.deleteFrom('exchange.staged').execute()
  return { tree, named: all }
}

function itemOf(text: string | null): Item | undefined {
  if (text === null) return undefined
  try {
    return Item.safeParse(JSON.parse(text)).data
  } catch {
    return undefined
  }
}

// What cannot be read is kept all the same: it is a leaf, and a newer program may read it.
const nameOf = (item: Item | undefined) => ({
  kind: item?.kind ?? '',
  item_id: item?.id ?? '',
  revision: item?.revision ?? 0,
})

async function named(tx: Tx, from: number): Promise<Named[]> {
  return tx
    .selectFrom('exchange.received')
    .distinct()
    .select(['kind', 'item_id as id'])
    .where('number', '>=', from)
    .execute()
}

/** One transaction with one entry in the log of the node, or nothing of either. */
async function recorded<Done extends 'taken' | 'went-back' | 'read'>(
  { pool, keys, now }: Receiver,
  action: string,
  work: (tx: Tx, told: (ids: readonly string[], size: number) => void) => Promise<Done | LineFault>,
): Promise<Done | LineFault> {
  const client: pg.PoolClient = await pool.connect()
  let broken: Error | undefined
  const back = () =>
    client.query('rollback').catch((cause: Error) => {
      broken = cause
    })
  try {
    await client.query('begin')
    const trail = openTrail(keys, newId(now().getTime()), action, now())
    const result = await work(over(client), (ids, size) => {
      for (const id of ids) trail.touched(id)
      trail.counted('size', size)
    })
    if (isFault(result)) {
      await back()
      await client.query('delete from exchange.staged')
    } else await trail.commit(client, null)
    return result
  } catch (error) {
    await back()
    throw error
  } finally {
    client.release(broken)
  }
}
