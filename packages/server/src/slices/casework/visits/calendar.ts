/**
 * One's appointments, conferences, panels and days in court for a calendar elsewhere, by an address that nobody can guess and that can
 * be taken back. It holds times and nothing else, not even which of them it is: a phone that is lost, or a provider that reads along, learns when somebody is busy.
 */
import { notFound } from '@kerege/contract/errors'
import { sql } from 'kysely'
import { join } from 'node:path'
import type { Language } from '@kerege/contract/common'
import { calendarFile } from '../../../platform/calendarFile.ts'
import type { Node } from '../../../platform/context.ts'
import { inTransaction } from '../../../platform/database.ts'
import { localDay } from '../../../platform/localDay.ts'
import { secretCalendar, secretHash } from '../../../platform/secretCalendar.ts'
import { openMessages } from '../../../platform/messages.ts'

const messages = openMessages(join(import.meta.dirname, 'messages'))
const day = 86_400_000
/** How far back, and how far ahead. */
const [back, ahead] = [31, 366]

export const { state, open, shut } = secretCalendar('casework.calendars')

/** For nobody who is signed in: the function of the database asks for the secret. @throws DomainError `not-found` */
export async function read(node: Node, now: Date, secret: string): Promise<string> {
  const at = (days: number) => new Date(now.getTime() + days * day).toISOString()
  const { rows } = await inTransaction(node.pool, tx =>
    sql<{
      language: Language
      id: string | null
      version: number
      starts_at: string
      minutes: number | null
      off: boolean
      updated_at: string
    }>`select * from casework.calendar(${secretHash(secret)}, ${at(-back)}::timestamptz, ${at(ahead)}::timestamptz,
      ${node.info.timeZone})`.execute(tx),
  )
  const [first] = rows
  if (!first) throw notFound()
  const title = messages(first.language, 'busy')
  return calendarFile(
    rows.flatMap(row => {
      if (row.id === null) return []
      const start = new Date(row.starts_at)
      return [
        {
          id: row.id,
          version: row.version,
          title,
          // A day without an hour is that day where the node stands, which in UTC may have begun the day before.
          ...(row.minutes === null
            ? { start: new Date(localDay(start, node.info.timeZone)), wholeDay: true }
            : { start, end: new Date(start.getTime() + row.minutes * 60_000), wholeDay: false }),
          changedAt: new Date(row.updated_at),
          calledOff: row.off,
          url: `${node.baseUrl}/calendar`,
        },
      ]
    }),
    'appointments',
    new URL(node.baseUrl).hostname,
  )
}
