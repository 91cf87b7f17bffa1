import {
  blockAccount,
  getAccount,
  getSession,
  invite,
  listAccounts,
  listColleagues,
  setHats,
  unblockAccount,
} from '@kerege/contract/access/routes'
import { getPerson, listPeople, registerPerson, searchPeople } from '@kerege/contract/people/routes'
import { decideApproval } from '@kerege/contract/approvals/routes'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newId } from '../../platform/ids.ts'
import { draft as person } from '../../testing/people.ts'
import { type Somebody, type World, world } from '../../testing/world.ts'
import { browser, member, password } from './testing/browser.ts'

let w: World
let administrator: Somebody
let second: Somebody
beforeAll(async () => {
  w = await world()
  administrator = await w.somebody('administrator')
  second = await w.somebody('administrator')
})
afterAll(() => w.close())

const reason = 'Moves to another team'
const invited = (over: object = {}) => ({
  email: `${newId()}@example.org`,
  name: 'Данияр Т.',
  language: 'ru' as const,
  hats: [{ role: 'caseManager' as const, agencyId: w.agencyId, teamId: w.teamId, ...over }],
  reason,
})
const agreed = async (approvalId = '') =>
  expect(
    await w.as(second)(
      decideApproval,
      { params: { id: approvalId }, body: { verdict: 'approved' } },
      { ifMatch: '"1"' },
    ),
  ).toMatchObject({ status: 200, body: { state: 'approved' } })
const faults = (reply: { body: object }) =>
  (reply.body as { faults?: { pointer: string; code: string }[] }).faults?.map(
    ({ pointer, code }) => `${pointer} ${code}`,
  )

describe('accounts refuse', () => {
  test('everybody who does not administer', async () => {
    const who = await w.somebody('supervisor')
    const params = { id: administrator.accountId }
    for (const reply of [
      await w.as(who)(listAccounts, {}),
      await w.as(who)(getAccount, { params }),
      await w.as(who)(invite, { body: invited() }),
      await w.as(who)(blockAccount, { params, body: { reason } }),
    ]) {
      expect(reply).toMatchObject({ status: 403, body: { code: 'not-allowed' } })
    }
    expect(await w.as(null)(listAccounts, {})).toMatchObject({ status: 401 })
  })

  test('an account that does not exist', async () => {
    const params = { id: newId() }
    const as = w.as(administrator)
    expect(await as(getAccount, { params })).toMatchObject({ status: 404 })
    expect(await as(blockAccount, { params, body: { reason } })).toMatchObject({ status: 404 })
    expect(await as(setHats, { params, body: { hats: invited().hats, reason } })).toMatchObject({
      status: 404,
    })
  })

  test('hats that this node does not have, all faults at once', async () => {
    const other = await w.agency()
    const hats = [
      { role: 'delegate' as const, agencyId: w.agencyId },
      { role: 'doctor' as const, agencyId: newId() },
      { role: 'caseManager' as const, agencyId: w.agencyId, teamId: other.teamId },
      { role: 'teacher' as const, agencyId: w.agencyId, areas: ['KZ-75', 'KZ-99'] },
      { role: 'teacher' as const, agencyId: w.agencyId, areas: ['KZ-99', 'KZ-75'] },
    ]
    const reply = await w.as(administrator)(invite, { body: { ...invited(), hats } })
    expect(faults(reply)).toEqual([
      '/hats/0/role role-not-here',
      '/hats/1/agencyId not-found',
      '/hats/2/teamId not-found',
      '/hats/3/areas/1 area-unknown',
      '/hats/4/areas/0 area-unknown',
      '/hats/4/role twice',
    ])
  })

  test('one’s own hats, blocking oneself, and leaving nobody who administers', async () => {
    const alone = await world()
    const first = await alone.somebody('administrator')
    const second = await alone.somebody('administrator')
    const hats = [{ role: 'supervisor' as const, agencyId: alone.agencyId }]
    const as = alone.as(first)
    const own = { id: first.accountId }
    expect(await as(setHats, { params: own, body: { hats, reason } })).toMatchObject({
      status: 403,
      body: { code: 'own-account' },
    })
    expect(await as(blockAccount, { params: own, body: { reason } })).toMatchObject({
      status: 403,
      body: { code: 'own-account' },
    })
    // Each takes the other away at the same moment: one of them stays.
    const answers = await Promise.all([
      as(blockAccount, { params: { id: second.accountId }, body: { reason } }),
      alone.as(second)(blockAccount, { params: own, body: { reason } }),
    ])
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
    const left = await alone.admin.query(
      `select 1 from access.accounts a join access.hats h on h.account_id = a.id
        where a.state = 'active' and h.ended_at is null and h.role = 'administrator'`,
    )
    expect(left.rowCount).toBe(1)
    await alone.close()
  })

  test('to take the last administrator away', async () => {
    const alone = await world()
    const [first, second] = [await alone.somebody('administrator'), await alone.somebody('administrator')]
    await alone.admin.query("update access.accounts set state = 'invited' where id = $1", [second.accountId])
    await alone.admin.query(
      "update access.roles set verbs = array_append(verbs, 'accounts.administer') where name = 'chair'",
    )
    const chair = await alone.somebody('chair')
    const params = { id: first.accountId }
    const hats = [{ role: 'supervisor' as const, agencyId: alone.agencyId }]
    const last = { status: 409, body: { code: 'last-administrator' } }
    expect(await alone.as(chair)(blockAccount, { params, body: { reason } })).toMatchObject(last)
    expect(await alone.as(chair)(setHats, { params, body: { hats, reason } })).toMatchObject(last)
    await alone.close()
  })
})

