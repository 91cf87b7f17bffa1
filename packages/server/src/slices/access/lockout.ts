/**
 * Slows guessing down: after some attempts an address or a client has to wait. Every attempt is counted before it is
 * made, so that many at once are counted too; what went well is given back. Keys are keyed hashes, so the table tells
 * nobody who tried. Counted in the database, so that several processes count together.
 */
import { DomainError } from '@kerege/contract/errors'
import type pg from 'pg'
import type { Node } from '../../platform/context.ts'
import { keyedHash } from '../../platform/keys.ts'

export const lockMinutes = 15
/** Attempts within the window. A client may be a whole office behind one address. */
const allowed = { address: 8, client: 60 } as const

export interface Guarded {
  /** Whose door it is; left out where it cannot be known yet. */
  address?: string
  client: string
}

export interface Attempt {
  /** This was the last attempt that the address has: from now on it is shut for a while. */
  readonly last: boolean
  /** The address starts anew. The client gets this one attempt back and keeps its others: it may be trying many. */
  succeeded(): Promise<void>
  /** The password was right and a code is still to come: the address stays counted, or codes could be tried for ever. */
  halfway(): Promise<void>
}

/** How an address is called in the table of lock-outs. */
export const addressKey = (node: Node, address: string): Buffer =>
  keyedHash(node.keys.hashes, `address ${address}`)
const clientKey = (node: Node, client: string): Buffer => keyedHash(node.keys.hashes, `client ${client}`)

/** @throws DomainError `locked` with the minutes to wait, the same for addresses that do not exist. */
export async function attempt(node: Node, { address, client }: Guarded): Promise<Attempt> {
  const ofClient = clientKey(node, client)
  await take(node.pool, ofClient, allowed.client)
  const ofAddress = address === undefined ? null : addressKey(node, address)
  const left = ofAddress ? await take(node.pool, ofAddress, allowed.address) : 1
  return {
    last: left === 0,
    async succeeded() {
      if (ofAddress) await clear(node.pool, ofAddress)
      await giveBack(node.pool, ofClient, allowed.client)
    },
    halfway: () => giveBack(node.pool, ofClient, allowed.client),
  }
}

/** For an address that proved itself another way: a reset by mail. */
export const clearAddress = (node: Node, address: string): Promise<void> =>
  clear(node.pool, addressKey(node, address))

// A window ends a quarter of an hour after its first attempt, or with the lock that it led to.
const over = `coalesce(l.locked_until, l.first_at + make_interval(mins => $2)) <= now()`

/** @returns how many attempts are left after this one */
async function take(pool: pg.Pool, key: Buffer, most: number): Promise<number> {
  const counted = await pool.query<{ failures: number; minutes: number | null }>(
    `insert into access.lockouts as l (key, failures, first_at) values ($1, 1, now())
     on conflict (key) do update set
       failures = case when ${over} then 1 else l.failures + 1 end,
       first_at = case when ${over} then now() else l.first_at end,
       locked_until = case when ${over} then null
                           when l.failures + 1 = $3 then now() + make_interval(mins => $2)
                           else l.locked_until end
     returning failures, ceil(extract(epoch from locked_until - now()) / 60)::int as minutes`,
    [key, lockMinutes, most],
  )
  const { failures = 0, minutes } = counted.rows[0] ?? {}
  if (failures > most) throw new DomainError('too-many', 'locked', { minutes: minutes ?? lockMinutes })
  return most - failures
}

const giveBack = async (pool: pg.Pool, key: Buffer, most: number): Promise<void> => {
  await pool.query(
    `update access.lockouts set failures = failures - 1,
            locked_until = case when failures - 1 >= $2 then locked_until end
      where key = $1 and failures > 0`,
    [key, most],
  )
}

const clear = async (pool: pg.Pool, key: Buffer): Promise<void> => {
  await pool.query('delete from access.lockouts where key = $1', [key])
}
