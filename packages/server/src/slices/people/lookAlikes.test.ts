/** Search-first registration: who looks alike, "not the same" with who said so, and nothing of what is shut. */
import {
  listNotSame,
  lookAlikes,
  makeHousehold,
  registerPerson,
  sayNotSame,
  takeBackNotSame,
} from '@kerege/contract/people/routes'
import { whoSaw } from '@kerege/contract/audit/routes'
import { mergePeople } from '@kerege/contract/people/duplicates/routes'
import { addRelation } from '@kerege/contract/people/kinship/routes'
import type { PersonSketch, RegisterPerson } from '@kerege/contract/people/schema'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newId } from '../../platform/ids.ts'
import { contact, cyrillicName, draft } from '../../testing/people.ts'
import { type Somebody, type World, world } from '../../testing/world.ts'

let w: World
beforeAll(async () => {
  w = await world()
})
afterAll(() => w.close())

const elsewhere = async () => w.somebody('caseManager', await w.agency())
const latin = { given: 'Aliya', family: 'Koktemova', script: 'Latn', use: 'usual', source: 'self' } as const

async function register(who: Somebody, over: Partial<RegisterPerson> = {}) {
  const body = draft(over)
  expect(await w.as(who)(registerPerson, { body })).toMatchObject({ status: 201 })
  return body.id
}
const alike = (who: Somebody, sketch: Partial<PersonSketch> = {}) =>
  w.as(who)(lookAlikes, { body: { names: [latin], ...sketch } })
const pair = (id: string, otherId: string) => ({ params: { id, otherId } })
const taking = (id: string, otherId: string, reason = 'Their mother says it is one girl') => ({
  ...pair(id, otherId),
  body: { reason },
})

describe('look-alikes', () => {
  test('are refused to roles that register nobody', async () => {
    expect(await alike(await w.somebody('teacher'))).toMatchObject({ status: 403 })
  })

  test('say why, in another script, with birth and sex', async () => {
    const worker = await elsewhere()
    const id = await register(worker)
    const sketch = { birth: { precision: 'year', year: 2017 }, sex: 'female' } as const
    const { body } = await alike(worker, sketch)
    expect(body.rows.map(row => row.id)).toEqual([id])
    const codes = body.rows[0]?.reasons.map(reason => reason.code)
    expect(codes).toEqual(expect.arrayContaining(['given-same', 'birth-year-same', 'sex-same']))
  })

  test('are not those of another birth year or sex', async () => {
    const worker = await elsewhere()
    await register(worker)
    expect((await alike(worker, { birth: { precision: 'year', year: 1990 } })).body.rows).toEqual([])
    expect((await alike(worker, { sex: 'male' })).body.rows).toEqual([])
  })

  test('know another mother where kinship is open', async () => {
    const worker = await elsewhere()
    const child = await register(worker)
    const mother = await register(worker, {
      contact: contact({
        names: [cyrillicName('Көктемова', 'Айгүл')],
        birth: { precision: 'year', year: 1990 },
      }),
    })
    const members = [
      { personId: child, role: 'child' as const },
      { personId: mother, role: 'mother' as const },
    ]
    const household = { id: newId(), name: 'Көктемовтер', members }
    await w.as(worker)(makeHousehold, { body: household })
    const same = await alike(worker, { mother: 'Koktemova Aigul' })
    expect(same.body.rows[0]?.reasons).toContainEqual(expect.objectContaining({ code: 'kin-same' }))
    expect((await alike(worker, { mother: 'Koktemova Zhanna' })).body.rows).toEqual([])
    // A child of that household has that mother; of a household that is shut, nothing is known.
    const home = await alike(worker, { childOf: household.id })
    expect(home.body.rows[0]?.reasons).toContainEqual(expect.objectContaining({ code: 'kin-same' }))
    expect((await alike(await elsewhere(), { childOf: household.id })).body.rows).toEqual([])
  })

  test('come in the order of what is known of the family', async () => {
    const worker = await elsewhere()
    const told = async (mother: string) => {
      const id = await register(worker)
      const other = {
        who: 'outside',
        outsiderId: newId(),
        name: mother,
        sex: 'female',
        life: 'alive',
      } as const
      const said = { basis: 'not-said', standing: 'claimed', evidence: [] as [] } as const
      const body = { id: newId(), kind: 'parent' as const, other, ...said }
      expect(await w.as(worker)(addRelation, { params: { id }, body })).toMatchObject({ status: 201 })
      return id
    }
    const [unknown, hers] = [await register(worker), await told('Айгүл Көктемова')]
    await told('Жанна Көктемова')
    const { body } = await alike(worker, { mother: 'Koktemova Aigul' })
    expect(body.rows.map(row => row.id)).toEqual([hers, unknown])
  })

  test('of another region are told of with that reason', async () => {
    const worker = await elsewhere()
    await register(worker)
    const codes = async (area: string) =>
      (await alike(worker, { area })).body.rows[0]?.reasons.map(({ code }) => code)
    expect(await codes('KZ-75')).toContain('place-same')
    expect(await codes('KZ-71')).toContain('place-differs')
  })

  test('that are not open are not told of, in any byte', async () => {
    const [worker, stranger] = [await elsewhere(), await elsewhere()]
    await register(worker)
    const told = await alike(stranger)
    const nobody = await w.as(stranger)(lookAlikes, {
      body: { names: [{ ...latin, given: 'Zzyx', family: 'Qwertova' }] },
    })
    expect(told.body).toEqual(nobody.body)
  })
})

