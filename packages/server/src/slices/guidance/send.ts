/**
 * Tells the hub what a coordinator has chosen to tell: a state and words, signed with the key of the node's log. Nothing else
 * leaves, and nobody is counted. A hub that is away gets it later; one that refuses is not asked again, and that is shown.
 */
import { type Statement, statementPath, statementType } from '@kerege/contract/guidance/feed'
import type { Language } from '@kerege/contract/common'
import type { UseState } from '@kerege/contract/guidance/rules'
import type { Node } from '../../platform/context.ts'
import { inTransaction, type Tx } from '../../platform/database.ts'
import { afterTelling, type HubLink, tellHub } from '../../platform/hubLink.ts'
import { logKey, signBody } from '../audit/index.ts'

/** @returns how many the hub has taken */
export async function sendStatements(node: Node, hub: HubLink): Promise<number> {
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
    .selectFrom('guidance.uses')
    .selectAll()
    .where('due_at', '<=', now.toISOString())
    .orderBy('entry_id')
    .orderBy('number')
    .limit(50)
    .forUpdate()
    .skipLocked()
    .execute()
  // Of one decision only the last word counts; those before it need not travel.
  const last = due.filter((row, at) => due[at + 1]?.entry_id !== row.entry_id)
  for (const row of due) {
    await tx
      .updateTable('guidance.uses')
      .set(last.includes(row) ? { due_at: later(now, 120) } : { due_at: null, fault: 'overtaken' })
      .where('id', '=', row.id)
      .execute()
  }
  return last
}
type Waiting = Awaited<ReturnType<typeof claim>>[number]

function tell(node: Node, hub: HubLink, row: Waiting): Promise<string> {
  const statement: Statement = {
    type: statementType,
    guidanceId: row.entry_id,
    number: row.number,
    state: row.state as UseState,
    language: row.language as Language,
    ...(row.words === null ? {} : { words: row.words }),
    at: row.at,
  }
  const key = logKey(`kerege.${node.info.id}`, node.keys.log)
  return tellHub(hub, statementPath, signBody(key, statementType, JSON.stringify(statement)))
}

const settle = (tx: Tx, row: Waiting, answer: string, now: Date) =>
  tx
    .updateTable('guidance.uses')
    .set(afterTelling(answer, row.failures, now))
    .where('id', '=', row.id)
    .execute()
