/** Requests by authorities through the HTTP layer: who hears of them, and that the case worker alone releases nothing. */
import { decideApproval, getApproval } from '@kerege/contract/approvals/routes'
import {
  getRequest,
  listRequests,
  proposeRelease,
  recordRequest,
  refuseRequest,
} from '@kerege/contract/consents/requestRoutes'
import type { ProposeRelease, RecordRequest } from '@kerege/contract/consents/requestSchema'
import { addContact, getDisclosure, listDisclosures } from '@kerege/contract/consents/tellingRoutes'
import { registerPerson } from '@kerege/contract/people/routes'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newId } from '../../../platform/ids.ts'
import { dayFromNow, recordAnswer } from '../../../testing/consents.ts'
import { draft } from '../../../testing/people.ts'
import { type Somebody, type World, world } from '../../../testing/world.ts'

let w: World
let worker: Somebody
let lead: Somebody
let coordinator: Somebody
beforeAll(async () => {
  w = await world()
  worker = await w.somebody('caseManager')
  lead = await w.somebody('supervisor')
  coordinator = await w.somebody('nationalCoordinator')
})
afterAll(() => w.close())

async function child(): Promise<string> {
  const body = draft({
    identity: { names: [], citizenships: [{ country: 'KZ', standing: 'proved' }], identifiers: [] },
  })
  expect(await w.as(worker)(registerPerson, { body })).toMatchObject({ status: 201 })
  return body.id
}
async function authority(): Promise<string> {
  const id = newId()
  const body = { id, kind: 'authority' as const, organisation: `Department ${id.slice(-4)}` }
  expect((await w.as(worker)(addContact, { body })).status).toBe(201)
  return id
}
const asked = (contactId: string, over: Partial<RecordRequest> = {}): RecordRequest => ({
  id: newId(),
  contactId,
  paper: '17-04/112',
  paperOn: dayFromNow(-4),
  legalBasis: 'Law on guardianship, article 3',
  asks: 'Where the child is registered',
  due: dayFromNow(10),
  ...over,
})
const record = (personId: string, body: RecordRequest, who = worker) =>
  w.as(who)(recordRequest, { params: { id: personId }, body })
async function recorded() {
  const personId = await child()
  const body = asked(await authority())
  expect(await record(personId, body)).toMatchObject({
    status: 201,
    body: { state: 'recorded', mayAnswer: true },
  })
  return { personId, id: body.id, contactId: body.contactId }
}
const propose = (id: string, over: Partial<ProposeRelease> = {}, who = worker) =>
  w.as(who)(proposeRelease, {
    params: { id },
    body: {
      seen: 1,
      language: 'en',
      fields: [{ field: 'name' }, { field: 'citizenship' }],
      reason: 'A lawful question',
      ...over,
    },
  })
const read = (id: string, who = worker) => w.as(who)(getRequest, { params: { id } })
async function decide(id: string, who: Somebody, verdict: 'approved' | 'refused') {
  const { etag = '"1"' } = await w.as(who)(getApproval, { params: { id } })
  const body = { verdict, ...(verdict === 'refused' ? { comment: 'Too much for that question' } : {}) }
  return w.as(who)(decideApproval, { params: { id }, body }, { ifMatch: etag })
}
const told = async (personId: string, who = lead) =>
  (await w.as(who)(listDisclosures, { query: { personId } })).body.rows

describe('a request is refused', () => {
  test('to roles that answer none, and is not there for those who do not read the legal section', async () => {
    const { personId, id } = await recorded()
    for (const role of ['doctor', 'psychologist', 'ombudsperson', 'familyMember', 'teacher'] as const) {
      const who = await w.somebody(role)
      await w.grant(who, personId, role === 'familyMember' ? 'own' : 'task')
      expect((await record(personId, asked(newId()), who)).status).toBe(403)
      const there = { ombudsperson: 200, teacher: 403 } as Partial<Record<string, number>>
      expect([role, (await read(id, who)).status]).toEqual([role, there[role] ?? 404])
    }
    // A colleague of the team reaches the family, and hears of no request.
    expect((await read(id, await w.somebody('caseManager'))).status).toBe(404)
    const stranger = await w.somebody('supervisor', await w.agency())
    for (const one of [id, newId()]) expect((await read(one, stranger)).status).toBe(404)
    expect((await record(personId, asked(newId()), stranger)).status).toBe(404)
  })

  test('with its faults: a school, a day ahead, an end before its beginning', async () => {
    const personId = await child()
    expect((await record(personId, asked(newId(), { paperOn: dayFromNow(3) }))).body).toMatchObject({
      faults: [
        { pointer: '/contactId', code: 'not-found' },
        { pointer: '/paperOn', code: 'in-future' },
      ],
    })
    expect((await record(personId, asked(newId(), { due: dayFromNow(-9) }))).body).toMatchObject({
      faults: [{ pointer: '/due', code: 'period-reversed' }],
    })
  })

  test('what was confided, of health and of school leaves to no authority, whatever is agreed', async () => {
    const { id, personId } = await recorded()
    await recordAnswer(w, worker, personId, {
      recipients: ['authority'],
      classes: ['health', 'education', 'social'],
    })
    const fields = (['functioning', 'learning', 'living', 'protection-need'] as const).map(field => ({
      field,
      ...(field === 'functioning' ? {} : { words: 'Of the family' }),
    }))
    const refused = await propose(id, { fields })
    expect((refused.body as unknown as { faults: { code: string }[] }).faults.map(one => one.code)).toEqual(
      fields.map(() => 'never-told'),
    )
    expect((await read(id)).body.offered.map(one => one.field)).not.toContain('learning')
  })
})

