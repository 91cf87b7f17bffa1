/**
 * Looks at the hub's feed by the clock and takes what is new. Whatever is not signed by the pinned key, or older than what is
 * here already, changes nothing. A hub that is away is asked again after a growing pause; what came before stays readable.
 */
import { createHash } from 'node:crypto'
import { Feed, type FeedEntry, feedPath, feedType, SignedBody } from '@kerege/contract/guidance/feed'
import type { GuidanceSource } from '@kerege/contract/guidance/schema'
import type { Node } from '../../platform/context.ts'
import { inTransaction, over, type Tx } from '../../platform/database.ts'
import type { HubLink } from '../../platform/hubLink.ts'
import { newId } from '../../platform/ids.ts'
import { emitToAll } from '../../platform/outbox.ts'
import { openBody, openTrail, readKeyText } from '../audit/index.ts'
import { sql } from 'kysely'

type FeedFault = NonNullable<GuidanceSource['fault']>
export type Pulled = FeedFault | 'not-due' | 'same' | 'taken'

const hour = 3600

export async function pullGuidance(node: Node, hub: HubLink): Promise<Pulled> {
  if (!(await claim(node))) return 'not-due'
  const found = await fetched(hub)
  const result = typeof found === 'string' ? found : await take(node, found)
  if (result !== 'same' && result !== 'taken') await failed(node, hub, result)
  else await inTransaction(node.pool, tx => settled(tx, node, hub))
  return result
}

/** Of several processes one looks; another takes over should it be killed meanwhile. */
const claim = (node: Node) =>
  inTransaction(node.pool, async tx => {
    const now = node.now()
    const mine = await tx
      .updateTable('guidance.source')
      .set({ tried_at: now, due_at: later(now, 60) })
      .where('due_at', '<=', now.toISOString())
      .executeTakeFirst()
    return mine.numUpdatedRows > 0n
  })

const later = (now: Date, seconds: number) => new Date(now.getTime() + seconds * 1000)

interface Found {
  feed: Feed
  digest: Buffer
}

