import {
  acceptInvitation,
  askReset,
  blockAccount,
  getAccount,
  getSession,
  invite,
  resetPassword,
} from '@kerege/contract/access/routes'
import { decideApproval } from '@kerege/contract/approvals/routes'
import type { Input } from '@kerege/contract/route'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newId } from '../../platform/ids.ts'
import { type Somebody, type World, world } from '../../testing/world.ts'
import { browser, enrol, member, password } from './testing/browser.ts'
import { mailServer } from './testing/mailServer.ts'

let w: World
let second: Somebody
let mails: Awaited<ReturnType<typeof mailServer>>
beforeAll(async () => {
  mails = await mailServer()
  // With its queue and its post room, as a node runs.
  w = await world({ mail: mails.options, background: true, pace: 0.05 })
  second = await w.somebody('administrator')
})
afterAll(async () => {
  await w.close()
  await mails.close()
})

const draft = (email: string) => ({
  email,
  name: 'Нұргүл С.',
  language: 'kk' as const,
  hats: [{ role: 'caseManager' as const, agencyId: w.agencyId, teamId: w.teamId }],
  reason: 'Begins on Monday',
})
/** One administrator invites, another agrees to the roles. */
async function inviting(who: Somebody, body: Input<typeof invite>['body']) {
  const reply = await w.as(who)(invite, { body })
  const { approvalId } = reply.body
  if (approvalId) {
    const decided = await w.as(second)(
      decideApproval,
      { params: { id: approvalId }, body: { verdict: 'approved' } },
      { ifMatch: '"1"' },
    )
    expect(decided).toMatchObject({ status: 200, body: { state: 'approved' } })
  }
  return reply
}
const address = () => `${newId()}@example.org`

/** Sends and waits for the letter that follows from it. */
async function letterTo(email: string, cause: () => Promise<{ status: number }>) {
  const before = mails.letters.length
  expect((await cause()).status).toBeLessThan(300)
  await expect
    .poll(() => mails.letters.slice(before).some(letter => letter.to.includes(email)), { timeout: 25_000 })
    .toBe(true)
  const letter = mails.to(email)
  const link = /http:\S+/.exec(letter?.text ?? '')?.[0] ?? ''
  return { ...letter, link, token: link.split('#')[1] ?? '' }
}

const accept = (token: string, secret = password) =>
  browser(w.running).call(acceptInvitation, { body: { token, password: secret } })
const refused = { status: 422, body: { faults: [{ pointer: '/token', code: 'token-refused' }] } }