describe('an answer', () => {
  test('leaves once two others decided, with exactly what was proposed', async () => {
    const { id, personId } = await recorded()
    const proposed = await propose(id)
    expect(proposed).toMatchObject({
      status: 200,
      body: {
        state: 'asked',
        mayAnswer: false,
        fields: [{ field: 'name', value: 'Көктемова Әлия Бақытқызы' }, { field: 'citizenship' }],
      },
    })
    const approvalId = proposed.body.approvalId ?? ''
    expect(await propose(id, { seen: 2 })).toMatchObject({ status: 409, body: { code: 'approval-pending' } })
    // Not by the one who prepared it, and not by the second of the chain before the first.
    expect((await decide(approvalId, worker, 'approved')).status).toBeGreaterThanOrEqual(400)
    expect((await decide(approvalId, coordinator, 'approved')).status).toBeGreaterThanOrEqual(400)
    expect(await decide(approvalId, lead, 'approved')).toMatchObject({
      status: 200,
      body: { state: 'pending' },
    })
    expect(await told(personId)).toEqual([])
    expect((await read(id, coordinator)).body).toMatchObject({
      fields: [{ field: 'name' }, { field: 'citizenship' }],
    })
    expect(await decide(approvalId, coordinator, 'approved')).toMatchObject({
      status: 200,
      body: { state: 'approved' },
    })
    const after = (await read(id)).body
    expect(after).toMatchObject({ state: 'released', closed: { by: { id: coordinator.accountId } } })
    expect((await told(personId)).map(row => [row.rests, row.recipient])).toEqual([['request', 'authority']])
    expect(
      (await w.as(lead)(getDisclosure, { params: { id: after.disclosureId ?? '' } })).body.fields,
    ).toEqual(proposed.body.fields)
    // Who does not hear of the request does not find it in the register either.
    const doctor = await w.somebody('doctor')
    await w.grant(doctor, personId, 'task')
    expect(await told(personId, doctor)).toEqual([])
    expect(await propose(id, { seen: after.version })).toMatchObject({
      status: 409,
      body: { code: 'request-closed' },
    })
  })

  test('that is sent back is prepared anew, or refused with the reason', async () => {
    const { id, personId } = await recorded()
    const approvalId = (await propose(id)).body.approvalId ?? ''
    expect(await decide(approvalId, lead, 'refused')).toMatchObject({ status: 200 })
    const back = (await read(id)).body
    expect(back).toMatchObject({ state: 'recorded', mayAnswer: true })
    const refuse = (seen: number) =>
      w.as(worker)(refuseRequest, {
        params: { id },
        body: { seen, reason: 'The law named does not ask for it' },
      })
    expect((await refuse(1)).status).toBe(412)
    expect(await refuse(back.version)).toMatchObject({
      status: 200,
      body: { state: 'refused', reason: 'The law named does not ask for it' },
    })
    expect(await told(personId)).toEqual([])
    const waiting = await w.as(coordinator)(listRequests, { query: { limit: 200 } })
    expect(waiting.body.rows.map(row => row.id)).not.toContain(id)
  })

  test('leaves with the person when they are erased', async () => {
    const { personId } = await recorded()
    await w.admin.query('delete from people.persons where id = $1', [personId])
    for (const table of ['requests', 'request_fields', 'disclosures', 'told']) {
      const left = await w.admin.query(`select 1 from consents.${table} where person_id = $1`, [personId])
      expect(left.rowCount).toBe(0)
    }
  })
})
