/**
 * Background work on pg-boss: retried with growing pauses, dead letters kept, each job done by one process.
 * A job's data holds ids only; whoever works it loads what it needs.
 */
import { PgBoss } from 'pg-boss'

export interface JobDefinition {
  /** `slice.what`, lower case. */
  name: string
  /** Cron expression in UTC for work that comes back. */
  cron?: string
  work: (data: Record<string, unknown>) => Promise<void>
}

export interface Jobs {
  boss: PgBoss
  send(name: string, data: Record<string, unknown>): Promise<void>
  stop(): Promise<void>
}

const options = { schema: 'jobs', createSchema: false, max: 3, application_name: 'kerege-jobs' } as const
export const deadLetters = 'dead-letters'

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
): Promise<Jobs> {
  const boss = new PgBoss({ ...options, connectionString: jobsUrl, migrate: false })
  boss.on('error', error => onFault('queue', error))
  await boss.start()
  await boss.createQueue(deadLetters)
  for (const definition of definitions) {
    await boss.createQueue(definition.name, {
      retryLimit: 5,
      retryDelay: 10,
      retryBackoff: true,
      expireInSeconds: 600,
      deadLetter: deadLetters,
    })
    await boss.work(definition.name, { pollingIntervalSeconds: 2 }, async ([job]) => {
      if (!job) return
      try {
        await definition.work((job.data ?? {}) as Record<string, unknown>)
      } catch (error) {
        onFault(definition.name, error as Error)
        throw error
      }
    })
    if (definition.cron) await boss.schedule(definition.name, definition.cron, {}, { tz: 'UTC' })
  }
  return {
    boss,
    send: async (name, data) => {
      await boss.send(name, data)
    },
    stop: () => boss.stop({ graceful: true, timeout: 5000 }),
  }
}
