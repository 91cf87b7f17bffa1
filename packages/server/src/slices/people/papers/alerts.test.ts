/** Who hears of a paper: those beside the person, once each; the supervisor after twice the limit; nobody else. */
import { listNotices } from '@kerege/contract/notifications/routes'
import { changePaper, makePaper, movePaper } from '@kerege/contract/people/papers/routes'
import type { Blocked, Fact } from '@kerege/contract/people/papers/rules'
import { registerPerson } from '@kerege/contract/people/routes'
import { beforeAll, describe, expect, test, afterAll } from 'vitest'
import { newId } from '../../../platform/ids.ts'
import { dispatch } from '../../../platform/outbox.ts'
import { draft } from '../../../testing/people.ts'
import { type Somebody, type World, world } from '../../../testing/world.ts'
import { noticeEvents } from '../../notifications/index.ts'
import { tellOverdue } from './alerts.ts'

let now = new Date('2026-11-24T05:00:00Z')
let w: World
beforeAll(async () => {
  w = await world({ now: () => now })
})
afterAll(() => w.close())

/** A team of its own for each story, so that nobody hears of another one. */
async function story() {
  const at = await w.agency()
  const worker = await w.somebody('caseManager', at)
  const second = await w.somebody('caseManager', at)
  const lead = await w.somebody('supervisor', at)
  const teacher = await w.somebody('teacher', at)
  const mother = await w.somebody('familyMember', at)
  const body = draft()
  await w.as(worker)(registerPerson, { body })
  await w.grant(second, body.id, 'own')
  await w.grant(teacher, body.id, 'task')
  await w.grant(mother, body.id, 'own')
  return { worker, second, lead, teacher, mother, personId: body.id }
}

async function paper(who: Somebody, personId: string, blocks: Blocked[], on: string, fact: Fact = 'birth') {
  const id = newId()
  const made = await w.as(who)(makePaper, {
    params: { id: personId },
    body: { id, fact, pathway: 'registry', blocks, on },
  })
  expect(made.status).toBe(201)
  return id
}

const heard = async (who: Somebody) => {
  await dispatch(w.running.node.pool, noticeEvents, (_, error) => {
    throw error
  })
  const { rows } = (await w.as(who)(listNotices, { query: { limit: 200 } })).body
  return rows.filter(row => row.topic.startsWith('paper.')).map(row => row.topic)
}

describe('somebody hears', () => {
  test('that a paper begins to keep something closed, once, and never who wrote it or who may not read it', async () => {
    const { worker, second, lead, teacher, mother, personId } = await story()
    const id = await paper(worker, personId, ['school', 'benefit'], '2026-11-01')
    expect(await heard(second)).toEqual(['paper.blocks'])
    expect(await heard(mother)).toEqual(['paper.blocks'])
    for (const who of [worker, lead, teacher]) expect(await heard(who)).toEqual([])

    // The same again is no news; one thing more is.
    const body = { pathway: 'registry' as const, responsibleId: worker.accountId }
    const params = { id }
    const change = (blocks: Blocked[], version: number) =>
      w.as(worker)(changePaper, { params, body: { ...body, blocks } }, { ifMatch: `"${version}"` })
    expect((await change(['school'], 1)).status).toBe(200)
    expect((await change(['school', 'benefit'], 2)).status).toBe(200)
    expect(await heard(second)).toEqual(['paper.blocks'])
    await change(['school', 'benefit', 'clinic'], 3)
    expect(await heard(second)).toEqual(['paper.blocks', 'paper.blocks'])
    const notices = await w.as(second)(listNotices, {})
    expect(notices.body.rows[0]?.params).toEqual({ personId, paperId: id })
  })

  test('that it is there, and of a new wait when it was lost', async () => {
    const { worker, second, personId } = await story()
    const id = await paper(worker, personId, ['school'], '2026-11-01')
    const move = (to: string, reason?: string) =>
      w.as(worker)(movePaper, { params: { id }, body: { to, ...(reason ? { reason } : {}) } as never })
    await move('filed')
    await move('issued')
    expect((await heard(second)).sort()).toEqual(['paper.blocks', 'paper.issued'])
    await move('handed-over')
    await move('needed', 'The bag was lost on the bus')
    expect((await heard(second)).sort()).toEqual(['paper.blocks', 'paper.blocks', 'paper.issued'])
  })

  test('that it waits too long after the limit of its fact, and the supervisor after twice as long', async () => {
    const { worker, second, lead, teacher, personId } = await story()
    // The limit for a birth is sixty days: on the sixtieth nobody is told, on the next one they are.
    await paper(worker, personId, [], '2026-09-25')
    await paper(worker, personId, [], '2026-09-25', 'death-of-relative')
    await tellOverdue(w.running.node)
    expect(await heard(worker)).toEqual([])
    now = new Date('2026-11-25T05:00:00Z')
    await tellOverdue(w.running.node)
    expect(await heard(worker)).toEqual(['paper.waits-long'])
    expect(await heard(second)).toEqual(['paper.waits-long'])
    for (const who of [lead, teacher]) expect(await heard(who)).toEqual([])

    // Again on the same day, on the next, and after old notices were tidied away: nobody twice.
    now = new Date('2026-11-26T05:00:00Z')
    await tellOverdue(w.running.node)
    await heard(worker)
    await w.admin.query('delete from notifications.notices')
    await tellOverdue(w.running.node)
    expect(await heard(worker)).toEqual([])

    // Who comes beside the person later hears of it the next morning.
    const third = await w.somebody('lawyer')
    await w.grant(third, personId, 'task')
    await tellOverdue(w.running.node)
    expect(await heard(third)).toEqual(['paper.waits-long'])

    now = new Date('2027-01-24T05:00:00Z') // 121 days
    await tellOverdue(w.running.node)
    expect(await heard(lead)).toEqual(['paper.stuck'])
    await tellOverdue(w.running.node)
    expect(await heard(lead)).toEqual(['paper.stuck'])
    expect(await heard(worker)).toEqual(['paper.waits-long'])
    now = new Date('2026-11-24T05:00:00Z')
  })
})
