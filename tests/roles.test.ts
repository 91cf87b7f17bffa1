/**
 * Every role against every compartment and verb, through every way in: record, list, search, count, history, attachments,
 * export, change.
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
  type Verb,
  verbs,
} from '@kerege/contract/access/roles'
import { getCase, listCases, personCases } from '@kerege/contract/cases/routes'
import { listDocuments } from '@kerege/contract/documents/routes'
import { askExport } from '@kerege/contract/exports/routes'
import {
  countPapers,
  getPaper,
  listPapers,
  movePaper,
  personPapers,
} from '@kerege/contract/people/papers/routes'
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
  paper: string
  case: string
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
  await attach(id)
  const opened = await openCase(id, agencyId, teamId)
  return { id, household, words, number, paper: await need(id), case: opened }
}

/** A case without a worker, opened at a handover. */
async function openCase(personId: string, agencyId: string, teamId: string | null): Promise<string> {
  const made = newId()
  const { accountId } = await w.somebody('supervisor')
  await w.admin.query(
    `insert into cases.cases (id, person_id, number, episode, state, state_since, agency_id, team_id, opened_by, opened_at, updated_at)
     values ($1, $2, nextval('cases.numbers'), 1, 'arrived', now(), $3, $4, $5, now(), now())`,
    [made, personId, agencyId, teamId, accountId],
  )
  await w.admin.query(
    `insert into cases.origins (id, case_id, person_id, compartment, origin, operation_id, at, actor_id)
     values ($1, $2, $3, 'journey', 'handover', $4, now(), $5)`,
    [newId(), made, personId, newId(), accountId],
  )
  return made
}

/** A paper that keeps the school closed. */
async function need(personId: string): Promise<string> {
  const paper = newId()
  const { accountId } = await w.somebody('caseManager')
  await w.admin.query('begin')
  await w.admin.query(
    `insert into people.papers (id, person_id, fact, pathway, blocks, responsible_id, created_at, updated_at)
     values ($1, $2, 'birth', 'court', '{school}', $3, now(), now())`,
    [paper, personId, accountId],
  )
  await w.admin.query(
    `insert into people.paper_transitions (id, paper_id, person_id, number, to_state, on_day, at, account_id)
     values ($1, $2, $3, 1, 'needed', current_date - 30, now(), $4)`,
    [newId(), paper, personId, accountId],
  )
  await w.admin.query('commit')
  return paper
}

