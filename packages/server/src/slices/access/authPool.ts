/** Connections as the role that owns schema `auth`, the sign-in library's own. */
import pg from 'pg'

export function openAuthPool(authUrl: string, max = 4): pg.Pool {
  const pool = new pg.Pool({
    connectionString: authUrl,
    max,
    idleTimeoutMillis: 60_000,
    options: '-c search_path=auth -c timezone=UTC',
  })
  // An idle connection that breaks is replaced; without a listener it would end the process and print itself.
  pool.on('error', () => undefined)
  pool.on('connect', client => client.on('error', () => undefined))
  return pool
}
