import { getPerson, registerPerson } from '@kerege/contract/people/routes'
import type { RegisterPerson } from '@kerege/contract/people/schema'
import { mergePeople } from '@kerege/contract/people/duplicates/routes'
import { ageGroupOf, ageGroups, kindOf } from '@kerege/contract/repatriation/operations/rules'
import {
  addLine,
  addStaff,
  changeLine,
  endLeg,
  endStaff,
  getOperation,
  listOperations,
  listPeopleOf,
  makeOperation,
  moveLine,
  moveOperation,
  placeOnLeg,
  writeFamily,
  writeLeg,
} from '@kerege/contract/repatriation/operations/routes'
import { lineEnds, lineStates, type LineState } from '@kerege/contract/repatriation/operations/states'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newId } from '../../../platform/ids.ts'
import { contact, cyrillicName, draft } from '../../../testing/people.ts'
import { type Somebody, type World, world } from '../../../testing/world.ts'

let w: World
let lead: Somebody
let consul: Somebody
beforeAll(async () => {
  w = await world()
  lead = await w.somebody('operationLead')
  consul = await w.somebody('consularOfficer')
})
afterAll(() => w.close())

const plan = (id = newId()) => ({
  id,
  name: 'Bahor, flight of 12 December',
  fromCountry: 'SY',
  plannedFrom: '2026-12-12',
  plannedTo: '2026-12-14',
})
const begin = async (who = lead) => {
  const body = plan()
  expect(await w.as(who)(makeOperation, { body })).toMatchObject({ status: 201 })
  return body.id
}
const person = async (over: Partial<RegisterPerson> = {}, who = lead) => {
  const body = draft(over)
  expect(await w.as(who)(registerPerson, { body })).toMatchObject({ status: 201 })
  return body.id
}
const born = (year: number, family = 'Баҳорзода', given = 'Сомон') =>
  contact({ birth: { precision: 'year', year }, names: [cyrillicName(family, given)] })
const put = (operation: string, personId: string, over: object = {}, who = lead) =>
  w.as(who)(addLine, { params: { id: operation }, body: { id: newId(), personId, ...over } })
const leg = (ordinal: number, over: object = {}) => ({
  ordinal,
  kind: 'land' as const,
  fromPlace: 'Airfield',
  toPlace: 'Centre',
  ...over,
})
const step = (operation: string, lineId: string, to: LineState, over: object = {}, who = lead) =>
  w.as(who)(moveLine, { params: { id: operation, lineId }, body: { to, ...over } })

