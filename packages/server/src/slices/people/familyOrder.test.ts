import { listPeople, makeHousehold, registerPerson } from '@kerege/contract/people/routes'
import type { PersonRow } from '@kerege/contract/people/schema'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newId } from '../../platform/ids.ts'
import { contact, cyrillicName, draft } from '../../testing/people.ts'
import { type Somebody, type World, world } from '../../testing/world.ts'

let w: World
beforeAll(async () => {
  w = await world()
})
afterAll(() => w.close())

async function person(who: Somebody, family: string, given: string): Promise<string> {
  const body = draft({ contact: contact({ names: [cyrillicName(family, given)] }) })
  expect((await w.as(who)(registerPerson, { body })).status).toBe(201)
  return body.id
}

async function household(who: Somebody, name: string, ids: readonly string[]): Promise<string> {
  const id = newId()
  const members = ids.map(personId => ({ personId, role: 'other' as const }))
  expect((await w.as(who)(makeHousehold, { body: { id, name, members } })).status).toBe(201)
  return id
}

/** All pages as a reader meets them, each with the families it shows. */
async function pages(who: Somebody, limit: number, query: object = {}): Promise<PersonRow[][]> {
  const found: PersonRow[][] = []
  let cursor: string | undefined
  do {
    const reply = await w.as(who)(listPeople, {
      query: { sort: 'family', limit, ...query, ...(cursor ? { cursor } : {}) },
    })
    expect(reply.status).toBe(200)
    found.push(reply.body.rows)
    cursor = reply.body.next
  } while (cursor)
  return found
}

const labels = (rows: readonly PersonRow[]) => rows.map(row => row.label)

async function team() {
  const at = await w.agency()
  const lead = await w.somebody('supervisor', at)
  return { at, lead }
}

