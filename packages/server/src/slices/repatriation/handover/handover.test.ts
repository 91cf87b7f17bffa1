/** Handing over through the HTTP layer: refusals first, then a family from reception to the people who carry on. */
import { askPaper } from '@kerege/contract/exports/routes'
import { getCase } from '@kerege/contract/cases/routes'
import { decideApproval } from '@kerege/contract/approvals/routes'
import { addDocument } from '@kerege/contract/documents/routes'
import { mergePeople } from '@kerege/contract/people/duplicates/routes'
import { askErasure, getPerson, makeHousehold, registerPerson } from '@kerege/contract/people/routes'
import {
  getHandover,
  keepScan,
  handoverPlaces,
  makeHandover,
  personHandovers,
} from '@kerege/contract/repatriation/handover/routes'
import type { MakeHandover } from '@kerege/contract/repatriation/handover/schema'
import {
  addBelonging,
  askApart,
  moveBeds,
  personReception,
  takeIn,
  writeRoom,
  writeSite,
} from '@kerege/contract/repatriation/reception/routes'
import mammoth from 'mammoth'
import type { z } from 'zod'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newId } from '../../../platform/ids.ts'
import { contact, draft } from '../../../testing/people.ts'
import { type Somebody, type World, world } from '../../../testing/world.ts'

let w: World
let officer: Somebody
let lead: Somebody
let far: { agencyId: string; teamId: string }
let receiving: Somebody
beforeAll(async () => {
  w = await world()
  officer = await w.somebody('receptionOfficer')
  lead = await w.somebody('supervisor')
  far = await w.agency()
  receiving = await w.somebody('supervisor', far)
})
afterAll(() => w.close())

const grown = { birth: { precision: 'year', year: 1988 } } as const
async function person(over: object = {}, who = officer): Promise<string> {
  const body = draft({ contact: contact(over) })
  expect((await w.as(who)(registerPerson, { body })).status).toBe(201)
  return body.id
}
/** A mother and two children of one home. */
async function family() {
  const people = [await person(grown), await person(), await person()]
  const made = await w.as(officer)(makeHousehold, {
    body: {
      id: newId(),
      name: 'Булаковтар',
      members: people.map((personId, at) => ({ personId, role: at === 0 ? 'mother' : 'child' }) as const),
    },
  })
  expect(made.status).toBe(201)
  return people
}
async function beds(people: readonly string[]) {
  const id = newId()
  const site = { id, name: 'House by the river', kind: 'reception-centre', area: 'KZ-75' } as const
  expect((await w.as(officer)(writeSite, { body: site })).status).toBe(200)
  const taken = await w.as(officer)(takeIn, {
    params: { id },
    body: { beds: people.map(personId => ({ id: newId(), personId })) },
  })
  expect(taken.status).toBe(200)
}
type Draft = z.input<typeof MakeHandover>
const to = (people: readonly string[], over: Partial<Draft> = {}): Draft => ({
  id: newId(),
  people: [...people],
  to: 'relative',
  receiver: 'Grandmother Күнсұлу',
  reach: '+7 700 000 00 11',
  teamId: far.teamId,
  on: '2026-01-20',
  signedBy: 'К. Булакова',
  signedOn: '2026-01-20',
  ...over,
})
const hand = (body: Draft, who = officer) => w.as(who)(makeHandover, { body })
const of = (personId: string, who: Somebody) => w.as(who)(personHandovers, { params: { id: personId } })

