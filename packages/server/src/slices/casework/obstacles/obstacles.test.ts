/** The obstacle log through the HTTP layer: who may, how one is solved, and what the rule carries on. */
import {
  countObstacles,
  getObstacle,
  listObstacles,
  obstacleCounts,
  openObstacle,
  personObstacles,
  takeObstacleStep,
} from '@kerege/contract/casework/routes'
import type { OpenObstacle, TakeObstacleStep } from '@kerege/contract/casework/obstacles'
import { stateAfter, stepsFrom } from '@kerege/contract/casework/obstacles'
import { assignCases, openCase } from '@kerege/contract/cases/routes'
import { urlOf } from '@kerege/contract/client'
import { askExport, fetchExport } from '@kerege/contract/exports/routes'
import { listNotices } from '@kerege/contract/notifications/routes'
import { registerPerson } from '@kerege/contract/people/routes'
import { addDays } from '@kerege/contract/tasks/rules'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newId } from '../../../platform/ids.ts'
import { localDay } from '../../../platform/localDay.ts'
import { dispatch } from '../../../platform/outbox.ts'
import { draft } from '../../../testing/people.ts'
import { type Somebody, type World, world } from '../../../testing/world.ts'
import { noticeEvents } from '../../notifications/index.ts'
import { carryObstacles } from './carrying.ts'

let w: World
let lead: Somebody
let worker: Somebody
let coordinator: Somebody
let today: string
/** The node's clock goes on by so many days. */
let later = 0
beforeAll(async () => {
  w = await world({ now: () => new Date(Date.now() + later * 86_400_000) })
  lead = await w.somebody('supervisor')
  worker = await w.somebody('caseManager')
  coordinator = await w.somebody('nationalCoordinator', await w.agency())
  today = localDay(new Date(), 'Asia/Almaty')
})
afterAll(() => w.close())

async function child(): Promise<string> {
  const body = draft()
  await w.as(lead)(registerPerson, { body })
  const caseId = newId()
  await w.as(lead)(openCase, { body: { id: caseId, personId: body.id, origin: 'walk-in' } })
  await w.as(lead)(assignCases, { body: { ids: [caseId], workerId: worker.accountId } })
  return body.id
}
const obstacle = (over: Partial<OpenObstacle> = {}): OpenObstacle => ({
  id: newId(),
  kind: 'paper',
  domain: 'papers',
  desk: 'registry',
  deskName: 'Spring office',
  since: addDays(today, -2),
  words: 'They ask for a paper of birth from abroad',
  ...over,
})
const open = (id: string, body = obstacle(), who = worker) =>
  w.as(who)(openObstacle, { params: { id }, body })
const step = (id: string, body: TakeObstacleStep, who = worker) =>
  w.as(who)(takeObstacleStep, { params: { id }, body })
const ids = async (who: Somebody, query: object) =>
  (await w.as(who)(listObstacles, { query: { limit: 200, ...query } })).body.rows.map(row => row.id)

test.each([
  ['open', ['asked', 'moved', 'solved', 'word']],
  ['asked', ['asked', 'answered', 'moved', 'solved', 'word']],
  ['answered', ['asked', 'moved', 'solved', 'word']],
  ['solved', ['again', 'word']],
] as const)('from %s there are %j', (state, steps) => {
  expect(stepsFrom(state)).toEqual(steps)
  expect(stateAfter(state, 'word')).toBe(state)
})