describe('is refused', () => {
  test('to nobody, and to roles without the verb', async () => {
    expect(await w.as(null)(listOperations, {})).toMatchObject({ status: 401 })
    for (const role of ['caseManager', 'teacher', 'supervisor'] as const) {
      const who = await w.somebody(role)
      expect(await w.as(who)(listOperations, {})).toMatchObject({ status: 403 })
    }
    const refused = await w.as(consul)(makeOperation, { body: plan() })
    expect(refused).toMatchObject({ status: 403, body: { code: 'not-allowed' } })
  })

  test('to another agency, as if it were not there', async () => {
    const id = await begin()
    const stranger = await w.somebody('operationLead', await w.agency())
    const strange = await w.as(stranger)(getOperation, { params: { id } })
    const absent = await w.as(stranger)(getOperation, { params: { id: newId() } })
    expect(strange).toMatchObject({ status: 404 })
    expect({ ...strange.body, reference: '' }).toEqual({ ...absent.body, reference: '' })
    expect((await w.as(stranger)(listOperations, {})).body.rows).toEqual([])
    const leaves = { params: { id, legId: newId() }, body: leg(1) }
    expect(await w.as(stranger)(writeLeg, leaves)).toMatchObject({ status: 404 })
    expect(await put(id, await person({}, stranger), {}, stranger)).toMatchObject({ status: 404 })
  })

  test('for somebody who is not open, who is on the list, or on the way elsewhere', async () => {
    const [id, other] = [await begin(), await begin()]
    const stranger = await w.somebody('operationLead', await w.agency())
    const hidden = await put(id, await person({}, stranger))
    expect(hidden).toMatchObject({
      status: 422,
      body: { faults: [{ pointer: '/personId', code: 'not-found' }] },
    })
    const one = await person()
    expect(await put(id, one)).toMatchObject({ status: 201, body: { state: 'identified' } })
    expect(await put(id, one)).toMatchObject({ status: 409, body: { code: 'person-on-list' } })
    expect(await put(other, one)).toMatchObject({ status: 409, body: { code: 'person-on-another-list' } })
  })

  test('for a child as head, a child as carer, and a family of another list, all at once', async () => {
    const [id, other] = [await begin(), await begin()]
    const [child, sister] = [await person({ contact: born(2018) }), await person({ contact: born(2015) })]
    const familyId = newId()
    await w.as(lead)(writeFamily, { params: { id: other, familyId }, body: { name: 'Family' } })
    const refused = await put(id, child, { familyId, head: true, carerId: sister })
    expect(refused.status).toBe(422)
    expect(refused.body).toMatchObject({
      faults: expect.arrayContaining([
        { pointer: '/carerId', code: 'carer-is-child' },
        { pointer: '/head', code: 'head-is-child' },
        { pointer: '/familyId', code: 'not-found' },
      ]),
    })
  })

  test('for two legs at a time; several in a row are one journey', async () => {
    const id = await begin()
    const line = (await put(id, await person())).body.id
    const [flight, bus, other] = [newId(), newId(), newId()]
    const air = { kind: 'air', departsAt: '2026-12-12T08:00:00Z', arrivesAt: '2026-12-12T14:00:00Z' }
    const late = { departsAt: '2026-12-12T13:00:00Z', arrivesAt: '2026-12-12T15:00:00Z' }
    await w.as(lead)(writeLeg, { params: { id, legId: flight }, body: leg(1, air) })
    await w.as(lead)(writeLeg, { params: { id, legId: bus }, body: leg(2) })
    await w.as(lead)(writeLeg, { params: { id, legId: other }, body: leg(2) })
    const on = (legId: string, seat?: string) =>
      w.as(lead)(placeOnLeg, {
        params: { id, legId },
        body: { put: [{ lineId: line, ...(seat ? { seat } : {}) }] },
      })
    expect(await on(flight, '12A')).toMatchObject({ status: 200 })
    expect(await on(bus)).toMatchObject({
      status: 200,
      body: { lines: [{ legs: [{ legId: flight, seat: '12A' }, { legId: bus }] }] },
    })
    const clash = { status: 422, body: { faults: [{ pointer: '/put/0/lineId', code: 'legs-at-once' }] } }
    expect(await on(other)).toMatchObject(clash)
    // Moving a leg in time must not do what seating refuses.
    expect(await w.as(lead)(writeLeg, { params: { id, legId: bus }, body: leg(2, late) })).toMatchObject({
      status: 409,
      body: { code: 'legs-at-once' },
    })
    const second = (await put(id, await person())).body.id
    const seat = await w.as(lead)(placeOnLeg, {
      params: { id, legId: flight },
      body: { put: [{ lineId: second, seat: '12A' }] },
    })
    expect(seat).toMatchObject({ status: 422, body: { faults: [{ code: 'seat-taken' }] } })
    expect(await w.as(lead)(endLeg, { params: { id, legId: other } })).toMatchObject({ status: 200 })
  })

  test('for a step that does not follow, and for one without its reason', async () => {
    const id = await begin()
    const line = (await put(id, await person())).body.id
    expect(await step(id, line, 'boarded')).toMatchObject({ status: 409, body: { code: 'line-cannot' } })
    expect(await step(id, line, 'verified')).toMatchObject({
      status: 422,
      body: { faults: [{ pointer: '/reason', code: 'proof-or-reason' }] },
    })
    expect(await step(id, line, 'verified', { reason: 'Known to the consul' })).toMatchObject({ status: 200 })
    expect(await step(id, line, 'consented')).toMatchObject({
      body: { faults: [{ code: 'consent-or-reason' }] },
    })
    expect(await step(id, line, 'other-basis')).toMatchObject({ body: { faults: [{ pointer: '/basis' }] } })
    expect(await step(id, line, 'refused')).toMatchObject({ body: { faults: [{ pointer: '/reason' }] } })
    expect(await step(id, line, 'refused', { reason: 'Wishes to stay' })).toMatchObject({
      status: 200,
      body: { state: 'refused', steps: [{ to: 'identified' }, { to: 'verified' }, { to: 'refused' }] },
    })
    // Whoever prepares the list does not tick at the door, and the other way round.
    const officer = await w.somebody('receptionOfficer')
    expect(await step(id, line, 'identified', { reason: 'Asked again' }, officer)).toMatchObject({
      status: 404,
    })
  })

  test('for an operation that is not ready', async () => {
    const id = await begin()
    const to = (state: 'prepared' | 'completed' | 'called-off', reason?: string) =>
      w.as(lead)(moveOperation, { params: { id }, body: { to: state, ...(reason ? { reason } : {}) } })
    expect(await to('prepared')).toMatchObject({
      status: 409,
      body: { code: 'operation-cannot', missing: ['has-legs', 'has-people'] },
    })
    expect(await to('completed')).toMatchObject({ status: 409, body: { code: 'operation-cannot' } })
    expect(await to('called-off')).toMatchObject({ status: 422 })
    expect(await to('called-off', 'The camp is shut')).toMatchObject({ body: { state: 'called-off' } })
    expect(await put(id, await person())).toMatchObject({ status: 409, body: { code: 'operation-over' } })
  })
})

