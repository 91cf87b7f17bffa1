/**
 * The engine behind a test run: an embedded one in a folder of its own, or the one at TEST_DATABASE_URL, with
 * one migrated template per node that is asked for and a copy of it for each asker. Leaves nothing behind.
 */
import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { startEngine } from '../../packages/server/src/platform/engine.ts'
import { placeIn, readPostmaster } from '../../packages/server/src/platform/engineCluster.ts'
import {
  type DatabaseRole,
  type DatabaseUrls,
  databaseRoles,
  provisionNode,
} from '../../packages/server/src/platform/provision.ts'
import { prepareTables, type NodeIdentity, prepareDatabase } from '../../packages/server/src/setup.ts'

/** A database of its own, ready to serve, with the roles of its node. */
export interface TestDatabase extends DatabaseUrls {
  readonly name: string
  /** The superuser's address of this database: for what only an operator or an attacker could do. */
  readonly adminUrl: string
}

interface Engine {
  readonly adminUrl: string
  stop(): Promise<void>
}

export function openCluster() {
  // Roles and databases are cluster-wide: on an engine of others ours are told by this mark.
  const mark = `kt${randomBytes(3).toString('hex')}`
  const templates = new Map<string, DatabaseUrls>()
  const migrated = new Map<NodeIdentity['kind'], DatabaseUrls>()
  let engine: Promise<Engine> | undefined
  let count = 0
  // PostgreSQL copies one template at a time, so requests stand in line.
  let line: Promise<unknown> = Promise.resolve()

  const inLine = <T>(work: () => Promise<T>): Promise<T> => {
    const next = line.then(work)
    line = next.catch(() => undefined)
    return next
  }

  const started = () => {
    engine ??= startTestEngine()
    return engine
  }

  /** A database with the tables of a node and nothing in it: all migrations take seconds. Nodes and the hub have roles of their own. */
  async function migratedFor(kind: NodeIdentity['kind']): Promise<DatabaseUrls> {
    const known = migrated.get(kind)
    if (known) return known
    const urls = await provisionNode((await started()).adminUrl, `${mark}_${kind}`)
    await prepareTables(urls)
    migrated.set(kind, urls)
    return urls
  }

  async function template(node: NodeIdentity): Promise<DatabaseUrls> {
    const key = JSON.stringify(node)
    const known = templates.get(key)
    if (known) return known
    const urls = await copyOf(await migratedFor(node.kind), `${mark}_t${templates.size}`)
    await prepareDatabase(urls, node)
    templates.set(key, urls)
    return urls
  }

  /** Of the same roles. */
  async function copyOf(urls: DatabaseUrls, name: string): Promise<TestDatabase> {
    const { adminUrl } = await started()
    const source = new URL(urls.ownerUrl).pathname.slice(1)
    const roleOf = (role: DatabaseRole) => new URL(urls[`${role}Url`]).username
    await runSql(adminUrl, [
      `create database ${name} template ${source} strategy file_copy owner ${roleOf('owner')}`,
      `revoke connect, temporary on database ${name} from public`,
      `grant connect on database ${name} to ${databaseRoles.map(roleOf).join(', ')}`,
    ])
    return {
      name,
      adminUrl: at(adminUrl, name),
      ownerUrl: at(urls.ownerUrl, name),
      serverUrl: at(urls.serverUrl, name),
      authUrl: at(urls.authUrl, name),
      jobsUrl: at(urls.jobsUrl, name),
    }
  }

  const copy = (node: NodeIdentity) =>
    inLine(async (): Promise<TestDatabase> => {
      count += 1
      return copyOf(await template(node), `${mark}_c${count}`)
    })

  /** With roles of its own and nothing in it, for tests of migrations and set-up. */
  const empty = () =>
    inLine(async (): Promise<TestDatabase> => {
      const { adminUrl } = await started()
      count += 1
      const name = `${mark}_e${count}`
      return { name, adminUrl: at(adminUrl, name), ...(await provisionNode(adminUrl, name)) }
    })

  /** Whoever asked for it is done with it: its thousand files need not lie there until the end. */
  const drop = (name: string) =>
    inLine(async () => {
      if (!name.startsWith(`${mark}_`)) throw new Error(`${name} is no database of this run.`)
      const { adminUrl } = await started()
      await runSql(adminUrl, [`drop database if exists ${pg.escapeIdentifier(name)} with (force)`])
    })

  async function close() {
    if (!engine) return
    const { adminUrl, stop } = await engine
    if (process.env.TEST_DATABASE_URL) await dropMarked(adminUrl, mark)
    await stop()
  }

  return { copy, empty, drop, close }
}

async function startTestEngine(): Promise<Engine> {
  const given = process.env.TEST_DATABASE_URL
  if (given) return { adminUrl: given, stop: async () => undefined }
  const folder = await mkdtemp(join(tmpdir(), 'kerege-test-'))
  const remove = () => rm(folder, { recursive: true, force: true })
  const engine = await startEngine(join(folder, 'engine')).catch(async (error: Error) => {
    await remove()
    throw error
  })
  // Nothing of it outlives the run, so nothing is waited for until it lies on the disk; what must outlive a fall is tests/kill.test.ts.
  await runSql(engine.adminUrl, [
    'alter system set fsync = off',
    'alter system set synchronous_commit = off',
    'alter system set full_page_writes = off',
    // A hundred databases that live for seconds: going round them took more than it gave.
    'alter system set autovacuum = off',
    ...plansKept,
  ])
  const place = await placeIn(join(folder, 'engine'))
  const stop = async () => {
    // At once: what it would first write to the disk is removed in the next line.
    const postmaster = await readPostmaster(place)
    if (postmaster) process.kill(postmaster.pid, 'SIGQUIT')
    await engine.stop()
    await remove()
  }
  return { adminUrl: engine.adminUrl, stop }
}

/** Leaves an engine of others as it was: our databases first, then the roles that owned them. */
async function dropMarked(adminUrl: string, mark: string) {
  const client = new pg.Client({ connectionString: adminUrl })
  await client.connect()
  try {
    const databases = await client.query<{ name: string }>(
      'select datname as name from pg_database where datname like $1',
      [`${mark}\\_%`],
    )
    for (const { name } of databases.rows) await client.query(`drop database ${name} with (force)`)
    const roles = await client.query<{ name: string }>(
      'select rolname as name from pg_roles where rolname like $1',
      [`${mark}\\_%`],
    )
    for (const { name } of roles.rows) await client.query(`drop role ${name}`)
  } finally {
    await client.end()
  }
}

/** A statement runs a few times for each connection of a test: planned once, and not anew for each of its first five runs. */
export const plansKept: readonly string[] = [
  'alter system set plan_cache_mode = force_generic_plan',
  'select pg_reload_conf()',
]

export async function runSql(url: string, statements: readonly string[]) {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    for (const statement of statements) await client.query(statement)
  } finally {
    await client.end()
  }
}

/** The same address with another database. */
function at(url: string, database: string): string {
  const made = new URL(url)
  made.pathname = `/${database}`
  return made.toString()
}
