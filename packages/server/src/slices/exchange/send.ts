/**
 * Tells the hub what a coordinator has chosen to tell: a state and words, signed with the key of the node's log. Nothing else
 * leaves, and nobody is counted. A hub that is away gets it later; one that refuses is not asked again, and that is shown.
 */
import type { Language } from '@kerege/contract/common'
import { type Report, reportPath, reportType } from '@kerege/contract/exchange/feed'
import type { AdoptionState } from '@kerege/contract/practices/rules'
import type { Node } from '../../platform/context.ts'
import { inTransaction, type Tx } from '../../platform/database.ts'
import { afterTelling, type HubLink, tellHub } from '../../platform/hubLink.ts'
import { logKey, signBody } from '../audit/index.ts'

/** @returns how many the hub has taken */
export async function sendReports(node: Node, hub: HubLink): Promise<number> {
  const waiting = await inTransaction(node.pool, tx => claim(tx, node.now()))
  let taken = 0
  for (const row of waiting) {
    const answer = await tell(node, hub, row)
    await inTransaction(node.pool, tx => settle(tx, row, answer, node.now()))
    if (answer === 'taken') taken += 1
  }
  return taken
}

const later = (now: Date, seconds: number) => new Date(now.getTime() + seconds * 1000)

async function claim(tx: Tx, now: Date) {
  const due = await tx
    .selectFrom('exchange.reports')
    .selectAll()
    .where('due_at', '<=', now.toISOString())
    .orderBy('practice_id')
    .orderBy('number')
    .limit(50)
    .forUpdate()
    .skipLocked()
    .execute()
  // Of one practice only the last word counts; those before it need not travel.
  const last = due.filter((row, at) => due[at + 1]?.practice_id !== row.practice_id)
  for (const row of due) {
    await tx
      .updateTable('exchange.reports')
      .set(last.includes(row) ? { due_at: later(now, 120) } : { due_at: null, fault: 'overtaken' })
      .where('id', '=', row.id)
      .execute()
  }
  return last
}
type Waiting = Awaited<ReturnType<typeof claim>>[number]

function tell(node: Node, hub: HubLink, row: Waiting): Promise<string> {
  const report: Report = {
    type: reportType,
    practiceId: row.practice_id,
    number: row.number ?? 0,
    state: row.state as AdoptionState,
    language: row.language as Language,
    ...(row.words === null ? {} : { words: row.words }),
    at: row.at,
  }
  const key = logKey(`kerege.${node.info.id}`, node.keys.log)
  return tellHub(hub, reportPath, signBody(key, reportType, JSON.stringify(report)))
}

const settle = (tx: Tx, row: Waiting, answer: string, now: Date) =>
  tx
    .updateTable('exchange.reports')
    .set(afterTelling(answer, row.failures, now))
    .where('id', '=', row.id)
    .execute()
