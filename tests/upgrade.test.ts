/** A database of the first weeks, with people in it, is carried forward to today: nothing is lost, and what came later knows of them. */
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '../packages/server/src/platform/ids.ts'
import { migrate, readMigrations } from '../packages/server/src/platform/migrate.ts'
import { prepareDatabase } from '../packages/server/src/setup.ts'
import { emptyDatabase, type TestDatabase } from './support/database.ts'

/** The last migration of the schema that is filled here. */
const early = '0012'
/** Here it is broken off: the next one sets what an extension brings, which a connection may that has used the extension. */
const brokenOff = '0020'
const person = newId()
const child = newId()
const account = newId()
let urls: TestDatabase
let owner: pg.Client

beforeAll(async () => {
  urls = await emptyDatabase()
  await carryTo(early)
  owner = new pg.Client({ connectionString: urls.ownerUrl })
  await owner.connect()
})
afterAll(() => owner.end())

async function carryTo(last: string) {
  const roleOf = (url: string) => decodeURIComponent(new URL(url).username)
  const all = await readMigrations()
  await migrate(
    urls.ownerUrl,
    { server: roleOf(urls.serverUrl), auth: roleOf(urls.authUrl), jobs: roleOf(urls.jobsUrl) },
    all.filter(one => one.name.slice(0, 4) <= last),
  )
}

async function fill() {
  const [agency, team, hat, household] = [newId(), newId(), newId(), newId()]
  const say = (text: string, values: unknown[] = []) => owner.query(text, values)
  await say(`insert into access.node (id, kind, demo) values ('kz', 'national', false)`)
  await say(
    `insert into access.agencies (id, name, kind) values ($1, '{"en":{"text":"Centre","state":"checked"}}', 'state')`,
    [agency],
  )
  await say(`insert into access.teams (id, agency_id, name) values ($1, $2, 'North')`, [team, agency])
  await say(
    `insert into access.areas (code, name) values ('KZ-75', '{"en":{"text":"Almaty","state":"checked"}}')`,
  )
  await say(
    `insert into access.accounts (id, user_id, email, name, language, state) values ($1, 'one', 'worker@example.org', 'Worker', 'kk', 'active')`,
    [account],
  )
  await say(
    `insert into access.hats (id, account_id, role, agency_id, team_id) values ($1, $2, 'caseManager', $3, $4)`,
    [hat, account, agency, team],
  )
  for (const [id, name] of [
    [person, 'Көктемова Айгүл'],
    [child, 'Көктемов Арман'],
  ]) {
    await say(
      `insert into people.persons (id, agency_id, team_id, area_code, label, sort_key, sex, birth, created_at, updated_at)
       values ($1, $2, $3, 'KZ-75', $4, lower($5), 'unknown', '{"precision":"unknown"}', now(), now())`,
      [id, agency, team, name, name],
    )
    await say(`insert into access.grants (id, account_id, subject_id, kind) values ($1, $2, $3, 'own')`, [
      newId(),
      account,
      id,
    ])
  }
  await say(
    `insert into people.households (id, name, created_at, updated_at) values ($1, 'Көктемов', now(), now())`,
    [household],
  )
  await say(
    `insert into people.household_members (person_id, household_id, role) values ($1, $3, 'head'), ($2, $3, 'child')`,
    [person, child, household],
  )
  await say(
    `insert into people.identifiers (id, person_id, ordinal, system, value) values ($1, $2, 0, 'iin', '900101300999')`,
    [newId(), person],
  )
  await say(
    `insert into tasks.tasks (id, owner_id, created_by, title, subject_id, due, anchor, created_at, updated_at)
     values ($1, $2, $2, 'Call the school', $3, current_date, current_date, now(), now())`,
    [newId(), account, child],
  )
}

test('a filled early database is carried forward whole', async () => {
  await fill()
  await carryTo(brokenOff)
  // Two processes that start together: one does it, the other waits and finds it done.
  const node = { id: 'kz', kind: 'national', demo: false } as const
  const [first, second] = await Promise.all([prepareDatabase(urls, node), prepareDatabase(urls, node)])
  const applied = [...first, ...second]
  expect(applied.every(name => name.slice(0, 4) > brokenOff)).toBe(true)
  expect(applied.length).toBeGreaterThan(50)
  const { rows } = await owner.query(
    `select (select count(*)::int from people.persons) as people, (select count(*)::int from access.grants where kind = 'own') as grants,
       (select count(*)::int from people.identifiers) as numbers, (select count(*)::int from tasks.tasks) as tasks,
       (select count(distinct family_id)::int from people.family_order) as families, (select count(*)::int from people.family_order) as placed,
       (select count(*)::int from access.roles where 'glass.break' = any (verbs)) as roles`,
  )
  expect(rows[0]).toEqual({ people: 2, grants: 2, numbers: 1, tasks: 1, families: 1, placed: 2, roles: 4 })
  // Every policy knows all kinds of grants, those written before the newest kind too.
  const old = await owner.query(
    `select tablename from pg_policies where coalesce(qual, '') || coalesce(with_check, '') ~ '''sitting''' and coalesce(qual, '') || coalesce(with_check, '') !~ '''glass'''`,
  )
  expect(old.rows).toEqual([])
  // Carried forward once more, nothing is left to do.
  expect(await prepareDatabase(urls, { id: 'kz', kind: 'national', demo: false })).toEqual([])
})
