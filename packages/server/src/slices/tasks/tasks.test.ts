import { addDays } from '@kerege/contract/tasks/rules'
import {
  cancelTask,
  changeTask,
  finishTask,
  finishTasks,
  getTask,
  handOverTask,
  listTasks,
  makeTask,
  reopenTask,
  taskSummary,
} from '@kerege/contract/tasks/routes'
import { registerPerson } from '@kerege/contract/people/routes'
import type { MakeTask } from '@kerege/contract/tasks/schema'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newId } from '../../platform/ids.ts'
import { localDay } from '../../platform/localDay.ts'
import { draft as person } from '../../testing/people.ts'
import { type Somebody, type World, world, worldOfTest } from '../../testing/world.ts'
import { remind } from './reminders.ts'

let w: World
const today = localDay(new Date(), 'Asia/Almaty')
const task = (over: Partial<MakeTask> = {}) => ({
  id: newId(),
  title: 'Call the school',
  due: today,
  ...over,
})

beforeAll(async () => {
  w = await world()
})
afterAll(() => w.close())

async function registered(worker: Somebody): Promise<string> {
  const body = person()
  expect(await w.as(worker)(registerPerson, { body })).toMatchObject({ status: 201 })
  return body.id
}

const events = async (topic: string, accountId: string) =>
  (
    await w.admin.query<{ payload: Record<string, unknown> }>(
      "select payload from platform.outbox where topic = $1 and payload ->> 'accountId' = $2 order by id",
      [topic, accountId],
    )
  ).rows.map(row => row.payload)

