/** Lists on their way in, later: a number that is taken, words for whoever reads, look-alikes for who may not merge, parked rows. */
import { registerPerson } from '@kerege/contract/people/routes'
import type { ImportRow, ManifestImport } from '@kerege/contract/repatriation/manifest/imports'
import * as routes from '@kerege/contract/repatriation/manifest/routes'
import {
  listPeopleOf,
  makeOperation,
  placeOnLeg,
  writeLeg,
} from '@kerege/contract/repatriation/operations/routes'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '../../../platform/ids.ts'
import { contact, cyrillicName, draft } from '../../../testing/people.ts'
import { type Somebody, type World, world } from '../../../testing/world.ts'

let w: World
let lead: Somebody
beforeAll(async () => {
  w = await world()
  lead = await w.somebody('operationLead')
})
afterAll(() => w.close())

const begin = async () => {
  const id = newId()
  await w.as(lead)(makeOperation, { body: { id, name: 'Bahor', fromCountry: 'SY' } })
  return id
}
const brought = async (operation: string, file: string, who = lead): Promise<ManifestImport> => {
  const { body } = await w.as(who)(routes.bringManifest, {
    params: { id: operation },
    query: { importId: newId() },
    body: new Uint8Array(Buffer.from(file)),
  })
  await match(body.id, who)
  return body
}
const match = async (id: string, who = lead) => {
  for (let left = 1; left > 0; ) left = (await w.as(who)(routes.matchImport, { params: { id } })).body.left
}
const rowsOf = async (id: string, query: object = {}, who = lead): Promise<ImportRow[]> =>
  (await w.as(who)(routes.listImportRows, { params: { id }, query: { limit: 100, ...query } })).body.rows
const decide = (id: string, rowId: string, body: object = {}, who = lead) =>
  w.as(who)(routes.decideImportRow, { params: { id, rowId }, body: { decision: 'accept', ...body } })
const many = (id: string, what: 'clean' | 'rest') =>
  w.as(lead)(routes.decideImportRows, { params: { id }, body: { what } })
const finish = (id: string) => w.as(lead)(routes.finishImport, { params: { id }, body: { area: 'KZ-75' } })
const goOn = (id: string, importId = newId(), who = lead) =>
  w.as(who)(routes.goOnWithParked, { params: { id }, body: { importId } })
const linesOf = async (id: string) => (await w.as(lead)(listPeopleOf, { params: { id } })).body

const head = 'Family;Name;Date of birth;Sex;Relationship;Bracelet'

test('a number that somebody wears is said beside the row, with one that is free', async () => {
  const id = await begin()
  const first = await brought(id, `${head}\n1;Erste Anna;03.05.1990;F;head;A-01\n`)
  await many(first.id, 'clean')
  await finish(first.id)
  const list = await brought(
    id,
    `${head}\n1;Zweite Berta;03.06.1988;F;head;A-01\n1;Zweite Cem;03.06.2012;M;son;A-03\n1;Zweite Dana;03.07.2014;F;daughter;A-03\n`,
  )
  const [berta, cem, dana] = await rowsOf(list.id)
  expect(cem?.problems).toEqual([])
  expect([berta, dana].map(row => row?.problems)).toMatchObject([
    [{ code: 'bracelet-taken', level: 'ask', params: { bracelet: 'A-01', free: 'A-02' } }],
    [{ code: 'bracelet-taken', level: 'ask', params: { bracelet: 'A-03', free: 'A-04' } }],
  ])
  // Taken as it is, nobody comes in, and the row is named.
  await many(list.id, 'clean')
  for (const row of [berta, dana]) await decide(list.id, row?.id ?? '')
  expect(await finish(list.id)).toMatchObject({ status: 409, body: { code: 'bracelet-taken', row: 2 } })
  for (const [row, bracelet] of [
    [berta, 'A-02'],
    [dana, 'A-04'],
  ] as const) {
    const corrected = await w.as(lead)(routes.correctImportRow, {
      params: { id: list.id, rowId: row?.id ?? '' },
      body: { person: { ...(row as ImportRow).person, bracelet }, family: 0 },
    })
    expect(corrected).toMatchObject({ status: 200, body: { problems: [] } })
  }
  await many(list.id, 'clean')
  expect(await finish(list.id)).toMatchObject({ status: 200 })
  expect((await linesOf(id)).lines.map(line => line.bracelet).toSorted()).toEqual([
    'A-01',
    'A-02',
    'A-03',
    'A-04',
  ])
})

