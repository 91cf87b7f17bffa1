/** What follows from decisions, through HTTP: the owner reports, others read, and late is what the calendar says. */
import {
  countActions,
  getAction,
  listActions,
  makeAction,
  reportAction,
} from '@kerege/contract/council/actionRoutes'
import { getPlan, listPlans } from '@kerege/contract/council/planRoutes'
import type { ActionState } from '@kerege/contract/council/actions'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '../../platform/ids.ts'
import type { Somebody } from '../../testing/world.ts'
import { type Hub, hub, planned, said } from './testing/hub.ts'

let h: Hub
let kg: Somebody
let tj: Somebody
const as = (who: Somebody | null) => h.w.as(who)
beforeAll(async () => {
  h = await hub({ now: () => new Date('2026-11-25T12:00:00Z') })
  kg = await h.delegate('KG')
  tj = await h.delegate('TJ')
}, 60_000)
afterAll(() => h.w.close())

const make = (more: object = {}, who = h.secretariat) =>
  as(who)(makeAction, {
    body: {
      id: newId(),
      ownerId: h.party('KG'),
      title: said('Name one contact'),
      due: '2026-12-31',
      ...more,
    },
  })
const report = (who: Somebody, id: string, state: ActionState, more: object = {}) =>
  as(who)(reportAction, {
    params: { id },
    body: { id: newId(), state, words: 'The office is named', ...more },
  })

test('is made by those who prepare, for one owner', async () => {
  expect((await make({}, kg)).body.code).toBe('not-allowed')
  expect((await make({ bodyId: h.council })).body).toMatchObject({
    faults: [{ pointer: '/ownerId', code: 'one-owner' }],
  })
  expect((await make({ ownerId: newId() })).body).toMatchObject({ faults: [{ code: 'not-found' }] })
})

test('is reported by its owner, and by no other delegation', async () => {
  const { id } = (await make()).body
  expect((await as(tj)(getAction, { params: { id } })).body.mayReport).toBe(false)
  expect((await report(tj, id, 'done')).body.code).toBe('not-yours')
  const session = await planned(h)
  const reported = await report(kg, id, 'under-way', {
    sessionId: session.id,
    evidence: 'Letter of the ministry',
  })
  expect(reported.body).toMatchObject({ state: 'under-way', seen: 1, reports: [{ party: { code: 'KG' } }] })
  expect((await report(kg, id, 'open')).body.code).toBe('action-state')
  expect((await report(kg, id, 'done')).body.state).toBe('done')
  await expect(h.w.admin.query(`update council.action_reports set words = 'x'`)).rejects.toThrow('stays said')
})

test('mine is what the own delegation promised, and nothing for whom no delegation speaks', async () => {
  const ours = (await make({ due: '2026-11-20' })).body
  const theirs = (await make({ due: '2026-11-20', ownerId: h.party('TJ') })).body
  const idsFor = async (who: Somebody) =>
    (await as(who)(listActions, { query: { mine: 'true', late: 'true', limit: 200 } })).body.rows.map(
      row => row.id,
    )
  expect(await idsFor(kg)).toContain(ours.id)
  expect(await idsFor(kg)).not.toContain(theirs.id)
  expect(await idsFor(tj)).toEqual([theirs.id])
  expect(await idsFor(h.secretariat)).toEqual([])
})

test('promised and not done is past its day and open', async () => {
  const before = (await as(kg)(countActions, {})).body.late
  const late = (await make({ due: '2026-11-24' })).body
  await make({ due: '2026-11-25' })
  const done = (await make({ due: '2026-01-01' })).body
  await report(kg, done.id, 'done')
  const { rows } = (await as(tj)(listActions, { query: { late: 'true', limit: 200 } })).body
  expect(rows.map(row => row.id)).toContain(late.id)
  expect(rows.every(row => row.late)).toBe(true)
  expect((await as(kg)(countActions, {})).body.late).toBe(before + 1)
})

test('leads back to what it carries on, and forward', async () => {
  const first = (await make()).body
  const second = (await make({ carriesOn: first.id })).body
  expect(second.carriesOn?.id).toBe(first.id)
  expect((await as(kg)(getAction, { params: { id: first.id } })).body.carriedOnBy.map(one => one.id)).toEqual(
    [second.id],
  )
})

test('the same report sent twice is one', async () => {
  const { id } = (await make()).body
  const reportId = newId()
  await report(kg, id, 'under-way', { id: reportId })
  expect((await report(kg, id, 'under-way', { id: reportId })).body.reports).toHaveLength(1)
})

test('a plan of others leads back to what serves it, in whatever spelling it was named', async () => {
  const plan = 'Joint Plan of Action, pillar 2'
  const done = (await make({ externalPlan: plan })).body
  await report(kg, done.id, 'under-way')
  await report(kg, done.id, 'done')
  const late = (await make({ externalPlan: '  joint plan  of action, PILLAR 2', due: '2026-11-20' })).body
  // One that is named already keeps its spelling.
  expect(late.externalPlan).toBe(plan)
  await make({ externalPlan: 'Roadmap of two  states' })
  // Entered before spellings were minded.
  await h.w.admin.query(`update council.actions set external_plan = $2 where id = $1`, [
    late.id,
    'JOINT PLAN OF  ACTION, pillar 2',
  ])
  const session = await planned(h, 'Conference on the way home', { externalPlan: plan })
  const listed = (await as(tj)(listPlans, {})).body.rows
  expect(listed).toEqual([
    { name: plan, actions: 2, done: 1, late: 1, sessions: 1 },
    { name: 'Roadmap of two states', actions: 1, done: 0, late: 0, sessions: 0 },
  ])
  const { body } = await as(tj)(getPlan, { query: { name: 'joint plan of action, pillar 2' } })
  expect(body.name).toBe(plan)
  expect(body.actions.map(one => one.id)).toEqual([late.id, done.id])
  expect(body.sessions.map(one => one.id)).toEqual([session.id])
  const narrowed = await as(tj)(listActions, { query: { plan, limit: 200 } })
  expect(narrowed.body.rows.map(row => row.id)).toEqual([late.id, done.id])
  expect((await as(tj)(getPlan, { query: { name: 'Nobody named it' } })).body.code).toBe('not-found')
  expect((await as(null)(listPlans, {})).body.code).toBe('not-signed-in')
})
