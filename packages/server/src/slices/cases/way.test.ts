/** The whole way of a case through the HTTP layer: refusals as a table, then one family to the last look after closing. */
import { decideApproval, getApproval } from '@kerege/contract/approvals/routes'
import {
  assignCases,
  caseSummary,
  getCase,
  listCases,
  lookIn,
  openCase,
  takeCaseStep,
} from '@kerege/contract/cases/routes'
import type { TakeStep } from '@kerege/contract/cases/schema'
import type { StatedGuard } from '@kerege/contract/cases/states'
import { makeHousehold, registerPerson } from '@kerege/contract/people/routes'
import { addMonths } from '@kerege/contract/tasks/rules'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newId } from '../../platform/ids.ts'
import { recordAnswer } from '../../testing/consents.ts'
import { draft } from '../../testing/people.ts'
import { lookedAt, planned } from '../../testing/plans.ts'
import { type Somebody, type World, world } from '../../testing/world.ts'
import { callReviews } from './reviews.ts'

let w: World
let lead: Somebody
let worker: Somebody
beforeAll(async () => {
  w = await world()
  lead = await w.somebody('supervisor')
  worker = await w.somebody('caseManager')
})
afterAll(() => w.close())

const say = (...guards: StatedGuard[]) => guards.map(guard => ({ guard, words: `Said of ${guard}` }))
const read = async (id: string, who = worker) => (await w.as(who)(getCase, { params: { id } })).body
const step = (id: string, body: Partial<TakeStep> & { to: TakeStep['to'] }, who = worker) =>
  w.as(who)(takeCaseStep, { params: { id }, body })
async function decide(id: string, verdict: 'approved' | 'refused', who = lead, comment?: string) {
  const { etag = '"1"' } = await w.as(who)(getApproval, { params: { id } })
  const body = { verdict, ...(comment ? { comment } : {}) }
  return w.as(who)(decideApproval, { params: { id }, body }, { ifMatch: etag })
}

/** At intake, with a household, and asked who may hear of them. */
async function begun(): Promise<{ id: string; personId: string }> {
  const body = draft()
  await w.as(lead)(registerPerson, { body })
  const members = [{ personId: body.id, role: 'child' as const }]
  expect(await w.as(lead)(makeHousehold, { body: { id: newId(), name: 'Үйлер', members } })).toMatchObject({
    status: 201,
  })
  const id = newId()
  await w.as(lead)(openCase, { body: { id, personId: body.id, origin: 'walk-in' } })
  await w.as(lead)(assignCases, { body: { ids: [id], workerId: worker.accountId } })
  expect((await step(id, { to: 'intake' })).status).toBe(200)
  expect((await recordAnswer(w, worker, body.id)).status).toBe(201)
  return { id, personId: body.id }
}
/** As it was before there were plans in the program: what came after is said in words. */
async function active() {
  const made = await begun()
  expect(await step(made.id, { to: 'assessment' })).toMatchObject({ status: 200 })
  await lookedAt(w, worker, made.personId)
  expect(await step(made.id, { to: 'planning' })).toMatchObject({ status: 200 })
  await planned(w, worker, lead, made.id)
  expect(await step(made.id, { to: 'active' })).toMatchObject({ status: 200 })
  await w.admin.query('delete from plans.plans where case_id = $1', [made.id])
  return made
}
async function closing() {
  const made = await active()
  const body = { to: 'closing' as const, reason: 'Nothing is open any more', said: say('goals') }
  expect(await step(made.id, { ...body, outcome: 'stands-alone' })).toMatchObject({ status: 200 })
  const { closureId } = await read(made.id)
  if (!closureId) throw new Error('nobody was asked')
  return { ...made, closureId }
}

describe('a step is refused', () => {
  test.each([
    ['that skips a part', { to: 'planning', said: say('needs') }, 409, 'case-cannot'],
    ['that only the program takes', { to: 'merged' }, 409, 'case-cannot'],
    ['without the words that it asks', { to: 'paused', reason: 'Nobody at home' }, 422, undefined],
    ['with words that it does not ask', { to: 'assessment', said: say('goals') }, 422, undefined],
    ['with words of what the program knows', { to: 'assessment', said: say('consent') }, 422, undefined],
    [
      'with the same said twice',
      { to: 'paused', reason: 'Nobody at home', said: say('search', 'search') },
      422,
      undefined,
    ],
    ['aside without a reason', { to: 'paused', said: say('search') }, 422, undefined],
    ['by somebody who did not see the last', { to: 'assessment', seen: 1 }, 412, 'stale-version'],
    [
      'that is for who gives cases out',
      { to: 'transferred', reason: 'Moved', said: say('accepted') },
      403,
      'not-yours',
    ],
  ] as const)('%s', async (_, body, status, code) => {
    const { id } = await begun()
    const refused = await step(id, { ...body, said: 'said' in body ? [...body.said] : [] } as TakeStep)
    expect(refused).toMatchObject({ status, body: code ? { code } : {} })
    expect((await read(id)).state).toBe('intake')
  })

  test('closing without an outcome, by oneself, or by an approval of something else', async () => {
    const { id } = await active()
    expect(await step(id, { to: 'closing', reason: 'Enough', said: say('goals') })).toMatchObject({
      status: 422,
      body: { faults: [{ pointer: '/outcome', code: 'required' }] },
    })
    const asked = await closing()
    expect(await step(asked.id, { to: 'closed' }, lead)).toMatchObject({ status: 409 })
    expect((await decide(asked.closureId, 'approved', worker)).status).toBeGreaterThanOrEqual(400)
    expect((await read(asked.id)).state).toBe('closing')
  })

  test('of two who take one at once, one is told to look again', async () => {
    const { id } = await begun()
    const { version } = await read(id)
    const body = { seen: version }
    const both = await Promise.all([
      step(id, { to: 'assessment', ...body }),
      step(id, { to: 'paused', reason: 'Nobody at home', said: say('search'), seen: version }, lead),
    ])
    expect(both.map(one => one.status).sort()).toEqual([200, 412])
  })
})

