/** Accounts of a benchmark and sessions that are open already: signing in is not what is measured. */
import { randomBytes } from 'node:crypto'
import type pg from 'pg'
import { newId } from '../../packages/server/src/platform/ids.ts'
import { deriveKeys, masterKey } from '../../packages/server/src/platform/masterKey.ts'
import type { DatabaseUrls } from '../../packages/server/src/platform/provision.ts'
import { openAuthPool, openSignIn } from '../../packages/server/src/slices/access/index.ts'

export async function addAccount(client: pg.Client): Promise<string> {
  const id = newId()
  await client.query(
    "insert into access.accounts (id, user_id, email, name, language, state) values ($1::uuid, $1::text, $2, 'Bench', 'en', 'active')",
    [id, `${id}@example.org`],
  )
  return id
}

/** @param folder that holds the master key of the node */
export async function openDoor(client: pg.Client, urls: DatabaseUrls, folder: string, nodeId: string) {
  const pool = openAuthPool(urls.authUrl, 2)
  const keys = deriveKeys(await masterKey(`${folder}/master.key`))
  const signIn = openSignIn({
    pool,
    secrets: keys.auth,
    hashes: keys.hashes,
    baseUrl: 'http://127.0.0.1',
    nodeId,
    absoluteHours: 12,
  })
  const agency = newId()
  await client.query("insert into access.agencies (id, name, kind) values ($1, '{}', 'other')", [agency])
  return {
    async open(role: string): Promise<{ account: string; cookie: string }> {
      const account = await addAccount(client)
      const hat = newId()
      const token = randomBytes(24).toString('hex')
      await client.query(
        'insert into access.hats (id, account_id, role, agency_id) values ($1, $2, $3, $4)',
        [hat, account, role, agency],
      )
      await client.query(
        `insert into access.sessions (id, token_hash, account_id, hat_id, device, opened_by, created_at, last_seen_at, expires_at)
         values ($1, sha256(convert_to($2, 'utf8')), $3, $4, 'bench', 'second-factor', now(), now(), now() + interval '12 hours')`,
        [newId(), token, account, hat],
      )
      return { account, cookie: signIn.cookieFor(token).split(';')[0] ?? '' }
    },
    close: () => pool.end(),
  }
}
