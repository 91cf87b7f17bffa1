/** The whole file, for who has the code: whatever its sections, since it is their own. Each opening is counted and stands in the log. */
import type { OpenedFile } from '@kerege/contract/rights/files'
import type { Language } from '@kerege/contract/common'
import { notFound } from '@kerege/contract/errors'
import { sql } from 'kysely'
import type { Node } from '../../../platform/context.ts'
import { inTransaction } from '../../../platform/database.ts'
import { receiptHash } from '../complaints/days.ts'
import { type HeldRow, headsOf } from './items.ts'

interface Row extends HeldRow {
  person_id: string
  request_id: string
  language: Language
  open_until: string
}

export interface Opened {
  body: OpenedFile
  /** For the log. */
  subjects: string[]
}

/** @throws DomainError `not-found` for a code that opens nothing, or nothing any more: one answer for all */
export async function open(node: Node, now: Date, code: string): Promise<Opened> {
  const { rows } = await inTransaction(node.pool, tx =>
    sql<Row>`select * from rights.file_by_code(${receiptHash(node, code)}, ${now.toISOString()}::timestamptz)`.execute(
      tx,
    ),
  )
  const [first] = rows
  if (!first) throw notFound()
  return {
    body: { language: first.language, openUntil: first.open_until, heads: headsOf(rows) },
    subjects: [first.person_id, first.request_id],
  }
}
