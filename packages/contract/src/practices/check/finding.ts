/** What the check tells an author: where it stands, what it may be, and which sentence explains it. It never forbids. */
import type { Language } from '../../common.ts'
import type { TextField } from '../content.ts'

export const findingKinds = ['personal', 'small-place', 'wording', 'public-name'] as const
export type FindingKind = (typeof findingKinds)[number]

/** strong: hardly ever right in a practice. look: often right, and worth a second look. */
export type Severity = 'look' | 'strong'

/** Why a way of naming somebody does harm. */
export const wordingCodes = [
  'label-relative',
  'label-group',
  'label-crime',
  'label-threat',
  'label-belief',
  'label-object',
  'label-origin',
  'label-health',
  'label-armed',
] as const
export type WordingCode = (typeof wordingCodes)[number]

/** Each has a message in seven languages that says what was found, why it matters and what to do. */
export const findingCodes = [
  'personal-document',
  'personal-birth',
  'personal-phone',
  'personal-mail',
  'contact-address',
  'person-name',
  'person-patronymic',
  'person-named',
  'person-age',
  'person-initials',
  'person-quote',
  'small-village',
  'small-unnamed',
  'small-district',
  ...wordingCodes,
  'operation-name',
  'camp-name',
  'organisation-unknown',
] as const
export type FindingCode = (typeof findingCodes)[number]

export interface Finding {
  field: TextField | 'figures'
  /** Which of the figures. */
  index?: number
  language: Language
  /** Characters of the text as JavaScript counts them; `to` is the first that is not meant. */
  from: number
  to: number
  kind: FindingKind
  severity: Severity
  code: FindingCode
  /** Better words in the language of the text. */
  suggestion?: string
}

/** The same without its place among the texts: what one detector says of one text. */
export type Found = Omit<Finding, 'field' | 'index' | 'language'>
