/** What the sign-in library has sealed of second factors, sealed anew with the newest secret while the master key changes. */
import { symmetricDecrypt, symmetricEncrypt } from 'better-auth/crypto'
import type pg from 'pg'
import type { Secrets } from '../../platform/masterKey.ts'
import { librarySecrets } from './signInLibrary.ts'

interface Row {
  id: string
  secret: string
  backupCodes: string
}

const atOnce = 500

/** @returns how many were sealed anew, and how many no secret opens */
export async function resealAll(pool: pg.Pool, secrets: Secrets): Promise<{ anew: number; left: number }> {
  const { secret, secrets: numbered } = librarySecrets(secrets)
  const [newest] = numbered
  const key = {
    keys: new Map(numbered.map(({ version, value }) => [version, value])),
    currentVersion: newest?.version ?? 0,
    legacySecret: secret,
  }
  const found = { anew: 0, left: 0 }
  const fresh = async (sealed: string) =>
    symmetricEncrypt({ key, data: await symmetricDecrypt({ key, data: sealed }) })
  for (let last = ''; ; ) {
    const { rows } = await pool.query<Row>(
      `select id, secret, "backupCodes" from auth."twoFactor" where id > $1 order by id limit ${atOnce}`,
      [last],
    )
    const end = rows.at(-1)
    if (!end) return found
    last = end.id
    for (const row of rows) {
      if ([row.secret, row.backupCodes].every(one => one.startsWith(`$ba$${key.currentVersion}$`))) continue
      const sealed = await Promise.all([fresh(row.secret), fresh(row.backupCodes)]).catch(() => null)
      if (!sealed) {
        found.left += 1
        continue
      }
      const written = await pool.query(
        `update auth."twoFactor" set secret = $2, "backupCodes" = $3 where id = $1 and secret = $4 and "backupCodes" = $5`,
        [row.id, ...sealed, row.secret, row.backupCodes],
      )
      found.anew += written.rowCount ?? 0
    }
  }
}
