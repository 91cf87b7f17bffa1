/** The office's own sign-in, against a real provider: who comes in, with which roles, and what the node asks for besides. */
import { addPasskey, askNewPasskey, askProof, getProof, prove } from '@kerege/contract/access/proofRoutes'
import {
  blockAccount,
  finishSecondFactor,
  getNode,
  getSession,
  listSessions,
  passSecondFactor,
  signOut,
  startSecondFactor,
  wearHat,
} from '@kerege/contract/access/routes'
import type { RoleName } from '@kerege/contract/access/roles'
import { beginSso, beginSsoProof, leaveSso, signInBySso } from '@kerege/contract/access/ssoRoutes'
import { askExport } from '@kerege/contract/exports/routes'
import { listPeople } from '@kerege/contract/people/routes'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { authenticator } from '../../../../../../tests/support/authenticator.ts'
import { newId } from '../../../platform/ids.ts'
import { type World, world, worldOfTest } from '../../../testing/world.ts'
import { newInvitation } from '../invitations.ts'
import { type Browser, browser, member, password, totp } from '../testing/browser.ts'
import { type Person, type RealProvider, realProvider } from '../testing/realProvider.ts'

const node = 'http://localhost:4999'
const usual = { createAccounts: false, acr: [] as string[], amr: [] as string[] }
let w: World
let there: RealProvider
const settings = {
  issuer: '',
  clientId: 'kerege',
  clientSecret: '',
  name: { en: 'the Ministry', kk: 'Министрлік' },
  scopes: 'openid profile email',
  groupsClaim: 'groups',
  roles: [
    {
      group: 'case-work',
      role: 'caseManager' as const,
      agency: 'Family centre',
      team: 'North team',
      areas: [],
    },
    { group: 'leads', role: 'supervisor' as const, agency: 'Family centre', areas: ['KZ-75'] },
    { group: 'nowhere', role: 'supervisor' as const, agency: 'No such agency', areas: [] },
    { group: 'watch', role: 'observer' as const, agency: 'Family centre', areas: [] },
  ],
  ...usual,
}
beforeAll(async () => {
  there = await realProvider(node)
  Object.assign(settings, { issuer: there.issuer, clientSecret: there.clientSecret })
  w = await world({ singleSignOn: settings })
})
afterAll(async () => {
  await w.close()
  await there.close()
})
beforeEach(() => void Object.assign(settings, usual))

/** Somebody in the directory of the office. */
function person(over: Partial<Person> = {}) {
  const sub = newId()
  there.people.set(sub, {
    email: `${sub}@office.example`,
    email_verified: true,
    name: 'Әсел Қ.',
    groups: [],
    ...over,
  })
  return { sub, email: there.people.get(sub)?.email ?? '' }
}

type Walk = ReturnType<RealProvider['walker']>
const answerIn = (url: URL) => ({
  state: url.searchParams.get('state') ?? '',
  ...(url.searchParams.has('code') ? { code: url.searchParams.get('code') ?? '' } : {}),
  ...(url.searchParams.has('iss') ? { iss: url.searchParams.get('iss') ?? '' } : {}),
})

async function away(at: Browser, walk: Walk = there.walker(), body: object = {}) {
  const begun = await at.call(beginSso, { body })
  expect(begun.status).toBe(200)
  return answerIn(await walk(begun.body.url))
}

interface How {
  at?: Browser
  walk?: Walk
  amr?: string[]
  acr?: string
  typedAt?: number
  body?: object
}
async function comeIn(sub: string, { at = browser(w.running), walk, amr, acr, typedAt, body }: How = {}) {
  there.hand.next = {
    who: sub,
    ...(amr ? { amr } : {}),
    ...(acr ? { acr } : {}),
    ...(typedAt === undefined ? {} : { at: typedAt }),
  }
  const answer = await away(at, walk, body)
  return { at, reply: await at.call(signInBySso, { body: answer }), answer }
}

