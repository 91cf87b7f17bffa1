/** Cases through the HTTP layer: refusals first, then the way of one family from the door to intake. */
import {
  assignCases,
  caseSummary,
  caseWorkers,
  countCases,
  getCase,
  handBackCase,
  listCases,
  openCase,
  personCases,
  takeCaseStep,
} from '@kerege/contract/cases/routes'
import type { OpenCase } from '@kerege/contract/cases/schema'
import { getPerson, makeHousehold, registerPerson } from '@kerege/contract/people/routes'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newId } from '../../platform/ids.ts'
import { contact, draft } from '../../testing/people.ts'
import { type Somebody, type World, world } from '../../testing/world.ts'

let w: World
let lead: Somebody
let worker: Somebody
beforeAll(async () => {
  w = await world()
  lead = await w.somebody('supervisor')
  worker = await w.somebody('caseManager')
})
afterAll(() => w.close())

async function child(who = lead, over = {}): Promise<string> {
  const body = draft(over)
  expect(await w.as(who)(registerPerson, { body })).toMatchObject({ status: 201 })
  return body.id
}
const opening = (personId: string, over: Partial<OpenCase> = {}): OpenCase => ({
  id: newId(),
  personId,
  origin: 'walk-in',
  ...over,
})
const open = (body: OpenCase, who = lead) => w.as(who)(openCase, { body })
/** A case of a child of the team, worked on by nobody. */
async function unassigned(): Promise<{ id: string; personId: string }> {
  const personId = await child()
  const made = await open(opening(personId))
  expect(made).toMatchObject({ status: 201, body: { joined: false } })
  return { id: made.body.id, personId }
}
const give = (ids: string[], to: Somebody, reason?: string, who = lead) =>
  w.as(who)(assignCases, { body: { ids, workerId: to.accountId, ...(reason ? { reason } : {}) } })
const read = (id: string, who = lead) => w.as(who)(getCase, { params: { id } })
const step = (id: string, to: string, who = worker, reason?: string) =>
  w.as(who)(takeCaseStep, { params: { id }, body: { to: to as never, ...(reason ? { reason } : {}) } })

describe('cases are refused', () => {
  test('to somebody who is not signed in', async () => {
    expect(await w.as(null)(listCases, {})).toMatchObject({ status: 401 })
    expect(await w.as(null)(getCase, { params: { id: newId() } })).toMatchObject({ status: 401 })
  })

  test('to those who may open the person and not the file', async () => {
    const { id, personId } = await unassigned()
    for (const role of ['teacher', 'psychologist', 'ngoWorker', 'ombudsperson'] as const) {
      const who = await w.somebody(role)
      await w.grant(who, personId, 'task')
      expect(await read(id, who)).toMatchObject({ status: 403, body: { code: 'not-allowed' } })
      expect(await w.as(who)(personCases, { params: { id: personId } })).toMatchObject({ status: 403 })
    }
    // Below the routes too: the policy of the table asks for the verb.
    const teacher = await w.somebody('teacher')
    await w.grant(teacher, personId, 'task')
    expect(await w.as(teacher)(getPerson, { params: { id: personId } })).toMatchObject({ status: 200 })
  })

  test('a stranger’s like one that does not exist', async () => {
    const { id, personId } = await unassigned()
    const other = await w.somebody('supervisor', await w.agency())
    const there = await w.somebody('caseManager', { agencyId: other.agencyId, teamId: other.teamId })
    const mine = await child(other)
    for (const one of [id, newId()]) {
      expect(await read(one, other)).toMatchObject({ status: 404, body: { code: 'not-found' } })
      expect(await step(one, 'intake', other)).toMatchObject({ status: 404 })
      expect((await give([one], there, undefined, other)).body).toEqual({
        done: [],
        refused: [{ id: one, code: 'not-found' }],
      })
    }
    expect((await w.as(other)(personCases, { params: { id: personId } })).body.rows).toEqual([])
    expect(
      (await w.as(other)(listCases, { query: { of: 'all' } })).body.rows.map(row => row.id),
    ).not.toContain(id)
    // For a person who is not theirs, none; and an id that is taken tells nothing.
    for (const one of [personId, newId()])
      expect(await open(opening(one), other)).toMatchObject({ status: 404, body: { code: 'not-found' } })
    expect(await open(opening(mine, { id }), other)).toMatchObject({ status: 404 })
  })

  test('to give out, to a worker and beyond one’s agency', async () => {
    const { id } = await unassigned()
    expect(await give([id], worker, undefined, worker)).toMatchObject({
      status: 403,
      body: { code: 'not-allowed' },
    })
    const far = await w.agency()
    const stranger = await w.somebody('caseManager', far)
    expect((await give([id], stranger)).body).toEqual({ done: [], refused: [{ id, code: 'not-yours' }] })
    expect((await w.as(lead)(assignCases, { body: { ids: [id], teamId: far.teamId } })).body.refused).toEqual(
      [{ id, code: 'not-yours' }],
    )
    // Whoever cannot work with a case is not given one.
    for (const nobody of [lead, await w.somebody('teacher')]) {
      expect(await give([id], nobody)).toMatchObject({ status: 422 })
    }
    expect(await w.as(lead)(assignCases, { body: { ids: [id] } })).toMatchObject({ status: 422 })
  })

  test('a step of somebody else, out of order, or before its guards are met', async () => {
    const { id } = await unassigned()
    expect(await step(id, 'intake', lead)).toMatchObject({
      status: 409,
      body: { code: 'case-guard', missing: ['worker'] },
    })
    await give([id], await w.somebody('caseManager'))
    expect(await step(id, 'intake', worker)).toMatchObject({ status: 403, body: { code: 'not-yours' } })
    expect(await step(id, 'planning', lead)).toMatchObject({ status: 409, body: { code: 'case-cannot' } })
    expect(await step(id, 'merged', lead)).toMatchObject({ status: 409, body: { code: 'case-cannot' } })
    expect(await step(id, 'ended', worker, 'Not wanted')).toMatchObject({
      status: 403,
      body: { code: 'not-yours' },
    })
    expect(await step(id, 'ended', lead)).toMatchObject({ status: 422 })
  })
})

