import { changeHousehold, getPerson, makeHousehold, registerPerson } from '@kerege/contract/people/routes'
import type { CallOptions } from '@kerege/contract/client'
import type { Parsed } from '@kerege/contract/route'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '../../platform/ids.ts'
import { draft } from '../../testing/people.ts'
import { type Somebody, type World, world } from '../../testing/world.ts'

let w: World
beforeAll(async () => {
  w = await world()
})
afterAll(() => w.close())

type Change = Omit<Parsed<typeof changeHousehold>['body'], 'left'> &
  Partial<Pick<Parsed<typeof changeHousehold>['body'], 'left'>>

async function people(who: Somebody, count: number) {
  const drafts = Array.from({ length: count }, () => draft())
  for (const body of drafts) await w.as(who)(registerPerson, { body })
  return drafts.map(({ id }) => id) as [string, string, string]
}
async function home(who: Somebody, name: string, ...ids: string[]) {
  const id = newId()
  const members = ids.map(personId => ({ personId, role: 'child' as const }))
  expect(await w.as(who)(makeHousehold, { body: { id, name, members } })).toMatchObject({ status: 201 })
  return id
}
const change = (who: Somebody, id: string, body: Change, options: CallOptions = { ifMatch: '"1"' }) =>
  w.as(who)(changeHousehold, { params: { id }, body }, options)
const kinship = async (who: Somebody, id: string) =>
  (await w.as(who)(getPerson, { params: { id } })).body.kinship

test('a change is refused to strangers, of an old version, and with days that cannot be', async () => {
  const worker = await w.somebody('caseManager')
  const [one, two] = await people(worker, 2)
  const id = await home(worker, 'By the river', one, two)
  const body = { name: 'By the river', members: [{ personId: one, role: 'child' as const }] }
  const stranger = await w.somebody('caseManager', await w.agency())
  for (const somewhere of [id, newId()]) {
    expect(await change(stranger, somewhere, body)).toMatchObject({ status: 404 })
  }
  expect(await change(worker, id, body, {})).toMatchObject({ status: 428 })
  expect(await change(worker, id, body, { ifMatch: '"9"' })).toMatchObject({ status: 412 })
  const left = (on: string, personId = two) => ({ ...body, left: [{ personId, on, why: 'moved' as const }] })
  const faults = async (sent: Change) =>
    ((await change(worker, id, sent)).body as unknown as { faults: { code: string }[] }).faults.map(
      f => f.code,
    )
  expect(await faults(left('2190-01-01'))).toEqual(['in-the-future'])
  expect(await faults(left('2026-01-01', newId()))).toEqual(['not-found'])
  const since = [{ personId: one, role: 'child' as const, since: '2190-01-01' }]
  expect(await faults({ ...body, members: since })).toEqual(['in-the-future'])
})

test('who moves out is kept with day and reason, and may come back', async () => {
  const worker = await w.somebody('caseManager')
  const [one, two] = await people(worker, 2)
  const id = await home(worker, 'By the river', one, two)
  const staying = { personId: one, role: 'mother' as const, since: '2024-05-01' }
  const moved = {
    name: 'By the lake',
    members: [staying],
    left: [{ personId: two, on: '2025-02-03', why: 'placed' as const }],
  }
  expect(await change(worker, id, moved)).toMatchObject({ status: 200, etag: '"2"' })
  expect((await kinship(worker, one))?.household).toMatchObject({
    version: 2,
    name: 'By the lake',
    role: 'mother',
    members: [{ personId: one, since: '2024-05-01' }],
    left: [{ personId: two, on: '2025-02-03', why: 'placed' }],
    notShown: 0,
  })
  expect(await kinship(worker, two)).toMatchObject({
    earlier: [{ householdId: id, name: 'By the lake', on: '2025-02-03', why: 'placed' }],
  })
  const back = { name: 'By the lake', members: [staying, { personId: two, role: 'child' as const }] }
  expect(await change(worker, id, back, { ifMatch: '"2"' })).toMatchObject({ status: 200 })
  const again = await kinship(worker, two)
  expect(again).toMatchObject({ household: { id }, earlier: [{ householdId: id }] })
})

test('who comes from another household leaves it that day', async () => {
  const worker = await w.somebody('caseManager')
  const [one, two, three] = await people(worker, 3)
  const first = await home(worker, 'First', one, two)
  const second = await home(worker, 'Second', three)
  const members = [
    { personId: three, role: 'child' as const },
    { personId: two, role: 'child' as const, since: '2025-06-01' },
  ]
  expect(await change(worker, second, { name: 'Second', members })).toMatchObject({ status: 200 })
  expect(await kinship(worker, two)).toMatchObject({
    household: { id: second },
    earlier: [{ householdId: first, on: '2025-06-01', why: 'moved' }],
  })
  expect((await kinship(worker, one))?.household?.members).toHaveLength(1)
})

test('the database keeps one home at a time, whatever a program says', async () => {
  const worker = await w.somebody('caseManager')
  const [one] = await people(worker, 1)
  await home(worker, 'First', one)
  const other = await home(worker, 'Second', (await people(worker, 1))[0])
  const twice = w.admin.query(
    "insert into people.household_members (person_id, household_id, role) values ($1, $2, 'child')",
    [one, other],
  )
  await expect(twice).rejects.toMatchObject({ code: '23505', constraint: 'household_members_now' })
})
