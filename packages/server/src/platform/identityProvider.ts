/**
 * The line to the office's own identity provider: OpenID Connect by authorization code with PKCE. Beside the hub's the only line on
 * which a node calls another server, and it calls no other than this one and those that this one's metadata name. The library comes
 * with the first who signs in this way; a node without a provider never carries it.
 *
 * The temptation is to believe what came over TLS from the provider's own token endpoint, as the standard allows: here the signature is
 * looked at all the same, since a proxy of the house may sit on that line.
 */
import type { Configuration, CustomFetch } from 'openid-client'
import type { SingleSignOn } from './singleSignOn.ts'

/** What is kept in the browser meanwhile, and must be met again. */
export interface Asked {
  readonly state: string
  readonly nonce: string
  readonly verifier: string
}

export interface Answered {
  readonly state: string
  readonly code: string
  readonly iss?: string | undefined
}

/** What the provider says of whoever signed in. */
export interface Vouched {
  readonly subject: string
  readonly email?: string
  readonly emailVerified: boolean
  readonly name?: string
  readonly groups: readonly string[]
  /** It says, in words that the configuration takes for it, that there was a second factor. */
  readonly secondFactor: boolean
  /** When they signed in there, in seconds since 1970; not every provider says so. */
  readonly at?: number
}

/** `away`: nobody there, too slow, or no metadata that can be used. `untrue`: an answer that does not hold. The code is the library's. */
export class ProviderTrouble extends Error {
  readonly kind: 'away' | 'untrue'
  readonly code: string
  /** The line itself broke, or nobody took up. */
  readonly broken: boolean
  constructor(kind: 'away' | 'untrue', code: string, broken = false) {
    super(`${kind}: ${code}`)
    this.name = 'ProviderTrouble'
    this.kind = kind
    this.code = code
    this.broken = broken
  }
}

export interface IdentityProvider {
  readonly settings: SingleSignOn
  /** @param anew who is signed in there already is asked all the same @throws ProviderTrouble `away` */
  address(asked: Asked, anew: boolean): Promise<string>
  /** @throws ProviderTrouble */
  redeem(asked: Asked, answered: Answered): Promise<Vouched>
  /** Where its own session ends; not every provider has such a page. @throws ProviderTrouble `away` */
  leaving(backTo: string): Promise<string | undefined>
}

const patienceSeconds = 10
const mostBytes = 1_000_000
/** Metadata are read again so often; keys of signatures by the library, when one comes that it does not know. */
const freshMs = 3_600_000

/** @param callback the page of the node that the provider sends a browser back to */
export function openIdentityProvider(settings: SingleSignOn, callback: string): IdentityProvider {
  let known: { configuration: Promise<Configuration>; until: number } | undefined
  const configuration = (): Promise<Configuration> => {
    if (!known || known.until < Date.now()) {
      const asked = discover(settings)
      const entry = { configuration: asked, until: Date.now() + freshMs }
      known = entry
      // Who comes next asks again.
      asked.catch(() => {
        if (known === entry) known = undefined
      })
    }
    return known.configuration
  }

  return {
    settings,

    async address({ state, nonce, verifier }, anew) {
      const { buildAuthorizationUrl, calculatePKCECodeChallenge } = await import('openid-client')
      return buildAuthorizationUrl(await configuration(), {
        redirect_uri: callback,
        response_type: 'code',
        scope: settings.scopes,
        state,
        nonce,
        code_challenge: await calculatePKCECodeChallenge(verifier),
        code_challenge_method: 'S256',
        ...(settings.acr.length > 0 ? { acr_values: settings.acr.join(' ') } : {}),
        ...(anew ? { prompt: 'login', max_age: '0' } : {}),
      }).href
    },

    async redeem(asked, answered) {
      const { authorizationCodeGrant } = await import('openid-client')
      const at = new URL(callback)
      for (const name of ['code', 'state', 'iss'] as const) {
        const value = answered[name]
        if (value !== undefined) at.searchParams.set(name, value)
      }
      const found = await configuration()
      const tokens = await authorizationCodeGrant(found, at, {
        expectedState: asked.state,
        expectedNonce: asked.nonce,
        pkceCodeVerifier: asked.verifier,
        idTokenExpected: true,
      }).catch(untrue)
      const claims = tokens.claims()
      if (!claims) throw new ProviderTrouble('untrue', 'no-id-token')
      return vouchedBy(settings, claims, await moreOf(found, settings, claims, tokens.access_token))
    },

    async leaving(backTo) {
      const found = await configuration()
      if (!found.serverMetadata().end_session_endpoint) return undefined
      const { buildEndSessionUrl } = await import('openid-client')
      return buildEndSessionUrl(found, { post_logout_redirect_uri: backTo }).href
    },
  }
}

/** For `kerege doctor`: does it answer, and with metadata that can be used? */
export async function lookAtProvider(
  settings: SingleSignOn,
): Promise<{ fault?: 'away' | 'unusable'; withPkce: boolean }> {
  try {
    const found = (await discover(settings)).serverMetadata()
    if (!found.authorization_endpoint || !found.token_endpoint || !found.jwks_uri) {
      return { fault: 'unusable', withPkce: false }
    }
    return { withPkce: found.code_challenge_methods_supported?.includes('S256') ?? false }
  } catch (error) {
    if (!(error instanceof ProviderTrouble)) throw error
    return { fault: error.broken ? 'away' : 'unusable', withPkce: false }
  }
}

