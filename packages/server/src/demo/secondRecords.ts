/**
 * Second records of invented people: the same child on another list, in another script, with what a clerk got wrong.
 * They fill the queue of look-alikes with pairs as offices meet them; one has another number's mistake, one is a
 * namesake who is somebody else.
 */
import type { BirthDate, PersonName } from '@kerege/contract/people/schema'
import { addDays, idTime, momentOf, timeOf } from './days.ts'
import { airlineLatin, arabic, russian } from './names/spell.ts'
import { type Random, random } from './random.ts'
import type { DemoHousehold, DemoNode, DemoPerson } from './types.ts'

export interface SecondRecords {
  people: DemoPerson[]
  households: DemoHousehold[]
  /** The record and the other one, the first of them merged already, the second proposed by a colleague. */
  pairs: { one: string; other: string }[]
}

type Way = 'latin' | 'russian' | 'arabic' | 'number' | 'namesake'
const ways: readonly Way[] = [
  ...(['latin', 'russian', 'latin', 'arabic', 'latin', 'russian', 'number', 'latin', 'namesake'] as const),
  ...(['arabic', 'russian', 'latin', 'latin', 'russian'] as const),
]

export function inventSecondRecords(demo: DemoNode, seed: string, today: string): SecondRecords {
  const chance = random(`${seed}/${demo.id}/second`)
  const known = demo.people.filter(
    ({ contact, teamId, identity, householdRole }) =>
      teamId !== undefined &&
      householdRole === 'child' &&
      contact.birth.precision === 'day' &&
      contact.names[0]?.family !== undefined &&
      identity.identifiers.length > 0,
  )
  // Spread over the families, so that no two pairs are of one home.
  const step = Math.max(1, Math.floor(known.length / (ways.length + 1)))
  const made: SecondRecords = { people: [], households: [], pairs: [] }
  for (const [at, way] of ways.entries()) {
    const person = known[at * step]
    if (!person) continue
    const { household, second } = secondOf(chance.fork(String(at)), person, way, today)
    made.households.push(household)
    made.people.push(second)
    made.pairs.push({ one: person.id, other: second.id })
  }
  return made
}

function secondOf(chance: Random, person: DemoPerson, way: Way, today: string) {
  const day = addDays(today, -chance.int(2, 25))
  const createdAt = momentOf(day, chance.int(28_000, 60_000))
  const founded = idTime(timeOf(day), today)
  const [usual] = person.contact.names
  if (!usual) throw new Error('Everybody has a name.')
  const name = written(usual, way)
  const household: DemoHousehold = {
    id: chance.id(founded),
    name: name.family ?? '',
    createdAt,
    updatedAt: createdAt,
  }
  const second: DemoPerson = {
    id: chance.id(founded),
    agencyId: person.agencyId,
    ...(person.teamId && { teamId: person.teamId }),
    area: person.area,
    householdId: household.id,
    householdRole: 'child',
    contact: {
      names: [name],
      sex: way === 'arabic' ? 'unknown' : person.contact.sex,
      birth: birthOn(chance, person.contact.birth, way),
      languages: person.contact.languages.slice(0, 1),
      contacts: [],
    },
    identity: {
      names: [],
      citizenships: [],
      identifiers: way === 'number' ? person.identity.identifiers.slice(0, 1) : [],
    },
    journey: { names: [] },
    health: {},
    createdAt,
    updatedAt: createdAt,
  }
  return { household, second }
}

/** As the clerk of another list wrote it. */
function written(name: PersonName, way: Way): PersonName {
  const language = name.language ?? 'ru'
  const spelt = (write: (word: string, language: string) => string) => ({
    ...(name.family && { family: write(name.family, language) }),
    ...(name.given && { given: write(name.given, language) }),
  })
  switch (way) {
    case 'latin':
    case 'number':
      return { ...spelt(airlineLatin), script: 'Latn', use: 'official', source: 'list' }
    case 'arabic':
      return { ...spelt(arabic), script: 'Arab', use: 'official', source: 'list' }
    case 'russian':
      return { ...spelt(russian), script: 'Cyrl', language: 'ru', use: 'usual', source: 'relative' }
    case 'namesake':
      return { ...name, source: 'list' }
  }
}

/** Lists know the day, the year, or the day with a slip; a namesake was born another year. */
function birthOn(chance: Random, birth: BirthDate, way: Way): BirthDate {
  if (birth.precision !== 'day') return birth
  const year = Number(birth.date.slice(0, 4))
  if (way === 'namesake') return { precision: 'day', date: `${year - 1}${addDays(birth.date, 40).slice(4)}` }
  if (way === 'number') return { precision: 'year', year }
  return chance.chance(0.3) ? { precision: 'year', year } : birth
}
