import { grantPerson, personHistory, registerPerson } from '@kerege/contract/people/routes'
import {
  addRelation,
  changeRelation,
  endRelation,
  familyTree,
  listRelations,
  lookAtCheck,
} from '@kerege/contract/people/kinship/routes'
import type { AddRelation } from '@kerege/contract/people/kinship/schema'
import type { BirthDate, Sex } from '@kerege/contract/people/schema'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { over } from '../../../platform/database.ts'
import { newId } from '../../../platform/ids.ts'
import { contact, cyrillicName, draft } from '../../../testing/people.ts'
import { type Somebody, type World, world } from '../../../testing/world.ts'
import { kinNamesForNode, kinNamesOf } from './names.ts'

let w: World
beforeAll(async () => {
  w = await world()
})
afterAll(() => w.close())

const year = (n: number): BirthDate => ({ precision: 'year', year: n })

async function somebodyBorn(who: Somebody, given: string, birth: BirthDate, sex: Sex = 'female') {
  const body = draft({ contact: contact({ names: [cyrillicName('Көктемова', given)], birth, sex }) })
  expect(await w.as(who)(registerPerson, { body })).toMatchObject({ status: 201 })
  return body.id
}
const relation = (over: Partial<AddRelation> & Pick<AddRelation, 'other'>): AddRelation => ({
  id: newId(),
  kind: 'parent',
  basis: 'biological',
  standing: 'claimed',
  evidence: [],
  ...over,
})
const add = (who: Somebody, id: string, body: AddRelation) => w.as(who)(addRelation, { params: { id }, body })
const person = (personId: string) => ({ who: 'person' as const, personId })
const certificate = { type: 'birth-certificate' as const, office: 'Registry of the invented district' }

describe('kinship refuses', () => {
  test('nobody, a role without the verb, and a stranger as somebody who does not exist', async () => {
    const worker = await w.somebody('caseManager')
    const [child, mother] = [
      await somebodyBorn(worker, 'Әлия', year(2017)),
      await somebodyBorn(worker, 'Айгүл', year(1990)),
    ]
    const body = relation({ other: person(mother) })
    expect(await w.as(null)(listRelations, { params: { id: child } })).toMatchObject({ status: 401 })
    const reader = await w.somebody('nationalCoordinator')
    expect(await add(reader, child, body)).toMatchObject({ status: 403, body: { code: 'not-allowed' } })
    const stranger = await w.somebody('caseManager', await w.agency())
    for (const id of [child, newId()]) {
      expect(await w.as(stranger)(listRelations, { params: { id } })).toMatchObject({ status: 404 })
      expect(await w.as(stranger)(familyTree, { params: { id } })).toMatchObject({ status: 404 })
      expect(await add(stranger, id, body)).toMatchObject({ status: 404 })
    }
    // A colleague of the team knows the name and not the family.
    const colleague = await w.somebody('caseManager')
    expect(await w.as(colleague)(listRelations, { params: { id: child } })).toMatchObject({ status: 404 })
    // An own child and a stranger's mother: she does not exist.
    const own = await somebodyBorn(stranger, 'Сафия', year(2018))
    for (const other of [mother, newId(), own]) {
      expect(await add(stranger, own, relation({ other: person(other) }))).toMatchObject({
        status: 422,
        body: { faults: [{ pointer: '/other/personId', code: 'not-found' }] },
      })
    }
  })

  test('what cannot be: proved without proof, a guardian by birth, an unknown cousin, the future, the same twice', async () => {
    const worker = await w.somebody('caseManager')
    const child = await somebodyBorn(worker, 'Әлия', year(2017))
    const mother = await somebodyBorn(worker, 'Айгүл', year(1990))
    const faults = async (body: AddRelation) =>
      ((await add(worker, child, body)).body as unknown as { faults: { code: string }[] }).faults.map(
        fault => fault.code,
      )
    const other = person(mother)
    expect(await faults(relation({ other, standing: 'proved' }))).toEqual(['evidence-needed'])
    expect(await faults(relation({ other, kind: 'guardian' }))).toEqual(['basis-unfit'])
    expect(await faults(relation({ other: { who: 'unknown', sex: 'male' }, kind: 'cousin' }))).toEqual([
      'unknown-parent-only',
    ])
    expect(await faults(relation({ other, since: { precision: 'year', year: 2190 } }))).toEqual([
      'in-the-future',
    ])
    expect(await add(worker, child, relation({ other }))).toMatchObject({ status: 201 })
    expect(await faults(relation({ other }))).toEqual(['twice'])
    // The same said from the mother's side is the same.
    const again = relation({ kind: 'child', other: person(child) })
    expect(await add(worker, mother, again)).toMatchObject({ status: 422 })
  })

  test('anything of a genetic test beyond that it was done, its result and who keeps it', async () => {
    const worker = await w.somebody('caseManager')
    const child = await somebodyBorn(worker, 'Әлия', year(2017))
    const mother = await somebodyBorn(worker, 'Айгүл', year(1990))
    const proof = { type: 'genetic-test', doneOn: '2025-03-01', result: 'supports', custodian: 'Laboratory' }
    const more = { ...proof, sampleNumber: '17' }
    const body = relation({ other: person(mother), standing: 'proved' })
    const sent = (evidence: object) => add(worker, child, { ...body, evidence: [evidence as never] })
    expect(await sent(more)).toMatchObject({ status: 422, body: { faults: [{ code: 'unknown-field' }] } })
    expect(await sent(proof)).toMatchObject({ status: 201, body: { evidence: [proof] } })
  })
})

