import {
  addPasskey,
  askNewPasskey,
  askPasskeySignIn,
  askProof,
  getProof,
  listPasskeys,
  prove,
  removePasskey,
  renamePasskey,
  signInByPasskey,
} from '@kerege/contract/access/proofRoutes'
import { finishSecondFactor, getSession, startSecondFactor } from '@kerege/contract/access/routes'
import { listPeople } from '@kerege/contract/people/routes'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { authenticator } from '../../../../../../tests/support/authenticator.ts'
import { type World, world } from '../../../testing/world.ts'
import { type Browser, browser, enrol, member, password } from '../testing/browser.ts'
import { mailServer } from '../testing/mailServer.ts'

let w: World
let post: Awaited<ReturnType<typeof mailServer>>
beforeAll(async () => {
  post = await mailServer()
  w = await world({ mail: post.options })
})
afterAll(async () => {
  await w.close()
  await post.close()
})

type Device = ReturnType<typeof authenticator>
const device = () => authenticator(w.running.node.baseUrl)

async function added(at: Browser, name = 'Phone of the office'): Promise<Device> {
  const one = device()
  const { body } = await at.call(askNewPasskey, {})
  expect(await at.call(addPasskey, { body: { name, made: one.make(body) } })).toMatchObject({ status: 201 })
  return one
}

async function withPasskey() {
  const who = await member(w, 'caseManager')
  const at = browser(w.running)
  await enrol(at, who)
  return { who, at, key: await added(at) }
}

const asked = async (at: Browser) => (await at.call(askPasskeySignIn, {})).body
const refused = { status: 401, body: { code: 'passkey-refused' } }

describe('a passkey comes in', () => {
  test('alone, as both factors, and with all rights of the role', async () => {
    const { key } = await withPasskey()
    const at = browser(w.running)
    expect(await at.call(signInByPasskey, { body: key.answer(await asked(at)) })).toMatchObject({
      status: 200,
      body: { next: 'signed-in' },
    })
    expect(await at.call(listPeople, {})).toMatchObject({ status: 200 })
    expect((await at.call(getSession, {})).body.secondFactor).toBe(true)
  })

  test('never from another origin, for another host, or without making sure of its owner', async () => {
    const { key } = await withPasskey()
    const at = browser(w.running)
    for (const bent of [
      { origin: 'http://localhost:9' },
      { origin: 'https://kerege.example.phish' },
      { rpId: 'example.org' },
      { verified: false },
    ]) {
      expect(await at.call(signInByPasskey, { body: key.answer(await asked(at), bent) })).toMatchObject(
        refused,
      )
    }
    expect(await at.call(getSession, {})).toMatchObject({ status: 401 })
  })

  test('never twice with one answer, with a challenge of its own making, an old one, or one for something else', async () => {
    const { key, at: inside } = await withPasskey()
    const at = browser(w.running)
    const answer = key.answer(await asked(at))
    expect(await at.call(signInByPasskey, { body: answer })).toMatchObject({ status: 200 })
    expect(await browser(w.running).call(signInByPasskey, { body: answer })).toMatchObject(refused)
    const own = key.answer({ challenge: 'YWJjZGVmZ2hpamtsbW5vcHFyc3R1dnd4eXphYmNkZWY' })
    expect(await at.call(signInByPasskey, { body: own })).toMatchObject(refused)
    const old = await asked(at)
    await w.admin.query("update access.challenges set expires_at = now() - interval '1 second'")
    expect(await at.call(signInByPasskey, { body: key.answer(old) })).toMatchObject(refused)
    const again = (await inside.call(askProof, {})).body
    expect(await at.call(signInByPasskey, { body: key.answer(again) })).toMatchObject(refused)
  })

  test('burns its challenge when it is refused: the same one does not come back for a second try', async () => {
    const { key } = await withPasskey()
    const at = browser(w.running)
    const options = await asked(at)
    const wrong = key.answer(options, { origin: 'https://kerege.example.phish' })
    expect(await at.call(signInByPasskey, { body: wrong })).toMatchObject(refused)
    expect(await at.call(signInByPasskey, { body: key.answer(options) })).toMatchObject(refused)
  })

  test('never of somebody who is blocked, nor one that nobody here has', async () => {
    const { who, key } = await withPasskey()
    await w.admin.query("update access.accounts set state = 'blocked' where id = $1", [who.accountId])
    const at = browser(w.running)
    expect(await at.call(signInByPasskey, { body: key.answer(await asked(at)) })).toMatchObject(refused)
    const strange = device()
    expect(await at.call(signInByPasskey, { body: strange.answer(await asked(at)) })).toMatchObject(refused)
  })

  test('and is shut when its counter goes back: there are two of it, and its owner is told', async () => {
    const { who, at, key } = await withPasskey()
    const thief = browser(w.running)
    expect(
      await thief.call(signInByPasskey, { body: key.answer(await asked(thief), { counter: 40 }) }),
    ).toMatchObject({ status: 200 })
    const behind = browser(w.running)
    expect(
      await behind.call(signInByPasskey, { body: key.answer(await asked(behind), { counter: 40 }) }),
    ).toMatchObject({ status: 401, body: { code: 'passkey-doubted' } })
    // Whoever of the two comes now, however far it counts.
    expect(
      await behind.call(signInByPasskey, { body: key.answer(await asked(behind), { counter: 99 }) }),
    ).toMatchObject({ status: 401, body: { code: 'passkey-doubted' } })
    expect((await at.call(listPasskeys, {})).body.rows).toMatchObject([{ doubted: true }])
    expect((await at.call(getProof, {})).body.ways).toEqual(['totp', 'recovery'])
    expect(post.to(who.email)?.text).toContain('/account')
    expect(post.letters).toHaveLength(1)
  })
})