describe('a handover is refused', () => {
  test('to nobody, to who does not work in reception, and of somebody who is not open', async () => {
    const people = [await person()]
    expect(await w.as(null)(makeHandover, { body: to(people) })).toMatchObject({ status: 401 })
    expect(await hand(to(people), lead)).toMatchObject({ status: 403, body: { code: 'not-allowed' } })
    const other = await w.somebody('receptionOfficer', await w.agency())
    for (const one of [people, [newId()]]) {
      expect(await hand(to(one), other)).toMatchObject({ status: 404, body: { code: 'not-found' } })
    }
    expect((await of(people[0] ?? '', lead)).body.rows).toEqual([])
  })

  test('with all faults at once: no receiver, a day ahead, somebody else’s things', async () => {
    const people = [await person()]
    const { receiver: _, reach: __, ...without } = to(people)
    const reply = await hand({
      ...without,
      on: '2199-01-01',
      items: [{ id: newId(), personId: newId(), kind: 'paper', what: 'Birth certificate' }],
    })
    expect(reply.status).toBe(422)
    expect((reply.body as unknown as { faults: unknown }).faults).toEqual([
      { pointer: '/on', code: 'in-the-future' },
      { pointer: '/receiver', code: 'required' },
      { pointer: '/reach', code: 'required' },
      { pointer: '/items/0/personId', code: 'not-found' },
    ])
  })

  test('of a child, or of somebody of unknown age, to nobody', async () => {
    for (const over of [{}, { birth: { precision: 'unknown' } }]) {
      expect(await hand(to([await person(over)], { to: 'self' }))).toMatchObject({
        status: 422,
        body: { faults: [{ pointer: '/to', code: 'child-needs-carer' }] },
      })
    }
    expect((await hand(to([await person(grown)], { to: 'self' }))).status).toBe(201)
  })

  test('of a part of a family that came together', async () => {
    const people = await family()
    await beds(people)
    expect(await hand(to(people.slice(0, 2)))).toMatchObject({
      status: 409,
      body: { code: 'family-divided' },
    })
    // Nothing of it was done.
    const { stays } = (await w.as(officer)(personReception, { params: { id: people[0] ?? '' } })).body
    expect(stays).toMatchObject([{ site: 'House by the river' }])
    expect(stays[0]?.ended).toBeUndefined()
    expect((await of(people[0] ?? '', officer)).body.rows).toEqual([])
  })
})

test('a home without an operation is divided with a reason, an end and a second person', async () => {
  const people = await family()
  await beds(people)
  const [, , child = ''] = people
  const home = (await w.as(officer)(getPerson, { params: { id: child } })).body.kinship?.household?.id ?? ''
  const ask = (over: object = {}, who = officer) =>
    w.as(who)(askApart, {
      body: {
        id: newId(),
        partyId: home,
        at: 'handover',
        reason: 'The eldest goes to school at once',
        endsAt: '2199-01-01T00:00:00Z',
        ...over,
      },
    })
  expect(await ask({}, receiving)).toMatchObject({ status: 403 })
  const stranger = await w.somebody('receptionOfficer', await w.agency())
  for (const partyId of [home, newId()]) {
    expect(await ask({ partyId }, stranger)).toMatchObject({ status: 404, body: { code: 'not-found' } })
  }
  expect(await ask({ endsAt: '2001-01-01T00:00:00Z' })).toMatchObject({ status: 422 })
  const asked = await ask()
  expect(asked.status).toBe(201)
  // Asked is not agreed, and who asked does not agree.
  expect(await hand(to([child]))).toMatchObject({ status: 409, body: { code: 'family-divided' } })
  const { rows } = await w.admin.query('select approval_id from repatriation.divisions where id = $1', [
    asked.body.id,
  ])
  const decide = (who: Somebody) =>
    w.as(who)(
      decideApproval,
      { params: { id: rows[0].approval_id }, body: { verdict: 'approved' } },
      { ifMatch: '"1"' },
    )
  expect((await decide(officer)).status).toBe(403)
  expect((await decide(lead)).status).toBe(200)
  expect((await hand(to([child]))).status).toBe(201)
})

test('a home without an operation sleeps apart with the word of two, and only in rooms', async () => {
  const people = await family()
  await beds(people)
  const [mother = '', , child = ''] = people
  const { stays } = (await w.as(officer)(personReception, { params: { id: child } })).body
  const room = { id: newId(), name: 'Ward 1', kind: 'ward', places: 2 } as const
  const house = { id: stays[0]?.siteId ?? '' }
  expect((await w.as(officer)(writeRoom, { params: house, body: room })).status).toBe(200)
  const move = () =>
    w.as(officer)(moveBeds, {
      params: house,
      body: { beds: [{ id: newId(), stayId: stays[0]?.id ?? '', roomId: room.id }] },
    })
  expect(await move()).toMatchObject({ status: 409, body: { code: 'family-divided' } })
  const home = (await w.as(officer)(getPerson, { params: { id: mother } })).body.kinship?.household?.id ?? ''
  const id = newId()
  await w.as(officer)(askApart, {
    body: { id, partyId: home, at: 'room', reason: 'Measles', endsAt: '2199-01-01T00:00:00Z' },
  })
  const { rows } = await w.admin.query('select approval_id from repatriation.divisions where id = $1', [id])
  const params = { id: rows[0].approval_id }
  const agreed = await w.as(lead)(
    decideApproval,
    { params, body: { verdict: 'approved' } },
    { ifMatch: '"1"' },
  )
  expect(agreed.status).toBe(200)
  expect((await move()).status).toBe(200)
  expect(await hand(to([child]))).toMatchObject({ status: 409, body: { code: 'family-divided' } })
})

