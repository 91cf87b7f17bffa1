/**
 * Ends silences when their time has come, and reminds before. Several processes may run it: each decision is ended under
 * its lock, by whoever comes first, and the second finds it ended. What was missed while nobody ran is done at the start.
 */
import { sql } from 'kysely'
import type { Node } from '../../platform/context.ts'
import { inTransaction, over } from '../../platform/database.ts'
import { newId } from '../../platform/ids.ts'
import type { JobDefinition } from '../../platform/jobs.ts'
import { openTrail } from '../audit/index.ts'
import { tellEverybody } from './deciding.ts'
import { digestField } from './decisionStore.ts'
import { tellOfDigests } from './digest/clock.ts'

/** An objection that came in before the end may still wait for its turn: it gets this long. */
const graceMs = 5000

/** @returns how many were adopted by this call */
export async function endSilences(node: Node): Promise<number> {
  const at = new Date(node.now().getTime() - graceMs).toISOString()
  const { rows } = await node.pool.query<{ id: string }>('select id from council.silences_over($1) as id', [
    at,
  ])
  let ended = 0
  for (const { id } of rows) if (await endOne(node, id, at)) ended += 1
  return ended
}

/** One decision, one transaction, one entry in the log: whoever is killed in between has done nothing. */
async function endOne(node: Node, id: string, at: string): Promise<boolean> {
  const client = await node.pool.connect()
  let broken: Error | undefined
  const requestId = newId(node.now().getTime())
  try {
    await client.query('begin')
    const adopted = await client.query<{ symbol: string | null; digest: Buffer | null }>(
      'select council.adopt($1, $2, $3, $4) as symbol, council.digest_of($1) as digest',
      [id, at, newId(node.now().getTime()), requestId],
    )
    const [row] = adopted.rows
    if (!row?.symbol) {
      await client.query('rollback')
      return false
    }
    await tellEverybody(over(client), 'decision.closed', { decisionId: id, state: 'adopted' })
    const trail = openTrail(node.keys, requestId, 'decision.adopted', node.now())
    trail.touched(id, ['state', ...(row.digest ? [digestField(row.digest)] : [])])
    await trail.commit(client, null)
    return true
  } catch (error) {
    await client.query('rollback').catch((cause: Error) => {
      broken = cause
    })
    throw error
  } finally {
    client.release(broken)
  }
}

export function remindOfSilences(node: Node): Promise<number> {
  return inTransaction(node.pool, async tx => {
    const { rows } = await sql<{ id: string }>`
      select id from council.silences_to_remind(${node.now().toISOString()}::timestamptz) as id`.execute(tx)
    for (const { id } of rows) await tellEverybody(tx, 'decision.reminder', { decisionId: id })
    return rows.length
  })
}

/** Corrections of a record that are due soon; `documentId` leads to where they are written. */
export function remindOfCorrections(node: Node): Promise<number> {
  return inTransaction(node.pool, async tx => {
    const { rows } = await sql<{ id: string }>`
      select id from council.records_to_remind(${node.now().toISOString()}::timestamptz) as id`.execute(tx)
    for (const { id } of rows) await tellEverybody(tx, 'record.corrections-due', { documentId: id })
    return rows.length
  })
}

export const silenceJobs = (node: Node): JobDefinition[] => [
  {
    name: 'council.silence',
    everySeconds: 2,
    work: async () => {
      await endSilences(node)
      await remindOfSilences(node)
      await remindOfCorrections(node)
    },
  },
  { name: 'council.digest', everySeconds: 300, work: async () => void (await tellOfDigests(node)) },
]
