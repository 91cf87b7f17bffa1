/**
 * Every role against every compartment and verb, through every way in: record, list, search, count, history, change.
 * The expectation is read from the role table itself; what answers is a whole node on a real database.
 */
import { type Compartment, compartments } from '@kerege/contract/access/compartments'
import {
  mayKnock,
  type Mode,
  role,
  type RoleName,
  roleNames,
  type Scope,
  scopesFor,
  verbs,
} from '@kerege/contract/access/roles'
import {
  changeSection,
  countPeople,
  getPerson,
  listPeople,
  personHistory,
  searchPeople,
} from '@kerege/contract/people/routes'
import type { EditableSection } from '@kerege/contract/people/schema'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Actor, Change } from '../packages/server/src/platform/context.ts'
import { over } from '../packages/server/src/platform/database.ts'
import { newId } from '../packages/server/src/platform/ids.ts'
import { openTrail } from '../packages/server/src/slices/audit/index.ts'
import { contactColumns, writeSection } from '../packages/server/src/slices/people/sections.ts'
import { contact, cyrillicName } from '../packages/server/src/testing/people.ts'
import { type Somebody, type World, world } from '../packages/server/src/testing/world.ts'

/** How a person stands to whoever asks. `none`: another agency's, in another area, granted to nobody. */
const relations = ['own', 'task', 'sitting', 'team', 'agency', 'none'] as const
type Relation = (typeof relations)[number]

/** Scopes through which somebody who stands so is reached. A team's people are also their agency's. */
const reaches: Readonly<Record<Relation, readonly Scope[]>> = {
  own: ['own', 'node'],
  task: ['task', 'node'],
  sitting: ['sitting', 'node'],
  team: ['team', 'agency', 'node'],
  agency: ['agency', 'node'],
  none: ['node'],
}

interface Placed {
  id: string
  household: string
  /** Invented words that stand in one compartment only. */
  words: Record<'contact' | 'identity' | 'journey', string>
  number: string
}

let w: World
const people = {} as Record<Relation, Placed>
const national = roleNames.filter(name => role(name).nodes.includes('national'))

const opens = (name: RoleName, mode: Mode, compartment: Compartment, relation: Relation) =>
  scopesFor(name, mode, compartment).some(scope => reaches[relation].includes(scope))
const openTo = (name: RoleName, mode: Mode, relation: Relation) =>
  compartments.filter(compartment => opens(name, mode, compartment, relation))

/** Letters only, different for each relation and compartment, and far from one another. */
const invented = (relation: Relation, compartment: string) => {
  const stems = {
    own: 'Булак',
    task: 'Самал',
    sitting: 'Жазмер',
    team: 'Кунгей',
    agency: 'Теректоп',
    none: 'Аязбур',
  }
  const ends = { contact: 'овад', identity: 'ишнек', journey: 'упатма' }
  return `${stems[relation]}${ends[compartment as keyof typeof ends]}`
}

async function place(relation: Relation, agencyId: string, teamId: string | null): Promise<Placed> {
  const tx = over(w.admin)
  const id = newId()
  const words = {
    contact: invented(relation, 'contact'),
    identity: invented(relation, 'identity'),
    journey: invented(relation, 'journey'),
  }
  const number = `7${relations.indexOf(relation)}0401500${relations.indexOf(relation)}12`
  const given = contact({ names: [cyrillicName(words.contact, 'Дана')] })
  await tx
    .insertInto('people.persons')
    .values({
      id,
      agency_id: agencyId,
      team_id: teamId,
      area_code: 'KZ-71',
      ...contactColumns(given),
      created_at: new Date(),
      updated_at: new Date(),
    })
    .execute()
  await writeSection(tx, id, 'contact', given)
  await writeSection(tx, id, 'identity', {
    names: [cyrillicName(words.identity, 'Дана')],
    citizenships: [{ country: 'KZ', standing: 'proved' }],
    identifiers: [{ system: 'iin', value: number }],
  })
  await writeSection(tx, id, 'journey', {
    names: [cyrillicName(words.journey, 'Дана')],
    birthPlace: { country: 'XX', certainty: 'unknown' },
  })
  await writeSection(tx, id, 'health', {
    disability: {
      seeing: 'some',
      hearing: 'none',
      walking: 'none',
      remembering: 'none',
      selfCare: 'none',
      communicating: 'none',
      askedOn: '2026-01-01',
      answeredBy: 'carer',
    },
  })
  const household = newId()
  await tx
    .insertInto('people.households')
    .values({ id: household, name: words.contact, created_at: new Date(), updated_at: new Date() })
    .execute()
  await tx
    .insertInto('people.household_members')
    .values({ person_id: id, household_id: household, role: 'child' })
    .execute()
  await writeHistory(id)
  return { id, household, words, number }
}

