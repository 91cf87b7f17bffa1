import {
  askSecondFactorReset,
  blockAccount,
  getSession,
  passSecondFactor,
} from '@kerege/contract/access/routes'
import {
  decideApproval,
  delegateApproval,
  getApproval,
  listApprovals,
} from '@kerege/contract/approvals/routes'
import { searchAudit } from '@kerege/contract/audit/routes'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newId } from '../../platform/ids.ts'
import { dispatch } from '../../platform/outbox.ts'
import { type Somebody, type World, world, worldOfTest } from '../../testing/world.ts'
import { accessEvents, openPost } from '../access/index.ts'
import { browser, enrol, type Member, member, password } from '../access/testing/browser.ts'
import { mailServer } from '../access/testing/mailServer.ts'

let mails: Awaited<ReturnType<typeof mailServer>>
let w: World
let first: Somebody
let second: Somebody
beforeAll(async () => {
  mails = await mailServer()
  w = await world({ mail: mails.options })
  first = await w.somebody('administrator')
  second = await w.somebody('administrator')
})
afterAll(async () => {
  await w.close()
  await mails.close()
})

const reason = 'The phone fell into the river, the paper burnt'
const ask = (who: Somebody | null, id: string, why = reason, at = w) =>
  at.as(who)(askSecondFactorReset, { params: { id }, body: { reason: why } })
const decide = (who: Somebody, id: string, verdict: 'approved' | 'refused' = 'approved') =>
  w.as(who)(
    decideApproval,
    { params: { id }, body: { verdict, comment: 'I have seen the person' } },
    { ifMatch: '"1"' },
  )

async function somebodyWithFactor(role: 'caseManager' | 'administrator' = 'caseManager') {
  const who = await member(w, role)
  const at = browser(w.running)
  const app = await enrol(at, who)
  expect(await at.call(getSession, {})).toMatchObject({ status: 200 })
  return { who, at, app }
}

const asSomebody = (who: Member, cookie: string): Somebody => ({
  ...who,
  role: 'administrator',
  agencyId: w.agencyId,
  teamId: w.teamId,
  cookie,
})

const run = () => {
  const { node, signIn } = w.running
  const post = openPost(signIn, () => null)
  return dispatch(node.pool, accessEvents(node, signIn, post), (_topic, error) => {
    throw error
  })
}

describe('taking a second factor off is refused', () => {
  test('to nobody, to who does not administer, without a reason, and of nobody', async () => {
    const { who } = await somebodyWithFactor()
    expect(await ask(null, who.accountId)).toMatchObject({ status: 401 })
    const lead = await w.somebody('supervisor')
    expect(await ask(lead, who.accountId)).toMatchObject({ status: 403, body: { code: 'not-allowed' } })
    expect(await ask(first, who.accountId, 'x')).toMatchObject({ status: 422 })
    expect(await ask(first, newId())).toMatchObject({ status: 404 })
  })

  test('for oneself, and where there is none', async () => {
    expect(await ask(first, first.accountId)).toMatchObject({ status: 403, body: { code: 'own-account' } })
    const who = await member(w, 'caseManager')
    expect(await ask(first, who.accountId)).toMatchObject({ status: 409, body: { code: 'no-second-factor' } })
    const blocked = await somebodyWithFactor()
    await w.as(first)(blockAccount, { params: { id: blocked.who.accountId }, body: { reason } })
    expect(await ask(first, blocked.who.accountId)).toMatchObject({ body: { code: 'no-second-factor' } })
  })

  test('where nobody is left to decide', async () => {
    const alone = await worldOfTest()
    const only = await alone.somebody('administrator')
    const other = await alone.somebody('administrator')
    await alone.admin.query('update access.accounts set second_factor = true')
    expect(await ask(only, other.accountId, reason, alone)).toMatchObject({
      status: 409,
      body: { code: 'second-administrator-missing' },
    })
  })

  test('by who asked, by who does not administer, by whose account it is, even with a voice lent', async () => {
    const { who, at } = await somebodyWithFactor('administrator')
    const id = (await ask(first, who.accountId)).body.approvalId
    expect(await ask(second, who.accountId)).toMatchObject({ body: { code: 'approval-pending' } })
    expect(await decide(first, id)).toMatchObject({ status: 403, body: { code: 'own-request' } })
    const lead = await w.somebody('supervisor')
    expect(await decide(lead, id)).toMatchObject({ status: 404 })
    const cookie = [...at.jar].map(([name, value]) => `${name}=${value}`).join('; ')
    const owner = asSomebody(who, cookie)
    expect(await decide(owner, id)).toMatchObject({ status: 403, body: { code: 'not-named' } })
    const lent = await w.as(second)(
      delegateApproval,
      { params: { id }, body: { accountId: lead.accountId } },
      { ifMatch: '"1"' },
    )
    if (lent.status === 200) {
      const tried = await w.as(lead)(
        decideApproval,
        { params: { id }, body: { verdict: 'approved' } },
        { ifMatch: '"2"' },
      )
      expect(tried).toMatchObject({ status: 403, body: { code: 'not-named' } })
    }
    expect(await at.call(getSession, {})).toMatchObject({ status: 200 })
  })

  test('and then the factor stays', async () => {
    const { who, at, app } = await somebodyWithFactor()
    const id = (await ask(first, who.accountId)).body.approvalId
    expect(await decide(second, id, 'refused')).toMatchObject({ status: 200, body: { state: 'refused' } })
    await run()
    expect(await at.call(getSession, {})).toMatchObject({ status: 200 })
    const again = browser(w.running)
    expect(await again.signIn(who.email, password)).toMatchObject({ body: { next: 'second-factor' } })
    expect(await again.call(passSecondFactor, { body: { kind: 'totp', code: app.code(1) } })).toMatchObject({
      body: { next: 'signed-in' },
    })
  })
})