/** An account that an administrator has invited, as its second administrator left it. */
async function invited(email: string, role: RoleName = 'caseManager') {
  const id = newId()
  await w.admin.query(
    `insert into access.accounts (id, user_id, email, name, language, state) values ($1::uuid, $1::uuid::text, $2, 'Invited', 'kk', 'invited')`,
    [id, email],
  )
  await w.admin.query(
    'insert into access.hats (id, account_id, role, agency_id, team_id) values ($1, $2, $3, $4, $5)',
    [newId(), id, role, w.agencyId, w.teamId],
  )
  return { id, token: await newInvitation(w.running.node.pool, id) }
}

/** Somebody who came in before: their account and its link stand. */
async function known(role: RoleName = 'caseManager', over: Partial<Person> = {}) {
  const who = person(over)
  const { id } = await invited(who.email, role)
  const { reply } = await comeIn(who.sub)
  expect(reply.status).toBe(200)
  return { ...who, id }
}

const refused = (code: string) => ({ status: 401, body: { code } })
const stateOf = async (email: string) =>
  (await w.admin.query('select state from access.accounts where email = $1', [email])).rows[0]?.state
const lastEntry = async () =>
  (
    await w.admin.query(
      `select action, outcome, code, account_id, subjects, counts from audit.entries
        where action = 'session.opened-by-sso' order by at desc, id desc limit 1`,
    )
  ).rows[0]
const hatsOf = async (id: string) =>
  (
    await w.admin.query(
      'select role, by_sso from access.hats where account_id = $1 and ended_at is null order by created_at, id',
      [id],
    )
  ).rows.map(row => `${row.role}${row.by_sso ? ' by group' : ''}`)

describe('nobody comes in', () => {
  test('whom this node does not know, while accounts are not made by themselves', async () => {
    const who = person({ groups: ['case-work'] })
    const { at, reply } = await comeIn(who.sub)
    expect(reply).toMatchObject({ ...refused('sso-no-account'), cookies: [] })
    expect(await at.call(getSession, {})).toMatchObject({ status: 401 })
    expect(await stateOf(who.email)).toBeUndefined()
    expect(await lastEntry()).toMatchObject({
      outcome: 'refused',
      code: 'sso-no-account',
      account_id: null,
      subjects: [],
    })
    expect(w.logged.join()).not.toContain(who.email)
  })

  test('by an address that the provider has not made sure of, even where an invitation waits for it', async () => {
    const who = person({ email_verified: false })
    await invited(who.email)
    expect((await comeIn(who.sub)).reply).toMatchObject(refused('sso-unverified'))
    expect(await stateOf(who.email)).toBe('invited')
    settings.createAccounts = true
    const other = person({ email_verified: false, groups: ['case-work'] })
    expect((await comeIn(other.sub)).reply).toMatchObject(refused('sso-unverified'))
    expect(await stateOf(other.email)).toBeUndefined()
  })

  test('into an account that exists, by its address alone', async () => {
    const owner = await member(w, 'caseManager')
    const who = person({ email: owner.email, groups: ['case-work'] })
    settings.createAccounts = true
    expect((await comeIn(who.sub)).reply).toMatchObject(refused('sso-no-account'))
    expect(await hatsOf(owner.accountId)).toEqual(['caseManager'])
  })

  test('after the account was blocked, or with an invitation that is over or used', async () => {
    const who = await known()
    const administrator = await w.somebody('administrator')
    await w.as(administrator)(blockAccount, { params: { id: who.id }, body: { reason: 'Left the office' } })
    expect((await comeIn(who.sub)).reply).toMatchObject(refused('sso-no-account'))

    const late = person()
    const { token } = await invited(`${newId()}@office.example`)
    await w.admin.query(
      "update access.invitations set expires_at = now() - interval '1 minute' where used_at is null",
    )
    expect((await comeIn(late.sub, { body: { invitation: token } })).reply).toMatchObject(
      refused('token-refused'),
    )
  })

  test('who has no role here, nor by groups that give one in a place that is not there', async () => {
    settings.createAccounts = true
    const none = person({ groups: ['canteen', 'nowhere'] })
    expect((await comeIn(none.sub)).reply).toMatchObject(refused('sso-no-account'))
    expect(w.logged.join()).toContain('sso-role-without-place')
    const who = person({ groups: ['watch'] })
    expect((await comeIn(who.sub)).reply).toMatchObject({ status: 200 })
    Object.assign(there.people.get(who.sub) ?? {}, { groups: [] })
    expect((await comeIn(who.sub)).reply).toMatchObject(refused('sso-no-role'))
  })

  test('where there is no provider, where it is away, and when they press "cancel" there', async () => {
    const without = await worldOfTest()
    expect(await browser(without.running).call(beginSso, { body: {} })).toMatchObject({ status: 404 })
    expect((await browser(without.running).call(getNode, {})).body).not.toHaveProperty('singleSignOn')
    const lost = await worldOfTest({ singleSignOn: { ...settings, issuer: 'http://127.0.0.1:9' } })
    expect(await browser(lost.running).call(beginSso, { body: {} })).toMatchObject({
      status: 503,
      body: { code: 'sso-away' },
    })
    there.hand.next = { who: null }
    const at = browser(w.running)
    const answer = await away(at)
    expect(answer).not.toHaveProperty('code')
    expect(await at.call(signInBySso, { body: answer })).toMatchObject(refused('sso-cancelled'))
  })
})

