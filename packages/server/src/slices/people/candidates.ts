/** Records that may be of one person: found by shared keys in the database, to be compared by whoever asks. */
import { birthRange } from '@kerege/contract/people/rules'
import type { BirthDate } from '@kerege/contract/people/schema'
import { sql } from 'kysely'
import type { Tx } from '../../platform/database.ts'

/**
 * Records that may be of the same person as this one, or as a draft with these keys: ids only, the likeliest first, to
 * be compared by whoever asks. In a request it answers what is open to the asker. Outside of one, in the node's own
 * background work, it sees the whole register, so its answer must not reach anybody unfiltered.
 */
export async function candidatesOf(
  tx: Tx,
  of: { personId: string } | { keys: readonly string[]; birth?: BirthDate | undefined },
  most: number,
): Promise<string[]> {
  if ('personId' in of) {
    const found = await sql<{ person_id: string }>`
      select person_id from people.candidates(${of.personId}::uuid, ${most}::int)`.execute(tx)
    return found.rows.map(row => row.person_id)
  }
  const born = of.birth ? birthRange(of.birth) : null
  const found = await sql<{ person_id: string }>`
    select person_id from people.sharing(${of.keys}::text[], ${born?.from ?? null}::date, ${born?.to ?? null}::date, ${most}::int)`.execute(
    tx,
  )
  return found.rows.map(row => row.person_id)
}
