/** The door of attachments. */
import type { Compartment } from '@kerege/contract/access/compartments'
import { sql } from 'kysely'
import type { Tx } from '../../platform/database.ts'
import { rowsMover } from '../../platform/moves.ts'

export { eraseOf as eraseDocumentsOf } from './actions.ts'
export { documentHandlers } from './routes.ts'
export { inspect as inspectFile } from './inspect.ts'
export { readLines, readWords } from './reading/read.ts'
export { type Line, readTypes, type Reading, type ReadType } from './reading/words.ts'
export { openSealed, sameSealed, sealContent, sealedBytes } from './sealing.ts'
export { documentJobs } from './sweep.ts'
export { readBook } from './sheets/readBook.ts'
export { dayOf, lettersOf, type ReadTable, readSheet } from './sheets/readSheet.ts'
export type { SheetRow } from './sheets/readXlsx.ts'

/** Which of these attachments are about this record, in this compartment, and open to the actor. */
export async function documentsAbout(
  tx: Tx,
  subjectId: string,
  compartment: Compartment,
  ids: readonly string[],
): Promise<ReadonlySet<string>> {
  if (ids.length === 0) return new Set()
  const rows = await tx
    .selectFrom('documents.documents')
    .select('id')
    .where('subject_id', '=', subjectId)
    .where('compartment', '=', compartment)
    .where(sql<boolean>`id = any (${[...ids]}::uuid[])`)
    .execute()
  return new Set(rows.map(row => row.id))
}
/** What is attached to one record goes to another, when both are one person. */
export const moveDocuments = rowsMover('documents')
