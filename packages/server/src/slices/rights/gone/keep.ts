/** The list of those who were erased or sealed, outside the database: written soon after the act, and used by a restore. */
import type { Node } from '../../../platform/context.ts'
import type { Tx } from '../../../platform/database.ts'
import { sql } from 'kysely'
import { addToGoneList, type Gone, goneIn, ownGoneList } from '../../../platform/goneList.ts'
import type { JobDefinition } from '../../../platform/jobs.ts'
import { eraseAgain } from '../../people/index.ts'

/** Acts for nobody; knows ids only. */
export const keepGone = async (node: Node): Promise<void> =>
  addToGoneList(ownGoneList(node.masterKeyFile), await goneIn(node.pool))

export const goneJobs = (node: Node): JobDefinition[] => [
  { name: 'rights.keep-gone', everySeconds: 20, work: () => keepGone(node) },
]

/**
 * After a restore, as the role that owns the tables: whoever was erased since is erased again, whoever was sealed since is sealed again.
 * @returns how many of them the backup had brought back
 */
export async function takeOutAgain(
  tx: Tx,
  gone: readonly Gone[],
  now: Date,
): Promise<{ erased: number; sealed: number }> {
  const erased = await eraseAgain(
    tx,
    gone.filter(one => one.kind === 'erased').map(one => one.id),
    now,
  )
  const seals = gone.filter(one => one.kind === 'sealed')
  // Whoever sealed it may be newer than the backup: then somebody else's name stands for theirs; the log of that time has it.
  const sealed = await sql<{ person_id: string }>`
    insert into rights.seals (person_id, why, sealed_by, sealed_at)
      select n.id, n.why, coalesce((select a.id from access.accounts a where a.id = n.by), (select a.id from access.accounts a order by a.id limit 1)), n.at
      from jsonb_to_recordset(${JSON.stringify(seals)}::jsonb) as n (id uuid, why text, by uuid, at timestamptz)
      join people.persons p on p.id = n.id
      on conflict do nothing returning person_id`.execute(tx)
  return { erased, sealed: sealed.rows.length }
}
