/** People abroad through the HTTP layer: refusals first, then the way of one person from a phone call to a list. */
import { askExport } from '@kerege/contract/exports/routes'
import { personHistory, registerPerson } from '@kerege/contract/people/routes'
import {
  abroadCounts,
  addAbroadEntry,
  countAbroad,
  getAbroad,
  listAbroad,
  openAbroad,
  personAbroad,
  putOnList,
  stepAbroad,
  takeBackAbroadEntry,
} from '@kerege/contract/repatriation/register/routes'
import type { AddEntry, EntryContent } from '@kerege/contract/repatriation/register/schema'
import { listPeopleOf, makeOperation, moveLine } from '@kerege/contract/repatriation/operations/routes'
import type { z } from 'zod'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newId } from '../../../platform/ids.ts'
import { contact, draft } from '../../../testing/people.ts'
import { type Somebody, type World, world } from '../../../testing/world.ts'

const now = new Date('2026-11-24T05:00:00Z')
let w: World
let consul: Somebody
beforeAll(async () => {
  w = await world({ now: () => now })
  consul = await w.somebody('consularOfficer')
})
afterAll(() => w.close())

async function person(who = consul, over: object = {}): Promise<string> {
  const body = draft({ contact: contact(over) })
  await w.as(who)(registerPerson, { body })
  return body.id
}
const source = { kind: 'source', from: 'relative', who: 'An aunt', reliability: 'likely' } as const
const place = {
  kind: 'whereabouts',
  country: 'SY',
  heldAs: 'camp',
  withWhom: 'with her mother',
  reliability: 'likely',
} as const
const open = (personId: string, who = consul, id = newId()) =>
  w.as(who)(openAbroad, { body: { id, personId, source, whereabouts: place, on: '2026-03-02' } })
async function abroad(over: object = {}, who = consul) {
  const made = await open(await person(who, over), who)
  expect(made.status).toBe(201)
  return made.body
}
const add = (id: string, content: EntryContent, over: Partial<z.input<typeof AddEntry>> = {}, who = consul) =>
  w.as(who)(addAbroadEntry, { params: { id }, body: { id: newId(), content, ...over } })
const step = (id: string, to: string, over: object = {}, who = consul) =>
  w.as(who)(stepAbroad, { params: { id }, body: { to, ...over } as never })

const found: EntryContent = {
  kind: 'evidence',
  proves: 'nationality',
  item: 'registry-record',
  standing: 'found',
}
const comes: EntryContent = { kind: 'wish', wish: 'return', toldTo: 'consul', alone: true, language: 'uz' }
const held: EntryContent = { kind: 'travel-paper', paper: 'return-certificate', standing: 'held' }

async function ready(over: object = {}) {
  const one = await abroad(over)
  for (const content of [found, comes, held]) expect((await add(one.id, content)).status).toBe(200)
  expect((await step(one.id, 'verified')).status).toBe(200)
  const reply = await step(one.id, 'ready')
  expect(reply.status).toBe(200)
  return reply.body
}

