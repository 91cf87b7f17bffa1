/**
 * An operator lets the hub go back, once: its machine was put back to an older state, which was said by telephone and is seen in
 * the evidence. What is permitted is the very history that was shown; any other stays refused.
 */
import { newId } from '../../../platform/ids.ts'
import { over } from '../../../platform/database.ts'
import { openTrail, type KnownKey } from '../../audit/index.ts'
import { openTree } from '../log/tree.ts'
import type { Receiver } from './line.ts'

const openHours = 24

export interface Permit {
  size: number
  /** The first number at which the hub parts from what is here. */
  from: number
}

/** @returns null where the hub has shown nothing that would need it */
export async function permitRestored(
  { pool, keys, now }: Receiver,
  key: KnownKey,
  reason: string,
): Promise<Permit | null> {
  const client = await pool.connect()
  try {
    await client.query('begin')
    const tx = over(client)
    const { fault } = await tx
      .selectFrom('exchange.line')
      .select('fault')
      .forUpdate()
      .executeTakeFirstOrThrow()
    const last = await tx
      .selectFrom('exchange.evidence')
      .select(['shown', 'number'])
      .orderBy('at', 'desc')
      .orderBy('id', 'desc')
      .limit(1)
      .executeTakeFirst()
    const shown = last && openTree(last.shown, key)
    if (!last || !shown || (fault !== 'restored' && fault !== 'forked')) {
      await client.query('rollback')
      return null
    }
    const moment = now()
    await tx
      .updateTable('exchange.line')
      .set({
        permit: `${shown.size} ${shown.root.toString('base64')}`,
        permit_until: new Date(moment.getTime() + openHours * 3_600_000),
        due_at: moment,
      })
      .execute()
    const trail = openTrail(keys, newId(moment.getTime()), 'exchange.restored-accepted', moment)
    trail.because(reason)
    trail.counted('size', shown.size)
    trail.counted('from', last.number)
    await trail.commit(client, null)
    return { size: shown.size, from: last.number }
  } catch (error) {
    await client.query('rollback').catch(() => undefined)
    throw error
  } finally {
    client.release()
  }
}
