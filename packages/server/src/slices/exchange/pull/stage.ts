/**
 * Fetches what is missing, page by page, and keeps each page before it asks for the next: a slow line, a limit or the end of
 * the process costs one page. Nothing of it is believed until all of it gives the root that the hub has signed.
 */
import { pageSize } from '@kerege/contract/exchange/feed'
import { type LineFault, mostLookBytes } from '@kerege/contract/exchange/rules'
import { inTransaction, type Tx } from '../../../platform/database.ts'
import type { HubLink } from '../../../platform/hubLink.ts'
import type { Receiver } from './line.ts'
import { page } from './pages.ts'

/** A page that comes slowly must not let another process believe that nobody looks. */
const stillLooking = (tx: Tx, now: Date) =>
  tx
    .updateTable('exchange.line')
    .set({ due_at: new Date(now.getTime() + 120_000) })
    .execute()

/** @param from what is here already @returns null when all up to `size` is staged */
export async function stage(
  { pool, now }: Receiver,
  hub: HubLink,
  from: number,
  size: number,
): Promise<LineFault | null> {
  let next = await inTransaction(pool, tx => begin(tx, from))
  let bytes = 0
  while (next < size) {
    const start = next - (next % pageSize)
    const found = await page(hub, start, size)
    if (!Array.isArray(found)) return found
    const fresh = found.slice(next - start).map((leaf, at) => ({ number: next + at, ...leaf }))
    bytes += fresh.reduce((sum, { text }) => sum + (text?.length ?? 0), 0)
    if (bytes > mostLookBytes) return 'too-much'
    await inTransaction(pool, async tx => {
      await stillLooking(tx, now())
      await tx
        .insertInto('exchange.staged')
        .values(fresh)
        .onConflict(conflict => conflict.column('number').doNothing())
        .execute()
    })
    next += fresh.length
  }
  return null
}

/** Goes on where a look before was broken off. What is staged below `from` was taken meanwhile. */
async function begin(tx: Tx, from: number): Promise<number> {
  await tx.deleteFrom('exchange.staged').where('number', '<', from).execute()
  const rows = await tx
    .selectFrom('exchange.staged')
    .select(eb => [eb.fn.countAll<number>().as('count'), eb.fn.max('number').as('last')])
    .executeTakeFirstOrThrow()
  const whole = rows.count > 0 && rows.last === from + Number(rows.count) - 1
  if (whole) return from + Number(rows.count)
  await tx.deleteFrom('exchange.staged').execute()
  return from
}
