/**
 * The sign-in library behind one small face: passwords, authenticator codes, recovery codes, reset tokens.
 * It keeps its own tables in schema `auth` and its own transactions; our routes call it and audit what it answered
 * (docs/decisions/0005). Nothing of it is mounted on the network.
 */
import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import { DomainError } from '@kerege/contract/errors'
import type pg from 'pg'
import type { Secrets } from '../../platform/masterKey.ts'
import { cookiePrefix } from './cookiePrefix.ts'
import { lockMinutes } from './lockout.ts'
import { hashPassword, type PasswordCost, verifyPassword } from './passwordHash.ts'
import type { SignInOptions } from './signInLibrary.ts'

/** Browsers keep nothing longer. */
const deviceDays = 400

/** How long the link of a reset works. */
export const resetHours = 1

export type SignIn = ReturnType<typeof openSignIn>

export interface SignInAnswer {
  /** Set-Cookie lines to pass on. */
  cookies: string[]
  /** Session token of the library, when a session was opened. */
  token: string | undefined
  userId: string | undefined
  secondFactorAsked: boolean
}

export type Enrolment = { uri: string; recoveryCodes: string[] }

/** Makes or widens the library's own tables, as the role that owns schema `auth`. */
export const migrateSignIn = async (authUrl: string): Promise<void> =>
  (await import('./signInLibrary.ts')).migrateLibrary(authUrl)

/** While the master key changes. @returns how many second factors were sealed anew, and how many no secret opens */
export const resealSecondFactors = async (pool: pg.Pool, secrets: Secrets) =>
  (await import('./secondFactorSeals.ts')).resealAll(pool, secrets)

