/**
 * The sign-in library as we set it up, with tables of its own in schema `auth`. Behind `signIn.ts` and nowhere else;
 * nothing of it is mounted on the network (docs/decisions/0005).
 */
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
      password: { hash: hashPassword, verify: verifyPassword },
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
      database: { generateId: () => newId() },
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
    const { getMigrations } = await import('better-auth/db/migration')
    const { runMigrations } = await getMigrations(library.options)
    await runMigrations()
  } finally {
    await pool.end()
  }
}
