/** Sessions as a calendar: what has a day. One without a day is not guessed into anybody's calendar. */
import { type Language, type MultiText, textIn } from '@kerege/contract/common'
import { type CalendarEntry, calendarFile as written } from '../../platform/calendarFile.ts'
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
export const calendarFile = (
  rows: readonly Row[],
  { language, host, url }: { language: Language; host: string; url: (row: Row) => string },
): Promise<string> =>
  written(
    rows.map(row => entryOf(row, language, url(row))),
    'council',
    host,
  )

function entryOf(row: Row, language: Language, url: string): CalendarEntry {
  const title = textIn(row.title as MultiText, language).text
  const wholeDay = row.starts_at === null
  const end = row.ends_at ?? (wholeDay ? `${dayAfter(row.to_day ?? row.from_day ?? '')}T00:00:00Z` : null)
  const place = [row.venue, row.city].filter(Boolean).join(', ')
  return {
    id: row.id,
    version: row.version,
    title: row.symbol === null ? title : `${row.symbol} ${title}`,
    start: new Date(row.starts_at ?? `${row.from_day}T00:00:00Z`),
    ...(end === null ? {} : { end: new Date(end) }),
    wholeDay,
    changedAt: new Date(row.updated_at),
    calledOff: row.state === 'called-off',
    url,
    ...(place ? { place } : {}),
  }
}

const dayAfter = (day: string) =>
  new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10)
