/** What a node has taken already: its tree, and the tree that it was at any size. */
import { itemHash } from '../log/tree.ts'
import type { Tx } from '../../../platform/database.ts'
import { append, emptyFrontier, type Frontier, rootOf } from '../../audit/index.ts'

export interface Line {
  tree: Frontier
  note: string | null
  signedAt: string | null
  reader: number
  /** The checkpoint up to which an operator lets the hub go back. */
  permit: string | null
}

export async function readLine(tx: Tx, now: Date, lock = false): Promise<Line> {
  const query = tx.selectFrom('exchange.line').selectAll()
  const row = await (lock ? query.forUpdate() : query).executeTakeFirstOrThrow()
  const open = row.permit_until !== null && Date.parse(row.permit_until) > now.getTime()
  return {
    tree: { size: row.size, hashes: row.frontier },
    note: row.note,
    signedAt: row.signed_at,
    reader: row.reader,
    permit: open ? row.permit : null,
  }
}

const batch = 5000

/** Leaves from `from` on, `to` not among them. */
export async function* leaves(
  tx: Tx,
  from: number,
  to: number,
): AsyncGenerator<{ number: number; hash: Buffer }> {
  for (let at = from; at < to; at += batch) {
    yield* await tx
      .selectFrom('exchange.received')
      .select(['number', 'hash'])
      .where('number', '>=', at)
      .where('number', '<', Math.min(at + batch, to))
      .orderBy('number')
      .execute()
  }
}

export async function treeAt(tx: Tx, size: number): Promise<Frontier> {
  let tree = emptyFrontier()
  for await (const leaf of leaves(tx, 0, size)) tree = append(tree, leaf.hash)
  return tree
}

export interface StoreReport {
  items: number
  forgotten: number
  /** Numbers whose text is not what was hashed. */
  changed: number[]
  /** Is the tree of the leaves the one that the hub has signed? */
  whole: boolean
}

/** Computes everything again from what is stored: finds what was changed behind the program's back. */
export async function verifyStore(tx: Tx, now: Date): Promise<StoreReport> {
  const line = await readLine(tx, now)
  const report: StoreReport = { items: 0, forgotten: 0, changed: [], whole: true }
  let tree = emptyFrontier()
  for (let at = 0; ; at += 500) {
    const rows = await tx
      .selectFrom('exchange.received')
      .select(['number', 'hash', 'text'])
      .where('number', '>=', at)
      .where('number', '<', at + 500)
      .orderBy('number')
      .execute()
    for (const row of rows) {
      if (row.number !== tree.size) return { ...report, whole: false }
      if (row.text === null) report.forgotten += 1
      else if (!itemHash(row.text).equals(row.hash)) report.changed.push(row.number)
      tree = append(tree, row.hash)
      report.items += 1
    }
    if (rows.length === 0) break
  }
  return { ...report, whole: tree.size === line.tree.size && rootOf(tree).equals(rootOf(line.tree)) }
}
