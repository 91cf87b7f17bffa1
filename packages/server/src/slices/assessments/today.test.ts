/** Needs on the landing page: every number is that of the list which it opens, for the worker and for who leads the team. */
import { finishAssessment, startAssessment } from '@kerege/contract/assessments/routes'
import { needsToday } from '@kerege/contract/assessments/today'
import { assignCases, countCases, listCases, openCase } from '@kerege/contract/cases/routes'
import { registerPerson } from '@kerege/contract/people/routes'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '../../platform/ids.ts'
import { draft } from '../../testing/people.ts'
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

async function opened(): Promise<string> {
  const body = draft()
  await w.as(lead)(registerPerson, { body })
  const caseId = newId()
  await w.as(lead)(openCase, { body: { id: caseId, personId: body.id, origin: 'walk-in' } })
  await w.as(lead)(assignCases, { body: { ids: [caseId], workerId: worker.accountId } })
  return body.id
}

async function looked(personId: string, levels: Partial<Record<string, 1 | 2 | 3 | 4>>): Promise<void> {
  const id = newId()
  const begun = { id, instrument: 'needs', about: 'child' as const }
  const form = await w.as(worker)(startAssessment, { params: { id: personId }, body: begun })
  const all = Object.fromEntries(
    form.body.writable.map(domain => [domain, { level: levels[domain] ?? 1, reason: 'Seen at home' }]),
  )
  const done = await w.as(worker)(
    finishAssessment,
    { params: { id }, body: { levels: all } },
    { ifMatch: '"1"' },
  )
  expect(done.status).toBe(200)
}

test('is refused to those who read no assessments, and says nothing to those who read no cases', async () => {
  expect(await w.as(null)(needsToday, {})).toMatchObject({ status: 401 })
  expect(await w.as(await w.somebody('ngoWorker'))(needsToday, {})).toMatchObject({ status: 403 })
  expect((await w.as(await w.somebody('psychologist'))(needsToday, {})).body).toEqual({
    of: 'mine',
    rows: [],
  })
})

test('counts the latest level of each domain, and each number opens its list', async () => {
  const [one, other] = [await opened(), await opened()]
  await looked(one, { education: 4, papers: 3 })
  await looked(other, { education: 3, papers: 4 })
  // What was urgent and is not any more is not counted.
  await looked(other, { education: 3, papers: 2 })
  for (const [who, of] of [
    [worker, 'mine'],
    [lead, 'team'],
  ] as const) {
    const { body } = await w.as(who)(needsToday, {})
    expect(body).toEqual({
      of,
      rows: [
        { domain: 'education', soon: 1, now: 1 },
        { domain: 'papers', soon: 1, now: 0 },
      ],
    })
    for (const { domain, soon, now } of body.rows)
      for (const [level, n] of [
        ['3', soon],
        ['4', now],
      ] as const) {
        const query = { of, need: domain, level }
        expect((await w.as(who)(listCases, { query })).body.rows).toHaveLength(n)
        expect((await w.as(who)(countCases, { query })).body.total).toBe(n)
      }
    expect((await w.as(who)(listCases, { query: { of, need: 'education' } })).body.rows).toHaveLength(2)
  }
  const stranger = await w.somebody('caseManager', await w.agency())
  expect((await w.as(stranger)(needsToday, {})).body.rows).toEqual([])
})