test('an operation is prepared, and a command sent twice does nothing twice', async () => {
  const body = plan()
  const first = await w.as(lead)(makeOperation, { body })
  const again = await w.as(lead)(makeOperation, { body })
  expect(again.body).toEqual(first.body)
  const id = body.id
  expect(first.body).toMatchObject({
    state: 'planned',
    list: { number: 1, state: 'open' },
    versions: [{ number: 1, state: 'open' }],
    may: { lead: true, keep: true, board: true, receive: true },
  })
  const familyId = newId()
  await w.as(consul)(writeFamily, { params: { id, familyId }, body: { name: 'Баҳорзода' } })
  const mother = await person({ contact: born(1994, 'Баҳорзода', 'Мижгона') })
  const child = await person({ contact: born(2019) })
  const line = { id: newId(), personId: mother, familyId, head: true, bracelet: '012' }
  for (let twice = 0; twice < 2; twice++) {
    expect(await w.as(consul)(addLine, { params: { id }, body: line })).toMatchObject({ status: 201 })
  }
  await put(id, child, { familyId, bracelet: '013' })
  expect(await put(id, await person(), { familyId, bracelet: '013' })).toMatchObject({
    body: { code: 'bracelet-taken' },
  })
  await w.as(lead)(writeLeg, { params: { id, legId: newId() }, body: leg(1) })
  const read = await w.as(lead)(listPeopleOf, { params: { id } })
  expect(read.body).toMatchObject({
    families: [{ id: familyId, name: 'Баҳорзода' }],
    lines: [
      { personId: mother, head: true, bracelet: '012', ageGroup: '18-59' },
      { personId: child, head: false, bracelet: '013' },
    ],
    notShown: 0,
  })
  const prepared = await w.as(lead)(moveOperation, { params: { id }, body: { to: 'prepared' } })
  expect(prepared.body).toMatchObject({
    state: 'prepared',
    totals: { people: 2, families: 1, women: 1, children: 1, men: 0 },
    steps: [{ to: 'planned' }, { from: 'planned', to: 'prepared' }],
  })
  const changed = { familyId, head: false, bracelet: '099' }
  const stale = await w.as(lead)(
    changeLine,
    { params: { id, lineId: line.id }, body: changed },
    { ifMatch: '"7"' },
  )
  expect(stale).toMatchObject({ status: 412 })
  expect(
    await w.as(lead)(changeLine, { params: { id, lineId: line.id }, body: changed }, { ifMatch: '"1"' }),
  ).toMatchObject({ status: 200, body: { version: 2, head: false, bracelet: '099' } })
})