test('what was said of a home that is divided goes with whoever of it is erased', async () => {
  const people = await family()
  await beds(people)
  const [mother = '', child = ''] = people
  const home = (await w.as(officer)(getPerson, { params: { id: mother } })).body.kinship?.household?.id ?? ''
  const id = newId()
  const asked = await w.as(officer)(askApart, {
    body: {
      id,
      partyId: home,
      at: 'room',
      reason: 'The youngest has measles',
      endsAt: '2199-01-01T00:00:00Z',
    },
  })
  expect(asked.status).toBe(201)
  const kept = async () =>
    (await w.admin.query('select d::text as text, reason from repatriation.divisions d where id = $1', [id]))
      .rows[0]
  expect((await kept()).reason).toBe('The youngest has measles')
  const [one, other] = [await w.somebody('nationalCoordinator'), await w.somebody('nationalCoordinator')]
  const body = { reason: 'Asked for by the family' }
  const { approvalId } = (await w.as(one)(askErasure, { params: { id: child }, body })).body
  const done = await w.as(other)(
    decideApproval,
    { params: { id: approvalId }, body: { verdict: 'approved' } },
    { ifMatch: '"1"' },
  )
  expect(done.status).toBe(200)
  // That two people said so stays; why, which is about the child, does not.
  expect(await kept()).toMatchObject({ reason: null })
  expect((await kept()).text).not.toContain('measles')
})

