/**
 * Several processes on one database work as one. First as they are: two servers, one killed amid requests, clients that repeat what got no
 * answer. Then, one by one, what a process might keep to itself.
 */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PassThrough } from 'node:stream'
import { askPasskeySignIn, signInByPasskey } from '@kerege/contract/access/proofRoutes'
import { addPasskey, askNewPasskey } from '@kerege/contract/access/proofRoutes'
import { askReset, getNode, getSession, passSecondFactor } from '@kerege/contract/access/routes'
import { beginSso, signInBySso } from '@kerege/contract/access/ssoRoutes'
import { call } from '@kerege/contract/client'
import { DomainError } from '@kerege/contract/errors'
import { registerPerson } from '@kerege/contract/people/routes'
import type { Input, Route } from '@kerege/contract/route'
import { changeTask, makeTask } from '@kerege/contract/tasks/routes'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { run } from '../packages/server/src/cli/main.ts'
import { openPool } from '../packages/server/src/platform/database.ts'
import { newId } from '../packages/server/src/platform/ids.ts'
import { deriveKeys, masterKey } from '../packages/server/src/platform/masterKey.ts'
import { localDay } from '../packages/server/src/platform/localDay.ts'
import { openLog } from '../packages/server/src/platform/log.ts'
import { buildNode } from '../packages/server/src/main.ts'
import { freePorts } from '../packages/server/src/region/ports.ts'
import { openAuthPool, openSignIn } from '../packages/server/src/slices/access/index.ts'
import { bentProvider } from '../packages/server/src/slices/access/testing/bentProvider.ts'
import {
  browser,
  cheap,
  enrol,
  member,
  password,
} from '../packages/server/src/slices/access/testing/browser.ts'
import { mailServer } from '../packages/server/src/slices/access/testing/mailServer.ts'
import { draft } from '../packages/server/src/testing/people.ts'
import { type World, world } from '../packages/server/src/testing/world.ts'
import { authenticator } from './support/authenticator.ts'
import { testDatabase } from './support/database.ts'
import { inTurns, serverProcess } from './support/processes.ts'

const patience = 180_000
/** After which a client takes no answer for none, and says it again. */
const answerMs = 20_000

/** Two servers that start together, in a folder with nothing in it. */
async function twoServers() {
  const database = await testDatabase()
  const folder = await mkdtemp(join(tmpdir(), 'kerege-twins-'))
  const post = await mailServer()
  const web = join(folder, 'web')
  await mkdir(web)
  await writeFile(join(web, 'index.html'), '<!doctype html>')
  const ports = await freePorts(26_100, 2)
  const env = {
    KEREGE_NODE_ID: 'kz',
    KEREGE_NODE_KIND: 'national',
    KEREGE_PROFILE: 'kz',
    KEREGE_PUBLIC_URL: 'http://localhost:26100',
    KEREGE_DATABASE_SERVER: database.serverUrl,
    KEREGE_DATABASE_AUTH: database.authUrl,
    KEREGE_DATABASE_JOBS: database.jobsUrl,
    KEREGE_DATA: join(folder, 'data'),
    KEREGE_WEB: web,
    KEREGE_PACE: '0.05',
    KEREGE_MAIL_URL: post.options.url,
    KEREGE_MAIL_FROM: post.options.from,
  }
  const servers = await Promise.all(ports.map(port => serverProcess(port, env)))
  const admin = new pg.Client({ connectionString: database.adminUrl })
  await admin.connect()
  onTestFinished(async () => {
    await Promise.all(servers.map(server => server.kill()))
    await admin.end()
    await post.close()
    await rm(folder, { recursive: true, force: true })
  })
  return { database, env, servers, admin, post }
}
type Servers = Awaited<ReturnType<typeof twoServers>>

