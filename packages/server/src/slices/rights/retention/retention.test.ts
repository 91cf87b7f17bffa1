/** Retention through the HTTP layer: a term that only proposes, a second person, and a hold that stops everybody. */
import { decideApproval, getApproval } from '@kerege/contract/approvals/routes'
import { askErasure, getPerson, registerPerson } from '@kerege/contract/people/routes'
import {
  liftHold,
  listResting,
  personHold,
  retentionRules,
  setHold,
} from '@kerege/contract/rights/retentionRoutes'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newId } from '../../../platform/ids.ts'
import { draft } from '../../../testing/people.ts'
import { type Somebody, type World, world } from '../../../testing/world.ts'

let w: World
let lead: Somebody
let coordinator: Somebody
beforeAll(async () => {
  w = await world()
  lead = await w.somebody('supervisor')
  coordinator = await w.somebody('nationalCoordinator')
})
afterAll(() => w.close())

async function person(): Promise<string> {
  const body = draft()
  await w.as(lead)(registerPerson, { body })
  return body.id
}
/** As a state would: how long files without a case are kept. */
const says = (years: number | null) => {
  for (const one of w.running.node.profile.retention)
    if (one.subject === 'person-without-case') one.years = years
}
const resting = async (who: Somebody) => (await w.as(who)(listResting, { query: { limit: 200 } })).body.rows
const hold = { why: 'court' as const, paper: 'Letter 12 of the district court' }

describe('a term', () => {
  test('that the state has not said passes for nobody', async () => {
    await person()
    expect(await resting(coordinator)).toEqual([])
    // What the program proposes shows who would be meant, marked so.
    const old = await person()
    await w.admin.query("update people.persons set updated_at = now() - interval '6 years' where id = $1", [
      old,
    ])
    expect(await resting(coordinator)).toMatchObject([{ personId: old, proposed: true }])
    await w.admin.query('update people.persons set updated_at = now() where id = $1', [old])
    expect((await w.as(coordinator)(retentionRules, {})).body.rows).toContainEqual({
      subject: 'person-without-case',
      years: null,
      needsReview: true,
      proposed: 5,
    })
  })

  test('proposes and does nothing; a second person decides, and then no key is left', async () => {
    says(2)
    const [fresh, old] = [await person(), await person()]
    await w.admin.query(
      "update people.persons set updated_at = now() - interval '2 years 1 day' where id = $1",
      [old],
    )
    const listed = await resting(coordinator)
    expect(listed.map(row => row.personId)).toEqual([old])
    expect(listed).toMatchObject([{ subject: 'person-without-case', proposed: false }])
    expect((await w.as(await w.somebody('caseManager'))(listResting, {})).status).toBe(403)
    const stranger = await w.somebody('supervisor', await w.agency())
    expect(await resting(stranger)).toEqual([])
    const asked = await w.as(coordinator)(askErasure, {
      params: { id: old },
      body: { reason: 'The term has passed' },
    })
    expect(await resting(coordinator)).toMatchObject([{ approvalId: asked.body.approvalId }])
    const { etag = '"1"' } = await w.as(lead)(getApproval, { params: { id: asked.body.approvalId } })
    await w.as(lead)(
      decideApproval,
      { params: { id: asked.body.approvalId }, body: { verdict: 'approved' } },
      { ifMatch: etag },
    )
    expect(await resting(coordinator)).toEqual([])
    const keys = await w.admin.query('select 1 from audit.person_keys where person_id = $1', [old])
    expect(keys.rowCount).toBe(0)
    expect((await w.as(lead)(getPerson, { params: { id: fresh } })).status).toBe(200)
    says(null)
  })
})

describe('a hold', () => {
  test('is set by who may ask for an erasure, on whom they see, and once', async () => {
    const id = await person()
    const worker = await w.somebody('caseManager')
    expect((await w.as(worker)(setHold, { params: { id }, body: hold })).status).toBe(403)
    const stranger = await w.somebody('supervisor', await w.agency())
    for (const one of [id, newId()]) {
      expect((await w.as(stranger)(setHold, { params: { id: one }, body: hold })).status).toBe(404)
    }
    expect(await w.as(coordinator)(setHold, { params: { id }, body: hold })).toMatchObject({
      status: 201,
      body: { hold: { why: 'court', by: { id: coordinator.accountId } } },
    })
    expect((await w.as(lead)(personHold, { params: { id } })).body.hold).toMatchObject({ why: 'court' })
    expect((await w.as(stranger)(personHold, { params: { id } })).status).toBe(404)
    expect(await w.as(lead)(setHold, { params: { id }, body: hold })).toMatchObject({
      status: 409,
      body: { code: 'held-already' },
    })
  })

  test('stops an erasure that two people agreed on, until it is lifted', async () => {
    const id = await person()
    await w.as(lead)(setHold, { params: { id }, body: hold })
    const { approvalId } = (
      await w.as(lead)(askErasure, { params: { id }, body: { reason: 'The family asks' } })
    ).body
    const decide = async () => {
      const { etag = '"1"' } = await w.as(coordinator)(getApproval, { params: { id: approvalId } })
      return w.as(coordinator)(
        decideApproval,
        { params: { id: approvalId }, body: { verdict: 'approved' } },
        { ifMatch: etag },
      )
    }
    expect(await decide()).toMatchObject({ status: 409, body: { code: 'held-by-law' } })
    expect((await w.as(lead)(getPerson, { params: { id } })).status).toBe(200)
    expect(
      (await w.as(lead)(liftHold, { params: { id }, body: { reason: 'The court is done' } })).body,
    ).toEqual({})
    expect(await decide()).toMatchObject({ status: 200, body: { state: 'approved' } })
    expect((await w.as(lead)(getPerson, { params: { id } })).status).toBe(404)
  })
})