describe('an answer of the provider is refused', () => {
  test('twice, with another state, and in another browser', async () => {
    const who = await known('observer')
    there.hand.next = { who: who.sub }
    const at = browser(w.running)
    const answer = await away(at)
    const kept = new Map(at.jar)
    const stranger = browser(w.running)
    await stranger.call(beginSso, { body: {} })
    // Of a browser that never asked, of one that asked for something else: burnt for everybody by being tried.
    expect(await browser(w.running).call(signInBySso, { body: answer })).toMatchObject(refused('sso-state'))
    expect(await at.call(signInBySso, { body: answer })).toMatchObject(refused('sso-state'))

    const second = await away(at)
    expect(await stranger.call(signInBySso, { body: second })).toMatchObject(refused('sso-state'))
    const third = await away(at)
    const other = { ...third, state: `s${'A'.repeat(43)}` }
    expect(await at.call(signInBySso, { body: other })).toMatchObject(refused('sso-state'))
    expect(await at.call(signInBySso, { body: third })).toMatchObject({ status: 200 })
    const again = browser(w.running, { jar: new Map(kept) })
    expect(await again.call(signInBySso, { body: third })).toMatchObject(refused('sso-state'))

    // A code that was used, under a state that is good.
    const fourth = await away(at)
    expect(await at.call(signInBySso, { body: { ...fourth, code: third.code ?? '' } })).toMatchObject(
      refused('sso-untrue'),
    )
    expect(await lastEntry()).toMatchObject({ outcome: 'refused', code: 'sso-untrue', account_id: null })
  })

  test('after five minutes, and for another errand', async () => {
    const who = await known('observer')
    there.hand.next = { who: who.sub }
    const at = browser(w.running)
    const answer = await away(at)
    await w.admin.query("update access.challenges set expires_at = now() - interval '1 second'")
    expect(await at.call(signInBySso, { body: answer })).toMatchObject(refused('sso-state'))
    const { at: inside } = await comeIn(who.sub)
    const begun = await inside.call(beginSsoProof, {})
    const proof = answerIn(await there.walker()(begun.body.url))
    expect(await inside.call(signInBySso, { body: proof })).toMatchObject(refused('sso-state'))
  })

  test('never leads away from the node afterwards', async () => {
    const at = browser(w.running)
    for (const path of [
      'https://elsewhere.example',
      '//elsewhere.example',
      '/\\elsewhere.example',
      '/\t/elsewhere.example',
      'javascript:alert(1)',
    ]) {
      expect(await at.call(beginSso, { body: { return: path } }), path).toMatchObject({ status: 422 })
    }
    const who = await known('observer')
    const { reply } = await comeIn(who.sub, { body: { return: '/people?tab=1' } })
    expect(reply.body.return).toBe('/people?tab=1')
  })
})

