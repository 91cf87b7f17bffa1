import { call, type CallOptions } from '@kerege/contract/client'
import { Id } from '@kerege/contract/common'
import {
  countApprovals,
  decideApproval,
  delegateApproval,
  getApproval,
  listApprovals,
  withdrawApproval,
} from '@kerege/contract/approvals/routes'
import { DomainError } from '@kerege/contract/errors'
import { registerPerson } from '@kerege/contract/people/routes'
import { type Input, type Output, type Route, route } from '@kerege/contract/route'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { makeApp } from '../../http/app.ts'
import { over } from '../../platform/database.ts'
import { handler } from '../../platform/handler.ts'
import { newId } from '../../platform/ids.ts'
import { noLabels } from '../../platform/labels.ts'
import { draft } from '../../testing/people.ts'
import { type Somebody, type World, world } from '../../testing/world.ts'
import { expire } from './expiry.ts'
import { approvalHandlers, approvalKind, askApproval, decidersOf } from './index.ts'

let w: World
let app: ReturnType<typeof makeApp>
/** What the executor was handed, by request. */
const executed = new Map<string, { by: string; params: unknown }>()

const Step = z.strictObject({
  verb: z.literal('approvals.decide').optional(),
  role: z.literal('nationalCoordinator').optional(),
  accounts: z.array(Id).optional(),
  quorum: z.number().optional(),
  dueInDays: z.number().optional(),
})
const askRoute = route({
  method: 'POST',
  path: '/asked',
  summary: 'Asks for something, in a test',
  access: 'approvals.ask',
  audit: 'thing.asked',
  body: z.strictObject({
    subjectId: Id,
    personId: Id.optional(),
    fails: z.boolean().optional(),
    steps: z.array(Step).min(1),
  }),
  response: z.strictObject({ id: Id }),
})

const kind = approvalKind({
  kind: 'thing',
  execute: async (ctx, approved) => {
    if (approved.params['fails'] === 1) throw new DomainError('conflict', 'try-again')
    executed.set(approved.id, { by: ctx.actor.account, params: approved.params })
  },
  mayDecide: async ctx => !ctx.actor.name.startsWith('Unfit'),
})

beforeAll(async () => {
  w = await world()
  const { node, signIn } = w.running
  app = makeApp({
    node,
    signIn,
    ready: async () => true,
    handlers: [
      ...approvalHandlers([kind], noLabels),
      handler(askRoute, async (ctx, { body }) => ({
        id: await askApproval(ctx, {
          kind: 'thing',
          subjectKind: 'thing',
          subjectId: body.subjectId,
          ...(body.personId ? { personId: body.personId } : {}),
          params: { fails: body.fails ? 1 : 0 },
          reason: 'It is time for it',
          steps: body.steps as never,
        }),
      })),
    ],
  })
})
afterAll(() => w.close())

/** Calls the app of this file, which has a kind of its own to approve. */
const as =
  (who: Somebody) =>
  async <R extends Route>(one: R, input: Input<R>, options: CallOptions = {}) => {
    type Body = Output<R> & { code?: string }
    try {
      return await call(
        async (url, init) =>
          app.request(url, {
            ...init,
            headers: { ...(init.headers as object), 'x-kerege': '1', cookie: who.cookie },
          }),
        one,
        input,
        options,
      )
    } catch (error) {
      if (!(error instanceof DomainError)) throw error
      const body = { ...error.details, code: error.code } as unknown as Body
      return { status: Number(error.details['status']), body, etag: undefined }
    }
  }

const asked = async (
  who: Somebody,
  steps: z.input<typeof Step>[] = [{ verb: 'approvals.decide' }],
  more: { subjectId?: string; personId?: string; fails?: boolean } = {},
) => {
  const reply = await as(who)(askRoute, { body: { subjectId: newId(), ...more, steps } })
  expect(reply).toMatchObject({ status: 200 })
  return reply.body.id
}
const decide = (
  who: Somebody,
  id: string,
  verdict: 'approved' | 'refused' = 'approved',
  version = 1,
  comment?: string,
) =>
  as(who)(
    decideApproval,
    { params: { id }, body: { verdict, ...(comment ? { comment } : {}) } },
    { ifMatch: `"${version}"` },
  )
