/**
 * How often one client may knock at the open doors. Counted in the database, so that several processes count together, by a keyed hash of
 * whose knock it was. Whoever is shut out is remembered here until then: a flood costs a glance and asks the database nothing.
 */
import { DomainError } from '@kerege/contract/errors'
import type { Node } from '../../platform/context.ts'
import { keyedHash } from '../../platform/keys.ts'

export interface RateLimit {
  /**
   * On a connection of its own: what is undone afterwards was a knock all the same.
   * @throws DomainError `too-many-requests` with the seconds to wait
   */
  take(node: Pick<Node, 'pool' | 'keys'>, client: string, cost: number): Promise<void>
}

/**
 * @param door by which the knocks are counted: each has a name of its own
 * @param budget what a client may spend within a window
 * @param most clients remembered at once as shut out; the one that was shut out longest ago is forgotten first, and asked of again
 */
export function openRateLimit(door: string, budget: number, seconds: number, most = 10_000): RateLimit {
  const shut = new Map<string, number>()
  return {
    async take({ pool, keys }, client, cost) {
      const now = performance.now()
      const until = shut.get(client)
      if (until !== undefined && until > now) throw refusal((until - now) / 1000)
      shut.delete(client)
      const counted = await pool.query<{ spent: number; seconds: number }>(
        `insert into access.knocks as k (door, client, spent, ends_at) values ($1, $2, $3, now() + make_interval(secs => $4))
         on conflict (door, client) do update set
           spent = case when k.ends_at <= now() then excluded.spent else k.spent + excluded.spent end,
           ends_at = case when k.ends_at <= now() then excluded.ends_at else k.ends_at end
         returning spent, extract(epoch from ends_at - now())::float8 as seconds`,
        [door, keyedHash(keys.hashes, `knock ${door} ${client}`), cost, seconds],
      )
      const [row] = counted.rows
      if (!row || row.spent <= budget) return
      const [oldest] = shut.size >= most ? shut.keys() : []
      if (oldest !== undefined) shut.delete(oldest)
      shut.set(client, now + row.seconds * 1000)
      throw refusal(row.seconds)
    },
  }
}

const refusal = (seconds: number) =>
  new DomainError('too-many', 'too-many-requests', { seconds: Math.max(1, Math.ceil(seconds)) })
