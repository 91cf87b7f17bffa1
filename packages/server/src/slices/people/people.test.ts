import {
  getPerson,
  listPeople,
  registerPerson,
  changeSection,
  searchPeople,
  personHistory,
} from '@kerege/contract/people/routes'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { contact, cyrillicName, draft } from '../../testing/people.ts'
import { type World, world } from '../../testing/world.ts'
import { newId } from '../../platform/ids.ts'

let w: World
beforeAll(async () => {
  w = await world()
})
afterAll(() => w.close())

describe('the register refuses', () => {
  test('somebody who is not signed in', async () => {
    expect(await w.as(null)(listPeople, {})).toMatchObject({ status: 401, body: { code: 'not-signed-in' } })
  })

  test('a role without the verb', async () => {
    const teacher = await w.somebody('teacher')
    expect(await w.as(teacher)(registerPerson, { body: draft() })).toMatchObject({
      status: 403,
      body: { code: 'not-allowed' },
    })
  })

  test('a stranger and somebody who does not exist alike', async () => {
    const worker = await w.somebody('caseManager')
    const other = await w.somebody('caseManager', await w.agency())
    const person = draft()
    await w.as(worker)(registerPerson, { body: person })
    const strange = await w.as(other)(getPerson, { params: { id: person.id } })
    const absent = await w.as(other)(getPerson, { params: { id: newId() } })
    const malformed = await w.as(other)(getPerson, { params: { id: 'nobody' } })
    const bare = (reply: { status: number; body: object }) => ({
      ...reply,
      body: { ...reply.body, reference: '' },
    })
    expect(strange).toMatchObject({ status: 404, body: { code: 'not-found' } })
    expect(bare(strange)).toEqual(bare(absent))
    expect(bare(strange)).toEqual(bare(malformed))
  })

  test('a form with faults, all of them at once', async () => {
    const worker = await w.somebody('caseManager')
    const body = { ...draft(), area: 'nowhere', contact: { ...contact(), names: [], sex: 'x' } }
    const reply = await w.as(worker)(registerPerson, { body: body as never })
    expect(reply.status).toBe(422)
    expect(
      (reply.body as unknown as { faults: { pointer: string }[] }).faults.map(fault => fault.pointer),
    ).toEqual(expect.arrayContaining(['/area', '/contact/names', '/contact/sex']))
  })

  test('a birth in the future', async () => {
    const worker = await w.somebody('caseManager')
    const body = draft({ contact: contact({ birth: { precision: 'year', year: 2071 } }) })
    expect(await w.as(worker)(registerPerson, { body })).toMatchObject({
      status: 422,
      body: { faults: [{ code: 'birth-in-future' }] },
    })
  })
})

describe('a person on the register', () => {
  test('is registered, read, changed and found, and the change is kept', async () => {
    const worker = await w.somebody('caseManager')
    const as = w.as(worker)
    const body = draft({ contact: contact({ names: [cyrillicName('Самалова', 'Меруерт')] }) })
    expect(await as(registerPerson, { body })).toMatchObject({
      status: 201,
      etag: '"1"',
      body: { id: body.id },
    })

    const section = contact({ names: [cyrillicName('Самалова', 'Меруерт', 'Сейітқызы')] })
    const change = {
      params: { id: body.id, section: 'contact' as const },
      body: { section, kind: 'correction' as const, reason: 'The certificate has a patronymic' },
    }
    expect(await as(changeSection, change)).toMatchObject({ status: 428 })
    expect(await as(changeSection, change, { ifMatch: '"1"' })).toMatchObject({ status: 200, etag: '"2"' })
    expect(await as(changeSection, change, { ifMatch: '"1"' })).toMatchObject({
      status: 412,
      body: { code: 'stale-version' },
    })

    const history = await as(personHistory, { params: { id: body.id } })
    expect(history.body.rows).toMatchObject([
      { kind: 'correction', reason: 'The certificate has a patronymic', changes: [{ field: 'names' }] },
      { kind: 'created' },
    ])
    const found = await as(searchPeople, { body: { q: 'meruert samalova' } })
    expect(found.body.rows[0]).toMatchObject({ id: body.id, label: 'Самалова Меруерт Сейітқызы' })
  })
})
