/** The plan of a place through the HTTP layer: refusals first, then something prepared and something answered. */
import { openCase } from '@kerege/contract/cases/routes'
import { registerPerson } from '@kerege/contract/people/routes'
import * as routes from '@kerege/contract/plans/community'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '../../platform/ids.ts'
import { draft } from '../../testing/people.ts'
import { type Somebody, type World, world } from '../../testing/world.ts'

let w: World
let worker: Somebody
let caseId: string
beforeAll(async () => {
  w = await world()
  worker = await w.somebody('supervisor')
  const body = draft()
  await w.as(worker)(registerPerson, { body })
  caseId = newId()
  await w.as(worker)(openCase, { body: { id: caseId, personId: body.id, origin: 'walk-in' } })
})
afterAll(() => w.close())

const read = (who: Somebody | null, id = caseId) => w.as(who)(routes.placePlan, { params: { id } })
const step = () => ({
  id: newId(),
  kind: 'school' as const,
  words: 'Talk with the teachers',
  due: '2027-01-10',
})
const incident = (words = 'Degrading words were called after families') => ({
  id: newId(),
  kind: 'words' as const,
  where: 'street' as const,
  on: '2026-01-10',
  words,
})

test('refused to nobody, to strangers like a case that is not there, and with data of a person in it', async () => {
  expect(await read(null)).toMatchObject({ status: 401 })
  expect(await read(await w.somebody('familyMember'))).toMatchObject({ status: 403 })
  const stranger = await w.somebody('supervisor', await w.agency())
  for (const id of [caseId, newId()]) expect(await read(stranger, id)).toMatchObject({ status: 404 })
  const body = incident('The mother, +7 700 000 04 17, heard it')
  expect(await w.as(worker)(routes.reportIncident, { params: { id: caseId }, body })).toMatchObject({
    status: 422,
    body: { faults: [{ pointer: '/words' }] },
  })
  const later = { ...incident(), on: '2099-01-01' }
  expect(await w.as(worker)(routes.reportIncident, { params: { id: caseId }, body: later })).toMatchObject({
    status: 422,
  })
})

test('a step is planned and done, an incident reported and answered, each once', async () => {
  const planned = step()
  for (const _ of [1, 2]) {
    expect(await w.as(worker)(routes.addPlaceStep, { params: { id: caseId }, body: planned })).toMatchObject({
      status: 201,
    })
  }
  const said = incident()
  await w.as(worker)(routes.reportIncident, { params: { id: caseId }, body: said })
  const done = () =>
    w.as(worker)(routes.sayPlaceStep, {
      params: { id: planned.id },
      body: { went: 'Twelve came, all asked' },
    })
  expect(await done()).toMatchObject({ status: 200 })
  expect(await done()).toMatchObject({ status: 409, body: { code: 'plan-closed' } })
  const stranger = await w.somebody('supervisor', await w.agency())
  const answer = { answer: 'The head of the neighbourhood spoke with them' }
  const say = (who: Somebody) => w.as(who)(routes.answerIncident, { params: { id: said.id }, body: answer })
  expect(await say(stranger)).toMatchObject({ status: 404 })
  expect(await say(worker)).toMatchObject({ status: 200 })
  expect((await read(worker)).body).toMatchObject({
    steps: [{ kind: 'school', went: 'Twelve came, all asked' }],
    incidents: [{ where: 'street', answer: answer.answer }],
  })
})
