import { askSecondFactorReset, invite, passSecondFactor } from '@kerege/contract/access/routes'
import { addPasskey, getProof, prove } from '@kerege/contract/access/proofRoutes'
import { askExport, askPaper } from '@kerege/contract/exports/routes'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type World, world } from '../../testing/world.ts'
import { type Browser, browser, enrol, type Member, member, password } from './testing/browser.ts'

let w: World
beforeAll(async () => {
  // Of invented people, so that the demo's way can be tried; everything else is as at any node.
  w = await world({ demo: true })
})
afterAll(() => w.close())

const lie = (who: Member, minutes: number) =>
  w.admin.query(
    'update access.sessions set fresh_at = now() - make_interval(mins => $2) where account_id = $1',
    [who.accountId, minutes],
  )
const takeOut = (at: Browser) =>
  at.call(askExport, { body: { of: 'people', format: 'csv', reason: 'The monthly list for the centre' } })
const stale = { status: 403, body: { code: 'step-up-needed', minutes: 5 } }

describe('a grave act', () => {
  test('is refused five minutes after the last proof, by every such route, and nothing is done', async () => {
    const who = await member(w, 'supervisor')
    const at = browser(w.running)
    await enrol(at, who)
    await lie(who, 4)
    expect(await takeOut(at)).toMatchObject({ status: 201 })
    await lie(who, 5)
    expect(await takeOut(at)).toMatchObject(stale)
    expect(
      await at.call(askPaper, { body: { of: 'rooms', format: 'pdf', reason: 'For the door of the house' } }),
    ).toMatchObject(stale)
    const tickets = await w.admin.query(
      "select 1 from audit.entries where account_id = $1 and action like '%export-asked' and outcome = 'done'",
      [who.accountId],
    )
    expect(tickets.rowCount).toBe(1)
    // A session from before proofs were kept.
    await w.admin.query('update access.sessions set fresh_at = null where account_id = $1', [who.accountId])
    expect(await takeOut(at)).toMatchObject(stale)
  })

  test('is nobody else’s for a proof: what the role does not hold stays shut first', async () => {
    const who = await member(w, 'caseManager')
    const at = browser(w.running)
    await enrol(at, who)
    await lie(who, 60)
    expect(await takeOut(at)).toMatchObject({ status: 403, body: { code: 'not-allowed' } })
  })

  test('never waits on a device: such a route keeps no command for later', () => {
    for (const route of [askExport, askPaper, invite, askSecondFactorReset, addPasskey]) {
      expect(route).toMatchObject({ stepUp: true })
      expect(route.offline).not.toBe('queue')
    }
  })
})

describe('a proof', () => {
  test('by the authenticator opens the act for five minutes; a code is good once', async () => {
    const who = await member(w, 'supervisor')
    const app = await enrol(browser(w.running), who)
    const at = browser(w.running)
    await at.signIn(who.email, password)
    await at.call(passSecondFactor, { body: { kind: 'totp', code: app.code(0) } })
    await w.admin.query('update access.accounts set used_codes = default where id = $1', [who.accountId])
    await at.call(passSecondFactor, { body: { kind: 'totp', code: app.code(0) } })
    await at.signIn(who.email, password)
    const code = app.code(1)
    expect(await at.call(passSecondFactor, { body: { kind: 'totp', code } })).toMatchObject({ status: 200 })
    await lie(who, 60)
    expect((await at.call(getProof, {})).body).toEqual({ ways: ['totp', 'recovery'], minutes: 5 })
    for (const wrong of ['000000', code]) {
      expect(await at.call(prove, { body: { kind: 'totp', code: wrong } })).toMatchObject({
        status: 422,
        body: { faults: [{ pointer: '/code', code: 'code-refused' }] },
      })
    }
    expect(await takeOut(at)).toMatchObject(stale)
    await w.admin.query('update access.accounts set used_codes = default where id = $1', [who.accountId])
    expect(await at.call(prove, { body: { kind: 'totp', code: app.code(0) } })).toMatchObject({ status: 200 })
    expect(await takeOut(at)).toMatchObject({ status: 201 })
    const told = await w.admin.query(
      "select outcome from audit.entries where account_id = $1 and action = 'session.proven'",
      [who.accountId],
    )
    expect(told.rows).toEqual([{ outcome: 'done' }])
  })

  test('is never less than the account has: no password beside an authenticator, no demo code', async () => {
    const who = await member(w, 'supervisor')
    const at = browser(w.running)
    const { recoveryCodes } = await enrol(at, who)
    await lie(who, 60)
    expect(await at.call(prove, { body: { kind: 'password', password } })).toMatchObject({
      status: 403,
      body: { code: 'proof-unfit' },
    })
    expect(await at.call(prove, { body: { kind: 'demo', code: '000000' } })).toMatchObject({
      status: 403,
      body: { code: 'proof-unfit' },
    })
    expect(await takeOut(at)).toMatchObject(stale)
    const [code = ''] = recoveryCodes
    expect(await at.call(prove, { body: { kind: 'recovery', code } })).toMatchObject({ status: 200 })
    await lie(who, 60)
    expect(await at.call(prove, { body: { kind: 'recovery', code } })).toMatchObject({ status: 422 })
  })

  test('cannot be guessed from a session that was left lying open', async () => {
    const who = await member(w, 'supervisor')
    const at = browser(w.running)
    await enrol(at, who)
    await lie(who, 60)
    const codes = await Promise.all(
      Array.from({ length: 9 }, (_, n) =>
        at.call(prove, { body: { kind: 'totp', code: String(n).repeat(6) } }),
      ),
    )
    expect(codes.filter(one => one.status === 429)).toHaveLength(1)
    expect(await takeOut(at)).toMatchObject(stale)
  })

  test('at the hub, where a role works without a second factor, is the password', async () => {
    const who = await member(w, 'observer')
    const at = browser(w.running)
    await at.signIn(who.email, password)
    expect((await at.call(getProof, {})).body.ways).toEqual(['password'])
    expect(await at.call(prove, { body: { kind: 'password', password: 'not this one 41' } })).toMatchObject({
      status: 422,
      body: { faults: [{ pointer: '/password', code: 'password-wrong' }] },
    })
    expect(await at.call(prove, { body: { kind: 'password', password } })).toMatchObject({ status: 200 })
    expect(await browser(w.running).call(getProof, {})).toMatchObject({ status: 401 })
  })

  test('is shown by a node of invented people to a session of its demo door, and to no other', async () => {
    const who = await member(w, 'supervisor')
    const at = browser(w.running)
    await enrol(at, who)
    expect((await at.call(getProof, {})).body).toEqual({ ways: ['totp', 'recovery'], minutes: 5 })
    await w.admin.query("update access.sessions set opened_by = 'demo' where account_id = $1", [
      who.accountId,
    ])
    await lie(who, 60)
    const { ways, demoCode = '' } = (await at.call(getProof, {})).body
    expect(ways).toEqual(['demo'])
    expect(await takeOut(at)).toMatchObject(stale)
    expect(await at.call(prove, { body: { kind: 'demo', code: demoCode } })).toMatchObject({ status: 200 })
    expect(await takeOut(at)).toMatchObject({ status: 201 })
  })
})