async function fetched(hub: HubLink): Promise<Found | FeedFault> {
  let text: string
  try {
    text = await hub.get(feedPath)
  } catch {
    // Why it is away is for whoever looks after the line; here it is only not there.
    return 'hub-away'
  }
  const signed = SignedBody.safeParse(jsonOf(text))
  if (!signed.success) return 'not-a-feed'
  const key = readKeyText(hub.key)
  if (!key || !openBody(signed.data, feedType, key)) return 'wrong-signature'
  const feed = Feed.safeParse(jsonOf(signed.data.body))
  if (!feed.success) return 'not-a-feed'
  return { feed: feed.data, digest: createHash('sha256').update(signed.data.body).digest() }
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

async function take(node: Node, { feed, digest }: Found): Promise<Pulled> {
  const client = await node.pool.connect()
  let broken: Error | undefined
  try {
    await client.query('begin')
    const tx = over(client)
    const known = await tx
      .selectFrom('guidance.source')
      .select(['sequence', 'digest'])
      .forUpdate()
      .executeTakeFirstOrThrow()
    const fault = orderFault(known, feed.sequence, digest)
    if (fault !== null) {
      await client.query('rollback')
      return fault
    }
    const now = node.now()
    const changed = await write(tx, feed.entries, now)
    const left = await withdrawMissing(tx, feed.entries, now)
    await tx.updateTable('guidance.source').set({ sequence: feed.sequence, digest }).execute()
    if (changed.fresh.length > 0) {
      const { rows } = await sql<{ id: string }>`select guidance.audience() as id`.execute(tx)
      await emitToAll(
        tx,
        'guidance.came',
        rows.map(row => row.id),
        {},
      )
    }
    const trail = openTrail(node.keys, newId(now.getTime()), 'guidance.taken', now)
    for (const id of [...changed.fresh, ...changed.others, ...left]) trail.touched(id)
    trail.counted('sequence', feed.sequence)
    await trail.commit(client, null)
    return 'taken'
  } catch (error) {
    await client.query('rollback').catch((cause: Error) => {
      broken = cause
    })
    throw error
  } finally {
    client.release(broken)
  }
}

/** Two feeds of one number that differ are not two states of one hub. */
function orderFault(
  known: { sequence: number; digest: Buffer | null },
  sequence: number,
  digest: Buffer,
): 'older-feed' | 'forked-feed' | 'same' | null {
  if (sequence < known.sequence) return 'older-feed'
  if (sequence > known.sequence) return null
  return known.digest?.equals(digest) ? 'same' : 'forked-feed'
}

async function write(tx: Tx, entries: readonly FeedEntry[], now: Date) {
  const known = new Map(
    (await tx.selectFrom('guidance.entries').selectAll().execute()).map(row => [row.id, row]),
  )
  const fresh: string[] = []
  const others: string[] = []
  for (const entry of entries) {
    const columns = {
      symbol: entry.symbol,
      title: JSON.stringify(entry.title),
      texts: JSON.stringify(entry.texts),
      note: entry.note ? JSON.stringify(entry.note) : null,
      domains: entry.domains,
      age_from: entry.ages.from ?? null,
      age_to: entry.ages.to ?? null,
      adopted_at: entry.adoptedAt,
      state: entry.state,
      reason: entry.reason ?? null,
      replaces_id: entry.replacesId ?? null,
    }
    const before = known.get(entry.id)
    if (!before) {
      // What ended before it came is of use to nobody here.
      if (entry.state !== 'in-force') continue
      await tx
        .insertInto('guidance.entries')
        .values({ id: entry.id, ...columns, came_at: now, changed_at: now })
        .execute()
      fresh.push(entry.id)
    } else if (isOther(before, entry)) {
      await tx
        .updateTable('guidance.entries')
        .set({ ...columns, changed_at: now })
        .where('id', '=', entry.id)
        .execute()
      others.push(entry.id)
    }
  }
  return { fresh, others }
}

type Stored = { title: unknown; texts: unknown; note: unknown; domains: string[]; state: string } & {
  age_from: number | null
  age_to: number | null
  reason: string | null
  symbol: string
}

const isOther = (before: Stored, entry: FeedEntry): boolean =>
  inOrder([
    before.symbol,
    before.title,
    before.texts,
    before.note,
    before.domains,
    before.age_from,
    before.age_to,
    before.state,
    before.reason,
  ]) !==
  inOrder([
    entry.symbol,
    entry.title,
    entry.texts,
    entry.note ?? null,
    entry.domains,
    entry.ages.from ?? null,
    entry.ages.to ?? null,
    entry.state,
    entry.reason ?? null,
  ])

// The database keeps the keys of an object in an order of its own.
const inOrder = (value: unknown): string =>
  JSON.stringify(value, (_, one: unknown) =>
    typeof one === 'object' && one !== null && !Array.isArray(one)
      ? Object.fromEntries(Object.entries(one).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : one,
  )

/** The feed is whole: what it does not have any more is not guidance any more. */
async function withdrawMissing(tx: Tx, entries: readonly FeedEntry[], now: Date): Promise<string[]> {
  const rows = await tx
    .updateTable('guidance.entries')
    .set({ state: 'withdrawn', changed_at: now })
    .where('state', '=', 'in-force')
    .where(sql<boolean>`id <> all (${entries.map(entry => entry.id)}::uuid[])`)
    .returning('id')
    .execute()
  return rows.map(row => row.id)
}

const settled = (tx: Tx, node: Node, hub: HubLink) => {
  const now = node.now()
  return tx
    .updateTable('guidance.source')
    .set({ taken_at: now, fault: null, failures: 0, due_at: later(now, hub.everySeconds) })
    .execute()
}

const failed = (node: Node, hub: HubLink, fault: FeedFault | 'not-due') =>
  inTransaction(node.pool, async tx => {
    const { failures } = await tx.selectFrom('guidance.source').select('failures').executeTakeFirstOrThrow()
    const pause = Math.min(hub.everySeconds * 2 ** Math.min(failures, 10), Math.max(hour, hub.everySeconds))
    await tx
      .updateTable('guidance.source')
      .set({ fault, failures: failures + 1, due_at: later(node.now(), pause) })
      .execute()
  })
