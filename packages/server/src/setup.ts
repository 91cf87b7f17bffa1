/**
 * Brings a node's database to what this program needs: migrations, the role table, the sign-in library's and the
 * job queue's own tables, areas. Safe to repeat; run by `kerege migrate` and at each start that has the owner's address.
 */
import { type RoleName, role, roleNames, scopesFor } from '@kerege/contract/access/roles'
import { compartments } from '@kerege/contract/access/compartments'
import { keyVersion } from '@kerege/contract/names/index'
import pg from 'pg'
import { migrate } from './platform/migrate.ts'
import type { DatabaseUrls } from './platform/provision.ts'
import { migrateSignIn, subdivisions } from './slices/access/index.ts'
import { migrateJobs } from './platform/jobs.ts'
import { writeRegister } from './slices/council/index.ts'
import { fillFigures } from './slices/figures/index.ts'

export interface NodeIdentity {
  id: string
  kind: 'national' | 'hub'
  demo: boolean
}

/**
 * One process at a time: another that starts in the same moment waits, and finds everything done.
 * @returns names of the migrations applied now
 */
export async function prepareDatabase(urls: DatabaseUrls, node: NodeIdentity): Promise<string[]> {
  const first = new pg.Client({ connectionString: urls.ownerUrl })
  first.on('error', () => undefined)
  await first.connect()
  try {
    await first.query('begin')
    await first.query("select pg_advisory_xact_lock(hashtext('kerege.prepare'))")
    return await prepare(urls, node)
  } finally {
    await first.end()
  }
}

/**
 * Tables of the node, of the sign-in library and of the job queue, alike on every node.
 * @returns names of the migrations applied now
 */
export async function prepareTables(urls: DatabaseUrls): Promise<string[]> {
  const roleOf = (url: string) => decodeURIComponent(new URL(url).username)
  const applied = await migrate(urls.ownerUrl, {
    server: roleOf(urls.serverUrl),
    auth: roleOf(urls.authUrl),
    jobs: roleOf(urls.jobsUrl),
  })
  await migrateSignIn(urls.authUrl)
  await migrateJobs(urls.jobsUrl)
  return applied
}

async function prepare(urls: DatabaseUrls, node: NodeIdentity): Promise<string[]> {
  const applied = await prepareTables(urls)
  const owner = new pg.Client({ connectionString: urls.ownerUrl })
  await owner.connect()
  try {
    await checkLocale(owner)
    await claim(owner, node)
    await writeRoles(owner)
    await writeRegions(owner)
    await claimEmptyRegister(owner)
    if (node.kind === 'hub') {
      await writeRegister(owner)
      await fillFigures(owner)
    }
  } finally {
    await owner.end()
  }
  return applied
}

// Under LC_CTYPE=C trigram search drops every Cyrillic letter, silently.
async function checkLocale(owner: pg.Client) {
  const found = await owner.query<{ trigrams: string[] }>("select show_trgm('ж') as trigrams")
  if (found.rows[0]?.trigrams.length === 0) {
    throw new Error('This database cannot search Cyrillic: make it with a UTF-8 character type (LC_CTYPE).')
  }
}

async function claim(owner: pg.Client, node: NodeIdentity) {
  await owner.query('insert into access.node (id, kind, demo) values ($1, $2, $3) on conflict do nothing', [
    node.id,
    node.kind,
    node.demo,
  ])
  const found = await owner.query<NodeIdentity>('select id, kind, demo from access.node')
  const stored = found.rows[0]
  if (stored?.id !== node.id || stored.kind !== node.kind) {
    throw new Error(
      `This database belongs to the node "${stored?.id}" (${stored?.kind}), not to "${node.id}".`,
    )
  }
  if (stored.demo !== node.demo) {
    throw new Error(
      stored.demo
        ? 'This database holds invented people: a real node cannot open it.'
        : 'This database belongs to a real node: the demo cannot open it.',
    )
  }
}

/** Rights of a role as the database reads them. */
function rightsOf(name: RoleName) {
  const side = (mode: 'read' | 'write') =>
    Object.fromEntries(
      compartments
        .map(compartment => [compartment, scopesFor(name, mode, compartment)] as const)
        .filter(([, scopes]) => scopes.length > 0),
    )
  return { read: side('read'), write: side('write') }
}

async function writeRoles(owner: pg.Client) {
  for (const name of roleNames) {
    await owner.query(
      `insert into access.roles (name, second_factor, rights, verbs, glass, glass_children) values ($1, $2, $3, $4, $5, $6)
       on conflict (name) do update set second_factor = excluded.second_factor, rights = excluded.rights, verbs = excluded.verbs,
         glass = excluded.glass, glass_children = excluded.glass_children`,
      [
        name,
        role(name).secondFactor,
        JSON.stringify(rightsOf(name)),
        [...role(name).verbs],
        [...(role(name).glass?.read ?? [])],
        role(name).glass?.children ?? false,
      ],
    )
  }
}

/** Words of a register without anybody are up to date; any other is brought there by a job. */
async function claimEmptyRegister(owner: pg.Client) {
  await owner.query(
    'update people.word_state set version = $1 where version <> $1 and not exists (select 1 from people.persons)',
    [keyVersion],
  )
}

/** Regions come with the program; districts are imported by the node itself. */
async function writeRegions(owner: pg.Client) {
  for (const area of subdivisions()) {
    await owner.query(
      `insert into access.areas (code, name, invented) values ($1, $2, false)
       on conflict (code) do update set name = excluded.name where access.areas.name is distinct from excluded.name`,
      [area.code, JSON.stringify(area.name)],
    )
  }
}
