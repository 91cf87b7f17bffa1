/**
 * One moment of a node's database, held still for as long as a backup takes: two roles look at the same snapshot, since the
 * sign-in tables belong to a role of their own. Others go on writing meanwhile.
 *
 * Left out, and why: sessions, so that nobody whose device was locked out comes back with a restored database; the job queue,
 * which holds ids only and is made anew from events and the clock.
 */
import pg from 'pg'
import type { DatabaseUrls } from '../platform/provision.ts'
import { holdKeys } from './keyLock.ts'
import type { About, Table } from './format.ts'

const leftOut: readonly string[] = [
  'platform.migrations',
  'access.sessions',
  'access.challenges',
  'access.knocks',
  'auth.session',
]

export interface Snapshot {
  /** For whoever wants to look at the same moment (`set transaction snapshot`). */
  id: string
  owner: pg.Client
  auth: pg.Client
  close(): Promise<void>
}

export async function openSnapshot(urls: Pick<DatabaseUrls, 'ownerUrl' | 'authUrl'>): Promise<Snapshot> {
  const owner = await connected(urls.ownerUrl)
  const opened = [owner]
  const close = async () => {
    await Promise.allSettled(opened.map(client => client.end()))
  }
  try {
    const auth = await connected(urls.authUrl)
    opened.push(auth)
    const guard = await connected(urls.ownerUrl)
    opened.push(guard)
    // Before the moment is held still: the key that is read later is the one that seals what stands in it.
    if (!(await holdKeys(guard, 'shared')))
      throw new Error('The master key is being changed at this moment. Back up when that is done.')
    await owner.query('begin isolation level repeatable read read only')
    const found = await owner.query<{ id: string }>('select pg_export_snapshot() as id')
    const id = found.rows[0]?.id ?? ''
    await auth.query('begin isolation level repeatable read read only')
    await auth.query(`set transaction snapshot ${pg.escapeLiteral(id)}`)
    return { id, owner, auth, close }
  } catch (error) {
    await close()
    throw error
  }
}

/** Patient: a backup of a large node may take hours, and its connection rests while files are read. */
export async function connected(connectionString: string): Promise<pg.Client> {
  const client = new pg.Client({
    connectionString,
    application_name: 'kerege backup',
    options: '-c statement_timeout=0 -c idle_in_transaction_session_timeout=0 -c timezone=UTC',
  })
  // A line that breaks refuses the next query, which says so.
  client.on('error', () => undefined)
  await client.connect()
  return client
}

/** Every table with its columns, generated ones aside: what is not named here is not in the backup. */
export async function tablesOf({ owner }: Pick<Snapshot, 'owner'>): Promise<Table[]> {
  const { rows } = await owner.query<{ name: string; schema: string; columns: string[] }>(
    `select n.nspname || '.' || c.relname as name, n.nspname as schema,
            array_agg(a.attname::text order by a.attnum) as columns
       from pg_class c join pg_namespace n on n.oid = c.relnamespace
       join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
      where c.relkind = 'r' and c.relpersistence <> 't' and n.nspname <> 'jobs' and n.nspname <> 'information_schema'
        and n.nspname !~ '^pg_'
      group by 1, 2 order by 1`,
  )
  return rows
    .filter(row => !leftOut.includes(row.name))
    .map(({ name, schema, columns }) => ({ name, columns, role: schema === 'auth' ? 'auth' : 'owner' }))
}

/** Numbers given out so far. They do not stand still with the snapshot and may be ahead of it, which does no harm. */
export async function sequencesOf({ owner }: Snapshot): Promise<About['sequences']> {
  const { rows } = await owner.query<{ name: string; last: string | null }>(
    `select schemaname || '.' || sequencename as name, last_value::text as last from pg_sequences
      where schemaname not in ('auth', 'jobs') order by 1`,
  )
  return rows.map(({ name, last }) => ({ name, last: last === null ? null : Number(last) }))
}

/** Ids of the sealed files that rows name, in portions; the table of those that wait to be removed names none. */
export async function* namedFiles({ owner }: Snapshot): AsyncGenerator<string> {
  const { rows: tables } = await owner.query<{ name: string }>(
    `select format('%I.%I', table_schema, table_name) as name from information_schema.columns
      where column_name = 'file_id' and data_type = 'uuid' and table_schema || '.' || table_name <> 'documents.discarded'
      order by 1`,
  )
  const all = tables.map(({ name }) => `select file_id from ${name} where file_id > $1`).join(' union ')
  for (let last = '00000000-0000-0000-0000-000000000000'; tables.length > 0; ) {
    const { rows } = await owner.query<{ file_id: string }>(`${all} order by file_id limit 1000`, [last])
    for (const { file_id } of rows) yield file_id
    const end = rows.at(-1)
    if (!end) return
    last = end.file_id
  }
}

/** `"schema"."table"`, for a name as the tables above have it. */
export function quoted(name: string): string {
  const [schema = '', table = ''] = name.split('.')
  return `${pg.escapeIdentifier(schema)}.${pg.escapeIdentifier(table)}`
}

export const columnList = (columns: readonly string[]) => columns.map(pg.escapeIdentifier).join(', ')