describe('a relation', () => {
  test('is written once, read from both sides, changed, ended, and kept', async () => {
    const worker = await w.somebody('caseManager')
    const as = w.as(worker)
    const mother = await somebodyBorn(worker, 'Айгүл', year(1990))
    const child = await somebodyBorn(worker, 'Әлия', year(2017))
    const body = relation({ kind: 'child', other: person(child) })
    expect(await add(worker, mother, body)).toMatchObject({
      status: 201,
      etag: '"1"',
      body: { kind: 'child', other: { personId: child } },
    })
    // Sent again by a device that did not hear the answer.
    expect(await add(worker, mother, body)).toMatchObject({ status: 201, body: { id: body.id } })
    const side = async (id: string) => (await as(listRelations, { params: { id } })).body.rows
    expect(await side(child)).toMatchObject([
      { kind: 'parent', other: { personId: mother }, standing: 'claimed' },
    ])
    expect(await side(mother)).toMatchObject([{ kind: 'child', other: { personId: child } }])

    const params = { id: child, relationId: body.id }
    const change = {
      params,
      body: {
        basis: 'biological' as const,
        standing: 'proved' as const,
        evidence: [certificate],
        kind: 'correction' as const,
      },
    }
    expect(await as(changeRelation, change)).toMatchObject({ status: 428 })
    expect(await as(changeRelation, change, { ifMatch: '"1"' })).toMatchObject({ status: 422 })
    const why = { ...change, body: { ...change.body, reason: 'The certificate was found' } }
    expect(await as(changeRelation, why, { ifMatch: '"7"' })).toMatchObject({ status: 412 })
    expect(await as(changeRelation, why, { ifMatch: '"1"' })).toMatchObject({ status: 200, etag: '"2"' })

    const wrong = { params, body: { why: 'corrected' as const } }
    expect(await as(endRelation, wrong, { ifMatch: '"2"' })).toMatchObject({ status: 422 })
    const ended = { params, body: { ...wrong.body, reason: 'The certificate is another child’s' } }
    expect(await as(endRelation, ended, { ifMatch: '"2"' })).toMatchObject({
      status: 200,
      body: { endReason: 'corrected', kind: 'parent' },
    })
    expect(await as(endRelation, ended, { ifMatch: '"3"' })).toMatchObject({
      status: 409,
      body: { code: 'relation-ended' },
    })
    expect(await side(mother)).toMatchObject([{ endReason: 'corrected' }])
    // What was never so may be written anew.
    expect(await add(worker, child, relation({ other: person(mother) }))).toMatchObject({ status: 201 })

    for (const id of [mother, child]) {
      const history = await as(personHistory, { params: { id } })
      const kin = history.body.rows.filter(row => row.compartment === 'kinship')
      expect(kin.map(row => row.kind)).toEqual(['created', 'correction', 'correction', 'created'])
      expect(JSON.stringify(kin)).not.toContain('Көктемова')
    }
  })

  test('leads to nobody known, to somebody abroad, and two fathers may stand beside each other', async () => {
    const worker = await w.somebody('caseManager')
    const child = await somebodyBorn(worker, 'Әлия', year(2017))
    const father = (name: string) => ({
      who: 'outside' as const,
      outsiderId: newId(),
      name,
      sex: 'male' as const,
      life: 'not-known' as const,
    })
    for (const other of [father('Сейіт'), father('Бақыт')]) {
      expect(await add(worker, child, relation({ other, standing: 'contested' }))).toMatchObject({
        status: 201,
      })
    }
    expect(await add(worker, child, relation({ other: { who: 'unknown', sex: 'female' } }))).toMatchObject({
      status: 201,
    })
    const tree = await w.as(worker)(familyTree, { params: { id: child } })
    expect(tree.body.people.map(({ other }) => other.who).sort()).toEqual([
      'outside',
      'outside',
      'person',
      'unknown',
    ])
    expect(tree.body.checks).toEqual([])
  })

  test('details of an outsider are told once for all children', async () => {
    const worker = await w.somebody('caseManager')
    const children = [
      await somebodyBorn(worker, 'Әлия', year(2017)),
      await somebodyBorn(worker, 'Әлихан', year(2014), 'male'),
    ]
    const other = {
      who: 'outside' as const,
      outsiderId: newId(),
      name: 'Сейіт',
      sex: 'male' as const,
      life: 'alive' as const,
    }
    const [first, second] = [relation({ other }), relation({ other })]
    await add(worker, children[0] ?? '', first)
    await add(worker, children[1] ?? '', second)
    const { who: _, outsiderId: __, ...details } = other
    const { basis, standing, evidence } = first
    await w.as(worker)(
      changeRelation,
      {
        params: { id: children[0] ?? '', relationId: first.id },
        body: { basis, standing, evidence, kind: 'update', outsider: { ...details, life: 'died' } },
      },
      { ifMatch: '"1"' },
    )
    const rows = (await w.as(worker)(listRelations, { params: { id: children[1] ?? '' } })).body.rows
    expect(rows).toMatchObject([{ other: { name: 'Сейіт', life: 'died' } }])
  })

  test('to somebody who is not open is counted, and the tree does not go through them', async () => {
    const lead = await w.somebody('operationLead')
    const [grandmother, mother, child] = [
      await somebodyBorn(lead, 'Рәбиға', year(1965)),
      await somebodyBorn(lead, 'Айгүл', year(1990)),
      await somebodyBorn(lead, 'Әлия', year(2017)),
    ]
    await add(lead, mother, relation({ other: person(grandmother) }))
    await add(lead, child, relation({ other: person(mother) }))
    const officer = await w.somebody('operationLead', await w.agency())
    const body = { id: newId(), accountId: officer.accountId, kind: 'task' as const, until: '2190-01-01' }
    await w.as(lead)(grantPerson, { params: { id: child }, body: { ...body, reason: 'Handing over' } })
    const seen = await w.as(officer)(listRelations, { params: { id: child } })
    expect(seen.body).toEqual({ rows: [], notShown: 1 })
    const tree = await w.as(officer)(familyTree, { params: { id: child } })
    expect(tree.body).toMatchObject({ people: [{ key: child, distance: 0 }], ties: [], notShown: 1 })
    expect(JSON.stringify([seen.body, tree.body])).not.toContain(mother)
    expect((await w.as(lead)(familyTree, { params: { id: child } })).body.people).toHaveLength(3)
  })
})

