/**
 * Kinds of what a case keeps of a life, and the section of the file in which each lies. The section is decided here once, and no
 * writer chooses it: a teacher keeps school, a doctor health, and that a parent is in prison is known to the case's own workers alone
 * (docs/decisions/0088).
 */
import type { Compartment } from '../access/compartments.ts'

export const situationKinds = [
  'schooling',
  'attendance',
  'health',
  'livelihood',
  'housing',
  'legal',
  'hearing',
  'detention',
  'contact',
] as const
export type SituationKind = (typeof situationKinds)[number]

export const sectionOf: Readonly<Record<SituationKind, Compartment>> = {
  schooling: 'education',
  attendance: 'education',
  health: 'health',
  livelihood: 'social',
  housing: 'social',
  legal: 'legal',
  hearing: 'legal',
  detention: 'protection',
  contact: 'protection',
}

/** What some hang on: a month on a school, a day in court on a matter. A contact may hang on a detention, and need not. */
export const parentOf: Readonly<Partial<Record<SituationKind, SituationKind>>> = {
  attendance: 'schooling',
  hearing: 'legal',
  contact: 'detention',
}
export const needsParent = (kind: SituationKind): boolean => kind === 'attendance' || kind === 'hearing'

/** Sections of the page, in its order. */
export const situationSections = ['education', 'health', 'social', 'legal', 'protection'] as const
export type SituationSection = (typeof situationSections)[number]
export const kindsIn = (section: SituationSection): readonly SituationKind[] =>
  situationKinds.filter(kind => sectionOf[kind] === section)
