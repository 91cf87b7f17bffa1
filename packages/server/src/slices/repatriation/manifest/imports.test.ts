/** A list of names on its way in: who may, what is refused, every row decided, one batch, taken back whole. Names are invented. */
import { readFile } from 'node:fs/promises'
import { changeSection, getPerson, registerPerson } from '@kerege/contract/people/routes'
import type { ImportRow, ManifestImport } from '@kerege/contract/repatriation/manifest/imports'
import * as routes from '@kerege/contract/repatriation/manifest/routes'
import {
  listPeopleOf,
  makeOperation,
  moveLine,
  writeLeg,
  addLine,
} from '@kerege/contract/repatriation/operations/routes'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
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

const begin = async (who = lead) => {
  const id = newId()
  const body = { id, name: 'Bahor', fromCountry: 'SY' }
  expect(await w.as(who)(makeOperation, { body })).toMatchObject({ status: 201 })
  return id
}
const bring = (operation: string, file: string | Uint8Array, who: Somebody | null = lead) =>
  w.as(who)(routes.bringManifest, {
    params: { id: operation },
    query: { importId: newId() },
    body: new Uint8Array(Buffer.from(file)),
  })
const brought = async (operation: string, file: string | Uint8Array): Promise<ManifestImport> => {
  const { status, body } = await bring(operation, file)
  expect(status).toBe(201)
  for (let left = 1; left > 0; ) {
    const compared = await w.as(lead)(routes.matchImport, { params: { id: body.id } })
    expect(compared.status).toBe(200)
    left = compared.body.left
  }
  return body
}
const rowsOf = async (id: string, view: 'all' | 'look' = 'all'): Promise<ImportRow[]> =>
  (await w.as(lead)(routes.listImportRows, { params: { id }, query: { view, limit: 100 } })).body.rows
const decide = (id: string, rowId: string, body: object) =>
  w.as(lead)(routes.decideImportRow, { params: { id, rowId }, body: { decision: 'accept', ...body } })
const many = (id: string, what: 'clean' | 'rest') =>
  w.as(lead)(routes.decideImportRows, { params: { id }, body: { what } })
const finish = (id: string, area = 'KZ-75') =>
  w.as(lead)(routes.finishImport, { params: { id }, body: { area } })
const undo = (id: string) =>
  w.as(lead)(routes.undoImport, { params: { id }, body: { reason: 'The wrong file' } })
const people = async (operation: string) =>
  (await w.as(lead)(listPeopleOf, { params: { id: operation } })).body
const count = async (text: string, values: unknown[] = []) =>
  Number((await w.admin.query(text, values)).rows[0].n)

const head = 'No;Family;Name;Date of birth;Sex;Relationship;Flight;Seat;Passport;Citizenship'
const two = (family: string) =>
  `${head}
1;1;${family} Anna;03.05.1990;F;head;XX 101;4A;N123;Kazakhstan
2;1;${family} Ben;13.05.2015;M;son;XX 101;4B;;
3;2;Von${family} Carla;03.06.1988;F;head;XX 102;;;
`

describe('is refused', () => {
  test('to nobody, to roles that keep no list, and to another agency as if it were not there', async () => {
    const id = await begin()
    const list = await brought(id, two('Refused'))
    expect(await bring(id, two('X'), null)).toMatchObject({ status: 401 })
    const stranger = await w.somebody('operationLead', await w.agency())
    for (const role of ['caseManager', 'receptionOfficer', 'nationalCoordinator'] as const) {
      expect(await bring(id, two('X'), await w.somebody(role))).toMatchObject({ status: 403 })
    }
    expect(await bring(id, two('X'), stranger)).toMatchObject({ status: 404 })
    for (const route of [routes.getImport, routes.listImportRows, routes.matchImport] as const) {
      const strange = await w.as(stranger)(route as typeof routes.getImport, { params: { id: list.id } })
      expect(strange.status).toBe(404)
    }
    const [row] = await rowsOf(list.id)
    const decided = w.as(stranger)(routes.decideImportRow, {
      params: { id: list.id, rowId: row?.id ?? '' },
      body: { decision: 'park' },
    })
    expect(await decided).toMatchObject({ status: 404 })
  })
  test.each<[string, string | Uint8Array, string]>([
    ['nothing', '', 'manifest-empty'],
    ['no list', '\u0000\u0001\u0002', 'sheet-other-format'],
    ['numbers alone', '1;2\n3;4\n', 'manifest-no-names'],
    ['50,000 rows', `Name;Age\n${'Anna Test;30\n'.repeat(50_000)}`, 'sheet-too-long'],
    ['6,000 persons', `Name;Age\n${'Anna Test;30\n'.repeat(6_000)}`, 'manifest-too-long'],
    ['half a workbook', 'PK\u0003\u0004half', 'file-mixed'],
  ])('for a file of %s, and nothing is kept', async (_, file, code) => {
    const id = await begin()
    expect(await bring(id, file)).toMatchObject({ status: 422, body: { code } })
    expect((await w.as(lead)(routes.listImports, { params: { id } })).body.rows).toEqual([])
  })
})