describe('tasks refuse', () => {
  test('somebody who is not signed in', async () => {
    expect(await w.as(null)(listTasks, {})).toMatchObject({ status: 401 })
  })

  test("a colleague's task and one that does not exist alike", async () => {
    const owner = await w.somebody('doctor')
    const stranger = await w.somebody('doctor')
    const made = task()
    await w.as(owner)(makeTask, { body: made })
    for (const id of [made.id, newId()]) {
      expect(await w.as(stranger)(getTask, { params: { id } })).toMatchObject({
        status: 404,
        body: { code: 'not-found' },
      })
      expect(await w.as(stranger)(finishTask, { params: { id }, body: {} })).toMatchObject({ status: 404 })
    }
    // A task of one's own under a taken id does not show the other one.
    expect(await w.as(stranger)(makeTask, { body: { ...task(), id: made.id } })).toMatchObject({
      status: 404,
    })
    expect((await w.as(stranger)(listTasks, { query: { of: 'anyone' } })).body.rows).toEqual([])
  })

  test('a colleague of the team who sees it and does not lead', async () => {
    const owner = await w.somebody('caseManager')
    const colleague = await w.somebody('caseManager')
    const made = task()
    await w.as(owner)(makeTask, { body: made })
    const seen = await w.as(colleague)(getTask, { params: { id: made.id } })
    expect(seen).toMatchObject({ status: 200, body: { mayChange: false } })
    expect(await w.as(colleague)(finishTask, { params: { id: made.id }, body: {} })).toMatchObject({
      status: 403,
      body: { code: 'not-yours' },
    })
  })

  test('a task about a person who is not open', async () => {
    const worker = await w.somebody('caseManager')
    const other = await w.somebody('caseManager', await w.agency())
    const subjectId = await registered(worker)
    expect(await w.as(other)(makeTask, { body: task({ subjectId }) })).toMatchObject({
      status: 422,
      body: { faults: [{ pointer: '/subjectId', code: 'not-found' }] },
    })
    // Open in contact only, so nothing may be written there about health.
    const colleague = await w.somebody('caseManager')
    expect(
      await w.as(colleague)(makeTask, { body: task({ subjectId, compartment: 'health' }) }),
    ).toMatchObject({ status: 422 })
  })

  test('to give work to somebody who may not see what it is about, or who is not there', async () => {
    const worker = await w.somebody('caseManager')
    const doctor = await w.somebody('doctor')
    const subjectId = await registered(worker)
    const made = task({ subjectId })
    const shut = { status: 422, body: { faults: [{ pointer: '/ownerId', code: 'owner-cannot-see' }] } }
    expect(await w.as(worker)(makeTask, { body: { ...made, ownerId: doctor.accountId } })).toMatchObject(shut)
    await w.as(worker)(makeTask, { body: made })
    const give = (ownerId: string) =>
      w.as(worker)(handOverTask, { params: { id: made.id }, body: { ownerId } })
    expect(await give(doctor.accountId)).toMatchObject(shut)
    expect(await give(newId())).toMatchObject({
      status: 422,
      body: { faults: [{ pointer: '/ownerId', code: 'not-found' }] },
    })
    await w.grant(doctor, subjectId, 'task')
    expect(await give(doctor.accountId)).toMatchObject({
      status: 200,
      body: { owner: { id: doctor.accountId } },
    })
  })

  test('a change without its version, of an older one, and of a closed task', async () => {
    const worker = await w.somebody('caseManager')
    const made = task()
    await w.as(worker)(makeTask, { body: made })
    const change = { params: { id: made.id }, body: { title: 'Call the clinic', due: today } }
    expect(await w.as(worker)(changeTask, change)).toMatchObject({ status: 428 })
    expect(await w.as(worker)(changeTask, change, { ifMatch: '"1"' })).toMatchObject({ status: 200 })
    expect(await w.as(worker)(changeTask, change, { ifMatch: '"1"' })).toMatchObject({ status: 412 })
    const cancel = { params: { id: made.id }, body: { reason: 'The family has moved' } }
    expect(await w.as(worker)(cancelTask, cancel)).toMatchObject({ body: { state: 'cancelled' } })
    expect(await w.as(worker)(finishTask, { params: { id: made.id }, body: {} })).toMatchObject({
      status: 409,
      body: { code: 'task-closed', state: 'cancelled' },
    })
    expect(await w.as(worker)(changeTask, change, { ifMatch: '"3"' })).toMatchObject({
      status: 409,
      body: { code: 'task-closed' },
    })
  })

  test('to be done before what comes first', async () => {
    const worker = await w.somebody('caseManager')
    const first = task()
    const second = task({ dependsOn: first.id })
    await w.as(worker)(makeTask, { body: first })
    expect((await w.as(worker)(makeTask, { body: second })).body.waiting).toBe(true)
    const finish = (id: string) => w.as(worker)(finishTask, { params: { id }, body: {} })
    expect(await finish(second.id)).toMatchObject({ status: 409, body: { code: 'task-waits' } })
    await finish(first.id)
    expect(await finish(second.id)).toMatchObject({ status: 200, body: { state: 'done' } })
    expect(await w.as(worker)(makeTask, { body: task({ dependsOn: newId() }) })).toMatchObject({
      status: 422,
      body: { faults: [{ pointer: '/dependsOn' }] },
    })
  })

  test('to erase for somebody who may not decide it, or to whom the record is not open', async () => {
    const worker = await w.somebody('caseManager')
    const subjectId = await registered(worker)
    await w.as(worker)(makeTask, { body: task({ subjectId }) })
    const erase = w.running.node.pool.query('select tasks.erase_about($1)', [subjectId])
    await expect(erase).rejects.toMatchObject({ code: '42501' })
    expect((await w.as(worker)(listTasks, {})).body.rows).toHaveLength(1)
  })
})

