import {
  changePassword,
  closeSession,
  getSession,
  listSessions,
  signOut,
  speak,
  wearHat,
} from '@kerege/contract/access/routes'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newId } from '../../platform/ids.ts'
import { type World, world } from '../../testing/world.ts'
import { type Browser, browser, type Member, member, password } from './testing/browser.ts'

let w: World
beforeAll(async () => {
  w = await world()
})
afterAll(() => w.close())

async function signedIn(who: Member, agent?: string): Promise<Browser> {
  const at = browser(w.running, agent ? { agent } : {})
  expect(await at.signIn(who.email, password)).toMatchObject({ status: 200, body: { next: 'signed-in' } })
  return at
}
const ended = { status: 401, body: { code: 'session-ended' } }

describe('a session ends', () => {
  test('after half an hour without a request', async () => {
    const who = await member(w, 'observer')
    const at = await signedIn(who)
    const idle = (minutes: number) =>
      w.admin.query(
        'update access.sessions set last_seen_at = now() - make_interval(mins => $1) where account_id = $2',
        [minutes, who.accountId],
      )
    await idle(29)
    expect(await at.call(getSession, {})).toMatchObject({ status: 200, body: { idleMinutes: 30 } })
    // That request counted as a sign of life.
    expect((await at.call(listSessions, {})).body.rows).toHaveLength(1)
    await idle(30)
    expect(await at.call(getSession, {})).toMatchObject(ended)
  })

  test('twelve hours after it was opened, however busy', async () => {
    const who = await member(w, 'observer')
    const at = await signedIn(who)
    const reply = await at.call(getSession, {})
    expect(Date.parse(reply.body.expiresAt) - Date.now()).toBeGreaterThan(11.9 * 3_600_000)
    await w.admin.query("update access.sessions set expires_at = expires_at - interval '12 hours'")
    expect(await at.call(getSession, {})).toMatchObject(ended)
  })

  test('when its owner closes it from elsewhere, and only by its owner', async () => {
    const who = await member(w, 'observer')
    const phone = await signedIn(who, 'Mozilla/5.0 (Linux; Android 16) Firefox/150.0')
    const desk = await signedIn(who, 'Mozilla/5.0 (Windows NT 10.0) Chrome/150.0 Safari/537.36 Edg/150.0')
    const stranger = await signedIn(await member(w, 'observer'))
    const { rows } = (await desk.call(listSessions, {})).body
    expect(rows).toMatchObject([
      { device: 'Edge, Windows', current: true },
      { device: 'Firefox, Android', current: false },
    ])
    const params = { id: rows[1]?.id ?? '' }
    expect(await stranger.call(closeSession, { params })).toMatchObject({ status: 404 })
    // Who administers blocks an account, in the open; single sessions are their owner's.
    const administrator = await w.somebody('administrator')
    expect(await w.as(administrator)(closeSession, { params })).toMatchObject({ status: 404 })
    expect(await phone.call(getSession, {})).toMatchObject({ status: 200 })
    expect(await desk.call(closeSession, { params })).toMatchObject({ status: 204 })
    expect(await phone.call(getSession, {})).toMatchObject(ended)
    expect(await desk.call(closeSession, { params })).toMatchObject({ status: 404 })
    expect((await desk.call(listSessions, {})).body.rows).toHaveLength(1)
  })

  test('everywhere else when the password changes', async () => {
    const who = await member(w, 'observer')
    const [here, there] = [await signedIn(who), await signedIn(who)]
    const next = 'eight quiet rivers 42'
    const change = (current: string) => here.call(changePassword, { body: { current, next } })
    expect(await change('another quiet river 41')).toMatchObject({
      status: 422,
      body: { faults: [{ pointer: '/current', code: 'password-wrong' }] },
    })
    expect(await there.call(getSession, {})).toMatchObject({ status: 200 })
    expect(await change(password)).toMatchObject({ status: 204 })
    expect(await here.call(getSession, {})).toMatchObject({ status: 200 })
    expect(await there.call(getSession, {})).toMatchObject(ended)
    expect(await browser(w.running).signIn(who.email, password)).toMatchObject({ status: 401 })
    expect(await browser(w.running).signIn(who.email, next)).toMatchObject({ status: 200 })
  })
})