test('what is said of a row is put into words for whoever reads it', async () => {
  const id = await begin()
  const list = await brought(id, `${head}\n1;;03.05.1990;F;head;\n1;Anna Test;03.05.1990;F;head;\n`)
  const said = async (language?: string) =>
    (await rowsOf(list.id, language ? { language } : {}))[0]?.problems.map(one => one.message)
  expect(await said('kk')).toEqual(['Бұл жолда аты-жөні жоқ'])
  expect(await said('en')).toContain('There is no name in this row')
  const whole = await w.as(lead)(routes.getImport, { params: { id: list.id }, query: { language: 'ru' } })
  expect(whole.status).toBe(200)
  const kept = await w.admin.query(
    'select problems from repatriation.import_rows where import_id = $1 order by row',
    [list.id],
  )
  expect(kept.rows[0].problems[0]).toEqual({ row: 2, column: 'B', code: 'name-missing', level: 'stop' })
})

test('who may not merge records sees look-alikes with reasons all the same, and says whether it is the same person', async () => {
  const consul = await w.somebody('consularOfficer')
  const known = draft({
    contact: contact({
      names: [cyrillicName('Консулова', 'Дана')],
      birth: { precision: 'day', date: '1991-02-03' },
    }),
  })
  expect((await w.as(lead)(registerPerson, { body: known })).status).toBe(201)
  const list = await brought(
    await begin(),
    `${head}\n1;Konsulova Dana;03.02.1991;F;head;\n2;Konsulova Dana;03.02.1991;F;head;\n`,
    consul,
  )
  const [same, other] = await rowsOf(list.id, {}, consul)
  expect(same?.lookAlikes).toMatchObject([
    { id: known.id, reasons: expect.arrayContaining([{ code: 'birth-date-same', kind: 'for' }]) },
  ])
  expect(await decide(list.id, same?.id ?? '', { sameAs: known.id }, consul)).toMatchObject({ status: 200 })
  expect(await decide(list.id, other?.id ?? '', { others: [known.id] }, consul)).toMatchObject({
    status: 200,
  })
  const finished = w.as(consul)(routes.finishImport, { params: { id: list.id }, body: { area: 'KZ-75' } })
  expect(await finished).toMatchObject({ status: 200, body: { counts: { accepted: 2 } } })
})

test('parked rows are taken up later, with their families, and nothing is lost', async () => {
  const id = await begin()
  const list = await brought(
    id,
    `${head}\n1;Later Anna;03.05.1990;F;head;\n1;Later Ben;03.05.2015;M;son;\n1;Later Cem;03.06.2016;M;son;\n2;Vonlater Dina;03.06.1988;F;head;\n2;Vonlater Ela;03.07.2014;F;daughter;\n`,
  )
  expect(await goOn(list.id)).toMatchObject({ status: 409, body: { code: 'import-done' } })
  const rows = await rowsOf(list.id)
  const named = (name: string) => rows.find(row => row.cells[1]?.includes(name))?.id ?? ''
  for (const name of ['Anna', 'Ben', 'Dina']) await decide(list.id, named(name))
  await many(list.id, 'rest')
  await finish(list.id)
  const stranger = await w.somebody('operationLead', await w.agency())
  expect(await goOn(list.id, newId(), stranger)).toMatchObject({ status: 404 })

  const later = newId()
  const taken = await goOn(list.id, later)
  expect(taken).toMatchObject({
    status: 201,
    body: {
      id: later,
      state: 'open',
      goesOn: true,
      mappable: false,
      counts: { rows: 2, open: 2, unmatched: 2 },
    },
  })
  expect((await goOn(list.id, later)).body.id).toBe(later)
  expect(await goOn(list.id)).toMatchObject({ status: 409, body: { code: 'import-nobody' } })
  await match(later)
  expect((await rowsOf(later)).map(row => row.cells[1])).toEqual(['Later Cem', 'Vonlater Ela'])
  for (const row of await rowsOf(later))
    expect(await decide(later, row.id, { others: row.lookAlikes.map(one => one.id) })).toMatchObject({
      status: 200,
    })
  expect(await finish(later)).toMatchObject({ status: 200 })

  const { lines, families } = await linesOf(id)
  expect(lines).toHaveLength(5)
  // Cem is of the family that came in before; Dina, who had come alone, stands with her daughter now.
  expect(families).toHaveLength(2)
  const of = (name: string) => lines.find(line => line.name.includes(name))?.familyId
  expect([of('Cem'), of('Ela')]).toEqual([of('Anna'), of('Dina')])
  expect(lines.filter(line => line.head).map(line => line.name)).toEqual(['Later Anna'])
})

