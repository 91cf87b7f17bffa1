/**
 * The sign-in library behind one small face: passwords, authenticator codes, recovery codes, reset tokens.
 * It keeps its own tables in schema `auth` and its own transactions; our routes call it and audit what it answered
 * (docs/decisions/0005). Nothing of it is mounted on the network.
 */
import { type Argon2Parameters, argon2, createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import { betterAuth } from 'better-auth'
import { getMigrations } from 'better-auth/db/migration'
import { twoFactor } from 'better-auth/plugins'
import pg from 'pg'
import { newId } from '../../platform/ids.ts'

export interface SignInOptions {
  pool: pg.Pool
  secret: string
  baseUrl: string
  /** Five nodes on one host name must not share a cookie: the node's id is in its name. */
  nodeId: string
  absoluteHours: number
  sendReset: (to: { email: string; name: string; userId: string }, token: string) => Promise<void>
}

// OWASP's recommendation for argon2id: 19 MiB, two passes, one lane.
const cost = { memory: 19_456, passes: 2, parallelism: 1, tagLength: 32 }

/** `argon2id$v1$salt$tag`, base64url. */
export async function hashPassword(password: string): Promise<string> {
  const nonce = randomBytes(16)
  const tag = await derive({ ...cost, nonce, message: password.normalize('NFKC') })
  return `argon2id$v1$${nonce.toString('base64url')}$${tag.toString('base64url')}`
}

export async function verifyPassword({
  hash,
  password,
}: {
  hash: string
  password: string
}): Promise<boolean> {
  const [kind, version, nonce, tag] = hash.split('$')
  if (kind !== 'argon2id' || version !== 'v1' || !nonce || !tag) return false
  const given = await derive({
    ...cost,
    nonce: Buffer.from(nonce, 'base64url'),
    message: password.normalize('NFKC'),
  })
  const kept = Buffer.from(tag, 'base64url')
  return kept.length === given.length && timingSafeEqual(kept, given)
}

const derive = (parameters: Argon2Parameters) =>
  new Promise<Buffer>((resolve, reject) => {
    argon2('argon2id', parameters, (error, tag) => (error ? reject(error) : resolve(tag)))
  })

const configure = (options: SignInOptions) =>
  betterAuth({
    appName: 'Kerege',
    database: options.pool,
    secret: options.secret,
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
      revokeSessionsOnPasswordReset: true,
      resetPasswordTokenExpiresIn: 3600,
      sendResetPassword: ({ user, token }) =>
        options.sendReset({ email: user.email, name: user.name, userId: user.id }, token),
    },
    session: {
      expiresIn: options.absoluteHours * 3600,
      disableSessionRefresh: true,
      cookieCache: { enabled: false },
    },
    advanced: {
      cookiePrefix: `kerege-${options.nodeId}`,
      database: { generateId: () => newId() },
      defaultCookieAttributes: { httpOnly: true, sameSite: 'strict', path: '/' },
    },
    plugins: [twoFactor({ issuer: 'Kerege', twoFactorCookieMaxAge: 600, trustDeviceMaxAge: 1 })],
  })

export type SignIn = ReturnType<typeof openSignIn>

export interface SignInAnswer {
  /** Set-Cookie lines to pass on. */
  cookies: string[]
  /** Session token of the library, when a session was opened. */
  token: string | undefined
  userId: string | undefined
  secondFactorAsked: boolean
}

