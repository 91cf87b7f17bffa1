import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PassThrough } from 'node:stream'
import { acceptInvitation, getSession } from '@kerege/contract/access/routes'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { emptyDatabase, type TestDatabase } from '../../../../tests/support/database.ts'
import { buildNode } from '../main.ts'
import { newId } from '../platform/ids.ts'
import { openLog } from '../platform/log.ts'
import { nodeFacts } from '../platform/profile.ts'
import { browser, enrol, password } from '../slices/access/testing/browser.ts'
import { mailServer } from '../slices/access/testing/mailServer.ts'
import { run } from './main.ts'

let database: TestDatabase
let folder: string
let owner: pg.Client
let mails: Awaited<ReturnType<typeof mailServer>>
beforeAll(async () => {
  database = await emptyDatabase()
  folder = await mkdtemp(join(tmpdir(), 'kerege-user-'))
  owner = new pg.Client({ connectionString: database.ownerUrl })
  await owner.connect()
  mails = await mailServer()
})
afterAll(async () => {
  await owner.end()
  await mails.close()
  await rm(folder, { recursive: true, force: true })
})

/** `kerege user …` beside a database that nothing else has touched yet. */
const add = (args: Record<string, string>, more: Record<string, string> = {}) => user('add', args, more)

async function user(act: string, args: Record<string, string>, more: Record<string, string> = {}) {
  const [stdout, stderr] = [new PassThrough(), new PassThrough()]
  const env = {
    KEREGE_NODE_ID: 'kz',
    KEREGE_NODE_KIND: 'national',
    KEREGE_PROFILE: 'kz',
    KEREGE_PUBLIC_URL: 'https://kerege.example',
    KEREGE_DATA: folder,
    KEREGE_DATABASE_OWNER: database.ownerUrl,
    KEREGE_DATABASE_SERVER: database.serverUrl,
    KEREGE_DATABASE_AUTH: database.authUrl,
    KEREGE_DATABASE_JOBS: database.jobsUrl,
    ...more,
  }
  const words = Object.entries(args).flatMap(([name, value]) => [`--${name}`, value])
  const io = {
    stdin: new PassThrough(),
    stdout,
    stderr,
    env,
    readFile: () => Promise.reject(new Error('no file is read')),
    askedToEnd: () => new Promise<void>(() => {}),
  }
  const code = await run(['user', act, ...words], io)
  const read = (stream: PassThrough) => String(stream.read() ?? '').trim()
  return { code, out: read(stdout), err: read(stderr) }
}

const opened = () => {
  const { info, profile } = nodeFacts({ id: 'kz', kind: 'national', profile: 'kz' }, false)
  return buildNode({
    info,
    profile,
    baseUrl: 'https://kerege.example',
    urls: database,
    dataDir: folder,
    log: openLog({ write: () => undefined }),
    background: false,
  })
}

const first = {
  email: 'first@example.org',
  name: 'Сәуле Қ.',
  role: 'administrator',
  agency: 'Үйлестіру кеңсесі',
  language: 'kk',
}

