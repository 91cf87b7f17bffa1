/** Rows of a query a thousand at a time, through a cursor of the database, so that neither side holds them all. */
import type { Compilable } from 'kysely'
import type { Context } from '../context.ts'

const rowsAtOnce = 1000

/**
 * One at a time in a transaction. The transaction's end closes the cursor, so a reader who goes away leaves nothing
 * to clean up: no query is sent once somebody has stopped to read.
 */
export async function* fetched<Row>(
  ctx: Context,
  query: Compilable<Row>,
  atOnce = rowsAtOnce,
): AsyncGenerator<Row[]> {
  const { sql, parameters } = query.compile()
  // All rows will be read: a plan that is quick with the first tenth is the wrong one.
  await ctx.client.query('set local cursor_tuple_fraction = 1')
  await ctx.client.query(`declare leaving no scroll cursor for ${sql}`, [...parameters])
  for (;;) {
    const { rows } = await ctx.client.query(`fetch forward ${atOnce} from leaving`)
    if (rows.length > 0) yield rows as Row[] // as the query was typed
    if (rows.length < atOnce) break
  }
  await ctx.client.query('close leaving')
}
