import { listNotices } from '@kerege/contract/notifications/routes'
import type { RoleName } from '@kerege/contract/access/roles'
import { addRelation } from '@kerege/contract/people/kinship/routes'
import * as routes from '@kerege/contract/people/duplicates/routes'
import { registerPerson } from '@kerege/contract/people/routes'
import type { PersonName, RegisterPerson } from '@kerege/contract/people/schema'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newId } from '../../../platform/ids.ts'
import { dispatch } from '../../../platform/outbox.ts'
import { contact, cyrillicName, draft } from '../../../testing/people.ts'
import { type Somebody, type World, world } from '../../../testing/world.ts'
import { noticeEvents } from '../../notifications/index.ts'
import { comparePortion, duplicateEvents } from './finding.ts'

let w: World
beforeAll(async () => {
  w = await world()
})
afterAll(() => w.close())

const run = () =>
  dispatch(w.running.node.pool, [...duplicateEvents(w.running.node), ...noticeEvents], (_topic, error) => {
    throw error
  })

const latin = (family: string, given: string, over: Partial<PersonName> = {}): PersonName => ({
  family,
  given,
  script: 'Latn',
  use: 'official',
  source: 'list',
  ...over,
})

/** An agency of its own, with somebody who decides, and two records of one boy in two scripts. */
async function pairOf(
  over: { one?: Partial<RegisterPerson>; other?: Partial<RegisterPerson> } = {},
  role: RoleName = 'supervisor',
) {
  const place = await w.agency()
  const lead = await w.somebody('supervisor', place)
  const born = { sex: 'male' as const, birth: { precision: 'day' as const, date: '2014-05-02' } }
  const one = draft({
    contact: contact({ ...born, names: [cyrillicName('Бәйшешеков', 'Нұрлан', 'Самалұлы')] }),
    ...over.one,
  })
  const other = draft({
    contact: contact({ ...born, names: [latin('Baysheshekov', 'Nurlan')] }),
    ...over.other,
  })
  const writer = role === lead.role ? lead : await w.somebody(role, place)
  for (const body of [one, other]) {
    expect(await w.as(writer)(registerPerson, { body })).toMatchObject({ status: 201 })
  }
  await run()
  return { place, lead, one: one.id, other: other.id }
}

const queue = async (who: Somebody, query: object = {}) =>
  (await w.as(who)(routes.listDuplicates, { query })).body.rows
const total = async (who: Somebody) => (await w.as(who)(routes.countDuplicates, { query: {} })).body.total
async function first(who: Somebody) {
  const [row] = await queue(who)
  if (!row) throw new Error('The queue is empty.')
  return row
}

