/**
 * Makes a node out of a backup: on an empty database, of whatever PostgreSQL, in an empty data folder, under this program or a newer
 * one. Tables are made as they were then, filled, and only then brought up to today. All of it comes, or none.
 */
import { mkdir, rm, stat, writeFile } from 'node:fs/promises'
import { createWriteStream } from 'node:fs'
import { dirname, join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type pg from 'pg'
import { over } from '../platform/database.ts'
import type { FileStore } from '../platform/fileStore.ts'
import type { Gone } from '../platform/goneList.ts'
import { type MasterKey, masterKeyText } from '../platform/masterKey.ts'
import { migrate, readMigrations } from '../platform/migrate.ts'
import type { DatabaseUrls } from '../platform/provision.ts'
import { migrateSignIn } from '../slices/access/index.ts'
import { takeOutAgain } from '../slices/rights/index.ts'
import { type NodeIdentity, prepareDatabase } from '../setup.ts'
import type { About, Manifest } from './format.ts'
import { beginLoading, type Loading, setSequences } from './load.ts'
import { BackupError, readBackup } from './read.ts'
import { connected } from './snapshot.ts'

export interface Target {
  identity: NodeIdentity
  urls: DatabaseUrls
  dataDir: string
  /** Where the documents go. */
  files: FileStore
  masterKeyFile: string
}

export interface Wanted {
  file: string
  identities: readonly string[]
  /** Day by which the backup's own last day is judged. */
  today: string
  /** Use it although its last day is over. */
  although?: boolean
  /** Who was erased or sealed, as lists outside the backup say. */
  gone?: readonly Gone[]
  now?: Date
}

export async function restore(
  target: Target,
  { file, identities, today, although, gone, now }: Wanted,
): Promise<{ about: About; manifest: Manifest; again: { erased: number; sealed: number } }> {
  await refuseUsedFolder(target)
  const owner = await connected(target.urls.ownerUrl)
  const auth = await connected(target.urls.authUrl)
  const placed: string[] = []
  let began = false
  const load: Partial<Record<'owner' | 'auth', Loading>> = {}
  let key: MasterKey | undefined
  try {
    await refuseUsedDatabase(owner)
    const read = await readBackup(file, identities, {
      async about(about, masterKey) {
        refuseStrange(about, target.identity, today, although ?? false)
        key = masterKey
        const migrations = await migrationsOf(about)
        began = true
        await makeTables(target.urls, migrations)
        await owner.query('begin')
        load.owner = await beginLoading(owner, 'owner')
        await auth.query('begin')
        load.auth = await beginLoading(auth, 'auth')
      },
      async document(id, content) {
        placed.push(id)
        await target.files.put(id, path =>
          pipeline(
            Readable.from(content, { objectMode: false }),
            createWriteStream(path, { mode: 0o600, flags: 'wx', flush: true }),
          ),
        )
      },
      table: async (table, content) => {
        await load[table.role]?.rows(table, content)
      },
    })
    await load.owner?.finish()
    await load.auth?.finish()
    await setSequences(owner, read.about.sequences)
    await placeKey(target, key)
    await auth.query('commit')
    await owner.query('commit')
    await prepareDatabase(target.urls, target.identity)
    // Before anybody can come in: until now nobody has an address to look at it.
    await owner.query('begin')
    const again = await takeOutAgain(over(owner), gone ?? [], now ?? new Date())
    await owner.query('commit')
    await owner.query('analyze')
    return { ...read, again }
  } catch (error) {
    await Promise.allSettled([owner.query('rollback'), auth.query('rollback')])
    if (began) await takeBack(target, owner, placed)
    throw error
  } finally {
    await Promise.allSettled([owner.end(), auth.end()])
  }
}

async function refuseUsedFolder({ files, masterKeyFile }: Target) {
  const key = await stat(masterKeyFile).catch(() => null)
  if (key || !(await files.isEmpty()))
    throw new BackupError(
      'This node is not empty: its data folder or bucket holds a master key or documents. Restore into a new one.',
    )
}

async function refuseUsedDatabase(owner: pg.Client) {
  const { rows } = await owner.query<{ count: number }>(
    `select count(*)::int as count from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relkind in ('r', 'p') and n.nspname !~ '^(pg_|information_schema)'`,
  )
  if (rows[0]?.count !== 0)
    throw new BackupError('This node is not empty: its database has tables. Restore into a new one.')
}

function refuseStrange(about: About, identity: NodeIdentity, today: string, although: boolean) {
  const { id, kind, demo } = about.node
  if (id !== identity.id || kind !== identity.kind)
    throw new BackupError(`This is a backup of the node "${id}" (${kind}), not of "${identity.id}".`)
  if (demo !== identity.demo)
    throw new BackupError('Invented people and real ones do not mix: this backup is of the other sort.')
  if (about.until < today && !although)
    throw new BackupError(
      `This backup was good until ${about.until}: people who were erased since would be back.`,
    )
}

/** The migrations that the backup's tables were made by. */
async function migrationsOf(about: About) {
  const known = await readMigrations()
  for (const { name, checksum } of about.migrations) {
    const ours = known.find(one => one.name === name)
    if (!ours)
      throw new BackupError(`This backup is of a newer Kerege (${name}). Restore it with that version.`)
    if (ours.checksum !== checksum)
      throw new BackupError(`This backup is of another Kerege: ${name} differs from the one of this program.`)
  }
  return known.filter(one => about.migrations.some(({ name }) => name === one.name))
}

async function makeTables(urls: DatabaseUrls, migrations: Awaited<ReturnType<typeof readMigrations>>) {
  const roleOf = (url: string) => decodeURIComponent(new URL(url).username)
  const { ownerUrl, serverUrl, authUrl, jobsUrl } = urls
  const roles = { server: roleOf(serverUrl), auth: roleOf(authUrl), jobs: roleOf(jobsUrl) }
  await migrate(ownerUrl, roles, migrations)
  await migrateSignIn(authUrl)
}

/** Before the commit: a database without its key would be lost, a key without its database is a file too many. */
async function placeKey({ masterKeyFile }: Target, key: MasterKey | undefined) {
  if (!key) throw new BackupError('The file holds no master key.')
  await mkdir(dirname(masterKeyFile), { recursive: true, mode: 0o700 })
  await writeFile(masterKeyFile, masterKeyText(key), { mode: 0o600, flag: 'wx', flush: true })
}

/** Leaves the place as empty as it was, so that one can try again. A store that is away now keeps noise that nobody has a key for. */
async function takeBack(
  { dataDir, files, masterKeyFile }: Target,
  owner: pg.Client,
  placed: readonly string[],
) {
  await rm(masterKeyFile, { force: true })
  for (const id of placed) await files.drop(id).catch(() => undefined)
  for (const folder of ['documents', 'leaving'])
    await rm(join(dataDir, folder), { recursive: true, force: true })
  const { rows } = await owner.query<{ name: string }>(
    `select quote_ident(nspname) as name from pg_namespace
      where nspname <> 'public' and nspname !~ '^(pg_|information_schema)'`,
  )
  for (const { name } of rows) await owner.query(`drop schema ${name} cascade`)
}
