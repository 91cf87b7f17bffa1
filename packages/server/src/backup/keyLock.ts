/**
 * A backup holds rows and the master key that opens them; while the key is being changed the two would not fit. So whoever writes a
 * backup, and whoever changes the key, says so first, for as long as their transaction lasts.
 */
import type pg from 'pg'

const lock = 0x6b657973 // "keys"

/** @returns false where the other is at work; opens a transaction, which holds until the connection ends */
export async function holdKeys(client: pg.Client, how: 'alone' | 'shared'): Promise<boolean> {
  await client.query('begin read only')
  const kind = how === 'alone' ? '' : '_shared'
  const { rows } = await client.query<{ held: boolean }>(
    `select pg_try_advisory_xact_lock${kind}($1) as held`,
    [lock],
  )
  return rows[0]?.held === true
}