describe('from the door to intake', () => {
  test('opened, waiting for somebody, given, begun, handed back', async () => {
    const { id, personId } = await unassigned()
    const waiting = await read(id)
    expect(waiting.body).toMatchObject({
      state: 'arrived',
      episode: 1,
      personId,
      team: { id: w.teamId },
      next: { to: 'intake', turn: 'lead', guards: [{ guard: 'worker', answer: 'missing' }] },
      open: [
        { to: 'ended', reason: true, asks: [] },
        { to: 'transferred', reason: true, asks: ['accepted'] },
      ],
      mayAssign: true,
      mayHandBack: false,
      origins: [{ origin: 'walk-in' }],
      steps: [{ to: 'arrived', by: { id: lead.accountId } }],
      assigned: [],
    })
    const queue = await w.as(lead)(listCases, { query: { of: 'unassigned', limit: 200 } })
    expect(queue.body.rows.map(row => row.id)).toContain(id)
    // A colleague of the team sees that there is a case, and may not open the file of the person.
    expect((await read(id, worker)).body).toMatchObject({ id, mayAssign: false, open: [] })
    const before = await w.as(worker)(getPerson, { params: { id: personId } })
    expect(before.body.open).toEqual(['contact'])

    expect((await give([id], worker)).body).toEqual({ done: [id], refused: [] })
    expect((await w.as(worker)(getPerson, { params: { id: personId } })).body.open).toContain('kinship')
    const mine = await w.as(worker)(listCases, { query: { of: 'mine', state: 'arrived', limit: 200 } })
    expect(mine.body.rows.map(row => row.id)).toContain(id)
    expect((await read(id, worker)).body).toMatchObject({
      next: { to: 'intake', turn: 'worker', guards: [{ guard: 'worker', answer: 'met' }] },
      open: [{ to: 'intake', reason: false, asks: [] }],
      mayHandBack: true,
    })
    const begun = await step(id, 'intake')
    expect(begun.body).toMatchObject({
      state: 'intake',
      version: waiting.body.version + 2,
      next: {
        to: 'assessment',
        turn: 'worker',
        guards: [
          { guard: 'worker', answer: 'met' },
          { guard: 'reachable', answer: 'met' },
          { guard: 'home', answer: 'missing' },
          { guard: 'birth', answer: 'met' },
          { guard: 'consent', answer: 'missing' },
        ],
      },
      // The way on opens with the household; a family that is lost can be looked for at once.
      open: [{ to: 'paused', reason: true, asks: ['search'] }],
    })
    // Sent again, it is answered as it is.
    expect((await step(id, 'intake')).body.version).toBe(begun.body.version)
    expect(await step(id, 'assessment')).toMatchObject({
      status: 409,
      body: { code: 'case-guard', missing: ['home', 'consent'] },
    })

    const back = await w.as(worker)(handBackCase, {
      params: { id },
      body: { reason: 'I am kin of the family' },
    })
    expect(back).toMatchObject({ status: 200 })
    expect((await w.as(worker)(getPerson, { params: { id: personId } })).body.open).toEqual(['contact'])
    const again = await read(id)
    expect(again.body).toMatchObject({ state: 'intake', next: { turn: 'lead' } })
    expect(again.body.worker).toBeUndefined()
    expect(again.body.assigned).toMatchObject([
      { worker: { id: worker.accountId }, until: expect.any(String) },
      { reason: 'I am kin of the family' },
    ])
    expect(await w.as(worker)(handBackCase, { params: { id }, body: { reason: 'Once more' } })).toMatchObject(
      { status: 403, body: { code: 'not-yours' } },
    )
    await tells('case.opened', lead, 0)
    await tells('case.given', worker, 1)
    await tells('case.handed-back', lead, 1)
    async function tells(topic: string, who: Somebody, times: number) {
      const found = await w.admin.query(
        `select 1 from platform.outbox where topic = $1 and payload ->> 'accountId' = $2 and payload ->> 'caseId' = $3`,
        [topic, who.accountId, id],
      )
      expect([topic, found.rowCount]).toEqual([topic, times])
    }
  })

  test('who registered the person and works with cases goes on with them', async () => {
    const personId = await child(worker)
    const made = await open(opening(personId, { origin: 'referral', sentBy: 'School 12' }), worker)
    expect(made).toMatchObject({ status: 201, body: { joined: false } })
    expect((await read(made.body.id, worker)).body).toMatchObject({
      worker: { id: worker.accountId },
      origins: [{ origin: 'referral', sentBy: 'School 12' }],
      open: [{ to: 'intake' }],
    })
  })

  test('ended with a reason where nobody was needed, and a second episode after it', async () => {
    const { id, personId } = await unassigned()
    await give([id], worker)
    const ended = await step(id, 'ended', lead, 'Opened for the wrong sister')
    expect(ended.body).toMatchObject({ state: 'ended', open: [], mayAssign: false })
    expect(ended.body.next).toBeUndefined()
    // The file shuts with it, and nothing can be given any more.
    expect((await w.as(worker)(getPerson, { params: { id: personId } })).body.open).toEqual(['contact'])
    expect((await give([id], worker)).body.refused).toEqual([{ id, code: 'case-over' }])
    const second = await open(opening(personId))
    expect(second.body.joined).toBe(false)
    expect((await read(second.body.id)).body).toMatchObject({
      episode: 2,
      others: [{ id, state: 'ended' }],
    })
  })
})

