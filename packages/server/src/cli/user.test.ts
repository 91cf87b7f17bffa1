import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PassThrough } from 'node:stream'
import { acceptInvitation } from '@kerege/contract/access/routes'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { emptyDatabase, type TestDatabase } from '../../../../tests/support/database.ts'
import { buildNode } from '../main.ts'
import { openLog } from '../platform/log.ts'
import { nodeFacts } from '../platform/profile.ts'
import { browser, password } from '../slices/access/testing/browser.ts'
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

/** `kerege user add …` beside a database that nothing else has touched yet. */
async function add(args: Record<string, string>, more: Record<string, string> = {}) {
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
  const code = await run(['user', 'add', ...words], io)
  const read = (stream: PassThrough) => String(stream.read() ?? '').trim()
  return { code, out: read(stdout), err: read(stderr) }
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

    const { info, profile } = nodeFacts({ id: 'kz', kind: 'national', profile: 'kz' }, false)
    const node = await buildNode({
      info,
      profile,
      baseUrl: 'https://kerege.example',
      urls: database,
      dataDir: folder,
      log: openLog({ write: () => undefined }),
      background: false,
    })
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
