import { whoSaw } from '@kerege/contract/audit/routes'
import { addDocument, getDocument, listDocuments } from '@kerege/contract/documents/routes'
import { comparePair, mergePeople, undoMerge } from '@kerege/contract/people/duplicates/routes'
import {
  askErasure,
  changeSection,
  countPeople,
  getPerson,
  grantPerson,
  listPeople,
  listPersonGrants,
  makeHousehold,
  personHistory,
  registerPerson,
  searchPeople,
} from '@kerege/contract/people/routes'
import { addRelation } from '@kerege/contract/people/kinship/routes'
import type { RegisterPerson } from '@kerege/contract/people/schema'
import { listTasks, makeTask } from '@kerege/contract/tasks/routes'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newId } from '../../../platform/ids.ts'
import { contact, cyrillicName, draft } from '../../../testing/people.ts'
import { type Somebody, type World, world } from '../../../testing/world.ts'

let w: World
let lead: Somebody
beforeAll(async () => {
  w = await world()
  lead = await w.somebody('supervisor')
})
afterAll(() => w.close())

const iin = (value: string) => ({
  names: [],
  citizenships: [],
  identifiers: [{ system: 'iin', value }],
})

/** Two records of one girl: registered at home, and from a list. */
async function twoRecords(over: { one?: Partial<RegisterPerson>; other?: Partial<RegisterPerson> } = {}) {
  const one = draft(over.one)
  const other = draft({
    contact: contact({
      names: [{ family: 'Koktemova', given: 'Aliya', script: 'Latn', use: 'official', source: 'list' }],
      contacts: [{ system: 'phone', value: '+7 700 000 09 99', discretion: 'open' }],
    }),
    ...over.other,
  })
  for (const body of [one, other]) {
    expect(await w.as(lead)(registerPerson, { body })).toMatchObject({ status: 201 })
  }
  return { one: one.id, other: other.id }
}

const joining = (stays: string, joins: string, over: object = {}) => ({
  id: newId(),
  stays,
  staysVersion: 1,
  joins,
  joinsVersion: 1,
  choices: {},
  reason: 'The mother showed both papers',
  ...over,
})
const undoing = (id: string, keepEdits = false) => ({
  params: { id },
  body: { reason: 'They are cousins after all', keepEdits },
})

describe('a merge is refused', () => {
  test('to somebody without the right, and over a record that is not open', async () => {
    const { one, other } = await twoRecords()
    const worker = await w.somebody('caseManager')
    expect(await w.as(worker)(mergePeople, { body: joining(one, other) })).toMatchObject({
      status: 403,
      body: { code: 'not-allowed' },
    })
    const stranger = await w.somebody('supervisor', await w.agency())
    for (const body of [joining(one, other), joining(one, newId()), joining(one, one)]) {
      expect(await w.as(stranger)(mergePeople, { body })).toMatchObject({ status: 404 })
    }
    expect(await w.as(lead)(mergePeople, { body: joining(one, newId()) })).toMatchObject({ status: 404 })
    expect(await w.as(stranger)(comparePair, { params: { id: one, otherId: other } })).toMatchObject({
      status: 404,
    })
  })

  test('when one of the two was changed since it was looked at', async () => {
    const { one, other } = await twoRecords()
    const body = joining(one, other, { joinsVersion: 2 })
    expect(await w.as(lead)(mergePeople, { body })).toMatchObject({
      status: 409,
      body: { code: 'pair-changed' },
    })
  })

  test('while a value that differs was not chosen', async () => {
    const { one, other } = await twoRecords({
      other: { area: 'KZ-71', contact: contact({ birth: { precision: 'year', year: 2017 } }) },
    })
    const reply = await w.as(lead)(mergePeople, { body: joining(one, other) })
    expect(reply).toMatchObject({ status: 422 })
    expect((reply.body as unknown as { faults: unknown }).faults).toEqual([
      { pointer: '/choices/area', code: 'required' },
      { pointer: '/choices/birth', code: 'required' },
    ])
  })

  test('where values clash, naming them only to whom they are open', async () => {
    const { one, other } = await twoRecords({
      one: { identity: iin('170314000011') },
      other: { identity: iin('170314000029') },
    })
    const refused = (who: Somebody) => w.as(who)(mergePeople, { body: joining(one, other) })
    expect(await refused(lead)).toMatchObject({
      status: 409,
      body: {
        code: 'values-clash',
        faults: [{ pointer: '/identity/identifiers', code: 'identifier-clash', params: { system: 'iin' } }],
      },
    })
    // Of the same agency and another team: contact is open, papers are not.
    const team = newId()
    await w.admin.query('insert into access.teams (id, agency_id, name) values ($1, $2, $3)', [
      team,
      w.agencyId,
      'South team',
    ])
    const beside = await w.somebody('supervisor', { teamId: team })
    const reply = await refused(beside)
    expect((reply.body as unknown as { faults: unknown }).faults).toEqual([
      { pointer: '', code: 'clash-not-shown' },
    ])
    expect(JSON.stringify(reply.body)).not.toMatch(/170314|iin|identity/)
  })

  test('for birth days years apart, for mother and child, and while an erasure is asked for', async () => {
    const apart = await twoRecords({
      other: { contact: contact({ birth: { precision: 'day', date: '2015-03-14' } }) },
    })
    expect(await w.as(lead)(mergePeople, { body: joining(apart.one, apart.other) })).toMatchObject({
      body: { code: 'values-clash', faults: [{ pointer: '/contact/birth', code: 'birth-clash' }] },
    })
    const home = await twoRecords()
    const members = [
      { personId: home.one, role: 'mother' as const },
      { personId: home.other, role: 'child' as const },
    ]
    await w.as(lead)(makeHousehold, { body: { id: newId(), name: 'By the river', members } })
    expect(await w.as(lead)(mergePeople, { body: joining(home.one, home.other) })).toMatchObject({
      body: { code: 'values-clash', faults: [{ code: 'kin-of-each-other' }] },
    })
    const asked = await twoRecords()
    await w.as(lead)(askErasure, { params: { id: asked.other }, body: { reason: 'The family asks' } })
    expect(await w.as(lead)(mergePeople, { body: joining(asked.one, asked.other) })).toMatchObject({
      body: { code: 'values-clash', faults: [{ code: 'erasure-asked' }] },
    })
  })
})

