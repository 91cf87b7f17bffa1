/** Reception through the HTTP layer: refusals first, then a family from the bus to its beds. */
import { makeHousehold, registerPerson } from '@kerege/contract/people/routes'
import {
  addBelonging,
  addTriage,
  endStay,
  getSite,
  giveBack,
  listSites,
  moveBeds,
  personReception,
  setInterpreter,
  takeIn,
  writeRoom,
  writeSite,
} from '@kerege/contract/repatriation/reception/routes'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newId } from '../../../platform/ids.ts'
import { contact, draft } from '../../../testing/people.ts'
import { type Somebody, type World, world } from '../../../testing/world.ts'

let now = new Date('2026-11-24T05:00:00Z')
let w: World
let officer: Somebody
beforeAll(async () => {
  w = await world({ now: () => now })
  officer = await w.somebody('receptionOfficer')
})
afterAll(() => w.close())

async function person(over: object = {}, who = officer): Promise<string> {
  const body = draft({ contact: contact(over) })
  expect((await w.as(who)(registerPerson, { body })).status).toBe(201)
  return body.id
}

async function house(rooms: readonly number[] = [4, 2], who = officer) {
  const id = newId()
  const made = await w.as(who)(writeSite, {
    body: { id, name: 'House by the river', kind: 'reception-centre', area: 'KZ-75' },
  })
  expect(made.status).toBe(200)
  const ids: string[] = []
  for (const [at, places] of rooms.entries()) {
    const room = newId()
    ids.push(room)
    const reply = await w.as(who)(writeRoom, {
      params: { id },
      body: { id: room, name: `Room ${at + 1}`, kind: 'room', places },
    })
    expect(reply.status).toBe(200)
  }
  return { id, rooms: ids }
}
const bed = (personId: string, roomId?: string, id = newId()) => ({
  id,
  personId,
  ...(roomId ? { roomId } : {}),
})
const into = (id: string, beds: ReturnType<typeof bed>[], who = officer, on?: string) =>
  w.as(who)(takeIn, { params: { id }, body: { beds, ...(on ? { on } : {}) } })

describe('reception is refused', () => {
  test('to nobody, to who may not work there, and to another agency without a sign', async () => {
    const { id } = await house()
    const guest = await person()
    expect(await w.as(null)(listSites, {})).toMatchObject({ status: 401 })
    const teacher = await w.somebody('teacher')
    expect(await w.as(teacher)(getSite, { params: { id } })).toMatchObject({ status: 403 })
    const other = await w.somebody('receptionOfficer', await w.agency())
    for (const one of [id, newId()]) {
      expect(await w.as(other)(getSite, { params: { id: one } })).toMatchObject({ status: 404 })
      expect(await into(one, [bed(guest)], other)).toMatchObject({ status: 404 })
    }
    expect((await w.as(other)(listSites, {})).body.rows).toEqual([])
    expect(await w.as(other)(personReception, { params: { id: guest } })).toMatchObject({ status: 404 })
  })

  test('of somebody whose file is not open, in a house of one’s own', async () => {
    const agency = await w.agency()
    const other = await w.somebody('receptionOfficer', agency)
    const { id } = await house([4], other)
    const guest = await person()
    expect(await into(id, [bed(guest)], other)).toMatchObject({ status: 404 })
    expect((await w.as(other)(getSite, { params: { id } })).body.taken).toBe(0)
  })

  test('in two beds, in a full room, in a closed house, on a day ahead', async () => {
    const { id, rooms } = await house([1])
    const [one, other] = [await person(), await person()]
    expect(await into(id, [bed(one, rooms[0]), bed(other, rooms[0])])).toMatchObject({
      status: 409,
      body: { code: 'room-full', room: 'Room 1' },
    })
    expect(await into(id, [bed(one, rooms[0])], officer, '2026-11-25')).toMatchObject({ status: 422 })
    expect((await into(id, [bed(one, rooms[0])])).status).toBe(200)
    expect(await into(id, [bed(one)])).toMatchObject({ status: 409, body: { code: 'person-has-bed' } })
    const smaller = { id: rooms[0] ?? '', name: 'Room 1', kind: 'room' as const, places: 1, closed: true }
    expect(await w.as(officer)(writeRoom, { params: { id }, body: smaller })).toMatchObject({
      body: { code: 'room-not-empty' },
    })
    const close = { id, name: 'House', kind: 'reception-centre' as const, area: 'KZ-75', closed: true }
    expect(await w.as(officer)(writeSite, { body: close })).toMatchObject({
      body: { code: 'house-not-empty' },
    })
    const empty = await house([2])
    await w.as(officer)(writeSite, { body: { ...close, id: empty.id } })
    expect(await into(empty.id, [bed(other)])).toMatchObject({ body: { code: 'house-closed' } })
  })

  test('what somebody needs, to who cannot write that section', async () => {
    const guest = await person()
    const needs = (kind: 'medical' | 'psychosocial', who: Somebody) =>
      w.as(who)(addTriage, {
        params: { id: guest },
        body: { id: newId(), kind, urgency: 'today', needs: [] } as never,
      })
    expect(await needs('psychosocial', officer)).toMatchObject({ status: 404 })
    const psychologist = await w.somebody('psychologist')
    expect(await needs('psychosocial', psychologist)).toMatchObject({ status: 404 })
    await w.grant(psychologist, guest, 'task')
    expect(await needs('psychosocial', psychologist)).toMatchObject({ status: 200 })
    expect(await needs('medical', psychologist)).toMatchObject({ status: 404 })
    // Reception sees what the doctor wrote, and nothing of what was told to the psychologist.
    const seen = await w.as(officer)(personReception, { params: { id: guest } })
    expect(seen.body).toMatchObject({ triage: [], mayTriage: ['medical'] })
  })
})

