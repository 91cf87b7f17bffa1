/** Papers through the HTTP layer: refusals first, then the way of one paper from the need to the family's hands. */
import {
  changePaper,
  countPapers,
  getPaper,
  listPapers,
  makePaper,
  markStep,
  movePaper,
  paperGuide,
  paperSummary,
  personPapers,
  undoPaperMove,
} from '@kerege/contract/people/papers/routes'
import type { MakePaper } from '@kerege/contract/people/papers/schema'
import { personHistory, registerPerson } from '@kerege/contract/people/routes'
import type { z } from 'zod'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newId } from '../../../platform/ids.ts'
import { draft } from '../../../testing/people.ts'
import { type Somebody, type World, world } from '../../../testing/world.ts'

let now = new Date('2026-11-24T05:00:00Z')
let w: World
let worker: Somebody
beforeAll(async () => {
  w = await world({ now: () => now })
  worker = await w.somebody('caseManager')
})
afterAll(() => w.close())

type Draft = z.input<typeof MakePaper>
const needed = (over: Partial<Draft> = {}): Draft => ({
  id: newId(),
  fact: 'birth',
  paper: 'birth-certificate',
  pathway: 'court',
  steps: [
    { id: newId(), code: 'court-claim', due: '2026-11-20' },
    { id: newId(), text: 'Call the aunt' },
  ],
  blocks: ['school'],
  on: '2026-09-21',
  ...over,
})

async function child(who = worker): Promise<string> {
  const body = draft()
  await w.as(who)(registerPerson, { body })
  return body.id
}
const make = (personId: string, body: Draft = needed(), who = worker) =>
  w.as(who)(makePaper, { params: { id: personId }, body })
async function paper(over: Partial<Draft> = {}) {
  const personId = await child()
  const made = await make(personId, needed(over))
  expect(made.status).toBe(201)
  return made.body
}
const move = (id: string, body: { to: string; on?: string; reason?: string }, who = worker) =>
  w.as(who)(movePaper, { params: { id }, body: body as never })

describe('papers are refused', () => {
  test('to somebody who is not signed in', async () => {
    expect(await w.as(null)(listPapers, {})).toMatchObject({ status: 401 })
    expect(await w.as(null)(getPaper, { params: { id: newId() } })).toMatchObject({ status: 401 })
  })

  test('to a role that cannot read the identity section, without a sign that they are there', async () => {
    const one = await paper()
    const teacher = await w.somebody('teacher')
    await w.grant(teacher, one.personId, 'task')
    expect(await w.as(teacher)(getPaper, { params: { id: one.id } })).toMatchObject({ status: 404 })
    expect((await w.as(teacher)(personPapers, { params: { id: one.personId } })).body.rows).toEqual([])
    expect((await w.as(teacher)(listPapers, {})).body.rows).toEqual([])
    expect((await w.as(teacher)(countPapers, {})).body.total).toBe(0)
    expect(await make(one.personId, needed(), teacher)).toMatchObject({ status: 404 })
  })

  test('to change, where the section may only be read', async () => {
    const one = await paper()
    const mother = await w.somebody('familyMember')
    await w.grant(mother, one.personId, 'own')
    const seen = await w.as(mother)(getPaper, { params: { id: one.id } })
    expect(seen).toMatchObject({ status: 200, body: { mayChange: false, mayUndo: false } })
    expect(await move(one.id, { to: 'filed' }, mother)).toMatchObject({ status: 403 })
    const coordinator = await w.somebody('nationalCoordinator')
    expect(await w.as(coordinator)(getPaper, { params: { id: one.id } })).toMatchObject({ status: 200 })
    expect(await move(one.id, { to: 'filed' }, coordinator)).toMatchObject({ status: 403 })
  })

  test('a stranger’s like one that does not exist', async () => {
    const one = await paper()
    const other = await w.somebody('caseManager', await w.agency())
    for (const id of [one.id, newId()]) {
      expect(await w.as(other)(getPaper, { params: { id } })).toMatchObject({ status: 404 })
      expect(await move(id, { to: 'filed' }, other)).toMatchObject({
        status: 404,
        body: { code: 'not-found' },
      })
    }
    // Its id is taken, and nobody learns that.
    const theirs = await child(other)
    expect(await make(theirs, needed({ id: one.id }), other)).toMatchObject({ status: 404 })
  })

  test('with all faults at once', async () => {
    const personId = await child()
    const reply = await make(
      personId,
      needed({
        paper: 'licence-to-fly',
        steps: [{ id: newId(), text: 'Later', doneOn: '2026-12-24' }],
        evidence: [{ id: newId(), standing: 'held', documentId: newId() }],
        responsibleId: (await w.somebody('teacher')).accountId,
      }),
    )
    expect(reply).toMatchObject({ status: 422, body: { code: 'invalid' } })
    expect((reply.body as unknown as { faults: object[] }).faults).toEqual([
      { pointer: '/paper', code: 'not-found' },
      { pointer: '/steps/0/doneOn', code: 'in-the-future' },
      { pointer: '/evidence/0/documentId', code: 'not-found' },
      { pointer: '/responsibleId', code: 'owner-cannot-see' },
    ])
  })

  test('to jump, to go back without a reason, to happen ahead or before what happened last', async () => {
    const one = await paper()
    expect(await move(one.id, { to: 'issued' })).toMatchObject({
      status: 409,
      body: { code: 'paper-cannot' },
    })
    expect(await move(one.id, { to: 'not-needed' })).toMatchObject({ status: 422 })
    expect(await move(one.id, { to: 'filed', on: '2026-11-25' })).toMatchObject({
      status: 422,
      body: { faults: [{ pointer: '/on', code: 'in-the-future' }] },
    })
    expect(await move(one.id, { to: 'filed', on: '2026-09-20' })).toMatchObject({
      status: 422,
      body: { faults: [{ pointer: '/on', code: 'before-the-last' }] },
    })
    expect((await w.as(worker)(getPaper, { params: { id: one.id } })).body.transitions).toHaveLength(1)
  })

  test('to be written by a state, even by the serving role itself', async () => {
    const one = await paper()
    const { pool } = w.running.node
    for (const column of ['state', 'state_since', 'waiting_since', 'filed_on', 'closed_on']) {
      await expect(
        pool.query(`update people.papers set ${column} = null where id = $1`, [one.id]),
      ).rejects.toMatchObject({ code: '42501' })
    }
    await expect(
      pool.query('delete from people.paper_transitions where paper_id = $1', [one.id]),
    ).rejects.toMatchObject({ code: '42501' })
  })
})

