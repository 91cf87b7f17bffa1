import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { enterDemo, getSession, getStart, signIn, signOut, speak } from '@kerege/contract/access/routes'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { testDatabase } from '../../../../../tests/support/database.ts'
import { buildNode } from '../../main.ts'
import { demoMarker, loadConfiguration } from '../../platform/config.ts'
import { newId } from '../../platform/ids.ts'
import { openLog } from '../../platform/log.ts'
import { nodeFacts } from '../../platform/profile.ts'
import { prepareDatabase } from '../../setup.ts'
import { type World, world, worldOfTest } from '../../testing/world.ts'
import { browser, cheap, type Jar, member, password } from './testing/browser.ts'

/** A node at any address, with one observer who may sign in. */
async function nodeAt(id: string, baseUrl: string) {
  const database = await testDatabase()
  const dataDir = await mkdtemp(join(tmpdir(), 'kerege-node-'))
  const name = { en: { text: id, state: 'checked' as const } }
  const running = await buildNode({
    info: { id, kind: 'national', name, demo: false, languages: ['en'], timeZone: 'Asia/Almaty' },
    profile: nodeFacts({ id, kind: 'national', profile: 'kz' }, false).profile,
    baseUrl,
    urls: database,
    dataDir,
    log: openLog({ write: () => undefined }),
    sequencerEveryMs: 3_600_000,
    background: false,
  })
  onTestFinished(async () => {
    await running.stop()
    await rm(dataDir, { recursive: true, force: true })
  })
  const email = `${id}@example.org`
  const userId = await running.signIn.createUser(email, id)
  await running.signIn.setPassword(userId, password, cheap)
  const owner = new pg.Client({ connectionString: database.ownerUrl })
  await owner.connect()
  const agencyId = newId()
  await owner.query("insert into access.agencies (id, name, kind) values ($1, $2, 'state')", [
    agencyId,
    JSON.stringify(name),
  ])
  await owner.query(
    "insert into access.accounts (id, user_id, email, name, language, state) values ($1, $2, $3, $4, 'en', 'active')",
    [newId(), userId, email, id],
  )
  await owner.query(
    `insert into access.hats (id, account_id, role, agency_id) select $1, id, 'observer', $2 from access.accounts`,
    [newId(), agencyId],
  )
  await owner.end()
  return { id, running, email }
}

describe('cookies', () => {
  test('are out of reach for scripts and other sites, and bound to TLS where there is any', async () => {
    const plain = await nodeAt('kz', 'http://localhost:4001')
    const opened = await browser(plain.running).signIn(plain.email, password)
    expect(opened.cookies.map(cookie => cookie.split('=')[0])).toEqual([
      'kerege-kz.session_token',
      'kerege-kz.device',
    ])
    for (const cookie of opened.cookies) {
      expect(cookie).toMatch(/; HttpOnly/i)
      expect(cookie).toMatch(/; SameSite=Strict/i)
      expect(cookie).not.toMatch(/; Secure|; Domain/i)
    }

    const secure = await nodeAt('kz', 'https://kerege.example')
    const at = browser(secure.running)
    const [cookie = ''] = (await at.signIn(secure.email, password)).cookies
    expect(cookie).toMatch(/^__Host-kerege-kz\.session_token=/)
    for (const flag of [/; Secure/i, /; HttpOnly/i, /; SameSite=Strict/i, /; Path=\/(;|$)/i])
      expect(cookie).toMatch(flag)
    expect(cookie).not.toMatch(/; Domain/i)
    const { headers } = await secure.running.app.request('/health')
    expect(headers.get('strict-transport-security')).toMatch(/^max-age=\d{8,}; includeSubDomains$/)
    // A browser drops a cookie of this name only when it is told so with the same flag.
    const [gone = ''] = (await at.call(signOut, {})).cookies
    expect(gone).toMatch(/^__Host-kerege-kz\.session_token=; Max-Age=0; .*Secure$/)
  })

  test('of five nodes on one host do not meet: signed in to all at once, and out of one', async () => {
    const jar: Jar = new Map()
    const nodes = await Promise.all(
      ['hub', 'kz', 'uz', 'kg', 'tj'].map((id, at) => nodeAt(id, `http://localhost:${4000 + at}`)),
    )
    for (const { running, email } of nodes) {
      expect(await browser(running, { jar }).signIn(email, password)).toMatchObject({ status: 200 })
    }
    const opening = [...jar.keys()].filter(name => name.endsWith('.session_token'))
    expect(opening).toHaveLength(5)
    for (const { id, running } of nodes) {
      expect(await browser(running, { jar }).call(getSession, {})).toMatchObject({
        status: 200,
        body: { account: { name: id }, node: { id } },
      })
    }
    const [hub, kz] = nodes
    if (!hub || !kz) throw new Error('five nodes were made')
    await browser(hub.running, { jar }).call(signOut, {})
    expect(await browser(hub.running, { jar }).call(getSession, {})).toMatchObject({ status: 401 })
    expect(await browser(kz.running, { jar }).call(getSession, {})).toMatchObject({ status: 200 })
    // One node's cookie under another's name opens nothing: each signs with a key of its own.
    const stolen = jar.get('kerege-kz.session_token') ?? ''
    const forged: Jar = new Map([['kerege-uz.session_token', stolen]])
    const uz = nodes.find(node => node.id === 'uz') ?? kz
    expect(await browser(uz.running, { jar: forged }).call(getSession, {})).toMatchObject({
      status: 401,
      body: { code: 'not-signed-in' },
    })
  })
})