describe('a second factor that two administrators take off', () => {
  test('ends every session, asks for a new one, tells the owner without content, and stands in the log', async () => {
    const { who, at, app } = await somebodyWithFactor()
    const id = (await ask(first, who.accountId)).body.approvalId
    const waiting = await w.as(second)(listApprovals, { query: {} })
    expect(waiting.body.rows.find(row => row.id === id)).toMatchObject({
      kind: 'second-factor-reset',
      subjectKind: 'account',
      subject: who.name,
      mayDecide: true,
    })
    expect(await w.as(second)(getApproval, { params: { id } })).toMatchObject({ body: { reason } })
    // Nothing happens before the second person.
    expect(await at.call(getSession, {})).toMatchObject({ status: 200 })
    expect(await decide(second, id)).toMatchObject({ status: 200, body: { state: 'approved' } })
    expect(await at.call(getSession, {})).toMatchObject({ status: 401 })

    await run()
    const again = browser(w.running)
    expect(await again.signIn(who.email, password)).toMatchObject({ body: { next: 'enrol-second-factor' } })
    const thief = browser(w.running)
    await thief.signIn(who.email, password)
    const [old = ''] = app.recoveryCodes
    expect(await thief.call(passSecondFactor, { body: { kind: 'recovery', code: old } })).toMatchObject({
      status: 401,
    })
    const mail = mails.to(who.email)
    expect(mail?.text).toBeDefined()
    for (const word of [reason, first.name, second.name]) expect(mail?.text).not.toContain(word)

    const fresh = await enrol(again, who)
    expect(fresh.recoveryCodes).not.toContain(old)
    const ombudsperson = await w.somebody('ombudsperson')
    const log = await w.as(ombudsperson)(searchAudit, { query: { subjectId: who.accountId } })
    const actions = log.body.rows.map(row => row.action)
    expect(actions).toContain('account.second-factor-reset-asked')
    expect(actions).toContain('account.second-factor-reset')
  })

  test('stays as the owner has set it up since, when the event comes twice', async () => {
    const { who } = await somebodyWithFactor()
    const id = (await ask(first, who.accountId)).body.approvalId
    await decide(second, id)
    await run()
    const app = await enrol(browser(w.running), who)
    await w.admin.query(
      `insert into platform.outbox (id, topic, payload) values ($1, 'account.second-factor-reset', $2)`,
      [newId(), JSON.stringify({ accountId: who.accountId })],
    )
    await run()
    const at = browser(w.running)
    expect(await at.signIn(who.email, password)).toMatchObject({ body: { next: 'second-factor' } })
    expect(await at.call(passSecondFactor, { body: { kind: 'totp', code: app.code(1) } })).toMatchObject({
      status: 200,
    })
  })
})
