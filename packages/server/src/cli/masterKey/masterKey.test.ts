/** Another master key while the node runs: nothing is out of reach meanwhile, nothing hangs on the old one afterwards. */
import { mkdtemp, readFile, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PassThrough } from 'node:stream'
import { getSession, passSecondFactor } from '@kerege/contract/access/routes'
import { addDocument, getContent, putContent } from '@kerege/contract/documents/routes'
import { askExport } from '@kerege/contract/exports/routes'
import { personHistory, registerPerson } from '@kerege/contract/people/routes'
import { symmetricDecrypt, symmetricEncrypt } from 'better-auth/crypto'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newKey } from '../../backup/keys.ts'
import { makeBackup } from '../../backup/make.ts'
import { readBackup } from '../../backup/read.ts'
import { verifyBackup } from '../../backup/verify.ts'
import { openPool } from '../../platform/database.ts'
import { newId } from '../../platform/ids.ts'
import { unseal } from '../../platform/keys.ts'
import { deriveKeys, type MasterKey, readMasterKey } from '../../platform/masterKey.ts'
import { checkLog, logKey } from '../../slices/audit/index.ts'
import { type Browser, browser, enrol, member, password } from '../../slices/access/testing/browser.ts'
import { draft } from '../../testing/people.ts'
import { type Somebody, type World, world } from '../../testing/world.ts'
import { run } from '../main.ts'
import { changeMasterKey } from './change.ts'
import { otherBytes, sealedColumns } from './sealed.ts'

let w: World
let folder: string
let worker: Somebody
beforeAll(async () => {
  w = await world()
  folder = await mkdtemp(join(tmpdir(), 'kerege-key-'))
  worker = await w.somebody('caseManager')
})
afterAll(async () => {
  await rm(folder, { recursive: true, force: true })
  await w.close()
})

const file = () => join(w.dataDir, 'master.key')
const keyFile = async (): Promise<MasterKey> => readMasterKey(await readFile(file(), 'utf8'), 'the test')
const place = () => ({ masterKeyFile: file(), urls: w.database })

async function command() {
  const [stdout, stderr] = [new PassThrough(), new PassThrough()]
  const env = {
    KEREGE_NODE_ID: 'kz',
    KEREGE_NODE_KIND: 'national',
    KEREGE_PROFILE: 'kz',
    KEREGE_PUBLIC_URL: 'https://kerege.example',
    KEREGE_DATA: w.dataDir,
    KEREGE_DATABASE_OWNER: w.database.ownerUrl,
    KEREGE_DATABASE_SERVER: w.database.serverUrl,
    KEREGE_DATABASE_AUTH: w.database.authUrl,
    KEREGE_DATABASE_JOBS: w.database.jobsUrl,
  }
  const io = {
    ...{ stdin: new PassThrough(), stdout, stderr, env },
    readFile: () => Promise.reject(new Error('no file is read')),
    askedToEnd: () => new Promise<void>(() => {}),
  }
  const code = await run(['master-key', 'change'], io)
  const read = (stream: PassThrough) => String(stream.read() ?? '').trim()
  return { code, out: read(stdout), err: read(stderr) }
}

/** How many values a key by itself opens, of all that the database has sealed with keys of the node. */
async function opens(now: Buffer): Promise<{ yes: number; no: number }> {
  const keys = deriveKeys({ now, kept: {} })
  const found = { yes: 0, no: 0 }
  const count = (works: boolean) => {
    found[works ? 'yes' : 'no'] += 1
  }
  for (const { table, column, key, purpose, only } of sealedColumns) {
    const { rows } = await w.admin.query<{ purpose: string; sealed: Buffer }>(
      `select ${purpose} as purpose, t.${column} as sealed from ${table} t where t.${column} is not null and (${only ?? 'true'})`,
    )
    for (const { purpose: bound, sealed } of rows) {
      try {
        count(unseal(keys[key], bound, sealed).length > 0)
      } catch {
        count(false)
      }
    }
  }
  const { rows } = await w.admin.query<{ secret: string; backupCodes: string }>(
    'select secret, "backupCodes" from auth."twoFactor"',
  )
  for (const sealed of rows.flatMap(row => [row.secret, row.backupCodes])) {
    // Hashed since the last time that the sheet was used.
    if (sealed.startsWith('[')) continue
    const bare = sealed.split('$').at(-1) ?? ''
    count(
      await symmetricDecrypt({ key: keys.auth().oldest, data: bare }).then(
        () => true,
        () => false,
      ),
    )
  }
  return found
}