test('a list is mapped anew, and the mapping of its source is found again', async () => {
  const id = await begin()
  const known = 'Wer;Name;Wann\nx;Anna Test;03/05/1990\ny;Ben Test;04/06/2015\n'
  const list = (await bring(id, known)).body
  const mapped = await w.as(lead)(
    routes.mapImport,
    {
      params: { id: list.id },
      body: { map: { columns: { B: 'name', C: 'birth' }, dates: 'month-first' }, saveAs: 'Camp office' },
    },
    { ifMatch: `"${list.version}"` },
  )
  expect(mapped).toMatchObject({
    status: 200,
    body: { template: 'Camp office', map: { dates: 'month-first' } },
  })
  expect((await rowsOf(list.id))[0]?.person.birth).toEqual({ precision: 'day', date: '1990-03-05' })
  const again = (await bring(id, known.replace('Anna', 'Dina'))).body
  expect(again).toMatchObject({ template: 'Camp office', map: { columns: { B: 'name', C: 'birth' } } })
})

test('row by row: what stops is put right, a look-alike is the same or another, the rest comes or is parked', async () => {
  const id = await begin()
  const known = draft({
    contact: contact({
      names: [cyrillicName('Аликова', 'Дана')],
      sex: 'female',
      birth: { precision: 'day', date: '1991-02-03' },
    }),
  })
  expect((await w.as(lead)(registerPerson, { body: known })).status).toBe(201)
  const list = await brought(
    id,
    `${head}\n1;1;Alikova Dana;03.02.1991;F;head;;;;\n2;1;Alikov Timur;03.02.2031;M;son;;;;\n3;2;Аликова Дана;03.02.1991;ж;глава;;;;\n4;3;Ясная Вера;01.02.1985;ж;глава;;;;\n5;4;;1990;F;head;;;;\n`,
  )
  expect(list.counts).toMatchObject({ rows: 5, open: 5, stopped: 2 })
  const [dana, timur, other, vera, nobody] = (await rowsOf(list.id)) as [
    ImportRow,
    ImportRow,
    ImportRow,
    ImportRow,
    ImportRow,
  ]
  expect(dana.lookAlikes).toMatchObject([
    { id: known.id, reasons: expect.arrayContaining([{ code: 'birth-date-same', kind: 'for' }]) },
  ])
  expect(vera).toMatchObject({ lookAlikes: [], problems: [{ code: 'birth-first-of-january' }].slice(1) })

  expect(await decide(list.id, dana.id, {})).toMatchObject({
    status: 422,
    body: { faults: [{ code: 'look-alike-open' }] },
  })
  expect(await decide(list.id, dana.id, { sameAs: newId() })).toMatchObject({
    body: { faults: [{ code: 'not-a-look-alike' }] },
  })
  expect(await decide(list.id, timur.id, {})).toMatchObject({ body: { faults: [{ code: 'row-stopped' }] } })
  expect(await decide(list.id, dana.id, { sameAs: known.id })).toMatchObject({
    status: 200,
    body: { decision: 'accept', sameAs: known.id },
  })

  const right = { person: { ...timur.person, birth: { precision: 'day', date: '2013-02-03' } }, family: 0 }
  const corrected = await w.as(lead)(routes.correctImportRow, {
    params: { id: list.id, rowId: timur.id },
    body: right as never,
  })
  expect(corrected).toMatchObject({
    status: 200,
    body: { corrected: true, problems: [], cells: timur.cells },
  })
  const future = { person: timur.person, family: 0 }
  expect(
    await w.as(lead)(routes.correctImportRow, { params: { id: list.id, rowId: timur.id }, body: future }),
  ).toMatchObject({
    body: { faults: [{ pointer: '/person/birth', code: 'birth-in-future' }] },
  })
  expect(await finish(list.id)).toMatchObject({ status: 409, body: { code: 'import-undecided', rows: 4 } })

  expect((await many(list.id, 'clean')).body.counts).toMatchObject({ accepted: 3, open: 2 })
  expect(other.problems.map(one => one.code)).toContain('duplicate-row')
  expect(await decide(list.id, other.id, { others: [known.id] })).toMatchObject({ status: 200 })
  expect((await many(list.id, 'rest')).body.counts).toMatchObject({ accepted: 4, parked: 1, open: 0 })

  const done = await finish(list.id)
  expect(done).toMatchObject({ status: 200, body: { state: 'imported', mappable: false, undoable: true } })
  const { lines, families } = await people(id)
  expect(lines.map(line => line.name).toSorted()).toEqual([
    'Alikov Timur',
    'Аликова Дана',
    'Аликова Дана',
    'Ясная Вера',
  ])
  expect(families).toMatchObject([{ name: 'Alikova' }])
  expect(lines.filter(line => line.familyId).map(line => [line.personId === known.id, line.head])).toEqual([
    [true, true],
    [false, false],
  ])
  // Nothing of a row is lost, parked ones too.
  const after = await rowsOf(list.id)
  expect(after.map(row => row.cells[2])).toEqual([
    'Alikova Dana',
    'Alikov Timur',
    'Аликова Дана',
    'Ясная Вера',
    '',
  ])
  expect(after.find(row => row.id === nobody.id)).toMatchObject({ decision: 'park' })
  expect(await finish(list.id)).toMatchObject({ status: 409, body: { code: 'import-done' } })
})

