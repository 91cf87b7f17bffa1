/**
 * The files of an embedded engine: its data, its superuser's password, its log, and what its lock file says.
 * Starts no server.
 */
import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import {
  chmod,
  chown,
  link,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  readlink,
  realpath,
  rename,
  rm,
  stat,
  writeFile,
} from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { type Binaries, commandFor, postgresMajor } from './engineBinaries.ts'

export interface Place {
  readonly root: string
  /** PGDATA. */
  readonly cluster: string
  readonly password: string
  readonly log: string
}

/** Paths of the engine in a data folder, which is made when missing. */
export async function placeIn(dataDir: string): Promise<Place> {
  await mkdir(dataDir, { recursive: true, mode: 0o700 })
  const root = await realpath(dataDir)
  const cluster = join(root, `postgres-${postgresMajor}`)
  return { root, cluster, password: `${cluster}.password`, log: `${cluster}.log` }
}

/** @returns `undefined` when the engine was never started here */
export async function readPassword(place: Place): Promise<string | undefined> {
  const text = await readFile(place.password, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined
    throw error
  })
  return text?.trim()
}

/** Makes the cluster unless it stands, and gives its files to whoever will run it. */
export async function makeCluster(place: Place, binaries: Binaries): Promise<void> {
  if (binaries.way === 'uid') await openTheWay(place)
  if (await exists(join(place.cluster, 'PG_VERSION'))) {
    if (!(await exists(place.password))) {
      throw new Error(`The file ${place.password} is missing, so the database beside it cannot be opened.`)
    }
    await giveTo(place.password, binaries)
    await giveTo(place.cluster, binaries)
    return
  }
  await writePassword(place)
  await giveTo(place.password, binaries)
  // An interrupted initdb must not look like a cluster: it works beside the final name.
  const unfinished = await mkdtemp(`${place.cluster}.new-`)
  await giveTo(unfinished, binaries)
  try {
    await initialise(unfinished, place, binaries)
    await rename(unfinished, place.cluster)
  } catch (error) {
    await rm(unfinished, { recursive: true, force: true })
    // Somebody who started at the same moment was first; theirs is as good.
    if (!(await exists(join(place.cluster, 'PG_VERSION')))) throw error
  }
}

// LC_CTYPE=C makes pg_trgm drop every Cyrillic letter, silently; not every system calls its UTF-8 by one name.
const characterTypes = ['C.UTF-8', 'C.utf8', 'en_US.UTF-8', 'UTF-8']

async function initialise(folder: string, place: Place, binaries: Binaries) {
  let trouble = ''
  for (const characterType of characterTypes) {
    const { code, output } = await run(binaries, [
      `--pgdata=${folder}`,
      '--username=postgres',
      `--pwfile=${place.password}`,
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
      '--locale=C',
      '--lc-collate=C',
      `--lc-ctype=${characterType}`,
      '--text-search-config=simple',
    ])
    if (code === 0) return
    trouble = output.split('\n').find(line => line.includes('error:')) ?? output.slice(-300)
    if (!/locale/.test(trouble)) break
    await rm(folder, { recursive: true, force: true })
    await mkdir(folder, { mode: 0o700 })
    await giveTo(folder, binaries)
  }
  throw new Error(
    `PostgreSQL could not make its data folder: ${trouble.replace(/^initdb: error: /, '').trim()}`,
  )
}

function run(binaries: Binaries, args: string[]): Promise<{ code: number; output: string }> {
  const command = commandFor(binaries, 'initdb', args)
  return new Promise((resolve, reject) => {
    const child = spawn(command.file, command.args, { ...command.options, stdio: ['ignore', 'pipe', 'pipe'] })
    let output = ''
    const keep = (chunk: Buffer) => {
      output += chunk.toString()
    }
    child.stdout.on('data', keep)
    child.stderr.on('data', keep)
    child.once('error', reject)
    child.once('close', code => resolve({ code: code ?? 1, output }))
  })
}

/** Written whole or not at all, and never twice: the cluster knows only the first. */
async function writePassword(place: Place) {
  const draft = `${place.password}.${randomBytes(6).toString('hex')}`
  await writeFile(draft, `${randomBytes(24).toString('base64url')}\n`, { mode: 0o600 })
  try {
    await link(draft, place.password)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  } finally {
    await rm(draft, { force: true })
  }
}

/** PostgreSQL opens data only for their owner, and who that is changes with the way it runs. */
async function giveTo(path: string, { owner }: Binaries) {
  if (!owner || process.getuid?.() !== 0) return
  const found = await stat(path)
  if (found.uid === owner.uid) return
  if (found.isDirectory()) {
    for (const entry of await readdir(path, { withFileTypes: true, recursive: true })) {
      await chown(join(entry.parentPath, entry.name), owner.uid, owner.gid)
    }
  }
  // The folder itself last, so that an interrupted round is begun again.
  await chown(path, owner.uid, owner.gid)
}

/** Without namespaces and capabilities nobody must be able to walk to the data; what is not ours stays closed. */
async function openTheWay(place: Place) {
  await chmod(place.root, ((await stat(place.root)).mode & 0o777) | 0o011)
  for (let folder = dirname(place.root); ; folder = dirname(folder)) {
    if (((await stat(folder)).mode & 0o001) === 0) {
      throw new Error(
        `PostgreSQL cannot run as root, and no other user may enter ${folder}: choose a data folder outside it, such as /var/lib/kerege.`,
      )
    }
    if (folder === dirname(folder)) return
  }
}

export interface Postmaster {
  pid: number
  port: number
  ready: boolean
}

/** What the lock file says; it may be stale. */
export async function readPostmaster(place: Place): Promise<Postmaster | undefined> {
  const text = await readFile(lockFile(place), 'utf8').catch(() => '')
  const lines = text.split('\n')
  const pid = Number(lines[0])
  const port = Number(lines[3])
  return pid > 0 && port > 0 ? { pid, port, ready: lines[7]?.trim() === 'ready' } : undefined
}

/**
 * Takes away the lock of an engine that is gone when its process number was given to another program, as
 * happens in containers; PostgreSQL itself would refuse for ever. Every process of an engine stands in its data
 * folder, so that one look at all of them settles it; without `/proc` nothing is taken away.
 */
export async function removeStaleLock(place: Place): Promise<void> {
  const processes = await readdir('/proc').catch(() => [])
  if (processes.length === 0) return
  for (const entry of processes) {
    if (!/^\d+$/.test(entry)) continue
    if ((await readlink(`/proc/${entry}/cwd`).catch(() => '')) === place.cluster) return
  }
  await rm(lockFile(place), { force: true })
}

const lockFile = (place: Place) => join(place.cluster, 'postmaster.pid')
const exists = (path: string) =>
  stat(path).then(
    () => true,
    () => false,
  )