async function registered(): Promise<string> {
  const body = draft()
  expect(await w.as(worker)(registerPerson, { body }, { idempotencyKey: newId() })).toMatchObject({
    status: 201,
  })
  return body.id
}

const firstChange = async (id: string) =>
  (await w.as(worker)(personHistory, { params: { id }, query: {} })).body

async function paperOf(subjectId: string) {
  const paper = { id: newId(), versionId: newId(), subjectId, compartment: 'social' as const }
  const body = { ...paper, name: 'a.txt', mediaType: 'text/plain' as const }
  await w.as(worker)(addDocument, { body }, { idempotencyKey: newId() })
  const params = { id: paper.id, versionId: paper.versionId }
  const content = new TextEncoder().encode('A letter of the school')
  expect(await w.as(worker)(putContent, { params, body: content })).toMatchObject({ status: 200 })
  return params
}

async function letter(params: { id: string; versionId: string }) {
  const url = getContent.path.replace(':id', params.id).replace(':versionId', params.versionId)
  const response = await w.raw(`/api${url}`, {}, worker)
  return response.text()
}

const takeOut = (at: Browser) =>
  at.call(askExport, { body: { of: 'people', format: 'csv', reason: 'The monthly list for the centre' } })

async function backedUp(key: { recipient: string }) {
  const made = { folder, recipients: [key.recipient], keepDays: 35, program: '0.1.0' }
  return makeBackup(
    { identity: { id: 'kz', kind: 'national', demo: false }, ...place(), files: w.running.node.files },
    { ...made, at: new Date() },
  )
}

test('every column of bytes is one that hangs on the master key, or says why it does not', async () => {
  const { rows } = await w.admin.query<{ name: string }>(
    `select table_schema || '.' || table_name || '.' || column_name as name from information_schema.columns
      where (data_type = 'bytea' or udt_name = '_bytea') and table_schema not in ('auth', 'jobs', 'pg_catalog', 'information_schema') order by 1`,
  )
  const known = [
    ...sealedColumns.map(({ table, column }) => `${table}.${column}`),
    ...Object.keys(otherBytes),
  ].sort()
  expect(known).toEqual(rows.map(({ name }) => name).sort())
})

