import { decideApproval, getApproval } from '@kerege/contract/approvals/routes'
import { askErasure, registerPerson } from '@kerege/contract/people/routes'
import {
  addChecks,
  addLesson,
  addPublished,
  askDivision,
  askedDivision,
  carriedPeople,
  doCheck,
  freezeList,
  lineFile,
  listDifferences,
  openList,
  operationSummary,
  readiness,
  withdrawPublished,
  writeCare,
  writeCheck,
  writeConsent,
  writeEvidence,
  writeNeeds,
} from '@kerege/contract/repatriation/operations/preparingRoutes'
import {
  addLine,
  addStaff,
  makeOperation,
  moveLine,
  placeOnLeg,
  writeFamily,
  writeLeg,
} from '@kerege/contract/repatriation/operations/routes'
import { takeIn, writeRoom, writeSite } from '@kerege/contract/repatriation/reception/routes'
import type { LineState } from '@kerege/contract/repatriation/operations/states'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '../../../platform/ids.ts'
import { contact, cyrillicName, draft } from '../../../testing/people.ts'
import { type Somebody, type World, world } from '../../../testing/world.ts'

let w: World
let lead: Somebody
beforeAll(async () => {
  w = await world()
  lead = await w.somebody('operationLead')
})
afterAll(() => w.close())

const born = (year: number, given: string) =>
  contact({ birth: { precision: 'year', year }, names: [cyrillicName('Баҳорзода', given)] })

/** A mother with a child in one family, a child alone, two buses side by side with hours. */
async function ground() {
  const id = newId()
  const params = { id }
  const body = { id, name: 'Bahor', fromCountry: 'SY', plannedFrom: '2026-12-12', plannedTo: '2026-12-13' }
  await w.as(lead)(makeOperation, { body })
  const familyId = newId()
  await w.as(lead)(writeFamily, { params: { id, familyId }, body: { name: 'Баҳорзода' } })
  const put = async (year: number, given: string, over: object = {}) => {
    const person = draft({ contact: born(year, given) })
    await w.as(lead)(registerPerson, { body: person })
    const line = newId()
    const added = await w.as(lead)(addLine, { params, body: { id: line, personId: person.id, ...over } })
    expect(added).toMatchObject({ status: 201 })
    return { line, personId: person.id }
  }
  const [bus, other] = [newId(), newId()]
  for (const legId of [bus, other]) {
    await w.as(lead)(writeLeg, {
      params: { id, legId },
      body: {
        ordinal: 1,
        kind: 'land',
        fromPlace: 'Airfield',
        toPlace: 'Centre',
        departsAt: '2026-12-12T08:00:00Z',
        arrivesAt: '2026-12-12T18:00:00Z',
      },
    })
  }
  const on = (legId: string, ...lines: string[]) =>
    w.as(lead)(placeOnLeg, { params: { id, legId }, body: { put: lines.map(lineId => ({ lineId })) } })
  return {
    id,
    params,
    familyId,
    bus,
    other,
    on,
    put,
    mother: await put(1994, 'Мижгона', { familyId, head: true }),
    child: await put(2019, 'Сомон', { familyId }),
    alone: await put(2020, 'Нилуфар'),
  }
}
const ready = (id: string, who = lead) => w.as(who)(readiness, { params: { id } })