describe('the whole way', () => {
  test('to a closing that is sent back, closed, looked in on, and ended', async () => {
    const { id, closureId } = await closing()
    expect((await read(id)).lookOn).toBeUndefined()
    expect((await decide(closureId, 'refused', lead, 'The school place is not there yet')).status).toBe(200)
    const back = await read(id)
    expect(back.state).toBe('active')
    expect(back.steps.at(-1)).toMatchObject({
      by: { id: lead.accountId },
      reason: 'The school place is not there yet',
    })
    // What was said stands with its step, and is asked for anew.
    expect(back.steps.find(one => one.to === 'closing')).toMatchObject({
      outcome: 'stands-alone',
      said: [{ guard: 'goals', words: 'Said of goals' }],
    })

    await step(id, {
      to: 'closing',
      reason: 'School place is there',
      outcome: 'stands-alone',
      said: say('goals'),
    })
    const again = (await read(id)).closureId ?? ''
    expect((await decide(again, 'approved')).status).toBe(200)
    const closed = await read(id)
    expect(closed.state).toBe('closed')
    expect(closed.looks).toHaveLength(6)
    expect((await step(id, { to: 'follow-up' })).status).toBe(200)
    const followed = await read(id)
    expect(followed.lookOn).toBe(followed.looks[0]?.due)
    expect(await step(id, { to: 'ended', reason: 'Too early' }, lead)).toMatchObject({
      status: 409,
      body: { code: 'case-guard', missing: ['last-look'] },
    })
    // Not reached: another day, a week later; then one after the other.
    const [first] = followed.looks
    const look = (lookId: string, body: object) =>
      w.as(worker)(lookIn, { params: { id, lookId }, body: body as never })
    expect(await look(first?.id ?? '', { how: 'call' })).toMatchObject({ status: 422 })
    expect((await look(first?.id ?? '', { how: 'not-reached' })).body.looks).toHaveLength(7)
    expect(await look(first?.id ?? '', { how: 'call', going: 'well' })).toMatchObject({
      status: 409,
      body: { code: 'look-done' },
    })
    for (const one of (await read(id)).looks.filter(one => !one.doneAt)) {
      expect(await look(one.id, { how: 'visit', going: 'well', words: 'All at school' })).toMatchObject({
        status: 200,
      })
    }
    expect((await step(id, { to: 'ended', reason: 'Three good years' }, lead)).body).toMatchObject({
      state: 'ended',
      open: [],
    })
  })

  test('opened again in one step, without the days of looking in', async () => {
    const { id, closureId } = await closing()
    await decide(closureId, 'approved')
    await step(id, { to: 'follow-up' })
    const again = await step(id, { to: 'active', reason: 'The father is ill' })
    expect(again.body).toMatchObject({ state: 'active', looks: [] })
    expect(again.body.lookOn).toBeDefined()
  })

  test('the worker takes the request back; others cannot', async () => {
    const { id, closureId } = await closing()
    expect(await step(id, { to: 'active', reason: 'Not yet' }, lead)).toMatchObject({
      status: 409,
      body: { code: 'approval-pending' },
    })
    expect((await step(id, { to: 'active', reason: 'Not yet' })).body.state).toBe('active')
    expect((await w.as(worker)(getApproval, { params: { id: closureId } })).body.state).toBe('withdrawn')
    expect((await decide(closureId, 'approved')).status).toBeGreaterThanOrEqual(400)
  })

  test('lost from sight and found again, to where the case stood', async () => {
    const { id } = await active()
    await step(id, { to: 'paused', reason: 'Moved without a word', said: say('search') })
    const paused = await read(id)
    expect(paused.next).toMatchObject({ to: 'active', guards: [] })
    expect(await step(id, { to: 'planning', reason: 'Found' })).toMatchObject({ status: 409 })
    expect((await step(id, { to: 'active', reason: 'Found with an aunt' })).body.state).toBe('active')
  })

  test('a review is called on its day by the program, once, and is on the list that is counted', async () => {
    const { id } = await active()
    await w.admin.query(`update cases.cases set look_on = current_date - 2 where id = $1`, [id])
    expect(await callReviews(w.running.node)).toBeGreaterThanOrEqual(1)
    expect(await callReviews(w.running.node)).toBe(0)
    const due = await read(id)
    expect(due).toMatchObject({ state: 'review-due', next: { to: 'active' } })
    expect(due.steps.at(-1)?.by).toBeUndefined()
    const summary = (await w.as(worker)(caseSummary, {})).body
    const list = (await w.as(worker)(listCases, { query: { of: 'mine', due: 'now', limit: 200 } })).body
    expect(list.rows.map(row => row.id)).toContain(id)
    expect(summary.due).toBe(list.rows.length)
    expect((await step(id, { to: 'active', said: say('review') })).body.lookOn).not.toBe(due.lookOn)
  })

  test('what was said is for those to whom the social section is open', async () => {
    const { id } = await closing()
    const colleague = await w.somebody('caseManager')
    const seen = await read(id, colleague)
    expect(seen.state).toBe('closing')
    expect(JSON.stringify(seen)).not.toContain('Said of')
    expect(JSON.stringify(await read(id, lead))).toContain('Said of goals')
  })
})

test.each([
  ['2026-01-31', 1, '2026-02-28'],
  ['2027-11-30', 3, '2028-02-29'],
  ['2026-11-26', 36, '2029-11-26'],
])('%s and %i months is %s', (day, months, then) => expect(addMonths(day, months)).toBe(then))