test('a batch comes whole: persons with what the list says, families, households, legs; and is taken back whole', async () => {
  const id = await begin()
  const legId = newId()
  const leg = { ordinal: 1, kind: 'air' as const, fromPlace: 'A', toPlace: 'B', vehicle: 'XX-101' }
  await w.as(lead)(writeLeg, { params: { id, legId }, body: leg })
  const before = await count('select count(*) n from people.persons')
  const list = await brought(id, two('Whole'))
  await many(list.id, 'clean')
  expect(await finish(list.id)).toMatchObject({ status: 200 })
  const { lines } = await people(id)
  expect(lines).toHaveLength(3)
  const anna = lines.find(line => line.name.includes('Anna'))
  expect(anna?.legs).toEqual([{ legId, seat: '4A' }])
  const person = (await w.as(lead)(getPerson, { params: { id: anna?.personId ?? '' } })).body
  expect(person).toMatchObject({
    area: 'KZ-75',
    contact: { sex: 'female', birth: { precision: 'day', date: '1990-05-03' } },
    identity: {
      citizenships: [{ country: 'KZ', standing: 'claimed' }],
      identifiers: [{ system: 'passport', value: 'N123' }],
    },
    kinship: { household: { role: 'head' } },
  })

  expect(await undo(list.id)).toMatchObject({
    status: 200,
    body: { state: 'open', stayed: 0, counts: { accepted: 3 } },
  })
  expect(await people(id)).toMatchObject({ lines: [], families: [] })
  expect(await count('select count(*) n from people.persons')).toBe(before)
  expect((await rowsOf(list.id)).map(row => row.cells[2])).toEqual([
    'Whole Anna',
    'Whole Ben',
    'VonWhole Carla',
  ])
  // And comes once more.
  expect(await finish(list.id)).toMatchObject({ status: 200 })
  expect((await people(id)).lines).toHaveLength(3)
})