/** An announced attachment in every compartment. */
async function attach(subjectId: string) {
  for (const compartment of compartments) {
    const document = newId()
    await w.admin.query(
      `insert into documents.documents (id, subject_id, compartment, created_by, created_at, updated_at)
       values ($1, $2, $3, $4, now(), now())`,
      [document, subjectId, compartment, newId()],
    )
    await w.admin.query(
      `insert into documents.versions (id, document_id, subject_id, compartment, number, name, media_type, created_by, created_at)
       values ($1, $2, $3, $4, 1, 'paper.pdf', 'application/pdf', $5, now())`,
      [newId(), document, subjectId, compartment, newId()],
    )
  }
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

  test.each(relations)('attachments of one who stands as "%s"', async relation => {
    const reply = await w.as(who)(listDocuments, { query: { subjectId: people[relation].id, limit: 200 } })
    if (!mayKnock(name, 'documents.read')) return expect(reply.status).toBe(403)
    const expected = openTo(name, 'read', relation)
    // A stranger's record has no attachments, as a record that does not exist has none.
    expect([...new Set(reply.body.rows.map(row => row.compartment))].sort()).toEqual([...expected].sort())
  })

  test('papers in list and count', async () => {
    const list = await w.as(who)(listPapers, { query: { limit: 200 } })
    const count = await w.as(who)(countPapers, { query: { blocks: 'school' } })
    if (!knocks) return expect([list.status, count.status]).toEqual([403, 403])
    const open = relations.filter(relation => opens(name, 'read', 'identity', relation))
    expect(list.body.rows.map(row => row.id).sort()).toEqual(open.map(one => people[one].paper).sort())
    expect(count.body.total).toBe(open.length)
  })

  test.each(relations)('papers of one who stands as "%s"', async relation => {
    const { id, paper } = people[relation]
    const one = await w.as(who)(getPaper, { params: { id: paper } })
    const all = await w.as(who)(personPapers, { params: { id } })
    // Giving up without a reason: refused after the right to write was asked, so that nothing changes.
    const moved = await w.as(who)(movePaper, { params: { id: paper }, body: { to: 'not-needed' } })
    if (!knocks) return expect([one.status, all.status, moved.status]).toEqual([403, 403, 403])
    const reads = opens(name, 'read', 'identity', relation)
    expect(one.status).toBe(reads ? 200 : 404)
    // Who may open the record at all hears of no papers; to others there is no record.
    expect(all.status).toBe(opens(name, 'read', 'contact', relation) ? 200 : 404)
    if (all.status === 200) expect(all.body.rows.map(row => row.id)).toEqual(reads ? [paper] : [])
    const writes = mayKnock(name, 'people.correct') && opens(name, 'write', 'identity', relation)
    if (reads) expect(one.body.mayChange).toBe(writes)
    expect(moved.status).toBe(!mayKnock(name, 'people.correct') ? 403 : writes ? 422 : 404)
  })

  test('cases in the queue', async () => {
    const list = await w.as(who)(listCases, { query: { of: 'all', limit: 200 } })
    if (!mayKnock(name, 'cases.read'))
      return expect(list).toMatchObject({ status: 403, body: { code: 'not-allowed' } })
    expect(list.body.rows.map(row => row.id).sort()).toEqual(seen.map(one => people[one].case).sort())
    for (const row of list.body.rows) {
      const relation = seen.find(one => people[one].case === row.id) ?? 'none'
      expect(row.household !== undefined, `${relation} kinship`).toBe(
        opens(name, 'read', 'kinship', relation),
      )
    }
  })

  test.each(relations)('case of one who stands as "%s"', async relation => {
    const one = await w.as(who)(getCase, { params: { id: people[relation].case } })
    const all = await w.as(who)(personCases, { params: { id: people[relation].id } })
    if (!mayKnock(name, 'cases.read')) return expect([one.status, all.status]).toEqual([403, 403])
    const reads = opens(name, 'read', 'contact', relation)
    expect(one.status).toBe(reads ? 200 : 404)
    expect(all.body.rows.map(row => row.id)).toEqual(reads ? [people[relation].case] : [])
    // That there was an operation is told to whom the journey is open, and to nobody else.
    if (reads) expect(one.body.origins.length > 0).toBe(opens(name, 'read', 'journey', relation))
  })

  test('export of papers', async () => {
    const ask = { of: 'papers', format: 'csv' as const, reason: 'For the test of roles', query: {} }
    const ticket = await w.as(who)(askExport, { body: ask })
    if (!mayKnock(name, 'export'))
      return expect(ticket).toMatchObject({ status: 403, body: { code: 'not-allowed' } })
    if (!knocks) return expect(ticket.status).toBeGreaterThanOrEqual(400)
    const file = await (await w.raw(`/api/exports/${ticket.body.id}`, {}, who)).text()
    for (const relation of relations) {
      const expected = opens(name, 'read', 'identity', relation)
      expect(file.includes(people[relation].words.contact), relation).toBe(expected)
      for (const word of ['identity', 'journey'] as const) {
        expect(file.includes(people[relation].words[word]), `${relation} ${word}`).toBe(false)
      }
    }
  })

  test('export', async () => {
    const ask = { of: 'people', format: 'csv' as const, reason: 'For the test of roles' }
    const ticket = await w.as(who)(askExport, { body: ask })
    if (!mayKnock(name, 'export'))
      return expect(ticket).toMatchObject({ status: 403, body: { code: 'not-allowed' } })
    // A list that the hat may not open is not there to be taken out.
    if (!knocks) return expect(ticket.status).toBeGreaterThanOrEqual(400)
    const file = await (await w.raw(`/api/exports/${ticket.body.id}`, {}, who)).text()
    for (const relation of relations) {
      expect(file.includes(people[relation].words.contact), relation).toBe(seen.includes(relation))
      // Spellings of papers and of lists abroad never leave in this file.
      for (const compartment of ['identity', 'journey'] as const) {
        expect(file.includes(people[relation].words[compartment]), `${relation} ${compartment}`).toBe(false)
      }
    }
  })

  test('every way in is shut by its verb, and by nothing else', async () => {
    for (const { verb, method, path, type } of await waysIn()) {
      const body = method === 'GET' ? null : '{}'
      const headers = { 'content-type': type, 'if-match': '"1"' }
      const reply = await w.raw(path, { method, body, headers }, who)
      const refused =
        reply.status === 403 && ((await reply.json()) as { code: string }).code === 'not-allowed'
      expect([method, path, verb, refused]).toEqual([method, path, verb, !mayKnock(name, verb)])
    }
  })
})

interface WayIn {
  verb: Verb
  method: string
  path: string
  /** Of the body. */
  type: string
}

/** Every operation that asks for a verb, read from the document that clients read, with ids that do not exist. */
async function waysIn(): Promise<WayIn[]> {
  const document = (await (await w.raw('/api/openapi.json')).json()) as {
    paths: Record<string, Record<string, { 'x-access': string; requestBody?: { content: object } }>>
  }
  const ways = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, one]) => ({
      verb: one['x-access'] as Verb,
      method: method.toUpperCase(),
      type: Object.keys(one.requestBody?.content ?? {})[0] ?? 'application/json',
      path: path.replace('{section}', 'contact').replace(/\{\w+\}/g, '01900000-0000-7000-8000-000000000000'),
    })),
  )
  return ways.filter(one => verbs.includes(one.verb))
}

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
