/**
 * Turns events of other slices into notices. An event says whom it concerns by account; where it only names a
 * request, the request knows who may decide it. What is told are the ids and numbers of the event, nothing more.
 */
import { type Topic, topicNames, topics } from '@kerege/contract/notifications/topics'
import { sql } from 'kysely'
import type { Tx } from '../../platform/database.ts'
import { newId } from '../../platform/ids.ts'
import type { EventHandlers, OutboxEvent } from '../../platform/outbox.ts'
import { decidersOf } from '../approvals/index.ts'

export const noticeEvents: EventHandlers[] = topicNames.map(topic => ({
  topic,
  handle: async (tx, event) => {
    const { accountId, ...params } = event.payload
    for (const account of await whom(tx, event, accountId)) await tell(tx, event, topic, account, params)
  },
}))

async function whom(tx: Tx, event: OutboxEvent, accountId: unknown): Promise<string[]> {
  if (typeof accountId === 'string') return [accountId]
  const { approvalId } = event.payload
  return typeof approvalId === 'string' ? decidersOf(tx, approvalId) : []
}

const tell = (
  tx: Tx,
  event: OutboxEvent,
  topic: Topic,
  account: string,
  params: Readonly<Record<string, string | number>>,
) =>
  sql`select notifications.tell(${newId(Date.parse(event.at))}::uuid, ${event.id}::uuid, ${account}::uuid, ${topic},
    ${JSON.stringify(params)}::jsonb, ${event.at}::timestamptz, ${topics[topic]})`.execute(tx)
