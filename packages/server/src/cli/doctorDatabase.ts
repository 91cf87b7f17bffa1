/** The doctor's way to a database: can each role reach it, and how does each node in it stand. Starts no engine. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { certificateEnd } from '../platform/certificate.ts'
import type { Configuration } from '../platform/config.ts'
import { attachEngine } from '../platform/engine.ts'
import { openFiles } from '../platform/filePlace.ts'
import { inWords, look } from '../slices/jobs/index.ts'
import type { Verdict } from './doctor.ts'

export async function lookAtDatabase(
  configuration: Configuration | undefined,
  folder: string,
): Promise<Verdict[]> {
  const urls = configuration?.database
  if (!urls) return lookAtEmbedded(configuration, folder)
  const verdicts: Verdict[] = []
  for (const [role, url] of Object.entries(urls)) {
    if (url === undefined) continue
    const trouble = await reach(url)
    if (trouble) verdicts.push(['wrong', `The ${role} role cannot connect to the database: ${trouble}.`])
    else verdicts.push(['ok', `The ${role} role connects to the database.`])
  }
  if (verdicts.some(([verdict]) => verdict === 'wrong')) return verdicts
  return [...verdicts, ...(await standing(urls.server, configuration, folder))]
}

async function lookAtEmbedded(configuration: Configuration | undefined, folder: string): Promise<Verdict[]> {
  const engine = existsSync(folder) ? await attachEngine(folder) : undefined
  if (!engine)
    return [['attention', 'The embedded PostgreSQL does not run now, so its databases were not looked at.']]
  try {
    const verdicts: Verdict[] = []
    for (const name of await nodeDatabases(engine.adminUrl)) {
      const url = new URL(engine.adminUrl)
      url.pathname = `/${name}`
      const found = await standing(url.toString(), configuration, folder, name)
      verdicts.push(...found.map(([verdict, sentence]): Verdict => [verdict, `${name}: ${sentence}`]))
    }
    if (engine.owned)
      verdicts.push(['attention', 'PostgreSQL had outlived a killed Kerege; it was ended now.'])
    return verdicts
  } finally {
    await engine.stop()
  }
}

/** The very findings of the node's own page, in English. */
async function standing(
  url: string,
  configuration: Configuration | undefined,
  folder: string,
  database = '',
): Promise<Verdict[]> {
  const certificate = configuration && (await certificateEnd(configuration.publicUrl))
  const papers = configuration && (await (await openFiles(configuration)).look?.())
  const found = await over(url, client =>
    look({
      // Before the first migration some things cannot be asked, and that is no trouble of its own.
      row: async <Row extends object>(sql: string) =>
        (await client.query<Row>(sql).catch(() => undefined))?.rows[0],
      dataDir: folder,
      masterKeyFile:
        configuration?.masterKeyFile ?? join(folder, database.replace(/^kerege_/, ''), 'master.key'),
      // A region of invented people writes to nobody.
      mail: configuration ? configuration.mail !== undefined : true,
      certificate,
      papers,
      givenUp: 0,
    }),
  )
  return inWords('en', found).map(({ verdict, text }) => [verdict, text])
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
