/**
 * How a node stands: one list of findings, read by the page of whoever runs it and by `kerege doctor`, so that both say the
 * same in the same words. Looks and changes nothing; names nobody. What keeps a node from being started at all (folder, ports, engine)
 * is the doctor's alone.
 */
import { stat, statfs } from 'node:fs/promises'
import type { FindingCode, Verdict } from '@kerege/contract/jobs/health'
import type { StoreStanding } from '../../../platform/fileStore.ts'
import { readMigrations } from '../../../platform/migrate.ts'
import type { Values } from '../../../platform/messages.ts'
import { version } from '../../../platform/version.ts'

export interface Found {
  readonly code: FindingCode
  readonly verdict: Verdict
  /** Which sentence of the code, where there are several that are not well. */
  readonly which?: string
  readonly values: Values
}

export interface Sight {
  /** One row, or nothing where the question cannot be asked here. */
  readonly row: <Row extends object>(sql: string) => Promise<Row | undefined>
  readonly dataDir: string
  readonly masterKeyFile: string
  /** How the store of papers stands; undefined where they lie in the data folder, or nobody looked. */
  readonly papers: StoreStanding | undefined
  /** Whether letters leave the node. */
  readonly mail: boolean
  /** End of the certificate at the public address; null when nobody answered, undefined where there is none or nobody looked. */
  readonly certificate: Date | null | undefined
  /** Work that the queue has given up, beside the events. */
  readonly givenUp: number
}

const wanted = {
  node: 26,
  postgres: 15,
  skewSeconds: 2,
  freeGb: 5,
  leastGb: 0.5,
  certificateDays: 21,
} as const
const backupDays = { attention: 2, wrong: 8 } as const
const keyDays = 730
const dayMs = 86_400_000

export async function look(sight: Sight): Promise<Found[]> {
  const migrations = await lookAtMigrations(sight)
  const found = [
    await lookAtVersions(sight),
    await lookAtLetters(sight),
    migrations,
    await lookAtClock(sight),
    await lookAtLine(sight),
    // Without its tables there is nothing to ask.
    ...(migrations.verdict === 'ok' ? await lookAtStanding(sight) : []),
    await lookAtSpace(sight),
    lookAtPapers(sight),
    await lookAtKey(sight),
    lookAtCertificate(sight),
    { code: 'mail', verdict: sight.mail ? 'ok' : 'attention', values: {} } as const,
  ]
  return found.filter(one => one !== undefined)
}

async function lookAtVersions({ row }: Sight): Promise<Found> {
  const found = await row<{ version: string }>("select current_setting('server_version') as version")
  const postgres = found?.version.split(' ')[0] ?? '?'
  const { node } = process.versions
  const fits = Number.parseInt(node, 10) >= wanted.node && Number.parseInt(postgres, 10) >= wanted.postgres
  return { code: 'versions', verdict: fits ? 'ok' : 'wrong', values: { program: version, node, postgres } }
}

/** Before the first migration the extension that knows is not there. */
async function lookAtLetters({ row }: Sight): Promise<Found | undefined> {
  const found = await row<{ trigrams: string[] }>("select show_trgm('ж') as trigrams")
  return found && { code: 'letters', verdict: found.trigrams.length > 0 ? 'ok' : 'wrong', values: {} }
}

async function lookAtMigrations({ row }: Sight): Promise<Found> {
  const files = await readMigrations()
  const found = await row<{ done: Record<string, string> }>(
    'select jsonb_object_agg(name, checksum) as done from platform.migrations',
  )
  const done = found?.done ?? {}
  const missing = files.filter(({ name }) => !(name in done)).length
  const edited = files.some(({ name, checksum }) => name in done && done[name] !== checksum)
  const newest = files.at(-1)?.name.slice(0, 4) ?? '?'
  const values = { newest, missing, all: files.length }
  if (edited) return { code: 'migrations', verdict: 'wrong', which: 'edited', values }
  return { code: 'migrations', verdict: missing > 0 ? 'attention' : 'ok', values }
}

async function lookAtClock({ row }: Sight): Promise<Found> {
  const before = Date.now()
  const found = await row<{ now: number }>('select extract(epoch from clock_timestamp())::float8 as now')
  const skew = Math.abs((found?.now ?? 0) - (before + Date.now()) / 2000)
  const verdict = skew > wanted.skewSeconds ? 'wrong' : 'ok'
  return { code: 'clock', verdict, values: { seconds: skew.toFixed(1) } }
}

