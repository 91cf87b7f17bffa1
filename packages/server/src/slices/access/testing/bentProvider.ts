/** An identity provider that lies, in as many ways as one can: the token that it gives is written by the test, signature and all. */
import { createHmac, generateKeyPairSync, type KeyObject, sign } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

type Claims = Record<string, unknown>

export interface Bend {
  claims?: Claims
  header?: Claims
  /** Signed by somebody else. */
  stranger?: boolean
  /** Signed with the secret that both know, as if it were a key. */
  bySecret?: string
  noToken?: boolean
}

const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')

export async function bentProvider() {
  const own = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const strange = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const state: { nonce: string; bend: Bend } = { nonce: '', bend: {} }

  function token(issuer: string): string {
    const { claims, header, stranger, bySecret } = state.bend
    const now = Math.floor(Date.now() / 1000)
    const head = { alg: 'RS256', kid: 'one', typ: 'JWT', ...header }
    const body = {
      ...{ iss: issuer, sub: 'person-1', aud: 'kerege', iat: now, exp: now + 300, nonce: state.nonce },
      ...{ email: 'aigul@example.org', email_verified: true, auth_time: now },
      ...claims,
    }
    const said = `${part(head)}.${part(body)}`
    if (head.alg === 'none') return `${said}.`
    if (bySecret) return `${said}.${createHmac('sha256', bySecret).update(said).digest('base64url')}`
    const key: KeyObject = stranger ? strange.privateKey : own.privateKey
    return `${said}.${sign('sha256', Buffer.from(said), key).toString('base64url')}`
  }

  const server = createServer((request, response) => {
    const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
    const json = (body: object) => {
      response.setHeader('content-type', 'application/json')
      response.end(JSON.stringify(body))
    }
    switch (new URL(request.url ?? '/', issuer).pathname) {
      case '/.well-known/openid-configuration':
        return json({
          issuer,
          authorization_endpoint: `${issuer}/auth`,
          token_endpoint: `${issuer}/token`,
          jwks_uri: `${issuer}/keys`,
          response_types_supported: ['code'],
          subject_types_supported: ['public'],
          id_token_signing_alg_values_supported: ['RS256'],
          code_challenge_methods_supported: ['S256'],
          authorization_response_iss_parameter_supported: true,
        })
      case '/keys':
        return json({
          keys: [{ ...own.publicKey.export({ format: 'jwk' }), kid: 'one', use: 'sig', alg: 'RS256' }],
        })
      case '/token':
        return json({
          access_token: 'not-looked-at',
          token_type: 'Bearer',
          expires_in: 300,
          ...(state.bend.noToken ? {} : { id_token: token(issuer) }),
        })
      default:
        response.statusCode = 404
        response.end()
    }
  })
  await new Promise<void>(done => server.listen(0, '127.0.0.1', done))
  return {
    issuer: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    state,
    close: () =>
      new Promise<void>(done => {
        server.close(() => done())
        server.closeAllConnections()
      }),
  }
}