describe('one open case a person', () => {
  test('a second opening joins the first and keeps where the person came from', async () => {
    const { id, personId } = await unassigned()
    const again = await open(opening(personId, { origin: 'referral', sentBy: 'Clinic' }))
    expect(again.body).toEqual({ id, joined: true })
    expect((await read(id)).body.origins.map(one => one.origin)).toEqual(['walk-in', 'referral'])
    // The same told twice is kept once.
    await open(opening(personId, { origin: 'referral', sentBy: 'Clinic' }))
    expect((await read(id)).body.origins).toHaveLength(2)
  })

  test('two who open at once make one', async () => {
    const personId = await child()
    const both = await Promise.all([open(opening(personId)), open(opening(personId))])
    expect(both.map(one => one.status)).toEqual([201, 201])
    expect(both.map(one => one.body.joined).sort()).toEqual([false, true])
    expect(new Set(both.map(one => one.body.id)).size).toBe(1)
  })

  test('a command that is sent again makes nothing new', async () => {
    const body = opening(await child())
    const first = await open(body)
    expect((await open(body)).body).toEqual(first.body)
    expect((await read(body.id)).body.origins).toHaveLength(1)
  })

  test('two who begin at once take one step', async () => {
    const { id } = await unassigned()
    await give([id], worker)
    const both = await Promise.all([step(id, 'intake'), step(id, 'intake', lead)])
    expect(both.map(one => one.status).sort()).toSatisfy(
      (found: number[]) => found[0] === 200 && [200, 409].includes(found[1] ?? 0),
    )
    expect((await read(id)).body.steps.map(one => one.to)).toEqual(['arrived', 'intake'])
  })
})

