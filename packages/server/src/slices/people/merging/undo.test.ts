/** Property: whatever two records hold, merging them and taking it back leaves both as they were. */
import { mergePeople, undoMerge } from '@kerege/contract/people/duplicates/routes'
import { choiceFields } from '@kerege/contract/people/duplicates/merges'
import { getPerson, registerPerson, searchPeople } from '@kerege/contract/people/routes'
import type { RegisterPerson } from '@kerege/contract/people/schema'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '../../../platform/ids.ts'
import { type Somebody, type World, world } from '../../../testing/world.ts'

let w: World
let lead: Somebody
let consul: Somebody
beforeAll(async () => {
  w = await world()
  lead = await w.somebody('supervisor')
  consul = await w.somebody('consularOfficer')
})
afterAll(() => w.close())

const words = ['Aliya', 'Алия', 'Әлия', 'Gulnar', 'Гүлнәр', 'O’g‘il', 'Бақытқызы', 'عليا', 'Sejîm', 'Ӯғулой']
const name = fc.record({
  given: fc.constantFrom(...words),
  family: fc.constantFrom(...words),
  script: fc.constantFrom('Latn' as const, 'Cyrl' as const, 'Arab' as const),
  use: fc.constantFrom('usual' as const, 'official' as const, 'former' as const),
  source: fc.constantFrom('self' as const, 'list' as const),
})
const person: fc.Arbitrary<Omit<RegisterPerson, 'id'>> = fc.record({
  area: fc.constantFrom('KZ-75', 'KZ-71'),
  contact: fc.record({
    names: fc.array(name, { minLength: 1, maxLength: 4 }),
    sex: fc.constantFrom('female' as const, 'male' as const, 'unknown' as const, 'withheld' as const),
    birth: fc.constantFrom(
      { precision: 'unknown' as const },
      { precision: 'withheld' as const },
      { precision: 'year' as const, year: 2017 },
      { precision: 'month' as const, month: '2017-03' },
      { precision: 'estimated' as const, age: 9, asOf: '2026-02-28' },
      { precision: 'day' as const, date: '2017-03-14' },
    ),
    languages: fc.uniqueArray(
      fc.record({
        tag: fc.constantFrom('kk', 'ru', 'ar'),
        level: fc.constantFrom('good' as const, 'some' as const),
        preferred: fc.boolean(),
      }),
    ),
    contacts: fc.array(
      fc.record({
        system: fc.constantFrom('phone' as const, 'address' as const),
        value: fc.constantFrom('+7 700 000 00 01', '+7 700 000 00 02', 'Көктем 5'),
        discretion: fc.constantFrom('open' as const, 'ask-first' as const),
      }),
      { maxLength: 4 },
    ),
  }),
  identity: fc.record({
    names: fc.array(name, { maxLength: 2 }),
    citizenships: fc.array(
      fc.record({
        country: fc.constantFrom('KZ', 'XX'),
        standing: fc.constantFrom('claimed' as const, 'proved' as const),
      }),
      { maxLength: 2 },
    ),
    identifiers: fc.array(
      fc.record({
        system: fc.constantFrom('passport', 'birth-certificate'),
        value: fc.constantFrom('N 1', 'N-2'),
      }),
      { maxLength: 3 },
    ),
  }),
  journey: fc.record({ names: fc.array(name, { maxLength: 2 }) }),
})

test('two records merged and parted read as before', async () => {
  await fc.assert(
    fc.asyncProperty(
      person,
      person,
      fc.constantFrom('stays' as const, 'joins' as const),
      async (a, b, side) => {
        const [one, other] = [newId(), newId()]
        for (const body of [
          { id: one, ...a },
          { id: other, ...b },
        ]) {
          expect(await w.as(consul)(registerPerson, { body })).toMatchObject({ status: 201 })
        }
        const before = [await everything(one), await everything(other)]
        const body = {
          id: newId(),
          stays: one,
          staysVersion: 1,
          joins: other,
          joinsVersion: 1,
          choices: Object.fromEntries(choiceFields.map(field => [field, side])),
          reason: 'They are one',
        }
        expect(await w.as(lead)(mergePeople, { body })).toMatchObject({ status: 201 })
        const undone = await w.as(lead)(undoMerge, {
          params: { id: body.id },
          body: { reason: 'They are two' },
        })
        expect(undone).toMatchObject({ status: 200, body: { kept: [], keptElsewhere: 0 } })
        expect([await everything(one), await everything(other)]).toEqual(before)
      },
    ),
    { numRuns: 15, endOnFailure: true },
  )
})

/** As the API tells it, and as the tables of its sections and its search hold it. */
async function everything(id: string) {
  const { version, updatedAt, ...person } = (await w.as(lead)(getPerson, { params: { id } })).body
  const tables = await w.admin.query(
    `select (select to_jsonb(p) - 'version' - 'updated_at' from people.persons p where p.id = $1) as person,
            (select jsonb_agg(to_jsonb(n) - 'id' order by compartment, ordinal) from people.names n where person_id = $1) as names,
            (select jsonb_agg(to_jsonb(d) - 'id' order by ordinal) from people.identifiers d where person_id = $1) as identifiers,
            (select jsonb_agg(to_jsonb(u) order by token, compartment, kind) from people.token_uses u where person_id = $1) as words,
            (select to_jsonb(s) from access.subjects s where s.id = $1) as place`,
    [id],
  )
  const found = await w.as(lead)(searchPeople, {
    body: { q: person.contact?.names[0]?.given ?? '', limit: 50 },
  })
  const row = found.body.rows.find(one => one.id === id)
  return { person, tables: tables.rows[0], found: { ...row, updatedAt: '' } }
}
