/** Who is asking: the session of a request, opened by the database itself (access.enter). */
import { createHash } from 'node:crypto'
import type { Actor } from '../../platform/context.ts'

/** Sessions are found by the hash of their token: who reads the table cannot use what stands there. */
export const tokenHash = (token: string): Buffer => createHash('sha256').update(token).digest()

/**
 * One statement without parameters, so that it shares a round trip with `begin`. The hash is hex, the number and the moment
 * are ours: what a day allows (access.moment) follows the program's clock.
 */
export const enterSql = (token: string, idleMinutes: number, now = new Date()): string =>
  `select set_config('kerege.now', '${now.toISOString()}', true),
    access.as_viewed(access.enter('\\x${tokenHash(token).toString('hex')}'::bytea, ${Math.trunc(idleMinutes)})) as actor`

/** The row is made by our own function, so its shape is known. */
export const readActor = (row: unknown): Actor | null =>
  (row as { actor: Actor | null } | undefined)?.actor ?? null

/** Was it opened, or made whole since, by two factors? The database says the same (access.enter). */
export const isWhole = ({ openedBy }: Pick<Actor, 'openedBy'>): boolean =>
  openedBy !== 'password' && openedBy !== 'sso'

/** Did whoever holds it come in by the office's own sign-in? Only then a role that a group gives is worn. */
export const isBySso = ({ openedBy }: Pick<Actor, 'openedBy'>): boolean =>
  openedBy === 'sso' || openedBy === 'sso-whole'