describe('the checklist', () => {
  test('says what cannot be, rests when somebody looked, and comes back when the relation changes', async () => {
    const worker = await w.somebody('caseManager')
    const as = w.as(worker)
    const child = await somebodyBorn(worker, 'Әлия', year(1985))
    const mother = await somebodyBorn(worker, 'Айгүл', year(1990))
    const body = relation({ other: person(mother) })
    await add(worker, child, body)
    const checks = async (id: string) => (await as(familyTree, { params: { id } })).body.checks
    const [check] = await checks(child)
    expect(check).toMatchObject({
      code: 'child-older',
      severity: 'contradiction',
      names: ['Көктемова Әлия', 'Көктемова Айгүл'],
      relationIds: [body.id],
    })
    const look = { id: newId(), code: 'child-older' as const, relationIds: [body.id] }
    const send = (reason: string, more: object = {}) =>
      as(lookAtCheck, { params: { id: child }, body: { ...look, reason, ...more } })
    expect(await send('no')).toMatchObject({ status: 422 })
    expect(await send('Birth years come from a list', { code: 'no-carer' })).toMatchObject({
      status: 422,
      body: { faults: [{ code: 'check-gone' }] },
    })
    expect(await send('Birth years come from a list')).toMatchObject({ status: 201 })
    // Seen from the mother's page too.
    expect(await checks(mother)).toMatchObject([
      { looked: { by: worker.name, reason: 'Birth years come from a list' } },
    ])
    const { basis, evidence } = body
    await as(
      changeRelation,
      {
        params: { id: child, relationId: body.id },
        body: { basis, evidence, standing: 'contested', kind: 'update' },
      },
      { ifMatch: '"1"' },
    )
    expect((await checks(child))[0]).not.toHaveProperty('looked')
  })
})

test('a family of many is drawn up to sixty people, and says that it goes on', async () => {
  const worker = await w.somebody('operationLead')
  const mother = await somebodyBorn(worker, 'Айгүл', year(1990))
  for (let n = 0; n < 61; n++) {
    const cousin = await somebodyBorn(worker, 'Әлия', year(2017))
    await add(worker, mother, relation({ kind: 'cousin', basis: 'not-said', other: person(cousin) }))
  }
  const tree = await w.as(worker)(familyTree, { params: { id: mother } })
  expect(tree.body).toMatchObject({ more: true, notShown: 0 })
  expect(tree.body.people).toHaveLength(60)
})

test('names of kin: under policy for a reader, of all for the node alone', async () => {
  const worker = await w.somebody('caseManager')
  const child = await somebodyBorn(worker, 'Әлия', year(2017))
  const mother = await somebodyBorn(worker, 'Айгүл', year(1990))
  await add(worker, child, relation({ other: person(mother) }))
  const client = await w.running.node.pool.connect()
  try {
    const none = { mothers: [], fathers: [], guardians: [], spouses: [], children: [] }
    const expected = new Map([
      [child, { ...none, mothers: ['Көктемова Айгүл'] }],
      [mother, { ...none, children: ['Көктемова Әлия'] }],
    ])
    expect(await kinNamesForNode(over(client), [child, mother])).toEqual(expected)
    expect(await kinNamesOf(over(client), [child, mother])).toEqual(new Map())
  } finally {
    client.release()
  }
})
