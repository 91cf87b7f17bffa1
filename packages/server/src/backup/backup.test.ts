/** A node is backed up while people work, and stands again elsewhere: the same to the last row, with its log, its keys and its files. */
import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtemp, open, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { text } from 'node:stream/consumers'
import { gunzipSync } from 'node:zlib'
import { addDocument, putContent } from '@kerege/contract/documents/routes'
import { registerPerson } from '@kerege/contract/people/routes'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { emptyDatabase, type TestDatabase } from '../../../../tests/support/database.ts'
import { objectStore } from '../../../../tests/support/objectStore.ts'
import { buildNode } from '../main.ts'
import { openPool, over } from '../platform/database.ts'
import { ownGoneList, readGoneList } from '../platform/goneList.ts'
import { openFolder } from '../platform/fileStore.ts'
import { newId } from '../platform/ids.ts'
import { unseal } from '../platform/keys.ts'
import { deriveKeys, masterKey } from '../platform/masterKey.ts'
import { openLog } from '../platform/log.ts'
import { migrate, readMigrations } from '../platform/migrate.ts'
import { openBucket } from '../platform/objectStore.ts'
import { nodeFacts } from '../platform/profile.ts'
import { databaseRoles, provisionNode, roleName } from '../platform/provision.ts'
import { readTar } from '../platform/tar.ts'
import { migrateSignIn } from '../slices/access/index.ts'
import { checkLog, logKey } from '../slices/audit/index.ts'
import { eraseAgain } from '../slices/people/index.ts'
import { keepGone } from '../slices/rights/gone/keep.ts'
import { draft } from '../testing/people.ts'
import { type World, world } from '../testing/world.ts'
import type { About } from './format.ts'
import { type BackupKey, newKey } from './keys.ts'
import { aboutOf, dropExpired, makeBackup, type Node } from './make.ts'
import { readBackup } from './read.ts'
import { restore, type Target } from './restore.ts'
import { openSnapshot, quoted, type Snapshot } from './snapshot.ts'
import { readAge } from './testing/readAge.ts'
import { verifyBackup } from './verify.ts'
import { writeBackup } from './write.ts'

const identity = { id: 'kz', kind: 'national', demo: false } as const
const wanted = { at: new Date('2026-11-26T18:00:00Z'), keepDays: 35, program: '0.1.0' }
const today = '2026-11-27'

let w: World
let folder: string
let node: Node
let key: BackupKey
/** Made while people worked, for a key of each sort. */
let file: string
let sums: Map<string, string>

/** Every table as one number that does not depend on the order of its rows. */
async function sumsOf(client: pg.Client, tables: readonly string[]): Promise<Map<string, string>> {
  const found = new Map<string, string>()
  for (const name of tables) {
    const { rows } = await client.query<{ sum: string }>(
      `select count(*) || ' ' || coalesce(sum(hashtextextended(t::text, 0)::numeric), 0) as sum from ${quoted(name)} t`,
    )
    found.set(name, rows[0]?.sum ?? '')
  }
  return found
}

/** As a superuser sees the moment that the snapshot holds. */
async function sumsIn(snapshot: Snapshot, tables: readonly string[]) {
  const look = new pg.Client({ connectionString: w.database.adminUrl })
  await look.connect()
  try {
    await look.query('begin isolation level repeatable read read only')
    await look.query(`set transaction snapshot '${snapshot.id}'`)
    return await sumsOf(look, tables)
  } finally {
    await look.end()
  }
}

