/**
 * Takes away what no row names: files of removed and erased documents at once, files whose commit failed
 * and pieces of broken writes after an hour, announcements without bytes after a day. Acts for nobody; knows ids only.
 */
import { rm } from 'node:fs/promises'
import type { Node } from '../../platform/context.ts'
import type { JobDefinition } from '../../platform/jobs.ts'
import { scanJobs } from './scanning.ts'

const dayMs = 86_400_000

export async function sweep(node: Node): Promise<{ discarded: number; orphaned: number; awaiting: number }> {
  const { pool, files } = node
  const now = node.now()
  const given = await pool.query<{ gone: number }>('select documents.forget_awaiting($1) as gone', [
    new Date(now.getTime() - dayMs),
  ])
  const discarded = await pool.query<{ file_id: string }>('select file_id from documents.discarded')
  for (const { file_id } of discarded.rows) await files.drop(file_id)
  const gone = discarded.rows.map(row => row.file_id)
  await pool.query('delete from documents.discarded where file_id = any ($1)', [gone])
  let orphaned = 0
  for await (const { ids, pieces } of files.settled(now)) {
    const unnamed = await pool.query<{ id: string }>('select documents.unnamed($1::uuid[]) as id', [ids])
    for (const { id } of unnamed.rows) await files.drop(id)
    for (const piece of pieces) await rm(piece, { force: true })
    orphaned += unnamed.rows.length + pieces.length
  }
  return { discarded: gone.length, orphaned, awaiting: given.rows[0]?.gone ?? 0 }
}

export const documentJobs = (node: Node): JobDefinition[] => [
  ...scanJobs(node),
  {
    name: 'documents.sweep',
    cron: '*/10 * * * *',
    work: async () => {
      const { discarded, orphaned, awaiting } = await sweep(node)
      const count = discarded + orphaned + awaiting
      if (count > 0) node.log.info('documents-swept', { count })
    },
  },
]
