/**
 * Background work on pg-boss: retried with growing pauses, dead letters kept, each job done by one process.
 * A job's data holds ids only; whoever works it loads what it needs. Of a failure only a code is kept, since the
 * words of an error may repeat what somebody typed.
 */
import { type ConstructorOptions, PgBoss } from 'pg-boss'

export type Send = (name: string, data: Readonly<Record<string, string | number>>) => Promise<void>

export interface JobDefinition {
  /** `slice.what`, lower case. */
  name: string
  /** Cron expression for work that comes back. */
  cron?: string
  /** In which the cron expression is meant: UTC unless told. */
  zone?: string
  /**
   * For a quick look that comes back sooner than a cron can. A timer of each process, without a row in the queue, so
   * the work itself has to stand two processes at once.
   */
  everySeconds?: number
  work: (data: Record<string, unknown>, send: Send) => Promise<void>
}

export interface QueueState {
  name: string
  waiting: number
  active: number
  failed: number
}

export interface DeadLetter {
  id: string
  name: string
  at: string
  code: string
}

export interface Jobs {
  send: Send
  queues(): Promise<QueueState[]>
  deadLetters(most: number): Promise<DeadLetter[]>
  /** @returns false when there is no such dead letter */
  retry(id: string): Promise<boolean>
  stop(): Promise<void>
}

const deadLetters = 'dead-letters'
const day = 86_400

// Few connections and calm clocks: a region runs five nodes on one engine, most of the time with nothing to do.
// Work that is sent here wakes its worker at once; the clocks only find what was left by others or has to be retried.
const options = {
  schema: 'jobs',
  createSchema: false,
  max: 2,
  application_name: 'kerege-jobs',
  cronMonitorIntervalSeconds: 45,
  cronWorkerIntervalSeconds: 20,
  flowIntervalSeconds: 600,
  bamIntervalSeconds: 600,
  instanceHeartbeatSeconds: 120,
} as const satisfies ConstructorOptions
const pollSeconds = 20

export async function migrateJobs(jobsUrl: string): Promise<void> {
  const boss = new PgBoss({ ...options, connectionString: jobsUrl, schedule: false, supervise: false })
  boss.on('error', () => undefined)
  await boss.start()
  await boss.stop({ graceful: false })
}

export async function startJobs(
  jobsUrl: string,
  definitions: readonly JobDefinition[],
  onFault: (name: string, error: Error) => void,
  /** Share of their pause after which quick looks come back: 1 as they were made. */
  pace = 1,
): Promise<Jobs> {
  const boss = new PgBoss({ ...options, connectionString: jobsUrl, migrate: false })
  boss.on('error', error => onFault('queue', error))
  await boss.start()
  await boss.createQueue(deadLetters, { retentionSeconds: 90 * day, deleteAfterSeconds: day })
  const workers = new Map<string, string>()
  const wake = (name: string) => {
    const worker = workers.get(name)
    if (worker) boss.notifyWorker(worker)
  }
  const send: Send = async (name, data) => {
    await boss.send(name, data)
    wake(name)
  }
  const guarded = (definition: JobDefinition) => async (data: unknown) => {
    try {
      await definition.work((data ?? {}) as Record<string, unknown>, send)
    } catch (error) {
      onFault(definition.name, error as Error)
      throw told(error)
    }
  }

  const queued = definitions.filter(definition => definition.everySeconds === undefined)
  for (const definition of queued) {
    const work = guarded(definition)
    await boss.createQueue(definition.name, {
      retryLimit: 5,
      retryDelay: 10,
      retryBackoff: true,
      expireInSeconds: 600,
      deleteAfterSeconds: day,
      deadLetter: deadLetters,
    })
    const worker = await boss.work(
      definition.name,
      { pollingIntervalSeconds: pollSeconds },
      async ([job]) => {
        // Where one waited there may be more: the clock is for an empty queue.
        wake(definition.name)
        await work(job?.data)
      },
    )
    workers.set(definition.name, worker)
    if (definition.cron) {
      await boss.schedule(definition.name, definition.cron, {}, { tz: definition.zone ?? 'UTC' })
    }
  }
  await dropOldSchedules(boss, queued)
  const timers = definitions.flatMap(definition =>
    definition.everySeconds === undefined
      ? []
      : [repeat(guarded(definition), definition.everySeconds * pace)],
  )
  return {
    send,
    queues: () => queueStates(boss),
    deadLetters: most => listDeadLetters(boss, most),
    async retry(id) {
      const again = (await boss.redrive(deadLetters, { ids: [id] })) === 1
      if (again) for (const name of workers.keys()) wake(name)
      return again
    },
    async stop() {
      await Promise.all(timers.map(timer => timer.stop()))
      await boss.stop({ graceful: true, timeout: 5000 })
    },
  }
}

/** What the queue keeps of a failure, for everybody who can read its tables: a code. */
function told(error: unknown): Error {
  const kept = new Error(codeOf(error))
  kept.name = 'JobFailed'
  kept.stack = ''
  return kept
}

export function codeOf(error: unknown): string {
  const { code, name } = (error ?? {}) as { code?: unknown; name?: unknown }
  if (typeof code === 'string' && /^[\w-]{1,60}$/.test(code)) return code
  return typeof name === 'string' && /^\w{1,60}$/.test(name) ? name : 'Error'
}

/** One look after the other, never two at once; `stop` waits for the one that is under way. */
function repeat(work: (data: unknown) => Promise<void>, seconds: number) {
  let stopped = false
  let running: Promise<void> = Promise.resolve()
  let timer: NodeJS.Timeout | undefined
  const tick = () => {
    if (stopped) return
    timer = setTimeout(() => {
      // Its trouble was told already; the next look is the retry.
      running = work({}).catch(() => undefined)
      void running.then(tick)
    }, seconds * 1000)
    timer.unref()
  }
  tick()
  return {
    async stop() {
      stopped = true
      clearTimeout(timer)
      await running
    },
  }
}

/** A release that drops a job must not leave its clock running. */
async function dropOldSchedules(boss: PgBoss, queued: readonly JobDefinition[]) {
  for (const schedule of await boss.getSchedules()) {
    if (!queued.some(definition => definition.name === schedule.name && definition.cron)) {
      await boss.unschedule(schedule.name)
    }
  }
}

async function queueStates(boss: PgBoss): Promise<QueueState[]> {
  const { rows } = await boss.getDb().executeSql(
    `select q.name,
            count(j.id) filter (where j.state in ('created', 'retry'))::int as waiting,
            count(j.id) filter (where j.state = 'active')::int as active,
            count(j.id) filter (where j.state = 'failed')::int as failed
       from jobs.queue q left join jobs.job j on j.name = q.name
      where q.name <> $1 and q.name !~ '^__'
      group by q.name order by q.name`,
    [deadLetters],
  )
  return rows as QueueState[]
}

async function listDeadLetters(boss: PgBoss, most: number): Promise<DeadLetter[]> {
  const { rows } = await boss.getDb().executeSql(
    `select id, source_name as name, created_on as at,
            coalesce(source_output ->> 'message', output ->> 'message', 'Error') as code
       from jobs.job where name = $1 and state = 'created' order by created_on desc, id limit $2`,
    [deadLetters, most],
  )
  return (rows as { id: string; name: string; at: Date; code: string }[]).map(row => ({
    ...row,
    at: row.at.toISOString(),
  }))
}