beforeAll(async () => {
  w = await world()
  folder = await mkdtemp(join(tmpdir(), 'kerege-backup-'))
  key = await newKey(true)
  node = {
    identity,
    urls: w.database,
    files: w.running.node.files,
    masterKeyFile: join(w.dataDir, 'master.key'),
  }
  const worker = await w.somebody('caseManager')
  const register = async () => {
    const person = draft()
    await w.as(worker)(registerPerson, { body: person })
    return person.id
  }
  for (let count = 0; count < 12; count += 1) {
    const subjectId = await register()
    const paper = { id: newId(), versionId: newId(), subjectId, compartment: 'social' as const }
    await w.as(worker)(
      addDocument,
      { body: { ...paper, name: 'a.txt', mediaType: 'text/plain' } },
      { idempotencyKey: newId() },
    )
    const body = new TextEncoder().encode(`Letter ${count}\n`.repeat(count * 3000 + 1))
    const stored = await w.as(worker)(putContent, {
      params: { id: paper.id, versionId: paper.versionId },
      body,
    })
    expect(stored.status).toBe(200)
  }
  await w.running.sequencer.flush()

  let working = true
  const load = async () => {
    for (; working; ) {
      await register()
      await w.running.sequencer.flush()
    }
  }
  const workers = [load(), load()]
  const snapshot = await openSnapshot(node.urls)
  try {
    const about = await aboutOf(node, snapshot, wanted)
    file = join(folder, 'under-load.age')
    await writeBackup(
      { snapshot, about, files: node.files, masterKeyFile: node.masterKeyFile },
      [key.recipient],
      file,
    )
    sums = await sumsIn(
      snapshot,
      about.tables.map(({ name }) => name),
    )
  } finally {
    working = false
    await Promise.all(workers)
    await snapshot.close()
  }
  const { rows } = await w.admin.query<{ count: string }>('select count(*) from people.persons')
  expect(Number(rows[0]?.count), 'people worked meanwhile').toBeGreaterThan(
    Number(sums.get('people.persons')?.split(' ')[0]),
  )
})
afterAll(async () => {
  await rm(folder, { recursive: true, force: true })
  await w.close()
})

const rolesOf = ({ serverUrl, authUrl, jobsUrl }: TestDatabase) => {
  const roleOf = (url: string) => decodeURIComponent(new URL(url).username)
  return { server: roleOf(serverUrl), auth: roleOf(authUrl), jobs: roleOf(jobsUrl) }
}

interface Place {
  database: TestDatabase
  target: Target
}

async function emptyPlace(): Promise<Place> {
  const database = await emptyDatabase()
  const dataDir = await mkdtemp(join(tmpdir(), 'kerege-restored-'))
  onTestFinished(() => rm(dataDir, { recursive: true, force: true }))
  const files = openFolder(dataDir)
  const target = { identity, urls: database, dataDir, files, masterKeyFile: join(dataDir, 'master.key') }
  return { database, target }
}

const majorOf = (version: string | undefined) => version?.split('.')[0]

async function dropped(adminUrl: string, name: string) {
  const admin = new pg.Client({ connectionString: adminUrl })
  await admin.connect()
  await admin.query(`drop database ${name} with (force)`)
  for (const role of databaseRoles) await admin.query(`drop role ${roleName(name, role)}`)
  await admin.end()
}

const from = (path: string, more = {}) => ({ file: path, identities: [key.identity], today, ...more })

async function damaged(change: (bytes: Buffer) => Buffer): Promise<string> {
  const path = join(folder, `${newId()}.age`)
  await writeFile(path, change(await readFile(file)))
  return path
}

