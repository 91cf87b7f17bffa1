/** What the sign-in library keeps of second factors, sealed anew with the newest secret while the master key changes; and old sheets of recovery codes as hashes. */
import { symmetricEncrypt } from 'better-auth/crypto'
import type pg from 'pg'
import type { Secrets } from '../../platform/masterKey.ts'
import { librarySecrets } from './librarySecrets.ts'
import { isHashed, recoveryStore, unsealed } from './recoveryCodes.ts'

interface Row {
  id: string
  secret: string
  backupCodes: string
}

const atOnce = 500

/** @returns how many were sealed anew, and how many no secret opens */
export async function resealAll(pool: pg.Pool, secrets: Secrets): Promise<{ anew: number; left: number }> {
  const [newest] = librarySecrets(secrets).secrets
  const version = newest?.version ?? 0
  const key = { keys: new Map([[version, newest?.value ?? '']]), currentVersion: version }
  const isNew = (kept: string) => isHashed(kept) || kept.startsWith(`$ba$${version}$`)
  const fresh = async (kept: string) =>
    isNew(kept) ? kept : symmetricEncrypt({ key, data: await unsealed(kept, secrets) })
  return rewrite(pool, async row =>
    isNew(row.secret) && isNew(row.backupCodes)
      ? null
      : { secret: await fresh(row.secret), backupCodes: await fresh(row.backupCodes) },
  )
}

/** Sheets from before recovery codes were hashed. */
export const hashOldCodes = (pool: pg.Pool, secrets: Secrets, hashes: Buffer) =>
  rewrite(pool, async ({ secret, backupCodes }) =>
    isHashed(backupCodes)
      ? null
      : { secret, backupCodes: await recoveryStore(hashes, secrets).decrypt(backupCodes) },
  )

/** Whoever changes a row meanwhile has written it as it has to be. */
async function rewrite(
  pool: pg.Pool,
  change: (row: Row) => Promise<Omit<Row, 'id'> | null>,
): Promise<{ anew: number; left: number }> {
  const found = { anew: 0, left: 0 }
  for (let last = ''; ; ) {
    const { rows } = await pool.query<Row>(
      `select id, secret, "backupCodes" from auth."twoFactor" where id > $1 order by id limit ${atOnce}`,
      [last],
    )
    const end = rows.at(-1)
    if (!end) return found
    last = end.id
    for (const row of rows) {
      const changed = await change(row).catch(() => 'left' as const)
      if (changed === 'left') found.left += 1
      if (changed === null || changed === 'left') continue
      const written = await pool.query(
        `update auth."twoFactor" set secret = $2, "backupCodes" = $3 where id = $1 and secret = $4 and "backupCodes" = $5`,
        [row.id, changed.secret, changed.backupCodes, row.secret, row.backupCodes],
      )
      found.anew += written.rowCount ?? 0
    }
  }
}