test('beds are those of the rooms, less who sleeps there still; a written number counts only without rooms', async () => {
  const g = await ground()
  await w.admin.query('update repatriation.operations set places = 500 where id = $1', [g.id])
  const house = { id: newId(), name: 'House on the hill', kind: 'guest-house', area: 'KZ-75' } as const
  const places = async () => (await ready(g.id)).body.places
  expect(await places()).toEqual({ people: 3, houses: [], others: 0, places: 500 })
  await w.as(lead)(writeSite, { body: house })
  const room = { id: newId(), name: 'Room 1', kind: 'room', places: 3 } as const
  await w.as(lead)(writeRoom, { params: { id: house.id }, body: room })
  expect(await places()).toEqual({
    people: 3,
    places: 3,
    others: 0,
    houses: [{ id: house.id, name: house.name, places: 3, free: 3 }],
  })
  // Somebody else sleeps there; who came with this operation takes no bed from it.
  const guest = draft({ contact: born(1990, 'Гулноз') })
  await w.as(lead)(registerPerson, { body: guest })
  const bed = (personId: string, over: object = {}) =>
    w.as(lead)(takeIn, {
      params: { id: house.id },
      body: { beds: [{ id: newId(), personId, roomId: room.id, ...over }] },
    })
  expect((await bed(guest.id)).status).toBe(200)
  expect((await bed(g.alone.personId, { lineId: g.alone.line })).status).toBe(200)
  expect(await places()).toMatchObject({ people: 3, places: 2, houses: [{ free: 2 }] })
})

test('beds are not promised twice: people of another operation on the same days are told and left room for', async () => {
  // An agency of its own, whose houses and operations nobody else of this file has.
  const own = await w.somebody('operationLead', await w.agency())
  const operation = async (plannedFrom: string, ...given: string[]) => {
    const id = newId()
    await w.as(own)(makeOperation, { body: { id, name: 'Bahor', fromCountry: 'SY', plannedFrom } })
    const lines: { line: string; personId: string }[] = []
    for (const name of given) {
      const person = draft({ contact: born(1990, name) })
      expect((await w.as(own)(registerPerson, { body: person })).status).toBe(201)
      const line = newId()
      const body = { id: line, personId: person.id }
      expect((await w.as(own)(addLine, { params: { id }, body })).status).toBe(201)
      lines.push({ line, personId: person.id })
    }
    return { id, lines }
  }
  const first = await operation('2026-12-12', 'Мижгона', 'Сомон')
  const second = await operation('2026-12-15', 'Гулноз', 'Нигора', 'Парвина')
  // A year later: they meet nobody.
  await operation('2027-12-15', 'Рустам')
  const site = { id: newId(), name: 'House by the lake', kind: 'guest-house', area: 'KZ-75' } as const
  await w.as(own)(writeSite, { body: site })
  const room = { id: newId(), name: 'Room 1', kind: 'room', places: 4 } as const
  await w.as(own)(writeRoom, { params: { id: site.id }, body: room })
  const places = async (of: { id: string }) => (await ready(of.id, own)).body.places
  expect(await places(first)).toMatchObject({ people: 2, places: 1, others: 3, houses: [{ free: 4 }] })
  expect(await places(second)).toMatchObject({ people: 3, places: 2, others: 2, houses: [{ free: 4 }] })
  // Who has a bed is counted with the beds, and who does not come needs none.
  const [gulnoz, nigora] = second.lines
  const beds = [
    { id: newId(), personId: gulnoz?.personId ?? '', roomId: room.id, lineId: gulnoz?.line ?? '' },
  ]
  expect((await w.as(own)(takeIn, { params: { id: site.id }, body: { beds } })).status).toBe(200)
  const step = { to: 'refused' as const, reason: 'Stays with her mother' }
  const params = { id: second.id, lineId: nigora?.line ?? '' }
  expect((await w.as(own)(moveLine, { params, body: step })).status).toBe(200)
  expect(await places(first)).toMatchObject({ people: 2, places: 2, others: 1, houses: [{ free: 3 }] })
})

