/** Invitations: one token, seven days, one use. The table knows its hash only; a newer one ends the older. */
import { createHash, randomBytes } from 'node:crypto'
import type pg from 'pg'

export const invitationDays = 7

const hashOf = (token: string) => createHash('sha256').update(token).digest()

/** @returns the token, which exists nowhere else */
export async function newInvitation(
  client: Pick<pg.ClientBase, 'query'> | pg.Pool,
  accountId: string,
): Promise<string> {
  const token = randomBytes(32).toString('base64url')
  await client.query(
    `with older as (
       update access.invitations set expires_at = now()
        where account_id = $2 and used_at is null and expires_at > now())
     insert into access.invitations (token_hash, account_id, expires_at)
     values ($1, $2, now() + make_interval(days => $3))`,
    [hashOf(token), accountId, invitationDays],
  )
  return token
}

export interface Invited {
  accountId: string
  email: string
  name: string
  /** Takes the use back, so that the link works again. */
  release: () => Promise<void>
}

/** Uses a token up: of two at once, one gets it. @returns null when it is unknown, used, or over */
export const useInvitation = (pool: pg.Pool, token: string): Promise<Invited | null> =>
  use(pool, 'i.token_hash = $1', hashOf(token))

/**
 * Uses up the invitation that waits for an address, for somebody who has shown another way that the address is theirs.
 * @returns null when none waits
 */
export const useInvitationOf = (pool: pg.Pool, email: string): Promise<Invited | null> =>
  use(pool, 'a.email = $1', email)

async function use(pool: pg.Pool, which: string, value: string | Buffer): Promise<Invited | null> {
  const used = await pool.query<{ id: string; email: string; name: string; token_hash: Buffer }>(
    `update access.invitations i set used_at = now() from access.accounts a
      where ${which} and i.used_at is null and i.expires_at > now()
        and a.id = i.account_id and a.state = 'invited'
      returning a.id, a.email, a.name, i.token_hash`,
    [value],
  )
  const [account] = used.rows
  if (!account) return null
  return {
    accountId: account.id,
    email: account.email,
    name: account.name,
    release: async () => {
      await pool.query('update access.invitations set used_at = null where token_hash = $1', [
        account.token_hash,
      ])
    },
  }
}
