import { askReset, getNode, passSecondFactor } from '@kerege/contract/access/routes'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newId } from '../../platform/ids.ts'
import { type World, world } from '../../testing/world.ts'
import { openRateLimit } from './rateLimit.ts'
import { browser, enrol, type Member, member, password } from './testing/browser.ts'
import { mailServer } from './testing/mailServer.ts'

let w: World
let mails: Awaited<ReturnType<typeof mailServer>>
beforeAll(async () => {
  mails = await mailServer()
  w = await world({ mail: mails.options })
})
afterAll(async () => {
  await w.close()
  await mails.close()
})

const wrong = 'another quiet river 41'
const guess = (who: Pick<Member, 'email'>, ip = newId()) =>
  browser(w.running, { ip }).signIn(who.email, wrong)

/** As if the time had passed: the database's clock cannot be set. */
const later = (minutes: number) =>
  w.admin.query(
    `update access.lockouts set first_at = first_at - make_interval(mins => $1),
            locked_until = locked_until - make_interval(mins => $1)`,
    [minutes],
  )

describe('an address', () => {
  test('is shut after eight wrong passwords, even for the right one, and opens again', async () => {
    const who = await member(w, 'observer')
    for (let n = 0; n < 8; n++) expect(await guess(who)).toMatchObject({ status: 401 })
    const at = browser(w.running)
    expect(await at.signIn(who.email, password)).toMatchObject({
      status: 429,
      body: { code: 'locked', minutes: 15 },
    })
    await later(14)
    expect(await at.signIn(who.email, password)).toMatchObject({ status: 429, body: { minutes: 1 } })
    await later(1)
    expect(await at.signIn(who.email, password)).toMatchObject({ status: 200 })
  })

  test('is shut just the same when nobody has it', async () => {
    const nobody = { email: `${newId()}@example.org` }
    for (let n = 0; n < 8; n++) expect(await guess(nobody)).toMatchObject({ status: 401 })
    expect(await guess(nobody)).toMatchObject({ status: 429, body: { code: 'locked', minutes: 15 } })
  })

  test('is not guessed at faster by guessing all at once', async () => {
    const who = await member(w, 'observer')
    const answers = await Promise.all(Array.from({ length: 20 }, () => guess(who)))
    expect(answers.filter(({ status }) => status === 401)).toHaveLength(8)
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(12)
  })

  test('forgets its failures with a success, and after a quarter of an hour', async () => {
    const who = await member(w, 'observer')
    for (let n = 0; n < 7; n++) await guess(who)
    expect(await browser(w.running).signIn(who.email, password)).toMatchObject({ status: 200 })
    for (let n = 0; n < 7; n++) expect(await guess(who)).toMatchObject({ status: 401 })
    await later(15)
    for (let n = 0; n < 7; n++) expect(await guess(who)).toMatchObject({ status: 401 })
  })

  test('tells its owner once, in their language', async () => {
    const who = await member(w, 'observer')
    for (let n = 0; n < 12; n++) await guess(who)
    const told = mails.letters.filter(letter => letter.to.includes(who.email))
    expect(told).toHaveLength(1)
    expect(told[0]?.subject).toBe('Тіркелгіңіз бірнеше минутқа жабылды')
    expect(told[0]?.text).toContain(who.name)
    expect(told[0]?.text).toContain('15 минутқа')
    expect(told[0]?.text).toContain('http://localhost:4999/password/forgotten')
  })
})

describe('a client', () => {
  test('that tries many addresses is shut, and a success of its own does not help', async () => {
    const who = await member(w, 'observer')
    const ip = newId()
    const stranger = () => guess({ email: `${newId()}@example.org` }, ip)
    await w.admin.query('delete from access.lockouts')
    await stranger()
    // As if it had tried all day: sixty hashes take their time.
    await w.admin.query('update access.lockouts set failures = 58')
    expect(await browser(w.running, { ip }).signIn(who.email, password)).toMatchObject({ status: 200 })
    expect(await stranger()).toMatchObject({ status: 401 })
    expect(await stranger()).toMatchObject({ status: 401 })
    expect(await browser(w.running, { ip }).signIn(who.email, password)).toMatchObject({
      status: 429,
      body: { code: 'locked' },
    })
    expect(await browser(w.running).signIn(who.email, password)).toMatchObject({ status: 200 })
  })
})

