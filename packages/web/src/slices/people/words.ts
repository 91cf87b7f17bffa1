/** Lists of codes that screens turn into words; the contract holds them inside its schemas. */
export const languageLevels = ['mother-tongue', 'good', 'some', 'unknown'] as const
export const discretions = ['open', 'ask-first', 'never-mention'] as const
export const standings = ['proved', 'claimed', 'refused', 'unknown'] as const
export const certainties = ['proved', 'stated', 'unknown'] as const
export const answerers = ['self', 'carer', 'other'] as const
/** Identifiers with a name of their own here; any other is shown by its code. */
export const identifierSystems = [
  'iin',
  'pin',
  'inn',
  'pinfl',
  'passport',
  'identity-card',
  'birth-certificate',
  'residence-permit',
  'other',
] as const
/** Sections that have a page; the other compartments are filled by later slices. */
export const sections = ['contact', 'identity', 'kinship', 'journey', 'health'] as const
export type Section = (typeof sections)[number]
