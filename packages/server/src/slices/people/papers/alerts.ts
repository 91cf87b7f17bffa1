/**
 * Who hears of a paper, and when: it begins to shut something, the wait becomes too long, it is there. Told are ids
 * and nothing else, each account once; what was told is kept with the paper, so that a job that runs twice, or after
 * old notices were tidied away, tells nobody again.
 */
import { isOpen, type PaperState } from '@kerege/contract/people/papers/rules'
import { sql } from 'kysely'
import type { Context, Node } from '../../../platform/context.ts'
import { inTransaction, type Tx } from '../../../platform/database.ts'
import type { JobDefinition } from '../../../platform/jobs.ts'
import { localDay } from '../../../platform/localDay.ts'
import { emit } from '../../../platform/outbox.ts'
import type { FoundPaper } from './store.ts'

type Topic = 'paper.blocks' | 'paper.issued'

async function tell(ctx: Context, paper: FoundPaper, topic: Topic, marks: readonly string[]): Promise<void> {
  if (marks.length === 0) return
  const { rows } = await sql<{ account: string }>`
    select people.tell_paper(${paper.id}::uuid, ${topic}, ${[...marks]}::text[]) as account`.execute(ctx.tx)
  for (const { account } of rows) await announce(ctx.tx, topic, account, paper.id, paper.person_id)
}

const announce = (tx: Tx, topic: string, accountId: string, paperId: string, personId: string) =>
  emit(tx, topic, { accountId, personId, paperId })

/** Somebody waits, and something is shut because of it. */
const shuts = (paper: FoundPaper): string[] => (isOpen(paper.state as PaperState) ? paper.blocks : [])

/** Those things that are shut now and were open before. A new wait is told anew. */
export function tellBlocks(ctx: Context, before: FoundPaper | undefined, after: FoundPaper): Promise<void> {
  const were = new Set(before ? shuts(before) : [])
  const begun = shuts(after).filter(one => !were.has(one))
  return tell(
    ctx,
    after,
    'paper.blocks',
    begun.map(one => `${one} ${after.waiting_since}`),
  )
}

export const tellIssued = (ctx: Context, paper: FoundPaper): Promise<void> =>
  tell(ctx, paper, 'paper.issued', [String(paper.waiting_since)])

/** Days of waiting where the profile says nothing. */
const usualLimit = 60

interface Overdue {
  account_id: string
  paper_id: string
  person_id: string
  topic: string
}

/** Safe to run at any time and twice: the database answers only with what is new. @returns how many were told */
export function tellOverdue(node: Node): Promise<number> {
  const limits = node.profile.papers?.waitLimits
  return inTransaction(node.pool, async tx => {
    const day = localDay(node.now(), node.info.timeZone)
    const { rows } = await sql<Overdue>`
      select * from people.papers_overdue(${day}::date, ${JSON.stringify(limits?.byFact ?? {})}::jsonb,
        ${limits?.usual ?? usualLimit}::int)`.execute(tx)
    for (const row of rows) await announce(tx, row.topic, row.account_id, row.paper_id, row.person_id)
    return rows.length
  })
}

export const paperJobs = (node: Node): JobDefinition[] => [
  {
    name: 'papers.overdue',
    cron: '20 6 * * *',
    zone: node.info.timeZone,
    work: async () => {
      await tellOverdue(node)
    },
  },
]