describe('a task', () => {
  test('that is sent twice is made once', async () => {
    const worker = await w.somebody('caseManager')
    const made = task({ note: 'After ten' })
    for (const _ of [1, 2]) {
      expect(await w.as(worker)(makeTask, { body: made })).toMatchObject({
        status: 201,
        etag: '"1"',
        body: { title: 'Call the school', note: 'After ten', state: 'open', owner: { name: worker.name } },
      })
    }
    expect((await w.as(worker)(listTasks, {})).body.rows).toHaveLength(1)
  })

  test('is counted by the day of the node, and every number opens the list that it counts', async () => {
    const worker = await w.somebody('psychologist')
    const as = w.as(worker)
    for (const days of [-9, -1, 0, 0, 1, 7, 8, 40])
      await as(makeTask, { body: task({ due: addDays(today, days) }) })
    const done = task({ due: addDays(today, -2) })
    await as(makeTask, { body: done })
    await as(finishTask, { params: { id: done.id }, body: {} })
    const { counts } = (await as(taskSummary, {})).body
    expect(counts).toEqual({ overdue: 2, today: 2, week: 2, later: 2, 'done-today': 1 })
    for (const [when, count] of Object.entries(counts)) {
      const rows = (await as(listTasks, { query: { when: when as keyof typeof counts } })).body.rows
      expect(rows, when).toHaveLength(count)
    }
    expect((await as(listTasks, { query: { when: 'ahead' } })).body.rows).toHaveLength(4)
  })

  test('is listed page by page, the most pressing first', async () => {
    const worker = await w.somebody('psychologist')
    const as = w.as(worker)
    for (const days of [3, 1, 2, 1]) await as(makeTask, { body: task({ due: addDays(today, days) }) })
    const dues: string[] = []
    let cursor: string | undefined
    do {
      const page = (await as(listTasks, { query: { limit: 1, ...(cursor ? { cursor } : {}) } })).body
      dues.push(...page.rows.map(row => row.due))
      cursor = page.next
    } while (cursor)
    expect(dues).toEqual([1, 1, 2, 3].map(days => addDays(today, days)))
  })

  test('comes back when it is done, and goes again when that is taken back', async () => {
    const worker = await w.somebody('caseManager')
    const as = w.as(worker)
    const made = task({ due: addDays(today, -3), recurrence: 'weekly' })
    await as(makeTask, { body: made })
    const params = { id: made.id }
    await as(finishTask, { params, body: { note: 'They were glad' } })
    // Sent again by a device that missed the answer.
    await as(finishTask, { params, body: { note: 'They were glad' } })
    const open = () => as(listTasks, {}).then(reply => reply.body.rows)
    expect(await open()).toMatchObject([{ due: addDays(today, 4), recurrence: 'weekly' }])
    const reopened = await as(reopenTask, { params, body: { reason: 'Wrong line' } })
    expect(reopened.body.transitions).toMatchObject([
      { to: 'open' },
      { from: 'open', to: 'done', reason: 'They were glad' },
      { from: 'done', to: 'open', reason: 'Wrong line' },
    ])
    expect(await open()).toMatchObject([{ id: made.id }])
  })

  test('stays when the next one was already worked on', async () => {
    const worker = await w.somebody('caseManager')
    const as = w.as(worker)
    const made = task({ recurrence: 'monthly' })
    await as(makeTask, { body: made })
    await as(finishTask, { params: { id: made.id }, body: {} })
    const next = (await as(listTasks, {})).body.rows[0]
    const body = { title: 'Call both schools', due: next?.due ?? today, recurrence: 'monthly' as const }
    await as(changeTask, { params: { id: next?.id ?? '' }, body }, { ifMatch: '"1"' })
    await as(reopenTask, { params: { id: made.id }, body: {} })
    expect((await as(listTasks, {})).body.rows).toHaveLength(2)
  })

  test('goes to a colleague, who is told without a word of it; who handed it over still sees it', async () => {
    const worker = await w.somebody('caseManager')
    const helper = await w.somebody('ngoWorker', { ...(await w.agency()) })
    const made = task()
    await w.as(worker)(makeTask, { body: made })
    const body = { ownerId: helper.accountId, note: 'I am away next week' }
    expect(await w.as(worker)(handOverTask, { params: { id: made.id }, body })).toMatchObject({
      status: 200,
    })
    expect((await w.as(helper)(listTasks, {})).body.rows).toMatchObject([{ id: made.id, mayChange: true }])
    expect(await events('task.handed-over', helper.accountId)).toEqual([
      { accountId: helper.accountId, taskId: made.id },
    ])
    expect((await w.as(worker)(getTask, { params: { id: made.id } })).body.transitions.at(-1)).toMatchObject({
      owner: { id: helper.accountId },
      reason: 'I am away next week',
    })
  })

  test('goes on by somebody who does not own the person, and stays with them', async () => {
    const helper = await w.somebody('ngoWorker')
    const second = await w.somebody('ngoWorker', { ...(await w.agency()) })
    const giver = await w.somebody('supervisor')
    const made = task({ ownerId: helper.accountId })
    await w.as(giver)(makeTask, { body: made })
    expect(
      await w.as(helper)(handOverTask, { params: { id: made.id }, body: { ownerId: second.accountId } }),
    ).toMatchObject({ status: 200, body: { mayChange: false } })
    expect((await w.as(giver)(listTasks, { query: { of: 'given' } })).body.rows).toMatchObject([
      { id: made.id, owner: { id: second.accountId } },
    ])
  })

  test('of the team is seen and set right by its supervisor', async () => {
    const worker = await w.somebody('caseManager', await w.agency())
    const lead = await w.somebody('supervisor', { agencyId: worker.agencyId, teamId: worker.teamId })
    const made = task({ recurrence: 'weekly' })
    await w.as(worker)(makeTask, { body: made })
    expect((await w.as(lead)(listTasks, { query: { of: 'team' } })).body.rows).toMatchObject([
      { id: made.id },
    ])
    expect(await w.as(lead)(finishTask, { params: { id: made.id }, body: {} })).toMatchObject({ status: 200 })
    expect((await w.as(worker)(listTasks, {})).body.rows).toMatchObject([
      { createdBy: { id: worker.accountId }, due: addDays(today, 7) },
    ])
  })

  test('is called by its person as long as that person is open, and hides with them', async () => {
    const worker = await w.somebody('caseManager')
    const doctor = await w.somebody('doctor', await w.agency())
    const subjectId = await registered(worker)
    await w.grant(doctor, subjectId, 'task')
    const made = task({ subjectId, ownerId: doctor.accountId })
    await w.as(worker)(makeTask, { body: made })
    const mine = () =>
      w
        .as(doctor)(listTasks, {})
        .then(reply => reply.body.rows)
    expect(await mine()).toMatchObject([{ subjectId, subject: 'Көктемова Әлия Бақытқызы' }])
    const about = await w.as(worker)(listTasks, { query: { of: 'anyone', subjectId } })
    expect(about.body.rows).toMatchObject([{ id: made.id }])
    await w.admin.query('update access.grants set valid_to = now() where account_id = $1', [doctor.accountId])
    expect(await mine()).toEqual([])
    expect((await w.as(doctor)(taskSummary, {})).body.counts.today).toBe(0)
    const seen = await w.admin.query(
      "select 1 from audit.entries where action = 'tasks.listed' and account_id = $1 and $2 = any (subjects)",
      [doctor.accountId, subjectId],
    )
    expect(seen.rowCount).toBe(1)
  })

  test('is done with many others, each for itself', async () => {
    const worker = await w.somebody('caseManager')
    const as = w.as(worker)
    const first = task()
    const waits = task({ dependsOn: first.id })
    const open = task()
    const strange = newId()
    for (const body of [first, waits, open]) await as(makeTask, { body })
    const reply = await as(finishTasks, { body: { ids: [waits.id, open.id, strange] } })
    expect(reply.body).toEqual({
      done: [open.id],
      refused: expect.arrayContaining([
        { id: waits.id, code: 'task-waits' },
        { id: strange, code: 'not-found' },
      ]),
    })
    // In whatever order they are sent, what comes first is done first.
    expect((await as(finishTasks, { body: { ids: [waits.id, first.id] } })).body.done).toHaveLength(2)
  })
})