describe('people abroad are refused', () => {
  test('to nobody, to roles without the verb, and to another agency without a sign that they are there', async () => {
    const one = await abroad()
    expect(await w.as(null)(listAbroad, {})).toMatchObject({ status: 401 })
    const teacher = await w.somebody('teacher')
    await w.grant(teacher, one.personId, 'task')
    expect(await w.as(teacher)(getAbroad, { params: { id: one.id } })).toMatchObject({ status: 403 })
    const other = await w.somebody('consularOfficer', await w.agency())
    for (const id of [one.id, newId()]) {
      const answer = { status: 404, body: { code: 'not-found' } }
      expect(await w.as(other)(getAbroad, { params: { id } })).toMatchObject(answer)
      expect(await add(id, comes, {}, other)).toMatchObject(answer)
      expect(await step(id, 'lost', { reason: 'No word for years' }, other)).toMatchObject(answer)
    }
    expect((await w.as(other)(listAbroad, {})).body.rows).toEqual([])
    expect((await w.as(other)(countAbroad, {})).body.total).toBe(0)
    expect((await w.as(other)(abroadCounts, {})).body.cells).toEqual([])
    expect((await w.as(other)(personAbroad, { params: { id: one.personId } })).body.rows).toEqual([])
    // Its id is taken, and nobody learns that.
    expect(await open(await person(other), other, one.id)).toMatchObject({ status: 404 })
  })

  test('to who receives people: where they were is the journey, which reception does not read', async () => {
    const one = await abroad()
    const reception = await w.somebody('receptionOfficer')
    await w.grant(reception, one.personId, 'task')
    expect(await w.as(reception)(getAbroad, { params: { id: one.id } })).toMatchObject({ status: 404 })
    expect((await w.as(reception)(listAbroad, {})).body.rows).toEqual([])
  })

  test('twice, ahead of time, and of a place in the future', async () => {
    const one = await abroad()
    expect(await open(one.personId)).toMatchObject({ status: 409, body: { code: 'abroad-already' } })
    expect(await add(one.id, comes, { on: '2026-11-25' })).toMatchObject({
      status: 422,
      body: { faults: [{ pointer: '/on', code: 'in-the-future' }] },
    })
    expect(await step(one.id, 'lost', { reason: 'No word', on: '2026-03-01' })).toMatchObject({
      status: 422,
      body: { faults: [{ pointer: '/on', code: 'before-the-last' }] },
    })
  })

  test('a step before what it needs, and what is missing is named', async () => {
    const one = await abroad()
    expect(await step(one.id, 'ready')).toMatchObject({ status: 409, body: { code: 'abroad-cannot' } })
    expect(await step(one.id, 'verified')).toMatchObject({
      status: 409,
      body: { code: 'abroad-missing', missing: 'evidence' },
    })
    expect(await step(one.id, 'refused')).toMatchObject({
      status: 422,
      body: { faults: [{ pointer: '/reason', code: 'required' }] },
    })
  })

  test('more of a genetic test than its result and who keeps it', async () => {
    const one = await abroad()
    const test: EntryContent = {
      kind: 'evidence',
      proves: 'kinship',
      item: 'genetic-test',
      standing: 'found',
    }
    expect(await add(one.id, test)).toMatchObject({
      body: { faults: [{ pointer: '/content/custodian', code: 'required' }] },
    })
    expect(await add(one.id, { ...found, result: 'supports' } as EntryContent)).toMatchObject({
      body: { faults: [{ pointer: '/content/result', code: 'genetic-only' }] },
    })
    expect(await add(one.id, { ...test, markers: 'D3S1358 15' } as never)).toMatchObject({ status: 422 })
    const done = { ...test, result: 'supports', custodian: 'State laboratory' } as EntryContent
    expect((await add(one.id, done)).status).toBe(200)
  })
})

test('sent twice is written once', async () => {
  const id = newId()
  const personId = await person()
  expect((await open(personId, consul, id)).status).toBe(201)
  expect((await open(personId, consul, id)).body.entries).toHaveLength(2)
  const entry = newId()
  await add(id, comes, { id: entry })
  const again = await add(id, comes, { id: entry })
  expect(again.body.entries.filter(one => one.content.kind === 'wish')).toHaveLength(1)
  await step(id, 'lost', { reason: 'No word for a year' })
  expect((await step(id, 'lost', { reason: 'No word for a year' })).body.steps).toHaveLength(2)
})

test('a refusal is respected: nobody is reminded within three months, and nobody can be made ready', async () => {
  const one = await ready()
  const stays: EntryContent = { kind: 'wish', wish: 'stay', toldTo: 'icrc', alone: true }
  const said = await add(one.id, stays, { on: '2026-11-24' })
  expect(said.body.askAgainOn).toBe('2027-02-22')
  await step(one.id, 'verified', { reason: 'Does not wish to come now' })
  expect(await step(one.id, 'ready')).toMatchObject({
    status: 409,
    body: { code: 'abroad-missing', missing: 'not-refused' },
  })
  const due = await w.as(consul)(listAbroad, { query: { open: 'ask' } })
  expect(due.body.rows.map(row => row.id)).not.toContain(one.id)
})

test('a child with a parent held abroad waits for that parent, who may take the consent back', async () => {
  const child = { birth: { precision: 'year', year: 2019 } }
  const one = await ready(child)
  expect(one.ageGroup).toBe('3-6')
  await step(one.id, 'verified', { reason: 'The father was found' })
  const father = { kind: 'parent', parent: 'Father', heldIn: 'IQ', consent: 'given' } as const
  const given = await add(one.id, father)
  const entry = given.body.entries.at(-1)
  expect((await step(one.id, 'ready')).status).toBe(200)
  const withdrawn = await add(one.id, { ...father, consent: 'withdrawn' }, { replaces: entry?.id ?? '' })
  expect(withdrawn.body.consentOpen).toBe(true)
  expect(withdrawn.body.entries.find(e => e.id === entry?.id)).toHaveProperty('replacedBy')
  await step(one.id, 'verified', { reason: 'Consent withdrawn' })
  expect(await step(one.id, 'ready')).toMatchObject({
    body: { code: 'abroad-missing', missing: 'parent-consent' },
  })
})