describe('a restore refuses, and leaves the place empty', () => {
  test('what is damaged, past its day or for other eyes; then takes the whole one', async () => {
    const { database, target } = await emptyPlace()
    const flipped = await damaged(bytes => {
      const at = Math.floor(bytes.length / 2)
      bytes[at] = (bytes[at] ?? 0) ^ 1
      return bytes
    })
    const strange = (await newKey(true)).identity
    const refusals: [Parameters<typeof restore>[1], string][] = [
      [from(flipped), 'The file is cut short or damaged.'],
      [from(await damaged(() => Buffer.from('not sealed'))), 'This is no file that age has sealed'],
      [from(file, { identities: [strange] }), 'None of the keys opens this file.'],
      [from(file, { today: '2027-01-01' }), 'This backup was good until 2026-12-31'],
    ]
    for (const [attempt, sentence] of refusals)
      await expect(restore(target, attempt), sentence).rejects.toThrow(sentence)
    await expect(restore({ ...target, identity: { ...identity, id: 'uz' } }, from(file))).rejects.toThrow(
      'This is a backup of the node "kz" (national), not of "uz".',
    )
    expect(await readdir(target.dataDir)).toEqual([])

    const { about, manifest } = await restore(target, from(file))
    const restored = new pg.Client({ connectionString: database.adminUrl })
    await restored.connect()
    try {
      const tables = about.tables.map(({ name }) => name)
      expect(tables.length).toBeGreaterThan(100)
      expect(Object.fromEntries(await sumsOf(restored, tables))).toEqual(Object.fromEntries(sums))
      expect(manifest.documents).toMatchObject({ files: 12, missing: [] })
      await expectAlive(target, restored, about)
    } finally {
      await restored.end()
    }
    await expect(restore(target, from(file))).rejects.toThrow('its data folder or bucket holds a master key')
    await rm(target.masterKeyFile)
    await rm(join(target.dataDir, 'documents'), { recursive: true })
    await expect(restore(target, from(file))).rejects.toThrow('its database has tables')
  }, 120_000)

  // Only where somebody names an engine that the package does not bring; docs/operations.md says with which it was done last.
  const otherServer = process.env['OTHER_DATABASE_URL']
  const testThere = otherServer === undefined ? () => undefined : test
  testThere(
    'another PostgreSQL, of an older or a newer major version',
    async () => {
      const adminUrl = otherServer ?? ''
      const name = `kerege_restored_${newId().slice(-6)}`
      const urls = await provisionNode(adminUrl, name)
      const dataDir = await mkdtemp(join(tmpdir(), 'kerege-restored-'))
      onTestFinished(() => rm(dataDir, { recursive: true, force: true }))
      onTestFinished(() => dropped(adminUrl, name))
      const masterKeyFile = join(dataDir, 'master.key')
      const target = { identity, urls, dataDir, files: openFolder(dataDir), masterKeyFile }
      const { about } = await restore(target, from(file))
      const there = new URL(adminUrl)
      there.pathname = name
      const restored = new pg.Client({ connectionString: there.href })
      await restored.connect()
      try {
        const { rows } = await restored.query<{ server_version: string }>('show server_version')
        expect(majorOf(rows[0]?.server_version), 'another major version').not.toBe(majorOf(about.engine))
        const tables = about.tables.map(table => table.name)
        expect(Object.fromEntries(await sumsOf(restored, tables))).toEqual(Object.fromEntries(sums))
        await expectAlive(target, restored, about)
      } finally {
        await restored.end()
      }
    },
    120_000,
  )

  test('to bring anybody back who was erased since, or to open what was sealed since', async () => {
    const [erased, sealed, holder] = [newId(), newId(), await w.somebody('caseManager')]
    for (const id of [erased, sealed]) await w.as(holder)(registerPerson, { body: { ...draft(), id } })
    const paper = { id: newId(), versionId: newId(), subjectId: erased, compartment: 'social' as const }
    const named = { ...paper, name: 'a.txt', mediaType: 'text/plain' as const }
    await w.as(holder)(addDocument, { body: named }, { idempotencyKey: newId() })
    await w.admin.query(
      `insert into rights.holds (person_id, why, paper, until, account_id, set_at)
         select $1, 'court', 'Paper 4', null, $2, now()`,
      [erased, holder.accountId],
    )
    const made = await makeBackup(node, { ...wanted, folder, recipients: [key.recipient] })
    const list = join(folder, 'kerege-kz-gone.jsonl')
    expect(await readGoneList(list), 'nobody is gone yet').toBeNull()

    await w.admin.query('delete from rights.holds where person_id = $1', [erased])
    const client = await openPool(w.database.ownerUrl, 'test', 1).connect()
    await client.query('begin')
    expect(await eraseAgain(over(client), [erased], new Date())).toBe(1)
    await client.query('commit')
    client.release(true)
    const later = await w.somebody('nationalCoordinator')
    await w.admin.query(
      "insert into rights.seals (person_id, why, sealed_by, sealed_at) values ($1, 'court', $2, now())",
      [sealed, later.accountId],
    )
    await keepGone(w.running.node)
    const own = await readGoneList(ownGoneList(node.masterKeyFile))
    expect(own).toEqual([
      { kind: 'erased', id: erased, at: expect.any(String) },
      { kind: 'sealed', id: sealed, at: expect.any(String), why: 'court', by: later.accountId },
    ])
    const tomorrow = new Date(wanted.at.getTime() + 86_400_000)
    const next = await makeBackup(node, { ...wanted, at: tomorrow, folder, recipients: [key.recipient] })
    expect(await readGoneList(list), 'the next backup brings it to where backups lie').toEqual(own)
    await rm(next.file)

    // In the backup they are whole: without the list they would be back.
    const textOf = new Map<string, string>()
    await readBackup(made.file, [key.identity], {
      about: async () => undefined,
      document: async (_, content) => {
        for await (const _chunk of content);
      },
      table: async ({ name }, content) => {
        textOf.set(name, await text(Readable.from(content, { objectMode: false })))
      },
    })
    for (const table of ['people.persons', 'audit.person_keys', 'documents.documents'])
      expect(textOf.get(table), table).toContain(erased)
    expect(textOf.get('people.persons')).toContain(sealed)
    expect(textOf.get('rights.seals') ?? '').not.toContain(sealed)

    // Into a bucket this time, whatever the papers came from.
    const elsewhere = await objectStore()
    onTestFinished(() => elsewhere.close())
    const { target: place, database } = await emptyPlace()
    const target = { ...place, files: openBucket(elsewhere.settings, place.dataDir) }
    const { again, manifest } = await restore(target, from(made.file, { gone: own ?? [] }))
    expect(elsewhere.objects.size).toBe(manifest.documents.files)
    for (const [name, { body }] of elsewhere.objects) {
      expect(body).toEqual(await readFile(join(w.dataDir, name)))
    }
    expect(elsewhere.objects.size).toBeGreaterThan(0)
    const after = new pg.Client({ connectionString: database.adminUrl })
    await after.connect()
    const { rows } = await after.query(
      `select (select count(*)::int from people.persons where id = $1) as persons, (select count(*)::int from audit.person_keys where person_id = $1) as keys,
         (select count(*)::int from documents.documents where subject_id = $1) as papers, (select count(*)::int from people.persons where id = $2) as other,
         (select array_agg(why) from rights.seals where person_id = $2) as seals, (select count(*)::int from audit.erased where person_id = $1) as listed`,
      [erased, sealed],
    )
    await after.end()
    expect(again).toEqual({ erased: 1, sealed: 1 })
    expect(rows).toEqual([{ persons: 0, keys: 0, papers: 0, other: 1, seals: ['court'], listed: 1 }])
    await rm(target.masterKeyFile)
    await expect(restore(target, from(made.file))).rejects.toThrow('its data folder or bucket holds')
  }, 120_000)

  test('nothing that an older version has made: it is brought up to this one', async () => {
    const old = await emptyDatabase()
    const migrations = (await readMigrations()).filter(({ name }) => name < '0040')
    await migrate(old.ownerUrl, rolesOf(old), migrations)
    await migrateSignIn(old.authUrl)
    const before = new pg.Client({ connectionString: old.ownerUrl })
    await before.connect()
    await before.query("insert into access.node (id, kind, demo) values ('kz', 'national', false)")
    await before.query(
      "insert into audit.entries (id, at, request_id, action, outcome, salt) values ($1, now(), 'x', 'test.done', 'done', '\\x00')",
      [newId()],
    )
    await before.end()
    const made = await makeBackup({ ...node, urls: old }, { ...wanted, folder, recipients: [key.recipient] })
    const { target, database } = await emptyPlace()
    await restore(target, from(made.file))
    const after = new pg.Client({ connectionString: database.ownerUrl })
    await after.connect()
    const { rows } = await after.query(
      `select (select count(*)::int from platform.migrations) as migrations, (select count(*)::int from audit.entries) as entries,
        (select count(*)::int from audit.pending) as waiting`,
    )
    await after.end()
    expect(rows).toEqual([{ migrations: (await readMigrations()).length, entries: 1, waiting: 1 }])
  }, 120_000)

  test('what a newer or another program has made', async () => {
    const { target } = await emptyPlace()
    const snapshot = await openSnapshot(node.urls)
    onTestFinished(() => snapshot.close())
    const about = await aboutOf(node, snapshot, wanted)
    const bent = async (change: (about: About) => About) => {
      const path = join(folder, `${newId()}.age`)
      await writeBackup({ ...node, snapshot, about: change(about) }, [key.recipient], path)
      return from(path)
    }
    const newer = await bent(one => ({
      ...one,
      migrations: [...one.migrations, { name: '9999_tomorrow.sql', checksum: '' }],
    }))
    await expect(restore(target, newer)).rejects.toThrow(
      'This backup is of a newer Kerege (9999_tomorrow.sql).',
    )
    const other = await bent(one => ({
      ...one,
      migrations: one.migrations.map((each, at) => (at === 3 ? { ...each, checksum: 'x' } : each)),
    }))
    await expect(restore(target, other)).rejects.toThrow('differs from the one of this program')
    expect(await readdir(target.dataDir)).toEqual([])
  })
})