describe('a passkey proves once more who is there', () => {
  test('for the session that asked, and for no other', async () => {
    const { who, at, key } = await withPasskey()
    const stale = () =>
      w.admin.query("update access.sessions set fresh_at = now() - interval '1 hour' where account_id = $1", [
        who.accountId,
      ])
    await stale()
    expect(await at.call(askNewPasskey, {})).toMatchObject({ status: 403, body: { code: 'step-up-needed' } })
    const elsewhere = browser(w.running)
    await elsewhere.call(signInByPasskey, { body: key.answer(await asked(elsewhere)) })
    await stale()
    const options = (await at.call(askProof, {})).body
    const answer = key.answer(options)
    expect(await elsewhere.call(prove, { body: { kind: 'passkey', answer } })).toMatchObject(refused)
    const own = key.answer((await at.call(askProof, {})).body)
    expect(await at.call(prove, { body: { kind: 'passkey', answer: own } })).toMatchObject({ status: 200 })
    expect(await at.call(askNewPasskey, {})).toMatchObject({ status: 200 })
    expect(await elsewhere.call(askNewPasskey, {})).toMatchObject({ status: 403 })
  })

  test('and somebody else’s proves nothing', async () => {
    const one = await withPasskey()
    const other = await withPasskey()
    const options = (await one.at.call(askProof, {})).body
    const answer = other.key.answer(options)
    expect(await one.at.call(prove, { body: { kind: 'passkey', answer } })).toMatchObject(refused)
  })
})

test('a real node has no demo code, whatever its database says of a session', async () => {
  const { who, at } = await withPasskey()
  await w.admin.query("update access.sessions set opened_by = 'demo' where account_id = $1", [who.accountId])
  expect((await at.call(getProof, {})).body).toEqual({ ways: ['passkey', 'totp', 'recovery'], minutes: 5 })
  expect(await at.call(prove, { body: { kind: 'demo', code: '000000' } })).toMatchObject({
    status: 403,
    body: { code: 'proof-unfit' },
  })
})

describe('one’s passkeys', () => {
  test('are made only from a challenge of this session, and a device only once', async () => {
    const { at } = await withPasskey()
    const stranger = await withPasskey()
    const options = (await stranger.at.call(askNewPasskey, {})).body
    const fault = { status: 422, body: { faults: [{ pointer: '/made', code: 'passkey-refused' }] } }
    expect(await at.call(addPasskey, { body: { name: 'X', made: device().make(options) } })).toMatchObject(
      fault,
    )
    const one = device()
    const make = async () => one.make((await at.call(askNewPasskey, {})).body)
    const unverified = device().make((await at.call(askNewPasskey, {})).body, { verified: false })
    expect(await at.call(addPasskey, { body: { name: 'X', made: unverified } })).toMatchObject(fault)
    expect(await at.call(addPasskey, { body: { name: 'Key', made: await make() } })).toMatchObject({
      status: 201,
    })
    expect(await at.call(addPasskey, { body: { name: 'Again', made: await make() } })).toMatchObject(fault)
  })

  test('are seen, renamed and taken off by their owner only', async () => {
    const { at, key } = await withPasskey()
    const stranger = await withPasskey()
    const [mine] = (await at.call(listPasskeys, {})).body.rows
    expect(mine).toMatchObject({ name: 'Phone of the office', doubted: false, synced: false })
    const params = { id: mine?.id ?? '' }
    expect(await stranger.at.call(renamePasskey, { params, body: { name: 'Mine' } })).toMatchObject({
      status: 404,
    })
    expect(await stranger.at.call(removePasskey, { params })).toMatchObject({ status: 404 })
    expect(await at.call(renamePasskey, { params, body: { name: 'Қара телефон' } })).toMatchObject({
      body: { name: 'Қара телефон' },
    })
    expect(await at.call(removePasskey, { params })).toMatchObject({ status: 204 })
    const after = browser(w.running)
    expect(await after.call(signInByPasskey, { body: key.answer(await asked(after)) })).toMatchObject(refused)
  })

  test('keep out whoever has only the password of an account without an authenticator', async () => {
    const { who } = await withPasskey()
    await w.running.signIn.forgetSecondFactor(who.userId)
    await w.admin.query('update access.accounts set second_factor = false where id = $1', [who.accountId])
    const thief = browser(w.running)
    expect(await thief.signIn(who.email, password)).toMatchObject({ body: { next: 'passkey' } })
    expect(await thief.call(listPeople, {})).toMatchObject({ status: 403 })
    const shut = { status: 403, body: { code: 'passkey-needed' } }
    expect(await thief.call(startSecondFactor, { body: { password } })).toMatchObject(shut)
    expect(await thief.call(finishSecondFactor, { body: { code: '000000' } })).toMatchObject(shut)
  })
})