/** @throws ProviderTrouble `away` */
async function discover(settings: SingleSignOn): Promise<Configuration> {
  const library = await import('openid-client')
  const local = settings.issuer.startsWith('http:')
  try {
    const found = await library.discovery(
      new URL(settings.issuer),
      settings.clientId,
      undefined,
      library.ClientSecretBasic(settings.clientSecret),
      {
        timeout: patienceSeconds,
        [library.customFetch]: limited,
        // Only an address of this very machine may be without TLS; the configuration has seen to it.
        ...(local ? { execute: [library.allowInsecureRequests] } : {}),
      },
    )
    library.enableNonRepudiationChecks(found)
    return found
  } catch (error) {
    throw new ProviderTrouble('away', codeOf(error), isBroken(error))
  }
}

/** An answer is read as far as any honest one goes, and nobody is followed elsewhere. */
const limited: CustomFetch = async (url, { body, signal, ...options }) => {
  const answer = await fetch(url, {
    ...options,
    redirect: 'manual',
    // A form that the library wrote; its own type allows bytes that a form never is.
    ...(body == null ? {} : { body: body as string | URLSearchParams }),
    ...(signal ? { signal } : {}),
  })
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of answer.body ?? []) {
    size += chunk.length
    if (size > mostBytes) throw new ProviderTrouble('untrue', 'too-much')
    chunks.push(chunk)
  }
  const bodiless = answer.status === 204 || answer.status === 304 || answer.status < 200
  return new Response(bodiless ? null : Buffer.concat(chunks), {
    status: answer.status,
    headers: answer.headers,
  })
}

type Claims = Readonly<Record<string, unknown>> & { readonly sub: string }

/** What the token leaves out is asked for where the provider keeps it. A second factor is never: the token alone is signed. */
async function moreOf(
  found: Configuration,
  { groupsClaim, roles }: SingleSignOn,
  claims: Claims,
  accessToken: string,
): Promise<Claims> {
  const whole =
    claims['email'] !== undefined && (roles.length === 0 || valueAt(claims, groupsClaim) !== undefined)
  if (whole || !found.serverMetadata().userinfo_endpoint) return claims
  const { fetchUserInfo } = await import('openid-client')
  const more = await fetchUserInfo(found, accessToken, claims.sub).catch(untrue)
  return { ...more, ...claims }
}

function vouchedBy(settings: SingleSignOn, token: Claims, all: Claims): Vouched {
  const { email, name } = all
  const acr = token['acr']
  const amr = Array.isArray(token['amr']) ? token['amr'] : []
  const at = token['auth_time']
  return {
    subject: token.sub,
    ...(typeof email === 'string' ? { email } : {}),
    // Some send the word "true": what is not said as the standard has it, is not said.
    emailVerified: all['email_verified'] === true,
    ...(typeof name === 'string' ? { name } : {}),
    groups: groupsIn(valueAt(all, settings.groupsClaim)),
    secondFactor:
      (typeof acr === 'string' && settings.acr.includes(acr)) ||
      amr.some(one => typeof one === 'string' && settings.amr.includes(one)),
    ...(typeof at === 'number' ? { at } : {}),
  }
}

const groupsIn = (value: unknown): string[] =>
  (Array.isArray(value) ? value : [value]).filter(one => typeof one === 'string')

/** `groups`, or `realm_access.roles` one inside the other. A claim may have dots in its own name. */
function valueAt(claims: Readonly<Record<string, unknown>>, path: string): unknown {
  if (Object.hasOwn(claims, path)) return claims[path]
  let at: unknown = claims
  for (const part of path.split('.')) {
    if (typeof at !== 'object' || at === null || !Object.hasOwn(at, part)) return undefined
    at = (at as Record<string, unknown>)[part]
  }
  return at
}

/** A line that broke is no lie: whoever signs in may try again. */
function untrue(error: unknown): never {
  throw new ProviderTrouble(isBroken(error) ? 'away' : 'untrue', codeOf(error), isBroken(error))
}

const isBroken = (error: unknown): boolean =>
  error instanceof TypeError ||
  (error as { cause?: unknown }).cause instanceof TypeError ||
  /timeout|abort/i.test(codeOf(error))

/** What a library calls its trouble: a code, never a sentence, which may repeat what somebody sent. */
function codeOf(error: unknown): string {
  if (error instanceof ProviderTrouble) return error.code
  const { code, cause, error: said } = error as { code?: unknown; cause?: unknown; error?: unknown }
  const inner = (cause as { code?: unknown } | undefined)?.code
  const found = [said, inner, code].find(one => typeof one === 'string') ?? 'unknown'
  const word = String(found)
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^[^a-z]+|-$/g, '')
  return word.slice(0, 60).replace(/-$/, '') || 'unknown'
}
