/** For whom a circulated record waits, and what a document owes its readers; no moment is read here. */
import type { Language } from '../../common.ts'
import { languages } from '../../common.ts'
import type { DocumentRow } from '../documents/schema.ts'
import type { RecordWaits } from './schema.ts'

export interface RecordStand {
  /** The term of corrections is over. */
  over: boolean
  openCorrections: number
  /** The reader prepares the Council's work, and so answers corrections. */
  prepares: boolean
  /** The reader's delegation may correct it. */
  corrects: boolean
}

export function recordWaitsFor({ over, openCorrections, prepares, corrects }: RecordStand): RecordWaits {
  if (prepares && openCorrections > 0) return 'settle'
  if (over) return 'approve'
  return corrects ? 'correct' : 'read'
}

/** Languages that a document lacks of those that are asked for, and those in which it is behind. */
export const languageDebt = (
  document: Pick<DocumentRow, 'languages'>,
  wanted: readonly Language[],
): { missing: Language[]; stale: Language[] } => ({
  missing: wanted.filter(language => document.languages[language] === 'missing'),
  stale: languages.filter(language => document.languages[language] === 'stale'),
})