/** The database tells whether this very line is sealed, and whether it leaves the machine. */
async function lookAtLine({ row }: Sight): Promise<Found | undefined> {
  const found = await row<{ tls: boolean; here: boolean }>(
    `select coalesce((select ssl from pg_stat_ssl where pid = pg_backend_pid()), false) as tls,
            coalesce(inet_server_addr() <<= '127.0.0.0/8'::inet or inet_server_addr() = '::1'::inet, true) as here`,
  )
  return found && { code: 'line', verdict: found.tls || found.here ? 'ok' : 'attention', values: {} }
}

interface Standing {
  databaseBytes: number
  documentBytes: number
  waiting: number
  givenUp: number
  entries: number
  checkpointAt: string | null
  unnumbered: number
  backupAt: string | null
}

async function lookAtStanding({ row, givenUp }: Sight): Promise<Found[]> {
  const standing = (await row<{ standing: Standing | null }>('select platform.standing() as standing'))
    ?.standing
  if (!standing) return []
  const lost = standing.givenUp + givenUp
  const { waiting, entries, unnumbered } = standing
  return [
    {
      code: 'storage',
      verdict: 'ok',
      values: { database: gigabytes(standing.databaseBytes), documents: gigabytes(standing.documentBytes) },
    },
    { code: 'queues', verdict: waiting + lost > 0 ? 'attention' : 'ok', values: { waiting, lost } },
    {
      code: 'log',
      verdict: unnumbered > 0 ? 'wrong' : 'ok',
      values: { entries, unnumbered, minutes: ageIn(60_000, standing.checkpointAt) ?? 0 },
    },
    backupFound(ageIn(dayMs, standing.backupAt)),
  ]
}

function backupFound(days: number | undefined): Found {
  if (days === undefined) return { code: 'backup', verdict: 'attention', which: 'none', values: {} }
  const verdict = days >= backupDays.wrong ? 'wrong' : days >= backupDays.attention ? 'attention' : 'ok'
  return { code: 'backup', verdict, values: { days } }
}

/** By the clock that people live by, not by one that a test turns. */
const ageIn = (unitMs: number, at: string | null) =>
  at === null ? undefined : Math.max(0, Math.floor((Date.now() - Date.parse(at)) / unitMs))

const gigabytes = (bytes: number) => (bytes / 1e9).toFixed(1)

async function lookAtSpace({ dataDir }: Sight): Promise<Found | undefined> {
  const found = await statfs(dataDir).catch(() => undefined)
  if (!found) return undefined
  const free = (found.bavail * found.bsize) / 1e9
  const verdict = free < wanted.leastGb ? 'wrong' : free < wanted.freeGb ? 'attention' : 'ok'
  return { code: 'space', verdict, values: { free: free.toFixed(1) } }
}

const lookAtPapers = ({ papers }: Sight): Found | undefined =>
  papers && { code: 'papers', verdict: papers === 'ok' ? 'ok' : 'wrong', which: papers, values: {} }

async function lookAtKey({ masterKeyFile }: Sight): Promise<Found> {
  const found = await stat(masterKeyFile).catch(() => undefined)
  if (!found) return { code: 'key', verdict: 'attention', which: 'none', values: {} }
  const days = Math.floor((Date.now() - found.mtimeMs) / dayMs)
  if ((found.mode & 0o077) !== 0 && process.platform !== 'win32')
    return { code: 'key', verdict: 'wrong', values: { days } }
  return {
    code: 'key',
    verdict: days > keyDays ? 'attention' : 'ok',
    which: days > keyDays ? 'old' : '',
    values: { days },
  }
}

function lookAtCertificate({ certificate }: Sight): Found | undefined {
  if (certificate === undefined) return undefined
  if (certificate === null) return { code: 'certificate', verdict: 'attention', which: 'away', values: {} }
  const days = Math.floor((certificate.getTime() - Date.now()) / dayMs)
  if (days < 0) return { code: 'certificate', verdict: 'wrong', values: {} }
  return {
    code: 'certificate',
    verdict: days < wanted.certificateDays ? 'attention' : 'ok',
    which: days < wanted.certificateDays ? 'soon' : '',
    values: { days },
  }
}