/** Workers as an administrator has made them, each with a session that is open and whole. */
async function workers({ admin, database, env }: Servers, count: number) {
  const pool = openAuthPool(database.authUrl)
  const keys = deriveKeys(await masterKey(join(env.KEREGE_DATA, 'master.key')))
  const signIn = openSignIn({
    pool,
    secrets: keys.auth,
    hashes: keys.hashes,
    baseUrl: env.KEREGE_PUBLIC_URL,
    nodeId: 'kz',
    absoluteHours: 12,
  })
  const [agency, team] = [newId(), newId()]
  await admin.query(
    `insert into access.agencies (id, name, kind) values ($1, '{"en":{"text":"Centre","state":"checked"}}', 'state')`,
    [agency],
  )
  await admin.query(`insert into access.teams (id, agency_id, name) values ($1, $2, 'North')`, [team, agency])
  const made = []
  for (let n = 0; n < count; n += 1) {
    const [id, hat] = [newId(), newId()]
    const email = `${id}@example.org`
    const userId = await signIn.createUser(email, `Worker ${n}`)
    await signIn.setPassword(userId, password, cheap)
    await admin.query(
      `insert into access.accounts (id, user_id, email, name, language, state) values ($1, $2, $3, $4, 'kk', 'active')`,
      [id, userId, email, `Worker ${n}`],
    )
    await admin.query(
      `insert into access.hats (id, account_id, role, agency_id, team_id) values ($1, $2, 'caseManager', $3, $4)`,
      [hat, id, agency, team],
    )
    const { token, cookie } = await signIn.openWithoutPassword(userId)
    await admin.query(
      `insert into access.sessions (id, token_hash, account_id, hat_id, device, opened_by, created_at, last_seen_at, expires_at, fresh_at)
       values ($1, sha256(convert_to($2, 'utf8')), $3, $4, 'test', 'second-factor', now(), now(), now() + interval '1 hour', now())`,
      [newId(), token, id, hat],
    )
    made.push({ id, email, cookie: cookie.split(';')[0] ?? '' })
  }
  await pool.end()
  return made
}

/** One command, repeated with its key until it is answered: whoever has no answer does not know whether it was done. */
async function surely<R extends Route>(
  request: (path: string, init?: RequestInit) => Promise<Response>,
  cookie: string,
  route: R,
  input: Input<R>,
  ifMatch?: string,
) {
  const options = { idempotencyKey: newId(), ...(ifMatch ? { ifMatch } : {}) }
  const fetcher = (url: string, init: RequestInit) =>
    request(url, {
      ...init,
      signal: AbortSignal.timeout(answerMs),
      headers: { ...(init.headers as object), cookie, 'x-kerege': '1' },
    })
  for (let again = 0; ; again += 1) {
    try {
      return { ...(await call(fetcher, route, input, options)), again }
    } catch (error) {
      if (!(error instanceof DomainError) || error.code !== 'no-answer' || again > 20) throw error
    }
  }
}

const today = localDay(new Date(), 'Asia/Almaty')

