/** Another role's screens: every way in of the node is tried from there, and none shows or changes anything. */
import { roleNames, type RoleName, roles } from '@kerege/contract/access/roles'
import {
  beginView,
  changePassword,
  endView,
  getSession,
  listSessions,
  signOut,
  wearHat,
} from '@kerege/contract/access/routes'
import { getProof } from '@kerege/contract/access/proofRoutes'
import { askExport } from '@kerege/contract/exports/routes'
import { getPerson, listPeople, registerPerson, searchPeople } from '@kerege/contract/people/routes'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { contact, cyrillicName, draft } from '../../testing/people.ts'
import { type Somebody, type World, world } from '../../testing/world.ts'
import { enterSql } from './session.ts'

const name = 'Шалғынбек'
let w: World
let now = new Date()
let worker: Somebody
let personId: string
beforeAll(async () => {
  w = await world({ now: () => now })
  worker = await w.somebody('caseManager')
  const person = draft({ contact: contact({ names: [cyrillicName(name, 'Дана')] }) })
  personId = person.id
  expect((await w.as(worker)(registerPerson, { body: person })).status).toBe(201)
})
afterAll(() => w.close())

/** An administrator who looks at the screens of a role. */
async function looking(role: RoleName): Promise<Somebody> {
  const who = await w.somebody('administrator')
  expect((await w.as(who)(beginView, { body: { role } })).status).toBe(200)
  return who
}

const seenRoles = roleNames.filter(
  one => one !== 'administrator' && roles[one].nodes.some(kind => kind === 'national'),
)

const logged = async (who: Somebody, action: string) =>
  (
    await w.admin.query<{ role: string; outcome: string; fields: string[] }>(
      'select role, outcome, fields from audit.entries where account_id = $1 and action = $2 order by at',
      [who.accountId, action],
    )
  ).rows

describe('another role’s screens are refused', () => {
  test('to nobody, and to everybody who does not administer accounts', async () => {
    expect(await w.as(null)(beginView, { body: { role: 'teacher' } })).toMatchObject({ status: 401 })
    for (const one of seenRoles) {
      const answer = await w.as(await w.somebody(one))(beginView, { body: { role: 'teacher' } })
      expect([one, answer.status, answer.body.code]).toEqual([one, 403, 'not-allowed'])
    }
  })

  test('of one’s own role, of one that is not here, from within another, and back from where one is', async () => {
    const who = await w.somebody('administrator')
    for (const role of ['administrator', 'chair'] as const)
      expect(await w.as(who)(beginView, { body: { role } })).toMatchObject({ status: 422 })
    expect(await w.as(who)(endView, {})).toMatchObject({ status: 409, body: { code: 'not-viewing' } })
    const inside = await looking('supervisor')
    expect(await w.as(inside)(beginView, { body: { role: 'teacher' } })).toMatchObject({
      status: 403,
      body: { code: 'viewing-as' },
    })
    expect(await logged(inside, 'session.view-begun')).toMatchObject([
      { role: 'administrator', outcome: 'done', fields: ['supervisor'] },
      { role: 'administrator', outcome: 'refused' },
    ])
  })
})

