/**
 * The post room between slices: an action writes an event in its own transaction, and handlers given at composition
 * pick it up soon after. A payload holds ids, codes and numbers. Each event is handled at least once; a handler that
 * writes tells events apart by their id.
 */
import { sql } from 'kysely'
import type pg from 'pg'
import { inTransaction, type Tx } from './database.ts'
import { newId } from './ids.ts'
import { codeOf, type JobDefinition } from './jobs.ts'

export type Payload = Readonly<Record<string, string | number>>

export interface OutboxEvent {
  id: string
  topic: string
  payload: Payload
  at: string
}

/** Runs inside the dispatcher's transaction, for nobody: what it reads goes through functions made for that. */
export type EventHandler = (tx: Tx, event: OutboxEvent) => Promise<void>

export interface EventHandlers {
  readonly topic: string
  readonly handle: EventHandler
}

/** @param id given where the same happening may be written twice and must be told once */
export async function emit(tx: Tx, topic: string, payload: Payload, id: string = newId()): Promise<void> {
  await tx
    .insertInto('platform.outbox')
    .values({ id, topic, payload: JSON.stringify(payload) })
    .onConflict(conflict => conflict.column('id').doNothing())
    .execute()
}

/** The same news for many accounts, each told by itself. */
export async function emitToAll(
  tx: Tx,
  topic: string,
  accountIds: readonly string[],
  payload: Payload,
): Promise<void> {
  await emitEach(
    tx,
    topic,
    accountIds.map(accountId => ({ ...payload, accountId })),
  )
}

/** Several happenings of one kind in one statement. */
export async function emitEach(tx: Tx, topic: string, payloads: readonly Payload[]): Promise<void> {
  if (payloads.length === 0) return
  const rows = payloads.map(payload => ({ id: newId(), payload }))
  await sql`
    insert into platform.outbox (id, topic, payload)
      select n.id, ${topic}, n.payload from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as n (id uuid, payload jsonb)`.execute(
    tx,
  )
}

const batch = 100
/** Tries before an event is given up: with the pauses below, about a day. */
const mostTries = 12

/** Handles what waits. Several processes may do so at once: each takes events that no other holds. */
export async function dispatch(
  pool: pg.Pool,
  handlers: readonly EventHandlers[],
  onFault: (topic: string, error: Error) => void,
): Promise<number> {
  const topics = [...new Set(handlers.map(one => one.topic))]
  let total = 0
  for (;;) {
    const done = await inTransaction(pool, async (tx, client) => {
      const events = await tx
        .selectFrom('platform.outbox')
        .select(['id', 'topic', 'payload', 'at', 'tries'])
        .where('due', '<=', eb => eb.fn('now'))
        // What nobody here knows may be known to a newer process beside this one.
        .where('topic', 'in', topics)
        .orderBy('due')
        .orderBy('id')
        .limit(batch)
        .forUpdate()
        .skipLocked()
        .execute()
      for (const { tries, ...event } of events) {
        // One event that cannot be handled must not take the others back with it.
        await client.query('savepoint one')
        try {
          for (const one of handlers) {
            if (one.topic === event.topic)
              await one.handle(tx, { ...event, payload: event.payload as Payload })
          }
          await tx.deleteFrom('platform.outbox').where('id', '=', event.id).execute()
          await client.query('release savepoint one')
        } catch (error) {
          await client.query('rollback to savepoint one')
          onFault(event.topic, error as Error)
          await postpone(client, event.id, tries + 1, codeOf(error))
        }
      }
      return events.length
    })
    total += done
    if (done < batch) return total
  }
}

/** 10 s, 20 s, 40 s … up to an hour and a half for each pause; `due` null: given up, and visible. */
const postpone = (client: pg.ClientBase, id: string, tries: number, code: string) =>
  client.query(
    `update platform.outbox set tries = $2::int, code = $3,
            due = case when $2::int < $4::int
              then now() + least(interval '10 seconds' * power(2, $2::int - 1), interval '90 minutes') end
      where id = $1`,
    [id, tries, code, mostTries],
  )

export const outboxJob = (
  pool: pg.Pool,
  handlers: readonly EventHandlers[],
  onFault: (topic: string, error: Error) => void,
): JobDefinition => ({
  name: 'outbox.dispatch',
  everySeconds: 3,
  work: async () => {
    await dispatch(pool, handlers, onFault)
  },
})
