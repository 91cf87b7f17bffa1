/**
 * Whom something may be told, what of a file can be told at all, and the least that each kind needs. No field here tells of the
 * journey: no operation, no camp, no place of birth leaves by this way, to nobody. An authority that asks in writing is never told
 * of health, school, or what was confided. The database holds the same limits (consents.may_tell); a test compares the two.
 */
import type { Compartment } from '../access/compartments.ts'

export const recipientKinds = [
  'school',
  'clinic',
  'employer',
  'social-service',
  'guardianship-body',
  'legal-aid',
  'court',
  'registry',
  'ngo',
  'authority', // asks in writing, and is answered by two people
] as const
export type RecipientKind = (typeof recipientKinds)[number]
/** Told by who works with the family, where consent or another basis covers it. */
export const toldByWorker = recipientKinds.filter(kind => kind !== 'authority')

/** Sections that can be told of: all but the journey. */
export const tellable = [
  'contact',
  'identity',
  'kinship',
  'social',
  'health',
  'mhpss',
  'education',
  'legal',
  'protection',
] as const satisfies readonly Compartment[]
export type Tellable = (typeof tellable)[number]

/** The widest that a kind can ever be told, whatever somebody agreed to. */
export const widest: Readonly<Record<RecipientKind, readonly Tellable[]>> = {
  school: ['contact', 'kinship', 'health', 'education'],
  clinic: ['contact', 'kinship', 'health', 'mhpss'],
  employer: ['contact', 'education'],
  'social-service': ['contact', 'identity', 'kinship', 'social', 'health'],
  'guardianship-body': ['contact', 'identity', 'kinship', 'social', 'health', 'education', 'protection'],
  'legal-aid': ['contact', 'identity', 'kinship', 'social', 'legal'],
  court: ['contact', 'identity', 'kinship', 'social', 'legal', 'protection'],
  registry: ['contact', 'identity', 'kinship', 'legal'],
  ngo: ['contact', 'kinship', 'social', 'education'],
  authority: ['contact', 'identity', 'kinship', 'legal'],
}
export const mayTell = (kind: RecipientKind, compartment: Tellable): boolean =>
  widest[kind].includes(compartment)

/** `register`: the program writes what the file says. `words`: the worker says as much as is needed. */
interface FieldFact {
  readonly compartment: Tellable
  readonly from: 'register' | 'words'
}
export const fieldFacts = {
  name: { compartment: 'contact', from: 'register' },
  birth: { compartment: 'contact', from: 'register' },
  age: { compartment: 'contact', from: 'register' },
  sex: { compartment: 'contact', from: 'register' },
  languages: { compartment: 'contact', from: 'register' },
  reach: { compartment: 'contact', from: 'register' },
  'official-name': { compartment: 'identity', from: 'register' },
  citizenship: { compartment: 'identity', from: 'register' },
  identifiers: { compartment: 'identity', from: 'register' },
  carers: { compartment: 'kinship', from: 'register' },
  household: { compartment: 'kinship', from: 'register' },
  living: { compartment: 'social', from: 'words' },
  functioning: { compartment: 'health', from: 'register' },
  'health-needs': { compartment: 'health', from: 'words' },
  'care-needs': { compartment: 'mhpss', from: 'words' },
  learning: { compartment: 'education', from: 'words' },
  skills: { compartment: 'education', from: 'words' },
  'legal-matter': { compartment: 'legal', from: 'words' },
  'protection-need': { compartment: 'protection', from: 'words' },
} as const satisfies Record<string, FieldFact>
export type ToldField = keyof typeof fieldFacts
export const toldFields = Object.keys(fieldFacts) as [ToldField, ...ToldField[]]

export const fieldsFor = (kind: RecipientKind): ToldField[] =>
  toldFields.filter(field => mayTell(kind, fieldFacts[field].compartment))

/** What a kind usually needs, and no more; the worker takes away or adds. */
export const proposed: Readonly<Record<RecipientKind, readonly ToldField[]>> = {
  school: ['name', 'birth', 'languages', 'carers', 'learning'],
  clinic: ['name', 'birth', 'sex', 'languages', 'health-needs'],
  employer: ['name', 'languages', 'reach', 'skills'],
  'social-service': ['name', 'birth', 'reach', 'household', 'living'],
  'guardianship-body': ['name', 'birth', 'carers', 'living'],
  'legal-aid': ['name', 'reach', 'languages', 'legal-matter'],
  court: ['official-name', 'birth', 'carers', 'legal-matter'],
  registry: ['official-name', 'birth', 'sex', 'citizenship', 'carers'],
  ngo: ['name', 'languages', 'reach'],
  authority: ['official-name', 'birth'],
}