describe('a family that is handed over', () => {
  test('has somebody who works with it, and reception has it no longer', async () => {
    const people = await family()
    const [mother = '', child = ''] = people
    await beds(people)
    const kept = { id: newId(), what: 'Blue suitcase' }
    expect((await w.as(officer)(addBelonging, { params: { id: mother }, body: kept })).status).toBe(200)
    const places = (await w.as(officer)(handoverPlaces, {})).body.rows
    expect(places.map(row => row.teamId)).toContain(far.teamId)
    const body = to(people, {
      belongings: true,
      items: [
        { id: newId(), personId: child, kind: 'medicine', what: 'Inhaler, twice a day' },
        { id: newId(), personId: child, kind: 'paper', what: 'Birth certificate' },
      ],
    })
    expect(await hand(body)).toMatchObject({ status: 201, body: { id: body.id, people: 3 } })
    // Sent again, it is answered as it is.
    expect((await hand(body)).body).toEqual({ id: body.id, people: 3 })

    for (const id of people) {
      expect(await w.as(officer)(getPerson, { params: { id } })).toMatchObject({ status: 404 })
      const [row] = (await of(id, receiving)).body.rows
      expect(row).toMatchObject({
        id: body.id,
        to: 'relative',
        receiver: 'Grandmother Күнсұлу',
        signedBy: 'К. Булакова',
        count: 3,
      })
    }
    const seen = (await w.as(receiving)(getHandover, { params: { id: body.id } })).body
    const one = seen.people.find(person => person.id === child)
    expect(one?.items.map(item => item.kind).sort()).toEqual(['medicine', 'paper'])
    expect((await w.as(receiving)(getCase, { params: { id: one?.caseId ?? '' } })).body).toMatchObject({
      state: 'arrived',
      personId: child,
      team: { id: far.teamId },
      origins: [{ origin: 'handover' }],
    })
    // The signed agreement is a document of one of them, and no document of somebody else.
    const keep = (documentId: string, who = receiving) =>
      w.as(who)(keepScan, { params: { id: body.id }, body: { documentId } })
    const scan = async (subjectId: string, who = receiving) => {
      const id = newId()
      const document = {
        id,
        versionId: newId(),
        subjectId,
        compartment: 'contact',
        name: 'paper.jpg',
      } as const
      const added = await w.as(who)(addDocument, { body: { ...document, mediaType: 'image/jpeg' } })
      expect(added.status).toBe(201)
      return id
    }
    const strange = await scan(await person({}, receiving))
    expect(await keep(strange)).toMatchObject({ status: 404, body: { code: 'not-found' } })
    const theirs = await scan(child)
    expect(await keep(theirs, officer)).toMatchObject({ status: 404 })
    expect((await keep(theirs)).body).toMatchObject({ scan: { documentId: theirs, personId: child } })
    const known = (await w.as(officer)(getHandover, { params: { id: body.id } })).body
    expect(known.scan?.at).toBeDefined()
    expect(known.scan).not.toHaveProperty('documentId')
    expect(known.mayScan).toBe(false)
    // Its note goes home with the family: names, and nothing that says where they slept or came from.
    const ticket = await w.as(receiving)(askPaper, {
      body: {
        of: 'handover-note',
        format: 'docx',
        query: { handoverId: body.id },
        reason: 'To sign',
        language: 'ru',
      },
    })
    const note = await (await w.raw(ticket.body.url, {}, receiving)).arrayBuffer()
    const { value } = await mammoth.extractRawText({ buffer: Buffer.from(note) })
    expect(value).toContain('Акт передачи')
    expect(value).toContain('Көктемова Әлия')
    for (const word of ['House by the river', 'SY', 'Сирия']) expect(value).not.toContain(word)
    // Who handed over keeps the sheet: to whom, how many, who signed; and nobody's name.
    expect((await w.as(officer)(getHandover, { params: { id: body.id } })).body).toMatchObject({
      people: [],
      count: 3,
    })
    const rest = await w.admin.query<{ open: number; kept: number }>(
      `select (select count(*)::int from repatriation.stays where person_id = any ($1) and to_at is null) as open,
        (select count(*)::int from repatriation.belongings where person_id = any ($1) and given_back_on is null) as kept`,
      [people],
    )
    expect(rest.rows).toEqual([{ open: 0, kept: 0 }])
  })

  test('is off the list of its operation, which knows it as handed over', async () => {
    const people = [await person(grown), await person()]
    const operation = newId()
    const household = newId()
    await w.admin.query(
      `insert into repatriation.operations (id, agency_id, name, from_country, created_by, created_at, updated_at)
       values ($1, $2, 'Spring', 'XX', $3, now(), now())`,
      [operation, w.agencyId, officer.accountId],
    )
    await w.admin.query(
      `insert into repatriation.families (id, operation_id, name, created_at) values ($1, $2, 'Family', now())`,
      [household, operation],
    )
    await w.admin.query(
      `insert into repatriation.staff (id, operation_id, account_id, duty, until, added_by, added_at)
       values ($1, $2, $3, 'reception', current_date + 30, $3, now())`,
      [newId(), operation, officer.accountId],
    )
    const lines = people.map(personId => ({ id: newId(), personId }))
    for (const { id, personId } of lines) {
      await w.admin.query(
        `insert into repatriation.lines (id, operation_id, person_id, family_id, created_by, created_at, updated_at)
         values ($1, $2, $3, $4, $5, now(), now())`,
        [id, operation, personId, household, officer.accountId],
      )
      for (const [at, state] of ['added-at-door', 'arrived'].entries())
        await w.admin.query(
          `insert into repatriation.line_steps (id, line_id, number, from_state, to_state, at, actor_id)
           values ($1, $2, $3, $4, $5, now(), $6)`,
          [newId(), id, at + 1, at === 0 ? null : 'added-at-door', state, officer.accountId],
        )
    }
    expect(await hand(to(people.slice(0, 1), { to: 'self' }))).toMatchObject({
      status: 409,
      body: { code: 'family-divided' },
    })
    expect((await hand(to(people))).status).toBe(201)
    const left = await w.admin.query<{ state: string }>(
      'select state from repatriation.lines where operation_id = $1',
      [operation],
    )
    expect(left.rows.map(row => row.state)).toEqual(['handed-over', 'handed-over'])
    // The case knows of the operation, and tells it to whom the journey is open.
    const [row] = (await of(people[0] ?? '', receiving)).body.rows
    const opened = await w.as(receiving)(getCase, { params: { id: row?.people[0]?.caseId ?? '' } })
    expect(opened.body.origins).toMatchObject([{ origin: 'handover', operationId: operation }])
  })

  test('is told to nobody else who may open the daily section', async () => {
    const people = [await person(grown)]
    await hand(to(people, { to: 'self' }))
    const teacher = await w.somebody('teacher')
    await w.grant(teacher, people[0] ?? '', 'task')
    const rows = await of(people[0] ?? '', teacher)
    expect(rows).toMatchObject({ status: 200, body: { rows: [] } })
    const [made] = (await of(people[0] ?? '', receiving)).body.rows
    for (const id of [made?.id ?? '', newId()]) {
      expect(await w.as(teacher)(getHandover, { params: { id } })).toMatchObject({ status: 404 })
    }
    // A coordinator reads neither health nor the journey.
    const coordinator = await w.somebody('nationalCoordinator')
    expect((await of(people[0] ?? '', coordinator)).body.rows).toHaveLength(1)
  })

  test('a child who never travelled, whose guardian was detained', async () => {
    const child = await person()
    const grandmother = await person(grown)
    const body = to([child], { to: 'guardian', receiverId: grandmother, origin: 'guardian-detained' })
    expect((await hand(body)).status).toBe(201)
    const [row] = (await of(child, receiving)).body.rows
    const opened = await w.as(receiving)(getCase, { params: { id: row?.people[0]?.caseId ?? '' } })
    expect(opened.body.origins).toMatchObject([{ origin: 'guardian-detained' }])
    // The grandmother stands elsewhere: the receiving team reads what was written, no name of hers.
    expect(row?.receiverId).toBeUndefined()
  })

  test('a receiver cannot be one of those who are handed over', async () => {
    const child = await person()
    expect(await hand(to([child], { receiverId: child }))).toMatchObject({
      status: 422,
      body: { faults: [{ pointer: '/receiverId', code: 'not-found' }] },
    })
  })
})