describe('somebody comes in', () => {
  test('by an address that the provider made sure of, for whom an invitation waits; from then on by nothing else', async () => {
    const who = person()
    const { id } = await invited(who.email, 'observer')
    const { at, reply } = await comeIn(who.sub)
    expect(reply).toMatchObject({ status: 200, body: { next: 'signed-in', return: '/today' } })
    expect((await at.call(getSession, {})).body.account.id).toBe(id)
    expect((await at.call(listSessions, {})).body.rows).toMatchObject([{ openedBy: 'sso' }])
    expect(await lastEntry()).toMatchObject({
      outcome: 'done',
      account_id: id,
      subjects: [id],
      counts: { invited: 1, rolesGiven: 0, rolesEnded: 0 },
    })
    const invitations = await w.admin.query('select used_at from access.invitations where account_id = $1', [
      id,
    ])
    expect(invitations.rows[0]?.used_at).not.toBeNull()
    // Of what the provider calls them only a hash is kept.
    const links = await w.admin.query('select subject from access.sso_links where account_id = $1', [id])
    expect(links.rows[0]?.subject.toString()).not.toContain(who.sub)
    Object.assign(there.people.get(who.sub) ?? {}, { email: 'another@office.example', email_verified: false })
    expect((await comeIn(who.sub)).reply.status).toBe(200)
    // Whoever has the address now is somebody else.
    const next = person({ email: who.email })
    expect((await comeIn(next.sub)).reply).toMatchObject(refused('sso-no-account'))
  })

  test('by the letter of an invitation, whatever address the office knows them by', async () => {
    const who = person({ email: 'k.akhmetov@office.example', email_verified: false })
    const { id, token } = await invited(`${newId()}@example.org`, 'observer')
    const { at, reply } = await comeIn(who.sub, { body: { invitation: token } })
    expect(reply).toMatchObject({ status: 200 })
    expect((await at.call(getSession, {})).body.account.id).toBe(id)
    const other = person()
    expect((await comeIn(other.sub, { body: { invitation: token } })).reply).toMatchObject(
      refused('token-refused'),
    )
  })

  test('without an invitation where the node makes accounts, with the roles of their groups and no other', async () => {
    settings.createAccounts = true
    const who = person({ groups: ['leads', 'canteen'], name: 'Ержан Т.' })
    const { at, reply } = await comeIn(who.sub)
    expect(reply).toMatchObject({ status: 200, body: { next: 'enrol-second-factor' } })
    expect(await lastEntry()).toMatchObject({ counts: { made: 1, rolesGiven: 1, rolesEnded: 0 } })
    const found = await w.admin.query('select id, name from access.accounts where email = $1', [who.email])
    expect(found.rows[0]?.name).toBe('Ержан Т.')
    expect(await hatsOf(found.rows[0]?.id)).toEqual(['supervisor by group'])
    // No password opens it, and none that was typed elsewhere.
    expect(await at.signIn(who.email, password)).toMatchObject({ status: 401 })
  })
})

