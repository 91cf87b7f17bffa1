/** A command that is sent twice: once is enough, and the second answer is no way around what somebody may see. */
import { registerPerson, movePerson } from '@kerege/contract/people/routes'
import { wearHat } from '@kerege/contract/access/routes'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newId } from '../platform/ids.ts'
import { draft } from '../testing/people.ts'
import { type Somebody, type World, world } from '../testing/world.ts'

let w: World
beforeAll(async () => {
  w = await world()
})
afterAll(() => w.close())

/** Registers somebody under a key. @returns how to send the very same command again */
async function registered(who: Somebody) {
  const body = draft()
  const key = { idempotencyKey: newId() }
  const send = () => w.as(who)(registerPerson, { body }, key)
  const first = await send()
  expect(first.status).toBe(201)
  return { id: body.id, first, send, key }
}

const entriesAbout = async (id: string) =>
  (
    await w.admin.query(
      'select action, outcome, counts, subjects from audit.entries where $1 = any (subjects) order by at, id',
      [id],
    )
  ).rows as { action: string; outcome: string; counts: object; subjects: string[] }[]

describe('the second answer is refused', () => {
  test('to somebody who may no longer open the person, like what does not exist', async () => {
    const who = await w.somebody('caseManager')
    const { id, send } = await registered(who)
    // The person goes to another agency, and what was granted ends.
    const { agencyId, teamId } = await w.agency()
    await w.admin.query(
      "update people.persons set agency_id = $2, team_id = $3, area_code = 'KZ-11' where id = $1",
      [id, agencyId, teamId],
    )
    await w.admin.query('update access.grants set valid_to = now() where subject_id = $1', [id])
    expect(await send()).toMatchObject({ status: 404, body: { code: 'not-found' } })
  })

  test('to another hat of the same account, and to another command', async () => {
    const who = await w.somebody('supervisor')
    const { send, key } = await registered(who)
    const hatId = newId()
    await w.admin.query(
      "insert into access.hats (id, account_id, role, agency_id, team_id) values ($1, $2, 'supervisor', $3, $4)",
      [hatId, who.accountId, who.agencyId, who.teamId],
    )
    expect(await w.as(who)(registerPerson, { body: draft() }, key)).toMatchObject({
      status: 409,
      body: { code: 'idempotency-key-reused' },
    })
    await w.as(who)(wearHat, { body: { hatId } })
    expect(await send()).toMatchObject({ status: 409, body: { code: 'idempotency-key-reused' } })
  })
})

describe('the second answer', () => {
  test('is the first once more, and stands in the log as a reading of its own', async () => {
    const who = await w.somebody('caseManager')
    const { id, first, send } = await registered(who)
    expect(await send()).toEqual(first)
    const [made, again, ...more] = await entriesAbout(id)
    expect(more).toEqual([])
    expect(made).toMatchObject({ outcome: 'done', counts: {} })
    expect(again).toEqual({ ...made, counts: { repeated: 1 } })
    const { rows } = await w.admin.query('select count(*)::int as n from people.persons where id = $1', [id])
    expect(rows[0].n).toBe(1)
  })

  test('comes to whoever gave the person away with that very command', async () => {
    const who = await w.somebody('caseManager')
    const { id, first } = await registered(who)
    const key = { idempotencyKey: newId(), ifMatch: first.etag ?? '' }
    const move = () => w.as(who)(movePerson, { params: { id }, body: { area: 'KZ-11' } }, key)
    const moved = await move()
    expect(moved.status).toBe(200)
    expect(await move()).toEqual(moved)
  })
})