describe('an administrator', () => {
  test('goes through the accounts page by page, or by role', async () => {
    const small = await world()
    const as = small.as(await small.somebody('administrator', { name: 'Аа' }))
    for (const name of ['Бб', 'Вв', 'Гг']) await small.somebody('doctor', { name })
    const names: string[] = []
    let cursor: string | undefined
    do {
      const reply = await as(listAccounts, { query: { limit: 3, ...(cursor ? { cursor } : {}) } })
      names.push(...reply.body.rows.map(row => row.name))
      cursor = reply.body.next
      expect(cursor ?? '').not.toContain('Вв')
    } while (cursor)
    expect(names).toEqual(['Аа', 'Бб', 'Вв', 'Гг'])
    const doctors = await as(listAccounts, { query: { role: 'doctor' } })
    expect(doctors.body.rows.map(row => row.name)).toEqual(['Бб', 'Вв', 'Гг'])
    expect(await as(listAccounts, { query: { cursor: 'made-up' } })).toMatchObject({ status: 422 })
    await small.close()
  })

  test('blocks an account, which ends its sessions at once, and lets it in again', async () => {
    const who = await member(w, 'observer')
    const at = browser(w.running)
    await at.signIn(who.email, password)
    const params = { id: who.accountId }
    const as = w.as(administrator)
    const blocked = await as(blockAccount, { params, body: { reason: 'Left the service' } })
    expect(blocked).toMatchObject({ status: 200, body: { state: 'blocked' } })
    expect(await at.call(getSession, {})).toMatchObject({ status: 401, body: { code: 'session-ended' } })
    expect(await at.signIn(who.email, password)).toMatchObject({ status: 401 })
    expect(await as(unblockAccount, { params, body: { reason: 'Came back' } })).toMatchObject({
      body: { state: 'active' },
    })
    // What was open before stays closed.
    expect(await at.call(getSession, {})).toMatchObject({ status: 401 })
    expect(await at.signIn(who.email, password)).toMatchObject({ status: 200 })
    const told = await w.admin.query(
      "select outcome from audit.entries where action = 'account.blocked' and subjects @> array[$1::uuid]",
      [who.accountId],
    )
    expect(told.rows).toEqual([{ outcome: 'done' }])
  })

  test('unlocks somebody whom wrong passwords have shut out', async () => {
    const who = await member(w, 'observer')
    for (let n = 0; n < 9; n++) await browser(w.running).signIn(who.email, 'another quiet river 41')
    const params = { id: who.accountId }
    const as = w.as(administrator)
    expect(await as(getAccount, { params })).toMatchObject({ body: { state: 'locked' } })
    expect(await browser(w.running).signIn(who.email, password)).toMatchObject({ status: 429 })
    expect(
      await as(unblockAccount, { params, body: { reason: 'It was the owner, by telephone' } }),
    ).toMatchObject({ body: { state: 'active' } })
    expect(await browser(w.running).signIn(who.email, password)).toMatchObject({ status: 200 })
  })

  test('unblocks somebody who never accepted: the invitation is open again', async () => {
    const as = w.as(administrator)
    const made = await as(invite, { body: invited() })
    expect(made).toMatchObject({ status: 201, body: { state: 'invited', secondFactor: false } })
    const params = { id: made.body.id }
    await as(blockAccount, { params, body: { reason } })
    expect(await as(unblockAccount, { params, body: { reason } })).toMatchObject({
      body: { state: 'invited' },
    })
  })

  test('gives other hats: sessions that wear an ended one end, others go on', async () => {
    const who = await w.somebody('caseManager')
    const stays = { role: 'caseManager' as const, agencyId: w.agencyId, teamId: w.teamId }
    const added = { role: 'supervisor' as const, agencyId: w.agencyId, teamId: w.teamId }
    const params = { id: who.accountId }
    const set = (hats: (typeof stays | typeof added)[]) =>
      w.as(administrator)(setHats, { params, body: { hats, reason } })
    // Nothing is given before the second administrator agrees.
    const asked = await set([stays, added])
    expect(asked.body.hats.map(hat => hat.role)).toEqual(['caseManager'])
    await agreed(asked.body.approvalId)
    const { body } = await w.as(administrator)(getAccount, { params })
    expect(body.hats.map(hat => hat.role)).toEqual(['caseManager', 'supervisor'])
    // Taken away at once.
    expect(await w.as(who)(getSession, {})).toMatchObject({ status: 200, body: { hats: [{}, {}] } })
    expect((await set([added])).body.hats.map(hat => hat.role)).toEqual(['supervisor'])
    expect(await w.as(who)(getSession, {})).toMatchObject({ status: 401 })
    const open = await w.admin.query('select 1 from access.sessions where account_id = $1', [who.accountId])
    expect(open.rowCount).toBe(0)
    const kept = await w.admin.query(
      'select role, ended_at is null as worn from access.hats where account_id = $1',
      [who.accountId],
    )
    expect(kept.rows).toEqual(
      expect.arrayContaining([
        { role: 'caseManager', worn: false },
        { role: 'supervisor', worn: true },
      ]),
    )
  })

  test('sees nothing of the people on the register', async () => {
    const worker = await w.somebody('caseManager')
    const body = person()
    expect(await w.as(worker)(registerPerson, { body })).toMatchObject({ status: 201 })
    // Even a verb given by mistake shows nothing: the hat has no compartments.
    await w.admin.query(
      "update access.roles set verbs = array_append(verbs, 'people.read') where name = 'administrator'",
    )
    const as = w.as(administrator)
    expect((await as(listPeople, {})).body.rows).toEqual([])
    expect((await as(searchPeople, { body: { q: 'Көктемова' } })).body.rows).toEqual([])
    expect(await as(getPerson, { params: { id: body.id } })).toMatchObject({ status: 404 })
    await w.admin.query(
      "update access.roles set verbs = array_remove(verbs, 'people.read') where name = 'administrator'",
    )
    expect(await as(listPeople, {})).toMatchObject({ status: 403 })
  })
})

describe('colleagues', () => {
  test('are those with an account, families excepted', async () => {
    const small = await world()
    const worker = await small.somebody('caseManager', { name: 'Аа' })
    await small.somebody('teacher', { name: 'Бб' })
    const mother = await small.somebody('familyMember', { name: 'Вв' })
    await small.admin.query("update access.accounts set state = 'blocked' where name = 'Бб'")
    await small.somebody('doctor', { name: 'Гг' })
    const first = await small.as(worker)(listColleagues, { query: { limit: 1 } })
    expect(first.body.rows).toMatchObject([
      { name: 'Аа', roles: ['caseManager'], agency: 'Family centre', team: 'North team' },
    ])
    const next = await small.as(worker)(listColleagues, { query: { cursor: first.body.next ?? '' } })
    expect(next.body.rows.map(row => row.name)).toEqual(['Гг'])
    expect(await small.as(mother)(listColleagues, {})).toMatchObject({ status: 403 })
    await small.close()
  })
})