test('with whom somebody has worked since, that one stays when the rest is taken back', async () => {
  const id = await begin()
  const list = await brought(id, two('Worked'))
  await many(list.id, 'clean')
  await finish(list.id)
  const { lines } = await people(id)
  const [ben, carla] = ['Ben', 'Carla'].map(name => lines.find(line => line.name.includes(name)))
  await w.as(lead)(moveLine, {
    params: { id, lineId: carla?.id ?? '' },
    body: { to: 'refused', reason: 'She does not want to' },
  })
  const person = (await w.as(lead)(getPerson, { params: { id: ben?.personId ?? '' } })).body
  const changed = await w.as(lead)(
    changeSection,
    {
      params: { id: person.id, section: 'contact' },
      body: { kind: 'update', section: { ...person.contact, sex: 'unknown' } },
    },
    { ifMatch: '"1"' },
  )
  expect(changed.status).toBe(200)
  expect(await undo(list.id)).toMatchObject({ status: 200, body: { stayed: 2 } })
  expect((await people(id)).lines.map(line => line.id).toSorted()).toEqual([ben?.id, carla?.id].toSorted())
})

test('once a list was frozen with it, an import is not taken back', async () => {
  const id = await begin()
  const list = await brought(id, two('Frozen'))
  await many(list.id, 'clean')
  await finish(list.id)
  await w.admin.query(
    `update repatriation.manifests set state = 'frozen', at = now() + interval '1 second' where operation_id = $1`,
    [id],
  )
  expect(await undo(list.id)).toMatchObject({ status: 409, body: { code: 'import-frozen' } })
  expect(await bring(id, two('Late'))).toMatchObject({ status: 409, body: { code: 'list-frozen' } })
})

test('one row that cannot come keeps everybody out, and is named', async () => {
  const [id, elsewhere] = [await begin(), await begin()]
  const known = draft({
    contact: contact({
      names: [cyrillicName('Вдругих', 'Мина')],
      birth: { precision: 'day', date: '1991-02-03' },
    }),
  })
  await w.as(lead)(registerPerson, { body: known })
  await w.as(lead)(addLine, { params: { id: elsewhere }, body: { id: newId(), personId: known.id } })
  const list = await brought(id, `${two('Half')}4;3;Вдругих Мина;03.02.1991;ж;глава;;;;\n`)
  await many(list.id, 'clean')
  const mina = (await rowsOf(list.id, 'look'))[0]
  expect(await decide(list.id, mina?.id ?? '', { sameAs: known.id })).toMatchObject({ status: 200 })
  const before = await count('select count(*) n from people.persons')
  expect(await finish(list.id)).toMatchObject({
    status: 409,
    body: { code: 'person-on-another-list', row: 5 },
  })
  expect(await finish(list.id, 'KZ-00')).toMatchObject({
    status: 422,
    body: { faults: [{ pointer: '/area', code: 'area-unknown' }] },
  })
  expect(await people(id)).toMatchObject({ lines: [], families: [] })
  expect(await count('select count(*) n from people.persons')).toBe(before)
})

test('an erased person leaves the list that named them, and what nobody took goes when the operation is over', async () => {
  const id = await begin()
  const list = await brought(id, two('Gone'))
  const rows = await rowsOf(list.id)
  await decide(list.id, rows[0]?.id ?? '', {})
  await many(list.id, 'rest')
  await finish(list.id)
  const [line] = (await people(id)).lines
  await w.admin.query('delete from people.persons where id = $1', [line?.personId])
  expect((await rowsOf(list.id)).map(row => row.cells[2])).toEqual(['Gone Ben', 'VonGone Carla'])
  await w.admin.query(`update repatriation.operations set state = 'called-off' where id = $1`, [id])
  expect(await rowsOf(list.id)).toEqual([])
  expect(
    await count(`select count(*) n from repatriation.imports where id = $1 and about ->> 'leftOut' = '[]'`, [
      list.id,
    ]),
  ).toBe(1)
})

test('a list of a camp comes in, blocks and two scripts and all', async () => {
  const id = await begin()
  const file = await readFile(new URL('../../../demo/manifests/camp-arabic-cyrillic.xlsx', import.meta.url))
  const list = await brought(id, file)
  await many(list.id, 'clean')
  for (const row of await rowsOf(list.id, 'look')) {
    const decided = await decide(list.id, row.id, { others: row.lookAlikes.map(one => one.id) })
    expect(decided).toMatchObject({ status: 200 })
  }
  expect(await finish(list.id)).toMatchObject({ status: 200, body: { state: 'imported' } })
  const { lines, families } = await people(id)
  expect([lines.length, families.length]).toEqual([34, 8])
  expect(
    families.filter(family => lines.some(line => line.familyId === family.id && line.head)),
  ).toHaveLength(7)
})
