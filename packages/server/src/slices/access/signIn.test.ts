import {
  changePassword,
  finishSecondFactor,
  getSession,
  listSessions,
  passSecondFactor,
  signOut,
  startSecondFactor,
} from '@kerege/contract/access/routes'
import { listPeople } from '@kerege/contract/people/routes'
import { symmetricEncrypt } from 'better-auth/crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type World, world } from '../../testing/world.ts'
import { browser, enrol, member, password } from './testing/browser.ts'

let w: World
beforeAll(async () => {
  w = await world()
})
afterAll(() => w.close())

const bare = ({ status, body }: { status: number; body: object }) => ({
  status,
  body: { ...body, reference: '' },
})

describe('the door stays shut', () => {
  test('for a wrong password, an unknown address and a blocked account, with one answer', async () => {
    const known = await member(w, 'caseManager')
    const blocked = await member(w, 'caseManager')
    await w.admin.query("update access.accounts set state = 'blocked' where id = $1", [blocked.accountId])
    const wrong = await browser(w.running).signIn(known.email, 'another quiet river 41')
    const unknown = await browser(w.running).signIn('nobody@example.org', password)
    const shut = await browser(w.running).signIn(blocked.email, password)
    expect(wrong).toMatchObject({ status: 401, body: { code: 'sign-in-refused' }, cookies: [] })
    expect(bare(unknown)).toEqual(bare(wrong))
    expect(bare(shut)).toEqual(bare(wrong))
    expect(unknown.cookies).toEqual([])
    expect(shut.cookies).toEqual([])
  })

  test('for a common password as a new one', async () => {
    const who = await member(w, 'observer')
    const at = browser(w.running)
    await at.signIn(who.email, password)
    expect(
      await at.call(changePassword, { body: { current: password, next: 'Password123456' } }),
    ).toMatchObject({
      status: 422,
      body: { faults: [{ pointer: '/next', code: 'password-common' }] },
    })
  })

  test('when the entry in the log cannot be written: nobody is let in unseen', async () => {
    const shy = await world()
    const who = await member(shy, 'observer')
    await shy.admin.query('alter table audit.entries add constraint full_disk check (false) not valid')
    const at = browser(shy.running)
    const reply = await at.signIn(who.email, password)
    expect(reply.status).toBe(500)
    expect(reply.cookies).toEqual([])
    const open = await shy.admin.query('select 1 from access.sessions union all select 1 from auth.session')
    expect(open.rowCount).toBe(0)
    await shy.admin.query('alter table audit.entries drop constraint full_disk')
    expect(await at.signIn(who.email, password)).toMatchObject({ status: 200 })
    await shy.close()
  })
})

