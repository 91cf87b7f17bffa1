/** The landing page: every number is that of the list which it opens, and the team is shown to who gives its cases out. */
import { decideApproval, getApproval } from '@kerege/contract/approvals/routes'
import { assignCases, getCase, listCases, openCase, takeCaseStep } from '@kerege/contract/cases/routes'
import type { TakeStep } from '@kerege/contract/cases/schema'
import { listObstacles, openObstacle } from '@kerege/contract/casework/routes'
import { caseworkToday } from '@kerege/contract/casework/today'
import { makeHousehold, registerPerson } from '@kerege/contract/people/routes'
import { listTasks, makeTask } from '@kerege/contract/tasks/routes'
import { addDays } from '@kerege/contract/tasks/rules'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '../../platform/ids.ts'
import { localDay } from '../../platform/localDay.ts'
import { recordAnswer } from '../../testing/consents.ts'
import { draft } from '../../testing/people.ts'
import { lookedAt, planned } from '../../testing/plans.ts'
import { type Somebody, type World, world } from '../../testing/world.ts'

let w: World
let lead: Somebody
let worker: Somebody
let today: string
beforeAll(async () => {
  w = await world()
  lead = await w.somebody('supervisor')
  worker = await w.somebody('caseManager')
  today = localDay(new Date(), 'Asia/Almaty')
})
afterAll(() => w.close())

async function opened(): Promise<{ id: string; personId: string }> {
  const person = draft()
  await w.as(lead)(registerPerson, { body: person })
  const members = [{ personId: person.id, role: 'child' as const }]
  await w.as(lead)(makeHousehold, { body: { id: newId(), name: 'Үйлер', members } })
  const id = newId()
  await w.as(lead)(openCase, { body: { id, personId: person.id, origin: 'walk-in' } })
  await w.as(lead)(assignCases, { body: { ids: [id], workerId: worker.accountId } })
  return { id, personId: person.id }
}
const seen = async (who: Somebody) => (await w.as(who)(caseworkToday, {})).body

test('is refused to those who read no cases', async () => {
  expect(await w.as(await w.somebody('teacher'))(caseworkToday, {})).toMatchObject({ status: 403 })
  expect(await w.as(null)(caseworkToday, {})).toMatchObject({ status: 401 })
})

test('shows what stands in the way too long, of my families, of my team, of the node', async () => {
  const { personId } = await opened()
  const block = { kind: 'housing' as const, domain: 'housing' as const, desk: 'housing' as const }
  for (const days of [30, 1]) {
    const body = { id: newId(), ...block, since: addDays(today, -days) }
    expect((await w.as(worker)(openObstacle, { params: { id: personId }, body })).status).toBe(201)
  }
  const coordinator = await w.somebody('nationalCoordinator', await w.agency())
  for (const [who, of] of [
    [worker, 'mine'],
    [lead, 'team'],
    [coordinator, 'all'],
  ] as const) {
    const body = await seen(who)
    const list = (await w.as(who)(listObstacles, { query: { of, late: 'yes', limit: 200 } })).body.rows
    expect(body).toMatchObject({ of, late: list.length })
    expect(body.obstacles.map(row => row.id)).toEqual(list.slice(0, 10).map(row => row.id))
    expect(list.length).toBeGreaterThan(0)
  }
  expect(await seen(await w.somebody('caseManager'))).toMatchObject({ late: 0, obstacles: [], team: [] })
})

test('shows a closing that was sent back, until something is done', async () => {
  const { id, personId } = await opened()
  const step = (to: TakeStep['to'], more: Partial<TakeStep> = {}) =>
    w.as(worker)(takeCaseStep, { params: { id }, body: { to, ...more } })
  await step('intake')
  await recordAnswer(w, worker, personId)
  await step('assessment')
  await lookedAt(w, worker, personId)
  await step('planning')
  await planned(w, worker, lead, id)
  await step('active')
  await w.admin.query('delete from plans.plans where case_id = $1', [id])
  const said = [{ guard: 'goals' as const, words: 'Said of each' }]
  expect((await step('closing', { reason: 'Nothing is open', outcome: 'stands-alone', said })).status).toBe(
    200,
  )
  const back = async () => (await seen(worker)).back.filter(one => one.caseId === id)
  expect(await back()).toEqual([])
  const { closureId = '' } = (await w.as(worker)(getCase, { params: { id } })).body
  const { etag = '"1"' } = await w.as(lead)(getApproval, { params: { id: closureId } })
  await w.as(lead)(
    decideApproval,
    { params: { id: closureId }, body: { verdict: 'refused', comment: 'The school place is not there' } },
    { ifMatch: etag },
  )
  expect(await back()).toMatchObject([
    { by: { id: lead.accountId }, reason: 'The school place is not there' },
  ])
  const list = (await w.as(worker)(listCases, { query: { of: 'mine', back: 'yes' } })).body.rows
  expect(list.map(row => row.id)).toEqual([id])
  await step('review-due')
  expect(await back()).toEqual([])
})

test('shows each worker of the team with the numbers of the lists that they open', async () => {
  const { id, personId } = await opened()
  await w.as(worker)(makeTask, {
    body: { id: newId(), title: 'Late', due: addDays(today, -2), subjectId: personId },
  })
  await w.admin.query(`update cases.cases set look_on = current_date - 2 where id = $1`, [id])
  await w.admin.query(`alter table cases.cases disable trigger user`)
  await w.admin.query(`update cases.cases set state = 'review-due' where id = $1`, [id])
  await w.admin.query(`alter table cases.cases enable trigger user`)
  const { team } = await seen(lead)
  const mine = team.find(one => one.id === worker.accountId)
  const due = { of: 'team', due: 'now', workerId: worker.accountId } as const
  const late = { of: 'team', when: 'overdue', ownerId: worker.accountId } as const
  expect(mine).toMatchObject({
    name: worker.name,
    due: (await w.as(lead)(listCases, { query: due })).body.rows.length,
    overdue: (await w.as(lead)(listTasks, { query: late })).body.rows.length,
  })
  expect(mine?.due).toBeGreaterThan(0)
  expect(mine?.overdue).toBe(1)
  expect(team.map(one => one.id)).not.toContain(lead.accountId)
})