test('two persons on one seat are said beside the row; left so, the second goes along without a seat and nothing is lost', async () => {
  const id = await begin()
  const legId = newId()
  const leg = { ordinal: 1, kind: 'air' as const, fromPlace: 'A', toPlace: 'B', vehicle: 'XX 101' }
  expect((await w.as(lead)(writeLeg, { params: { id, legId }, body: leg })).status).toBeLessThan(300)
  const seats = 'Family;Name;Date of birth;Sex;Relationship;Flight;Seat'
  const first = await brought(id, `${seats}\n1;Platz Anna;03.05.1990;F;head;XX 101;4A\n`)
  await many(first.id, 'clean')
  await finish(first.id)

  const list = await brought(
    id,
    `${seats}\n1;Sitz Berta;03.06.1988;F;head;XX-101;4a\n1;Sitz Cem;03.06.2012;M;son;XX 101;5B\n1;Sitz Dana;03.07.2014;F;daughter;XX 101;5B\n1;Sitz Ela;03.08.2016;F;daughter;XX 101;5C\n`,
  )
  const said = async () =>
    (await rowsOf(list.id)).map(row => row.problems.flatMap(one => [one.code, one.params]))
  const seat = { seat: '5B', leg: 'XX 101' }
  expect(await said()).toEqual([
    ['seat-taken', { seat: '4a', leg: 'XX-101' }],
    [],
    ['seat-twice', { ...seat, other: 3 }],
    [],
  ])
  expect((await rowsOf(list.id, { language: 'kk' }))[2]?.problems[0]?.message).toContain('3-жолда')
  // One row is put right, the other is taken as it is.
  const [berta, , dana] = await rowsOf(list.id)
  const corrected = await w.as(lead)(routes.correctImportRow, {
    params: { id: list.id, rowId: berta?.id ?? '' },
    body: { person: { ...(berta as ImportRow).person, seat: '6A' }, family: 0 },
  })
  expect(corrected).toMatchObject({ status: 200, body: { problems: [] } })
  await many(list.id, 'clean')
  expect(await decide(list.id, dana?.id ?? '')).toMatchObject({ status: 200 })
  // Meanwhile somebody is given the seat of a third one, of whom nothing was said.
  const { lines } = await linesOf(id)
  const put = [{ lineId: lines[0]?.id ?? '', seat: '5C' }]
  expect((await w.as(lead)(placeOnLeg, { params: { id, legId }, body: { put, take: [] } })).status).toBe(200)
  expect(await finish(list.id)).toMatchObject({ status: 200 })
  const after = (await linesOf(id)).lines.map(line => [
    line.name,
    line.legs[0]?.legId === legId,
    line.legs[0]?.seat,
  ])
  expect(after.toSorted()).toEqual([
    ['Platz Anna', true, '5C'],
    ['Sitz Berta', true, '6A'],
    ['Sitz Cem', true, '5B'],
    ['Sitz Dana', true, undefined],
    ['Sitz Ela', true, undefined],
  ])
  expect((await said()).map(([code]) => code)).toEqual([undefined, undefined, 'seat-twice', 'seat-taken'])
})