test('a list with a divided family or a child alone is not closed; two people may divide, one may not', async () => {
  const g = await ground()
  const { params, id, familyId } = g
  await g.on(g.bus, g.mother.line)
  await g.on(g.other, g.child.line, g.alone.line)
  const before = await ready(id)
  expect(before.body).toMatchObject({
    divided: [{ familyId, ordinal: 1, parts: [{ childrenAlone: false }, { childrenAlone: true }] }],
    careGaps: [{ lineId: g.alone.line, gaps: [{ to: '2026-12-12T18:00:00.000Z' }] }],
    unaccompanied: [{ lineId: g.alone.line }],
  })
  const refused = await w.as(lead)(freezeList, { params, body: {} })
  expect(refused).toMatchObject({ status: 409, body: { code: 'list-unsettled', open: 2 } })

  // A carer until the afternoon is not a carer for the journey.
  const half = {
    id: newId(),
    fromAt: '2026-12-12T08:00:00Z',
    toAt: '2026-12-12T14:00:00Z',
    personId: g.mother.personId,
  }
  const stranger = { ...half, id: newId(), personId: undefined, accountId: newId() }
  const line = { id, lineId: g.alone.line }
  expect(await w.as(lead)(writeCare, { params: line, body: { spans: [stranger] } })).toMatchObject({
    status: 422,
  })
  await w.as(lead)(writeCare, { params: line, body: { spans: [half] } })
  expect((await ready(id)).body.careGaps).toMatchObject([
    { gaps: [{ from: '2026-12-12T14:00:00.000Z', to: '2026-12-12T18:00:00.000Z' }] },
  ])
  const rest = { ...half, id: newId(), fromAt: '2026-12-12T14:00:00Z', toAt: '2026-12-12T18:00:00Z' }
  await w.as(lead)(writeCare, { params: line, body: { spans: [half, rest] } })
  expect((await ready(id)).body.careGaps).toEqual([])

  const division = {
    id: newId(),
    familyId,
    at: 'leg' as const,
    reason: 'The boy lies on a stretcher, the other bus carries it',
    endsAt: '2199-01-01T00:00:00Z',
  }
  const asked = await w.as(lead)(askDivision, { params, body: division })
  expect(asked).toMatchObject({
    status: 202,
    body: { divided: [{ asked: { id: division.id } }], agreed: [] },
  })
  const approvalId = asked.body.divided[0]?.asked?.approvalId ?? ''
  const decide = (who: Somebody) =>
    w.as(who)(
      decideApproval,
      { params: { id: approvalId }, body: { verdict: 'approved' } },
      { ifMatch: '"1"' },
    )
  expect(await decide(lead)).toMatchObject({ status: 403, body: { code: 'own-request' } })
  // A supervisor of the agency knows of no operation.
  expect((await decide(await w.somebody('supervisor'))).status).toBeGreaterThanOrEqual(403)
  const second = await w.somebody('operationLead')
  expect((await w.as(second)(getApproval, { params: { id: approvalId } })).body).toMatchObject({
    kind: 'family-division',
  })
  // Whoever asked and whoever decides are told which family; the coordinator too, to whom the list itself is not open.
  const shown = (who: Somebody) => w.as(who)(askedDivision, { params: { id: division.id } })
  for (const who of [lead, second, await w.somebody('nationalCoordinator')]) {
    expect(await shown(who)).toMatchObject({
      status: 200,
      body: {
        at: 'leg',
        endsAt: '2199-01-01T00:00:00.000Z',
        members: [{ personId: g.mother.personId }, { personId: g.child.personId }],
        notShown: 0,
      },
    })
  }
  for (const who of [await w.somebody('consularOfficer', await w.agency()), await w.somebody('supervisor')])
    expect((await shown(who)).status).toBe(404)
  expect(await decide(second)).toMatchObject({ status: 200, body: { state: 'approved' } })
  expect((await shown(second)).status).toBe(200)
  expect((await ready(id)).body).toMatchObject({
    divided: [],
    agreed: [{ id: division.id, agreedBy: { id: second.accountId } }],
  })
  expect(await w.as(lead)(freezeList, { params, body: {} })).toMatchObject({
    status: 200,
    body: { list: { number: 1, state: 'frozen' }, versions: [{ totals: { people: 3, children: 2 } }] },
  })
})

