/**
 * What fills the queue: a record that was written is compared soon after; the whole register is, in portions that a
 * restart goes on from, when the library of names has changed; one number under two records is told at once.
 */
import { keyVersion } from '@kerege/contract/names/index'
import { alertSystems } from '@kerege/contract/people/duplicates/clashes'
import { sql } from 'kysely'
import type { Context, Node } from '../../../platform/context.ts'
import { inTransaction, type Tx } from '../../../platform/database.ts'
import { newId } from '../../../platform/ids.ts'
import type { JobDefinition } from '../../../platform/jobs.ts'
import { emit, emitEach, type EventHandlers } from '../../../platform/outbox.ts'
import { compareSome } from './comparing.ts'

/** Small enough that reading what is known of them holds nobody up. */
const portion = 40
/** A tick ends soon enough for a node that is asked to stop. */
const tickMs = 10_000
/** Records under one number that are told of at once; more would be a number that stands for "unknown". */
const mostUnderOneNumber = 8

/** Says that a record was written, so that it is compared once this transaction is through. */
export const written = (tx: Tx, personId: string) => emit(tx, 'person.written', { personId })

export const writtenAll = (tx: Tx, personIds: readonly string[]) =>
  emitEach(
    tx,
    'person.written',
    personIds.map(personId => ({ personId })),
  )

/** Other records under the same number of a paper: pairs at once, and a notice. Nothing of it is told to the writer. */
export async function noteNumbers(ctx: Context, personId: string): Promise<void> {
  const fresh = Array.from({ length: mostUnderOneNumber }, () => newId(ctx.now.getTime()))
  const found = await sql<{ id: string }>`
    select n as id from people.note_numbers(${personId}::uuid, ${[...alertSystems]}::text[], ${fresh}::uuid[],
      ${ctx.now.toISOString()}::timestamptz) n`.execute(ctx.tx)
  for (const { id } of found.rows) await emit(ctx.tx, 'duplicate.same-number', { pairId: id })
}

export const duplicateEvents = (node: Node): EventHandlers[] => [
  {
    topic: 'person.written',
    handle: async (tx, event) => {
      await compareSome(tx, [String(event.payload['personId'])], { changed: true, now: node.now() })
    },
  },
  {
    topic: 'duplicate.same-number',
    handle: async (tx, event) => {
      const pairId = String(event.payload['pairId'])
      const found = await sql<{ id: string }>`select d as id from people.deciders(${pairId}::uuid) d`.execute(
        tx,
      )
      for (const { id } of found.rows) await emit(tx, 'duplicate.found', { accountId: id, pairId })
    },
  },
]

/** Compares the next persons with those behind them. @returns how many; 0 when all are, or others are at it */
export async function comparePortion(node: Node, version = keyVersion, most = portion): Promise<number> {
  return inTransaction(node.pool, async tx => {
    const found = await sql<{ persons: string[]; after: string }>`
      select persons, after from people.persons_to_compare(${version}::int, ${most}::int)`.execute(tx)
    const next = found.rows[0]
    if (!next) return 0
    await compareSome(tx, next.persons, { after: next.after, changed: false, now: node.now() })
    return next.persons.length
  })
}

async function compareRegister(node: Node): Promise<void> {
  const end = performance.now() + tickMs
  let count = 0
  for (;;) {
    const compared = await comparePortion(node)
    count += compared
    if (compared === 0 || performance.now() > end) break
  }
  if (count > 0) node.log.info('records-compared', { count })
}

export const duplicateJobs = (node: Node): JobDefinition[] => [
  { name: 'people.compare-register', everySeconds: 20, work: () => compareRegister(node) },
]