const read = (who: Somebody, id: string) => as(who)(getApproval, { params: { id } })
const rows = async (who: Somebody, view: 'waiting' | 'mine' | 'history') =>
  (await as(who)(listApprovals, { query: { view, limit: 200 } })).body.rows.map(row => row.id)

describe('a decision is refused', () => {
  test('to a role without the verb, and by a request without its version', async () => {
    const id = await asked(await w.somebody('supervisor'))
    expect(await decide(await w.somebody('caseManager'), id)).toMatchObject({
      status: 403,
      body: { code: 'not-allowed' },
    })
    const chief = await w.somebody('nationalCoordinator')
    const bare = await as(chief)(decideApproval, { params: { id }, body: { verdict: 'approved' } })
    expect(bare).toMatchObject({ status: 428 })
  })

  test('to who asked', async () => {
    const asker = await w.somebody('supervisor')
    const id = await asked(asker)
    expect(await decide(asker, id)).toMatchObject({ status: 403, body: { code: 'own-request' } })
    expect((await read(asker, id)).body).toMatchObject({ mayDecide: false, hindrance: 'own-request' })
    expect(await rows(asker, 'waiting')).not.toContain(id)
  })

  test('to somebody to whom the person is not open, as if there were nothing', async () => {
    const asker = await w.somebody('supervisor')
    const body = draft()
    await w.as(asker)(registerPerson, { body })
    const id = await asked(asker, undefined, { personId: body.id })
    const stranger = await w.somebody('supervisor', await w.agency())
    expect(await decide(stranger, id)).toMatchObject({ status: 404 })
    expect(await read(stranger, id)).toMatchObject({ status: 404 })
    expect(await rows(stranger, 'waiting')).not.toContain(id)
    expect(await read(stranger, newId())).toMatchObject({ status: 404 })
    const told = await decidersOf(over(w.admin), id)
    expect(told).not.toContain(stranger.accountId)
    expect(told).not.toContain(asker.accountId)
  })

  test('to somebody whom the open step does not name', async () => {
    const named = await w.somebody('supervisor')
    const id = await asked(await w.somebody('supervisor'), [
      { accounts: [named.accountId] },
      { verb: 'approvals.decide' },
    ])
    const other = await w.somebody('supervisor')
    expect(await decide(other, id)).toMatchObject({ status: 403, body: { code: 'not-named' } })
    expect(await rows(other, 'waiting')).not.toContain(id)
    expect(await rows(named, 'waiting')).toContain(id)
  })

  test('to whom the kind does not want', async () => {
    const id = await asked(await w.somebody('supervisor'))
    const unfit = await w.somebody('supervisor', { name: 'Unfit for it' })
    expect(await decide(unfit, id)).toMatchObject({ status: 403, body: { code: 'not-named' } })
  })

  test('for the second time, in the same step and in a later one', async () => {
    const [first, second] = [await w.somebody('supervisor'), await w.somebody('supervisor')]
    const id = await asked(await w.somebody('supervisor'), [
      { verb: 'approvals.decide', quorum: 2 },
      { verb: 'approvals.decide' },
    ])
    expect(await decide(first, id)).toMatchObject({ status: 200, body: { state: 'pending', step: 0 } })
    expect(await decide(first, id, 'approved', 2)).toMatchObject({ body: { code: 'decided-already' } })
    expect(await decide(second, id, 'approved', 2)).toMatchObject({ body: { state: 'pending', step: 1 } })
    expect(await decide(first, id, 'approved', 3)).toMatchObject({ body: { code: 'decided-already' } })
    expect(executed.has(id)).toBe(false)
  })

  test('on an older version, when closed, and when two decide at once', async () => {
    const deciders = await Promise.all([1, 2].map(() => w.somebody('supervisor')))
    const id = await asked(await w.somebody('supervisor'))
    const replies = await Promise.all(deciders.map(who => decide(who, id)))
    expect(replies.map(reply => reply.status).sort()).toEqual([200, 412])
    const loser = deciders[replies.findIndex(reply => reply.status === 412)] as Somebody
    expect(await decide(loser, id, 'approved', 2)).toMatchObject({ body: { code: 'approval-closed' } })
  })

  test('without a reason when it is a no', async () => {
    const id = await asked(await w.somebody('supervisor'))
    expect(await decide(await w.somebody('supervisor'), id, 'refused')).toMatchObject({
      status: 422,
      body: { faults: [{ pointer: '/comment', code: 'required' }] },
    })
  })

  test('after the deadline, whether or not the clock job has looked', async () => {
    const asker = await w.somebody('supervisor')
    const decider = await w.somebody('supervisor')
    const id = await asked(asker, [{ verb: 'approvals.decide', dueInDays: 1 }])
    await w.admin.query(
      "update approvals.approvals set deadline = now() - interval '1 minute' where id = $1",
      [id],
    )
    expect(await decide(decider, id)).toMatchObject({ status: 409, body: { code: 'approval-expired' } })
    expect(await expire(w.running.node)).toBe(1)
    expect(await expire(w.running.node)).toBe(0)
    expect((await read(asker, id)).body).toMatchObject({ state: 'expired' })
    const event = await w.admin.query("select payload from platform.outbox where topic = 'approval.expired'")
    expect(event.rows).toEqual([{ payload: { approvalId: id, accountId: asker.accountId } }])
  })

  test('of whose words nobody may dispose without the right', async () => {
    const asker = await w.somebody('supervisor')
    const body = draft()
    await w.as(asker)(registerPerson, { body })
    const id = await asked(asker, undefined, { personId: body.id })
    const erase = w.running.node.pool.query('select approvals.erase_about($1, now())', [body.id])
    await expect(erase).rejects.toMatchObject({ code: '42501' })
    expect((await read(asker, id)).body.reason).toBe('It is time for it')
  })

  test('by the database itself, whatever the program thinks', async () => {
    const asker = await w.somebody('supervisor')
    const id = await asked(asker)
    const client = await w.running.node.pool.connect()
    try {
      const insert = (account: string) =>
        client.query(
          "insert into approvals.decisions (id, approval_id, ordinal, account_id, verdict, at) values ($1, $2, 0, $3, 'approved', now())",
          [newId(), id, account],
        )
      for (const account of [asker.accountId, (await w.somebody('supervisor')).accountId]) {
        await client.query('begin')
        await client.query('select access.wear($1)', [
          JSON.stringify({ account: asker.accountId, verbs: ['approvals.decide'], role: 'supervisor' }),
        ])
        await expect(insert(account)).rejects.toMatchObject({ code: '42501' })
        await client.query('rollback')
      }
    } finally {
      client.release()
    }
  })
})

