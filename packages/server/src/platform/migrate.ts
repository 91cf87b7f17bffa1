/** Forward-only SQL migrations, each in a transaction of its own, run by the owner role. No domain here. */
import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import pg from 'pg'

export interface Migration {
  name: string
  sql: string
  checksum: string
}

const migrationsFolder = join(import.meta.dirname, '../../migrations')

/** Reads the numbered files in order. */
export async function readMigrations(folder = migrationsFolder): Promise<Migration[]> {
  const names = (await readdir(folder)).filter(name => /^\d{4}_[a-z_]+\.sql$/.test(name)).sort()
  return Promise.all(
    names.map(async name => {
      const sql = await readFile(join(folder, name), 'utf8')
      return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') }
    }),
  )
}

/**
 * Applies what is missing.
 * @param roles what `{{server}}`, `{{auth}}` and `{{jobs}}` stand for on this engine
 * @returns names of the migrations applied now
 * @throws when a released file was edited, or the database is newer than the program
 */
export async function migrate(
  ownerUrl: string,
  roles: Readonly<Record<string, string>>,
  migrations?: Migration[],
): Promise<string[]> {
  const wanted = migrations ?? (await readMigrations())
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  const applied: string[] = []
  try {
    await client.query("set lock_timeout = '30s'")
    // Settings of an extension are known to a connection that has used it: a migration that was broken off goes on from any file.
    await client.query(
      "do $$ begin perform show_trgm('a'); exception when undefined_function then null; end $$",
    )
    await client.query('create schema if not exists platform')
    await client.query(
      'create table if not exists platform.migrations (name text primary key, checksum text not null, at timestamptz not null default now())',
    )
    const done = new Map(
      (
        await client.query<{ name: string; checksum: string }>(
          'select name, checksum from platform.migrations',
        )
      ).rows.map(row => [row.name, row.checksum]),
    )
    for (const name of done.keys()) {
      if (!wanted.some(migration => migration.name === name)) {
        throw new Error(`This database was migrated by a newer Kerege (${name}). Start that version instead.`)
      }
    }
    for (const migration of wanted) {
      const before = done.get(migration.name)
      if (before === migration.checksum) continue
      if (before)
        throw new Error(`The released migration ${migration.name} was edited. Add a new one instead.`)
      await applyOne(client, migration, roles)
      applied.push(migration.name)
    }
    return applied
  } finally {
    await client.end()
  }
}

async function applyOne(client: pg.Client, migration: Migration, roles: Readonly<Record<string, string>>) {
  const sql = migration.sql.replace(/\{\{(\w+)\}\}/g, (_, key: string) => {
    const role = roles[key]
    if (!role) throw new Error(`${migration.name} names a role that is not configured: ${key}.`)
    return pg.escapeIdentifier(role)
  })
  await client.query('begin')
  try {
    // Two processes that start together must not migrate twice.
    await client.query("select pg_advisory_xact_lock(hashtext('kerege.migrate'))")
    const again = await client.query('select 1 from platform.migrations where name = $1', [migration.name])
    if (again.rowCount === 0) {
      await client.query(sql)
      await client.query('insert into platform.migrations (name, checksum) values ($1, $2)', [
        migration.name,
        migration.checksum,
      ])
    }
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    throw new Error(`Migration ${migration.name} failed: ${(error as Error).message}`, { cause: error })
  }
}