describe('two records of one person', () => {
  test('become one, with everything that hangs on them, and two again', async () => {
    const as = w.as(lead)
    const { one, other } = await twoRecords({ other: { area: 'KZ-71' } })
    const worker = await w.somebody('caseManager', await w.agency())
    const grant = { id: newId(), accountId: worker.accountId, kind: 'own' as const, reason: 'Her family' }
    await as(grantPerson, { params: { id: other }, body: grant })
    const task = newId()
    await as(makeTask, { body: { id: task, title: 'Call the school', due: '2030-01-01', subjectId: other } })
    const paper = { id: newId(), versionId: newId(), subjectId: other, compartment: 'social' as const }
    await as(addDocument, { body: { ...paper, name: 'letter.txt', mediaType: 'text/plain' } })
    const home = newId()
    const members = [{ personId: other, role: 'child' as const }]
    await as(makeHousehold, { body: { id: home, name: 'By the river', members } })
    const before = { one: await seen(one), other: await seen(other) }

    expect((await as(comparePair, { params: { id: one, otherId: other } })).body).toMatchObject({
      differing: ['area'],
      clashes: [],
      moves: { one: { tasks: 0 }, other: { documents: 1, tasks: 1, grants: 2 } },
    })
    const body = joining(one, other, { choices: { area: 'joins' } })
    const merge = await as(mergePeople, { body })
    expect(merge).toMatchObject({ status: 201, body: { stays: one, joins: other, state: 'done' } })
    expect(await as(mergePeople, { body })).toMatchObject({ status: 201, body: { id: body.id } })

    const person = (await as(getPerson, { params: { id: one } })).body
    expect(person).toMatchObject({
      area: 'KZ-71',
      version: 2,
      joined: [{ id: body.id, joins: other, by: lead.name }],
      kinship: { household: { id: home, role: 'child', notShown: 0 } },
    })
    expect(person.contact?.names.map(name => name.script)).toEqual(['Cyrl', 'Latn'])
    expect(person.contact?.contacts).toHaveLength(2)
    expect(person.kinship?.household?.members).toHaveLength(1)
    // Whose file it was finds it under the record that stays; a stranger finds neither.
    expect(await w.as(worker)(getPerson, { params: { id: other } })).toMatchObject({
      status: 409,
      body: { code: 'person-merged', personId: one },
    })
    expect(await w.as(worker)(getPerson, { params: { id: one } })).toMatchObject({ status: 200 })
    const stranger = await w.somebody('supervisor', await w.agency())
    expect(await w.as(stranger)(getPerson, { params: { id: other } })).toMatchObject({ status: 404 })

    // One in lists, counts and searches; by any of the spellings.
    expect(await found(one, other)).toEqual({ list: [one], search: [one], latin: [one] })
    expect((await as(listDocuments, { query: { subjectId: one } })).body.rows).toHaveLength(1)
    expect(await as(getDocument, { params: { id: paper.id } })).toMatchObject({ body: { subjectId: one } })
    expect((await as(listTasks, { query: { subjectId: one } })).body.rows).toMatchObject([{ id: task }])
    expect(
      await as(makeTask, { body: { id: newId(), title: 'Late', due: '2030-01-01', subjectId: other } }),
    ).toMatchObject({
      status: 422,
    })
    const history = (await as(personHistory, { params: { id: one } })).body.rows
    expect(history[0]).toMatchObject({ kind: 'merge', reason: 'The mother showed both papers' })
    expect(history.filter(row => row.of === other).map(row => row.kind)).toContain('created')
    const sightings = (await as(whoSaw, { params: { id: one }, query: { limit: 200 } })).body.rows
    expect(sightings.map(row => row.action)).toContain('people.merged')
    expect(sightings.filter(row => row.action === 'person.registered')).toHaveLength(2)

    expect(await as(undoMerge, undoing(body.id))).toMatchObject({
      status: 200,
      body: { merge: { state: 'undone', undoneBy: lead.name }, kept: [], keptElsewhere: 0 },
    })
    expect({ one: await seen(one), other: await seen(other) }).toEqual(before)
    expect(await as(undoMerge, undoing(body.id))).toMatchObject({
      status: 409,
      body: { code: 'merge-undone' },
    })
    expect(await w.as(worker)(getPerson, { params: { id: one } })).toMatchObject({ status: 404 })
  })

  test('keep what somebody changed since, once the decider has agreed', async () => {
    const as = w.as(lead)
    const { one, other } = await twoRecords()
    const body = joining(one, other)
    await as(mergePeople, { body })
    const now = (await as(getPerson, { params: { id: one } })).body.contact
    const [first, second] = now?.contacts ?? []
    const section = { ...now, contacts: [first, { ...second, discretion: 'never-mention' as const }] }
    expect(
      await as(
        changeSection,
        { params: { id: one, section: 'contact' }, body: { section, kind: 'update' } },
        { ifMatch: '"2"' },
      ),
    ).toMatchObject({ status: 200 })
    expect(await as(undoMerge, undoing(body.id))).toMatchObject({
      status: 409,
      body: { code: 'edited-since', kept: ['contact.contacts'] },
    })
    expect(await as(undoMerge, undoing(body.id, true))).toMatchObject({
      status: 200,
      body: { kept: ['contact.contacts'] },
    })
    const after = (await as(getPerson, { params: { id: one } })).body.contact
    expect(after?.names).toHaveLength(1)
    expect(after?.contacts).toMatchObject([first, { discretion: 'never-mention' }])
    const back = (await as(getPerson, { params: { id: other } })).body.contact
    expect(back?.contacts).toMatchObject([{ discretion: 'open' }])
  })

  test('come apart in reverse order when three had become one', async () => {
    const as = w.as(lead)
    const { one, other } = await twoRecords()
    const third = draft({ contact: contact({ names: [cyrillicName('Көктемова', 'Алия')] }) })
    await as(registerPerson, { body: third })
    const ids = [one, other, third.id]
    const before = await Promise.all(ids.map(seen))
    const first = joining(other, third.id)
    expect(await as(mergePeople, { body: first })).toMatchObject({ status: 201 })
    const second = joining(one, other, { joinsVersion: 2 })
    expect(await as(mergePeople, { body: second })).toMatchObject({ status: 201 })
    expect(await as(getPerson, { params: { id: third.id } })).toMatchObject({ body: { personId: one } })
    expect(await as(mergePeople, { body: joining(one, third.id) })).toMatchObject({
      status: 409,
      body: { code: 'person-merged' },
    })
    expect(await as(undoMerge, undoing(first.id))).toMatchObject({
      status: 409,
      body: { code: 'later-merge-stands', mergeId: second.id },
    })
    for (const { id } of [second, first]) {
      expect(await as(undoMerge, undoing(id))).toMatchObject({ status: 200 })
    }
    expect(await Promise.all(ids.map(seen))).toEqual(before)
  })

  test('bring along what the decider may not see, without showing it', async () => {
    const { one, other } = await twoRecords({ other: { identity: iin('170314000037') } })
    const coordinator = await w.somebody('operationLead')
    const body = joining(one, other)
    const merge = await w.as(coordinator)(mergePeople, { body })
    expect(merge).toMatchObject({ status: 201 })
    expect(JSON.stringify(merge.body)).not.toContain('170314000037')
    const person = (await w.as(lead)(getPerson, { params: { id: one } })).body
    expect(person.identity?.identifiers).toMatchObject([{ system: 'iin', value: '170314000037' }])
  })
})