describe('an obstacle is refused', () => {
  test.each([
    ['of a day that lies ahead', { since: '2199-01-01' }],
    ['asked on a day that lies ahead', { askedOn: '2199-01-01' }],
    ['of no kind', { kind: 'danger' }],
    ['on no desk', { desk: 'police' }],
  ] as const)('%s', async (_, over) => {
    const id = await child()
    expect((await open(id, obstacle(over as Partial<OpenObstacle>))).status).toBe(422)
  })

  test('by those who do not work with the family, and told to nobody else', async () => {
    const id = await child()
    const { body: made } = await open(id)
    expect((await open(id, obstacle(), coordinator)).status).toBe(403)
    const stranger = await w.somebody('supervisor', await w.agency())
    expect((await open(id, obstacle(), stranger)).status).toBe(404)
    const teacher = await w.somebody('teacher')
    await w.grant(teacher, id, 'task')
    expect((await open(id, obstacle(), teacher)).status).toBe(403)
    expect((await w.as(teacher)(personObstacles, { params: { id } })).status).toBe(403)
    for (const one of [made.id, newId()]) {
      expect(await w.as(stranger)(getObstacle, { params: { id: one } })).toMatchObject({ status: 404 })
      expect(await step(one, { what: 'asked', seen: 1 }, stranger)).toMatchObject({ status: 404 })
    }
    expect(await ids(stranger, { of: 'all' })).not.toContain(made.id)
    // A colleague of the team reads who needs what, and says nothing of a family that is not theirs.
    const colleague = await w.somebody('caseManager')
    expect(await step(made.id, { what: 'asked', seen: 1 }, colleague)).toMatchObject({ status: 403 })
  })

  test('a step that does not follow, without its words, or unseen', async () => {
    const id = await child()
    const { body: made } = await open(id)
    expect(await step(made.id, { what: 'answered', seen: 1 })).toMatchObject({
      status: 409,
      body: { code: 'obstacle-cannot' },
    })
    expect((await step(made.id, { what: 'solved', seen: 1 })).status).toBe(422)
    expect((await step(made.id, { what: 'moved', seen: 1 })).status).toBe(422)
    expect(await step(made.id, { what: 'asked', seen: 2 })).toMatchObject({ status: 412 })
    const both = await Promise.all([
      step(made.id, { what: 'asked', seen: 1 }),
      step(made.id, { what: 'solved', words: 'It came', seen: 1 }, lead),
    ])
    expect(both.map(one => one.status).sort()).toEqual([200, 412])
  })
})

