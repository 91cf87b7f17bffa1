/**
 * `kerege log check`: recomputes every leaf from its entry and every checkpoint from its leaves. Finds a row that
 * was changed, removed or added behind the server's back. Reads as the owner role, in batches.
 */
import type pg from 'pg'
import { type Entry, entryLeaf } from './entry.ts'
import { append, emptyFrontier, rootOf } from './merkle.ts'
import { openCheckpoint } from './note.ts'

export interface LogFinding {
  code:
    | 'entry-changed'
    | 'entry-missing'
    | 'entry-not-numbered'
    | 'number-missing'
    | 'checkpoint-wrong'
    | 'checkpoint-not-signed'
    | 'checkpoint-missing'
  at: number | string
}

export interface LogReport {
  entries: number
  checkpoints: number
  waiting: number
  findings: LogFinding[]
}

const batch = 5000
const mostFindings = 100

type Leaf = { number: number; hash: Buffer; entry_id: string; found: string | null } & Entry

/** @param publicKey 32 bytes of the node's log key */
export async function checkLog(client: pg.ClientBase, name: string, publicKey: Buffer): Promise<LogReport> {
  const findings: LogFinding[] = []
  const say = (code: LogFinding['code'], at: number | string) => {
    if (findings.length < mostFindings) findings.push({ code, at })
  }
  const checkpoints = await client.query<{ size: number; root: Buffer; note: string }>(
    'select size, root, note from audit.checkpoints order by size',
  )
  const bySize = new Map(checkpoints.rows.map(row => [row.size, row]))
  let tree = emptyFrontier()
  for (;;) {
    const { rows } = await client.query<Leaf>(
      `select l.number, l.hash, l.entry_id, e.id as found, e.* from audit.leaves l
       left join audit.entries e on e.id = l.entry_id
       where l.number >= $1 order by l.number limit $2`,
      [tree.size, batch],
    )
    for (const row of rows) {
      if (row.number !== tree.size) {
        say('number-missing', tree.size)
        return { entries: tree.size, checkpoints: bySize.size, waiting: 0, findings }
      }
      if (!row.found) say('entry-missing', row.number)
      else if (!entryLeaf(row).equals(row.hash)) say('entry-changed', row.number)
      tree = append(tree, row.hash)
      const checkpoint = bySize.get(tree.size)
      if (!checkpoint) continue
      if (!checkpoint.root.equals(rootOf(tree))) say('checkpoint-wrong', tree.size)
      const signed = openCheckpoint(checkpoint.note, name, publicKey)
      if (signed?.size !== tree.size || !signed.root.equals(checkpoint.root))
        say('checkpoint-not-signed', tree.size)
      bySize.delete(tree.size)
    }
    if (rows.length < batch) break
  }
  // A checkpoint beyond the last leaf: leaves were taken away.
  for (const size of bySize.keys()) say('number-missing', size - 1)
  if (tree.size > 0 && checkpoints.rows.at(-1)?.size !== tree.size) say('checkpoint-missing', tree.size)

  const loose = await client.query<{ id: string }>(
    `select e.id from audit.entries e
     where not exists (select 1 from audit.leaves l where l.entry_id = e.id)
       and not exists (select 1 from audit.pending p where p.entry_id = e.id) limit $1`,
    [mostFindings],
  )
  for (const row of loose.rows) say('entry-not-numbered', row.id)
  const waiting = await client.query<{ count: number }>('select count(*) from audit.pending')
  return {
    entries: tree.size,
    checkpoints: checkpoints.rows.length,
    waiting: Number(waiting.rows[0]?.count ?? 0),
    findings,
  }
}
