/**
 * Makes a node's database and roles on an engine where we are superuser: the embedded one and those of tests.
 * Roles are cluster-wide, so every node has its own, and CONNECT is taken from everybody else.
 */
import { randomBytes } from 'node:crypto'
import pg from 'pg'

export interface DatabaseUrls {
  /** Owns the tables and migrates. */
  ownerUrl: string
  /** Serves requests: cannot alter tables, bypass row-level security or rewrite audit. */
  serverUrl: string
  /** Sign-in library: sees schema `auth` only. */
  authUrl: string
  /** Job queue: owns schema `jobs` only. */
  jobsUrl: string
}

export type DatabaseRole = 'owner' | 'server' | 'auth' | 'jobs'
export const databaseRoles: readonly DatabaseRole[] = ['owner', 'server', 'auth', 'jobs']

/** `kerege_kz_server`: the name of a node's role on its engine. */
export const roleName = (database: string, role: DatabaseRole) => `${database}_${role}`

/**
 * Safe to repeat: what exists is kept, passwords are set anew.
 * @param database name of the node's database, also the prefix of its roles: lower case, digits, underscore
 */
export async function provisionNode(
  adminUrl: string,
  database: string,
  options: { template?: string; passwordOf?: (role: DatabaseRole) => string } = {},
): Promise<DatabaseUrls> {
  if (!/^[a-z][a-z0-9_]{1,50}$/.test(database))
    throw new Error(`"${database}" is not a database name we use.`)
  // One password a role: who learns that of the sign-in tables must not serve requests with it.
  const passwordOf = options.passwordOf ?? (() => randomBytes(24).toString('base64url'))
  const passwords = new Map(databaseRoles.map(role => [role, passwordOf(role)]))
  const admin = new pg.Client({ connectionString: adminUrl })
  await admin.connect()
  try {
    for (const role of databaseRoles) {
      const name = pg.escapeIdentifier(roleName(database, role))
      const exists = await admin.query('select 1 from pg_roles where rolname = $1', [
        roleName(database, role),
      ])
      if (exists.rowCount === 0) await admin.query(`create role ${name}`)
      await admin.query(
        `alter role ${name} login nosuperuser nocreatedb nocreaterole nobypassrls noreplication password ${pg.escapeLiteral(passwords.get(role) ?? '')}`,
      )
    }
    const owner = pg.escapeIdentifier(roleName(database, 'owner'))
    const name = pg.escapeIdentifier(database)
    const exists = await admin.query('select 1 from pg_database where datname = $1', [database])
    if (exists.rowCount === 0) {
      const template = options.template ? ` template ${pg.escapeIdentifier(options.template)}` : ''
      await admin.query(`create database ${name} owner ${owner}${template}`)
    }
    await admin.query(`revoke connect, temporary on database ${name} from public`)
    for (const role of databaseRoles) {
      await admin.query(
        `grant connect on database ${name} to ${pg.escapeIdentifier(roleName(database, role))}`,
      )
    }
  } finally {
    await admin.end()
  }
  const url = (role: DatabaseRole) => {
    const made = new URL(adminUrl)
    made.username = roleName(database, role)
    made.password = passwords.get(role) ?? ''
    made.pathname = `/${database}`
    return made.toString()
  }
  return { ownerUrl: url('owner'), serverUrl: url('server'), authUrl: url('auth'), jobsUrl: url('jobs') }
}