describe('kerege user add', () => {
  test.each([
    [{ role: 'delegate' }, 'has no role "delegate"'],
    [{ role: 'king' }, '--role must be a role'],
    [{ email: 'nobody' }, '--email must be a mail address'],
    [{ language: 'la' }, '--language must be one of'],
  ])('refuses %j with one sentence', async (wrong, sentence) => {
    const { code, out, err } = await add({ ...first, ...wrong })
    expect([code, out]).toEqual([2, ''])
    expect(err).toContain(sentence)
    expect(err.split('\n')).toHaveLength(1)
  })

  test('needs the address of the owner', async () => {
    const { code, err } = await add(first, { KEREGE_DATABASE_OWNER: '' })
    expect(code).toBe(1)
    expect(err).toContain('KEREGE_DATABASE_OWNER')
  })

  test('prints a link on a fresh database; a second one ends the first, and it opens the node', async () => {
    const one = await add(first)
    expect([one.code, one.err]).toEqual([0, expect.stringContaining('Good for 7 days')])
    expect(one.out).toMatch(/^https:\/\/kerege\.example\/invitation#[\w-]{43}$/)
    const mail = { KEREGE_MAIL_URL: mails.options.url, KEREGE_MAIL_FROM: mails.options.from }
    const two = await add(first, mail)
    expect(mails.to(first.email)).toMatchObject({ text: expect.stringContaining(two.out) })
    const kept = await owner.query('select email, name, language, state from access.accounts')
    expect(kept.rows).toEqual([{ email: first.email, name: first.name, language: 'kk', state: 'invited' }])
    const hats = await owner.query(
      'select h.role, a.name from access.hats h join access.agencies a on a.id = h.agency_id',
    )
    expect(hats.rows).toEqual([
      { role: 'administrator', name: { kk: { text: first.agency, state: 'checked' } } },
    ])
    const told = await owner.query(
      "select count(*)::int as n from audit.entries where action = 'account.invited'",
    )
    expect(told.rows).toEqual([{ n: 2 }])

    const node = await opened()
    try {
      const accept = (link: string) =>
        browser(node).call(acceptInvitation, { body: { token: link.split('#')[1] ?? '', password } })
      expect(await accept(one.out)).toMatchObject({ status: 422 })
      expect(await accept(two.out)).toMatchObject({ status: 204 })
      expect(await browser(node).signIn(first.email, password)).toMatchObject({
        status: 200,
        body: { next: 'enrol-second-factor' },
      })
    } finally {
      await node.stop()
    }
    const again = await add(first)
    expect(again).toMatchObject({ code: 1, out: '' })
    expect(again.err).toContain('exists already')
  })

  test('says so when the mail server does not take the letter, and when the agency is not clear', async () => {
    mails.feel('refuses')
    const mail = { KEREGE_MAIL_URL: mails.options.url, KEREGE_MAIL_FROM: mails.options.from }
    const { out, err } = await add({ ...first, email: 'second@example.org', agency: 'Екінші' }, mail)
    expect(out).toContain('/invitation#')
    expect(err).toContain('did not take it')
    const { agency: _, ...rest } = first
    expect(await add({ ...rest, email: 'third@example.org' })).toMatchObject({
      code: 2,
      err: expect.stringContaining('--agency'),
    })
  })
})

describe('kerege user invite-again', () => {
  test('refuses nobody and who was only invited, and otherwise closes the account until its new letter is opened', async () => {
    const again = (email: string) => user('invite-again', { email })
    expect(await again('nobody')).toMatchObject({ code: 2, out: '' })
    expect(await again('second@example.org')).toMatchObject({
      code: 1,
      err: expect.stringContaining('No active account'),
    })
    const { rows } = await owner.query('select id from access.accounts where email = $1', [first.email])
    const id = rows[0]?.id
    await owner.query(
      "insert into access.sso_links (issuer, subject, account_id) values ('https://id.example', '\\x01', $1)",
      [id],
    )
    await owner.query(
      `insert into access.hats (id, account_id, role, agency_id, by_sso)
         select $1, account_id, 'supervisor', agency_id, true from access.hats where account_id = $2 limit 1`,
      [newId(), id],
    )
    const { code, out } = await again(first.email)
    expect(code).toBe(0)
    const left = await owner.query(
      `select (select count(*)::int from access.sso_links where account_id = $1) as links,
              (select array_agg(role) from access.hats where account_id = $1 and ended_at is null) as roles`,
      [id],
    )
    expect(left.rows).toEqual([{ links: 0, roles: ['administrator'] }])
    const node = await opened()
    try {
      expect(await browser(node).signIn(first.email, password)).toMatchObject({ status: 401 })
      const body = { token: out.split('#')[1] ?? '', password }
      expect(await browser(node).call(acceptInvitation, { body })).toMatchObject({ status: 204 })
      expect(await browser(node).signIn(first.email, password)).toMatchObject({ status: 200 })
    } finally {
      await node.stop()
    }
    const told = await owner.query(
      "select account_id, subjects from audit.entries where action = 'account.invited-again-on-machine'",
    )
    expect(told.rows).toEqual([{ account_id: null, subjects: [id] }])
  })
})

describe('kerege user second-factor-reset', () => {
  const reset = (email: string, more: Record<string, string> = {}) =>
    user('second-factor-reset', { email }, more)

  test.each([
    ['nobody', 2, '--email must be a mail address'],
    ['nobody@example.org', 1, 'No active account'],
    [first.email, 1, 'no second factor'],
  ])('refuses %s with one sentence', async (email, code, sentence) => {
    expect(await reset(email)).toEqual({ code, out: '', err: expect.stringContaining(sentence) })
  })

  test('takes it off where no two others could, tells the owner, and says in the log where it was done', async () => {
    mails.feel('takes')
    const node = await opened()
    try {
      const found = await owner.query('select id from access.accounts where email = $1', [first.email])
      const accountId = String(found.rows[0]?.id)
      const at = browser(node)
      await enrol(at, first)
      expect(await browser(node).signIn(first.email, password)).toMatchObject({
        body: { next: 'second-factor' },
      })
      const mail = { KEREGE_MAIL_URL: mails.options.url, KEREGE_MAIL_FROM: mails.options.from }
      expect(await reset(first.email, mail)).toEqual({
        code: 0,
        out: accountId,
        err: expect.stringContaining('told by mail'),
      })
      expect(await at.call(getSession, {})).toMatchObject({ status: 401 })
      expect(await browser(node).signIn(first.email, password)).toMatchObject({
        body: { next: 'enrol-second-factor' },
      })
      const told = await owner.query(
        "select outcome, account_id from audit.entries where action = 'account.second-factor-reset-on-machine'",
      )
      expect(told.rows).toEqual([{ outcome: 'done', account_id: null }])
    } finally {
      await node.stop()
    }
  })

  test('leaves it to two other administrators where there are two', async () => {
    await owner.query('update access.accounts set second_factor = true where email = $1', [first.email])
    const agency = await owner.query('select id from access.agencies limit 1')
    for (const id of [newId(), newId()]) {
      await owner.query(
        `insert into access.accounts (id, user_id, email, name, language, state)
         values ($1::uuid, $1::text, $1::text || '@example.org', 'Other', 'en', 'active')`,
        [id],
      )
      await owner.query(
        "insert into access.hats (id, account_id, role, agency_id) values ($1, $2, 'administrator', $3)",
        [newId(), id, agency.rows[0]?.id],
      )
    }
    expect(await reset(first.email)).toMatchObject({
      code: 1,
      err: expect.stringContaining('Two other administrators'),
    })
  })
})