describe('a second factor', () => {
  test('is the node’s own, where the provider states none', async () => {
    const who = await known('caseManager')
    const { at, reply } = await comeIn(who.sub, { amr: ['pwd', 'mfa'], acr: 'two-factors' })
    expect(reply.body.next).toBe('enrol-second-factor')
    expect(await at.call(listPeople, {})).toMatchObject({
      status: 403,
      body: { code: 'second-factor-needed' },
    })
    const started = await at.call(startSecondFactor, { body: {} })
    const secret = new URL(started.body.uri).searchParams.get('secret') ?? ''
    const code = totp(secret, Date.now())
    expect(await at.call(finishSecondFactor, { body: { code } })).toMatchObject({ status: 200 })
    expect(await at.call(listPeople, {})).toMatchObject({ status: 200 })

    const next = await comeIn(who.sub)
    expect(next.reply.body.next).toBe('second-factor')
    expect(await next.at.call(listPeople, {})).toMatchObject({ status: 403 })
    // Who knows only the office's password sets up no other one, nor is the office asked again instead.
    expect(await next.at.call(startSecondFactor, { body: {} })).toMatchObject({ status: 409 })
    expect((await next.at.call(getProof, {})).body.ways).toEqual(['totp', 'recovery'])
    expect(await next.at.call(prove, { body: { kind: 'totp', code } })).toMatchObject({ status: 422 })
    expect(await next.at.call(passSecondFactor, { body: { kind: 'totp', code } })).toMatchObject({
      status: 401,
    })
    expect(await next.at.call(listPeople, {})).toMatchObject({ status: 403 })
    await w.admin.query('update access.accounts set used_codes = default where id = $1', [who.id])
    const fresh = totp(secret, Date.now())
    expect(await next.at.call(prove, { body: { kind: 'totp', code: fresh } })).toMatchObject({ status: 200 })
    expect(await next.at.call(listPeople, {})).toMatchObject({ status: 200 })
    expect((await next.at.call(getSession, {})).body.secondFactor).toBe(true)
  })

  test('is set up only by who has signed in there just now; what was begun goes on when they have', async () => {
    const who = person({ email_verified: false })
    const { id, token } = await invited(`${newId()}@example.org`)
    const at = browser(w.running)
    const typedAt = Math.floor(Date.now() / 1000) - 3600
    const body = { invitation: token, return: '/people' }
    const walk = there.walker()
    expect((await comeIn(who.sub, { at, walk, typedAt, body })).reply).toMatchObject(refused('sso-not-anew'))
    expect(await at.call(getSession, {})).toMatchObject({ status: 401 })
    expect(await at.call(startSecondFactor, { body: {} })).toMatchObject({ status: 401 })
    const still = await w.admin.query('select state from access.accounts where id = $1', [id])
    expect(still.rows[0]?.state).toBe('invited')
    const { reply } = await comeIn(who.sub, { at, walk, body: { anew: true } })
    expect(reply).toMatchObject({ status: 200, body: { next: 'enrol-second-factor', return: '/people' } })
    expect(await at.call(startSecondFactor, { body: {} })).toMatchObject({ status: 200 })
  })

  test('is a passkey, where the account has one', async () => {
    const who = await known('caseManager')
    settings.amr = ['mfa']
    const { at } = await comeIn(who.sub, { amr: ['mfa'] })
    const key = authenticator(w.running.node.baseUrl)
    const { body } = await at.call(askNewPasskey, {})
    expect(await at.call(addPasskey, { body: { name: 'Phone', made: key.make(body) } })).toMatchObject({
      status: 201,
    })
    settings.amr = []
    const next = await comeIn(who.sub)
    expect(next.reply.body.next).toBe('passkey')
    expect(await next.at.call(startSecondFactor, { body: {} })).toMatchObject({
      body: { code: 'passkey-needed' },
    })
    const answer = key.answer((await next.at.call(askProof, {})).body)
    expect(await next.at.call(prove, { body: { kind: 'passkey', answer } })).toMatchObject({ status: 200 })
    expect(await next.at.call(listPeople, {})).toMatchObject({ status: 200 })
  })

  test('is the provider’s, in the very words that the configuration takes for it', async () => {
    const who = await known('caseManager')
    settings.amr = ['mfa', 'hwk']
    expect((await comeIn(who.sub, { amr: ['pwd', 'MFA'] })).reply.body.next).toBe('enrol-second-factor')
    const { at, reply } = await comeIn(who.sub, { amr: ['pwd', 'mfa'] })
    expect(reply.body.next).toBe('signed-in')
    expect(await at.call(listPeople, {})).toMatchObject({ status: 200 })
    expect((await at.call(listSessions, {})).body.rows[0]).toMatchObject({
      openedBy: 'sso-whole',
      current: true,
    })
    Object.assign(settings, { amr: [], acr: ['two-factors'] })
    expect((await comeIn(who.sub, { acr: 'two-factors' })).reply.body.next).toBe('signed-in')
    expect((await comeIn(who.sub, { acr: 'one' })).reply.body.next).toBe('enrol-second-factor')
    // And is not to be had without a password by who came in another way.
    expect(await at.call(startSecondFactor, { body: {} })).toMatchObject({ status: 422 })
  })
})

