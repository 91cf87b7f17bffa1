/**
 * Answers to repeated commands are kept for a day: they are sealed, and still they are copies of what was said.
 * Events that nobody has asked about for a month are of topics that nobody knows.
 */
import type { Node } from '../../platform/context.ts'
import type { JobDefinition } from '../../platform/jobs.ts'

export const tidyJobs = (node: Node): JobDefinition[] => [
  {
    name: 'jobs.tidy',
    cron: '17 * * * *',
    work: async () => {
      await node.pool.query("delete from platform.commands where at < now() - interval '1 day'")
      await node.pool.query(
        "delete from platform.outbox where at < now() - interval '30 days' and tries = 0 and due is not null",
      )
    },
  },
]
