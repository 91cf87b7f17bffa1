/** Days and clock times of meetings, by the clocks of the node. */
import { type RawBuilder, sql } from 'kysely'
import type { Context } from '../../platform/context.ts'

/** The moment of a day and a clock time where the node stands. */
export const momentOf = (ctx: Context, day: string, time = '00:00'): RawBuilder<string> =>
  sql<string>`((${day}::date + ${time}::time) at time zone ${ctx.node.info.timeZone})`

/** @param column a moment, `c.starts_at` */
export const dayOf = (ctx: Context, column: string): RawBuilder<string> =>
  sql<string>`to_char(${sql.ref(column)} at time zone ${ctx.node.info.timeZone}, 'YYYY-MM-DD')`
export const timeOf = (ctx: Context, column: string): RawBuilder<string> =>
  sql<string>`to_char(${sql.ref(column)} at time zone ${ctx.node.info.timeZone}, 'HH24:MI')`