test('staff sees the people of the list until the last day, and never after the operation', async () => {
  const id = await begin()
  const elsewhere = await w.agency()
  const doctor = await w.somebody('doctor', elsewhere)
  const officer = await w.somebody('receptionOfficer', elsewhere)
  const one = await person({ contact: born(1990) })
  const line = (await put(id, one)).body.id
  const sees = async (who: Somebody, personId: string) =>
    (await w.as(who)(getPerson, { params: { id: personId } })).status
  expect([await sees(doctor, one), await sees(officer, one)]).toEqual([404, 404])
  expect(await w.as(officer)(getOperation, { params: { id } })).toMatchObject({ status: 404 })

  const name = (who: Somebody, duty: 'doctor' | 'reception', staffId = newId()) =>
    w.as(lead)(addStaff, {
      params: { id },
      body: { id: staffId, accountId: who.accountId, duty, until: '2199-01-01' },
    })
  const staffId = newId()
  expect(await name(doctor, 'doctor', staffId)).toMatchObject({ status: 201 })
  await name(officer, 'reception')
  const late = await person({ contact: born(2020) })
  await put(id, late)
  for (const who of [doctor, officer]) {
    expect([await sees(who, one), await sees(who, late)]).toEqual([200, 200])
    const list = await w.as(who)(listPeopleOf, { params: { id } })
    expect(list.body.lines).toHaveLength(2)
  }
  // Named beside the list, not on it: what belongs to the journey stays shut.
  expect((await w.as(officer)(getPerson, { params: { id: one } })).body).not.toHaveProperty('journey')
  // Who is off the list is open no longer; who has left the staff sees nobody.
  await step(id, line, 'refused', { reason: 'Wishes to stay' })
  expect([await sees(officer, one), await sees(officer, late)]).toEqual([404, 200])
  await w.as(lead)(endStaff, { params: { id, staffId } })
  expect(await sees(doctor, late)).toBe(404)
  expect(await w.as(doctor)(getOperation, { params: { id } })).toMatchObject({ status: 404 })
  await w.as(lead)(moveOperation, { params: { id }, body: { to: 'called-off', reason: 'No permission' } })
  expect(await sees(officer, late)).toBe(404)
})

test('a long list is read in parts, each family whole, and together they are the list', async () => {
  const id = await begin()
  const params = { id }
  const families = ['Лолаева', 'Баҳорзода', 'Наврӯзова'].map(name => ({ id: newId(), name }))
  for (const { id: familyId, name } of families)
    await w.as(lead)(writeFamily, { params: { id, familyId }, body: { name } })
  for (const [familyId, head, year] of [
    [families[0]?.id, true, 1990],
    [families[0]?.id, false, 2015],
    [families[1]?.id, true, 1988],
    [families[1]?.id, false, 2012],
    [families[1]?.id, false, 2018],
    [undefined, false, 1970],
    [undefined, false, 1960],
    [undefined, false, 1980],
  ] as const)
    await put(id, await person({ contact: born(year) }), { head, ...(familyId ? { familyId } : {}) })
  const whole = (await w.as(lead)(listPeopleOf, { params })).body
  expect([whole.lines.length, whole.families.length, whole.next]).toEqual([8, 3, undefined])
  const parts: (typeof whole)[] = []
  for (let after: string | undefined, more = true; more; ) {
    const query = { limit: 2, ...(after ? { after } : {}) }
    const { body, status } = await w.as(lead)(listPeopleOf, { params, query })
    expect([status, body.notShown]).toEqual([200, 0])
    parts.push(body)
    after = body.next
    more = after !== undefined
  }
  // The first family is one line more than was asked for; a family without anybody is in no part.
  expect(parts.map(part => part.lines.length)).toEqual([3, 2, 2, 1])
  expect(parts.flatMap(part => part.families.map(family => family.name))).toEqual(['Баҳорзода', 'Лолаева'])
  const lines = parts.flatMap(part => part.lines)
  const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1)
  expect(lines.toSorted(byId)).toEqual(whole.lines.toSorted(byId))
  expect(lines.map(line => line.head)).toEqual([true, false, false, true, false, false, false, false])
  expect(lines.slice(5).map(line => line.birth)).toEqual(
    [1960, 1970, 1980].map(year => ({ precision: 'year', year })),
  )
  // To whoever does not know of the operation it is not there; a part too long is a fault.
  const stranger = await w.somebody('operationLead', await w.agency())
  expect(await w.as(stranger)(listPeopleOf, { params, query: { limit: 2 } })).toMatchObject({ status: 404 })
  expect(await w.as(lead)(listPeopleOf, { params, query: { limit: 500 } })).toMatchObject({ status: 422 })
})