describe('a change that comes from another site', () => {
  let w: World
  beforeAll(async () => {
    w = await world()
  })
  afterAll(() => w.close())

  test.each([
    ['without our header', { 'x-kerege': undefined }],
    ['from a foreign page', { origin: 'https://elsewhere.example' }],
    ['from another port of this host', { origin: 'http://localhost:4002' }],
    ['across sites, as the browser says', { 'sec-fetch-site': 'cross-site' }],
    ['from a neighbour domain, as the browser says', { 'sec-fetch-site': 'same-site' }],
  ])('is refused: %s', async (_, headers: Record<string, string | undefined>) => {
    const who = await member(w, 'observer')
    const at = browser(w.running)
    const body = { email: who.email, password }
    expect(await at.call(signIn, { body }, headers)).toMatchObject({
      status: 403,
      body: { code: 'foreign-origin' },
      cookies: [],
    })
    await at.signIn(who.email, password)
    expect(await at.call(speak, { body: { language: 'ru' } }, headers)).toMatchObject({ status: 403 })
    expect(await at.call(getSession, {})).toMatchObject({ body: { account: { language: 'kk' } } })
    const own = { origin: 'http://localhost:4999', 'sec-fetch-site': 'same-origin' }
    expect(await at.call(speak, { body: { language: 'ru' } }, own)).toMatchObject({ status: 204 })
  })
})

describe('the demo door', () => {
  test('is not there on a real node, not even for an account that exists', async () => {
    const w = await worldOfTest()
    const who = await w.somebody('observer')
    const reply = await browser(w.running).call(enterDemo, { body: { key: who.email } })
    expect(reply).toMatchObject({ status: 404, body: { code: 'not-found' }, cookies: [] })
    expect(await browser(w.running).call(getStart, {})).toMatchObject({ status: 404 })
  })

  test('opens on a demo node, without a password and with all rights of the role', async () => {
    const w = await worldOfTest({ demo: true })
    const who = await w.somebody('caseManager')
    const at = browser(w.running)
    expect(await at.call(enterDemo, { body: { key: who.email } })).toMatchObject({
      status: 200,
      body: { next: 'signed-in' },
    })
    expect(await at.call(getSession, {})).toMatchObject({ status: 200, body: { node: { demo: true } } })
    expect(await at.call(enterDemo, { body: { key: 'nobody@example.org' } })).toMatchObject({ status: 404 })
  })

  test('and a real node never meet: neither opens the other’s database or folder', async () => {
    const demo = await testDatabase({ demo: true })
    await expect(prepareDatabase(demo, { id: 'kz', kind: 'national', demo: false })).rejects.toThrow(
      'invented people',
    )
    const real = await testDatabase()
    await expect(prepareDatabase(real, { id: 'kz', kind: 'national', demo: true })).rejects.toThrow(
      'real node',
    )
    await expect(prepareDatabase(real, { id: 'uz', kind: 'national', demo: false })).rejects.toThrow(
      'belongs to the node "kz"',
    )

    const folder = await mkdtemp(join(tmpdir(), 'kerege-demo-'))
    onTestFinished(() => rm(folder, { recursive: true, force: true }))
    await writeFile(join(folder, demoMarker), '{}')
    const variables = {
      KEREGE_NODE_ID: 'kz',
      KEREGE_NODE_KIND: 'national',
      KEREGE_PROFILE: 'kz',
      KEREGE_PUBLIC_URL: 'https://kerege.example',
      KEREGE_DATA: folder,
    }
    expect(() => loadConfiguration(undefined, variables)).toThrow('invented people')
    // There is no setting that would make a real node a demo.
    expect(() => loadConfiguration(undefined, { ...variables, KEREGE_DEMO: 'true' })).toThrow(
      'KEREGE_DEMO is not a setting',
    )
  })
})