describe('roles of groups', () => {
  test('come and go with the groups, at every sign-in; what administrators gave stays', async () => {
    settings.amr = ['mfa']
    const who = await known('observer', { groups: ['case-work'] })
    expect(await hatsOf(who.id)).toEqual(['observer', 'caseManager by group'])
    const { at } = await comeIn(who.sub, { amr: ['mfa'] })
    const hat = (await at.call(getSession, {})).body.hats.find(one => one.role === 'caseManager')
    expect(hat).toMatchObject({ bySso: true, team: 'North team' })
    expect(await at.call(wearHat, { body: { hatId: hat?.id ?? '' } })).toMatchObject({ status: 200 })
    expect(await at.call(listPeople, {})).toMatchObject({ status: 200 })

    Object.assign(there.people.get(who.sub) ?? {}, { groups: ['leads'] })
    const { at: later } = await comeIn(who.sub, { amr: ['mfa'] })
    expect(await hatsOf(who.id)).toEqual(['observer', 'supervisor by group'])
    expect(await lastEntry()).toMatchObject({ counts: { rolesGiven: 1, rolesEnded: 1 } })
    // Where the lost role was being worn, nothing is open any more.
    expect(await at.call(getSession, {})).toMatchObject({ status: 401 })
    expect(await later.call(getSession, {})).toMatchObject({ status: 200 })
    // The same groups change nothing.
    await comeIn(who.sub, { amr: ['mfa'] })
    expect(await lastEntry()).toMatchObject({ counts: { rolesGiven: 0, rolesEnded: 0 } })
  })

  test('are worn only by who came in that way', async () => {
    const who = await known('observer', { groups: ['leads'] })
    const given = await w.admin.query('select id from access.hats where account_id = $1 and by_sso', [who.id])
    const hatId = given.rows[0]?.id
    const user = await w.admin.query('select user_id from access.accounts where id = $1', [who.id])
    await w.running.signIn.setPassword(user.rows[0]?.user_id, password)
    const at = browser(w.running)
    expect(await at.signIn(who.email, password)).toMatchObject({ status: 200 })
    expect((await at.call(getSession, {})).body.hats.map(one => one.role)).toEqual(['observer'])
    expect(await at.call(wearHat, { body: { hatId } })).toMatchObject({ status: 404 })
    // Nor by a row that says so: the database looks at how the session was opened.
    await w.admin.query(
      "update access.sessions set hat_id = $2 where account_id = $1 and opened_by = 'password'",
      [who.id, hatId],
    )
    expect(await at.call(getSession, {})).toMatchObject({ status: 401 })
    await w.admin.query('update access.hats set ended_at = now() where account_id = $1 and not by_sso', [
      who.id,
    ])
    expect(await browser(w.running).signIn(who.email, password)).toMatchObject(refused('sign-in-refused'))
  })

  test('never make an administrator, whatever a configuration or a program asks for', async () => {
    const who = await known('observer')
    await expect(
      w.running.node.pool.query('select access.sso_hats($1, $2::jsonb)', [
        who.id,
        JSON.stringify([{ id: newId(), role: 'administrator', agency: w.agencyId, team: null, areas: [] }]),
      ]),
    ).rejects.toThrow('hats_by_sso')
  })
})

