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
  of: { personId: string } | SharingDraft,
  most: number,
): Promise<string[]> {
  if ('personId' in of) {
    const found = await sql<{ person_id: string }>`
      select person_id from people.candidates(${of.personId}::uuid, ${most}::int)`.execute(tx)
    return found.rows.map(row => row.person_id)
  }
  const [found = []] = await sharingOf(tx, [of], most)
  return found
}

export interface SharingDraft {
  keys: readonly string[]
  birth?: BirthDate | undefined
}

/** The same for many drafts in one question, in their order. */
export async function sharingOf(tx: Tx, drafts: readonly SharingDraft[], most: number): Promise<string[][]> {
  const asked = drafts.map(({ keys, birth }, place) => ({ place, keys, ...(birth && birthRange(birth)) }))
  const found = await sql<{ place: number; person_id: string }>`
    select a.place, s.person_id
      from jsonb_to_recordset(${JSON.stringify(asked)}::jsonb) as a (place int, keys text[], "from" date, "to" date)
      cross join lateral people.sharing(a.keys, a."from", a."to", ${most}::int) with ordinality s (person_id, weight, nth)
     order by a.place, s.nth`.execute(tx)
  const each: string[][] = drafts.map(() => [])
  for (const { place, person_id } of found.rows) each[place]?.push(person_id)
  return each
}