describe('the queue', () => {
  test('is shut to who may not decide, and empty of what is not open', async () => {
    const { lead, place } = await pairOf()
    const worker = await w.somebody('caseManager', place)
    expect(await w.as(worker)(routes.listDuplicates, {})).toMatchObject({ status: 403 })
    const stranger = await w.somebody('supervisor', await w.agency())
    expect(await queue(stranger)).toEqual([])
    expect(await total(stranger)).toBe(0)
    const { id } = await first(lead)
    for (const route of [routes.getDuplicate, routes.takeUpDuplicate, routes.takeBackTwoPersons]) {
      expect(await w.as(stranger)(route, { params: { id } })).toMatchObject({ status: 404 })
    }
    const off = { params: { id }, body: { until: 'week' as const } }
    expect(await w.as(stranger)(routes.putOffDuplicate, off)).toMatchObject({ status: 404 })
    expect(await w.as(stranger)(routes.sayTwoPersons, { params: { id }, body: {} })).toMatchObject({
      status: 404,
    })
  })

  test('finds one person in two scripts, and says why', async () => {
    const { lead, one, other } = await pairOf()
    const row = await first(lead)
    expect([row.one.id, row.other.id].sort()).toEqual([one, other].sort())
    expect(row.score).toBeGreaterThan(0.9)
    expect(row.reasons.map(reason => reason.code)).toContain('birth-date-same')
    const view = await w.as(lead)(routes.getDuplicate, { params: { id: row.id } })
    expect(view.body).toMatchObject({ pair: { clashes: [], oneVersion: 1 }, first: { id: row.one.id } })
    expect(await total(lead)).toBe(1)
    expect(await queue(lead, { likeness: 'some' })).toEqual([])
    expect(await queue(lead, { area: 'KZ-71' })).toEqual([])
    expect(await queue(lead, { area: 'KZ-75', likeness: 'very' })).toHaveLength(1)
  })

  test('keeps twins apart', async () => {
    const born = { birth: { precision: 'day' as const, date: '2019-09-09' } }
    const { lead } = await pairOf({
      one: { contact: contact({ ...born, names: [cyrillicName('Гүлзарова', 'Әсел', 'Нұрқызы')] }) },
      other: { contact: contact({ ...born, names: [cyrillicName('Гүлзарова', 'Ботагөз', 'Нұрқызы')] }) },
    })
    expect(await queue(lead)).toEqual([])
  })

  test('leaves out one given name and day of birth where family name, family and region differ', async () => {
    const born = { sex: 'female' as const, birth: { precision: 'day' as const, date: '1990-02-07' } }
    const married = (area: string) =>
      pairOf({
        one: { area: 'KZ-75', contact: contact({ ...born, names: [cyrillicName('Көктемова', 'Гүлнәр')] }) },
        other: { area, contact: contact({ ...born, names: [latin('Samalova', 'Gulnar')] }) },
      })
    const near = await married('KZ-75')
    expect(await queue(near.lead)).toHaveLength(1)
    const far = await married('KZ-71')
    expect(await queue(far.lead)).toEqual([])
    // Until a child in common is told of both: then she is one mother who moved and married.
    const child = { who: 'outside' as const, name: 'Алия', sex: 'female' as const, life: 'alive' as const }
    const said = { basis: 'biological' as const, standing: 'claimed' as const, evidence: [] }
    for (const id of [far.one, far.other]) {
      const other = { ...child, outsiderId: newId() }
      const body = { id: newId(), kind: 'child' as const, other, ...said }
      expect(await w.as(far.lead)(addRelation, { params: { id }, body })).toMatchObject({ status: 201 })
    }
    await run()
    const [pair] = await queue(far.lead)
    expect(pair?.reasons).toContainEqual(expect.objectContaining({ code: 'kin-same', kind: 'for' }))
  })

  test('puts a pair off and takes it up again', async () => {
    const { lead } = await pairOf()
    const as = w.as(lead)
    const { id } = await first(lead)
    await as(routes.putOffDuplicate, { params: { id }, body: { until: 'week' } })
    expect(await queue(lead)).toEqual([])
    expect(await queue(lead, { view: 'later' })).toMatchObject([{ id }])
    await as(routes.takeUpDuplicate, { params: { id } })
    expect(await queue(lead)).toHaveLength(1)
    await as(routes.putOffDuplicate, { params: { id }, body: { until: 'change' } })
    expect(await queue(lead, { view: 'later' })).toMatchObject([{ later: 'change' }])
    const { one } = (await queue(lead, { view: 'later' }))[0] ?? {}
    await w.admin.query(
      `insert into platform.outbox (id, topic, payload) values ($1, 'person.written', $2)`,
      [newId(), JSON.stringify({ personId: one?.id })],
    )
    await run()
    expect(await queue(lead)).toHaveLength(1)
  })

  test('hears that these are two persons, and forbids the merge until that is taken back', async () => {
    const { lead } = await pairOf()
    const as = w.as(lead)
    const { id, one, other } = await first(lead)
    await as(routes.sayTwoPersons, { params: { id }, body: { reason: 'Cousins' } })
    expect(await queue(lead)).toEqual([])
    const body = {
      id: newId(),
      stays: one.id,
      staysVersion: 1,
      joins: other.id,
      joinsVersion: 1,
      reason: 'They look alike',
    }
    expect(await as(routes.mergePeople, { body })).toMatchObject({
      status: 409,
      body: { faults: [{ code: 'said-not-same' }] },
    })
    await as(routes.takeBackTwoPersons, { params: { id } })
    expect(await queue(lead)).toHaveLength(1)
    expect(await as(routes.mergePeople, { body })).toMatchObject({ status: 201 })
    expect(await queue(lead)).toEqual([])
    await as(routes.undoMerge, { params: { id: body.id }, body: { reason: 'Two after all' } })
    await run()
    expect(await queue(lead)).toHaveLength(1)
  })

  test('takes what a colleague proposes, whatever the comparison says', async () => {
    const { lead, one, other, place } = await pairOf({
      other: { contact: contact({ names: [latin('Zhusanova', 'Perizat')], sex: 'unknown' }) },
    })
    expect(await queue(lead)).toEqual([])
    const worker = await w.somebody('caseManager', place)
    const body = { id: newId(), one, other }
    expect(await w.as(worker)(routes.proposePair, { body })).toMatchObject({ status: 204 })
    expect(await queue(lead, { proposed: true })).toMatchObject([{ proposedBy: worker.name }])
    const family = await w.somebody('familyMember')
    await w.grant(family, one, 'own')
    await w.grant(family, other, 'own')
    expect(await w.as(family)(routes.proposePair, { body })).toMatchObject({ status: 403 })
    const stranger = await w.somebody('caseManager', await w.agency())
    expect(await w.as(stranger)(routes.proposePair, { body })).toMatchObject({ status: 404 })
  })
})

