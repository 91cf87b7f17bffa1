/** Passkeys as they are kept: public halves only. Read by the open doors too, where nobody is signed in yet. */
import type { Passkey } from '@kerege/contract/access/proof'
import type pg from 'pg'
import type { Node } from '../../../platform/context.ts'

export interface PasskeyRow {
  id: string
  accountId: string
  credentialId: string
  publicKey: Buffer
  counter: number
  transports: string[]
  name: string
  synced: boolean
  createdAt: Date
  lastUsedAt: Date | null
  doubtedAt: Date | null
}

const columns = `id, account_id as "accountId", credential_id as "credentialId", public_key as "publicKey",
  counter::float8 as counter, transports, name, synced, created_at as "createdAt", last_used_at as "lastUsedAt",
  doubted_at as "doubtedAt"`

type Where = 'account_id' | 'credential_id' | 'id'

export async function findPasskeys(
  client: pg.Pool | pg.ClientBase,
  by: Where,
  value: string,
): Promise<PasskeyRow[]> {
  const found = await client.query<PasskeyRow>(
    `select ${columns} from access.passkeys where ${by} = $1 order by created_at, id`,
    [value],
  )
  return found.rows
}

export const usable = (rows: readonly PasskeyRow[]): PasskeyRow[] =>
  rows.filter(row => row.doubtedAt === null)

/**
 * A key that was used. Its counter has to have gone up, where the device counts at all; written in the same statement as it
 * is compared, so that of two copies that come at once only one gets in.
 * @returns false when it went back or stood still: there are two of it
 */
export async function countUp(
  node: Node,
  row: PasskeyRow,
  { counter, synced }: { counter: number; synced: boolean },
): Promise<boolean> {
  const kept = await node.pool.query(
    `update access.passkeys set counter = $2, synced = $3, last_used_at = now()
      where id = $1 and doubted_at is null and (counter < $2 or (counter = 0 and $2 = 0))`,
    [row.id, counter, synced],
  )
  return kept.rowCount === 1
}

/** Shut until its owner has taken it off and made a new one. */
export async function doubt(node: Node, row: PasskeyRow): Promise<void> {
  await node.pool.query(
    'update access.passkeys set doubted_at = now() where id = $1 and doubted_at is null',
    [row.id],
  )
}

export const shown = (row: PasskeyRow): Passkey => ({
  id: row.id,
  name: row.name,
  createdAt: new Date(row.createdAt).toISOString(),
  ...(row.lastUsedAt ? { lastUsedAt: new Date(row.lastUsedAt).toISOString() } : {}),
  synced: row.synced,
  doubted: row.doubtedAt !== null,
})
