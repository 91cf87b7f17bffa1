/**
 * The calendar of sessions for a program elsewhere, by an address that nobody can guess and that can be taken back: it has no cookie,
 * and the public calendar lacks what is not public. As for appointments (casework), only a hash of the secret is kept.
 */
import type { Language } from '@kerege/contract/common'
import { notFound } from '@kerege/contract/errors'
import { sql } from 'kysely'
import type { Node } from '../../platform/context.ts'
import { inTransaction } from '../../platform/database.ts'
import { secretCalendar, secretHash } from '../../platform/secretCalendar.ts'
import { calendarFile } from './calendarFile.ts'

const most = 2000

export const { state, open, shut } = secretCalendar('council.calendars', 'sessions/')

type Row = Parameters<typeof calendarFile>[0][number] & { language: Language }

/** For nobody who is signed in: the function of the database asks for the secret. @throws DomainError `not-found` */
export async function read(node: Node, secret: string): Promise<string> {
  const { rows } = await inTransaction(node.pool, tx =>
    sql<Row | (Omit<Row, 'id'> & { id: null })>`
      select * from council.calendar(${secretHash(secret)}, ${most}::int)`.execute(tx),
  )
  const [first] = rows
  if (!first) throw notFound()
  return calendarFile(
    rows.flatMap(row => (row.id === null ? [] : [row])),
    {
      language: first.language,
      host: new URL(node.baseUrl).hostname,
      url: row => `${node.baseUrl}/sessions/${row.id}`,
    },
  )
}