describe('a change that is broken off', () => {
  let before: Buffer = Buffer.alloc(0)
  let [person, paper] = ['', { id: '', versionId: '' }]
  const who = { at: {} as Browser, app: {} as Awaited<ReturnType<typeof enrol>>, email: '' }
  const backupKey = newKey(true)
  let old = ''
  beforeAll(async () => {
    person = await registered()
    paper = await paperOf(person)
    const supervisor = await member(w, 'supervisor')
    who.email = supervisor.email
    who.at = browser(w.running)
    who.app = await enrol(who.at, supervisor)
    expect(await takeOut(who.at)).toMatchObject({ status: 201 })
    before = (await keyFile()).now
    // As the library wrote it before its secrets had numbers.
    const secret = deriveKeys({ now: before, kept: {} }).auth().oldest
    const { rows } = await w.admin.query<{ id: string; secret: string }>(
      'select id, secret from auth."twoFactor"',
    )
    const plain = await symmetricDecrypt({ key: secret, data: rows[0]?.secret.split('$').at(-1) ?? '' })
    const sheet = JSON.stringify(who.app.recoveryCodes)
    await w.admin.query('update auth."twoFactor" set secret = $1, "backupCodes" = $2', [
      await symmetricEncrypt({ key: secret, data: plain }),
      await symmetricEncrypt({ key: secret, data: sheet }),
    ])
    await w.running.sequencer.flush()
    old = (await backedUp(await backupKey)).file
    expect(await opens(before)).toMatchObject({ no: 0 })
  })

  test('leaves two keys, and a node that opens and writes everything', async () => {
    const cut = new Error('the machine was switched off')
    await expect(
      changeMasterKey(place(), {
        began: async () => undefined,
        portion: () => {
          throw cut
        },
      }),
    ).rejects.toBe(cut)
    const half = await keyFile()
    expect(half.old).toEqual(before)
    expect(half.now).not.toEqual(before)
    expect((await stat(file())).mode & 0o077).toBe(0)
    for (const key of [before, half.now]) {
      const { yes, no } = await opens(key)
      expect(yes, 'some are sealed with the one, some with the other').toBeGreaterThan(0)
      expect(no).toBeGreaterThan(0)
    }
    expect(await firstChange(person)).toMatchObject({ rows: [{ kind: 'created' }, { kind: 'created' }] })
    expect(await letter(paper)).toBe('A letter of the school')
    expect(await firstChange(await registered())).toMatchObject({ rows: [{ kind: 'created' }] })
    expect(await who.at.call(getSession, {}), 'a session goes on').toMatchObject({ status: 200 })
    expect(await takeOut(who.at)).toMatchObject({ status: 201 })
    const { file: made } = await backedUp(await backupKey)
    await verifyBackup(made, [(await backupKey).identity])
    await readBackup(made, [(await backupKey).identity], {
      about: async (_about, key) => expect(key.old).toEqual(before),
      document: async (_id, content) => drained(content),
      table: async (_table, content) => drained(content),
    })
  }, 60_000)

  test('is gone on with when it is said again, and then the old key opens nothing', async () => {
    const half = await keyFile()
    const { code, out } = await command()
    expect(code).toBe(0)
    expect(JSON.parse(out)).toMatchObject({ left: 0 })
    const after = await keyFile()
    expect(after.now).toEqual(half.now)
    expect(after.old).toBeUndefined()
    expect(await opens(after.now)).toMatchObject({ no: 0 })
    expect(await opens(before)).toMatchObject({ yes: 0 })
    const token = /=(.+)\./.exec(worker.cookie)?.[1] ?? ''
    worker = { ...worker, cookie: w.running.signIn.cookieFor(token).split(';')[0] ?? '' }
    expect(await firstChange(person)).toMatchObject({ rows: [{ kind: 'created' }, { kind: 'created' }] })
    expect(await letter(paper)).toBe('A letter of the school')
  }, 60_000)

  test('keeps what others have from the old one: codes on paper, locks of devices, the key of the log', async () => {
    const [was, is] = [deriveKeys({ now: before, kept: {} }), deriveKeys(await keyFile())]
    for (const name of ['hashes', 'devices', 'log'] as const) expect(is[name]).toEqual(was[name])
    expect(is.persons.keys()[0]).not.toEqual(was.persons.keys()[0])
    await w.running.sequencer.flush()
    const pool = openPool(w.database.ownerUrl, 'check', 1)
    const client = await pool.connect()
    const report = await checkLog(client, 'kerege.kz', logKey('kerege.kz', is.log).public)
    client.release()
    await pool.end()
    expect(report.findings).toEqual([])
    const { rows } = await w.admin.query(
      "select action from audit.entries where action like 'node.key%' order by at, id",
    )
    expect(rows).toEqual([{ action: 'node.key-changed' }])
  })

  test('asks everybody to sign in anew, with the authenticator that they have', async () => {
    expect(await who.at.call(getSession, {})).toMatchObject({ status: 401 })
    const at = browser(w.running)
    await at.signIn(who.email, password)
    const code = who.app.code(1)
    expect(await at.call(passSecondFactor, { body: { kind: 'totp', code } })).toMatchObject({ status: 200 })
    const other = browser(w.running)
    await other.signIn(who.email, password)
    const [recovery = ''] = who.app.recoveryCodes
    expect(await other.call(passSecondFactor, { body: { kind: 'recovery', code: recovery } })).toMatchObject({
      status: 200,
    })
  })

  test('leaves the backups from before with the key that was in them', async () => {
    const { identity } = await backupKey
    await verifyBackup(old, [identity])
    await readBackup(old, [identity], {
      about: async (_about, key) => expect(key.now).toEqual(before),
      document: async (_id, content) => drained(content),
      table: async (_table, content) => drained(content),
    })
  })

  test('and a backup keep out of each other’s way', async () => {
    const client = new pg.Client({ connectionString: w.database.ownerUrl })
    await client.connect()
    await client.query('begin')
    await client.query('select pg_advisory_xact_lock_shared(1801812339)')
    const refused = await command()
    expect(refused).toMatchObject({ code: 1, out: '' })
    expect(refused.err).toContain('A backup is being written')
    await client.query('rollback')
    await client.query('begin')
    await client.query('select pg_advisory_xact_lock(1801812339)')
    await expect(backedUp(await backupKey)).rejects.toThrow('The master key is being changed')
    await client.end()
  })
})

async function drained(content: AsyncIterable<Uint8Array>) {
  for await (const _ of content);
}
