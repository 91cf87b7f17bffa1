/**
 * The embedded PostgreSQL: makes a cluster in a data folder, starts it, attaches to one that still lives, and ends
 * it with its owner. Knows nothing of nodes and roles; whoever has the address is superuser.
 */
import { spawn } from 'node:child_process'
import { type FileHandle, open, realpath, rename, stat } from 'node:fs/promises'
import { createServer, Socket } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { type Binaries, commandFor, findBinaries, type WayToRun } from './engineBinaries.ts'
import {
  makeCluster,
  type Place,
  placeIn,
  readPassword,
  readPostmaster,
  removeStaleLock,
} from './engineCluster.ts'

export interface Engine {
  /** Superuser's address of the database `postgres`. */
  readonly adminUrl: string
  /** It ran already when we came. */
  readonly attached: boolean
  /** No other living process holds it. An owner's `stop` ends PostgreSQL, a guest's `stop` only lets go. */
  readonly owned: boolean
  stop(): Promise<void>
}

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
const stopMs = 30_000
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
  const giveUpAt = Date.now() + patienceMs
  for (;;) {
    const trouble = await launch(place, binaries)
    if (typeof trouble !== 'string') return trouble
    // Somebody may have started it at the same moment.
    const other = await attach(place)
    if (other) return other
    if (Date.now() > giveUpAt || !/lock file|shared memory|could not (bind|create any)/.test(trouble)) {
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

/**
 * Connects and stays connected. The connection carries a session lock: whoever has it owns the engine, and the
 * lock falls by itself when its holder is killed, so that no file has to say who lives.
 * @returns `undefined` when nothing answers there, or something else does
 */
async function hold(
  place: Place,
  pid: number,
  adminUrl: string,
  attached: boolean,
): Promise<Engine | undefined> {
  const socket = new Socket()
  const keeper = new pg.Client({
    connectionString: adminUrl,
    application_name: 'kerege-keeper',
    connectionTimeoutMillis: 5_000,
    stream: () => socket,
  })
  // Lost with the engine: those who work with it will notice and say so.
  keeper.on('error', () => undefined)
  try {
    await keeper.connect()
  } catch {
    socket.destroy()
    return undefined
  }
  const folder = await keeper.query<{ folder: string }>("select current_setting('data_directory') as folder")
  if ((await realpath(folder.rows[0]?.folder ?? '').catch(() => '')) !== place.cluster) {
    await keeper.end()
    return undefined
  }
  const owned = await own(keeper)
  if (owned) await checkLetters(keeper)
  socket.unref()

  const release = owned ? endWithProcess(pid) : () => undefined
  let stopping: Promise<void> | undefined
  const stop = async () => {
    socket.ref()
    await keeper.end().catch(() => undefined)
    if (owned) await shutDown(place, pid)
    release()
  }
  return {
    adminUrl,
    attached,
    owned,
    stop: () => {
      stopping ??= stop()
      return stopping
    },
  }
}

/** A killed owner's connection takes a moment to be noticed. */
async function own(keeper: pg.Client): Promise<boolean> {
  for (let attempt = 0; attempt < 10; attempt += 1) {
    if (attempt > 0) await pause(100)
    const answer = await keeper.query<{ owned: boolean }>(
      "select pg_try_advisory_lock(hashtext('kerege.engine')) as owned",
    )
    if (answer.rows[0]?.owned) return true
  }
  return false
}

async function checkLetters(keeper: pg.Client) {
  await keeper.query('create extension if not exists pg_trgm')
  const answer = await keeper.query<{ trigrams: string[] }>("select show_trgm('ж') as trigrams")
  if (answer.rows[0]?.trigrams.length === 0) {
    throw new Error('This engine cannot search Cyrillic: its character type is not UTF-8.')
  }
}

/**
 * The last net under a process that leaves without `stop`. Signals are ours only when nobody else listens:
 * a server that ends in its own order must find its database still there.
 */
function endWithProcess(pid: number): () => void {
  const onExit = () => endNow(pid)
  const onSignal = Object.assign(
    (signal: NodeJS.Signals) => {
      const others = process.listeners(signal).filter(listener => !('endsEngine' in listener))
      if (others.length === 0) process.exit(signal === 'SIGINT' ? 130 : 143)
    },
    { endsEngine: true },
  )
  process.once('exit', onExit)
  process.on('SIGINT', onSignal)
  process.on('SIGTERM', onSignal)
  return () => {
    process.off('exit', onExit)
    process.off('SIGINT', onSignal)
    process.off('SIGTERM', onSignal)
  }
}

/** Fast shutdown: transactions are rolled back, everything acknowledged is on disk. */
function endNow(pid: number, signal: NodeJS.Signals = 'SIGINT') {
  try {
    process.kill(pid, signal)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error
  }
}

async function shutDown(place: Place, pid: number) {
  for (const signal of ['SIGINT', 'SIGQUIT'] as const) {
    endNow(pid, signal)
    const giveUpAt = Date.now() + stopMs
    while (Date.now() < giveUpAt) {
      // The lock file goes last. A process number alone may be a zombie that nobody collects.
      if ((await readPostmaster(place))?.pid !== pid || !isAlive(pid)) return
      await pause(20)
    }
  }
  throw new Error(`PostgreSQL (process ${pid}) does not end.`)
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
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