describe('codes of the second factor', () => {
  test('are counted per account, however often somebody begins anew', async () => {
    const who = await member(w, 'caseManager')
    const app = await enrol(browser(w.running), who)
    const statuses: number[] = []
    for (let n = 0; n < 9; n++) {
      const at = browser(w.running)
      await at.signIn(who.email, password)
      const reply = await at.call(passSecondFactor, { body: { kind: 'totp', code: '000000' } })
      statuses.push(reply.status)
      // The password is known, so its own count is not what stops this.
      await w.admin.query('delete from access.lockouts')
    }
    expect(statuses).toEqual([...Array.from({ length: 8 }, () => 401), 429])
    const owner = browser(w.running)
    await owner.signIn(who.email, password)
    expect(await owner.call(passSecondFactor, { body: { kind: 'totp', code: app.code(1) } })).toMatchObject({
      status: 429,
      body: { code: 'locked' },
    })
  })

  test('cannot be asked for without end by somebody who knows the password', async () => {
    const who = await member(w, 'caseManager')
    await enrol(browser(w.running), who)
    for (let n = 0; n < 8; n++) {
      expect(await browser(w.running).signIn(who.email, password)).toMatchObject({ status: 200 })
    }
    expect(await browser(w.running).signIn(who.email, password)).toMatchObject({ status: 429 })
  })
})

describe('knocking', () => {
  test('too often is refused for a while, for one client and not for others', async () => {
    const at = browser(w.running)
    const answers = []
    for (let n = 0; n < 301; n++) answers.push(await at.call(getNode, {}))
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(300)
    expect(answers.at(-1)).toMatchObject({ status: 429, body: { code: 'too-many-requests' } })
    expect(await browser(w.running).call(getNode, {})).toMatchObject({ status: 200 })
  })

  test('opens again when its time is over, and keeps no address', async () => {
    const limit = openRateLimit('a-door', 2, 60)
    const knock = (client: string) => limit.take(w.running.node, client, 1)
    await knock('10.0.0.1')
    await knock('10.0.0.1')
    await knock('10.0.0.2')
    await expect(knock('10.0.0.1')).rejects.toMatchObject({
      code: 'too-many-requests',
      details: { seconds: expect.any(Number) },
    })
    await w.admin.query("update access.knocks set ends_at = now() - interval '1 s' where door = 'a-door'")
    await openRateLimit('a-door', 2, 60).take(w.running.node, '10.0.0.1', 1)
    const { rows } = await w.admin.query<{ kept: string }>('select k::text as kept from access.knocks k')
    expect(rows.map(row => row.kept).join()).not.toContain('10.0.0')
  })

  test('asks the database nothing once somebody is shut out', async () => {
    const limit = openRateLimit('quiet-door', 1, 60, 1)
    await limit.take(w.running.node, 'first', 1)
    await expect(limit.take(w.running.node, 'first', 1)).rejects.toThrow('too-many-requests')
    const away = { pool: { query: () => Promise.reject(new Error('asked')) }, keys: w.running.node.keys }
    const broken = away as unknown as typeof w.running.node // a pool that answers nothing
    await expect(limit.take(broken, 'first', 1)).rejects.toThrow('too-many-requests')
    await expect(limit.take(broken, 'second', 1)).rejects.toThrow('asked')
  })

  test('for a new password again and again is refused, whether or not anybody has the address', async () => {
    const who = await member(w, 'observer')
    for (const email of [who.email, `${newId()}@example.org`]) {
      const ask = () => browser(w.running).call(askReset, { body: { email } })
      for (let n = 0; n < 8; n++) expect(await ask()).toMatchObject({ status: 204 })
      expect(await ask()).toMatchObject({ status: 429, body: { code: 'locked' } })
    }
  })
})