test(
  'two servers: one is killed amid requests, nothing acknowledged is lost and nothing is done twice',
  async () => {
    const both = await twoServers()
    const { admin, servers, post } = both
    const [first, second] = servers
    if (!first || !second) throw new Error('two were started')
    const people = await workers(both, 6)
    const colleague = people[5]?.id ?? ''
    const proxy = inTurns(servers.map(server => server.url))

    const done = { persons: [] as string[], tasks: [] as string[], repeated: 0 }
    let killed: Promise<void> | undefined
    const [rounds, all] = [6, 30]
    await Promise.all(
      people.slice(0, 5).map(async ({ cookie }) => {
        for (let n = 0; n < rounds; n += 1) {
          const person = draft()
          const made = await surely(proxy.request, cookie, registerPerson, { body: person })
          done.persons.push(person.id)
          const body = { id: newId(), title: 'Call the school', due: today, ownerId: colleague }
          const task = await surely(proxy.request, cookie, makeTask, { body })
          const content = { title: 'Visit the school', due: today, recurrence: 'none' as const }
          const changed = await surely(
            proxy.request,
            cookie,
            changeTask,
            { params: { id: body.id }, body: content },
            task.etag,
          )
          expect(changed.body.version).toBe(task.body.version + 1)
          done.tasks.push(body.id)
          done.repeated += made.again + task.again + changed.again
          if (done.tasks.length === all / 3) killed = first.kill()
        }
      }),
    )
    await killed
    expect(done.repeated, 'requests that got no answer').toBeGreaterThan(0)

    // Letters go out once each, though either process may send them.
    const readers = people.slice(0, 4)
    for (const { email } of readers) {
      await surely(proxy.request, '', askReset, { body: { email } })
    }
    await expect.poll(() => post.letters.length, { timeout: 30_000 }).toBeGreaterThanOrEqual(readers.length)

    const rows = async (sql: string, values: unknown[] = []) =>
      (await admin.query<Record<string, unknown>>(sql, values)).rows
    // What waits is handled by the one that is left: events, and the numbering of the log.
    await expect
      .poll(
        async () =>
          rows('select (select count(*) from platform.outbox) + (select count(*) from audit.pending) as n'),
        { timeout: 30_000 },
      )
      .toEqual([{ n: '0' }])

    expect(await rows('select count(*) from people.persons where id = any ($1)', [done.persons])).toEqual([
      { count: String(all) },
    ])
    expect(await rows('select count(*) from people.persons')).toEqual([{ count: String(all) }])
    expect(
      await rows('select count(*), min(version), max(version) from tasks.tasks where id = any ($1)', [
        done.tasks,
      ]),
    ).toEqual([{ count: String(all), min: 2, max: 2 }])
    // One entry of the log for each act; what was answered a second time says so.
    for (const [action, ids] of [
      ['person.registered', done.persons],
      ['task.made', done.tasks],
      ['task.changed', done.tasks],
    ] as const) {
      const entries = await rows(
        `select count(*)::int as n, count(distinct one)::int as of from audit.entries e cross join lateral unnest(e.subjects) one
          where action = $1 and outcome = 'done' and one = any ($2) and not counts ? 'repeated'`,
        [action, ids],
      )
      expect({ action, ...entries[0] }).toEqual({ action, n: all, of: all })
    }
    expect(
      await rows(
        `select count(*)::int as n, count(distinct params ->> 'taskId')::int as of from notifications.notices
          where account_id = $1 and topic = 'task.handed-over'`,
        [colleague],
      ),
    ).toEqual([{ n: all, of: all }])
    const letters = readers.map(
      ({ email }) => post.letters.filter(letter => letter.to.includes(email)).length,
    )
    expect(letters).toEqual([1, 1, 1, 1])

    // The log verifies, as the operator looks at it.
    const stdout = new PassThrough()
    const io = {
      stdin: new PassThrough(),
      stdout,
      stderr: new PassThrough(),
      env: { ...both.env, KEREGE_DATABASE_OWNER: both.database.ownerUrl },
      readFile: async () => new Uint8Array(),
      askedToEnd: () => new Promise<void>(() => undefined),
    }
    expect(await run(['log', 'check'], io)).toBe(0)
    expect(JSON.parse(String(stdout.read()))).toMatchObject({ waiting: 0, findings: 0 })
    expect(await second.end()).toBe(0)
  },
  patience,
)