test('a frozen list keeps who stands on it; opened with a reason, the next version shows what changed', async () => {
  const g = await ground()
  const { params, id } = g
  await w.as(lead)(writeCare, {
    params: { id, lineId: g.alone.line },
    body: {
      spans: [
        {
          id: newId(),
          fromAt: '2026-12-12T08:00:00Z',
          toAt: '2026-12-12T18:00:00Z',
          personId: g.mother.personId,
        },
      ],
    },
  })
  expect(await w.as(lead)(freezeList, { params, body: {} })).toMatchObject({ status: 200 })
  const person = draft()
  await w.as(lead)(registerPerson, { body: person })
  const late = { id: newId(), personId: person.id }
  expect(await w.as(lead)(addLine, { params, body: late })).toMatchObject({ body: { code: 'list-frozen' } })
  expect(await g.on(g.bus, g.alone.line)).toMatchObject({ body: { code: 'list-frozen' } })
  const again = await w.as(lead)(openList, { params, body: { reason: 'One more sister was found' } })
  expect(again.body).toMatchObject({
    list: { number: 2, state: 'open' },
    versions: [{ number: 2, reason: 'One more sister was found' }, { number: 1 }],
  })
  await w.as(lead)(addLine, { params, body: late })
  await g.on(g.bus, g.alone.line)
  await w.as(lead)(moveLine, {
    params: { id, lineId: g.child.line },
    body: { to: 'taken-off', reason: 'Stays with his father' },
  })
  const changes = await w.as(lead)(listDifferences, { params, query: { from: 1 } })
  expect(changes.body).toEqual({
    from: 1,
    added: [{ lineId: late.id, name: 'Көктемова Әлия Бақытқызы' }],
    removed: [{ lineId: g.child.line, name: 'Баҳорзода Сомон' }],
    changed: [{ lineId: g.alone.line, name: 'Баҳорзода Нилуфар', fields: ['legs'] }],
  })
  expect(await w.as(lead)(listDifferences, { params, query: { from: 2 } })).toMatchObject({ status: 404 })
  // Another agency knows of no version.
  const stranger = await w.somebody('operationLead', await w.agency())
  expect(await w.as(stranger)(listDifferences, { params, query: { from: 1 } })).toMatchObject({ status: 404 })
})

test('a no is written down and respected', async () => {
  const g = await ground()
  const line = { id: g.id, lineId: g.child.line }
  const consent = { giver: 'parent-in-detention' as const, askedOn: '2026-11-09', through: 'the consul' }
  const consentId = newId()
  const write = (over: object) =>
    w.as(lead)(writeConsent, {
      params: { ...line, consentId },
      body: { ...consent, standing: 'asked', ...over } as never, // wild on purpose
    })
  expect(await write({ standing: 'given' })).toMatchObject({ status: 422 })
  expect(await write({})).toMatchObject({ status: 200, body: { consents: [{ standing: 'asked' }] } })
  expect((await ready(g.id)).body.consentsWaiting).toMatchObject([
    { lineId: line.lineId, giver: 'parent-in-detention' },
  ])
  const to = (state: LineState, over: object = {}) =>
    w.as(lead)(moveLine, { params: line, body: { to: state, ...over } })
  const evidenceId = newId()
  const proof = { about: 'kinship' as const, standing: 'held' as const, text: 'Genetic test done, confirmed' }
  await w.as(lead)(writeEvidence, { params: { ...line, evidenceId }, body: proof })
  expect(await to('verified')).toMatchObject({ status: 200 })
  await write({ standing: 'refused', answeredOn: '2026-11-20' })
  expect(await to('consented', { reason: 'All the same' })).toMatchObject({
    body: { code: 'consent-refused' },
  })
  expect((await ready(g.id)).body.refusedConsents).toMatchObject([{ lineId: line.lineId }])
  expect(await to('other-basis', { basis: 'court-decision' })).toMatchObject({ status: 200 })
  expect((await ready(g.id)).body.refusedConsents).toEqual([])
})