test('somebody comes without being on the list', async () => {
  const id = await begin()
  const officer = await w.somebody('receptionOfficer', await w.agency())
  await w.as(lead)(addStaff, {
    params: { id },
    body: { id: newId(), accountId: officer.accountId, duty: 'reception', until: '2199-01-01' },
  })
  const unknown = await person({}, officer)
  expect(await put(id, unknown, {}, officer)).toMatchObject({ status: 404 })
  const added = await put(id, unknown, { door: true, reason: 'Came with her aunt' }, officer)
  expect(added).toMatchObject({ status: 201, body: { state: 'added-at-door', door: true } })
  expect(await step(id, added.body.id, 'arrived', {}, officer)).toMatchObject({ body: { state: 'arrived' } })
  // The lead sees whom others have added.
  const list = await w.as(lead)(listPeopleOf, { params: { id } })
  expect(list.body.lines.length + list.body.notShown).toBe(1)
})

test('the coordinator sees the operation in numbers, and who stands on its list only when named in it', async () => {
  const id = await begin()
  await put(id, await person())
  const coordinator = await w.somebody('nationalCoordinator', await w.agency())
  const read = await w.as(coordinator)(getOperation, { params: { id } })
  expect(read.body).toMatchObject({ totals: { people: 1 }, may: { lead: false, keep: false } })
  const list = await w.as(coordinator)(listPeopleOf, { params: { id } })
  expect(list.body).toMatchObject({ lines: [], families: [], notShown: 1 })
})

test('the database counts by the same rule as the contract', async () => {
  const id = await begin()
  const years = [2026, 2024, 2023, 2020, 2019, 2015, 2014, 2009, 2008, 2007, 1967, 1966, 1940]
  for (const [at, year] of years.entries()) {
    const sex = at % 2 ? ('male' as const) : ('female' as const)
    await put(id, await person({ contact: { ...born(year), sex } }))
  }
  await put(id, await person({ contact: { ...born(1990), birth: { precision: 'unknown' } } }))
  const list = (await w.as(lead)(listPeopleOf, { params: { id } })).body.lines
  const operation = (await w.as(lead)(getOperation, { params: { id } })).body
  const tally = (kind: string) => list.filter(one => kindOf(one.sex, one.ageGroup) === kind).length
  expect(operation.totals).toMatchObject({
    people: 14,
    men: tally('men'),
    women: tally('women'),
    children: tally('children'),
    notKnown: tally('not-known'),
  })
  const today = new Date().toISOString().slice(0, 10)
  const rows = await w.admin.query<{ ends: boolean; state: LineState }>(
    'select s as state, repatriation.line_ends(s) as ends from unnest($1::text[]) s',
    [lineStates],
  )
  for (const { state, ends } of rows.rows) expect(ends, state).toBe(lineEnds(state))
  expect(ageGroups).toContain(ageGroupOf({ precision: 'year', year: 2019 }, today))
})

test('two records of one person become one line; two lines stay one', async () => {
  const id = await begin()
  const [stays, joins, third] = [await person(), await person(), await person()]
  await put(id, joins)
  const merge = (a: string, b: string, version: number) =>
    w.as(lead)(mergePeople, {
      body: { id: newId(), stays: a, staysVersion: version, joins: b, joinsVersion: 1, reason: 'Two lists' },
    })
  expect(await merge(stays, joins, 1)).toMatchObject({ status: 201 })
  const one = await w.as(lead)(listPeopleOf, { params: { id } })
  expect(one.body.lines).toMatchObject([{ personId: stays }])
  await put(id, third)
  const version = (await w.as(lead)(getPerson, { params: { id: stays } })).body.version
  expect(await merge(stays, third, version)).toMatchObject({ status: 201 })
  const still = await w.as(lead)(listPeopleOf, { params: { id } })
  expect(still.body).toMatchObject({ lines: [{ personId: stays }], notShown: 0 })
})