describe('a request', () => {
  test('is carried out by the last approval, as the one who took it', async () => {
    const asker = await w.somebody('supervisor')
    const [first, second] = [await w.somebody('supervisor'), await w.somebody('nationalCoordinator')]
    const id = await asked(asker, [{ verb: 'approvals.decide' }, { role: 'nationalCoordinator' }])
    expect(await read(second, id)).toMatchObject({ body: { reason: 'It is time for it', mayDecide: true } })
    await decide(first, id, 'approved', 1, 'Looked at with care')
    expect(executed.has(id)).toBe(false)
    expect(await decide(second, id, 'approved', 2)).toMatchObject({
      status: 200,
      body: { state: 'approved' },
    })
    expect(executed.get(id)).toMatchObject({ by: second.accountId, params: { fails: 0 } })
    expect((await read(asker, id)).body.steps).toMatchObject([
      { verb: 'approvals.decide', decisions: [{ by: { name: first.name }, comment: 'Looked at with care' }] },
      { role: 'nationalCoordinator', decisions: [{ verdict: 'approved' }] },
    ])
    const log = await w.admin.query(
      "select action from audit.entries where $1 = any (subjects) and action like 'approval.%' and action not in ('approval.read') order by at",
      [id],
    )
    expect(log.rows.map(row => row.action)).toEqual(['approval.decided', 'approval.approved'])
    const events = await w.admin.query(
      "select topic, payload from platform.outbox where payload ->> 'approvalId' = $1 order by at, id",
      [id],
    )
    expect(events.rows).toEqual([
      { topic: 'approval.waiting', payload: { approvalId: id } },
      { topic: 'approval.waiting', payload: { approvalId: id } },
      {
        topic: 'approval.decided',
        payload: { approvalId: id, accountId: asker.accountId, state: 'approved' },
      },
    ])
  })

  test('stays open when it cannot be carried out', async () => {
    const decider = await w.somebody('supervisor')
    const id = await asked(await w.somebody('supervisor'), undefined, { fails: true })
    expect(await decide(decider, id)).toMatchObject({ status: 409, body: { code: 'try-again' } })
    expect((await read(decider, id)).body).toMatchObject({ state: 'pending', version: 1, mayDecide: true })
  })

  test('comes back refused with its reason, and stays in the history of those who took part', async () => {
    const asker = await w.somebody('supervisor')
    const decider = await w.somebody('supervisor')
    const id = await asked(asker)
    await decide(decider, id, 'refused', 1, 'The court has not decided')
    expect((await read(asker, id)).body).toMatchObject({
      state: 'refused',
      steps: [{ decisions: [{ verdict: 'refused', comment: 'The court has not decided' }] }],
    })
    for (const who of [asker, decider]) expect(await rows(who, 'history')).toContain(id)
    expect(await rows(asker, 'mine')).toContain(id)
    expect(executed.has(id)).toBe(false)
    // Asked again, it is a new request.
    const stored = await w.admin.query('select reason from approvals.approvals where id = $1', [id])
    expect(stored.rows[0].reason.toString()).not.toContain('time for it')
  })

  test('is not asked twice at a time, and is taken back only by who asked', async () => {
    const asker = await w.somebody('supervisor')
    const subjectId = newId()
    const id = await asked(asker, undefined, { subjectId })
    const again = { body: { subjectId, steps: [{ verb: 'approvals.decide' as const }] } }
    expect(await as(asker)(askRoute, again)).toMatchObject({
      status: 409,
      body: { code: 'approval-pending' },
    })
    const withdraw = (who: Somebody, version: number) =>
      as(who)(withdrawApproval, { params: { id }, body: {} }, { ifMatch: `"${version}"` })
    expect(await withdraw(await w.somebody('supervisor'), 1)).toMatchObject({ status: 403 })
    expect(await withdraw(asker, 1)).toMatchObject({ status: 200, body: { state: 'withdrawn' } })
    expect(await withdraw(asker, 2)).toMatchObject({ status: 409, body: { code: 'approval-closed' } })
    expect(await as(asker)(askRoute, again)).toMatchObject({ status: 200 })
  })

  test('is counted where it waits', async () => {
    const asker = await w.somebody('supervisor')
    const decider = await w.somebody('supervisor')
    const before = (await as(decider)(countApprovals, {})).body.waiting
    await asked(asker)
    expect((await as(decider)(countApprovals, {})).body).toEqual({ waiting: before + 1, mine: 0 })
    expect((await as(asker)(countApprovals, {})).body.mine).toBe(1)
  })
})