/** Everything that a reader with many compartments sees of a record, without its stamps and without merges. */
async function seen(id: string) {
  const as = w.as(lead)
  const { version, updatedAt, ...person } = (await as(getPerson, { params: { id } })).body
  const history = (await as(personHistory, { params: { id } })).body.rows
  const listed = (await as(listPeople, { query: { limit: 200 } })).body.rows.find(row => row.id === id)
  return {
    person,
    history: history.filter(row => row.kind !== 'merge' && row.kind !== 'undo'),
    listed: { ...listed, updatedAt: '' },
    found: await found(id),
    documents: (await as(listDocuments, { query: { subjectId: id } })).body.rows,
    tasks: (await as(listTasks, { query: { subjectId: id } })).body.rows,
    grants: (await as(listPersonGrants, { params: { id } })).body.rows,
  }
}

async function found(...ids: string[]) {
  const as = w.as(lead)
  const ofThese = (rows: { id: string }[]) => rows.map(row => row.id).filter(id => ids.includes(id))
  const { total } = (await as(countPeople, { query: {} })).body
  const rows = (await as(listPeople, { query: { limit: 200 } })).body.rows
  expect(rows).toHaveLength(total)
  return {
    list: ofThese(rows),
    search: ofThese((await as(searchPeople, { body: { q: 'Көктемова', limit: 50 } })).body.rows),
    latin: ofThese((await as(searchPeople, { body: { q: 'Koktemova Aliya', limit: 50 } })).body.rows),
  }
}