describe('one number under two records', () => {
  const numbered = (value: string) => ({
    names: [],
    citizenships: [],
    identifiers: [{ system: 'iin', value }],
  })

  test('stands in the queue at once and is told to those who decide, never to the writer', async () => {
    const place = await w.agency()
    const lead = await w.somebody('supervisor', place)
    const worker = await w.somebody('caseManager', await w.agency())
    const [one, other] = [
      draft({ identity: numbered('880101 300 011') }),
      draft({
        contact: contact({ names: [latin('Quite', 'Another')], birth: { precision: 'year', year: 1950 } }),
        identity: numbered('880101300011'),
      }),
    ]
    await w.as(lead)(registerPerson, { body: one })
    const written = await w.as(worker)(registerPerson, { body: other })
    expect(written).toMatchObject({ status: 201 })
    expect(JSON.stringify(written.body)).not.toContain(one.id)
    // The coordinator sees both papers; each of the two agencies sees its own record and no pair.
    const coordinator = await w.somebody('nationalCoordinator')
    expect(await queue(coordinator, { sameNumber: true })).toMatchObject([{ sameNumber: true }])
    expect(await queue(lead)).toEqual([])
    await run()
    await run()
    const told = async (who: Somebody) =>
      (await w.as(who)(listNotices, {})).body.rows.filter(row => row.topic === 'duplicate.found')
    expect(await told(coordinator)).toHaveLength(1)
    expect(await told(lead)).toEqual([])
    expect(await told(worker)).toEqual([])
    expect(JSON.stringify(await told(coordinator))).not.toMatch(/880101|Another/)
    expect(await queue(coordinator, { sameNumber: true })).toHaveLength(1)
  })

  test('is not told to whom papers are shut', async () => {
    const { place, one, other } = await pairOf({
      one: { identity: numbered('770101300017') },
      other: {
        identity: numbered('770101300017'),
        contact: contact({
          names: [latin('Zhusanova', 'Perizat')],
          birth: { precision: 'year', year: 1950 },
        }),
      },
    })
    const lead = await w.somebody('nationalCoordinator')
    expect(
      (await queue(lead, { sameNumber: true })).map(row => [row.one.id, row.other.id].sort()),
    ).toContainEqual([one, other].sort())
    const team = newId()
    await w.admin.query('insert into access.teams (id, agency_id, name) values ($1, $2, $3)', [
      team,
      place.agencyId,
      'South',
    ])
    const beside = await w.somebody('supervisor', { agencyId: place.agencyId, teamId: team })
    expect(await queue(beside)).toEqual([])
    expect(await queue(beside, { sameNumber: true })).toEqual([])
  })
})

