/**
 * The embedded PostgreSQL: makes a cluster in a data folder, starts it, attaches to one that still lives, and ends
 * it with its owner. Knows nothing of nodes and roles; whoever has the address is superuser.
 */
import { spawn } from 'node:child_process'
import { type FileHandle, open, rename, stat } from 'node:fs/promises'
import { createServer } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { type Binaries, commandFor, findBinaries, type WayToRun } from './engineBinaries.ts'
import {
  makeCluster,
  type Place,
  placeIn,
  readPassword,
  readPostmaster,
  removeStaleLock,
} from './engineCluster.ts'
import { type Engine, hold } from './engineKeeper.ts'

export type { Engine } from './engineKeeper.ts'

// Errors of statements carry values, and values here are names: the engine's log keeps its own life only.
const settings = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: '200',
  shared_buffers: '128MB',
  fsync: 'on',
  max_wal_size: '1GB',
  jit: 'off',
  timezone: 'UTC',
  log_timezone: 'UTC',
  log_min_messages: 'log',
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
  log_checkpoints: 'off',
}

/** Memory of a killed engine is held until its last process ends. */
const patienceMs = 15_000
const recoveryMs = 300_000
const largestLog = 1_000_000

/**
 * Starts the engine of a data folder, or attaches to it when it runs.
 * @param way how to run it as root; chosen by trial unless given
 * @throws with PostgreSQL's own reason when it cannot run
 */
export async function startEngine(dataDir: string, way?: WayToRun): Promise<Engine> {
  const place = await placeIn(dataDir)
  const living = await attach(place)
  if (living) return living
  const binaries = await findBinaries(way)
  await makeCluster(place, binaries)
  const began = Date.now()
  for (;;) {
    const trouble = await launch(place, binaries)
    if (typeof trouble !== 'string') return trouble
    // Somebody may have started it at the same moment, and it may have much to recover before it answers.
    const other = await attach(place)
    if (other) return other
    const recovers = (await readPostmaster(place))?.ready === false
    const isLate = Date.now() - began > (recovers ? recoveryMs : patienceMs)
    if (isLate || !/lock file|shared memory|could not (bind|create any)/.test(trouble)) {
      throw new Error(`PostgreSQL did not start: ${trouble} (${place.log})`)
    }
    if (trouble.includes('lock file')) await removeStaleLock(place)
    await pause(250)
  }
}

/** The engine of a data folder if it runs, without starting it. */
export async function attachEngine(dataDir: string): Promise<Engine | undefined> {
  return attach(await placeIn(dataDir))
}

async function attach(place: Place): Promise<Engine | undefined> {
  const postmaster = await readPostmaster(place)
  const password = await readPassword(place)
  if (!postmaster || !password) return undefined
  return hold(place, postmaster.pid, addressOf(postmaster.port, password), true)
}

/** @returns PostgreSQL's reason when it ended instead of starting */
async function launch(place: Place, binaries: Binaries): Promise<Engine | string> {
  const port = await freePort()
  const size = await stat(place.log).then(
    found => found.size,
    () => 0,
  )
  if (size > largestLog) await rename(place.log, `${place.log}.old`)
  const log = await open(place.log, 'a+', 0o600)
  try {
    const logged = (await log.stat()).size
    const options = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
    const command = commandFor(binaries, 'postgres', ['-D', place.cluster, '-p', String(port), ...options])
    // A group of its own: Ctrl-C reaches us first, and we end PostgreSQL after those who use it.
    const child = spawn(command.file, command.args, {
      ...command.options,
      cwd: binaries.folder,
      detached: true,
      stdio: ['ignore', log.fd, log.fd],
    })
    let ended: string | undefined
    child.once('error', error => {
      ended = error.message
    })
    child.once('exit', () => {
      ended ??= 'it ended'
    })
    const giveUpAt = Date.now() + recoveryMs
    while (ended === undefined) {
      if (Date.now() > giveUpAt) {
        child.kill('SIGQUIT')
        return 'it was not ready after five minutes.'
      }
      await pause(20)
      const postmaster = await readPostmaster(place)
      if (postmaster?.pid !== child.pid || !postmaster?.ready) continue
      child.unref()
      const engine = await hold(
        place,
        postmaster.pid,
        addressOf(port, (await readPassword(place)) ?? ''),
        false,
      )
      if (engine) return engine
      child.kill('SIGINT')
      return 'it answers nobody.'
    }
    return (await reasonIn(log, logged)) ?? ended
  } finally {
    await log.close()
  }
}

async function reasonIn(log: FileHandle, from: number): Promise<string | undefined> {
  const { buffer, bytesRead } = await log.read(Buffer.alloc(4000), 0, 4000, from)
  const lines = buffer.toString('utf8', 0, bytesRead).split('\n').filter(Boolean)
  const line = lines.find(text => /FATAL|PANIC/.test(text)) ?? lines[0]
  return line?.replace(/^.*?(FATAL|PANIC|postgres): */, '')
}

const addressOf = (port: number, password: string) =>
  `postgres://postgres:${password}@127.0.0.1:${port}/postgres`

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() =>
        typeof address === 'object' && address ? resolve(address.port) : reject(new Error()),
      )
    })
  })
}