describe('in a session', () => {
  test('another hat of one’s own can be worn, and no other', async () => {
    const who = await member(w, 'caseManager')
    const somebody = await w.somebody('caseManager')
    const second = newId()
    await w.admin.query(
      'insert into access.hats (id, account_id, role, agency_id, team_id) values ($1, $2, $3, $4, $5)',
      [second, somebody.accountId, 'supervisor', w.agencyId, w.teamId],
    )
    const foreign = await w.admin.query<{ id: string }>('select id from access.hats where account_id = $1', [
      who.accountId,
    ])
    const wear = (hatId: string) => w.as(somebody)(wearHat, { body: { hatId } })
    expect(await wear(foreign.rows[0]?.id ?? '')).toMatchObject({ status: 404 })
    expect(await wear(second)).toMatchObject({ status: 200, body: { hat: { role: 'supervisor' } } })
    expect(await w.as(somebody)(getSession, {})).toMatchObject({ body: { hat: { id: second } } })
  })

  test('the language of screens and mail can be changed', async () => {
    const at = await signedIn(await member(w, 'observer'))
    expect(await at.call(speak, { body: { language: 'ky' } })).toMatchObject({ status: 204 })
    expect(await at.call(getSession, {})).toMatchObject({ body: { account: { language: 'ky' } } })
  })
})

describe('a device that is new', () => {
  const told = async (who: Member) => {
    const { rows } = await w.admin.query<{ topic: string }>(
      "select topic from platform.outbox where payload ->> 'accountId' = $1 and topic like 'account.%' order by id",
      [who.accountId],
    )
    return rows.map(row => row.topic)
  }

  test('is told to the owner, once, and marked in the list; the first of all and a known one are not', async () => {
    const who = await member(w, 'observer')
    const desk = await signedIn(who)
    await desk.call(signOut, {})
    expect(desk.jar.size, 'what a device is known by stays when somebody signs out').toBe(1)
    await desk.signIn(who.email, password)
    expect(await told(who)).toEqual([])
    const phone = await signedIn(who)
    expect(await told(who)).toEqual(['account.new-device'])
    const { rows } = (await desk.call(listSessions, {})).body
    expect(rows).toHaveLength(2)
    for (const row of rows) expect(row.newDevice, 'the phone, and not the desk').toBe(!row.current)
    await phone.signIn(who.email, password)
    expect(await told(who)).toEqual(['account.new-device'])
    const found = (await desk.call(listSessions, {})).body.rows.find(row => !row.current)
    expect((await desk.call(closeSession, { params: { id: found?.id ?? '' } })).status).toBe(204)
    expect(await phone.call(getSession, {})).toMatchObject(ended)
  })

  test('of a phone that two people share is new for each of them', async () => {
    const [one, other] = [await member(w, 'observer'), await member(w, 'observer')]
    const phone = await signedIn(one)
    await signedIn(other)
    await phone.signIn(other.email, password)
    expect(await told(other)).toEqual(['account.new-device'])
    expect(await told(one)).toEqual([])
  })

  test('cannot be made known by a cookie that somebody writes themselves', async () => {
    const who = await member(w, 'observer')
    await signedIn(who)
    const forged = browser(w.running, {
      jar: new Map([[`${w.running.signIn.cookieName.replace('session_token', 'device')}`, 'x'.repeat(32)]]),
    })
    await forged.signIn(who.email, password)
    expect(await told(who)).toEqual(['account.new-device'])
  })

  test('is not all that one hears of: a password that changed, too', async () => {
    const who = await member(w, 'observer')
    const at = await signedIn(who)
    const next = 'eight loud rivers 42'
    expect(await at.call(changePassword, { body: { current: password, next } })).toMatchObject({
      status: 204,
    })
    expect(await told(who)).toEqual(['account.password-changed'])
  })
})
