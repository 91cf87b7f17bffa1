/** One change of an account from the machine itself: whole or not at all, and an entry of the log that says where it was done. */
import pg from 'pg'
import { newId } from '../platform/ids.ts'
import { recordAlone } from '../slices/audit/index.ts'

/** @param work in one transaction of the owner's; answers with the id of the account, for the log */
export async function changeAccount<T extends { readonly id: string }>(
  ownerUrl: string,
  action: string,
  work: (client: pg.ClientBase) => Promise<T>,
): Promise<T> {
  const pool = new pg.Pool({ connectionString: ownerUrl, max: 1 })
  try {
    const client = await pool.connect()
    let changed: T
    try {
      await client.query('begin')
      changed = await work(client)
      await client.query('commit')
    } catch (error) {
      await client.query('rollback')
      throw error
    } finally {
      client.release()
    }
    await recordAlone(pool, {
      requestId: newId(),
      at: new Date(),
      actor: null,
      action,
      outcome: 'done',
      subjects: [changed.id],
    })
    return changed
  } finally {
    await pool.end()
  }
}
