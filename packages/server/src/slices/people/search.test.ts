/** Finding people in any script, and never by what is shut. */
import { registerPerson, searchPeople } from '@kerege/contract/people/routes'
import type { PersonName, RegisterPerson } from '@kerege/contract/people/schema'
import { scriptOf } from '@kerege/contract/names/script'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { contact, cyrillicName, draft } from '../../testing/people.ts'
import { type Somebody, type World, world } from '../../testing/world.ts'

let w: World
beforeAll(async () => {
  w = await world()
})
afterAll(() => w.close())

const spelled = (given: string, family?: string, patronymic?: string): PersonName => ({
  given,
  ...(family ? { family } : {}),
  ...(patronymic ? { patronymic } : {}),
  script: scriptOf(given) as PersonName['script'],
  use: 'usual',
  source: 'list',
})

/** Somebody whose agency nobody else works for, so that tests do not find one another's people. */
const elsewhere = async () => w.somebody('caseManager', await w.agency())

async function register(who: Somebody, over: Partial<RegisterPerson>) {
  const body = draft(over)
  expect(await w.as(who)(registerPerson, { body })).toMatchObject({ status: 201 })
  return body.id
}

const find = async (who: Somebody, q: string, limit = 20) => {
  const reply = await w.as(who)(searchPeople, { body: { q, limit } })
  expect(reply.status).toBe(200)
  return reply.body
}

describe('one name in four spellings', () => {
  const spellings = [
    spelled('Гүлнәр', 'Әбенова', 'Сейітқызы'),
    spelled('Gulnara', 'Abenova'),
    spelled('Гульнара', 'Абенова', 'Сеитовна'),
    spelled('غولنارا', 'ابينوفا'),
  ]
  const text = (name: PersonName) => [name.given, name.patronymic, name.family].filter(Boolean).join(' ')

  test.each(spellings.map(name => [text(name), name] as const))(
    'registered as %s, found by the others',
    async (_, name) => {
      const worker = await elsewhere()
      const id = await register(worker, { contact: contact({ names: [name] }) })
      await register(worker, { contact: contact({ names: [spelled('Айгүл', 'Әбенова', 'Сейітқызы')] }) })
      for (const other of spellings) {
        for (const q of [text(other), text(other).split(' ').toReversed().join(' ')]) {
          const { rows } = await find(worker, q)
          expect(rows[0], q).toMatchObject({ id, matched: 'name' })
          expect(rows[0]?.score, q).toBeGreaterThan(0.7)
          expect(rows[0]?.reasons.some(reason => reason.kind === 'for')).toBe(true)
        }
      }
    },
  )
})

describe('the search box takes', () => {
  let worker: Somebody
  let alia: string
  let ivanov: string
  beforeAll(async () => {
    worker = await elsewhere()
    alia = await register(worker, {
      contact: contact({
        names: [cyrillicName('Көктемова', 'Әлия', 'Бақытқызы')],
        contacts: [{ system: 'phone', value: '+7 700 123 04 17', discretion: 'open' }],
      }),
      identity: {
        names: [],
        citizenships: [],
        identifiers: [{ system: 'certificate', value: 'KA-0083 517' }],
      },
    })
    ivanov = await register(worker, {
      contact: contact({
        names: [cyrillicName('Осенний', 'Алексей', 'Сергеевич')],
        sex: 'male',
        birth: { precision: 'year', year: 1988 },
        contacts: [],
      }),
    })
    for (const year of [1990, 2001]) {
      await register(worker, {
        contact: contact({
          names: [cyrillicName('Самалова', 'Әлия')],
          birth: { precision: 'year', year },
          contacts: [],
        }),
      })
    }
  })

  test.each([
    ['the beginning of a word', 'кокт'],
    ['two letters', 'ко'],
    ['beginnings of two words', 'али кокт'],
    ['a slip', 'Коктенова Алия'],
    ['a lost letter', 'Кктемова Алия'],
    ['an initial', 'Ә. Көктемова'],
    ['an initial and the father', 'Ә. Бақытқызы'],
    ['a whole phone', '+7 700 123 04 17'],
    ['a phone as it is dialled inside the country', '8 (700) 123-04-17'],
    ['the last digits of a phone', '0417'],
    ['a number of a paper', 'ka0083517'],
    ['the last digits of a paper', '83517'],
    ['a name and a year', 'Алия 2017'],
    ['a name and a date', '14.03.2017 Алия'],
  ])('%s', async (_, q) => {
    const { rows } = await find(worker, q)
    expect(rows[0]).toMatchObject({ id: alia })
  })

  test('two initials', async () => {
    const { rows } = await find(worker, 'А.С. Осенний')
    expect(rows[0]).toMatchObject({ id: ivanov })
  })

  test('a year beside a name, and puts others born then last or leaves them out', async () => {
    const { rows, understood } = await find(worker, 'Алия 2017')
    expect(understood).toMatchObject({ words: [{ text: 'Алия' }], birth: { precision: 'year', year: 2017 } })
    expect(rows.filter(row => row.score >= 0.7).map(row => row.id)).toEqual([alia])
    expect(rows[0]?.reasons).toContainEqual({ code: 'birth-year-same', kind: 'for' })
  })

  test('nonsense, and finds nobody', async () => {
    for (const q of ['qqqqwwwwzzzz', '😀', '0000000000', "'; drop", '%', '\\']) {
      expect((await find(worker, q)).rows).toEqual([])
    }
  })
})

describe('a place', () => {
  const texts = ['Уткір Наврӯзиён', 'Uktir Navruziyon', 'Navruz']

  /** More people than are asked for one by one, of whom nothing is written. */
  const crowd = (agency: string, area: string) =>
    w.admin.query(
      `insert into access.subjects (id, kind, agency_id, area_code)
       select gen_random_uuid(), 'person', $1, $2 from generate_series(1, 2001)`,
      [agency, area],
    )

  test.each([
    ['of few people', false],
    ['of thousands', true],
  ])('%s is searched by whoever works there, and by nobody else', async (_, many) => {
    const agency = await w.agency()
    const here = await w.somebody('consularOfficer', agency)
    const there = await w.somebody('consularOfficer', await w.agency())
    if (many) await crowd(agency.agencyId, 'KZ-75')
    const id = await register(here, { contact: contact({ names: [spelled('Уткір', 'Наврӯзиён')] }) })
    for (const q of texts) {
      expect(
        (await find(here, q)).rows.map(row => row.id),
        q,
      ).toEqual([id])
      expect((await find(there, q)).rows, q).toEqual([])
    }
  })
})