describe('the register by families', () => {
  test('keeps each family whole, in the order of their names whatever the script, the others after them', async () => {
    const { lead } = await team()
    const [cloud, brook] = [
      [await person(lead, 'Бұлтова', 'Айша'), await person(lead, 'Әлібаева', 'Зере')],
      [await person(lead, 'Арыкова', 'Нур'), await person(lead, 'Арыков', 'Бек')],
    ]
    await person(lead, 'Абаева', 'Жалғыз')
    await household(lead, 'Bultovtar', cloud)
    await household(lead, 'Арыковы', brook)
    const [page = []] = await pages(lead, 100)
    expect(labels(page)).toEqual([
      'Арыков Бек',
      'Арыкова Нур',
      'Әлібаева Зере',
      'Бұлтова Айша',
      'Абаева Жалғыз',
    ])
    expect(page.map(row => row.householdSize)).toEqual([2, 2, 2, 2, undefined])
  })

  test('ends a page where a family ends, and shows everybody once', async () => {
    const { lead } = await team()
    const families: string[] = []
    for (const name of ['Альфа', 'Бета', 'Гамма']) {
      const members: string[] = []
      for (const given of ['Бір', 'Екі', 'Үш']) members.push(await person(lead, name, given))
      families.push(await household(lead, name, members))
    }
    for (const name of ['Дара', 'Есен', 'Жал']) await person(lead, name, 'Жалғыз')
    const found = await pages(lead, 4)
    expect(found.map(page => page.length)).toEqual([3, 3, 4, 2])
    const all = found.flat()
    expect(new Set(all.map(row => row.id)).size).toBe(12)
    expect([...new Set(all.map(row => row.householdId))]).toEqual([...families, undefined])
    // A family that is longer than a page cannot but go on.
    expect((await pages(lead, 2)).flat().map(row => row.id)).toEqual(all.map(row => row.id))
  })

  test('follows when a name, a home or a team changes, and when somebody is gone', async () => {
    const { lead } = await team()
    const [first, second] = [await person(lead, 'Сая', 'Бір'), await person(lead, 'Сая', 'Екі')]
    const home = await household(lead, 'Яблоко', [first, second])
    await household(lead, 'Береза', [await person(lead, 'Береза', 'Ана')])
    expect(labels((await pages(lead, 100)).flat())).toEqual(['Береза Ана', 'Сая Бір', 'Сая Екі'])
    await w.admin.query("update people.households set name = 'Айва', sort_key = 'aiva' where id = $1", [home])
    expect(labels((await pages(lead, 100)).flat())).toEqual(['Сая Бір', 'Сая Екі', 'Береза Ана'])
    await w.admin.query('delete from people.household_members where person_id = $1', [first])
    expect(labels((await pages(lead, 100)).flat())).toEqual(['Сая Екі', 'Береза Ана', 'Сая Бір'])
    await w.admin.query("update people.persons set label = 'Ая Екі', sort_key = 'aia' where id = $1", [
      second,
    ])
    await w.admin.query('delete from people.persons where id = $1', [first])
    expect(labels((await pages(lead, 100)).flat())).toEqual(['Ая Екі', 'Береза Ана'])
    const left = await w.admin.query('select 1 from people.family_order where person_id = $1', [first])
    expect(left.rowCount).toBe(0)
  })

  test('says no word of kinship to whom it is not open, not even by its order', async () => {
    const { at, lead } = await team()
    const worker = await w.somebody('caseManager', at)
    const mine = [await person(worker, 'Өзен', 'Бір'), await person(worker, 'Арал', 'Екі')]
    const theirs = [await person(lead, 'Балық', 'Бір'), await person(lead, 'Шағала', 'Екі')]
    const between = await person(lead, 'Доп', 'Жалғыз')
    await household(worker, 'Өзендер', mine)
    await household(lead, 'Балықшылар', theirs)
    const rows = (await pages(worker, 100)).flat()
    // Their own family whole; the team's people by name, as if nobody belonged to anybody.
    expect(labels(rows)).toEqual(['Арал Екі', 'Өзен Бір', 'Балық Бір', 'Доп Жалғыз', 'Шағала Екі'])
    expect(rows.map(row => [row.householdSize, row.familyClosed])).toEqual([
      [2, undefined],
      [2, undefined],
      [undefined, true],
      [undefined, true],
      [undefined, true],
    ])
    expect(rows.slice(2).every(row => row.householdId === undefined)).toBe(true)
    expect((await pages(worker, 2)).map(page => page.length)).toEqual([2, 2, 1])
    expect((await pages(worker, 3)).flat().map(row => row.id)).toEqual(rows.map(row => row.id))

    const teacher = await w.somebody('teacher', at)
    for (const id of [...theirs, between]) await w.grant(teacher, id, 'task')
    const seen = (await pages(teacher, 100)).flat()
    expect(labels(seen)).toEqual(['Балық Бір', 'Доп Жалғыз', 'Шағала Екі'])
    expect(seen.every(row => row.familyClosed)).toBe(true)
  })

  test('counts who is not open, and narrows like every list', async () => {
    const { at, lead } = await team()
    const other = await w.agency()
    const elsewhere = await w.somebody('supervisor', other)
    const [near, far] = [await person(lead, 'Тау', 'Бір'), await person(elsewhere, 'Тау', 'Екі')]
    await household(lead, 'Таулар', [near])
    await w.admin.query(
      `insert into people.household_members (person_id, household_id, role)
       select $1, household_id, 'other' from people.household_members where person_id = $2`,
      [far, near],
    )
    const [row] = (await pages(lead, 100)).flat()
    expect(row).toMatchObject({ id: near, householdSize: 2 })
    expect((await pages(lead, 100, { sex: 'male' })).flat()).toEqual([])
    const coordinator = await w.somebody('nationalCoordinator', at)
    const everybody = (await pages(coordinator, 7)).flat()
    expect(new Set(everybody.map(one => one.id)).size).toBe(everybody.length)
    expect(everybody.filter(one => one.id === near || one.id === far)).toHaveLength(2)
  })

  test('does not go on from a place of another list', async () => {
    const { lead } = await team()
    for (const given of ['Бір', 'Екі']) await person(lead, 'Гүл', given)
    const byName = await w.as(lead)(listPeople, { query: { limit: 1 } })
    const cursor = byName.body.next ?? ''
    expect(await w.as(lead)(listPeople, { query: { sort: 'family', cursor } })).toMatchObject({ status: 422 })
  })
})