describe('a role that sees personal data', () => {
  test('has no rights before its second factor, and all of them after', async () => {
    const who = await member(w, 'caseManager')
    const at = browser(w.running)
    expect(await at.signIn(who.email, password)).toMatchObject({
      status: 200,
      body: { next: 'enrol-second-factor' },
    })
    for (const route of [listPeople, getSession, listSessions]) {
      expect(await at.call(route, {})).toMatchObject({ status: 403, body: { code: 'second-factor-needed' } })
    }
    expect(
      await at.call(changePassword, { body: { current: password, next: 'eight quiet rivers 42' } }),
    ).toMatchObject({ status: 403, body: { code: 'second-factor-needed' } })

    expect(await at.call(startSecondFactor, { body: { password: 'another quiet river 41' } })).toMatchObject({
      status: 422,
      body: { faults: [{ pointer: '/password', code: 'password-wrong' }] },
    })
    const app = await enrol(at, who)
    expect(await at.call(listPeople, {})).toMatchObject({ status: 200 })
    expect(await at.call(getSession, {})).toMatchObject({ body: { secondFactor: true } })
    expect(app.recoveryCodes).toHaveLength(10)
  })

  test('cannot let a recovery code or an old session stand in for setting up', async () => {
    const who = await member(w, 'caseManager')
    const [at, other] = [browser(w.running), browser(w.running)]
    await at.signIn(who.email, password)
    await other.signIn(who.email, password)
    const started = await at.call(startSecondFactor, { body: { password } })
    const [code = ''] = started.body.recoveryCodes
    expect(await at.call(passSecondFactor, { body: { kind: 'recovery', code } })).toMatchObject({
      status: 401,
      body: { code: 'code-refused' },
    })
    expect(await at.call(finishSecondFactor, { body: { code: '000000' } })).toMatchObject({
      status: 422,
      body: { faults: [{ code: 'code-refused' }] },
    })
    await enrol(at, who)
    // Opened by password alone, before there was an authenticator.
    expect(await other.call(finishSecondFactor, { body: { code: '000000' } })).toMatchObject({
      status: 401,
      body: { code: 'not-signed-in' },
    })
    expect(await at.call(finishSecondFactor, { body: { code: '000000' } })).toMatchObject({
      status: 409,
      body: { code: 'second-factor-exists' },
    })
  })

  test('signs in with password and code from then on, and a code is good once', async () => {
    const who = await member(w, 'caseManager')
    const app = await enrol(browser(w.running), who)
    const at = browser(w.running)
    expect(await at.signIn(who.email, password)).toMatchObject({ body: { next: 'second-factor' } })
    expect(await at.call(getSession, {})).toMatchObject({ status: 401 })
    const next = app.code(1)
    expect(await at.call(passSecondFactor, { body: { kind: 'totp', code: next } })).toMatchObject({
      status: 200,
      body: { next: 'signed-in' },
    })
    expect(await at.call(listPeople, {})).toMatchObject({ status: 200 })

    // The one before is right for half a minute yet, and was used as well.
    for (const code of [next, app.codeOf(app.used)]) {
      const thief = browser(w.running)
      await thief.signIn(who.email, password)
      expect(await thief.call(passSecondFactor, { body: { kind: 'totp', code } })).toMatchObject({
        status: 401,
        body: { code: 'code-refused' },
      })
      expect(await thief.call(getSession, {})).toMatchObject({ status: 401 })
    }
  })

  test('gets in by a recovery code, once', async () => {
    const who = await member(w, 'caseManager')
    const { recoveryCodes } = await enrol(browser(w.running), who)
    const [code = ''] = recoveryCodes
    const use = async () => {
      const at = browser(w.running)
      await at.signIn(who.email, password)
      return at.call(passSecondFactor, { body: { kind: 'recovery', code } })
    }
    expect(await use()).toMatchObject({ status: 200, body: { next: 'signed-in' } })
    expect(await use()).toMatchObject({ status: 401, body: { code: 'code-refused' } })
  })

  test('whose recovery codes nobody learns from the table, and nobody guesses', async () => {
    const who = await member(w, 'caseManager')
    const { recoveryCodes } = await enrol(browser(w.running), who)
    for (const code of recoveryCodes) expect(code).toMatch(/^([A-Za-z2-9]{5}-){3}[A-Za-z2-9]{5}$/)
    expect(new Set(recoveryCodes).size).toBe(10)
    const kept = async () => {
      const { rows } = await w.admin.query<{ backupCodes: string }>(
        'select "backupCodes" from auth."twoFactor" where "userId" = $1',
        [who.userId],
      )
      return rows[0]?.backupCodes ?? ''
    }
    const hashes = JSON.parse(await kept()) as string[]
    expect(hashes).toHaveLength(10)
    for (const hash of hashes) expect(hash).toMatch(/^h1\.[\w-]{43}$/)
    const use = async (code: string) => {
      const at = browser(w.running)
      await at.signIn(who.email, password)
      return (await at.call(passSecondFactor, { body: { kind: 'recovery', code } })).status
    }
    const [stolen = ''] = hashes
    expect(await use(stolen.slice(0, 24).replace(/[^A-Za-z0-9-]/g, '-'))).toBe(401)
    expect(await use(recoveryCodes[0] ?? '')).toBe(200)
    expect(JSON.parse(await kept())).toEqual(hashes.slice(1))

    // A sheet from when they were sealed: it works, and is a list of hashes within the hour.
    const { oldest } = w.running.node.keys.auth()
    const old = ['Ab3dE-fGh1j', 'Kl4mN-oPq5r']
    const sealed = await symmetricEncrypt({ key: oldest, data: JSON.stringify(old) })
    await w.admin.query('update auth."twoFactor" set "backupCodes" = $2 where "userId" = $1', [
      who.userId,
      sealed,
    ])
    expect(await use(old[0] ?? '')).toBe(200)
    expect(JSON.parse(await kept())).toHaveLength(1)
    await w.admin.query('update auth."twoFactor" set "backupCodes" = $2 where "userId" = $1', [
      who.userId,
      sealed,
    ])
    await w.running.signIn.tidy()
    expect(JSON.parse(await kept())).toHaveLength(2)
    expect(await use(old[1] ?? '')).toBe(200)
  })
})

describe('a session', () => {
  test('ends with signing out, and is written down', async () => {
    const who = await member(w, 'observer')
    const at = browser(w.running)
    expect(await at.signIn(who.email, password)).toMatchObject({ body: { next: 'signed-in' } })
    const kept = new Map(at.jar)
    expect((await at.call(signOut, {})).status).toBe(204)
    expect([...at.jar.keys()], 'what a device is known by').toEqual(['kerege-kz.device'])
    expect(await browser(w.running, { jar: kept }).call(getSession, {})).toMatchObject({ status: 401 })
    const told = await w.admin.query(
      'select action, outcome from audit.entries where account_id = $1 order by at',
      [who.accountId],
    )
    expect(told.rows).toEqual([
      { action: 'session.opened', outcome: 'done' },
      { action: 'session.closed', outcome: 'done' },
    ])
  })

  test('gives way to the next one of the same browser', async () => {
    const who = await member(w, 'observer')
    const at = browser(w.running)
    await at.signIn(who.email, password)
    await at.signIn(who.email, password)
    expect((await at.call(listSessions, {})).body.rows).toHaveLength(1)
  })
})