describe('afterwards', () => {
  test('two records of one person keep one handover', async () => {
    const receiver = await w.somebody('receptionOfficer')
    const [one, other] = [await person({}, receiver), await person({}, receiver)]
    for (const id of [one, other])
      expect((await hand(to([id], { teamId: w.teamId }), receiver)).status).toBe(201)
    const body = { id: newId(), stays: one, staysVersion: 1, joins: other, joinsVersion: 1, choices: {} }
    const merged = await w.as(lead)(mergePeople, { body: { ...body, reason: 'The same papers' } })
    expect(merged.status).toBe(201)
    expect((await of(one, lead)).body.rows).toHaveLength(2)
  })

  test('an erased person leaves no handover about nobody, an erased receiver no signature', async () => {
    const [child, grandmother] = [await person(), await person(grown)]
    const body = to([child], { teamId: w.teamId, receiverId: grandmother })
    expect((await hand(body)).status).toBe(201)
    const erase = async (id: string) => {
      const asked = await w.as(lead)(askErasure, { params: { id }, body: { reason: 'The family asks' } })
      const decided = await w.as(await w.somebody('supervisor'))(
        decideApproval,
        { params: { id: asked.body.approvalId }, body: { verdict: 'approved' } },
        { ifMatch: '"1"' },
      )
      expect(decided.status).toBe(200)
    }
    await erase(grandmother)
    const [left] = (await of(child, lead)).body.rows
    expect(left?.id).toBe(body.id)
    expect(JSON.stringify(left)).not.toContain('Булакова')
    expect(JSON.stringify(left)).not.toContain('000 00 11')
    await erase(child)
    for (const [table, column] of [
      ['handovers', 'id'],
      ['handover_people', 'handover_id'],
      ['handover_items', 'handover_id'],
    ]) {
      const rows = await w.admin.query(`select 1 from repatriation.${table} where ${column} = $1`, [body.id])
      expect([table, rows.rowCount]).toEqual([table, 0])
    }
  })
})