test('each part of a file is open to whom its compartment is', async () => {
  const g = await ground()
  const line = { id: g.id, lineId: g.alone.line }
  const elsewhere = await w.agency()
  const doctor = await w.somebody('doctor', elsewhere)
  const officer = await w.somebody('receptionOfficer', elsewhere)
  expect(await w.as(doctor)(lineFile, { params: line })).toMatchObject({ status: 404 })
  for (const [who, duty] of [
    [doctor, 'doctor'],
    [officer, 'reception'],
  ] as const) {
    await w.as(lead)(addStaff, {
      params: g.params,
      body: { id: newId(), accountId: who.accountId, duty, until: '2199-01-01' },
    })
  }
  const needs = { needs: ['cold-medicine' as const], note: 'Keep below eight degrees' }
  expect(await w.as(lead)(writeNeeds, { params: line, body: needs })).toMatchObject({ status: 404 })
  expect(await w.as(doctor)(writeNeeds, { params: line, body: needs })).toMatchObject({ body: { needs } })
  expect(Object.keys((await w.as(doctor)(lineFile, { params: line })).body).sort()).toEqual(['care', 'needs'])
  expect(Object.keys((await w.as(officer)(lineFile, { params: line })).body).sort()).toEqual([
    'care',
    'evidence',
    'needs',
  ])
  expect(Object.keys((await w.as(lead)(lineFile, { params: line })).body).sort()).toEqual([
    'care',
    'consents',
    'evidence',
  ])
  // The lead prepares the vehicle by numbers.
  expect((await ready(g.id)).body.needs).toEqual([{ need: 'cold-medicine', people: 1 }])
})

test('checklists begin with what is usual, get owners, and are done once', async () => {
  const g = await ground()
  const reception = await w.somebody('receptionOfficer')
  await w.as(lead)(addStaff, {
    params: g.params,
    body: { id: newId(), accountId: reception.accountId, duty: 'reception', until: '2199-01-01' },
  })
  const begun = await w.as(lead)(addChecks, { params: g.params, body: {} })
  const again = await w.as(lead)(addChecks, { params: g.params, body: {} })
  expect(again.body.checks).toEqual(begun.body.checks)
  const rooms = begun.body.checks.find(one => one.code === 'rooms-by-family')
  expect(rooms).toMatchObject({ owner: { id: reception.accountId }, due: '2026-12-10' })
  const params = { id: g.id, checkId: rooms?.id ?? '' }
  const done = await w.as(reception)(doCheck, { params, body: { done: true } })
  expect(done.body.checks.find(one => one.id === rooms?.id)).toMatchObject({
    doneBy: { id: reception.accountId },
  })
  const own = {
    params: { id: g.id, checkId: newId() },
    body: { step: 'travel' as const, text: 'Toys on board' },
  }
  expect((await w.as(lead)(writeCheck, own)).body.checks.at(-1)).toMatchObject({ text: 'Toys on board' })
  const stranger = await w.somebody('operationLead', await w.agency())
  expect(await w.as(stranger)(doCheck, { params, body: { done: false } })).toMatchObject({ status: 404 })
})

test('afterwards: counted by sex and age, published beside it, and lessons that are about nobody', async () => {
  const g = await ground()
  const coordinator = await w.somebody('nationalCoordinator', await w.agency())
  const figure = {
    id: newId(),
    what: 'children' as const,
    value: { manner: 'exact' as const, value: 3 },
    source: 'Ministry of Foreign Affairs',
    url: 'https://example.org/news',
    saidOn: '2026-12',
  }
  const doctor = await w.somebody('receptionOfficer')
  expect((await w.as(doctor)(addPublished, { params: g.params, body: figure })).status).toBe(404)
  expect(await w.as(coordinator)(addPublished, { params: g.params, body: figure })).toMatchObject({
    status: 201,
  })
  const summed = await w.as(lead)(operationSummary, { params: g.params })
  expect(summed.body).toMatchObject({
    totals: { people: 3, children: 2 },
    countedHere: true,
    byAge: [{ group: '3-6' }, { group: '7-11' }, { group: '18-59', female: 1 }].filter(
      row => row.group !== '7-11' || summed.body.byAge.some(one => one.group === '7-11'),
    ),
    published: [{ what: 'children', value: { value: 3 } }],
  })
  const gone = { id: g.id, publishedId: figure.id }
  expect((await w.as(coordinator)(withdrawPublished, { params: gone, body: {} })).body.published).toEqual([])
  const lesson = (text: string) =>
    w.as(lead)(addLesson, { params: g.params, body: { id: newId(), step: 'travel', text } })
  expect(await lesson('Call the mother on +992 900 00 04 17')).toMatchObject({ status: 422 })
  expect((await lesson('Warm food before the bus')).body.lessons).toMatchObject([{ step: 'travel' }])
})

