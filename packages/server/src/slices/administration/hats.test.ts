import { getAccount, invite, setHats } from '@kerege/contract/access/routes'
import { decideApproval, getApproval } from '@kerege/contract/approvals/routes'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newId } from '../../platform/ids.ts'
import { type Somebody, type World, world } from '../../testing/world.ts'

let w: World
let first: Somebody
let second: Somebody
let who: Somebody
beforeAll(async () => {
  w = await world()
  first = await w.somebody('administrator')
  who = await w.somebody('caseManager')
})
afterAll(() => w.close())

const reason = 'Stands in for the supervisor in August'
const hat = (role: 'caseManager' | 'supervisor' | 'administrator') => ({
  role,
  agencyId: w.agencyId,
  teamId: w.teamId,
})
const propose = (by: Somebody, id: string, ...roles: ('caseManager' | 'supervisor' | 'administrator')[]) =>
  w.as(by)(setHats, { params: { id }, body: { hats: roles.map(hat), reason } })
const decide = (by: Somebody, id = '', verdict: 'approved' | 'refused' = 'approved') =>
  w.as(by)(decideApproval, { params: { id }, body: { verdict, comment: 'Not now' } }, { ifMatch: '"1"' })
const rolesOf = async (id: string) =>
  (await w.as(first)(getAccount, { params: { id } })).body.hats.map(one => one.role)
const newcomer = () => ({
  email: `${newId()}@example.org`,
  name: 'Айбек Н.',
  language: 'ky' as const,
  hats: [hat('supervisor')],
  reason: 'Begins on Monday',
})
const letters = async (id: string) =>
  (
    await w.admin.query(
      `select 1 from platform.outbox where topic = 'account.invited' and payload ->> 'accountId' = $1`,
      [id],
    )
  ).rowCount

describe('roles are not given', () => {
  test('where nobody could agree, neither by an invitation', async () => {
    const missing = { status: 409, body: { code: 'second-administrator-missing' } }
    expect(await propose(first, who.accountId, 'caseManager', 'supervisor')).toMatchObject(missing)
    expect(await w.as(first)(invite, { body: newcomer() })).toMatchObject(missing)
    second = await w.somebody('administrator')
  })

  test('by who proposed them, by whose they are, by who does not administer, and not when refused', async () => {
    const { body } = await propose(first, who.accountId, 'caseManager', 'supervisor')
    expect(body).toMatchObject({ approvalId: expect.any(String), hats: [{ role: 'caseManager' }] })
    expect(await propose(second, who.accountId, 'supervisor')).toMatchObject({
      body: { code: 'approval-pending' },
    })
    expect(await decide(first, body.approvalId)).toMatchObject({ status: 403, body: { code: 'own-request' } })
    const lead = await w.somebody('supervisor')
    expect(await decide(lead, body.approvalId)).toMatchObject({ status: 404 })
    expect(await decide(second, body.approvalId, 'refused')).toMatchObject({ status: 200 })
    expect(await rolesOf(who.accountId)).toEqual(['caseManager'])
    // An administrator to be made more of does not agree to it.
    const more = await propose(first, second.accountId, 'administrator', 'supervisor')
    expect(more).toMatchObject({ status: 409, body: { code: 'second-administrator-missing' } })
  })
})

describe('roles that two administrators want', () => {
  test('are given as they were proposed', async () => {
    const { body } = await propose(first, who.accountId, 'caseManager', 'supervisor')
    const seen = await w.as(second)(getApproval, { params: { id: body.approvalId ?? '' } })
    expect(seen.body).toMatchObject({ kind: 'account-hats', subject: who.name, reason, mayDecide: true })
    expect(JSON.parse(String(seen.body.params['hats']))).toMatchObject([
      hat('caseManager'),
      hat('supervisor'),
    ])
    expect(await decide(second, body.approvalId)).toMatchObject({ body: { state: 'approved' } })
    expect(await rolesOf(who.accountId)).toEqual(['caseManager', 'supervisor'])
  })

  test('are taken away by one of them, at once', async () => {
    const reply = await propose(first, who.accountId, 'caseManager')
    expect(reply.body).not.toHaveProperty('approvalId')
    expect(await rolesOf(who.accountId)).toEqual(['caseManager'])
  })

  test('let the letter of an invitation go out, and again without asking', async () => {
    const draft = newcomer()
    const { body } = await w.as(first)(invite, { body: draft })
    expect(body).toMatchObject({ state: 'invited', hats: [], approvalId: expect.any(String) })
    expect(await letters(body.id)).toBe(0)
    expect(await decide(second, body.approvalId)).toMatchObject({ body: { state: 'approved' } })
    expect(await rolesOf(body.id)).toEqual(['supervisor'])
    expect(await letters(body.id)).toBe(1)
    const again = await w.as(first)(invite, { body: draft })
    expect(again.body).not.toHaveProperty('approvalId')
    expect(await letters(body.id)).toBe(2)
  })
})