/** For one node. The library is loaded with the first one who comes: what is asked of a session needs none of it. */
export function openSignIn(options: SignInOptions) {
  let opened: Promise<ReturnType<typeof import('./signInLibrary.ts').openLibrary>> | undefined
  let openedWith = ''
  const library = () => {
    // It keeps the secrets that it was opened with, and the master key may have been changed since.
    const secrets = options.secrets().all.join(' ')
    if (!opened || secrets !== openedWith)
      opened = import('./signInLibrary.ts').then(({ openLibrary }) => openLibrary(options))
    openedWith = secrets
    return opened
  }
  /** What stands before a signature of ours. */
  const signedValue = (raw: string | undefined): string | null => {
    if (!raw || raw.length > 400) return null
    const text = decode(raw)
    const dot = text.lastIndexOf('.')
    const [value, given] = [text.slice(0, dot), Buffer.from(text.slice(dot + 1))]
    const ours = options.secrets().all.some(secret => {
      const expected = Buffer.from(sign(value, secret))
      return given.length === expected.length && timingSafeEqual(given, expected)
    })
    return dot > 0 && ours ? value : null
  }
  const signed = (value: string) => encodeURIComponent(`${value}.${sign(value, options.secrets().all[0])}`)
  /** A recovery code is compared by its hash. */
  const given = async (kind: 'totp' | 'recovery', code: string) =>
    kind === 'totp' ? code : (await import('./recoveryCodes.ts')).recoveryHash(options.hashes, code)
  const secure = options.baseUrl.startsWith('https:')
  const prefix = cookiePrefix(options)
  const cookieName = `${prefix}.session_token`
  const flags = `Path=/; HttpOnly; SameSite=Strict${secure ? '; Secure' : ''}`

  /** One cookie of the request and nothing else of it: the library keeps addresses and devices of whoever asks. */
  const only = (name: 'session_token' | 'two_factor', headers: Headers): Headers => {
    const value = signedValue(cookieIn(headers.get('cookie') ?? undefined, `${prefix}.${name}`))
    return new Headers(value === null ? {} : { cookie: `${prefix}.${name}=${signed(value)}` })
  }

  return {
    cookieName,

    async password(email: string, password: string): Promise<SignInAnswer | null> {
      return answer(
        await (await library()).api.signInEmail({
          body: { email, password },
          headers: new Headers(),
          asResponse: true,
        }),
      )
    },

    /**
     * Second step of a sign-in.
     * @throws DomainError `locked` after too many wrong codes for one account
     */
    async code(kind: 'totp' | 'recovery', code: string, headers: Headers): Promise<SignInAnswer | null> {
      const request = {
        body: { code: await given(kind, code) },
        headers: only('two_factor', headers),
        asResponse: true,
      } as const
      const response =
        kind === 'totp'
          ? await (await library()).api.verifyTOTP(request)
          : await (await library()).api.verifyBackupCode(request)
      if (response.status === 429) throw new DomainError('too-many', 'locked', { minutes: lockMinutes })
      return answer(response)
    },

    /** @returns otpauth address and recovery codes, or why not. */
    async startEnrolment(
      password: string | undefined,
      headers: Headers,
    ): Promise<Enrolment | 'password-wrong' | 'enrolled'> {
      const response = await (await library()).api.enableTwoFactor({
        body: password === undefined ? {} : { password },
        headers: only('session_token', headers),
        asResponse: true,
      })
      if (response.ok) {
        const body = (await response.json()) as { totpURI: string; backupCodes: string[] }
        return { uri: body.totpURI, recoveryCodes: body.backupCodes }
      }
      const { code } = (await response.json()) as { code?: string }
      return code === 'TOTP_ALREADY_ENABLED' ? 'enrolled' : 'password-wrong'
    },

    /** The first code of a new authenticator, in a session that was opened by password. */
    async finishEnrolment(code: string, headers: Headers): Promise<SignInAnswer | null> {
      const found = await answer(
        await (await library()).api.verifyTOTP({
          body: { code },
          headers: only('session_token', headers),
          asResponse: true,
        }),
      )
      // The library answers with the session that it has just replaced; the cookie carries the new one.
      const token = found?.cookies.map(cookie => this.tokenOf(cookie.split(';')[0])).find(Boolean)
      return found && { ...found, token: token ?? undefined }
    },

    /**
     * A code in a session that is open and whole. The library counts no wrong ones here: whoever asks does.
     * @returns whether it fits; a recovery code is used up by it
     */
    async codeAgain(kind: 'totp' | 'recovery', code: string, headers: Headers): Promise<boolean> {
      const request = {
        body: { code: await given(kind, code) },
        headers: only('session_token', headers),
        asResponse: true,
      } as const
      const response =
        kind === 'totp'
          ? await (await library()).api.verifyTOTP(request)
          : await (await library()).api.verifyBackupCode(request)
      return (await answer(response)) !== null
    },

    async createUser(email: string, name: string): Promise<string> {
      const context = await (await library()).$context
      const user = await context.internalAdapter.createUser(
        { email, name, emailVerified: false },
        { method: 'email' },
      )
      return user.id
    },

    /** Safe to repeat: an address has one user. */
    async ensureUser(email: string, name: string): Promise<string> {
      const context = await (await library()).$context
      const found = await context.internalAdapter.findUserByEmail(email)
      return found ? found.user.id : this.createUser(email, name)
    },

    /** @param cost less than the usual in tests only */
    async setPassword(userId: string, password: string, cost?: PasswordCost): Promise<void> {
      const context = await (await library()).$context
      const hash = await hashPassword(password, cost)
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
      // What was begun under the old password ends with it: half-done sign-ins, other letters with a reset.
      await context.adapter.deleteMany({ model: 'verification', where: [{ field: 'value', value: userId }] })
    },

    async hasPassword(userId: string): Promise<boolean> {
      const context = await (await library()).$context
      const accounts = await context.internalAdapter.findAccounts(userId)
      return accounts.some(account => account.providerId === 'credential' && account.password)
    },

    async checkPassword(userId: string, password: string): Promise<boolean> {
      const context = await (await library()).$context
      const accounts = await context.internalAdapter.findAccounts(userId)
      const hash = accounts.find(account => account.providerId === 'credential')?.password
      return hash ? verifyPassword({ hash, password }) : false
    },

    /** A session without a password: for a passkey, the office's own sign-in, and the demo door. */
    async openWithoutPassword(userId: string): Promise<{ token: string; cookie: string }> {
      const context = await (await library()).$context
      const session = await context.internalAdapter.createSession(userId)
      return { token: session.token, cookie: this.cookieFor(session.token) }
    },

    cookieFor(token: string): string {
      return `${cookieName}=${signed(token)}; Max-Age=${options.absoluteHours * 3600}; ${flags}`
    },

    /** What a browser keeps while it is away at the identity provider: sealed, and of this node alone. */
    keepAway: (sealed: string, seconds: number): string =>
      `${prefix}.sso=${sealed}; Max-Age=${seconds}; ${flags}`,
    keptAway: (headers: Headers): string | undefined =>
      cookieIn(headers.get('cookie') ?? undefined, `${prefix}.sso`),

    /** What a browser is known by: chance, which opens nothing. */
    deviceOf(headers: Headers): string | null {
      const found = cookieIn(headers.get('cookie') ?? undefined, `${prefix}.device`)
      return found && /^[A-Za-z0-9_-]{32}$/.test(found) ? found : null
    },
    deviceCookie: (device: string): string =>
      `${prefix}.device=${device}; Max-Age=${deviceDays * 86_400}; ${flags}`,

    /** Set-Cookie line that ends the session in the browser. */
    emptyCookie: `${cookieName}=; Max-Age=0; ${flags}`,

    async closeSession(token: string): Promise<void> {
      const context = await (await library()).$context
      await context.internalAdapter.deleteSession(token)
    },

    async closeSessionsOf(userId: string): Promise<void> {
      const context = await (await library()).$context
      await context.internalAdapter.deleteUserSessions(userId)
    },

    /** Lets somebody try codes again whom wrong ones have shut out. */
    async forgetWrongCodes(userId: string): Promise<void> {
      const context = await (await library()).$context
      await context.adapter.updateMany({
        model: 'twoFactor',
        where: [{ field: 'userId', value: userId }],
        update: { failedVerificationCount: 0, lockedUntil: null },
      })
    },

    /** The authenticator, its recovery codes and every session of somebody; the password stays. */
    async forgetSecondFactor(userId: string): Promise<void> {
      const context = await (await library()).$context
      await context.adapter.deleteMany({ model: 'twoFactor', where: [{ field: 'userId', value: userId }] })
      await context.internalAdapter.updateUser(userId, { twoFactorEnabled: false })
      await context.internalAdapter.deleteUserSessions(userId)
      // A sign-in that waits for a code waits for ever.
      await context.adapter.deleteMany({ model: 'verification', where: [{ field: 'value', value: userId }] })
    },

    /** A token that changes the password once, within the hour. It goes into a mail and is stored nowhere. */
    async makeResetToken(userId: string): Promise<string> {
      const context = await (await library()).$context
      const token = randomBytes(32).toString('base64url')
      await context.internalAdapter.createVerificationValue({
        value: userId,
        identifier: resetName(token),
        expiresAt: new Date(Date.now() + resetHours * 3_600_000),
      })
      return token
    },

    /** @returns whose token it was; null when it is unknown, used or old */
    async useResetToken(token: string): Promise<string | null> {
      const context = await (await library()).$context
      return (await context.internalAdapter.consumeVerificationValue(resetName(token)))?.value ?? null
    },

    /** Throws away what is over: the library does so only when it happens to look. */
    async tidy(): Promise<void> {
      const context = await (await library()).$context
      const old = [{ field: 'expiresAt', operator: 'lt', value: new Date() }] as const
      await context.adapter.deleteMany({ model: 'session', where: [...old] })
      await context.adapter.deleteMany({ model: 'verification', where: [...old] })
      const { hashOldCodes } = await import('./secondFactorSeals.ts')
      await hashOldCodes(options.pool, options.secrets(), options.hashes)
    },

    /** Token of the session cookie of a request, when its signature is ours; nothing is looked up. */
    tokenOf(cookieHeader: string | undefined): string | null {
      const token = signedValue(cookieIn(cookieHeader, cookieName))
      return token && /^[A-Za-z0-9_-]{16,128}$/.test(token) ? token : null
    },
  }
}

const resetName = (token: string) => `reset-password:${token}`

const cookieIn = (header: string | undefined, name: string): string | undefined =>
  header
    ?.split(/;\s*/)
    .find(part => part.startsWith(`${name}=`))
    ?.slice(name.length + 1)

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
  // A library that stumbles is our trouble, and not a wrong password.
  if (response.status >= 500) throw new Error(`The sign-in library answered ${response.status}.`)
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