/** Opens the library for one node. */
export function openSignIn(options: SignInOptions) {
  const library = configure(options)
  const cookieName = `${options.baseUrl.startsWith('https:') ? '__Secure-' : ''}kerege-${options.nodeId}.session_token`

  return {
    library,
    cookieName,

    async password(email: string, password: string, headers: Headers): Promise<SignInAnswer | null> {
      const response = await library.api.signInEmail({ body: { email, password }, headers, asResponse: true })
      return answer(response)
    },

    async totp(code: string, headers: Headers): Promise<SignInAnswer | null> {
      return answer(await library.api.verifyTOTP({ body: { code }, headers, asResponse: true }))
    },

    async recovery(code: string, headers: Headers): Promise<SignInAnswer | null> {
      return answer(await library.api.verifyBackupCode({ body: { code }, headers, asResponse: true }))
    },

    /** @returns otpauth address and recovery codes, or null when the password is wrong. */
    async startEnrolment(password: string, headers: Headers) {
      const response = await library.api.enableTwoFactor({ body: { password }, headers, asResponse: true })
      if (!response.ok) return null
      const body = (await response.json()) as { totpURI: string; backupCodes: string[] }
      return { uri: body.totpURI, recoveryCodes: body.backupCodes }
    },

    async createUser(email: string, name: string): Promise<string> {
      const context = await library.$context
      const user = await context.internalAdapter.createUser(
        { email, name, emailVerified: false },
        { method: 'email' },
      )
      return user.id
    },

    async setPassword(userId: string, password: string): Promise<void> {
      const context = await library.$context
      const hash = await hashPassword(password)
      const accounts = await context.internalAdapter.findAccounts(userId)
      if (accounts.some(account => account.providerId === 'credential')) {
        await context.internalAdapter.updatePassword(userId, hash)
      } else {
        await context.internalAdapter.linkAccount({
          userId,
          providerId: 'credential',
          accountId: userId,
          password: hash,
        })
      }
    },

    async checkPassword(userId: string, password: string): Promise<boolean> {
      const context = await library.$context
      const accounts = await context.internalAdapter.findAccounts(userId)
      const hash = accounts.find(account => account.providerId === 'credential')?.password
      return hash ? verifyPassword({ hash, password }) : false
    },

    /** A session without a password: only the demo door calls it. */
    async openWithoutPassword(userId: string): Promise<{ token: string; cookie: string }> {
      const context = await library.$context
      const session = await context.internalAdapter.createSession(userId)
      return { token: session.token, cookie: this.cookieFor(session.token) }
    },

    cookieFor(token: string): string {
      const signature = sign(token, options.secret)
      const secure = cookieName.startsWith('__Secure-') ? '; Secure' : ''
      const value = encodeURIComponent(`${token}.${signature}`)
      return `${cookieName}=${value}; Max-Age=${options.absoluteHours * 3600}; Path=/; HttpOnly; SameSite=Strict${secure}`
    },

    async closeSession(token: string): Promise<void> {
      const context = await library.$context
      await context.internalAdapter.deleteSession(token)
    },

    async closeSessionsOf(userId: string): Promise<void> {
      const context = await library.$context
      await context.internalAdapter.deleteUserSessions(userId)
    },

    async hasSecondFactor(userId: string): Promise<boolean> {
      const context = await library.$context
      const user = await context.internalAdapter.findUserById(userId)
      return (user as { twoFactorEnabled?: boolean } | null)?.twoFactorEnabled === true
    },

    /** Always silent: whether the address is known is nobody's business. */
    async askReset(email: string, headers: Headers): Promise<void> {
      await library.api.requestPasswordReset({ body: { email }, headers, asResponse: true })
    },

    /** @returns false when the token is unknown, used or old. */
    async reset(token: string, password: string): Promise<boolean> {
      const response = await library.api.resetPassword({
        body: { token, newPassword: password },
        asResponse: true,
      })
      return response.ok
    },

    /** Token of the session cookie of a request, when its signature is ours; nothing is looked up. */
    tokenOf(cookieHeader: string | undefined): string | null {
      const raw = cookieHeader
        ?.split(/;\s*/)
        .find(part => part.startsWith(`${cookieName}=`))
        ?.slice(cookieName.length + 1)
      if (!raw || raw.length > 400) return null
      const value = decode(raw)
      const dot = value.lastIndexOf('.')
      const token = value.slice(0, dot)
      if (dot < 1 || !/^[A-Za-z0-9_-]{16,128}$/.test(token)) return null
      const expected = Buffer.from(sign(token, options.secret))
      const given = Buffer.from(value.slice(dot + 1))
      return given.length === expected.length && timingSafeEqual(given, expected) ? token : null
    },
  }
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return ''
  }
}

// The library signs cookies with HMAC-SHA-256 over the value, in standard base64.
const sign = (value: string, secret: string) => createHmac('sha256', secret).update(value).digest('base64')

async function answer(response: Response): Promise<SignInAnswer | null> {
  if (!response.ok) return null
  const body = (await response.json()) as {
    token?: string
    user?: { id: string }
    twoFactorRedirect?: boolean
  }
  return {
    cookies: response.headers.getSetCookie(),
    token: body.token,
    userId: body.user?.id,
    secondFactorAsked: body.twoFactorRedirect === true,
  }
}

/** Makes or widens the library's own tables, as the role that owns schema `auth`. */
export async function migrateSignIn(authUrl: string): Promise<void> {
  const pool = openAuthPool(authUrl, 1)
  try {
    const library = configure({
      pool,
      secret: 'only-tables-are-made-here',
      baseUrl: 'http://localhost',
      nodeId: 'migrate',
      absoluteHours: 12,
      sendReset: async () => {},
    })
    const { runMigrations } = await getMigrations(library.options)
    await runMigrations()
  } finally {
    await pool.end()
  }
}

export const openAuthPool = (authUrl: string, max = 4) =>
  new pg.Pool({
    connectionString: authUrl,
    max,
    idleTimeoutMillis: 60_000,
    options: '-c search_path=auth -c timezone=UTC',
  })
