/** A provider that lies, or somebody who speaks in its name: each token is wrong in one way, and none opens a session. */
import { getSession } from '@kerege/contract/access/routes'
import { beginSso, signInBySso } from '@kerege/contract/access/ssoRoutes'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newId } from '../../../platform/ids.ts'
import { type World, world } from '../../../testing/world.ts'
import { browser } from '../testing/browser.ts'
import { type Bend, bentProvider } from '../testing/bentProvider.ts'

const clientSecret = 'known to both, and no key'
let w: World
let there: Awaited<ReturnType<typeof bentProvider>>
beforeAll(async () => {
  there = await bentProvider()
  w = await world({
    singleSignOn: {
      issuer: there.issuer,
      clientId: 'kerege',
      clientSecret,
      name: { en: 'the Ministry' },
      scopes: 'openid',
      groupsClaim: 'groups',
      roles: [{ group: 'watch', role: 'observer', agency: 'Family centre', areas: [] }],
      createAccounts: true,
      acr: [],
      amr: ['mfa'],
    },
  })
})
afterAll(async () => {
  await w.close()
  await there.close()
})

/** Somebody new each time, whom the provider vouches for in its own way. */
async function comeIn(bend: Bend, iss: string | null = there.issuer) {
  const at = browser(w.running)
  const url = new URL((await at.call(beginSso, { body: {} })).body.url)
  const sub = newId()
  const who = { sub, email: `${sub}@office.example`, groups: ['watch'] }
  there.state.nonce = url.searchParams.get('nonce') ?? ''
  there.state.bend = { ...bend, claims: { ...who, ...bend.claims } }
  const answer = {
    state: url.searchParams.get('state') ?? '',
    code: 'a-code',
    ...(iss === null ? {} : { iss }),
  }
  return { at, url, email: who.email, reply: await at.call(signInBySso, { body: answer }) }
}

const now = Math.floor(Date.now() / 1000)

test('a token that is right opens a session: what follows is refused for what it bends, and for nothing else', async () => {
  const { at, url, reply } = await comeIn({})
  expect(reply).toMatchObject({ status: 200, body: { next: 'signed-in' } })
  expect(await at.call(getSession, {})).toMatchObject({ status: 200 })
  expect(url.searchParams.get('code_challenge_method')).toBe('S256')
  expect(url.searchParams.get('code_challenge')).toMatch(/^[\w-]{43}$/)
  expect(url.searchParams.get('redirect_uri')).toBe('http://localhost:4999/sign-in/sso')
  expect(url.href).not.toContain(encodeURIComponent(clientSecret))
})

describe('a token is refused', () => {
  const bends: [what: string, bend: Bend][] = [
    ['with another nonce', { claims: { nonce: 'of-another-sign-in' } }],
    ['without a nonce', { claims: { nonce: undefined } }],
    ['for another program', { claims: { aud: 'somebody-else' } }],
    ['for several, by another', { claims: { aud: ['kerege', 'somebody-else'], azp: 'somebody-else' } }],
    ['that is over', { claims: { iat: now - 4000, exp: now - 3600 } }],
    ['that is not yet', { claims: { nbf: now + 3600 } }],
    ['of another provider', { claims: { iss: 'https://elsewhere.example' } }],
    ['that names nobody', { claims: { sub: undefined } }],
    ['without a signature', { header: { alg: 'none' } }],
    ['signed by another key under the same name', { stranger: true }],
    ['signed by a key that nobody published', { stranger: true, header: { kid: 'two' } }],
    ['signed with the secret of the program', { bySecret: clientSecret, header: { alg: 'HS256' } }],
    ['that is not there', { noToken: true }],
  ]
  test.each(bends)('%s', async (_, bend) => {
    const { at, reply, email } = await comeIn(bend)
    expect(reply).toMatchObject({ status: 401, body: { code: 'sso-untrue' }, cookies: [] })
    expect(Object.keys(reply.body).sort()).toEqual(['code', 'reference', 'status', 'title', 'type'])
    expect(await at.call(getSession, {})).toMatchObject({ status: 401 })
    const made = await w.admin.query('select 1 from access.accounts where email = $1', [email])
    expect(made.rowCount).toBe(0)
    const entry = await w.admin.query(
      `select action, outcome, code, account_id, subjects, fields, counts from audit.entries order by at desc, id desc limit 1`,
    )
    expect(entry.rows).toEqual([
      {
        ...{ action: 'session.opened-by-sso', outcome: 'refused', code: 'sso-untrue' },
        ...{ account_id: null, subjects: [], fields: [], counts: {} },
      },
    ])
    // The operator reads which look failed, and nothing of anybody.
    expect(w.logged.join()).toContain('"event":"sso-untrue"')
    expect(w.logged.join()).not.toContain(email)
  })

  test('that came from another provider than was asked, or from nobody who says so', async () => {
    expect((await comeIn({}, 'https://elsewhere.example')).reply).toMatchObject({
      body: { code: 'sso-untrue' },
    })
    expect((await comeIn({}, null)).reply).toMatchObject({ body: { code: 'sso-untrue' } })
  })
})

test('words that look like a second factor, or like a sure address, are none', async () => {
  for (const claims of [{ email_verified: 'true' }, { email_verified: 1 }, { email_verified: undefined }]) {
    expect((await comeIn({ claims })).reply).toMatchObject({ body: { code: 'sso-unverified' } })
  }
  for (const amr of ['mfa', [['mfa']], { mfa: true }]) {
    const { at, reply } = await comeIn({ claims: { amr } })
    expect(reply.status).toBe(200)
    expect((await at.call(getSession, {})).body.secondFactor).toBe(false)
  }
})
