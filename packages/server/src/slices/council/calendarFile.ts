/** Sessions as a calendar (RFC 5545): what has a day. One without a day is not guessed into anybody's calendar. */
import { type Language, type MultiText, textIn } from '@kerege/contract/common'
import ical, { ICalCalendarMethod, ICalEventStatus } from 'ical-generator'
import type { FoundSession } from './sessionStore.ts'

type Row = Pick<
  FoundSession,
  | 'id'
  | 'version'
  | 'title'
  | 'symbol'
  | 'state'
  | 'starts_at'
  | 'ends_at'
  | 'from_day'
  | 'to_day'
  | 'venue'
  | 'city'
  | 'updated_at'
>

/** @param url of a session's page, for whoever the file is made for */
export function calendarFile(
  rows: readonly Row[],
  { language, host, url }: { language: Language; host: string; url: (row: Row) => string },
): string {
  const feed = ical({
    name: 'Kerege',
    prodId: { company: 'kerege', product: 'council', language: 'EN' },
    method: ICalCalendarMethod.PUBLISH,
  })
  for (const row of rows) {
    const title = textIn(row.title as MultiText, language).text
    const whole = row.starts_at === null
    const start = new Date(row.starts_at ?? `${row.from_day}T00:00:00Z`)
    const end = row.ends_at ?? (whole ? `${dayAfter(row.to_day ?? row.from_day ?? '')}T00:00:00Z` : null)
    feed.createEvent({
      id: `${row.id}@${host}`,
      start,
      ...(end === null ? {} : { end: new Date(end) }),
      allDay: whole,
      summary: row.symbol === null ? title : `${row.symbol} ${title}`,
      stamp: new Date(row.updated_at),
      sequence: row.version,
      status: row.state === 'called-off' ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
      url: url(row),
      location: [row.venue, row.city].filter(Boolean).join(', ') || null,
    })
  }
  return feed.toString()
}

const dayAfter = (day: string) =>
  new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10)
