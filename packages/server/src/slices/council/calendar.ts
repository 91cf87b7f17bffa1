/** The register as a calendar (RFC 5545): what has a day. A planned session without one is not guessed into anybody's calendar. */
import { type Language, type MultiText, textIn } from '@kerege/contract/common'
import ical, { ICalCalendarMethod, ICalEventStatus } from 'ical-generator'
import type { Context } from '../../platform/context.ts'
import type { Outflow } from '../../platform/handler.ts'

export async function calendar(ctx: Context): Promise<Outflow> {
  const rows = await ctx.tx
    .selectFrom('council.sessions as s')
    .selectAll('s')
    .where('s.from_day', 'is not', null)
    .orderBy('s.sorts_on', 'desc')
    .limit(2000)
    .execute()
  const feed = ical({
    name: 'Kerege',
    prodId: { company: 'kerege', product: 'council', language: 'EN' },
    method: ICalCalendarMethod.PUBLISH,
  })
  const language: Language = ctx.actor.language
  for (const row of rows) {
    const title = textIn(row.title as MultiText, language).text
    const whole = row.starts_at === null
    const start = new Date(row.starts_at ?? `${row.from_day}T00:00:00Z`)
    const end = row.ends_at ?? (whole ? `${dayAfter(row.to_day ?? row.from_day ?? '')}T00:00:00Z` : null)
    feed.createEvent({
      id: `${row.id}@${new URL(ctx.node.baseUrl).hostname}`,
      start,
      ...(end === null ? {} : { end: new Date(end) }),
      allDay: whole,
      summary: row.symbol === null ? title : `${row.symbol} ${title}`,
      stamp: new Date(row.updated_at),
      sequence: row.version,
      status: row.state === 'called-off' ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
      url: `${ctx.node.baseUrl}/sessions/${row.id}`,
      location: [row.venue, row.city].filter(Boolean).join(', ') || null,
    })
  }
  ctx.trail.counted('sessions', rows.length)
  const bytes = new TextEncoder().encode(feed.toString())
  return {
    contentType: 'text/calendar; charset=utf-8',
    fileName: 'sessions.ics',
    length: bytes.length,
    chunks: once(bytes),
  }
}

async function* once(bytes: Uint8Array) {
  yield bytes
}

const dayAfter = (day: string) =>
  new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10)
