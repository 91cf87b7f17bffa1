/** Connections to PostgreSQL, and one transaction as a Kysely instance over one client. No domain here. */
import { hash } from 'node:crypto'
import {
  type CompiledQuery,
  type DatabaseConnection,
  type Driver,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type QueryResult,
} from 'kysely'
import pg from 'pg'
import type { Database } from './tables.generated.ts'

export type Tx = Kysely<Database>
export type { Database }

const readIds = pg.types.getTypeParser(2951 as Parameters<typeof pg.types.getTypeParser>[0]) as (
  text: string,
) => unknown

/** Stand in every entry of the log, and need no reader of quotes. */
function ids(text: string): unknown {
  if (text === '{}') return []
  return /NULL|\{.*\{/.test(text) ? readIds(text) : text.slice(1, -1).split(',')
}

const inUtc = /^(\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d)(?:\.(\d{1,6}))?\+00$/

/** As `toISOString` writes it, to the millisecond; a list holds hundreds. */
function moment(text: string): string {
  const found = inUtc.exec(text)
  if (!found) return new Date(text).toISOString()
  const [, day, time, parts = ''] = found
  return `${day}T${time}.${parts.slice(0, 3).padEnd(3, '0')}Z`
}

// Counts fit a number, and a day must not become a moment in somebody's time zone.
const parsers = new Map<number, (text: string) => unknown>([
  [20, Number],
  [1082, text => text],
  [1114, text => `${text.replace(' ', 'T')}Z`],
  [1184, moment],
  [2951, ids],
]) as ReadonlyMap<number, (text: string) => unknown>

const types = {
  getTypeParser: (oid: number, format?: 'text' | 'binary') =>
    (format === 'binary' ? undefined : parsers.get(oid)) ?? pg.types.getTypeParser(oid, format),
} as pg.CustomTypesConfig // `pg` types the overloads of getTypeParser one by one

export function openPool(url: string, name: string, max: number): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    max,
    application_name: name,
    types,
    idleTimeoutMillis: 60_000,
    connectionTimeoutMillis: 10_000,
    // A lost transaction must not hold a row for ever.
    options: '-c idle_in_transaction_session_timeout=60000 -c statement_timeout=120000 -c timezone=UTC',
  })
  // An idle connection that breaks is replaced by the pool; without a listener it would end the process.
  pool.on('error', () => undefined)
  // The same while it is in use: the query under way is refused, and says so.
  pool.on('connect', client => client.on('error', () => undefined))
  return pool
}

/**
 * Policies make plans expensive to find and cheap to keep, so statements are prepared by the hash of their text.
 * Those with a list of parameters as long as the data are not: every length would be another statement.
 */
function named(text: string): { name?: string } {
  if (text.length > 4000 || text.includes('$20')) return {}
  return { name: hash('sha1', text, 'base64') }
}

class ClientConnection implements DatabaseConnection {
  readonly #client: pg.ClientBase
  constructor(client: pg.ClientBase) {
    this.#client = client
  }
  async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    const result = await this.#client.query({
      ...named(query.sql),
      text: query.sql,
      values: [...query.parameters],
    })
    return { rows: result.rows, numAffectedRows: BigInt(result.rowCount ?? 0) }
  }
  // biome-ignore lint/correctness/useYield: Kysely asks for the method; streaming goes through COPY and cursors
  async *streamQuery<R>(): AsyncIterableIterator<QueryResult<R>> {
    throw new Error('Streams are read with a cursor.')
  }
}

class ClientDriver implements Driver {
  readonly #connection: ClientConnection
  constructor(client: pg.ClientBase) {
    this.#connection = new ClientConnection(client)
  }
  async init() {}
  async acquireConnection() {
    return this.#connection
  }
  // The transaction is opened and ended by whoever owns the client, never by Kysely.
  async beginTransaction() {
    throw new Error('This is a transaction already.')
  }
  async commitTransaction() {}
  async rollbackTransaction() {}
  async releaseConnection() {}
  async destroy() {}
}

/** Kysely over one client that somebody else opened a transaction on. */
export function over(client: pg.ClientBase): Tx {
  return new Kysely<Database>({
    dialect: {
      createAdapter: () => new PostgresAdapter(),
      createDriver: () => new ClientDriver(client),
      createIntrospector: db => new PostgresIntrospector(db),
      createQueryCompiler: () => new PostgresQueryCompiler(),
    },
  })
}

/**
 * Runs `work` in one transaction on one client of the pool. `begin` may hold more than `BEGIN`, so that a
 * request needs one round trip less.
 */
export async function inTransaction<T>(
  pool: pg.Pool,
  work: (tx: Tx, client: pg.PoolClient) => Promise<T>,
  begin = 'begin',
): Promise<T> {
  const client = await pool.connect()
  let broken: Error | undefined
  try {
    await client.query(begin)
    const result = await work(over(client), client)
    await client.query('commit')
    return result
  } catch (error) {
    await client.query('rollback').catch((cause: Error) => {
      broken = cause
    })
    throw error
  } finally {
    client.release(broken)
  }
}
