/** The register as a calendar, for whoever works in the Council. */
import type { Context } from '../../platform/context.ts'
import { type Outflow, once } from '../../platform/handler.ts'
import { calendarFile } from './calendarFile.ts'

export async function calendar(ctx: Context): Promise<Outflow> {
  const rows = await ctx.tx
    .selectFrom('council.sessions as s')
    .selectAll('s')
    .where('s.from_day', 'is not', null)
    .orderBy('s.sorts_on', 'desc')
    .limit(2000)
    .execute()
  const { baseUrl } = ctx.node
  const file = await calendarFile(rows, {
    language: ctx.actor.language,
    host: new URL(baseUrl).hostname,
    url: row => `${baseUrl}/sessions/${row.id}`,
  })
  ctx.trail.counted('sessions', rows.length)
  const bytes = new TextEncoder().encode(file)
  return {
    contentType: 'text/calendar; charset=utf-8',
    fileName: 'sessions.ics',
    length: bytes.length,
    chunks: once(bytes),
  }
}
