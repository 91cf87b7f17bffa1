/**
 * The sign-in library as we set it up, with tables of its own in schema `auth`. Behind `signIn.ts` and nowhere else;
 * nothing of it is mounted on the network (docs/decisions/0005).
 */
import { createHash } from 'node:crypto'
import { betterAuth } from 'better-auth'
// By its own door: the common one loads forty others.
import { twoFactor } from 'better-auth/plugins/two-factor'
import type pg from 'pg'
import type { Secrets } from '../../platform/masterKey.ts'
import { newId } from '../../platform/ids.ts'
import { openAuthPool } from './authPool.ts'
import { cookiePrefix } from './cookiePrefix.ts'
import { librarySecrets } from './librarySecrets.ts'
import { lockMinutes } from './lockout.ts'
import { hashPassword, verifyPassword } from './passwordHash.ts'
import { newRecoveryCodes, recoveryStore } from './recoveryCodes.ts'

export interface SignInOptions {
  pool: pg.Pool
  /** Others may come while the node runs: its master key can be changed. */
  secrets: () => Secrets
  /** For what is compared and not read. It stays when the master key changes. */
  hashes: Buffer
  baseUrl: string
  /** Five nodes on one host name must not share a cookie: the node's id is in its name. */
  nodeId: string
  absoluteHours: number
}

export const openLibrary = (options: SignInOptions) =>
  betterAuth({
    appName: 'Kerege',
    database: options.pool,
    ...librarySecrets(options.secrets()),
    baseURL: options.baseUrl,
    basePath: '/sign-in-library',
    telemetry: { enabled: false },
    // What it logs may hold addresses; what matters is audited by our routes.
    logger: { disabled: true },
    rateLimit: { enabled: false },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: 12,
      maxPasswordLength: 200,
      password: { hash: password => hashPassword(password), verify: verifyPassword },
    },
    // Of a reset token and of a challenge only the hash is kept.
    verification: { storeIdentifier: 'hashed' },
    session: {
      expiresIn: options.absoluteHours * 3600,
      disableSessionRefresh: true,
      cookieCache: { enabled: false },
    },
    advanced: {
      // Of its own it would write `__Secure-` before the name; ours says more.
      useSecureCookies: false,
      cookiePrefix: cookiePrefix(options),
      // Its tables were compared with what it expects when the node started (migrateLibrary); to look again goes through the whole catalogue.
      database: { generateId: () => newId(), validateSchema: false },
      defaultCookieAttributes: {
        httpOnly: true,
        sameSite: 'strict',
        path: '/',
        secure: options.baseUrl.startsWith('https:'),
      },
    },
    plugins: [
      twoFactor({
        issuer: 'Kerege',
        // Who came in by the office's own sign-in has no password; who has one is asked for it as ever.
        allowPasswordless: true,
        twoFactorCookieMaxAge: 600,
        trustDeviceMaxAge: 1,
        backupCodeOptions: {
          customBackupCodesGenerate: newRecoveryCodes,
          storeBackupCodes: recoveryStore(options.hashes, options.secrets()),
        },
        // Wrong codes are counted per account, however often somebody begins anew with the password.
        accountLockout: { enabled: true, maxFailedAttempts: 8, durationSeconds: lockMinutes * 60 },
      }),
    ],
  })

/** Makes or widens the library's own tables, as the role that owns schema `auth`. */
export async function migrateLibrary(authUrl: string): Promise<void> {
  const pool = openAuthPool(authUrl, 1)
  try {
    const library = openLibrary({
      pool,
      secrets: () => ({ all: ['only-tables-are-made-here'], oldest: 'only-tables-are-made-here' }),
      hashes: Buffer.alloc(0),
      baseUrl: 'http://localhost',
      nodeId: 'migrate',
      absoluteHours: 12,
    })
    const { getAuthTables } = await import('better-auth/db')
    const expected = createHash('sha256')
      .update(JSON.stringify(getAuthTables(library.options)))
      .digest('hex')
    if ((await madeFor(pool)) === expected) return
    const { getMigrations } = await import('better-auth/db/migration')
    const { runMigrations } = await getMigrations(library.options)
    await runMigrations()
    await pool.query('create table if not exists made_for (tables text not null)')
    await pool.query('with gone as (delete from made_for) insert into made_for (tables) values ($1)', [
      expected,
    ])
  } finally {
    await pool.end()
  }
}

/** What the tables were made for: to compare them one by one takes longer than all the rest of a start. */
async function madeFor(pool: pg.Pool): Promise<string | undefined> {
  const there = await pool.query<{ there: boolean }>("select to_regclass('made_for') is not null as there")
  if (!there.rows[0]?.there) return undefined
  return (await pool.query<{ tables: string }>('select tables from made_for')).rows[0]?.tables
}
