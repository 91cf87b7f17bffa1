/** `kerege exchange verify` at the hub: computes every leaf and every signed root again. Reads as the owner, in batches. */
import type pg from 'pg'
import { append, emptyFrontier, type KnownKey, rootOf } from '../../audit/index.ts'
import { itemHash, openTree } from './tree.ts'

export interface LogFault {
  code: 'item-changed' | 'number-missing' | 'root-wrong' | 'not-signed'
  at: number
}

export interface ExchangeLogReport {
  items: number
  forgotten: number
  checkpoints: number
  faults: LogFault[]
}

const batch = 500

export async function verifyLog(client: pg.ClientBase, key: KnownKey): Promise<ExchangeLogReport> {
  const report: ExchangeLogReport = { items: 0, forgotten: 0, checkpoints: 0, faults: [] }
  const checkpoints = await client.query<{ size: number; root: Buffer; note: string }>(
    'select size, root, note from exchange.checkpoints order by size, at',
  )
  const waiting = [...checkpoints.rows]
  let tree = emptyFrontier()
  const compare = () => {
    for (let next = waiting[0]; next?.size === tree.size; next = waiting[0]) {
      waiting.shift()
      report.checkpoints += 1
      const signed = openTree(next.note, key)
      if (!signed || signed.size !== next.size || !signed.root.equals(next.root))
        report.faults.push({ code: 'not-signed', at: next.size })
      if (!rootOf(tree).equals(next.root)) report.faults.push({ code: 'root-wrong', at: next.size })
    }
  }
  compare()
  for (;;) {
    const { rows } = await client.query<{ number: number; hash: Buffer; text: string | null }>(
      'select number, hash, text from exchange.items where number >= $1 order by number limit $2',
      [tree.size, batch],
    )
    for (const row of rows) {
      if (row.number !== tree.size) {
        report.faults.push({ code: 'number-missing', at: tree.size })
        return report
      }
      if (row.text === null) report.forgotten += 1
      else if (!itemHash(row.text).equals(row.hash))
        report.faults.push({ code: 'item-changed', at: row.number })
      tree = append(tree, row.hash)
      report.items += 1
      compare()
    }
    if (rows.length < batch) break
  }
  // Signed, and no longer there.
  for (const { size } of waiting) report.faults.push({ code: 'number-missing', at: size - 1 })
  return report
}