/** One change in every compartment, those included whose rooms are built later. */
async function writeHistory(personId: string) {
  await w.admin.query('begin')
  const trail = openTrail(w.running.node.keys, newId(), 'person.changed', new Date())
  for (const compartment of compartments) {
    const change: Change = {
      personId,
      subjectId: personId,
      compartment,
      kind: 'update',
      version: 2,
      changes: [{ field: 'text', before: null, after: compartment }],
    }
    trail.changed(change)
  }
  const writer = { account: (await w.somebody('supervisor')).accountId, role: 'supervisor' } as Actor // only these two are read
  await trail.commit(w.admin, writer)
}

beforeAll(async () => {
  w = await world()
  const elsewhere = await w.agency()
  const otherTeam = newId()
  await w.admin.query('insert into access.teams (id, agency_id, name) values ($1, $2, $3)', [
    otherTeam,
    w.agencyId,
    'South team',
  ])
  people.team = await place('team', w.agencyId, w.teamId)
  people.agency = await place('agency', w.agencyId, otherTeam)
  for (const relation of ['own', 'task', 'sitting', 'none'] as const) {
    people[relation] = await place(relation, elsewhere.agencyId, elsewhere.teamId)
  }
})
afterAll(() => w.close())

describe.each(national)('%s', name => {
  let who: Somebody
  beforeAll(async () => {
    who = await w.somebody(name)
    for (const kind of ['own', 'task', 'sitting'] as const) await w.grant(who, people[kind].id, kind)
  })
  const knocks = mayKnock(name, 'people.read')
  const seen = relations.filter(relation => opens(name, 'read', 'contact', relation))

  test.each(relations)('record of one who stands as "%s"', async relation => {
    const reply = await w.as(who)(getPerson, { params: { id: people[relation].id } })
    const expected = openTo(name, 'read', relation)
    if (!knocks) return expect(reply).toMatchObject({ status: 403, body: { code: 'not-allowed' } })
    if (expected.length === 0)
      return expect(reply).toMatchObject({ status: 404, body: { code: 'not-found' } })
    expect([...reply.body.open].sort()).toEqual([...expected].sort())
    expect([...reply.body.writable].sort()).toEqual([...openTo(name, 'write', relation)].sort())
    for (const section of ['contact', 'identity', 'journey', 'health', 'kinship'] as const) {
      expect(section in reply.body, section).toBe(expected.includes(section))
    }
    const text = JSON.stringify(reply.body)
    for (const [compartment, word] of Object.entries(people[relation].words)) {
      // The household is named like the family, so kinship shows the contact word too.
      expect(text.includes(word), compartment).toBe(expected.includes(compartment as Compartment))
    }
  })

  test('list and count', async () => {
    const list = await w.as(who)(listPeople, { query: { limit: 200 } })
    const count = await w.as(who)(countPeople, { query: {} })
    if (!knocks) return expect([list.status, count.status]).toEqual([403, 403])
    expect(list.body.rows.map(row => row.id).sort()).toEqual(seen.map(relation => people[relation].id).sort())
    expect(count.body.total).toBe(seen.length)
    for (const relation of seen) {
      const row = list.body.rows.find(one => one.id === people[relation].id)
      const names = [...(row?.otherNames ?? []), row?.label].join(' ')
      for (const compartment of ['identity', 'journey'] as const) {
        expect(names.includes(people[relation].words[compartment]), `${relation} ${compartment}`).toBe(
          opens(name, 'read', compartment, relation),
        )
      }
      expect(row?.household !== undefined, `${relation} kinship`).toBe(
        opens(name, 'read', 'kinship', relation),
      )
    }
  })

  test.each(relations)('search for one who stands as "%s"', async relation => {
    if (!knocks) {
      const reply = await w.as(who)(searchPeople, { body: { q: 'anything' } })
      return expect(reply.status).toBe(403)
    }
    const finds = async (q: string) => {
      const reply = await w.as(who)(searchPeople, { body: { q } })
      return reply.body.rows.some(row => row.id === people[relation].id)
    }
    for (const compartment of ['contact', 'identity', 'journey'] as const) {
      expect(await finds(people[relation].words[compartment]), compartment).toBe(
        opens(name, 'read', compartment, relation),
      )
    }
    expect(await finds(people[relation].number), 'number').toBe(opens(name, 'read', 'identity', relation))
  })

  test.each(relations)('history of one who stands as "%s"', async relation => {
    const reply = await w.as(who)(personHistory, {
      params: { id: people[relation].id },
      query: { limit: 200 },
    })
    if (!knocks) return expect(reply.status).toBe(403)
    const expected = openTo(name, 'read', relation)
    if (expected.length === 0) return expect(reply.status).toBe(404)
    expect([...new Set(reply.body.rows.map(row => row.compartment))].sort()).toEqual([...expected].sort())
  })

  test.each(relations)('change of one who stands as "%s"', async relation => {
    for (const section of ['contact', 'identity', 'journey', 'health'] as const satisfies EditableSection[]) {
      // Faults come after the right to write: an empty section tells the two apart without changing anything.
      const version = await w.admin.query<{ version: number }>(
        'select version from people.persons where id = $1',
        [people[relation].id],
      )
      const reply = await w.as(who)(
        changeSection,
        {
          params: { id: people[relation].id, section },
          body: { section: sample(relation, section), kind: 'update' },
        },
        { ifMatch: `"${version.rows[0]?.version}"` },
      )
      const may = mayKnock(name, 'people.correct')
      const expected = !may ? 403 : opens(name, 'write', section, relation) ? 200 : 404
      expect([section, reply.status]).toEqual([section, expected])
    }
  })

  test('verbs', async () => {
    for (const verb of verbs) {
      const handler = knockable.get(verb)
      if (!handler) continue
      const reply = await w.raw(
        handler.path,
        {
          method: handler.method,
          body: handler.method === 'GET' ? null : '{}',
          headers: { 'content-type': 'application/json' },
        },
        who,
      )
      const refusedByVerb =
        reply.status === 403 && ((await reply.json()) as { code: string }).code === 'not-allowed'
      expect([verb, refusedByVerb]).toEqual([verb, !mayKnock(name, verb)])
    }
  })
})