describe('what tells of an operation or a guardian in detention', () => {
  test('is for those to whom that section is open', async () => {
    const personId = await child()
    const made = await open(opening(personId, { origin: 'guardian-detained' }))
    const coordinator = await w.somebody('nationalCoordinator')
    const seen = await read(made.body.id, coordinator)
    expect(seen.body).toMatchObject({ id: made.body.id, state: 'arrived', mayAssign: true, origins: [] })
    expect(JSON.stringify(seen.body)).not.toContain('detained')
    expect((await read(made.body.id)).body.origins).toMatchObject([{ origin: 'guardian-detained' }])
    // A colleague of the team reads the contact section alone.
    expect((await read(made.body.id, worker)).body.origins).toEqual([])
  })
})

describe('caseload', () => {
  test('counts families, not persons, and asks for a reason over the usual number', async () => {
    const busy = await w.somebody('caseManager')
    const [one, other] = [await unassigned(), await unassigned()]
    await w.as(lead)(makeHousehold, {
      body: {
        id: newId(),
        name: 'Көктемовтер',
        members: [
          { personId: one.personId, role: 'child' },
          { personId: other.personId, role: 'child' },
        ],
      },
    })
    expect((await give([one.id, other.id], busy)).body.done).toEqual([one.id, other.id])
    expect((await w.as(busy)(caseSummary, {})).body).toEqual({
      arrived: 2,
      mine: 2,
      due: 0,
      states: [{ state: 'arrived', count: 2 }],
      unassigned: 0,
      families: 1,
      usual: 25,
    })
    const listed = (await w.as(busy)(listCases, {})).body.rows
    expect(listed.map(row => row.household)).toEqual(['Көктемовтер', 'Көктемовтер'])
    for (let n = 0; n < 24; n++) expect((await give([(await unassigned()).id], busy)).status).toBe(200)
    const offered = (await w.as(lead)(caseWorkers, {})).body
    expect(offered.usual).toBe(25)
    expect(offered.rows.find(row => row.id === busy.accountId)).toMatchObject({ families: 25 })
    const { id } = await unassigned()
    expect(await give([id], busy)).toMatchObject({
      status: 422,
      body: { faults: [{ pointer: '/reason', code: 'caseload-full' }] },
    })
    expect((await give([id], busy, 'Nobody else speaks Uyghur')).body.done).toEqual([id])
  })

  test('a coordinator gives a case to another agency, and the person goes with it', async () => {
    const { id, personId } = await unassigned()
    const far = await w.agency()
    const there = await w.somebody('caseManager', far)
    const coordinator = await w.somebody('nationalCoordinator')
    expect((await give([id], there, undefined, coordinator)).body.done).toEqual([id])
    expect(await read(id, there)).toMatchObject({
      status: 200,
      body: { worker: { id: there.accountId }, team: { id: far.teamId } },
    })
    expect((await w.as(there)(getPerson, { params: { id: personId } })).body).toMatchObject({
      agencyId: far.agencyId,
      teamId: far.teamId,
    })
    // The worker of the first team has nothing to do with them any more.
    expect(await read(id, worker)).toMatchObject({ status: 404 })
  })
})

describe('the queue', () => {
  test('goes on page by page, counts what it shows, and says what is missing', async () => {
    const team = await w.agency()
    const boss = await w.somebody('supervisor', team)
    const ids: string[] = []
    for (let n = 0; n < 5; n++) {
      const personId = await child(boss, { contact: contact({ contacts: [] }) })
      ids.push((await open(opening(personId), boss)).body.id)
    }
    const seen: string[] = []
    let cursor: string | undefined
    do {
      const page = await w.as(boss)(listCases, {
        query: { of: 'team', limit: 2, ...(cursor ? { cursor } : {}) },
      })
      seen.push(...page.body.rows.map(row => row.id))
      cursor = page.body.next
    } while (cursor)
    expect(seen).toEqual(ids)
    expect((await w.as(boss)(countCases, { query: { of: 'unassigned' } })).body.total).toBe(5)
    expect((await w.as(boss)(caseSummary, {})).body.unassigned).toBe(5)
    expect((await w.as(boss)(countCases, { query: { of: 'mine' } })).body.total).toBe(0)
  })
})
