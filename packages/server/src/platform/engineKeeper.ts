/**
 * Holding an embedded engine: who owns it, how its owner leaves, and that it leaves with its owner. Starts nothing.
 */
import { realpath } from 'node:fs/promises'
import { Socket } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { type Place, readPostmaster } from './engineCluster.ts'

export interface Engine {
  /** Superuser's address of the database `postgres`. */
  readonly adminUrl: string
  /** It ran already when we came. */
  readonly attached: boolean
  /** No other living process holds it. An owner's `stop` ends PostgreSQL, a guest's `stop` only lets go. */
  readonly owned: boolean
  /** Resolves when PostgreSQL ends, or lets go of us, without being asked by us. */
  readonly lost: Promise<void>
  stop(): Promise<void>
}

const stopMs = 30_000

/**
 * Connects and stays connected. The connection carries a session lock: whoever has it owns the engine, and the
 * lock falls by itself when its holder is killed, so that no file has to say who lives.
 * @returns `undefined` when nothing answers there, or something else does
 */
export async function hold(
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

  let stopping: Promise<void> | undefined
  const lost = new Promise<void>(resolve => {
    keeper.once('end', () => stopping ?? resolve())
  })
  const release = owned ? endWithProcess(pid) : () => undefined
  const stop = async () => {
    socket.ref()
    if (owned) await letGo(keeper)
    await keeper.end().catch(() => undefined)
    if (owned) await shutDown(place, pid)
    release()
  }
  return {
    adminUrl,
    attached,
    owned,
    lost,
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

/** Connections that are being closed are let finish: cut off, they would report an error to nobody. */
async function letGo(keeper: pg.Client) {
  for (let attempt = 0; attempt < 20; attempt += 1) {
    const answer = await keeper
      .query(
        "select 1 from pg_stat_activity where backend_type = 'client backend' and pid <> pg_backend_pid()",
      )
      .catch(() => undefined)
    if (!answer?.rowCount) return
    await pause(50)
  }
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