/** It serves, its log is whole and the one that was signed, keys open what they opened, files are the same to the byte. */
async function expectAlive({ urls, dataDir, masterKeyFile }: Target, restored: pg.Client, about: About) {
  expect(await readFile(masterKeyFile)).toEqual(await readFile(node.masterKeyFile))
  const master = await masterKey(masterKeyFile)
  const pool = openPool(urls.ownerUrl, 'check', 1)
  const client = await pool.connect()
  const report = await checkLog(client, 'kerege.kz', logKey('kerege.kz', deriveKeys(master).log).public)
  client.release()
  await pool.end()
  expect(report.findings).toEqual([])
  expect(report.entries).toBeGreaterThan(30)
  const { rows: keys } = await restored.query<{ person_id: string; wrapped: Buffer }>(
    'select * from audit.person_keys',
  )
  for (const { person_id, wrapped } of keys)
    expect(unseal(deriveKeys(master).persons, person_id, wrapped)).toHaveLength(32)
  const files = (await readdir(join(dataDir, 'documents'), { recursive: true, withFileTypes: true })).filter(
    one => one.isFile(),
  )
  expect(files).toHaveLength(12)
  for (const { parentPath, name } of files) {
    const path = join(parentPath, name)
    expect(await readFile(path)).toEqual(await readFile(path.replace(dataDir, w.dataDir)))
  }
  const running = await buildNode({
    info: { ...identity, country: 'KZ', name: {}, languages: ['en'], timeZone: 'Asia/Almaty' },
    profile: nodeFacts({ id: 'kz', kind: 'national', profile: 'kz' }, false).profile,
    baseUrl: 'http://localhost:4999',
    urls,
    dataDir,
    log: openLog({ write: () => undefined }),
    sequencerEveryMs: 3_600_000,
    background: false,
  })
  try {
    const response = await running.app.request('/log/checkpoint')
    expect(await response.text()).toBe(about.log.checkpoint)
    // Triggers and keys are back: the log takes entries again, and cannot be rewritten.
    await restored.query(
      "insert into audit.entries (id, at, request_id, action, outcome, salt) values ($1, now(), 'x', 'test.done', 'done', '\\x00')",
      [newId()],
    )
    expect(await running.sequencer.flush()).toBeGreaterThan(0)
    await expect(restored.query('update audit.leaves set number = number')).rejects.toThrow('append-only')
    const numbers = await restored.query('select count(*)::int from pg_constraint where contype = $1', ['f'])
    const before = await w.admin.query('select count(*)::int from pg_constraint where contype = $1', ['f'])
    expect(numbers.rows).toEqual(before.rows)
  } finally {
    await running.stop()
  }
}