describe('the day', () => {
  test('is that of the node, not of UTC', async () => {
    // Half past one at night in Almaty, still the evening before in Greenwich.
    const night = await worldOfTest({ now: () => new Date('2026-03-10T20:30:00Z') })
    const worker = await night.somebody('doctor')
    const as = night.as(worker)
    const [late, now] = [task({ due: '2026-03-10' }), task({ due: '2026-03-11' })]
    for (const body of [late, now]) await as(makeTask, { body })
    const summary = async () => (await as(taskSummary, {})).body
    expect(await summary()).toMatchObject({ today: '2026-03-11', counts: { overdue: 1, today: 1 } })
    await as(finishTask, { params: { id: now.id }, body: {} })
    const doneAt = async (at: string) => {
      await night.admin.query('update tasks.tasks set done_at = $2 where id = $1', [now.id, at])
      return (await summary()).counts['done-today']
    }
    expect(await doneAt('2026-03-10T19:00:00Z')).toBe(1)
    expect(await doneAt('2026-03-10T18:59:59Z')).toBe(0)
  })
})

describe('each morning', () => {
  test('whoever has work due is told how much, once a day, and nothing of what is shut to them', async () => {
    const worker = await w.somebody('caseManager')
    const doctor = await w.somebody('doctor')
    const subjectId = await registered(worker)
    await w.grant(doctor, subjectId, 'task')
    for (const days of [-4, -1, 0, 3])
      await w.as(worker)(makeTask, { body: task({ due: addDays(today, days) }) })
    await w.as(worker)(makeTask, { body: task({ subjectId, ownerId: doctor.accountId }) })
    await w.admin.query('update access.grants set valid_to = now() where account_id = $1', [doctor.accountId])
    await remind(w.running.node)
    await remind(w.running.node)
    expect(await events('task.due', worker.accountId)).toEqual([
      { accountId: worker.accountId, overdue: 2, today: 1 },
    ])
    expect(await events('task.due', doctor.accountId)).toEqual([])
  })
})