describe('before what is grave', () => {
  const takeOut = (at: Browser) =>
    at.call(askExport, { body: { of: 'people', format: 'csv', reason: 'The monthly list for the centre' } })
  const stale = { status: 403, body: { code: 'step-up-needed' } }
  const anew = async (at: Browser, walk: Walk) => {
    const begun = await at.call(beginSsoProof, {})
    return { answer: answerIn(await walk(begun.body.url)), url: new URL(begun.body.url) }
  }
  const hourAgo = () => Math.floor(Date.now() / 1000) - 3600

  test('a sign-in there hours ago is no proof; one made anew is, by the same person and with the factor', async () => {
    settings.amr = ['mfa']
    const who = await known('supervisor')
    const walk = there.walker()
    const { at } = await comeIn(who.sub, { walk, amr: ['mfa'], typedAt: hourAgo() })
    expect(await takeOut(at)).toMatchObject(stale)
    expect((await at.call(getProof, {})).body.ways).toEqual(['sso'])

    there.hand.next = { who: who.sub, amr: ['mfa'] }
    const { answer, url } = await anew(at, walk)
    expect(url.searchParams.get('prompt')).toBe('login')
    expect(url.searchParams.get('max_age')).toBe('0')
    expect(await at.call(prove, { body: { kind: 'sso', answer } })).toMatchObject({ status: 200 })
    expect(await takeOut(at)).toMatchObject({ status: 201 })
    expect(await at.call(prove, { body: { kind: 'sso', answer } })).toMatchObject(refused('sso-state'))
  })

  test('not by somebody else, not without the factor, not by a provider that only says that it asked', async () => {
    settings.amr = ['mfa']
    const who = await known('supervisor')
    const other = await known('supervisor')
    const { at } = await comeIn(who.sub, { amr: ['mfa'], typedAt: hourAgo() })
    for (const next of [
      { who: other.sub, amr: ['mfa'] },
      { who: who.sub, amr: ['pwd'] },
      { who: who.sub, amr: ['mfa'], at: hourAgo() },
    ]) {
      there.hand.next = next
      const { answer } = await anew(at, there.walker())
      expect(await at.call(prove, { body: { kind: 'sso', answer } })).toMatchObject(refused('sso-not-anew'))
    }
    // Nor with an answer that was got for another session of the same person.
    there.hand.next = { who: who.sub, amr: ['mfa'] }
    const elsewhere = await comeIn(who.sub, { amr: ['mfa'], typedAt: hourAgo() })
    const { answer } = await anew(elsewhere.at, there.walker())
    expect(await at.call(prove, { body: { kind: 'sso', answer } })).toMatchObject(refused('sso-state'))
    expect(await takeOut(at)).toMatchObject(stale)
  })

  test('is not asked of a session that was opened another way', async () => {
    const who = await member(w, 'observer')
    const at = browser(w.running)
    await at.signIn(who.email, password)
    expect((await at.call(getProof, {})).body.ways).toEqual(['password'])
    const { answer } = await anew(at, there.walker()).catch(() => ({
      answer: { state: `a${'A'.repeat(43)}` },
    }))
    expect(await at.call(prove, { body: { kind: 'sso', answer } })).toMatchObject({
      status: 403,
      body: { code: 'proof-unfit' },
    })
  })
})

test('signing out ends the session here, and says where the provider ends its own', async () => {
  const who = await known('observer')
  const { at } = await comeIn(who.sub)
  const { url } = (await at.call(leaveSso, {})).body
  expect(url).toContain(`${there.issuer}/session/end?`)
  expect(new URL(url ?? '').searchParams.get('post_logout_redirect_uri')).toBe(`${node}/sign-in`)
  expect(url).not.toContain('id_token')
  await at.call(signOut, {})
  expect(await at.call(getSession, {})).toMatchObject({ status: 401 })
  const plain = browser(w.running)
  await plain.signIn((await member(w, 'observer')).email, password)
  expect((await plain.call(leaveSso, {})).body).toEqual({})
})