describe('a paper', () => {
  test('goes its way, shuts the school until it is there, and says since when', async () => {
    const one = await paper()
    expect(one).toMatchObject({
      state: 'needed',
      days: 64,
      waitingSince: '2026-09-21',
      blocks: ['school'],
      dueOn: '2026-11-20',
      mayChange: true,
      mayUndo: false,
      twins: 0,
    })
    expect((await w.as(worker)(paperSummary, {})).body).toMatchObject({ blocking: expect.any(Number) })

    const step = one.steps[0]?.id ?? ''
    const marked = await w.as(worker)(markStep, {
      params: { id: one.id, stepId: step },
      body: { doneOn: '2026-11-23' },
    })
    expect(marked.body.steps[0]).toMatchObject({ doneOn: '2026-11-23' })
    expect(marked.body.dueOn).toBeUndefined()
    const again = await w.as(worker)(markStep, {
      params: { id: one.id, stepId: step },
      body: { doneOn: '2026-11-23' },
    })
    expect(again.body.version).toBe(marked.body.version)
    expect(await w.as(worker)(markStep, { params: { id: one.id, stepId: newId() }, body: {} })).toMatchObject(
      { status: 404 },
    )

    expect((await move(one.id, { to: 'filed', on: '2026-10-01' })).body).toMatchObject({
      state: 'filed',
      filedOn: '2026-10-01',
      days: 64,
    })
    await move(one.id, { to: 'in-court', on: '2026-10-30' })
    const twice = await move(one.id, { to: 'in-court', on: '2026-10-30' })
    expect(twice.body.transitions).toHaveLength(3)
    const issued = await move(one.id, { to: 'issued', on: '2026-11-22' })
    expect(issued.body).toMatchObject({
      state: 'issued',
      blocks: [],
      wouldBlock: ['school'],
      closedOn: '2026-11-22',
      days: 62,
      mayUndo: true,
    })
    const list = await w.as(worker)(listPapers, { query: { mine: 'true', limit: 200 } })
    expect(list.body.rows.map(row => row.id)).not.toContain(one.id)
    const back = await move(one.id, { to: 'waiting', reason: 'The name is wrong in it' })
    expect(back.body).toMatchObject({ state: 'waiting', days: 64, blocks: ['school'] })
    const history = await w.as(worker)(personHistory, { params: { id: one.personId }, query: {} })
    const states = history.body.rows.flatMap(row =>
      row.changes.map(one => (one.after as { state?: string }).state),
    )
    expect(states).toEqual(expect.arrayContaining(['needed', 'filed', 'in-court', 'issued', 'waiting']))
  })

  test('takes the last entry back on the same day, by who wrote it, and keeps that it did', async () => {
    const one = await paper()
    await move(one.id, { to: 'filed' })
    const lead = await w.somebody('supervisor')
    const undo = (who: Somebody) => w.as(who)(undoPaperMove, { params: { id: one.id }, body: {} })
    expect(await undo(lead)).toMatchObject({ status: 409, body: { code: 'paper-undo-over' } })
    expect((await undo(worker)).body).toMatchObject({
      state: 'needed',
      transitions: [
        { to: 'needed', undone: false },
        { to: 'filed', undone: true },
      ],
    })
    // The first one stays.
    expect(await undo(worker)).toMatchObject({ status: 409 })
    await move(one.id, { to: 'filed' })
    now = new Date('2026-11-24T19:30:00Z') // half past midnight in Almaty
    try {
      expect(await undo(worker)).toMatchObject({ status: 409, body: { code: 'paper-undo-over' } })
    } finally {
      now = new Date('2026-11-24T05:00:00Z')
    }
  })

  test('waits by the days of the node, not of UTC', async () => {
    const one = await paper({ on: '2026-11-24' })
    expect(one.days).toBe(0)
    now = new Date('2026-11-24T18:30:00Z')
    try {
      const late = await w.as(worker)(getPaper, { params: { id: one.id } })
      // Half past eleven at night in Almaty, then half past midnight; in UTC it is the same day all along.
      expect(late.body.days).toBe(0)
      now = new Date('2026-11-24T19:30:00Z')
      expect((await w.as(worker)(getPaper, { params: { id: one.id } })).body.days).toBe(1)
    } finally {
      now = new Date('2026-11-24T05:00:00Z')
    }
  })

  test('is written twice for the same fact, and says so', async () => {
    const one = await paper()
    const other = await make(one.personId)
    expect(other.body.twins).toBe(1)
    const rows = (await w.as(worker)(personPapers, { params: { id: one.personId } })).body.rows
    expect(rows.map(row => row.twins)).toEqual([1, 1])
    await make(one.personId, needed({ id: other.body.id }))
    expect((await w.as(worker)(personPapers, { params: { id: one.personId } })).body.rows).toHaveLength(2)
  })

  test('changes only on the version that was read', async () => {
    const one = await paper()
    const body = {
      pathway: 'registry' as const,
      office: { name: 'Registry', place: 'Arys' },
      blocks: ['school', 'benefit'] as const,
      responsibleId: worker.accountId,
    }
    const params = { id: one.id }
    expect(
      await w.as(worker)(changePaper, { params, body: body as never }, { ifMatch: '"9"' }),
    ).toMatchObject({ status: 412 })
    const changed = await w.as(worker)(changePaper, { params, body: body as never }, { ifMatch: '"1"' })
    expect(changed.body).toMatchObject({ version: 2, blocks: ['school', 'benefit'], steps: [] })
  })

  test('is found by what it shuts, by its wait, its fact, its state and its area', async () => {
    const mine = await w.somebody('caseManager')
    const personId = await child(mine)
    const ids: string[] = []
    for (const [fact, on, blocks] of [
      ['birth', '2026-07-01', ['school']],
      ['residence', '2026-09-01', ['clinic']],
      ['education', '2026-11-01', []],
    ] as const) {
      const made = await make(personId, needed({ fact, on, blocks: [...blocks], steps: [] }), mine)
      ids.push(made.body.id)
    }
    const find = async (query: object) => {
      const list = await w.as(mine)(listPapers, { query: { mine: 'true', ...query } })
      const count = await w.as(mine)(countPapers, { query: { mine: 'true', ...query } })
      expect(count.body.total).toBe(list.body.rows.length)
      return list.body.rows.map(row => ids.indexOf(row.id))
    }
    expect(await find({})).toEqual([0, 1, 2])
    expect(await find({ blocks: 'any' })).toEqual([0, 1])
    expect(await find({ blocks: 'clinic' })).toEqual([1])
    expect(await find({ over: '60' })).toEqual([0, 1])
    expect(await find({ fact: 'education' })).toEqual([2])
    expect(await find({ area: 'KZ-75' })).toEqual([0, 1, 2])
    expect(await find({ area: 'KZ-71' })).toEqual([])
    expect(await find({ state: 'issued' })).toEqual([])
    const first = await w.as(mine)(listPapers, { query: { limit: 2 } })
    const rest = await w.as(mine)(listPapers, { query: { limit: 2, cursor: first.body.next } })
    expect([...first.body.rows, ...rest.body.rows].map(row => ids.indexOf(row.id))).toEqual([0, 1, 2])
    expect(rest.body.next).toBeUndefined()
  })
})

test('the guide tells the usual ways of this state and the limits of waiting', async () => {
  const { body } = await w.as(worker)(paperGuide, {})
  expect(body.limits.birth).toBe(60)
  expect(body.pathways.filter(way => way.fact === 'birth').length).toBeGreaterThan(1)
  expect(body.papers.map(one => one.code)).toContain('birth-certificate')
})
