/**
 * An identity provider in a test, by a certified program of others: what it does is what ministries' own do. Only the page on which
 * somebody types a password is played: who signs in is said beforehand, and how.
 */
import { generateKeyPairSync, randomBytes } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import Provider from 'oidc-provider'

export interface Person {
  email: string
  email_verified: boolean
  name: string
  groups: string[]
}

interface Hand {
  /** Who types; nobody: they press "cancel". */
  who: string | null
  amr?: string[]
  acr?: string
  /** When they typed, in seconds since 1970, where that was not now. */
  at?: number
}

export type RealProvider = Awaited<ReturnType<typeof realProvider>>

/** @param node address of the node, without a path */
export async function realProvider(node: string) {
  const callback = `${node}/sign-in/sso`
  const people = new Map<string, Person>()
  const hand: { next: Hand } = { next: { who: null } }
  const clientSecret = randomBytes(24).toString('base64url')
  const server = createServer((request, response) => void serve(request, response))
  await new Promise<void>(done => server.listen(0, '127.0.0.1', done))
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const key = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({ format: 'jwk' })

  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: 'kerege',
        client_secret: clientSecret,
        redirect_uris: [callback],
        post_logout_redirect_uris: [`${node}/sign-in`],
        require_auth_time: true,
      },
    ],
    jwks: { keys: [{ ...key, kid: 'one', use: 'sig', alg: 'RS256' }] },
    cookies: { keys: [randomBytes(16).toString('hex')] },
    claims: {
      openid: ['sub', 'acr', 'amr', 'auth_time'],
      email: ['email', 'email_verified'],
      profile: ['name', 'groups'],
    },
    acrValues: ['two-factors'],
    ttl: { Interaction: 600, Grant: 600, Session: 600, AccessToken: 600, IdToken: 600 },
    pkce: { required: () => true },
    features: { devInteractions: { enabled: false }, rpInitiatedLogout: { enabled: true } },
    interactions: { url: (_ctx, { uid }) => `/interaction/${uid}` },
    findAccount: (_ctx, id) => ({
      accountId: id,
      claims: () => ({ sub: id, ...people.get(id) }),
    }),
    // Nobody is asked whether an office may know its own people.
    async loadExistingGrant(ctx) {
      const { client, session } = ctx.oidc
      if (!client || !session?.accountId) return undefined
      const grant = new ctx.oidc.provider.Grant({ clientId: client.clientId, accountId: session.accountId })
      grant.addOIDCScope('openid profile email')
      await grant.save()
      return grant
    },
  })
  const answer = provider.callback()

  async function serve(request: IncomingMessage, response: ServerResponse) {
    if (!request.url?.startsWith('/interaction/')) return answer(request, response)
    const { who, amr, acr, at } = hand.next
    await provider.interactionFinished(
      request,
      response,
      who === null
        ? { error: 'access_denied' }
        : {
            login: {
              accountId: who,
              remember: true,
              ...(amr ? { amr } : {}),
              ...(acr ? { acr } : {}),
              ...(at === undefined ? {} : { ts: at }),
            },
          },
    )
  }

  /** A browser that goes there and comes back: keeps what the provider gives it, so that the next time nobody types. */
  function walker() {
    const jar = new Map<string, string>()
    return async (url: string): Promise<URL> => {
      let next = url
      for (let hop = 0; hop < 12; hop += 1) {
        const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ')
        const found = await fetch(next, { redirect: 'manual', headers: { cookie } })
        for (const line of found.headers.getSetCookie()) {
          const [pair = ''] = line.split(';')
          const at = pair.indexOf('=')
          jar.set(pair.slice(0, at), pair.slice(at + 1))
        }
        const location = found.headers.get('location')
        if (!location) throw new Error(`The provider answered ${found.status}: ${await found.text()}`)
        const to = new URL(location, next)
        if (to.href.startsWith(callback)) return to
        next = to.href
      }
      throw new Error('The provider sends one round and round.')
    }
  }

  return {
    issuer,
    clientSecret,
    people,
    hand,
    walker,
    close: () =>
      new Promise<void>(done => {
        server.close(() => done())
        server.closeAllConnections()
      }),
  }
}