describe('"not the same"', () => {
  test('is refused of strangers as of nobody, and of oneself', async () => {
    const [worker, stranger] = [await elsewhere(), await elsewhere()]
    const [mine, theirs] = [await register(worker), await register(stranger)]
    for (const other of [theirs, newId(), mine]) {
      const reply = await w.as(worker)(sayNotSame, { ...pair(mine, other), body: {} })
      expect(reply).toMatchObject({ status: 404, body: { code: 'not-found' } })
    }
    expect(await w.as(worker)(takeBackNotSame, taking(mine, theirs))).toMatchObject({ status: 404 })
    expect(await w.as(worker)(listNotSame, { params: { id: theirs } })).toMatchObject({ status: 404 })
  })

  test('is remembered with a registration, with who said so, and can be taken back', async () => {
    const worker = await elsewhere()
    const stranger = await elsewhere()
    const first = await register(worker)
    const shut = await register(stranger)
    const second = await register(worker, { notSame: [first, shut, newId()] })
    const { body } = await w.as(worker)(listNotSame, { params: { id: first } })
    expect(body.rows).toMatchObject([{ personId: second, saidBy: worker.name }])
    // What the actor may not open was passed over, and nothing tells that it is there.
    const kept = await w.admin.query('select 1 from people.not_same where $1 in (a_id, b_id)', [shut])
    expect(kept.rowCount).toBe(0)
    expect(await w.as(worker)(takeBackNotSame, taking(second, first))).toMatchObject({ status: 204 })
    expect((await w.as(worker)(listNotSame, { params: { id: first } })).body.rows).toEqual([])
  })

  test('stays with who said it first', async () => {
    const worker = await elsewhere()
    const [one, other] = [await register(worker), await register(worker)]
    const colleague = await w.somebody('supervisor', worker)
    const body = { reason: 'Two sisters, seen together' }
    expect(await w.as(worker)(sayNotSame, { ...pair(one, other), body })).toMatchObject({ status: 204 })
    expect(await w.as(colleague)(sayNotSame, { ...pair(other, one), body: {} })).toMatchObject({
      status: 204,
    })
    const { body: said } = await w.as(colleague)(listNotSame, { params: { id: other } })
    expect(said.rows).toMatchObject([{ personId: one, saidBy: worker.name, ...body }])
  })

  test('shows only where both records are open', async () => {
    const worker = await elsewhere()
    const [one, other] = [await register(worker), await register(worker)]
    await w.as(worker)(sayNotSame, { ...pair(one, other), body: {} })
    const doctor = await w.somebody('doctor', await w.agency())
    await w.grant(doctor, one, 'task')
    expect((await w.as(doctor)(listNotSame, { params: { id: one } })).body.rows).toEqual([])
    await w.grant(doctor, other, 'task')
    expect((await w.as(doctor)(listNotSame, { params: { id: one } })).body.rows).toHaveLength(1)
  })
  test('is taken back with a reason only, by who may register, and the reason stands in the log', async () => {
    const worker = await elsewhere()
    const [one, other] = [await register(worker), await register(worker)]
    await w.as(worker)(sayNotSame, { ...pair(one, other), body: {} })
    expect(await w.as(worker)(takeBackNotSame, taking(one, other, ' '))).toMatchObject({ status: 422 })
    const doctor = await w.somebody('doctor', worker)
    expect(await w.as(doctor)(takeBackNotSame, taking(one, other))).toMatchObject({ status: 403 })
    expect(await w.as(worker)(takeBackNotSame, taking(other, one))).toMatchObject({ status: 204 })
    const lead = await w.somebody('supervisor', worker)
    const { rows } = (await w.as(lead)(whoSaw, { params: { id: other }, query: { limit: 50 } })).body
    expect(rows.find(({ action }) => action === 'person.not-same-taken-back')).toBeDefined()
    expect(await w.as(worker)(takeBackNotSame, taking(one, other))).toMatchObject({ status: 404 })
  })

  test('of a record that joined another is told of that one, and holds', async () => {
    const worker = await elsewhere()
    const lead = await w.somebody('supervisor', worker)
    const [stays, joins, sister] = [await register(worker), await register(worker), await register(worker)]
    const said = { reason: 'Seen together' }
    await w.as(worker)(sayNotSame, { ...pair(joins, sister), body: said })
    const versions = { staysVersion: 1, joinsVersion: 1 }
    const body = { id: newId(), stays, joins, ...versions, choices: {}, reason: 'One girl on two lists' }
    expect(await w.as(lead)(mergePeople, { body })).toMatchObject({ status: 201 })
    const told = async (id: string) => (await w.as(worker)(listNotSame, { params: { id } })).body.rows
    expect(await told(stays)).toMatchObject([{ personId: sister, saidBy: worker.name, ...said }])
    expect(await told(sister)).toMatchObject([{ personId: stays, saidBy: worker.name }])
    expect(await w.as(worker)(takeBackNotSame, taking(stays, sister))).toMatchObject({ status: 204 })
    expect(await told(stays)).toEqual([])
  })
})
