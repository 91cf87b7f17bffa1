/**
 * Papers of work through the HTTP layer, opened as files. What a school, a clinic or a landlord may see names no operation, no camp
 * and no place; a row that mixes scripts reads from right to left where it has to.
 */
import { askExport, askPaper } from '@kerege/contract/exports/routes'
import { registerPerson } from '@kerege/contract/people/routes'
import {
  addLine,
  listPeopleOf,
  makeOperation,
  writeLeg,
} from '@kerege/contract/repatriation/operations/routes'
import { takeIn, writeRoom, writeSite } from '@kerege/contract/repatriation/reception/routes'
import { getDocumentProxy } from 'unpdf'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newId } from '../../../platform/ids.ts'
import { contact, draft } from '../../../testing/people.ts'
import { type Somebody, type World, world } from '../../../testing/world.ts'
import { paper, type PaperFormat, paperFormats, paperText } from '../testing/paper.ts'

let w: World
let lead: Somebody
let operationId: string
const secret = 'Operation Almond'
const camp = 'Camp of the Grey Hill'

async function person(over: object = {}) {
  const body = draft({ contact: contact(over) })
  expect((await w.as(lead)(registerPerson, { body })).status).toBe(201)
  return body.id
}

beforeAll(async () => {
  w = await world({ now: () => new Date('2026-11-24T05:00:00Z') })
  lead = await w.somebody('operationLead')
  operationId = newId()
  const made = await w.as(lead)(makeOperation, {
    body: { id: operationId, name: secret, fromCountry: 'SY' } as never,
  })
  expect(made.status).toBe(201)
  const leg = await w.as(lead)(writeLeg, {
    params: { id: operationId, legId: newId() },
    body: {
      ordinal: 1,
      kind: 'land',
      fromPlace: camp,
      toPlace: 'The airfield',
      vehicle: 'Bus 2',
      seats: 40,
    } as never,
  })
  expect(leg.status).toBeLessThan(300)
  const names = [
    { family: 'Көктемова', given: 'Әлия', script: 'Cyrl', use: 'usual', source: 'self' },
    { given: 'علي حسن', family: 'محمد', script: 'Arab', language: 'ar', use: 'official', source: 'passport' },
  ]
  const personId = await person({ names })
  const added = await w.as(lead)(addLine, {
    params: { id: operationId },
    body: { id: newId(), personId, bracelet: 'A-017' } as never,
  })
  expect(added.status).toBe(201)
})
afterAll(() => w.close())

const take = (of: string, query: Record<string, string>, format: PaperFormat) =>
  paper(w, lead, of, query, format, 'kk')

describe('a paper is refused', () => {
  const ask = (of: string, over: object = {}, who: Somebody | null = lead) =>
    w.as(who)(askPaper, {
      body: { of, format: 'pdf', query: { operationId }, reason: 'Because', ...over } as never,
    })
  test('to nobody, to a role that may not read what stands on it, and in another format', async () => {
    expect(await ask('people-list', {}, null)).toMatchObject({ status: 401 })
    expect(await ask('people-list', {}, await w.somebody('teacher'))).toMatchObject({ status: 403 })
    expect(await ask('people-list', { format: 'csv' })).toMatchObject({ status: 422 })
    expect(await ask('people-list', { query: { operationId: 'all' } })).toMatchObject({ status: 422 })
    expect(await ask('no-such-paper')).toMatchObject({ status: 422 })
    // A paper is no list, and a list no paper.
    expect(
      await w.as(lead)(askExport, {
        body: { of: 'people-list', format: 'xlsx', query: {}, reason: 'Because' },
      }),
    ).toMatchObject({ status: 422 })
    expect(
      await w.as(lead)(askExport, { body: { of: 'people', format: 'pdf', query: {}, reason: 'Because' } }),
    ).toMatchObject({ status: 422 })
  })
  test('of an operation of others like of none, and a second time', async () => {
    const other = await w.somebody('operationLead', await w.agency())
    for (const id of [operationId, newId()]) {
      const ticket = await ask('people-list', { query: { operationId: id } }, other)
      expect((await w.raw(ticket.body.url, {}, other)).status).toBe(404)
    }
    const ticket = await ask('people-list')
    const first = await w.raw(ticket.body.url, {}, lead)
    expect(first.status).toBe(200)
    // The ticket is used up with the last byte.
    await first.arrayBuffer()
    expect((await w.raw(ticket.body.url, {}, lead)).status).toBe(404)
  })
})

describe.each(paperFormats)('as %s', format => {
  test('the list and the arrival list have every spelling, and say whose copy it is', async () => {
    for (const name of ['people-list', 'arrival-list']) {
      const text = await paperText(await take(name, { operationId }, format), format)
      expect(text).toContain('Көктемова Әлия')
      expect(text).toContain('A-017')
      expect(text).toContain(secret)
      expect(text.replace(/\s/g, '')).toContain(format === 'docx' ? 'محمد' : 'A-017')
    }
  })

  test('cards name neither the operation nor a place', async () => {
    const text = await paperText(await take('cards', { operationId }, format), format)
    expect(text).toContain('A-017')
    for (const word of [secret, camp, 'SY', 'Сирия']) expect(text).not.toContain(word)
  })

  test('a room list names neither', async () => {
    const id = newId()
    await w.as(lead)(writeSite, { body: { id, name: 'House by the river', kind: 'other', area: 'KZ-75' } })
    const room = newId()
    await w.as(lead)(writeRoom, {
      params: { id },
      body: { id: room, name: 'Room 1', kind: 'room', places: 4 },
    })
    const list = await w.as(lead)(listPeopleOf, { params: { id: operationId } })
    const guest = format === 'pdf' ? (list.body.lines[0]?.personId ?? '') : await person()
    const taken = await w.as(lead)(takeIn, {
      params: { id },
      body: { beds: [{ id: newId(), personId: guest, roomId: room }] },
    })
    expect(taken.status).toBe(200)
    const text = await paperText(await take('room-list', { siteId: id }, format), format)
    expect(text).toContain('Room 1')
    expect(text).toContain('Көктемова Әлия')
    for (const word of [secret, camp, 'SY', 'Сирия']) expect(text).not.toContain(word)
  })
})

test('in a PDF Arabic words stand from right to left, each joined as it is written', async () => {
  const pdf = await getDocumentProxy(await take('people-list', { operationId }, 'pdf'))
  const { items } = await (await pdf.getPage(1)).getTextContent()
  const arabic = items.flatMap(one => ('str' in one && one.dir === 'rtl' ? [one.str] : []))
  // The reader goes by where the letters stand: in the wrong order the words would come out the other way round.
  expect(arabic.join(' ').normalize('NFKC')).toContain('محمد علي حسن')
})