/** One way in for each verb, with ids that do not exist. */
const nobody = '01900000-0000-7000-8000-000000000000'
const knockable = new Map([
  ['people.read', { method: 'GET', path: `/api/people/${nobody}` }],
  ['people.register', { method: 'POST', path: '/api/people' }],
  ['people.correct', { method: 'PUT', path: `/api/people/${nobody}/area` }],
  ['people.assign', { method: 'POST', path: `/api/people/${nobody}/grants` }],
  ['audit.search', { method: 'GET', path: '/api/audit/log' }],
  ['audit.seen', { method: 'GET', path: `/api/audit/seen/${nobody}` }],
])

function sample(relation: Relation, section: EditableSection): unknown {
  const placed = people[relation]
  switch (section) {
    case 'contact':
      return contact({ names: [cyrillicName(placed.words.contact, 'Дана')] })
    case 'identity':
      return {
        names: [cyrillicName(placed.words.identity, 'Дана')],
        citizenships: [{ country: 'KZ', standing: 'proved' }],
        identifiers: [{ system: 'iin', value: placed.number }],
      }
    case 'journey':
      return {
        names: [cyrillicName(placed.words.journey, 'Дана')],
        birthPlace: { country: 'XX', certainty: 'unknown' },
      }
    case 'health':
      return {
        disability: {
          seeing: 'some',
          hearing: 'none',
          walking: 'none',
          remembering: 'none',
          selfCare: 'none',
          communicating: 'none',
          askedOn: '2026-01-01',
          answeredBy: 'carer',
        },
      }
  }
}