describe('an invitation', () => {
  test('comes by mail, is accepted once, and leads in', async () => {
    const administrator = await w.somebody('administrator')
    const email = address()
    const letter = await letterTo(email, () => inviting(administrator, draft(email)))
    expect(letter.subject).toBe('Шақыру: Test node')
    expect(letter.text).toContain('Нұргүл С.')
    expect(letter.text).toContain('7 күн')
    expect(letter.link).toMatch(/^http:\/\/localhost:4999\/invitation#[\w-]{43}$/)

    expect(await browser(w.running).signIn(email, password)).toMatchObject({ status: 401 })
    expect(await accept(letter.token, 'qwerty123456')).toMatchObject({
      status: 422,
      body: { faults: [{ pointer: '/password', code: 'password-common' }] },
    })
    expect(await accept(letter.token)).toMatchObject({ status: 204 })
    expect(await accept(letter.token, 'eight quiet rivers 42')).toMatchObject(refused)
    expect(await browser(w.running).signIn(email, password)).toMatchObject({
      status: 200,
      body: { next: 'enrol-second-factor' },
    })
    expect(await inviting(administrator, draft(email))).toMatchObject({
      status: 409,
      body: { code: 'account-exists' },
    })
  })

  test('stands nowhere in the database, and of nobody more than an id in the queue', async () => {
    const administrator = await w.somebody('administrator')
    const email = address()
    const { token } = await letterTo(email, () => inviting(administrator, draft(email)))
    const tables = await w.admin.query<{ name: string }>(
      `select format('%I.%I', schemaname, tablename) as name from pg_tables
        where schemaname not in ('pg_catalog', 'information_schema')`,
    )
    for (const { name } of tables.rows) {
      const found = await w.admin.query(`select 1 from ${name} t where t::text like $1`, [`%${token}%`])
      expect([name, found.rowCount]).toEqual([name, 0])
    }
    const jobs = await w.admin.query(
      "select data from jobs.job where name = 'access.letter' and data::text like $1",
      [`%${email}%`],
    )
    expect(jobs.rowCount).toBe(0)
    expect(w.logged.join('')).not.toContain(token)
    expect(w.logged.join('')).not.toContain(email)
  })

  test('is over after seven days', async () => {
    const administrator = await w.somebody('administrator')
    const email = address()
    const { token } = await letterTo(email, () => inviting(administrator, draft(email)))
    const made = await w.admin.query<{ days: number }>(
      'select round(extract(epoch from max(expires_at) - now()) / 86400)::int as days from access.invitations',
    )
    expect(made.rows[0]?.days).toBe(7)
    await w.admin.query("update access.invitations set expires_at = expires_at - interval '7 days'")
    expect(await accept(token)).toMatchObject(refused)
  })

  test('can be repeated with other hats; the older link is over', async () => {
    const administrator = await w.somebody('administrator')
    const email = address()
    const first = await letterTo(email, () => inviting(administrator, draft(email)))
    const hats = [{ role: 'supervisor' as const, agencyId: w.agencyId, teamId: w.teamId }]
    const second = await letterTo(email, () => inviting(administrator, { ...draft(email), hats }))
    expect(await accept(first.token)).toMatchObject(refused)
    expect(await accept(second.token)).toMatchObject({ status: 204 })
    const account = await w.admin.query<{ id: string }>('select id from access.accounts where email = $1', [
      email,
    ])
    const row = await w.as(administrator)(getAccount, { params: { id: account.rows[0]?.id ?? '' } })
    expect(row.body).toMatchObject({ state: 'active', hats: [{ role: 'supervisor' }] })
  })

  test('of somebody who was blocked leads nowhere', async () => {
    const administrator = await w.somebody('administrator')
    const email = address()
    let id = ''
    const { token } = await letterTo(email, async () => {
      const reply = await inviting(administrator, draft(email))
      id = reply.body.id
      return reply
    })
    await w.as(administrator)(blockAccount, { params: { id }, body: { reason: 'Left before the first day' } })
    expect(await accept(token)).toMatchObject(refused)
  })

  test('is tried again while the mail server is busy', async () => {
    const administrator = await w.somebody('administrator')
    const email = address()
    mails.feel('busy')
    await inviting(administrator, draft(email))
    await expect
      .poll(() => w.logged.some(line => line.includes('"job":"access.letter"')), { timeout: 20_000 })
      .toBe(true)
    mails.feel('takes')
    // The queue says so a moment after the letter failed.
    const waiting = async () =>
      (await w.admin.query("select 1 from jobs.job where name = 'access.letter' and state = 'retry'"))
        .rowCount
    await expect.poll(waiting, { timeout: 10_000 }).toBe(1)
  })
})

test('a letter that the mail server will never take is given up, without naming anybody', async () => {
  const administrator = await w.somebody('administrator')
  const email = address()
  mails.feel('refuses')
  await inviting(administrator, draft(email))
  const told = () => w.logged.find(line => line.includes('"event":"mail-not-sent"'))
  await expect.poll(told, { timeout: 20_000 }).toContain('"code":"mail-refused"')
  mails.feel('takes')
  expect(w.logged.join('')).not.toContain(email)
})

describe('a reset', () => {
  test('comes by mail, works once, and closes every session', async () => {
    const who = await member(w, 'caseManager')
    const at = browser(w.running)
    const app = await enrol(at, who)
    const ask = () => browser(w.running).call(askReset, { body: { email: who.email } })
    const letter = await letterTo(who.email, ask)
    const other = await letterTo(who.email, ask)
    expect(letter.link).toMatch(/^http:\/\/localhost:4999\/password\/reset#[\w-]{43}$/)
    const reset = (token: string, secret: string) =>
      browser(w.running).call(resetPassword, { body: { token, password: secret } })
    const next = 'eight quiet rivers 42'
    expect(await reset(letter.token, 'Password123456')).toMatchObject({
      status: 422,
      body: { faults: [{ code: 'password-common' }] },
    })
    expect(await reset(letter.token, next)).toMatchObject({ status: 204 })
    expect(await reset(letter.token, password)).toMatchObject(refused)
    // What was asked for under the old password ended with it.
    expect(await reset(other.token, password)).toMatchObject(refused)
    expect(await at.call(getSession, {})).toMatchObject({ status: 401 })
    expect(await browser(w.running).signIn(who.email, password)).toMatchObject({ status: 401 })
    // The second factor stays as it was: a mailbox alone lets nobody in.
    expect(await browser(w.running).signIn(who.email, next)).toMatchObject({
      body: { next: 'second-factor' },
    })
    expect(app.code()).toMatch(/^\d{6}$/)
  })

  test('is over after an hour', async () => {
    const who = await member(w, 'observer')
    const { token } = await letterTo(who.email, () =>
      browser(w.running).call(askReset, { body: { email: who.email } }),
    )
    await w.admin.query(`update auth.verification set "expiresAt" = "expiresAt" - interval '1 hour'`)
    expect(
      await browser(w.running).call(resetPassword, { body: { token, password: 'eight quiet rivers 42' } }),
    ).toMatchObject(refused)
  })

  test('is answered the same for an address that nobody has, and writes to nobody', async () => {
    const email = address()
    const before = mails.letters.length
    const reply = await browser(w.running).call(askReset, { body: { email } })
    expect(reply).toMatchObject({ status: 204, cookies: [] })
    await expect
      .poll(async () => {
        const open = await w.admin.query(
          "select 1 from jobs.job where name = 'access.letter' and state in ('created', 'active')",
        )
        return open.rowCount
      })
      .toBe(0)
    expect(mails.letters.slice(before).filter(letter => letter.to.includes(email))).toEqual([])
  })
})
