/** The rest of a whole caseload in a real database: once, with everything that hangs on a case, and brought up to another day. */
import { caseStates } from '@kerege/contract/cases/states'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type World, world } from '../testing/world.ts'
import { addDays } from './days.ts'
import { fillMore } from './fillMore.ts'
import { fillStaff } from './fillStaff.ts'
import { inventNode } from './node.ts'
import { demoSeed as seed } from './seed.ts'

const today = new Date().toISOString().slice(0, 10)
/** Staff without the first families: these are filled by themselves. */
const staffOn = (day: string) => ({
  ...inventNode('kz', seed, day),
  id: 'kz' as const,
  households: [],
  relations: [],
  grants: [],
  tasks: [],
  papers: [],
  notifications: [],
})

let w: World
let client: pg.Client
const shares: number[] = []
const fill = (day: string) =>
  fillMore(client, { running: w.running }, staffOn(day), {
    seed,
    today: day,
    tell: share => shares.push(share),
  })
const rows = async (text: string): Promise<Record<string, unknown>[]> => (await client.query(text)).rows

beforeAll(async () => {
  w = await world()
  client = new pg.Client({ connectionString: w.database.ownerUrl })
  await client.connect()
  await fillStaff(client, { running: w.running }, staffOn(today))
  await fill(today)
})
afterAll(async () => {
  await client.end()
  await w.close()
})

test('cases stand at every place of the way, as their steps say, each numbered once', async () => {
  const found = await rows('select distinct state from cases.cases')
  expect(found.map(row => row['state']).sort()).toEqual(caseStates.filter(one => one !== 'merged').sort())
  const [numbers] = await rows(
    `select count(*) = count(distinct number) as once, max(number) < nextval('cases.numbers') as ahead from cases.cases`,
  )
  expect(numbers).toEqual({ once: true, ahead: true })
  expect(shares.at(-1)).toBeGreaterThan(0)
})

test('each case manager has about twenty-five families; what is over opens nothing any more', async () => {
  const loads = await rows(
    `select count(distinct household_id)::int as families from cases.cases
      where state not in ('ended', 'transferred', 'merged', 'closed', 'follow-up') group by worker_id`,
  )
  expect(loads).toEqual(Array(4).fill({ families: 25 }))
  const [open] = await rows(
    `select count(*)::int as open from cases.cases c join access.grants g on g.subject_id = c.person_id
      where c.state in ('ended', 'transferred') and (g.valid_to is null or g.valid_to > now())`,
  )
  expect(open).toEqual({ open: 0 })
})

test('whoever asked to close waits for a second person; plans, needs, notes and answers hang on their cases', async () => {
  const [closings] = await rows(
    `select (select count(*) from cases.cases where state = 'closing')::int as asked,
            (select count(*) from approvals.approvals where kind = 'case-closure' and state = 'pending')::int as waiting`,
  )
  expect(closings?.['asked']).toBeGreaterThan(3)
  expect(closings?.['waiting']).toBe(closings?.['asked'])
  for (const table of [
    'plans.plans',
    'assessments.assessments',
    'casework.notes',
    'casework.obstacles',
    'tasks.tasks',
  ]) {
    const [found] = await rows(`select count(*)::int as n from ${table}`)
    expect(found?.['n'], table).toBeGreaterThan(20)
  }
})

test('a second start adds nothing, and on another day what is open is due around it', async () => {
  const counted = async () =>
    (
      await rows(
        'select (select count(*) from people.persons)::int as people, (select count(*) from cases.steps)::int as steps',
      )
    )[0]
  const due = async () =>
    (await rows(`select min(due)::text as first from tasks.tasks where state = 'open'`))[0]?.['first']
  const before = [await counted(), await due()]
  await fill(today)
  expect([await counted(), await due()]).toEqual(before)
  await fill(addDays(today, 1))
  expect(await counted()).toEqual(before[0])
  expect(await due()).toBe(addDays(String(before[1]), 1))
})
