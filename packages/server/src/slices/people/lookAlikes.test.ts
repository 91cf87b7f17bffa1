/** Search-first registration: who looks alike, "not the same" with who said so, and nothing of what is shut. */
import {
  listNotSame,
  lookAlikes,
  makeHousehold,
  registerPerson,
  sayNotSame,
  takeBackNotSame,
} from '@kerege/contract/people/routes'
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
    await w.as(worker)(makeHousehold, { body: { id: newId(), name: 'Көктемовтер', members } })
    const same = await alike(worker, { mother: 'Koktemova Aigul' })
    expect(same.body.rows[0]?.reasons).toContainEqual(expect.objectContaining({ code: 'kin-same' }))
    expect((await alike(worker, { mother: 'Koktemova Zhanna' })).body.rows).toEqual([])
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
    expect(await w.as(worker)(takeBackNotSame, pair(mine, theirs))).toMatchObject({ status: 404 })
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
    expect(await w.as(worker)(takeBackNotSame, pair(second, first))).toMatchObject({ status: 204 })
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
})
