/**
 * Slows guessing down: after some failures an address or a client has to wait. Keys are keyed hashes, so the table
 * tells nobody who tried. Counted in the database, so that several processes count together.
 */
import { DomainError } from '@kerege/contract/errors'
import type { Node } from '../../platform/context.ts'
import { keyedHash } from '../../platform/keys.ts'

const windowMinutes = 15
/** Failures allowed within the window. A client may be a whole office behind one address. */
const allowed = { address: 8, client: 60 } as const

export interface Guarded {
  address: string
  client: string
}

const keysOf = (node: Node, { address, client }: Guarded) =>
  [
    { key: keyedHash(node.keys.hashes, `address ${address}`), most: allowed.address },
    { key: keyedHash(node.keys.hashes, `client ${client}`), most: allowed.client },
  ] as const

/** @throws DomainError `locked` with the minutes to wait, the same for addresses that do not exist. */
export async function requireUnlocked(node: Node, guarded: Guarded): Promise<void> {
  const keys = keysOf(node, guarded).map(one => one.key)
  const found = await node.pool.query<{ minutes: number }>(
    `select ceil(extract(epoch from max(locked_until) - now()) / 60)::int as minutes
       from access.lockouts where key = any ($1) and locked_until > now()`,
    [keys],
  )
  const minutes = found.rows[0]?.minutes
  if (minutes) throw new DomainError('too-many', 'locked', { minutes })
}

export async function countFailure(node: Node, guarded: Guarded): Promise<void> {
  for (const { key, most } of keysOf(node, guarded)) {
    await node.pool.query(
      `insert into access.lockouts as l (key, failures, first_at) values ($1, 1, now())
       on conflict (key) do update set
         failures = case when l.first_at < now() - make_interval(mins => $2) then 1 else l.failures + 1 end,
         first_at = case when l.first_at < now() - make_interval(mins => $2) then now() else l.first_at end,
         locked_until = case when l.first_at >= now() - make_interval(mins => $2) and l.failures + 1 >= $3
                             then now() + make_interval(mins => $2) else l.locked_until end`,
      [key, windowMinutes, most],
    )
  }
}

/** A success clears the address; the client's count stays, since it may be trying many addresses. */
export async function clearFailures(node: Node, address: string): Promise<void> {
  await node.pool.query('delete from access.lockouts where key = $1', [
    keyedHash(node.keys.hashes, `address ${address}`),
  ])
}