describe('an obstacle', () => {
  test('is asked about, answered, lies elsewhere, is solved and how, and may be there again', async () => {
    const id = await child()
    const { body: made } = await open(id)
    const same = { id: made.id }
    expect((await open(id, obstacle(same))).body.version).toBe(1)
    const way: TakeObstacleStep[] = [
      { what: 'asked', seen: 1, on: addDays(today, -1) },
      { what: 'answered', seen: 2, words: 'They send us on' },
      { what: 'moved', seen: 3, desk: 'court', deskName: 'District court' },
      { what: 'solved', seen: 4, words: 'By a decision of the court' },
    ]
    const answers = []
    for (const body of way) answers.push((await step(made.id, body)).body)
    expect(answers.map(one => one.state)).toEqual(['asked', 'answered', 'open', 'solved'])
    expect(answers[2]).toMatchObject({ desk: 'court', deskName: 'District court' })
    expect(answers[3]?.steps.map(one => one.what)).toEqual(['solved', 'moved', 'answered', 'asked', 'opened'])
    expect(await ids(worker, { of: 'mine' })).not.toContain(made.id)
    expect(await ids(worker, { of: 'mine', state: 'solved' })).toContain(made.id)
    expect(
      (await step(made.id, { what: 'again', seen: 5, words: 'A letter is missing' })).body,
    ).toMatchObject({
      state: 'open',
      may: ['asked', 'moved', 'solved', 'word'],
    })
  })

  test('is moved on by the coordinator, who does not read what is said in the social section', async () => {
    const id = await child()
    const { body: made } = await open(id)
    const seen = (await w.as(coordinator)(getObstacle, { params: { id: made.id } })).body
    expect(seen).toMatchObject({ kind: 'paper', desk: 'registry', may: ['asked', 'moved', 'solved', 'word'] })
    expect(seen.steps).toEqual([])
    const asked = await step(made.id, { what: 'asked', seen: 1, words: 'Asked the ministry' }, coordinator)
    expect(asked.body.steps).toMatchObject([{ words: 'Asked the ministry' }])
    const read = (await w.as(worker)(getObstacle, { params: { id: made.id } })).body
    expect(read.steps.map(one => one.what)).toEqual(['asked', 'opened'])
  })

  test('is listed by kind, desk, age and state as it is counted, and leaves as a file', async () => {
    const id = await child()
    const old = obstacle({ kind: 'housing', domain: 'housing', desk: 'housing', since: addDays(today, -40) })
    await open(id, old)
    await open(id, obstacle({ kind: 'housing', domain: 'housing', desk: 'housing', since: today }))
    const query = { of: 'all', kind: 'housing', desk: 'housing' } as const
    const total = async (more: object) =>
      (await w.as(lead)(countObstacles, { query: { ...query, ...more } })).body.total
    for (const more of [
      {},
      { age: 'quarter' },
      { age: 'week' },
      { age: 'month' },
      { late: 'yes' },
      { state: 'asked' },
    ]) {
      expect(await ids(lead, { ...query, ...more })).toHaveLength(await total(more))
    }
    expect(await ids(lead, { ...query, age: 'quarter' })).toEqual([old.id])
    expect(await ids(lead, { ...query, late: 'yes' })).toEqual([old.id])
    for (const who of [lead, coordinator]) {
      const { rows } = (await w.as(who)(obstacleCounts, {})).body
      expect(rows.find(row => row.kind === 'housing')).toMatchObject({
        desk: 'housing',
        families: 1,
        longest: 40,
        late: 1,
        byAge: { week: 1, month: 0, quarter: 1, longer: 0 },
      })
    }
    expect((await w.as(worker)(obstacleCounts, {})).status).toBe(403)
    const asked = await w.as(lead)(askExport, {
      body: { of: 'obstacles', format: 'csv', language: 'en', query, reason: 'For the meeting' },
    })
    const file = await w.raw(urlOf(fetchExport, { params: { id: asked.body.id } }), {}, lead)
    const text = await file.text()
    expect(text).toContain('Spring office')
    expect(text).not.toContain('They ask for')
  })

  test('is carried on by the terms of its state, kind by kind', async () => {
    const id = await child()
    const { body: paper } = await open(id, obstacle({ since: addDays(today, -5) }))
    const { body: room } = await open(
      id,
      obstacle({ kind: 'housing', domain: 'housing', desk: 'housing', since: addDays(today, -5) }),
    )
    const carried = async (one: string) =>
      (await w.as(lead)(getObstacle, { params: { id: one } })).body.carriedTo
    const { node } = w.running
    await carryObstacles(node)
    expect([await carried(paper.id), await carried(room.id)]).toEqual([undefined, undefined])
    const obstacleDays = { value: { paper: { supervisor: 3, coordinator: 30 } }, verified: false }
    await carryObstacles({ ...node, profile: { ...node.profile, obstacleDays } })
    expect([await carried(paper.id), await carried(room.id)]).toEqual(['supervisor', undefined])
  })

  test('that lies too long is carried to the supervisors, and later to the coordinators, once each', async () => {
    const id = await child()
    const { body: made } = await open(id, obstacle({ since: addDays(today, -20) }))
    const { body: fresh } = await open(id, obstacle({ since: today }))
    expect(await carryObstacles(w.running.node)).toBeGreaterThanOrEqual(1)
    expect(await carryObstacles(w.running.node)).toBe(0)
    const read = async (one: string) => (await w.as(lead)(getObstacle, { params: { id: one } })).body
    expect(await read(made.id)).toMatchObject({ carriedTo: 'supervisor', late: true, version: 2 })
    expect((await read(made.id)).steps[0]).toMatchObject({ what: 'carried', whom: 'supervisor' })
    expect((await read(fresh.id)).carriedTo).toBeUndefined()
    later = 14
    try {
      expect(await carryObstacles(w.running.node)).toBeGreaterThanOrEqual(1)
    } finally {
      later = 0
    }
    expect((await read(made.id)).carriedTo).toBe('coordinator')
    await dispatch(w.running.node.pool, noticeEvents, (_topic, error) => {
      throw error
    })
    const told = async (who: Somebody) =>
      (await w.as(who)(listNotices, {})).body.rows.filter(
        row => row.topic === 'obstacle.carried' && row.params['obstacleId'] === made.id,
      )
    expect(await told(lead)).toHaveLength(1)
    expect(await told(coordinator)).toHaveLength(1)
    expect(await told(worker)).toEqual([])
    expect(JSON.stringify((await told(lead))[0]?.params)).not.toContain('Spring')
  })
})