describe('a family', () => {
  async function family(size: number) {
    const ids: string[] = []
    for (let at = 0; at < size; at += 1) {
      ids.push(await person(at === 0 ? { birth: { precision: 'year', year: 1990 } } : {}))
    }
    const [first = '', ...rest] = ids
    const made = await w.as(officer)(makeHousehold, {
      body: {
        id: newId(),
        name: 'Family of the third bus',
        members: [
          { personId: first, role: 'mother' },
          ...rest.map(personId => ({ personId, role: 'child' })),
        ],
      } as never,
    })
    expect(made.status).toBe(201)
    return ids
  }

  test('is not half in a room and half in another', async () => {
    const { id, rooms } = await house([2, 2])
    const [mother = '', child = ''] = await family(2)
    const apart = await into(id, [bed(mother, rooms[0]), bed(child, rooms[1])])
    expect(apart).toMatchObject({ status: 409, body: { code: 'family-divided' } })
    expect((await w.as(officer)(getSite, { params: { id } })).body.taken).toBe(0)
    const whole = await into(id, [bed(mother, rooms[0]), bed(child, rooms[0])])
    expect(whole.status).toBe(200)
    const stays = whole.body.stays
    const move = (beds: object[]) => w.as(officer)(moveBeds, { params: { id }, body: { beds } as never })
    const one = stays.find(stay => stay.guest.personId === child)
    expect(await move([{ id: newId(), stayId: one?.id, roomId: rooms[1] }])).toMatchObject({
      body: { code: 'family-divided' },
    })
    // A room of no house is a fault of the form, not of the node.
    const nowhere = stays.map(stay => ({ id: newId(), stayId: stay.id, roomId: newId() }))
    expect(await move(nowhere)).toMatchObject({ status: 422 })
    const again = stays.map(stay => ({ id: newId(), stayId: stay.id, roomId: rooms[1] }))
    const moved = await move(again)
    expect(moved.body.rooms.map(room => room.taken)).toEqual([0, 2])
    // Sent again, it changes nothing.
    expect((await move(again)).body.stays.map(stay => stay.id).sort()).toEqual(again.map(b => b.id).sort())
  })

  test('keeps its day of arrival when it moves to another room, and is shown when it is long', async () => {
    const { id, rooms } = await house([2, 2])
    const guest = await person()
    const taken = await into(id, [bed(guest, rooms[0])], officer, '2026-10-01')
    const stay = taken.body.stays[0]
    expect(stay).toMatchObject({ since: '2026-10-01', day: 55 })
    const moved = await w.as(officer)(moveBeds, {
      params: { id },
      body: { beds: [{ id: newId(), stayId: stay?.id ?? '', roomId: rooms[1] ?? '' }] },
    })
    expect(moved.body.stays[0]).toMatchObject({ since: '2026-10-01', roomId: rooms[1] })
    const usual = moved.body.usualDays
    expect(moved.body.stays[0]?.long).toBe(usual !== undefined && 55 > usual.to)
  })
})

test('belongings are kept and given back once, with the name of who signed', async () => {
  const guest = await person()
  const id = newId()
  const kept = await w.as(officer)(addBelonging, {
    params: { id: guest },
    body: { id, what: 'Blue suitcase', where: 'Shelf 4' },
  })
  expect(kept.body.belongings).toMatchObject([{ what: 'Blue suitcase', where: 'Shelf 4' }])
  const back = () =>
    w.as(officer)(giveBack, { params: { id: guest, belongingId: id }, body: { to: 'Her aunt' } })
  expect((await back()).body.belongings[0]?.givenBack).toMatchObject({ on: '2026-11-24', to: 'Her aunt' })
  expect(await back()).toMatchObject({ status: 409, body: { code: 'belonging-given-back' } })
})

test('an interpreter is named for a guest, and goes with the bed', async () => {
  const { id, rooms } = await house([2])
  const guest = await person()
  const stay = (await into(id, [bed(guest, rooms[0])])).body.stays[0]
  const set = await w.as(officer)(setInterpreter, {
    params: { id: stay?.id ?? '' },
    body: { language: 'ar', name: 'From the consulate' },
  })
  expect(set.status).toBe(200)
  const site = await w.as(officer)(getSite, { params: { id } })
  expect(site.body.stays[0]?.interpreter).toEqual({ language: 'ar', name: 'From the consulate' })
})

test('who leaves has no bed, and the reason is asked where it is no handover', async () => {
  now = new Date('2026-11-26T05:00:00Z')
  const { id } = await house([2])
  const guest = await person()
  const stay = (await into(id, [bed(guest)])).body.stays[0]
  const leave = (body: object) =>
    w.as(officer)(endStay, { params: { id: stay?.id ?? '' }, body: body as never })
  expect(await leave({ why: 'left' })).toMatchObject({ status: 422 })
  expect((await leave({ why: 'left', reason: 'Went to her sister' })).status).toBe(200)
  expect((await leave({ why: 'left', reason: 'Went to her sister' })).status).toBe(200)
  const seen = await w.as(officer)(personReception, { params: { id: guest } })
  expect(seen.body.stays).toMatchObject([{ site: 'House by the river', ended: 'left' }])
  expect((await w.as(officer)(getSite, { params: { id } })).body.taken).toBe(0)
})