test('another state gets the least that it needs, and only of its own', async () => {
  const g = await ground()
  const guest = await g.put(1999, 'Айгуль', { forCountry: 'KG' })
  const carried = (country: string) => w.as(lead)(carriedPeople, { params: { id: g.id, country } })
  const rows = (await carried('KG')).body.rows
  expect(rows).toMatchObject([{ name: 'Баҳорзода Айгуль', head: false }])
  expect(Object.keys(rows[0] ?? {}).sort()).toEqual(['birth', 'head', 'name', 'otherNames', 'sex', 'state'])
  expect((await carried('UZ')).body.rows).toEqual([])
  expect(await carried('KZ')).toMatchObject({ status: 422 })
  expect((await ready(g.id)).body.carried).toEqual([{ country: 'KG', people: 1 }])
  expect(guest.line).toBeTruthy()
})

test('an erased person leaves the list, every version of it, and every word about the family', async () => {
  const g = await ground()
  const span = { fromAt: '2026-12-12T08:00:00Z', toAt: '2026-12-12T18:00:00Z', personId: g.mother.personId }
  const line = { id: g.id, lineId: g.alone.line }
  await w.as(lead)(writeCare, { params: line, body: { spans: [{ id: newId(), ...span }] } })
  const words = ['Қаласындабауыры', 'Консулғаайтқаны', 'Ажыратусебебі']
  const [proof = '', said = '', why = ''] = words
  await w.as(lead)(writeEvidence, {
    params: { ...line, evidenceId: newId() },
    body: { about: 'identity', standing: 'held', text: proof },
  })
  await w.as(lead)(writeConsent, {
    params: { ...line, consentId: newId() },
    body: { giver: 'self', standing: 'asked', askedOn: '2026-11-01', note: said },
  })
  const child = { id: g.id, lineId: g.child.line }
  await w.as(lead)(askDivision, {
    params: g.params,
    body: { id: newId(), familyId: g.familyId, at: 'bus', reason: why, endsAt: '2199-01-01T00:00:00Z' },
  })
  expect(await w.as(lead)(freezeList, { params: g.params, body: {} })).toMatchObject({ status: 200 })
  const tables = ['lines', 'line_steps', 'manifest_lines', 'evidence', 'consents', 'care', 'divisions']
  const everything = async () => {
    const parts: string[] = []
    for (const name of tables) {
      const { rows } = await w.admin.query<{ row: string }>(
        `select t::text as row from repatriation.${name} t`,
      )
      parts.push(...rows.map(({ row }) => row))
    }
    return parts.join()
  }
  const before = await everything()
  expect([...words, 'Нилуфар', g.alone.personId].filter(one => !before.includes(one))).toEqual([])
  const [one, other] = [await w.somebody('nationalCoordinator'), await w.somebody('nationalCoordinator')]
  for (const personId of [g.alone.personId, g.child.personId]) {
    const asked = await w.as(one)(askErasure, {
      params: { id: personId },
      body: { reason: 'Asked for by the family' },
    })
    const done = await w.as(other)(
      decideApproval,
      { params: { id: asked.body.approvalId }, body: { verdict: 'approved' } },
      { ifMatch: '"1"' },
    )
    expect(done).toMatchObject({ status: 200, body: { state: 'approved' } })
  }
  const after = await everything()
  const gone = [...words, g.alone.personId, g.child.personId]
  expect(gone.filter(word => after.includes(word))).toEqual([])
  const left = await w.admin.query('select 1 from repatriation.manifest_lines where line_id = any ($1)', [
    [line.lineId, child.lineId],
  ])
  expect(left.rowCount).toBe(0)
})
