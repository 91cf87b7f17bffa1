/** The promise that every other test of the server stands on: a database of one's own, migrated, and walled off. */
import pg from 'pg'
import { expect, test } from 'vitest'
import { emptyDatabase, testDatabase } from './database.ts'

async function ask(url: string, sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query({ text: sql, rowMode: 'array' })).rows.flat()
  } finally {
    await client.end()
  }
}

test('each asker gets a migrated database of its own', async () => {
  const [one, other] = await Promise.all([testDatabase(), testDatabase()])
  expect(one.name).not.toBe(other.name)
  await ask(one.ownerUrl, 'create table only_here ()')
  const tables = "select count(*)::int from pg_tables where tablename = 'only_here'"
  expect(await ask(one.adminUrl, tables)).toEqual([1])
  expect(await ask(other.adminUrl, tables)).toEqual([0])
  expect(await ask(other.ownerUrl, 'select count(*) > 0 from platform.migrations')).toEqual([true])
})

test('kinds of nodes have templates of their own', async () => {
  const [national, hub] = await Promise.all([testDatabase(), testDatabase({ kind: 'hub', id: 'hub' })])
  const node = 'select id, kind from access.node'
  expect(await ask(national.ownerUrl, node)).toEqual(['kz', 'national'])
  expect(await ask(hub.ownerUrl, node)).toEqual(['hub', 'hub'])
  // Roles of one node cannot even connect to the database of another.
  const crossed = new URL(national.serverUrl)
  crossed.pathname = `/${hub.name}`
  await expect(ask(crossed.toString(), 'select 1')).rejects.toThrow(/permission denied/)
})

test('the serving role neither owns nor passes row-level security', async () => {
  const { serverUrl } = await testDatabase()
  const rights =
    'select rolsuper, rolbypassrls, rolcreaterole, rolcreatedb from pg_roles where rolname = current_user'
  expect(await ask(serverUrl, rights)).toEqual([false, false, false, false])
  await expect(ask(serverUrl, 'create table access.mine ()')).rejects.toThrow(/permission denied/)
})

test('an empty one holds nothing', async () => {
  const { ownerUrl } = await emptyDatabase()
  const schemas =
    "select nspname from pg_namespace where nspname !~ '^pg_' and nspname <> 'information_schema'"
  expect(await ask(ownerUrl, schemas)).toEqual(['public'])
})