describe('from another role’s screens', () => {
  test('nothing of anybody is shown: no record, list, search, count, export or history', async () => {
    const who = await looking('caseManager')
    expect((await w.as(worker)(listPeople, {})).body.rows.length).toBeGreaterThan(0)
    expect(await w.as(who)(listPeople, {})).toMatchObject({ status: 200, body: { rows: [] } })
    const found = await w.as(who)(searchPeople, { body: { q: name } })
    expect(found).toMatchObject({ status: 200, body: { rows: [] } })
    expect(await w.as(who)(getPerson, { params: { id: personId } })).toMatchObject({ status: 404 })
    const lead = await looking('supervisor')
    expect(
      await w.as(lead)(askExport, { body: { list: 'people', format: 'csv', reason: 'To see it' } as never }),
    ).toMatchObject({ status: 403, body: { code: 'viewing-as' } })
  })

  test('every way in is a screen without data, or shut; and nothing at all is written', async () => {
    const counted = async () =>
      (
        await w.admin.query<{ all: string }>(
          `select string_agg(format('%s.%s %s', schemaname, relname,
              (xpath('/row/n/text()', query_to_xml(format('select count(*) as n from %I.%I', schemaname, relname), false, true, '')))[1]), ' ' order by schemaname, relname) as all
             from pg_stat_user_tables where schemaname not in ('audit', 'jobs', 'auth')`,
        )
      ).rows[0]?.all
    const ways = await waysIn()
    expect(ways.length).toBeGreaterThan(250)
    let screens = 0
    for (const role of ['caseManager', 'supervisor', 'ombudsperson'] as const) {
      const who = await looking(role)
      const before = await counted()
      for (const { method, path, type } of ways) {
        const answer = await w.raw(
          path,
          {
            method,
            headers: { 'content-type': type, 'if-match': '"1"' },
            ...(method === 'GET' ? {} : { body: type === 'application/json' ? '{}' : 'x' }),
          },
          who,
        )
        const text = await answer.text()
        const told = `${role} ${method} ${path} ${answer.status} ${text.slice(0, 200)}`
        for (const word of [name, personId, worker.accountId, worker.name, w.agencyId])
          expect(text, told).not.toContain(word)
        if (answer.status === 200) screens += 1
        // The door of passwords reads what was sent before it looks who is there; whole, it is refused below.
        else expect(path === '/api/password' ? [422] : [403, 404], told).toContain(answer.status)
        if (answer.status === 200 && method !== 'GET') expect(path, told).toMatch(/\/search$/)
      }
      expect(await counted()).toBe(before)
    }
    expect(screens).toBeGreaterThan(60)
  })

  test('nor by the database, whatever a slice would ask it', async () => {
    const client = new pg.Client({ connectionString: w.database.serverUrl })
    await client.connect()
    for (const role of seenRoles) {
      const who = await looking(role)
      await client.query(`begin; ${enterSql(w.running.signIn.tokenOf(who.cookie) ?? '', 60, now)}`)
      for (const table of [
        'people.persons',
        'people.names',
        'documents.documents',
        'tasks.tasks',
        'audit.entries',
        'access.subjects',
        'cases.cases',
      ])
        expect([role, table, (await client.query(`select 1 from ${table} limit 1`)).rowCount]).toEqual([
          role,
          table,
          0,
        ])
      await client.query('rollback')
    }
    await client.end()
  })

  test('no proof goes along, neither in nor back out', async () => {
    const who = await looking('supervisor')
    expect(await w.as(who)(getProof, {})).toMatchObject({ status: 403, body: { code: 'viewing-as' } })
    const passwords = { current: 'nine blue walnuts fall', next: 'ten green walnuts fall' }
    expect(await w.as(who)(changePassword, { body: passwords })).toMatchObject({
      status: 403,
      body: { code: 'viewing-as' },
    })
    const back = await w.as(who)(endView, {})
    expect(back).toMatchObject({ status: 200, body: { hat: { role: 'administrator' } } })
    const fresh = await w.admin.query('select fresh_at from access.sessions where account_id = $1', [
      who.accountId,
    ])
    expect(fresh.rows).toEqual([{ fresh_at: null }])
  })
})

describe('another role’s screens', () => {
  test('say whose they are, and until when; they end by hand, and the log has both', async () => {
    const who = await looking('teacher')
    const seen = (await w.as(who)(getSession, {})).body
    expect(seen).toMatchObject({ hat: { role: 'teacher' }, account: { id: who.accountId } })
    expect(seen.rights.verbs).toEqual([...roles.teacher.verbs])
    expect(Date.parse(seen.viewing?.until ?? '') - now.getTime()).toBe(30 * 60_000)
    expect(await w.as(who)(wearHat, { body: { hatId: seen.hat.id } })).toMatchObject({ status: 403 })
    const back = (await w.as(who)(endView, {})).body
    expect(back).toEqual((await w.as(who)(getSession, {})).body)
    expect(back.viewing).toBeUndefined()
    expect(back.rights.verbs).toEqual([...roles.administrator.verbs])
    expect(await logged(who, 'session.view-ended')).toMatchObject([
      { role: 'administrator', outcome: 'done', fields: ['teacher'] },
    ])
  })

  test('end by themselves after half an hour, and with signing out', async () => {
    const who = await looking('teacher')
    const began = now
    now = new Date(began.getTime() + 29 * 60_000)
    expect((await w.as(who)(getSession, {})).body.hat.role).toBe('teacher')
    now = new Date(began.getTime() + 31 * 60_000)
    expect((await w.as(who)(getSession, {})).body.hat.role).toBe('administrator')
    expect((await w.as(who)(listSessions, {})).body.rows).toHaveLength(1)
    const other = await looking('doctor')
    expect((await w.as(other)(signOut, {})).status).toBe(204)
    expect(await w.as(other)(getSession, {})).toMatchObject({ status: 401 })
    now = began
  })
})

/** Every operation of the node but those that end the view or the session, with the id of the person where one is asked for. */
async function waysIn() {
  const document = (await (await w.raw('/api/openapi.json')).json()) as {
    paths: Record<string, Record<string, { 'x-access': string; requestBody?: { content: object } }>>
  }
  return Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods)
      .filter(([, one]) => one['x-access'] !== 'public')
      .map(([method, one]) => ({
        method: method.toUpperCase(),
        type: Object.keys(one.requestBody?.content ?? {})[0] ?? 'application/json',
        path: path.replace('{section}', 'contact').replace(/\{\w+\}/g, personId),
      }))
      .filter(one => !one.path.startsWith('/api/session')),
  )
}
