/** Takes over what came by the exchange: verified there, read here. Whoever says how guidance is put into practice hears of what is new. */
import type { FeedEntry } from '@kerege/contract/guidance/feed'
import { sql } from 'kysely'
import type { Tx } from '../../platform/database.ts'
import { emitToAll } from '../../platform/outbox.ts'

export async function guidanceIds(tx: Tx): Promise<string[]> {
  const rows = await tx.selectFrom('guidance.entries').select('id').execute()
  return rows.map(row => row.id)
}

/** @param entries by id; null for what is no longer given out @returns ids of what has changed here */
export async function takeGuidance(
  tx: Tx,
  entries: ReadonlyMap<string, FeedEntry | null>,
  now: Date,
): Promise<string[]> {
  const fresh: string[] = []
  const others: string[] = []
  const rows = await tx
    .selectFrom('guidance.entries')
    .selectAll()
    .where('id', 'in', [...entries.keys()])
    .execute()
  const known = new Map(rows.map(row => [row.id, row]))
  for (const [id, entry] of entries) {
    const before = known.get(id)
    if (!before) {
      // What ended before it came is of use to nobody here.
      if (entry?.state !== 'in-force' || entry.id !== id) continue
      await tx
        .insertInto('guidance.entries')
        .values({ id, ...columnsOf(entry), came_at: now, changed_at: now })
        .execute()
      fresh.push(id)
    } else if (!entry ? before.state === 'in-force' : isOther(before, entry)) {
      const columns = entry ? columnsOf(entry) : { state: 'withdrawn' }
      await tx
        .updateTable('guidance.entries')
        .set({ ...columns, changed_at: now })
        .where('id', '=', id)
        .execute()
      others.push(id)
    }
  }
  if (fresh.length > 0) {
    const audience = await sql<{ id: string }>`select guidance.audience() as id`.execute(tx)
    await emitToAll(
      tx,
      'guidance.came',
      audience.rows.map(row => row.id),
      {},
    )
  }
  return [...fresh, ...others]
}

const columnsOf = (entry: FeedEntry) => ({
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
})

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