test('reasons come from what is open to the reader', async () => {
  const { place } = await pairOf(
    {
      other: {
        contact: contact({
          sex: 'male',
          birth: { precision: 'day', date: '2014-05-02' },
          names: [latin('Zhusanov', 'Perizat')],
        }),
        journey: { names: [latin('Baysheshekov', 'Nurlan')] },
      },
    },
    'consularOfficer',
  )
  const team = newId()
  await w.admin.query('insert into access.teams (id, agency_id, name) values ($1, $2, $3)', [
    team,
    place.agencyId,
    'East',
  ])
  const beside = await w.somebody('supervisor', { agencyId: place.agencyId, teamId: team })
  const row = await first(beside)
  expect(row.score).toBeLessThan(0.5)
  expect(JSON.stringify(row)).not.toMatch(/baysheshekov"|nurlan"/i)
  const sees = await w.somebody('supervisor', place)
  expect((await first(sees)).score).toBeGreaterThan(0.9)
})

describe('the thresholds', () => {
  test('are changed by who sees the whole node, with a reason, after a look at the effect', async () => {
    const { lead } = await pairOf()
    const coordinator = await w.somebody('nationalCoordinator')
    const settings = await w.as(coordinator)(routes.duplicateSettings, {})
    expect(settings.body).toMatchObject({ propose: 0.7, warn: 0.55, mayChange: true })
    const body = { propose: 0.99, warn: 0.6, reason: 'Too many namesakes' }
    const etag = { ifMatch: settings.etag ?? '' }
    expect(await w.as(lead)(routes.changeDuplicateSettings, { body }, etag)).toMatchObject({ status: 403 })
    const preview = await w.as(lead)(routes.previewDuplicates, { query: { propose: 1 } })
    expect(preview.body).toMatchObject({ now: 1, after: 0, examples: [{ shown: false }] })
    const changed = await w.as(coordinator)(routes.changeDuplicateSettings, { body }, etag)
    expect(changed).toMatchObject({ status: 200, body: { propose: 0.99, changedBy: coordinator.name } })
    expect(await w.as(coordinator)(routes.changeDuplicateSettings, { body }, etag)).toMatchObject({
      status: 412,
    })
    await w.as(coordinator)(
      routes.changeDuplicateSettings,
      { body: { ...body, propose: 0.7, warn: 0.55 } },
      { ifMatch: changed.etag ?? '' },
    )
  })
})

test('a whole register is compared in portions, each going on from the last', async () => {
  const { lead } = await pairOf()
  await w.admin.query('delete from people.lookalikes')
  await w.admin.query('update people.word_state set version = 77, reached = null')
  expect(await queue(lead)).toEqual([])
  let portions = 0
  for (; portions < 1000 && (await comparePortion(w.running.node, 77, 3)) > 0; portions++);
  expect(portions).toBeGreaterThan(3)
  expect(await comparePortion(w.running.node, 77, 3)).toBe(0)
  expect(await queue(lead)).toHaveLength(1)
})

test('what an older library found alike leaves the queue when the register is compared anew', async () => {
  // A name of its own: only so many records of one name are compared with each other.
  const { lead, one } = await pairOf({
    one: { contact: contact({ names: [cyrillicName('Желтоқсанов', 'Ерасыл')] }) },
    other: { contact: contact({ names: [latin('Zheltoksanov', 'Erasyl')] }) },
  })
  const other = draft({ contact: contact({ names: [latin('Quite', 'Another')] }) })
  await w.as(lead)(registerPerson, { body: other })
  await run()
  const proposed = draft({ contact: contact({ names: [latin('Somebody', 'Else')] }) })
  await w.as(lead)(registerPerson, { body: proposed })
  await run()
  await w.as(lead)(routes.proposePair, { body: { id: newId(), one, other: proposed.id } })
  await w.admin.query(
    `insert into people.lookalikes (id, a_id, b_id, score, found_at) values ($1, least($2::uuid, $3), greatest($2::uuid, $3), 0.999, now())`,
    [newId(), one, other.id],
  )
  expect(await queue(lead)).toHaveLength(3)
  await w.admin.query('update people.word_state set version = 78, reached = null')
  for (let left = 1000; left > 0 && (await comparePortion(w.running.node, 78, 4)) > 0; left--);
  const left = await queue(lead)
  expect(left).toHaveLength(2)
  expect(left.flatMap(pair => [pair.one.id, pair.other.id])).not.toContain(other.id)
})