describe('the file', () => {
  test('is verified without a database, and a wrong root is found', async () => {
    const { about, manifest, entries } = await verifyBackup(file, [key.identity])
    expect(entries).toBe(manifest.tables['audit.leaves']?.rows)
    expect(manifest.tables['access.sessions'], 'nobody stays signed in').toBeUndefined()
    expect(about.tables.some(({ name }) => name.startsWith('jobs.'))).toBe(false)
    for (const missing of [1, 16, 70_000]) {
      const cut = await damaged(bytes => bytes.subarray(0, bytes.length - missing))
      await expect(verifyBackup(cut, [key.identity])).rejects.toThrow('The file is cut short or damaged.')
    }
    await w.admin.query("set session_replication_role = 'replica'")
    await w.admin.query("update audit.leaves set hash = sha256('x') where number = 3")
    const bent = await makeBackup(node, { ...wanted, folder, recipients: [key.recipient] })
    await expect(verifyBackup(bent.file, [key.identity])).rejects.toThrow('does not lead to the root')
    expect((await stat(bent.file)).mode & 0o077).toBe(0)
  })

  test('opens with another implementation of age, with gzip and with tar', async () => {
    const tar = gunzipSync(readAge(await readFile(file), key.identity))
    const names: string[] = []
    for await (const { name, content } of readTar(Readable.from([tar]))) {
      names.push(name)
      for await (const _ of content);
    }
    expect(names[0]).toBe('about.json')
    expect(names.at(-1)).toBe('manifest.json')
  })

  const age = spawnSync('age', ['--version'])
  // Where there is none, there is nothing to be run, and so nothing that was skipped.
  const whereThereIsOne = age.status === 0 ? test : () => undefined
  whereThereIsOne('opens with the age of this machine', async () => {
    const secret = join(folder, 'identity.txt')
    await writeFile(secret, `${key.identity}\n`)
    const plain = execFileSync('age', ['-d', '-i', secret, file], { maxBuffer: 1e9 })
    expect(gunzipSync(plain)).toEqual(gunzipSync(readAge(await readFile(file), key.identity)))
  })

  test('is sealed for a post-quantum key just the same', async () => {
    const hybrid = await newKey()
    expect(hybrid.recipient).toMatch(/^age1pq1/)
    const made = await makeBackup(node, { ...wanted, folder, recipients: [hybrid.recipient] })
    const handle = await open(made.file)
    const head = Buffer.alloc(200)
    await handle.read(head, 0, 200)
    await handle.close()
    expect(head.toString('latin1')).toMatch(/^age-encryption\.org\/v1\n-> mlkem768x25519 /)
    // The leaf that was bent above is in it: the file opens, and what is wrong is said.
    await expect(verifyBackup(made.file, [hybrid.identity])).rejects.toThrow('does not lead to the root')
  })

  test('goes when its last day is over, and no other file does', async () => {
    const names = [
      'kerege-kz-20261126T180000Z-until-20261231.tar.gz.age',
      'kerege-kz-20261020T180000Z-until-20261125.tar.gz.age',
      'kerege-uz-20261020T180000Z-until-20261125.tar.gz.age',
      'kerege-kz-20261020T180000Z-until-20261125.tar.gz.age.part',
      'notes.txt',
    ]
    const place = await mkdtemp(join(tmpdir(), 'kerege-expiry-'))
    onTestFinished(() => rm(place, { recursive: true, force: true }))
    for (const name of names) await writeFile(join(place, name), '')
    expect(await dropExpired(place, 'kz', '2026-11-26')).toEqual([names[1]])
    expect((await readdir(place)).sort()).toEqual(names.filter((_, at) => at !== 1).sort())
  })
})
