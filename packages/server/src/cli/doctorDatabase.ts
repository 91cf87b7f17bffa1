/** The doctor's look at a database: reachable, new enough, Cyrillic letters, migrations, clocks. Starts no engine. */
import { existsSync } from 'node:fs'
import pg from 'pg'
import type { Configuration } from '../platform/config.ts'
import { attachEngine } from '../platform/engine.ts'
import { readMigrations } from '../platform/migrate.ts'
import type { Verdict } from './doctor.ts'

const oldestMajor = 15
const skewSeconds = 2

export async function lookAtDatabase(
  configuration: Configuration | undefined,
  folder: string,
): Promise<Verdict[]> {
  const urls = configuration?.database
  if (!urls) return lookAtEmbedded(folder)
  const verdicts: Verdict[] = []
  for (const [role, url] of Object.entries(urls)) {
    if (url === undefined) continue
    const trouble = await reach(url)
    if (trouble) verdicts.push(['bad', `The ${role} role cannot connect to the database: ${trouble}.`])
    else verdicts.push(['ok', `The ${role} role connects to the database.`])
  }
  if (verdicts.some(([verdict]) => verdict === 'bad')) return verdicts
  const looks = await over(urls.owner ?? urls.server, async client => [
    await lookAtVersion(client),
    await lookAtLetters(client),
    await lookAtClock(client),
    await lookAtMigrations(client),
  ])
  return [...verdicts, ...looks]
}

async function lookAtEmbedded(folder: string): Promise<Verdict[]> {
  const engine = existsSync(folder) ? await attachEngine(folder) : undefined
  if (!engine)
    return [['note', 'The embedded PostgreSQL does not run now, so its databases were not looked at.']]
  try {
    const verdicts = await over(engine.adminUrl, async client => [
      await lookAtVersion(client),
      await lookAtLetters(client),
      await lookAtClock(client),
    ])
    for (const name of await nodeDatabases(engine.adminUrl)) {
      const url = new URL(engine.adminUrl)
      url.pathname = `/${name}`
      const [verdict, sentence] = await over(url.toString(), lookAtMigrations)
      verdicts.push([verdict, `${name}: ${sentence}`])
    }
    if (engine.owned) verdicts.push(['note', 'PostgreSQL had outlived a killed Kerege; it was ended now.'])
    return verdicts
  } finally {
    await engine.stop()
  }
}

const nodeDatabases = (adminUrl: string): Promise<string[]> =>
  over(adminUrl, async client => {
    const found = await client.query<{ name: string }>(
      "select datname as name from pg_database where datname like 'kerege\\_%' order by datname",
    )
    return found.rows.map(row => row.name)
  })

async function over<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

const reach = (url: string): Promise<string | undefined> =>
  over(url, async () => undefined).catch((error: Error & { code?: string }) => error.code ?? error.message)

async function lookAtVersion(client: pg.Client): Promise<Verdict> {
  const { rows } = await client.query<{ version: string }>(
    "select current_setting('server_version') as version",
  )
  const version = rows[0]?.version.split(' ')[0] ?? 'unknown'
  return Number.parseInt(version, 10) >= oldestMajor
    ? ['ok', `PostgreSQL is ${version}.`]
    : ['bad', `PostgreSQL is ${version}, and Kerege needs ${oldestMajor} or later.`]
}

async function lookAtLetters(client: pg.Client): Promise<Verdict> {
  const answer = await client
    .query<{ trigrams: string[] }>("select show_trgm('ж') as trigrams")
    .catch(() => undefined)
  if (!answer) return ['note', 'The extension pg_trgm is not in this database yet; migrating brings it.']
  return answer.rows[0]?.trigrams.length
    ? ['ok', 'The database knows Cyrillic letters.']
    : [
        'bad',
        'The database takes Cyrillic letters for signs: make it anew with a UTF-8 character type (LC_CTYPE).',
      ]
}

async function lookAtClock(client: pg.Client): Promise<Verdict> {
  const before = Date.now()
  const { rows } = await client.query<{ now: number }>(
    'select extract(epoch from clock_timestamp())::float8 as now',
  )
  const middle = (before + Date.now()) / 2000
  const skew = Math.abs((rows[0]?.now ?? 0) - middle)
  const sentence = `The clocks of this machine and of the database differ by ${skew.toFixed(1)} s.`
  return [skew > skewSeconds ? 'bad' : 'ok', sentence]
}

async function lookAtMigrations(client: pg.Client): Promise<Verdict> {
  const wanted = await readMigrations()
  const found = await client
    .query<{ name: string; checksum: string }>('select name, checksum from platform.migrations')
    .catch(() => undefined)
  if (!found)
    return ['note', `None of ${wanted.length} migrations is applied; "kerege migrate" applies them.`]
  const done = new Map(found.rows.map(row => [row.name, row.checksum]))
  const missing = wanted.filter(({ name }) => !done.has(name))
  const edited = wanted.filter(({ name, checksum }) => done.has(name) && done.get(name) !== checksum)
  if (edited.length > 0) return ['bad', `Migrations that differ from what was applied: ${edited.length}.`]
  return missing.length > 0
    ? [
        'note',
        `${missing.length} of ${wanted.length} migrations are not applied; "kerege migrate" applies them.`,
      ]
    : ['ok', `All ${wanted.length} migrations are applied.`]
}