describe('a voice', () => {
  test('goes to a colleague who may see the person, once, and counts as one', async () => {
    const asker = await w.somebody('supervisor')
    const body = draft()
    await w.as(asker)(registerPerson, { body })
    const [first, colleague] = [await w.somebody('supervisor'), await w.somebody('supervisor')]
    const stranger = await w.somebody('supervisor', await w.agency())
    const teacher = await w.somebody('teacher')
    const id = await asked(asker, [{ accounts: [first.accountId] }], { personId: body.id })
    const hand = (who: Somebody, to: Somebody, version: number) =>
      as(who)(
        delegateApproval,
        { params: { id }, body: { accountId: to.accountId } },
        { ifMatch: `"${version}"` },
      )
    const unfit = { status: 422, body: { faults: [{ pointer: '/accountId', code: 'delegate-unfit' }] } }
    for (const to of [first, asker, stranger, teacher]) expect(await hand(first, to, 1)).toMatchObject(unfit)
    expect(await hand(first, colleague, 1)).toMatchObject({ status: 200, body: { hindrance: 'delegated' } })
    expect(await decide(first, id, 'approved', 2)).toMatchObject({ body: { code: 'delegated' } })
    expect(await decidersOf(over(w.admin), id)).toEqual([colleague.accountId])
    expect(await decide(colleague, id, 'approved', 2)).toMatchObject({
      status: 200,
      body: { state: 'approved', steps: [{ decisions: [{ standingFor: { id: first.accountId } }] }] },
    })
  })
})