describe('what is told about a family', () => {
  const relation = (over: object) => ({
    id: newId(),
    kind: 'sibling' as const,
    basis: 'biological' as const,
    standing: 'claimed' as const,
    evidence: [],
    ...over,
  })

  test('moves with the record, is told once where both had it, and goes back', async () => {
    const as = w.as(lead)
    const { one, other } = await twoRecords()
    const brother = draft({ contact: contact({ names: [cyrillicName('Көктемов', 'Самал')], sex: 'male' }) })
    const mother = draft({
      contact: contact({
        names: [cyrillicName('Көктемова', 'Роза')],
        birth: { precision: 'year', year: 1990 },
      }),
    })
    for (const body of [brother, mother]) await as(registerPerson, { body })
    const told = async (id: string, body: object) =>
      expect(await as(addRelation, { params: { id }, body: body as never })).toMatchObject({ status: 201 })
    const person = (personId: string) => ({ who: 'person' as const, personId })
    await told(one, relation({ other: person(brother.id) }))
    await told(other, relation({ other: person(brother.id) }))
    await told(other, relation({ kind: 'parent', other: person(mother.id) }))
    const rows = async (id: string) =>
      (
        await w.admin.query(
          `select to_jsonb(r) as row from people.relations r where $1 in (r.person_id, r.other_id) order by id`,
          [id],
        )
      ).rows
    const before = [await rows(one), await rows(other), await rows(brother.id), await rows(mother.id)]
    const body = joining(one, other)
    expect(await as(mergePeople, { body })).toMatchObject({ status: 201 })
    expect(await rows(one)).toHaveLength(2)
    expect(await rows(brother.id)).toHaveLength(1)
    expect(await rows(other)).toEqual([])
    expect(await as(undoMerge, undoing(body.id))).toMatchObject({ status: 200 })
    expect([await rows(one), await rows(other), await rows(brother.id), await rows(mother.id)]).toEqual(
      before,
    )
    // Two who are recorded as brother and sister are two.
    const clash = await as(mergePeople, { body: joining(one, brother.id, { staysVersion: 3, choices: {} }) })
    expect(clash).toMatchObject({ status: 409, body: { faults: [{ code: 'kin-of-each-other' }] } })
  })
})