describe('what a process might keep to itself:', () => {
  let w: World
  let there: Awaited<ReturnType<typeof bentProvider>>
  let turns: ReturnType<typeof inProcess>
  /** Requests in turns, the first at the first. */
  const inProcess = (apps: readonly { request: (...said: never[]) => unknown }[]) => {
    let turn = 0
    return {
      app: { request: (...said: never[]) => apps[turn++ % apps.length]?.request(...said) },
    } as unknown as Pick<World['running'], 'app'> // as much of an app as a browser in a test knocks at
  }

  beforeAll(async () => {
    there = await bentProvider()
    w = await world({
      singleSignOn: {
        issuer: there.issuer,
        clientId: 'kerege',
        clientSecret: 'known to both, and no key',
        name: { en: 'the Ministry' },
        scopes: 'openid',
        groupsClaim: 'groups',
        roles: [{ group: 'watch', role: 'observer', agency: 'Family centre', areas: [] }],
        createAccounts: true,
        acr: [],
        amr: ['mfa'],
      },
    })
    turns = inProcess([w.running.app, (await w.twin()).app])
  })
  afterAll(async () => {
    await w.close()
    await there.close()
  })

  test('how often somebody knocked is counted for both together', async () => {
    const at = browser(turns)
    const answers = []
    for (let n = 0; n < 302; n++) answers.push((await at.call(getNode, {})).status)
    expect(answers.filter(status => status === 200)).toHaveLength(300)
    expect(answers.slice(-2)).toEqual([429, 429])
  })

  test('wrong passwords are counted for both together', async () => {
    const who = await member(w, 'observer')
    for (let n = 0; n < 8; n++) {
      expect(await browser(turns).signIn(who.email, 'another quiet river 41')).toMatchObject({ status: 401 })
    }
    for (let n = 0; n < 2; n++) {
      expect(await browser(turns).signIn(who.email, password)).toMatchObject({ status: 429 })
    }
  })

  test('a sign-in that was begun at one is ended at the other: by code, by passkey, by the office', async () => {
    const who = await member(w, 'caseManager')
    const at = browser(turns)
    const app = await enrol(at, who)
    const key = authenticator(w.running.node.baseUrl)
    const { body } = await at.call(askNewPasskey, {})
    expect(await at.call(addPasskey, { body: { name: 'Phone', made: key.make(body) } })).toMatchObject({
      status: 201,
    })

    const byCode = browser(turns)
    expect(await byCode.signIn(who.email, password)).toMatchObject({ body: { next: 'second-factor' } })
    const code = { kind: 'totp' as const, code: app.code(1) }
    expect(await byCode.call(passSecondFactor, { body: code })).toMatchObject({ status: 200 })

    const byKey = browser(turns)
    const asked = (await byKey.call(askPasskeySignIn, {})).body
    const answer = key.answer(asked)
    expect(await byKey.call(signInByPasskey, { body: answer })).toMatchObject({ status: 200 })
    // Burnt for both.
    for (let n = 0; n < 2; n++) {
      expect(await browser(turns).call(signInByPasskey, { body: answer })).toMatchObject({ status: 401 })
    }
    for (let n = 0; n < 2; n++) expect((await byKey.call(getSession, {})).status).toBe(200)

    const byOffice = browser(turns)
    const url = new URL((await byOffice.call(beginSso, { body: {} })).body.url)
    const sub = newId()
    there.state.nonce = url.searchParams.get('nonce') ?? ''
    there.state.bend = { claims: { sub, email: `${sub}@office.example`, groups: ['watch'] } }
    const back = { state: url.searchParams.get('state') ?? '', code: 'a-code', iss: there.issuer }
    expect(await byOffice.call(signInBySso, { body: back })).toMatchObject({ body: { next: 'signed-in' } })
  })

  test('a command that was answered at one is answered by the other as it was', async () => {
    const worker = await w.somebody('caseManager')
    const body = draft()
    const ask = async () => {
      const at = browser(turns, { jar: new Map([worker.cookie.split('=') as [string, string]]) })
      return at.call(registerPerson, { body }, { 'idempotency-key': 'register-once' })
    }
    const answers = await Promise.all([ask(), ask(), ask(), ask()])
    expect(answers.map(one => one.status)).toEqual([201, 201, 201, 201])
    expect(new Set(answers.map(one => JSON.stringify(one.body))).size).toBe(1)
    const kept = await w.admin.query('select 1 from people.persons where id = $1', [body.id])
    expect(kept.rowCount).toBe(1)
  })

  test('one numbers the log, and another takes over when that one dies', async () => {
    const other = await w.twin()
    await w.running.sequencer.flush()
    const holder = openPool(w.database.serverUrl, 'the one that dies', 1)
    const client = await holder.connect()
    await client.query('begin')
    await client.query("select pg_advisory_xact_lock(hashtext('kerege.sequencer'))")
    const worker = await w.somebody('caseManager')
    await w.as(worker)(registerPerson, { body: draft() })
    expect(await w.running.sequencer.flush()).toBe(0)
    const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() as pid')
    await w.admin.query('select pg_terminate_backend($1)', [rows[0]?.pid])
    client.release(true)
    await holder.end()
    await expect.poll(() => other.sequencer.flush()).toBeGreaterThan(0)
  })

  test('a process without the master key, or with another one, does not start', async () => {
    const { node } = w.running
    const folder = await mkdtemp(join(tmpdir(), 'kerege-other-key-'))
    onTestFinished(() => rm(folder, { recursive: true, force: true }))
    const start = (dataDir: string) =>
      buildNode({
        ...{ info: node.info, profile: node.profile, baseUrl: node.baseUrl, urls: w.database, dataDir },
        log: openLog({ write: () => undefined }),
        background: false,
      })
    await expect(start(folder)).rejects.toThrow(/master\.key is not there/)
    const other = await Promise.all([1, 2, 3].map(() => masterKey(join(folder, 'master.key'))))
    expect(new Set(other.map(key => key.now.toString('hex'))).size).toBe(1)
    await expect(start(folder)).rejects.toThrow(/is not the one that this database was opened with/)
  })
})
