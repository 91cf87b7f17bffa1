/**
 * `kerege log check`: recomputes every leaf from its entry and every checkpoint from its leaves. Finds a row that
 * was changed, removed or added behind the server's back. Reads as the owner role, in batches.
 */
import type pg from 'pg'
import { type Entry, entryLeaf } from './entry.ts'
import { append, emptyFrontier, rootOf } from './merkle.ts'
import { openCheckpoint } from './note.ts'
import { perfectRoot, tileWidth } from './tiles.ts'

export interface LogFinding {
  code:
    | 'entry-changed'
    | 'entry-missing'
    | 'entry-not-numbered'
    | 'number-missing'
    | 'checkpoint-wrong'
    | 'checkpoint-not-signed'
    | 'checkpoint-missing'
    | 'subtree-wrong'
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
  const subtrees = await compareSubtrees(client, at => say('subtree-wrong', at))
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
      subtrees.took(row.hash)
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
  subtrees.ended()
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

/** Builds the roots of full subtrees beside the tree, and holds them against those from which tiles are served. */
async function compareSubtrees(client: pg.ClientBase, wrong: (at: string) => void) {
  const { rows } = await client.query<{ level: number; number: number; hash: Buffer }>(
    'select level, number, hash from audit.subtrees',
  )
  const kept = new Map(rows.map(row => [`${row.level}:${row.number}`, row.hash]))
  const open: { hashes: Buffer[]; done: number }[] = []
  const took = (hash: Buffer, level: number) => {
    const here = open[level] ?? { hashes: [], done: 0 }
    open[level] = here
    here.hashes.push(hash)
    if (here.hashes.length < tileWidth) return
    const root = perfectRoot(here.hashes)
    const name = `${level + 1}:${here.done}`
    // One that is not there yet is written at the next start, and refused to strangers until then.
    if (kept.has(name) && !kept.get(name)?.equals(root)) wrong(name)
    kept.delete(name)
    here.hashes = []
    here.done += 1
    took(root, level + 1)
  }
  return {
    took: (leaf: Buffer) => took(leaf, 0),
    /** What is left covers leaves that are not there. */
    ended: () => {
      for (const name of kept.keys()) wrong(name)
    },
  }
}
