/** How a document goes its way: draft, circulated to the delegations, issued, superseded or withdrawn. Pure. */
import type { Series } from '../symbols.ts'
import type { DocumentKind } from './head.ts'

export const documentStates = ['draft', 'circulated', 'issued', 'superseded', 'withdrawn'] as const
export type DocumentState = (typeof documentStates)[number]

const next: Readonly<Record<DocumentState, readonly DocumentState[]>> = {
  // A statement or a note need not be circulated before.
  draft: ['circulated', 'issued', 'withdrawn'],
  circulated: ['issued', 'withdrawn'],
  // Superseded by the issue of a revision, in the same step; never by hand.
  issued: ['withdrawn'],
  superseded: [],
  withdrawn: [],
}
export const documentMayBecome = (from: DocumentState, to: DocumentState): boolean => next[from].includes(to)
export const nextDocumentStates = (from: DocumentState): readonly DocumentState[] => next[from]

/** The words of the source may still change. */
export const isOpen = (state: DocumentState): boolean => state === 'draft' || state === 'circulated'
/** Delegations see it and may propose amendments. */
export const mayBeAmended = (state: DocumentState): boolean => state === 'circulated'
/** Translations come after the issue too; of what is over, nothing is translated any more. */
export const mayBeTranslated = (state: DocumentState): boolean => isOpen(state) || state === 'issued'

/** The series in which a document of a meeting is counted; main documents have none. */
export const seriesOf: Readonly<Record<DocumentKind, Series | undefined>> = {
  agenda: undefined,
  decision: 'L',
  recommendation: 'L',
  statement: 'STA',
  record: undefined,
  report: undefined,
  'working-paper': 'CRP',
  note: 'INF',
}

export const languageStates = ['missing', 'draft', 'checked', 'stale'] as const
export type LanguageState = (typeof languageStates)[number]

/** How a language stands, from its newest version. */
export function languageState(
  version: { state: 'draft' | 'checked'; stale: boolean } | undefined,
): LanguageState {
  if (!version) return 'missing'
  return version.stale ? 'stale' : version.state
}
