/**
 * Which form a count takes in each of our languages, by the rules of the Unicode CLDR. Ours, since browsers
 * lack several of them. The Tajik rule is ours: as in Persian a noun stays in the
 * singular after a number, so `one` and `other` differ only where a sentence says "one" apart from "many".
 */
import type { Language } from './common.ts'

export type PluralForm = 'one' | 'two' | 'few' | 'many' | 'other'

/** Forms that a message of this language has to give, `other` included. */
export const pluralForms: Record<Language, readonly PluralForm[]> = {
  en: ['one', 'other'],
  ru: ['one', 'few', 'many', 'other'],
  kk: ['one', 'other'],
  ky: ['one', 'other'],
  tg: ['one', 'other'],
  tk: ['one', 'other'],
  uz: ['one', 'other'],
}

/** The form for a count ("5 children") or, with `ordinal`, for a place in a row ("5th visit"). */
export function pluralForm(language: Language, count: number, ordinal = false): PluralForm {
  const n = Math.abs(count)
  return ordinal ? ordinalForm(language, n) : cardinalForm(language, n)
}

function cardinalForm(language: Language, n: number): PluralForm {
  if (language !== 'ru') return n === 1 ? 'one' : 'other'
  if (!Number.isInteger(n)) return 'other'
  const [tens, ones] = [n % 100, n % 10]
  if (ones === 1 && tens !== 11) return 'one'
  if (ones >= 2 && ones <= 4 && (tens < 12 || tens > 14)) return 'few'
  return 'many'
}

function ordinalForm(language: Language, n: number): PluralForm {
  const [tens, ones] = [n % 100, n % 10]
  switch (language) {
    case 'en':
      if (ones === 1 && tens !== 11) return 'one'
      if (ones === 2 && tens !== 12) return 'two'
      return ones === 3 && tens !== 13 ? 'few' : 'other'
    case 'kk':
      return ones === 6 || ones === 9 || (ones === 0 && n !== 0) ? 'many' : 'other'
    case 'tk':
      return ones === 6 || ones === 9 || n === 10 ? 'few' : 'other'
    default:
      return 'other'
  }
}