test('what was said wrongly is taken back by who wrote it, and stays readable', async () => {
  const one = await abroad()
  const entry = (await add(one.id, found)).body.entries.at(-1)
  expect(entry).toMatchObject({ mayTakeBack: true })
  const take = (who: Somebody) =>
    w.as(who)(takeBackAbroadEntry, {
      params: { id: one.id, entryId: entry?.id ?? '' },
      body: { reason: 'About somebody else' },
    })
  const colleague = await w.somebody('consularOfficer')
  expect(await take(colleague)).toMatchObject({ status: 409, body: { code: 'abroad-entry-over' } })
  const taken = await take(consul)
  expect(taken.body.entries.find(e => e.id === entry?.id)).toMatchObject({
    takenBack: { reason: 'About somebody else' },
  })
  expect(await step(one.id, 'verified')).toMatchObject({ body: { code: 'abroad-missing' } })
  expect(await take(consul)).toMatchObject({ status: 409 })
})

test('kinship evidence lies in the history where kinship is read', async () => {
  const one = await abroad()
  await add(one.id, { ...found, proves: 'kinship' } as EntryContent)
  const history = await w.as(consul)(personHistory, { params: { id: one.personId } })
  expect(history.body.rows.map(row => row.compartment)).toContain('kinship')
})

test('lists and numbers agree with each other and with the filter', async () => {
  const agency = await w.agency()
  const own = await w.somebody('consularOfficer', agency)
  const girl = { sex: 'female', birth: { precision: 'year', year: 2016 } }
  await abroad(girl, own)
  await abroad(girl, own)
  const lost = await abroad({ sex: 'male', birth: { precision: 'unknown' } }, own)
  await step(lost.id, 'lost', { reason: 'The camp was closed' }, own)
  const counts = await w.as(own)(abroadCounts, {})
  expect(counts.body.cells).toEqual(
    expect.arrayContaining([
      { state: 'known', sex: 'female', ageGroup: '7-11', count: 2 },
      { state: 'lost', sex: 'male', ageGroup: 'unknown', count: 1 },
    ]),
  )
  for (const cell of counts.body.cells) {
    const query = { state: cell.state, sex: cell.sex, ageGroup: cell.ageGroup }
    expect((await w.as(own)(countAbroad, { query })).body.total).toBe(cell.count)
    expect((await w.as(own)(listAbroad, { query })).body.rows).toHaveLength(cell.count)
  }
  const first = await w.as(own)(listAbroad, { query: { limit: 2 } })
  const second = await w.as(own)(listAbroad, { query: { limit: 2, cursor: first.body.next ?? '' } })
  const ids = [...first.body.rows, ...second.body.rows].map(row => row.id)
  expect(new Set(ids).size).toBe(3)
})

test('whoever is ready is put on a list with their family, once', async () => {
  const lead = await w.somebody('operationLead')
  const one = await ready()
  const other = await abroad()
  const operation = await w.as(lead)(makeOperation, {
    body: { id: newId(), name: 'Spring', fromCountry: 'SY' } as never,
  })
  expect(operation.status).toBe(201)
  const operationId = operation.body.id
  const put = (ids: string[], who = lead) => w.as(who)(putOnList, { body: { operationId, ids } })
  expect(await put([one.id], consul)).toMatchObject({ status: 403 })
  expect(await put([one.id, other.id])).toMatchObject({ status: 409, body: { code: 'abroad-not-ready' } })
  expect((await put([one.id])).body).toEqual({ added: 1, already: 0 })
  expect((await put([one.id])).body).toEqual({ added: 0, already: 1 })
  const list = await w.as(lead)(listPeopleOf, { params: { id: operationId } })
  expect(list.body.lines.map(line => line.personId)).toEqual([one.personId])
  const seen = await w.as(lead)(getAbroad, { params: { id: one.id } })
  expect(seen.body.operations).toEqual([{ id: operationId, name: 'Spring' }])
  // Whoever is ticked off at home is abroad no longer.
  const lineId = list.body.lines[0]?.id ?? ''
  const moveTo = (to: string) =>
    w.as(lead)(moveLine, { params: { id: operationId, lineId }, body: { to, reason: 'As planned' } as never })
  for (const to of ['verified', 'consented', 'boarding', 'boarded', 'arrived']) {
    expect((await moveTo(to)).status, to).toBe(200)
  }
  const home = await w.as(lead)(getAbroad, { params: { id: one.id } })
  expect(home.body).toMatchObject({ state: 'travelled', version: seen.body.version + 1 })
  expect(home.body.steps.at(-1)).toMatchObject({ from: 'ready', to: 'travelled' })
})

test('the register leaves as a file without a line that somebody typed', async () => {
  const lead = await w.somebody('operationLead')
  await abroad()
  const ticket = await w.as(lead)(askExport, {
    body: { of: 'abroad', format: 'csv', reason: 'Planning of the spring', language: 'ru', query: {} },
  })
  const file = await (await w.raw(ticket.body.url, {}, lead)).text()
  expect(file).toContain('Сирия')
  expect(file).not.toContain('An aunt')
  expect(file).not.toContain('with her mother')
})
