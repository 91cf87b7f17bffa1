/** What binds a document to a session: a statement that was filed there, or its summary record with the term of corrections. */
import type { Bound } from '@kerege/contract/council/documents/schema'
import { correctionsOver } from '@kerege/contract/council/record/term'
import { DomainError } from '@kerege/contract/errors'
import type { Tx } from '../../../platform/database.ts'
import { partyNames } from '../parties.ts'

export type BoundRow = Bound

export async function boundOf(tx: Tx, documentId: string): Promise<BoundRow | undefined> {
  const record = await tx
    .selectFrom('council.records')
    .select(['session_id', 'corrections_until', 'approved_at'])
    .where('document_id', '=', documentId)
    .executeTakeFirst()
  if (record) {
    return {
      as: 'record',
      sessionId: record.session_id,
      ...(record.corrections_until === null ? {} : { correctionsUntil: record.corrections_until }),
      ...(record.approved_at === null ? {} : { approvedAt: record.approved_at }),
    }
  }
  const statement = await tx
    .selectFrom('council.statements')
    .select(['session_id', 'party_id'])
    .where('document_id', '=', documentId)
    .executeTakeFirst()
  if (!statement) return undefined
  const party = (await partyNames(tx)).get(statement.party_id)
  return { as: 'statement', sessionId: statement.session_id, ...(party ? { party } : {}) }
}

/** Its way is that of its session, with terms of its own. @throws DomainError `document-bound` */
export async function requireUnbound(tx: Tx, documentId: string): Promise<void> {
  const bound = await boundOf(tx, documentId)
  if (bound) throw new DomainError('conflict', 'document-bound', { as: bound.as })
}

export const mayBeCorrected = (bound: BoundRow | undefined, now: string): boolean =>
  bound?.correctionsUntil === undefined || !correctionsOver(bound.correctionsUntil, now)

/** By the node's clock, at the moment at which the request came in. @throws DomainError `corrections-over` */
export function requireTerm(bound: BoundRow | undefined, now: string): void {
  if (!mayBeCorrected(bound, now))
    throw new DomainError('conflict', 'corrections-over', { until: bound?.correctionsUntil })
}
