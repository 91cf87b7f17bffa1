/**
 * Fills the tables of a database that was made a moment ago, in one transaction a role: foreign keys are taken off and put back, which
 * checks every row; triggers rest, since what they did is in the rows already. Needs no superuser.
 */
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import type { About, Table } from './format.ts'
import { columnList, quoted } from './snapshot.ts'

export interface Loading {
  rows(table: Table, content: AsyncIterable<Uint8Array>): Promise<void>
  /** Puts back what was taken off; the transaction stays open for whoever commits. */
  finish(): Promise<void>
}

interface ForeignKey {
  table: string
  name: string
  definition: string
}

interface Trigger {
  table: string
  name: string
  how: string
}

/** @param client in a transaction, as the role that owns these tables */
export async function beginLoading(client: pg.Client, role: Table['role']): Promise<Loading> {
  const mine = `n.nspname ${role === 'auth' ? '=' : '<>'} 'auth' and n.nspname <> 'jobs' and n.nspname !~ '^(pg_|information_schema)'`
  const keys = await foreignKeys(client, mine)
  for (const { table, name } of keys)
    await client.query(`alter table ${table} drop constraint ${pg.escapeIdentifier(name)}`)
  const triggers = await triggersOf(client, mine)
  for (const { table, name } of triggers)
    await client.query(`alter table ${table} disable trigger ${pg.escapeIdentifier(name)}`)
  await emptyTables(client, mine)
  return {
    async rows(table, content) {
      const into = client.query(
        copyFrom(`copy ${quoted(table.name)} (${columnList(table.columns)}) from stdin (encoding 'UTF8')`),
      )
      await pipeline(Readable.from(content, { objectMode: false }), into)
    },
    async finish() {
      for (const { table, name, how } of triggers)
        await client.query(`alter table ${table} enable ${how} trigger ${pg.escapeIdentifier(name)}`)
      for (const { table, name, definition } of keys)
        await client.query(`alter table ${table} add constraint ${pg.escapeIdentifier(name)} ${definition}`)
    },
  }
}

export async function setSequences(client: pg.Client, sequences: About['sequences']): Promise<void> {
  for (const { name, last } of sequences)
    if (last !== null) await client.query('select setval($1::regclass, $2)', [quoted(name), last])
}

const foreignKeys = async (client: pg.Client, mine: string): Promise<ForeignKey[]> =>
  (
    await client.query<ForeignKey>(
      `select k.conrelid::regclass::text as table, k.conname as name, pg_get_constraintdef(k.oid) as definition
         from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_namespace n on n.oid = c.relnamespace
        where k.contype = 'f' and ${mine} order by 1, 2`,
    )
  ).rows

const triggersOf = async (client: pg.Client, mine: string): Promise<Trigger[]> =>
  (
    await client.query<Trigger>(
      `select t.tgrelid::regclass::text as table, t.tgname as name,
              case t.tgenabled when 'A' then 'always' when 'R' then 'replica' else '' end as how
         from pg_trigger t join pg_class c on c.oid = t.tgrelid join pg_namespace n on n.oid = c.relnamespace
        where not t.tgisinternal and t.tgenabled <> 'D' and ${mine} order by 1, 2`,
    )
  ).rows

/** Migrations and the set-up put rows of their own in: those of the backup take their place. */
async function emptyTables(client: pg.Client, mine: string) {
  const { rows } = await client.query<{ name: string }>(
    `select c.oid::regclass::text as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relkind = 'r' and ${mine} and not (n.nspname = 'platform' and c.relname = 'migrations')`,
  )
  if (rows.length > 0) await client.query(`truncate ${rows.map(({ name }) => name).join(', ')}`)
}
